"""Mermaid: a flowchart for Markdown pages that draw it, such as GitHub's."""

import json
from collections.abc import Iterable, Iterator

from graph.cascade_answers import CascadeLink, CascadeNode, CascadeView
from graph.drawing import words as say
from graph.drawing.exchange import Framed, frames, inside, spoken_key
from graph.drawing.layout import Layout
from graph.drawing.painting import box_style
from graph.drawing.palette import PAINTS, Paint, link_paint
from graph.drawing.words import Words
from graph.drawing.wrapping import shortened, width

ESCAPES = {ord(sign): f"#{ord(sign)};" for sign in '"#<>&`;[]{}|'}
"""Signs that Mermaid reads itself, as it writes them in a text."""
ARROWS = {"confirmed": ("--", "-->"), "proposed": ("-.", ".->"), "candidate": ("-.", ".-"), "rejected": ("-.", ".-x")}
SIZE, PAD = 13.0, 60.0  # of the text, and what a frame is wider than it
CONFIG = f"config: {{themeVariables: {{fontSize: {SIZE:g}px}}, flowchart: {{wrappingWidth: 400}}}}"
"""Room for the lines of a box as they are broken here."""


def render(view: CascadeView, layout: Layout, words: Words) -> str:
    """The flowchart: from left to right, arrows lead from what is carried out to what carries it out. A box beside it
    names the documents, and says what was left out and what the strokes mean."""
    return "\n".join([*_lines(view, layout, words), ""])


def _lines(view: CascadeView, layout: Layout, words: Words) -> Iterator[str]:
    name = {node.id: f"n{place}" for place, node in enumerate(view.nodes)}
    yield from ("---", f"title: {json.dumps(say.title(view, words), ensure_ascii=False)}", CONFIG, "---")
    yield from (f"%% {say.shown(view, words)}", "flowchart LR")
    framed = frames(layout, words)
    for place, frame in enumerate(framed):
        yield f'  subgraph d{place}["{_text(_name(frame))}"]'
        yield from (f'    {name[box.node.id]}["{_text(inside(box))}"]:::{_class(box.node)}' for box in frame.boxes)
        yield "  end"
    yield f'  note["{_text(_note(view, framed, words))}"]:::band'
    for link in view.links:
        opening, closing = ARROWS[link.status]
        yield f'  {name[link.target]} {opening} "{_text(say.label(link, words))}" {closing} {name[link.source]}'
    yield from (_link_style(place, link) for place, link in enumerate(view.links))
    yield from (_class_definition(style) for style in sorted({"band", "frame", *map(box_style, view.nodes)}))
    yield f"  class {','.join(f'd{place}' for place in range(len(framed)))} frame"


def _name(frame: Framed) -> str:
    """Number and region, and as much of the title as is no wider than the boxes: Mermaid leaves no room for more."""
    room = PAD + max(width(line, SIZE) for box in frame.boxes for line in (*box.head, *box.body))
    title = shortened(frame.title, room - width(frame.name, SIZE), SIZE)
    return f"{frame.name} {title}" if len(title) > 1 else frame.name


def _note(view: CascadeView, framed: Iterable[Framed], words: Words) -> str:
    """The documents with their titles, what was left out, and the key."""
    titles = dict.fromkeys(f"{frame.name}{words.colon}{frame.title}" for frame in framed if frame.title)
    return "\n".join(filter(None, (*titles, say.left_out(view, words), spoken_key(words))))


def _class(node: CascadeNode) -> str:
    return box_style(node).replace(" ", "_")


def _class_definition(style: str) -> str:
    paint, ink = PAINTS[style], PAINTS["text"].fill
    stroke = f"{paint.stroke or paint.fill},stroke-width:{paint.width:g}px{_dash(paint)}"
    return f"  classDef {style.replace(' ', '_')} fill:{paint.fill},stroke:{stroke},color:{ink},text-align:left"


def _link_style(place: int, link: CascadeLink) -> str:
    ink = link_paint(link.carried, link.status, link.score)
    return f"  linkStyle {place} stroke:{ink.stroke},stroke-width:{ink.width:g}px,color:{ink.stroke}{_dash(ink)}"


def _dash(paint: Paint) -> str:
    return f",stroke-dasharray:{' '.join(f'{length:g}' for length in paint.dash)}" if paint.dash else ""


def _text(text: str) -> str:
    return text.translate(ESCAPES).replace("\n", "<br/>")
