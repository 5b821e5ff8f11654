"""From a layout to a picture: title, columns, frames, lines, boxes, labels, legend, and what is left out."""

from collections.abc import Iterator, Mapping
from math import inf

from graph.cascade_answers import CascadeNode, CascadeView
from graph.drawing import words as say
from graph.drawing.layout import (
    COLUMN_HEAD,
    Area,
    Layout,
    PlacedBlock,
    PlacedBox,
    PlacedColumn,
    PlacedLink,
    Point,
    arrange,
)
from graph.drawing.legend import legend
from graph.drawing.measures import FOOT_SIZE, FRAME, LABEL_SIZE, LINE, PAD, SIZE, TITLE_SIZE
from graph.drawing.palette import NO_LINK, PAINTS, Paint, link_paint
from graph.drawing.scene import Curve, Form, Group, Polygon, Rectangle, Scene, Text
from graph.drawing.words import Words
from graph.drawing.wrapping import width, wrapped

SHEET = 1040.0  # of a picture to take away: across an A4 page (170 mm) its letters have about 6 points
PAGE = 1236.0  # of a picture in a page: what a window of 1280 pixels has room for
WINDOW = 250.0  # of the height of a picture in a page: what is linked is seen together
MARGIN, SLIM = 18.0, 8.0
TITLE, SMALL = 21.0, 12.5
LEAST_WIDTH = 860.0  # what title and legend need
SHEETS = (6.0, 3.0)  # how far the sheets behind a folded box stand out
HINT, SHORT_HINT = 400, 60  # characters of a text that a hint shows, and where a page has the texts at hand


def paint(view: CascadeView, words: Words, *, framed: bool = True) -> Scene:
    """The picture of a view; without its frame it has no title, legend or word on what is left out: a page has its
    own."""
    margin = MARGIN if framed else SLIM
    room, below = (SHEET, inf) if framed else (PAGE, WINDOW)
    layout = arrange(view, words, room - 2 * margin, below)
    wide = max(layout.width, LEAST_WIDTH if framed else 0.0) + 2 * margin
    top = _title(view, words, wide) if framed else Group("title", ())
    below = _bottom(top)
    body = [_moved(group, margin, below) for group in _body(layout, words, short=not framed)]
    height = below + layout.height + margin / 2
    groups = [top, *body]
    if framed:
        foot, height = _foot(view, words, wide, height)
        groups += foot
    ground = Group("ground", (Rectangle(Area(0, 0, wide, height), PAINTS["ground"], "ground"),))
    return Scene(round(wide, 1), round(height, 1), say.title(view, words), say.shown(view, words), (ground, *groups))


def _title(view: CascadeView, words: Words, wide: float) -> Group:
    asked = view.question
    card = next((node.clauses[0] for node in view.nodes if node.id == asked.id), None)
    said = f"{asked.document_title}　{card.heading or card.text}" if card else asked.document_title
    lines = wrapped(said, wide - 2 * MARGIN, SMALL + 1, 2)
    texts = [Text(MARGIN, MARGIN + TITLE, say.title(view, words), TITLE, PAINTS["strong"], "strong")]
    y = MARGIN + TITLE
    for line in lines:
        y += 22
        texts.append(Text(MARGIN, y, line, SMALL + 1, PAINTS["text"], "text"))
    for line in wrapped(
        f"{say.question(view, words)}{words.separator}{say.shown(view, words)}", wide - 2 * MARGIN, SMALL, 3
    ):
        y += 20
        texts.append(Text(MARGIN, y, line, SMALL, PAINTS["quiet"], "quiet"))
    return Group("title", tuple(texts))


def _bottom(group: Group) -> float:
    return max((form.y for form in group.forms if isinstance(form, Text)), default=0.0) + 14


def _foot(view: CascadeView, words: Words, wide: float, y: float) -> tuple[list[Group], float]:
    key, y = legend(words, MARGIN, y + 10, wide - 2 * MARGIN)
    texts = []
    for line in wrapped(say.left_out(view, words), wide - 2 * MARGIN, SMALL, 6):
        y += 19
        texts.append(Text(MARGIN, y, line, SMALL, PAINTS["text"], "text"))
    return [key, Group("left-out", tuple(texts))], y + MARGIN


def _body(layout: Layout, words: Words, *, short: bool) -> Iterator[Group]:
    hint = SHORT_HINT if short else HINT
    names = {box.node.id: say.head(box.node, words) if short else box.node.id for box in layout.boxes}
    titles = {box.node.document: say.owner(box.node, words)[1] for box in layout.boxes}
    yield from (_column(column, layout.height, words) for column in layout.columns)
    yield from (_block(block, titles.get(block.id, "")) for block in layout.blocks)
    yield from (_line(link, names) for link in layout.links)
    yield from (_box(box, words, hint) for box in layout.boxes)
    yield from (_label(link, words) for link in layout.links)


