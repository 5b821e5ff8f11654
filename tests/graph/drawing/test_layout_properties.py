"""Where things stand in a picture: nothing overlaps, lines go from layer to layer, all is on the sheet."""

import math
from itertools import combinations, pairwise

import many
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from views import node, view, views

from graph.cascade import cascade_view
from graph.drawing.layers import Item, layers_of, spread
from graph.drawing.layout import arrange
from graph.drawing.measures import LABEL_SIZE, SIZE, TITLE_SIZE
from graph.drawing.ordering import Block, crossings, ordered
from graph.drawing.painting import paint
from graph.drawing.placing import rising
from graph.drawing.words import WORDS
from graph.store import open_store

ZH = WORDS["zh"]


ROOMS = st.sampled_from([(), (700.0,), (1000.0, 250.0)])  # what `arrange` is told of the page


def meet(one, other) -> bool:
    """Whether two areas have a place in common."""
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not beside and one.y < other.y + other.height and other.y < one.y + one.height


@settings(max_examples=60)
@given(views(), ROOMS)
def test_nothing_overlaps(shown, room):
    """Boxes do not overlap one another, nor do the frames of documents, and each box stands in its document's frame,
    however narrow."""
    layout = arrange(shown, ZH, *room)

    assert not [1 for a, b in combinations(layout.boxes, 2) if meet(a.area, b.area)]
    assert not [1 for a, b in combinations(layout.blocks, 2) if meet(a.area, b.area)]
    for box in layout.boxes:
        assert any(
            block.id == box.node.document
            and block.area.y < box.area.y
            and box.area.y + box.area.height < block.area.y + block.area.height
            for block in layout.blocks
            if block.area.x < box.area.x < block.area.x + block.area.width
        )


@settings(max_examples=60)
@given(views(), ROOMS)
def test_lines_go_from_box_to_box_past_the_others(shown, room):
    """A line begins at the right side of one of its boxes and ends at the left side of the other, or at the right side
    again where both stand in one layer; where it runs straight through a layer it crosses no frame."""
    layout = arrange(shown, ZH, *room)
    areas = {box.node.id: box.area for box in layout.boxes}
    for line in layout.links:
        ends = (areas[line.link.source], areas[line.link.target])
        left, right = sorted(ends, key=lambda area: area.x)
        far = right.x + right.width if left.x == right.x else right.x

        assert (left.x + left.width, far) == (line.path[0][0], line.path[-1][0])
        assert any(area.y <= line.path[-1][1] <= area.y + area.height for area in ends)
        for (x, y), (to, _) in pairwise(line.path[3:-3:3]):
            inside = [block for block in layout.blocks if x <= block.area.x and block.area.x + block.area.width <= to]
            assert not [block for block in inside if block.area.y < y < block.area.y + block.area.height]


@settings(max_examples=60)
@given(views())
def test_all_is_on_the_sheet(shown):
    """Every form of the picture lies within its width and height."""
    scene = paint(shown, ZH)
    for group in scene.groups:
        for form in group.forms:
            points = getattr(form, "points", None) or [
                (form.area.x, form.area.y) if hasattr(form, "area") else (form.x, form.y)
            ]
            assert all(0 <= x <= scene.width and 0 <= y <= scene.height for x, y in points)


USUAL = ("national", "provincial", "provincial", "municipal", "county", "county")


def usual(levels=USUAL):
    """A cascade of six layers: each document carries out a clause of the one before."""
    nodes = [node(document, level, number) for document, level in enumerate(levels) for number in range(1, 4)]
    ids = [each.id for each in nodes]
    return view(nodes, [(ids[3 * at], ids[3 * at - 3]) for at in range(1, len(levels))])


def test_a_usual_picture_fits_its_page():
    """Six layers stand across a page of 1240 pixels, and across A4 (170 mm) its letters have 5.5 points or more; three
    layers have wider boxes than six."""
    page, paper = paint(usual(), ZH, framed=False), paint(usual(), ZH)
    six, three = (arrange(usual(levels), ZH, 1200) for levels in (USUAL, USUAL[::2]))

    assert 6 == len({box.layer for box in six.boxes})
    assert page.width <= 1240
    assert min(SIZE, LABEL_SIZE, TITLE_SIZE) >= 12
    assert SIZE * 170 / 25.4 * 72 / paper.width > 5.5
    assert three.boxes[0].area.width > six.boxes[0].area.width


@given(views(), st.sampled_from([700.0, 1000.0]))
def test_addresses_and_numbers_stand_whole(shown, room):
    """Narrow boxes and frames have more lines; no address of a clause and no number of a document is cut."""
    layout = arrange(shown, ZH, room)

    assert all(box.node.clauses[0].address == "".join(box.head) for box in layout.boxes)
    assert all("".join(block.name).startswith(block.id) for block in layout.blocks)


def test_what_is_linked_is_seen_together():
    """A box that is linked to a whole column stands in the middle of it, in a page's picture near its top."""
    nodes = [node(0, "national", 1), *(node(1, "provincial", number) for number in range(1, 30))]
    shown = view(nodes, [(each.id, nodes[0].id) for each in nodes[1:]])
    middle, top = (arrange(shown, ZH, 1000, below).boxes[0].area.middle for below in (math.inf, 250))

    assert middle > 800
    assert top < 450


