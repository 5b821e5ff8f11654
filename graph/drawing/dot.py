"""Graphviz: boxes in a frame for each document, from the nation on the left; `dot -Tsvg` lays it out."""

from collections.abc import Iterator

from graph.cascade_answers import CascadeView
from graph.drawing import words as say
from graph.drawing.exchange import Plain, by_block, plain
from graph.drawing.layout import Layout
from graph.drawing.palette import PAINTS, Paint, link_paint
from graph.drawing.words import Words

POINT = 0.75  # points to a pixel
FRAME = f'style="rounded,filled", fillcolor="{PAINTS["frame"].fill}", color="{PAINTS["frame"].stroke}"'


def render(view: CascadeView, layout: Layout, words: Words) -> str:
    """The graph in Graphviz's language: edges lead from what carries out to what is carried out."""
    return "\n".join([*_lines(view, layout, words), "}\n"])


def _lines(view: CascadeView, layout: Layout, words: Words) -> Iterator[str]:
    label = "\n".join(filter(None, (say.title(view, words), say.question(view, words), say.left_out(view, words))))
    yield "digraph cascade {"
    yield f'  graph [rankdir=RL, ranksep=1.6, nodesep=0.15, labelloc=t, fontname="sans-serif", label={quoted(label)}]'
    yield '  node [shape=box, style="rounded,filled", margin="0.1,0.06", fontname="sans-serif", fontsize=10]'
    yield '  edge [fontname="sans-serif", fontsize=8, arrowsize=0.6]'
    for place, (_, name, boxes) in enumerate(by_block(layout, words)):
        yield f"  subgraph cluster_{place} {{"
        yield f"    graph [label={quoted(name)}, {FRAME}]"
        yield from (f"    {_node(plain(box, words))}" for box in boxes)
        yield "  }"
    for link in view.links:
        ink = link_paint(link.carried, link.status, link.score)
        named = f"label={quoted(say.label(link, words))}, {_stroke(ink)}"
        yield f'  {quoted(link.source)} -> {quoted(link.target)} [{named}, fontcolor="{ink.stroke}"]'


def _node(box: Plain) -> str:
    return f'{quoted(box.id)} [label={quoted(box.label)}, fillcolor="{box.paint.fill}", color="{box.paint.stroke}"]'


def _stroke(ink: Paint) -> str:
    style = "solid" if not ink.dash else "dashed" if ink.dash[0] > ink.dash[1] else "dotted"
    return f'color="{ink.stroke}", penwidth={ink.width * POINT:g}, style={style}'


def quoted(text: str) -> str:
    """A text as Graphviz reads it: in quotes, a new line as \\n."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
