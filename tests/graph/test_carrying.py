"""Which measure of a clause a link carries."""

import pytest

from graph.carrying import joins_by_measure, measures
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
