"""Pictures of a cascade, and of tables: one module a format, all from one layout. The same view gives the same bytes.

svg, png and pdf show Chinese on machines without Chinese fonts, html brings its font along: they need the extra `draw`.
As text (`plain`) svg and html need no extra, and the fonts of whoever looks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from graph.cascade_answers import CascadeView
from graph.drawing import cyjs, dot, drawio, embedded, gexf, graphml, html, mermaid, pdf, png, svg
from graph.drawing.embedded import Anchor, Anchors
from graph.drawing.layout import Layout, arrange
from graph.drawing.painting import PAGE, paint
from graph.drawing.scene import Scene
from graph.drawing.table import Table
from graph.drawing.tabulating import tabulate
from graph.drawing.words import WORDS, Language, Words

__all__ = [
    "PICTURES",
    "TABLE_FORMATS",
    "Anchor",
    "Anchors",
    "Embedded",
    "Language",
    "Picture",
    "TableFormat",
    "draw",
    "draw_table",
    "embedded_svg",
]


@dataclass(frozen=True, slots=True)
class Embedded:
    """A picture for a page, and whether it is wider than the page of a usual window."""

    svg: str
    wide: bool


Draw = Callable[[CascadeView, Language, bool], bytes | str]
TableFormat = Literal["svg", "png", "pdf"]
TABLE_FORMATS: dict[TableFormat, Callable[[Scene], bytes | str]] = {
    "svg": svg.render,
    "png": png.render,
    "pdf": pdf.render,
}
"""What a table is drawn as: some of PICTURES."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A format: its name, the end of its files' names, its media type, and what draws it (view, language, plain)."""

    name: str
    suffix: str
    media_type: str
    render: Draw


def _graph(write: Callable[[CascadeView, Layout, Words], bytes | str]) -> Draw:
    return lambda view, language, _: write(view, arrange(view, WORDS[language]), WORDS[language])


PICTURES: dict[str, Picture] = {
    each.name: each
    for each in (
        Picture(
            "svg",
            ".svg",
            "image/svg+xml",
            lambda view, language, plain: svg.render(paint(view, WORDS[language]), outlined=not plain),
        ),
        Picture("png", ".png", "image/png", lambda view, language, _: png.render(paint(view, WORDS[language]))),
        Picture("pdf", ".pdf", "application/pdf", lambda view, language, _: pdf.render(paint(view, WORDS[language]))),
        Picture(
            "html",
            ".html",
            "text/html",
            lambda view, language, plain: html.render(view, paint(view, WORDS[language]), language, embedded=not plain),
        ),
        Picture("dot", ".dot", "text/vnd.graphviz", _graph(dot.render)),
        Picture("mermaid", ".mmd", "text/vnd.mermaid", _graph(mermaid.render)),
        Picture("graphml", ".graphml", "application/graphml+xml", _graph(graphml.render)),
        Picture("gexf", ".gexf", "application/gexf+xml", _graph(gexf.render)),
        Picture("cytoscape", ".cyjs", "application/json", _graph(cyjs.render)),
        Picture("drawio", ".drawio", "application/vnd.jgraph.mxfile", _graph(drawio.render)),
    )
}
"""Formats by name."""


def draw(view: CascadeView, format: str, *, language: Language = "zh", plain: bool = False) -> bytes:
    """The picture of a view in a format of PICTURES. Raises MissingExtra."""
    made = PICTURES[format].render(view, language, plain)
    return made.encode() if isinstance(made, str) else made


def draw_table(table: Table, format: TableFormat) -> bytes:
    """The picture of a table, with its characters. Raises MissingExtra."""
    made = TABLE_FORMATS[format](tabulate(table))
    return made.encode() if isinstance(made, str) else made


def embedded_svg(view: CascadeView, language: Language, anchors: Anchors) -> Embedded:
    """The picture without title and legend, with text as text: for a page, which has those and its own fonts. With
    `anchors` its boxes and the words on its lines are links."""
    scene = paint(view, WORDS[language], framed=False)
    return Embedded(embedded.render(scene, anchors), wide=scene.width > PAGE + 1)
