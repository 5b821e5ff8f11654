"""Which measure of a clause a link carries."""

import pytest

from graph.carrying import asked, carried_over, joins_by_measure, measures, wording
from graph.model import Clause, Evidence
from graph.records import to_json

TEXT = "完善激励。对试点企业按投资额抵免；新建一所学校。"
CLAUSE = Clause("d/一", "d", "一", "item", TEXT)
TEXTS = {"row": TEXT, "item": TEXT, "upper": TEXT}


def link(source: str, target: str, *pairs: tuple[str, str]) -> dict[str, str]:
    """A link that rests on these (kind, words) pairs of evidence, the same words at both ends."""
    found = []
    for kind, words in pairs:
        span = CLAUSE.span(TEXT.index(words), TEXT.index(words) + len(words))
        found.append(Evidence(kind, 1.0, span, span))
    return {"source": source, "target": target, "evidence": to_json(tuple(found))}


@pytest.mark.parametrize(
    ("ranks", "words"), [({0}, "完善激励"), ({1}, "投资额抵免"), ({2}, "一所学校"), ({1, 2}, "抵免；新建")]
)
def test_measures_are_sentences_and_their_parts(ranks, words):
    """A full stop and a semicolon part measures; a span may lie in two."""
    assert ranks == measures(TEXT, [CLAUSE.span(TEXT.index(words), TEXT.index(words) + len(words))])


@pytest.mark.parametrize(
    ("wanted", "lower", "upper"),
    [
        (True, [("verbatim", "按投资额抵免")], [("term", "试点企业")]),
        (False, [("verbatim", "新建一所学校")], [("term", "试点企业")]),
        (False, [("verbatim", "新建一所学校")], [("heading", "完善激励"), ("term", "试点企业")]),
        (True, [("verbatim", "新建一所学校"), ("verbatim", "按投资额抵免")], [("term", "试点企业")]),
        (True, [("heading", "完善激励")], [("heading", "完善激励")]),
        (True, [], [("term", "试点企业")]),
        (True, [("verbatim", "新建一所学校")], []),
    ],
)
def test_links_join_where_they_carry_one_measure(wanted, lower, upper):
    """A link by hand, without evidence, joins all; a heading counts only by itself."""
    joins = joins_by_measure(TEXTS)

    assert wanted is joins(link("row", "item", *lower), link("item", "upper", *upper))


@pytest.mark.parametrize(
    ("expected", "text", "heading"),
    [
        ({1, 2}, "完善激励。按投资额抵免；新建学校。", "完善激励"),
        ({0, 1, 2}, "完善激励。按投资额抵免；新建学校。", None),
        ({1}, "完善激励。新建学校。（市教育局牵头，市财政局配合）", "完善激励"),
        ({1}, "完善激励。新建学校。（牵头单位：市教育局；配合单位：市财政局，各县（区）人民政府）", "完善激励"),
        ({0, 1}, "新建学校（含小学；中学）", None),
        ({0}, "完善激励", "完善激励"),
        ({0}, "完善激励。", "完善激励。"),
        ({1}, "完善激励\n新建学校。", "完善激励"),
    ],
)
def test_what_a_clause_asks(expected, text, heading):
    """Its measures without the heading, where there is more, and without the bracket that names bodies."""
    assert expected == asked(text, heading)


def test_a_measure_in_its_own_words():
    """The measure of a rank is the part of the text between its marks."""
    assert ["完善激励", "对试点企业按投资额抵免", "新建一所学校"] == [wording(TEXT, rank) for rank in range(3)]


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        ({1, 2}, [[("verbatim", "按投资额抵免"), ("verbatim", "新建一所学校")]]),
        ({2}, [[("verbatim", "按投资额抵免"), ("verbatim", "新建一所学校")], [("term", "一所学校")]]),
        (set(), [[("verbatim", "按投资额抵免")], [("term", "一所学校")]]),
        ({0, 1, 2}, [[]]),
        (set(), [[], [("term", "一所学校")]]),
        ({0, 1, 2}, [[], []]),
        ({0, 1, 2}, [[("verbatim", TEXT)]]),
        ({0, 1, 2}, [[], [("verbatim", TEXT)]]),
    ],
)
def test_a_path_carries_what_all_its_links_take_up(wanted, path):
    """From the upper clause down: of what the first link carries, that which the next takes up."""
    ends = ["upper", "item", "row"]
    links = [link(low, high, *pairs) for pairs, high, low in zip(path, ends, ends[1:], strict=False)]

    assert wanted == carried_over(links, TEXTS)
