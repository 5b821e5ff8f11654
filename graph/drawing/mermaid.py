"""Mermaid: a flowchart for Markdown pages that draw it, such as GitHub's."""

from collections.abc import Iterator

from graph.cascade_answers import CascadeLink, CascadeNode, CascadeView
from graph.drawing import words as say
from graph.drawing.exchange import by_block, plain
from graph.drawing.layout import Layout
from graph.drawing.painting import box_style
from graph.drawing.palette import PAINTS, link_paint
from graph.drawing.words import Words

ESCAPES = {ord(sign): f"#{ord(sign)};" for sign in '"#<>&`;[]{}|'}
"""Signs that Mermaid reads itself, as it writes them in a text."""
ARROWS = {"confirmed": ("--", "-->"), "proposed": ("-.", ".->"), "candidate": ("-.", ".-"), "rejected": ("-.", ".-x")}


def render(view: CascadeView, layout: Layout, words: Words) -> str:
    """The flowchart: arrows lead from what carries out to what is carried out."""
    return "\n".join([*_lines(view, layout, words), ""])


def _lines(view: CascadeView, layout: Layout, words: Words) -> Iterator[str]:
    name = {node.id: f"n{place}" for place, node in enumerate(view.nodes)}
    yield "---"
    yield f'title: "{_text(say.title(view, words))}"'
    yield "---"
    yield from (f"%% {line}" for line in (say.shown(view, words), say.left_out(view, words)) if line)
    yield "flowchart RL"
    for place, (_, owner, boxes) in enumerate(by_block(layout, words)):
        yield f'  subgraph d{place}["{_text(owner)}"]'
        yield from (
            f'    {name[box.node.id]}["{_text(plain(box, words).label)}"]:::{_class(box.node)}' for box in boxes
        )
        yield "  end"
    for link in view.links:
        opening, closing = ARROWS[link.status]
        yield f'  {name[link.source]} {opening} "{_text(say.label(link, words))}" {closing} {name[link.target]}'
    yield from (_link_style(place, link) for place, link in enumerate(view.links))
    for style in sorted({box_style(node) for node in view.nodes}):
        paint, ink = PAINTS[style], PAINTS["text"].fill
        yield f"  classDef {style.replace(' ', '_')} fill:{paint.fill},stroke:{paint.stroke},color:{ink}"


def _class(node: CascadeNode) -> str:
    return box_style(node).replace(" ", "_")


def _link_style(place: int, link: CascadeLink) -> str:
    ink = link_paint(link.carried, link.status, link.score)
    return f"  linkStyle {place} stroke:{ink.stroke},stroke-width:{ink.width:g}px"


def _text(text: str) -> str:
    return text.translate(ESCAPES).replace("\n", "<br/>")
