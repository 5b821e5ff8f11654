"""Where everything of a picture stands: boxes in columns by level, the frames of their documents, and the lines."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from math import inf

from graph.cascade_answers import CascadeColumn, CascadeLink, CascadeNode, CascadeView
from graph.drawing import measures as measured
from graph.drawing.layers import Item, layers_of, spread
from graph.drawing.measures import ARC, FRAME, LINE, PAD, Measures, measures
from graph.drawing.ordering import Block, ordered
from graph.drawing.placing import Stack, placed
from graph.drawing.words import Words
from graph.web import rank

BETWEEN_BOXES, BETWEEN_BLOCKS, BETWEEN_POINTS = 8.0, 18.0, 6.0
PORT, LABEL = 5.0, 15.0  # between lines at the right and left side of a box
COLUMN_HEAD = 52.0
MOST_IN_PIECE = 10  # boxes in a frame where a layer is cut: lines to the other pieces pass between frames
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, in pixels from the top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box with what stands in it: the first lines, those below, and what leads out of the picture."""

    node: CascadeNode
    area: Area
    layer: int
    head: tuple[str, ...]
    body: tuple[str, ...]
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """The frame around the boxes of a document in a layer: its number and region, and its title."""

    id: str
    area: Area
    name: tuple[str, ...]
    title: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column of one level, which may have several layers."""

    column: CascadeColumn
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A line: `path` is a start, then two points that bend the line and one where it leads, and so on. `label` is where
    its words end, on its last straight piece. `turned` says that it leads to its target, where most come from it."""

    link: CascadeLink
    path: tuple[Point, ...]
    label: Point
    turned: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """All of a picture but its title and legend."""

    width: float
    height: float
    columns: tuple[PlacedColumn, ...]
    blocks: tuple[PlacedBlock, ...]
    boxes: tuple[PlacedBox, ...]
    links: tuple[PlacedLink, ...]


def arrange(view: CascadeView, words: Words, room: float = inf, below: float = inf) -> Layout:
    """Place all that a view shows: the same view gives the same places. It is no wider than the room (pixels) where
    boxes that can be read allow it, and what is linked to much begins no further `below` the first of that than need
    be."""
    return _Arranging(view, words, room, below).layout()