def _column(placed: PlacedColumn, height: float, words: Words) -> Group:
    name, count = say.column(placed.column, words)
    band = Area(placed.x - FRAME, 0, placed.width + 2 * FRAME, height)
    return Group(
        "column",
        (
            Rectangle(band, PAINTS["band"], "band", 8),
            Text(placed.x, 22, name, 15, PAINTS["strong"], "strong"),
            Text(placed.x, COLUMN_HEAD - 12, count, TITLE_SIZE, PAINTS["quiet"], "quiet"),
        ),
    )


def _block(block: PlacedBlock, title: str) -> Group:
    x, y = block.area.x + FRAME, block.area.y + FRAME + SIZE - 2
    forms: list[Form] = [Rectangle(block.area, PAINTS["frame"], "frame", 6)]
    for line in block.name:
        forms.append(Text(x, round(y, 1), line, SIZE, PAINTS["strong"], "strong"))
        y += LINE
    for line in block.title:
        forms.append(Text(x, round(y, 1), line, TITLE_SIZE, PAINTS["quiet"], "quiet"))
        y += LINE
    return Group("document", tuple(forms), (block.id,), title)


def _box(box: PlacedBox, words: Words, hint: int) -> Group:
    style = box_style(box.node)
    forms: list[Form] = []
    if box.node.kind != "clause":
        for out in SHEETS:
            behind = Area(box.area.x + out, box.area.y + out, box.area.width, box.area.height)
            forms.append(Rectangle(behind, PAINTS["sheet"], "sheet", 4))
    forms.append(Rectangle(box.area, PAINTS[style], style, 4))
    kinds = (("strong", SIZE, box.head), ("text", SIZE, box.body), ("quiet", FOOT_SIZE, box.foot))
    lines = [(kind, size, line) for kind, size, found in kinds for line in found]
    spare = (box.area.height - LINE * len(lines)) / 2
    x, y = box.area.x + PAD, box.area.y + min(spare, LINE) + SIZE  # near the top of what is high for its many lines
    for rank, (kind, size, line) in enumerate(lines):
        forms.append(Text(x, round(y + LINE * rank, 1), line, size, PAINTS[kind], kind))
    return Group("node", tuple(forms), (box.node.id,), _hint(box.node, words)[:hint])


def box_style(node: CascadeNode) -> str:
    """The name of the paint of a box."""
    if node.place == "asked":
        return "box asked"
    if node.place == "beside":
        return "box beside"
    return "box passing" if node.on_the_way else "box"


def _hint(node: CascadeNode, words: Words) -> str:
    if node.kind == "clause":
        card = node.clauses[0]
        return f"{card.document} {card.address} {card.text}"
    return f"{' '.join(say.owner(node, words))} {say.head(node, words)}: {say.body(node, words)}"


def _line(placed: PlacedLink, names: Mapping[str, str]) -> Group:
    link = placed.link
    ink = link_paint(link.carried, link.status, link.score)
    style = f"line {link.carried} {link.status}"
    tip, ahead = (placed.path[0], -1) if placed.turned else (placed.path[-1], 1)
    if placed.path[0][0] == placed.path[-1][0]:
        ahead = -1
    arrow = (tip, (tip[0] - 7 * ahead, tip[1] - 3.5), (tip[0] - 7 * ahead, tip[1] + 3.5))
    head = Polygon(arrow, Paint(ink.stroke), f"{style} tip")
    hint = f"{names[link.source]} → {names[link.target]}  {link.score:.2f}"
    return Group("link", (Curve(placed.path, ink, style), head), (link.source, link.target), hint)


def _label(placed: PlacedLink, words: Words) -> Group:
    """The words on a line, on a light ground, at the box from which it comes."""
    link, text = placed.link, say.label(placed.link, words)
    ink = link_paint(link.carried, link.status, link.score)
    x, y = placed.label
    wide = width(text, LABEL_SIZE)
    beside = placed.path[0][0] == placed.path[-1][0]
    left = x + 8 if beside else x - wide - 4
    ground = Area(round(left - 3, 1), y - 6.5, round(wide + 6, 1), 13)
    forms = (
        Rectangle(ground, PAINTS["halo"], "halo", 3),
        Text(
            round(left, 1),
            y + 3.7,
            text,
            LABEL_SIZE,
            Paint(ink.stroke or NO_LINK),
            f"line-name {link.carried} {link.status}",
        ),
    )
    return Group("label", forms, (link.source, link.target))


def _moved(group: Group, x: float, y: float) -> Group:
    def at(point: Point) -> Point:
        return round(point[0] + x, 1), round(point[1] + y, 1)

    def form(found: Form) -> Form:
        if isinstance(found, Rectangle):
            area = found.area
            return Rectangle(
                Area(*at((area.x, area.y)), area.width, area.height), found.paint, found.style, found.radius
            )
        if isinstance(found, Text):
            return Text(*at((found.x, found.y)), found.text, found.size, found.paint, found.style)
        return type(found)(tuple(map(at, found.points)), found.paint, found.style)

    return Group(group.kind, tuple(map(form, group.forms)), group.about, group.hint)
