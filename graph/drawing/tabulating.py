"""From a table to a picture: title, heads, rows as high as what stands in them, key and notes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from graph.drawing.layout import Area
from graph.drawing.palette import PAINTS
from graph.drawing.scene import Form, Group, Rectangle, Scene, Text
from graph.drawing.table import Bar, Cell, Row, Said, Table
from graph.drawing.wrapping import width, wrapped

MARGIN, LEAST_WIDTH = 28.0, 720.0
TITLE, SIZE, SMALL = 21.0, 12.5, 11.0
PAD, LINE, SMALL_LINE, BAR, APART = 8.0, 17.0, 15.5, 14.0, 7.0
UNDER_LINE, KEY_LINE, GAP = 19.0, 22.0, 20.0
UNDER_MOST, NOTE_MOST = 3, 4  # lines
SIGN = 1.35  # room of a sign, in parts of the size


def tabulate(table: Table) -> Scene:
    """The picture of a table."""
    rooms = _rooms(table)
    wide = sum(rooms) + 2 * MARGIN
    top, y = _top(table, sum(rooms))
    groups = [top]
    head, y = _row(Row(tuple(Cell(column.head.items, "shaded") for column in table.columns)), rooms, y, "head")
    groups.append(head)
    for row in table.rows:
        group, y = _row(row, rooms, y, "row")
        groups.append(group)
    groups.append(Group("rule", (_rule(sum(rooms), y, 1.2),)))
    key, y = _key(table.key, sum(rooms), y + 8)
    notes, y = _lines(table.notes, sum(rooms), y + 4, NOTE_MOST)
    groups += [key, Group("notes", notes)]
    height = y + MARGIN
    ground = Group("ground", (Rectangle(Area(0, 0, wide, height), PAINTS["ground"], "ground"),))
    return Scene(round(wide, 1), round(height, 1), table.title, " ".join(table.under), (ground, *groups))


def _rooms(table: Table) -> list[float]:
    """The rooms of the columns, stretched where title and notes need more."""
    rooms = [column.room for column in table.columns]
    stretch = max(1.0, (LEAST_WIDTH - 2 * MARGIN) / sum(rooms))
    return [round(room * stretch, 1) for room in rooms]


def _top(table: Table, room: float) -> tuple[Group, float]:
    y, texts = MARGIN - 6, list[Form]()
    for line in wrapped(table.title, room, TITLE, 2):
        y += TITLE + 6
        texts.append(Text(MARGIN, y, line, TITLE, PAINTS["strong"], "strong"))
    under, y = _lines(table.under, room, y + 4, UNDER_MOST)
    return Group("title", (*texts, *under)), y + 14


def _lines(texts: Iterable[str], room: float, y: float, most: int) -> tuple[tuple[Form, ...], float]:
    """Texts, each on lines of its own, and where the last one stands."""
    forms: list[Form] = []
    for text in texts:
        for line in wrapped(text, room, SIZE, most):
            y += UNDER_LINE
            forms.append(Text(MARGIN, y, line, SIZE, PAINTS["quiet"], "quiet"))
    return tuple(forms), y


def _row(row: Row, rooms: Sequence[float], y: float, kind: str) -> tuple[Group, float]:
    """A row from this height down, and where it ends."""
    spans = rooms if len(row.cells) == len(rooms) else [sum(rooms)]
    height = 2 * PAD + max(sum(_heights(cell, room)) for cell, room in zip(row.cells, spans, strict=True))
    forms: list[Form] = []
    for cell, room, end in zip(row.cells, spans, accumulate(spans), strict=True):
        area = Area(round(MARGIN + end - room, 1), y, room, height)
        if cell.tint == "shaded":
            forms.append(Rectangle(area, PAINTS["shaded"], "shaded"))
        forms += _cell(cell, area)
    forms.append(_rule(sum(rooms), y, 1.2 if row.heavy else 0.5))
    return Group(kind, tuple(forms), (row.id,) if row.id else ()), round(y + height, 1)


def _rule(room: float, y: float, thick: float) -> Form:
    return Rectangle(Area(MARGIN, y, room, thick), PAINTS["rule"], "rule")


def _heights(cell: Cell, room: float) -> Iterator[float]:
    """The height of each thing in a cell, with what keeps it apart from the one above."""
    for rank, item in enumerate(cell.items):
        yield (APART if rank and _apart(item) else 0.0) + _height(item, room)


def _height(item: Said | Bar, room: float) -> float:
    return BAR if isinstance(item, Bar) else _line(item) * len(_broken(item, room))


def _apart(item: Said | Bar) -> bool:
    return isinstance(item, Said) and item.apart


def _cell(cell: Cell, area: Area) -> Iterator[Form]:
    end = area.y + PAD
    for item, height in zip(cell.items, _heights(cell, area.width), strict=True):
        end = round(end + height, 1)
        if isinstance(item, Bar):
            yield from _bar(item, Area(area.x + PAD, end - BAR + 4, area.width - 2 * PAD, BAR - 6))
        else:
            yield from _said(item, area, end - _height(item, area.width))


def _size(item: Said) -> float:
    return SMALL if item.style == "quiet" else SIZE


def _line(item: Said) -> float:
    return SMALL_LINE if item.style == "quiet" else LINE


def _indent(item: Said) -> float:
    return round(SIGN * _size(item), 1) if item.sign else 0.0


def _broken(item: Said, room: float) -> tuple[str, ...]:
    return wrapped(item.text, room - 2 * PAD - _indent(item), _size(item), item.most)


def _said(item: Said, area: Area, y: float) -> Iterator[Form]:
    """The words; their sign stands before the first line, the others stand below its words."""
    x, paint = area.x + PAD, PAINTS[item.style]
    for rank, line in enumerate(_broken(item, area.width)):
        ground = round(y + _line(item) * rank + _size(item), 1)
        if item.sign and not rank:
            yield Text(x, ground, item.sign, _size(item), paint, item.style)
        yield Text(round(x + _indent(item), 1), ground, line, _size(item), paint, item.style)


def _bar(bar: Bar, area: Area) -> Iterator[Form]:
    whole, left = sum(count for _, count in bar.parts), 0
    for style, count in bar.parts:
        if count:
            start, room = area.x + area.width * left / whole, area.width * count / whole
            part = Area(round(start, 1), area.y, round(room, 1), area.height)
            yield Rectangle(part, PAINTS[f"bar {style}"], f"bar {style}")
        left += count


def _key(entries: Sequence[Said], room: float, y: float) -> tuple[Group, float]:
    """The key from this height down, in lines, and where it ends."""
    forms, x = list[Form](), MARGIN
    y += KEY_LINE if entries else 0
    for item in entries:
        wide = _indent(item) + width(item.text, SIZE)
        if x > MARGIN and x + wide > MARGIN + room:
            x, y = MARGIN, y + KEY_LINE
        paint = PAINTS[item.style]
        forms.append(Text(x, y, item.sign, SIZE, paint, item.style))
        forms.append(Text(round(x + _indent(item), 1), y, item.text, SIZE, PAINTS["text"], "text"))
        x = round(x + wide + GAP, 1)
    return Group("legend", tuple(forms)), y