@given(views())
def test_what_implements_stands_further_right(shown):
    """Between two levels the lower one is always further right; a level has layers of its own."""
    layout = arrange(shown, ZH)
    reach = {}
    for box in layout.boxes:
        reach.setdefault(box.node.level, []).append(box.area.x)
    found = [reach[column.column.level] for column in layout.columns]

    assert all(max(upper) < min(lower) for upper, lower in pairwise(found))


LAYERS = st.lists(st.integers(1, 7), min_size=2, max_size=5)


@given(st.data(), LAYERS)
def test_sweeps_never_cross_more(data, sizes):
    """The order that is found crosses no more than the order that was given, and holds the same boxes."""
    layers = [
        tuple(Block(f"d{rank} {place}", (f"{rank} {place} a", f"{rank} {place} b")) for place in range(size))
        for rank, size in enumerate(sizes)
    ]
    pairs = [
        (low, high)
        for upper, lower in pairwise(layers)
        for low in (id for block in upper for id in block.members)
        for high in (id for block in lower for id in block.members)
    ]
    segments = data.draw(st.lists(st.sampled_from(pairs), max_size=25, unique=True))
    found = ordered(layers, segments)

    assert crossings(found, segments) <= crossings(layers, segments)
    for before, after in zip(layers, found, strict=True):
        assert {frozenset(block.members) for block in before} == {frozenset(block.members) for block in after}


def test_a_twist_is_undone():
    """Two documents whose only links cross change places."""
    layers = [(Block("a", ("1",)), Block("b", ("2",))), (Block("c", ("3",)), Block("d", ("4",)))]

    assert 1 == crossings(layers, [("1", "4"), ("2", "3")])
    assert 0 == crossings(ordered(layers, [("1", "4"), ("2", "3")]), [("1", "4"), ("2", "3")])


def test_a_document_stands_after_what_it_carries_out():
    """Within one level: first the earlier document, then the later one, then the rows of its task list."""
    items = [Item(id, 1, id[0], 10.0) for id in ("a1", "b1", "b2")]

    assert {"a1": 0, "b1": 1, "b2": 2} == layers_of(items, [("b1", "a1"), ("b2", "b1")])


@given(st.lists(st.tuples(st.floats(-100, 100), st.floats(0.1, 9)), max_size=20))
def test_rising_numbers_rise(given_):
    """They never fall, keep the weighted sum, and change nothing that rises already."""
    wishes, weights = [wish for wish, _ in given_], [weight for _, weight in given_]
    found = rising(wishes, weights)

    assert all(low <= high + 1e-9 for low, high in pairwise(found))
    assert sum(w * x for w, x in zip(weights, wishes, strict=True)) == pytest.approx(
        sum(w * x for w, x in zip(weights, found, strict=True)), abs=1e-6
    )
    assert sorted(wishes) == rising(sorted(wishes), weights)


def test_five_hundred_boxes():
    """A picture of 500 boxes and 700 links is laid out, without overlaps."""
    nodes = [node(n // 10, ("national", "provincial", "municipal", "county")[n // 125], n) for n in range(500)]
    pairs = [(nodes[low].id, nodes[(low * 7) % (low - low % 125)].id) for low in range(125, 500)]
    pairs += [(nodes[low].id, nodes[(low * 13) % (low - low % 125)].id) for low in range(175, 500)]
    layout = arrange(view(nodes, sorted(set(pairs))), ZH)
    for _, column in sorted(
        {box.layer: [b for b in layout.boxes if b.layer == box.layer] for box in layout.boxes}.items()
    ):
        inside = sorted((box.area for box in column), key=lambda area: area.y)

        assert all(upper.y + upper.height < lower.y for upper, lower in pairwise(inside))


SIZES = (many.Size(clauses=60, cities=8, city_tasks=25), many.Size(clauses=1, cities=20, city_tasks=15))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_is_tall_stands_side_by_side(size):
    """A picture of hundreds of boxes is not a ribbon: it is at most three times as high as wide. Its boxes and frames
    do not overlap, and a document's boxes stand in frames of theirs."""
    with open_store(":memory:") as store:
        many.put(store, many.cascade(size))
        shown = cascade_view(store, many.PLAN, limit=1000)
    layout = arrange(shown, ZH)

    assert len(layout.boxes) > 200
    assert layout.height < 3 * layout.width
    assert len({box.layer for box in layout.boxes if box.node.level == "municipal"}) > 2
    for areas in ([box.area for box in layout.boxes], [block.area for block in layout.blocks]):
        assert not [1 for one, other in combinations(areas, 2) if meet(one, other)]
    for box in layout.boxes:
        assert any(block.id == box.node.document and meet(block.area, box.area) for block in layout.blocks)


def test_a_small_picture_is_not_cut():
    """A level of few boxes is one layer, whatever its documents."""
    items = [Item(str(rank), 2, f"d{rank // 3}", 60.0) for rank in range(24)]

    assert ({item.id: 0 for item in items}, set()) == spread(items, {item.id: 0 for item in items}, [])


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_pieces_keep_the_order(sizes):
    """A tall layer is cut in the order of its boxes; only a document that is taller than a piece is divided."""
    items = [Item(f"{rank}/{at}", 0, f"d{rank}", 60.0) for rank, size in enumerate(sizes) for at in range(size)]
    places, cut = spread(items, {item.id: 0 for item in items}, [])
    found = [places[item.id] for item in items]

    assert sorted(found) == found
    assert set(found) == set(range(found[-1] + 1))
    assert cut == (set(found) if found[-1] else set())
