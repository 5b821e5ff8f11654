"""Walks over links, against what trying every path finds."""

from collections import Counter
from math import prod

from hypothesis import given
from hypothesis import strategies as st

from graph.walks import best_paths, count_paths, distances

NAMES = "abcdef"
LIMIT = 10_000


@st.composite
def links(draw: st.DrawFn) -> list[dict[str, object]]:
    """Links between up to six clauses, one way or both, circles too, with few different scores so that ties occur.

    No score is 0: there, all products are alike, and the walk may miss the shortest of them."""
    pairs = draw(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=14))
    scores = st.sampled_from([0.25, 0.5, 1.0])
    return [{"source": s, "target": t, "score": draw(scores)} for s, t in sorted(pairs) if s != t]


def every_path(rows: list[dict[str, object]], clause: str = "a", seen: tuple[str, ...] = ("a",)) -> list[tuple]:
    """Every simple path up to `a`, as its links from the clause upward."""
    found = []
    for row in rows:
        if row["target"] == clause and row["source"] not in seen:
            below = every_path(rows, row["source"], (*seen, row["source"]))
            found += [(row,), *((*path, row) for path in below)]
    return found


def rank(path: tuple) -> tuple[float, int, list[str]]:
    """What makes a path better than another: less of this."""
    return -prod(row["score"] for row in path), len(path), [row["source"] for row in path]


@given(links())
def test_the_best_path_is_the_best_of_all(rows):
    """Highest product, then fewest links, then first ids from the clause upward."""
    wanted = {}
    for path in sorted(every_path(rows), key=rank):
        wanted.setdefault(path[0]["source"], path)

    assert wanted == {clause: path.links for clause, path in best_paths("a", rows).items()}


@given(links())
def test_all_simple_paths_are_counted(rows):
    """The number of paths is that of all ways up which pass no clause twice."""
    assert Counter(path[0]["source"] for path in every_path(rows)) == count_paths("a", rows, LIMIT)


@given(links(), st.integers(1, 3))
def test_counting_stops_at_the_limit(rows, limit):
    """No count is above the limit, and none is nothing where there is a path."""
    counts = count_paths("a", rows, limit)

    assert max(counts.values(), default=0) <= limit
    assert count_paths("a", rows, LIMIT).keys() == counts.keys()


@given(links(), st.integers(1, 6))
def test_distances_are_the_fewest_links(rows, depth):
    """Each clause within the depth stands at the length of its shortest path, and each link on the way comes once."""
    wanted = {"a": 0}
    for path in sorted(every_path(rows), key=len):
        if len(path) <= depth:
            wanted.setdefault(path[0]["source"], len(path))

    found, way = distances(lambda front: [row for row in rows if row["target"] in front], "source", "a", depth)

    assert wanted == found
    assert len(way) == len({(row["source"], row["target"]) for row in way})
    assert wanted.keys() - {"a"} <= {row["source"] for row in way}


def test_a_product_is_not_noise():
    """0.1 x 0.7 is 0.07, whatever the arithmetic makes of it."""
    rows = [{"source": "b", "target": "a", "score": 0.7}, {"source": "c", "target": "b", "score": 0.1}]

    assert 0.07 == best_paths("a", rows)["c"].score


def test_a_path_goes_on_only_where_links_join():
    """What does not join is no path, and a clause is still reached by another link that does."""
    rows = [
        {"source": "b", "target": "a", "score": 0.9},
        {"source": "c", "target": "b", "score": 0.9},
        {"source": "d", "target": "b", "score": 0.9},
        {"source": "d", "target": "a", "score": 0.5},
    ]

    def joins(lower: dict[str, object], _upper: object) -> bool:
        return lower["source"] == "e"

    assert {"b": 0.9, "d": 0.5} == {clause: path.score for clause, path in best_paths("a", rows, joins).items()}
    assert {"b": 1, "d": 1} == count_paths("a", rows, LIMIT, joins)
