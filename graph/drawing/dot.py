"""Graphviz: boxes in a frame for each document, in the layers of our pictures; `dot -Tsvg` lays it out."""

from collections import defaultdict
from collections.abc import Iterator

from graph.cascade_answers import CascadeLink, CascadeView
from graph.drawing import words as say
from graph.drawing.exchange import frames, inside, spoken_key
from graph.drawing.layout import Layout, PlacedBox
from graph.drawing.painting import box_style
from graph.drawing.palette import PAINTS, Paint, link_paint
from graph.drawing.words import Words
from graph.drawing.wrapping import wrapped

POINT = 0.75  # points to a pixel
FRAME = f'style="rounded,filled", fillcolor="{PAINTS["frame"].fill}", color="{PAINTS["frame"].stroke}"'
TEXT = f'fontname="sans-serif", fontcolor="{PAINTS["text"].fill}"'
GRAPH = "rankdir=RL, newrank=true, ranksep=1.2, nodesep=0.15, labelloc=t, labeljust=l"
ROOM, MOST = 60.0, 8  # characters of a line of the head, and lines


def render(view: CascadeView, layout: Layout, words: Words) -> str:
    """The graph in Graphviz's language: edges lead from what carries out to what is carried out, and are drawn with
    their arrows turned, for pictures show what comes down."""
    return "\n".join([*_lines(view, layout, words), "}\n"])


def _lines(view: CascadeView, layout: Layout, words: Words) -> Iterator[str]:
    yield "digraph cascade {"
    yield f"  graph [label={left(_head(view, words))}, {GRAPH}, {TEXT}, fontsize=12]"
    yield f'  node [shape=box, style="rounded,filled", margin="0.1,0.06", {TEXT}, fontsize=10]'
    yield '  edge [fontname="sans-serif", fontsize=8, arrowsize=0.6, dir=back]'
    ranks: dict[int, list[str]] = defaultdict(list)
    for place, frame in enumerate(frames(layout, words)):
        yield f"  subgraph cluster_{place} {{"
        name = "\n".join(filter(None, (frame.name, frame.title)))
        yield f"    graph [label={left(name)}, fontsize=11, {FRAME}]"
        yield from (f"    {_node(box)}" for box in frame.boxes)
        yield "  }"
        ranks[frame.layer] += (quoted(box.node.id) for box in frame.boxes)
    yield from (f"  {{ rank=same; {'; '.join(ids)} }}" for ids in ranks.values())
    layers = {box.node.id: box.layer for box in layout.boxes}
    yield from (_edge(link, layers[link.source] - layers[link.target], words) for link in view.links)


def _head(view: CascadeView, words: Words) -> str:
    """Title, question, what was left out, and the key."""
    told = (say.question(view, words), say.left_out(view, words), spoken_key(words))
    return "\n".join([say.title(view, words), *(line for text in told for line in wrapped(text, ROOM, 1, MOST))])


def _node(box: PlacedBox) -> str:
    paint = PAINTS[box_style(box.node)]
    style = ', style="rounded,filled,dashed"' if paint.dash else ""
    return (
        f"{quoted(box.node.id)} [label={left(inside(box))}, "
        f'fillcolor="{paint.fill}", color="{paint.stroke}", penwidth={paint.width * POINT:g}{style}]'
    )


def _edge(link: CascadeLink, layers: int, words: Words) -> str:
    """An edge over so many layers; what leads back, or stays in one, has no say in who stands where."""
    ink = link_paint(link.carried, link.status, link.score)
    rank = f"minlen={layers}" if layers > 0 else "constraint=false"
    ends = f"{quoted(link.source)} -> {quoted(link.target)}"
    return f'  {ends} [label={quoted(say.label(link, words))}, {_stroke(ink)}, fontcolor="{ink.stroke}", {rank}]'


def _stroke(ink: Paint) -> str:
    style = "solid" if not ink.dash else "dashed" if ink.dash[0] > ink.dash[1] else "dotted"
    return f'color="{ink.stroke}", penwidth={ink.width * POINT:g}, style={style}'


def left(text: str) -> str:
    """A text in quotes whose lines begin at the left."""
    return '"' + "".join(f"{quoted(line)[1:-1]}\\l" for line in text.split("\n")) + '"'


def quoted(text: str) -> str:
    """A text as Graphviz reads it: in quotes, a new line as \\n."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