class _Arranging:
    """One picture in the making."""

    def __init__(self, view: CascadeView, words: Words, room: float, below: float) -> None:
        self.view, self.words = view, words
        self.nodes = {node.id: node for node in view.nodes}
        edges = [(link.source, link.target) for link in view.links]
        layers = layers_of([_item(node, 0.0) for node in view.nodes], edges)
        self.by = measures(layers, view.links, words, room)
        items = [_item(node, _height(node, view.links, words, self.by)) for node in view.nodes]
        self.height = {item.id: item.height for item in items}
        self.layer, self.pieces = spread(items, layers, edges)
        self.by = replace(measures(self.layer, view.links, words, room), box=self.by.box)
        self.ways = {(link.source, link.target): self._way(link, place) for place, link in enumerate(view.links)}
        self.order = ordered(self._blocks(items), self._segments())
        stacks = [[self._stack(*near) for near in zip_longest(layer, layer[1:])] for layer in self.order]
        self.tops = placed(stacks, _both_ways(self._segments()), below)
        self.stacks = stacks

    def _way(self, link: CascadeLink, place: int) -> tuple[str, ...]:
        """What a line leads over from left to right: its ends, and a point in each layer between."""
        ends = sorted((link.target, link.source), key=lambda id: self.layer[id])
        between = range(self.layer[ends[0]] + 1, self.layer[ends[1]])
        points = tuple(f"point {place} {layer}" for layer in between)
        self.layer |= dict(zip(points, between, strict=True))
        return (ends[0], *points, ends[1])

    def _blocks(self, items: Sequence[Item]) -> list[tuple[Block, ...]]:
        members: dict[int, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
        for item in items:
            members[self.layer[item.id]][item.block].append(item)
        layers: list[tuple[Block, ...]] = []
        for layer in range(max(self.layer.values(), default=-1) + 1):
            most = MOST_IN_PIECE if layer in self.pieces else len(items)
            blocks = [
                Block(name, tuple(item.id for item in part), all(item.steady for item in part))
                for name, found in members[layer].items()
                for part in (found[at : at + most] for at in range(0, len(found), most))
            ]
            points = [way for way in self.layer if self.layer[way] == layer and way not in self.nodes]
            layers.append((*blocks, *(Block("", (point,)) for point in points)))
        return layers

    def _segments(self) -> list[tuple[str, str]]:
        pairs = (pair for way in self.ways.values() for pair in pairwise(way))
        return [pair for pair in pairs if self.layer[pair[0]] != self.layer[pair[1]]]

    def _stack(self, block: Block, after: Block | None) -> Stack:
        if not block.name:
            tight = after is not None and not after.name
            return Stack(block.members, (0.0,), 0.0, BETWEEN_POINTS if tight else BETWEEN_BLOCKS)
        top, middles = self._frame_head(block), list[float]()
        for id in block.members:
            middles.append(top + self.height[id] / 2)
            top += self.height[id] + BETWEEN_BOXES
        return Stack(block.members, tuple(middles), top - BETWEEN_BOXES + FRAME, BETWEEN_BLOCKS)

    def _frame_head(self, block: Block) -> float:
        node = self.nodes[block.members[0]]
        lines = (*measured.name(node, self.words, self.by), *measured.title(node, self.words, self.by))
        return FRAME + LINE * len(lines) + 4

    def layout(self) -> Layout:
        """What was found, in pixels."""
        lefts, by = self.by.lefts(), self.by
        areas, blocks = dict[str, Area](), list[PlacedBlock]()
        for rank_, (layer, tops) in enumerate(zip(self.stacks, self.tops, strict=True)):
            for stack, top in zip(layer, tops, strict=True):
                self._put(stack, lefts[rank_], top + COLUMN_HEAD, areas, blocks)
        boxes = tuple(self._box(node, areas[node.id]) for node in self.view.nodes)
        bottom = max((block.area.y + block.area.height for block in blocks), default=COLUMN_HEAD)
        links = _Wiring(self.view.links, self.ways, areas, self.layer, by).links()
        return Layout(
            width=by.width,
            height=max([bottom, *(area.y for area in areas.values())]) + FRAME,
            columns=self._columns(lefts),
            blocks=tuple(blocks),
            boxes=boxes,
            links=links,
        )

    def _put(self, stack: Stack, left: float, top: float, areas: dict[str, Area], blocks: list[PlacedBlock]) -> None:
        for id, middle in zip(stack.members, stack.middles, strict=True):
            height = self.height.get(id, 0.0)
            areas[id] = Area(left, round(top + middle - height / 2, 1), self.by.box, height)
        if stack.height:
            node = self.nodes[stack.members[0]]
            name, title = (lines(node, self.words, self.by) for lines in (measured.name, measured.title))
            area = Area(left - FRAME, round(top, 1), self.by.box + 2 * FRAME, round(stack.height, 1))
            blocks.append(PlacedBlock(node.document or node.id, area, name, title))

    def _box(self, node: CascadeNode, area: Area) -> PlacedBox:
        head, body, foot = _said(node, self.words, self.by)
        return PlacedBox(node, area, self.layer[node.id], head, body, foot)

    def _columns(self, lefts: Sequence[float]) -> tuple[PlacedColumn, ...]:
        found = []
        for column in self.view.columns:
            layers = [self.layer[id] for id in column.nodes]
            left, right = lefts[min(layers)] - FRAME, lefts[max(layers)] + self.by.box + FRAME
            found.append(PlacedColumn(column, left, right - left))
        return tuple(found)


class _Wiring:
    """The lines, each with a port of its own at both ends."""

    def __init__(
        self,
        links: Sequence[CascadeLink],
        ways: Mapping[tuple[str, str], tuple[str, ...]],
        areas: Mapping[str, Area],
        layer: Mapping[str, int],
        by: Measures,
    ) -> None:
        self.given, self.ways, self.areas, self.layer, self.by = links, ways, areas, layer, by
        self.leaving, self.reaching = self._ports(0), self._ports(-1)

    def _ports(self, end: int) -> dict[tuple[str, str], float]:
        """The height at which each line meets its box, by where it comes from or leads to."""
        at: dict[tuple[str, bool], list[tuple[float, tuple[str, str]]]] = defaultdict(list)
        for link in self.given:
            ends = (link.source, link.target)
            way = self.ways[ends]
            beside = self.layer[way[0]] == self.layer[way[-1]]
            at[way[end], beside].append((self.areas[way[1 if end == 0 else -2]].middle, ends))
        found: dict[tuple[str, str], float] = {}
        for (id, _), lines in at.items():
            area = self.areas[id]
            step = min(LABEL, area.height / (len(lines) + 1))
            first = area.middle - step * (len(lines) - 1) / 2
            found |= {ends: round(first + step * place, 1) for place, (_, ends) in enumerate(sorted(lines))}
        return found

    def links(self) -> tuple[PlacedLink, ...]:
        """All lines."""
        return tuple(self._line(link) for link in self.given)

    def _line(self, link: CascadeLink) -> PlacedLink:
        ends = (link.source, link.target)
        way, start, end = self.ways[ends], self.leaving[ends], self.reaching[ends]
        first, last = self.areas[way[0]], self.areas[way[-1]]
        if self.layer[way[0]] == self.layer[way[-1]]:
            return PlacedLink(link, _arc(first.x + first.width, start, end), (first.x + first.width + 4, end), False)
        path: list[Point] = [(first.x + first.width, start)]
        for id in way[1:-1]:
            area = self.areas[id]
            path += [*_bend(path[-1], (area.x - FRAME, area.y)), *_straight((area.x + self.by.box + FRAME, area.y))]
        before = (last.x - FRAME - self.by.before[self.layer[way[-1]]], end)
        path += [*_bend(path[-1], before), *_straight((last.x, end))]
        return PlacedLink(link, tuple(path), (last.x - FRAME, end), way[-1] != link.source)


def _item(node: CascadeNode, height: float) -> Item:
    return Item(node.id, rank(node.level), node.document or node.id, height, steady=node.place == "asked")


def _height(node: CascadeNode, links: Sequence[CascadeLink], words: Words, by: Measures) -> float:
    """A box is as high as its text and as the labels of the lines that reach it."""
    lines = sum(map(len, _said(node, words, by)))
    reaching = sum(link.source == node.id for link in links)
    leaving = sum(link.target == node.id for link in links)
    return max(2 * PAD + LINE * lines - 2, LABEL * (reaching + 1), PORT * (leaving + 1))


def _said(node: CascadeNode, words: Words, by: Measures) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The first lines of a box, those below, and the last."""
    return measured.head(node, words, by), measured.body(node, words, by), measured.foot(node, words, by)


def _both_ways(segments: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for low, high in segments:
        found[low].append(high)
        found[high].append(low)
    return found


def _bend(start: Point, end: Point) -> tuple[Point, Point, Point]:
    half = (end[0] - start[0]) / 2
    return (start[0] + half, start[1]), (end[0] - half, end[1]), end


def _straight(end: Point) -> tuple[Point, Point, Point]:
    return end, end, end


def _arc(x: float, start: float, end: float) -> tuple[Point, ...]:
    return (x, start), (x + ARC, start), (x + ARC, end), (x, end)
