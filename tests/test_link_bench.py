"""The bench of the linker: its invented pairs, its measures of right and wrong, and its fit; no peer is needed."""

import io
import json
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from loaders.signs import link_weights

sys.path.append(str(Path(__file__).parents[1] / "bench"))
link_fit, link_made, link_pairs, link_peers, link_plot, link_scores, linking = map(
    import_module, ("link_fit", "link_made", "link_pairs", "link_peers", "link_plot", "link_scores", "linking")
)

SCORES = st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("ABCD")), st.sampled_from([0.1, 0.5, 0.9]))
LINKS = st.frozensets(st.tuples(st.sampled_from("abcd"), st.sampled_from("ABCD")))


def pair(wanted, either=()):
    """A pair of documents of which only the links matter."""
    return link_pairs.Pair("group", "name", None, None, frozenset(wanted), frozenset(either))


def test_same_seed_same_pairs():
    """A seed makes the same pairs again, another makes others."""
    made = list(link_made.pairs(5, seed=1))

    assert made == list(link_made.pairs(5, seed=1))
    assert made != list(link_made.pairs(5, seed=2))


def test_planted_clauses_are_read():
    """Each planted link joins two clauses that the reader finds, and the pairs without links join none."""
    for one, made in zip(link_pairs.made(10, seed=1), link_made.pairs(10, seed=1), strict=True):
        assert len(set(made.links)) == len(one.wanted)
        assert bool(one.wanted) == (": linked" in one.name)


def test_each_measure_is_made():
    """Every invented measure stands above and below in some pair, in one of its wordings."""
    made = list(link_made.pairs(200, seed=1))
    linked = {link for one in made for link in one.links}

    for measure in link_made.measures():
        assert linked & {(measure.below, measure.above), (measure.above, measure.above)}


def test_no_figure_mark_is_left():
    """Marks of figures and levels are filled in."""
    texts = [text for one in link_made.pairs(50, seed=1) for text in (one.source, one.target)]

    assert [] == [text for text in texts if "@" in text or "[" in text]


def test_either_counts_neither_way():
    """A link that may be there or not is neither right nor extra nor missed."""
    scores = {("a", "A"): 0.9, ("a", "B"): 0.9, ("b", "B"): 0.9, ("c", "C"): 0.1}
    found = link_scores.counts(pair([("a", "A"), ("c", "C")], [("a", "B"), ("d", "D")]), scores, 0.5)

    assert found == link_scores.Counts(right=1, extra=1, missed=1)
    assert (0.5, 0.5, 0.5) == (found.precision, found.recall, found.f1)


@given(st.lists(st.tuples(SCORES, LINKS, LINKS), min_size=1, max_size=3), st.sampled_from([0.1, 0.5, 0.9]))
def test_best_threshold_is_best(given_pairs, other):
    """No other threshold gives a better F1 than the chosen one, nor a better mean than one for each pair."""
    scored = [(pair(wanted - either, either), scores) for scores, wanted, either in given_pairs]
    best = link_scores.total(scored, link_scores.best_threshold(scored)).f1

    assert best >= link_scores.total(scored, other).f1
    assert link_scores.mean_f1(scored) >= link_scores.mean_f1(scored, other)


def test_threshold_without_links():
    """Where any link would be wrong, the best threshold lets none through."""
    scored = [(pair([]), {("a", "A"): 0.9})]

    assert link_scores.Counts() == link_scores.total(scored, link_scores.best_threshold(scored))


def test_tenths():
    """Scores are gathered by tenths, 1 with the last, each with its number, mean and share right."""
    found = link_scores.tenths([(0.81, True), (0.89, False), (1.0, True)])

    assert [None] * 8 == found[:8]
    assert (2, pytest.approx(0.85), 0.5) == (found[8].count, found[8].said, found[8].right)
    assert 1 == found[9].count


@given(st.text("甲乙丙", max_size=12), st.text("甲乙丙", max_size=12))
def test_longest_run(one, other):
    """The longest common run is as long as trying all runs finds it."""
    runs = {one[start:end] for start in range(len(one)) for end in range(start, len(one) + 1)}

    assert max((len(run) for run in runs if run in other), default=0) == link_peers.longest_run(one, other)


@pytest.mark.parametrize(
    ("source", "target", "score"),
    [
        ([1, 2, 3], [9, 1, 2, 3], 9),  # three words alike
        ([1, 2, 3], [1, 2, 9, 3], 7),  # and one more between them
        ([1, 9, 2, 3], [1, 2, 3], 7),
        ([1, 2, 3, 4], [1, 2, 9, 4], 8),  # and another in place of one
        ([1], [2], 0),
    ],
)
def test_local_alignment(source, target, score):
    """A word alike counts 3, another in its place -1, one more -2; the best stretch counts."""
    assert [score, 0] == link_peers.aligned(source, np.array([target, [-1] * len(target)]))


def test_fit_is_right_on_the_whole():
    """Over the pairs that weights are fitted to, the mean score is the share of links; the sign that tells weighs."""
    chance = np.random.default_rng(1)
    signs = np.c_[np.ones(400), chance.random((400, 2))]
    right = (chance.random(400) < link_fit.likely(signs, np.array([-2.0, 4.0, 0.0]))).astype(float)
    known = SimpleNamespace(signs=signs, judged=np.ones(400, dtype=bool), right=right)
    weights = link_fit.fit([known])

    assert right.mean() == pytest.approx(link_fit.likely(signs, weights).mean(), abs=1e-4)
    assert weights[1] > 2 > abs(weights[2])


def test_weights_are_written_as_they_are_read():
    """Fitted weights take the form of the file: those that it holds give the file itself."""
    shipped = [link_weights()[name] for name in ("start", *link_fit.names())]

    assert link_fit.WEIGHTS.read_text(encoding="utf-8") == link_fit.written(shipped)


def test_plot():
    """The plot is well-formed, with a dot for each tenth that has scores."""
    plot = link_plot.plotted(link_scores.tenths([(0.15, False), (0.95, True), (0.96, True)]), "示例")
    dots = ElementTree.fromstring(plot).findall("{http://www.w3.org/2000/svg}circle")

    assert 2 == len(dots)


def test_folder_of_pairs(tmp_path):
    """A pair in a folder names its files from there; grade 1 may be either; a file of other content is passed over."""
    made = next(link_made.pairs(1, seed=1))
    (tmp_path / "below.txt").write_text(made.source, encoding="utf-8")
    (tmp_path / "above.txt").write_text(made.target, encoding="utf-8")
    below, above = (link_pairs.read(tmp_path / f"{end}.txt").document.id for end in ("below", "above"))
    links = [
        {"source": f"{below}/二（一）", "target": f"{above}/二（一）", "grade": 2},
        {"source": f"{below}/二（一）", "target": f"{above}/二（二）", "grade": 1},
    ]
    given_pair = {"source_file": "below.txt", "target_file": "above.txt", "links": links}
    (tmp_path / "one.json").write_text(json.dumps(given_pair), encoding="utf-8")
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    (found,) = link_pairs.folder(tmp_path)

    assert {(links[0]["source"], links[0]["target"])} == found.wanted
    assert {(links[1]["source"], links[1]["target"])} == found.either


def test_runs_without_peers(monkeypatch, capsys):
    """A peer whose library is absent is named with what installs it, and the run goes on with ours."""

    def absent():
        raise ImportError(name="absent_library")

    monkeypatch.setattr(linking, "PEERS", {"peer": absent})
    monkeypatch.setattr(sys, "argv", ["linking.py", "--made", "5", "--json"])
    linking.main()
    printed = capsys.readouterr()

    assert {"sample", "made", "all"} == set(json.loads(printed.out))
    assert "absent_library" in printed.err
    assert linking.INSTALL in printed.err


def test_weights_are_left_as_they_are_unless_forced(monkeypatch, tmp_path):
    """Other weights than the file's are printed and not written without --force."""
    file = tmp_path / "link_weights.tsv"
    file.write_text("start\t1.0\tremark\n", encoding="utf-8")
    monkeypatch.setattr(link_fit, "WEIGHTS", file)
    console = Console(file=io.StringIO())
    linking.write_weights("start\t2.0\tremark\n", console, force=False)
    left = file.read_text(encoding="utf-8")
    linking.write_weights("start\t2.0\tremark\n", console, force=True)

    assert ["start\t1.0\tremark\n", "start\t2.0\tremark\n"] == [left, file.read_text(encoding="utf-8")]
