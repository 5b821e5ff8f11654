"""Why two clauses are linked or are not, over the invented sample and on every engine."""

from dataclasses import replace

import pytest
from invented import ASKED, CITY, DISTRICT, DOCUMENTS, LINKS, OTHER, PROVINCE, decision

from api import sample
from api.loading import files_of, load
from graph import explaining, questions
from graph.comparing import Comparison
from graph.errors import AmbiguousReference, UnknownReference
from graph.explaining import likest
from graph.ids import clause_id
from graph.model import Clause, Document, DocumentFacts
from graph.store import Store, open_store
from loaders.implements import RULES
from loaders.quantities import with_indicators

OPINION, PROVINCIAL, CITY_PLAN, NOTICE = "教体艺〔2021〕99号", "示政〔2021〕7号", "例政〔2021〕15号", "样政〔2022〕3号"
DRAFT = "范例区学校体育与学生健康提升实施方案"
CANDIDATE = clause_id(OTHER, "一")


@pytest.fixture(scope="module")
def loaded():
    """A store with the sample."""
    with open_store(":memory:") as store:
        load(store, files_of([sample.home()]))
        yield store


@pytest.fixture
def small(store: Store) -> Store:
    """A store with the invented cascade, on each engine."""
    for facts in DOCUMENTS:
        store.replace(facts, LINKS)
    return store


def test_a_link_with_its_evidence(loaded):
    """All that the link holds, with both texts in which its passages stand."""
    answer = explaining.explain(loaded, f"{DRAFT} 二（三）6", f"{PROVINCIAL} 第十一条")
    link = next(
        step for step in questions.clause(loaded, answer.source.id).implements if step.target == answer.target.id
    )

    assert (f"{DRAFT}/二（三）6", f"{PROVINCIAL}/四（十一）") == (answer.source.id, answer.target.id)
    assert (link.status, link.score, link.method, link.scope, link.carried, link.evidence) == (
        answer.status,
        answer.score,
        answer.method,
        answer.scope,
        answer.carried,
        answer.evidence,
    )
    assert all(item.source.text == answer.source.text[item.source.start : item.source.end] for item in answer.evidence)
    assert (None, "", None) == (answer.cause, answer.reason, answer.decision)
    assert RULES == answer.rules


@pytest.mark.parametrize("text", ["到2023年、2025年，普及率分别达到70%、85%。", "奖励展馆30万元、50万元。"])
def test_several_figures_of_one_object(text):
    """Without evidence a copy has each figure of the same object meet its own: that of its deadline, else of its
    value."""
    clause = Clause(f"{NOTICE}/一", NOTICE, "一", "clause", text)
    figures = with_indicators(DocumentFacts(Document(NOTICE, "通知"), (clause,))).indicators
    pairs = [likest([Comparison.of(one, other, {clause.id: text}) for other in figures]) for one in figures]

    assert len(figures) == 2
    assert [(one, one) for one in figures] == [(pair.source, pair.target) for pair in pairs if pair]


def test_indicators_side_by_side(loaded):
    """Figures of one object in a row with what came of them, then what only one clause states."""
    answer = explaining.explain(loaded, f"{DRAFT}/二（三）6", f"{PROVINCIAL}/四（十一）")

    assert [
        (75, 80, "lowered", None, "same"),
        (14, 14, "equal", None, None),
        (12, None, None, None, None),
        (None, 3, None, None, None),
    ] == [
        (
            row.source.value if row.source else None,
            row.target.value if row.target else None,
            row.verdict,
            row.obstacle,
            row.timing,
        )
        for row in answer.indicators
    ]


def test_counts_of_two_territories_are_not_compared(loaded):
    """A city's figure is set beside the nation's, and it is said why neither is more."""
    rows = [
        row
        for document in (CITY_PLAN, NOTICE, DRAFT)
        for clause in questions.clauses(loaded, document)
        for step in questions.clause(loaded, clause.id).implements
        for row in explaining.explain(loaded, step.source, step.target).indicators
        if row.obstacle
    ]

    assert "grows with the territory" in {row.obstacle for row in rows}
    assert {"not comparable"} == {row.verdict for row in rows}


def test_a_candidate_says_what_it_lacks(loaded):
    """A near miss shows what both texts have in common and why that is too little."""
    answer = explaining.explain(loaded, f"{PROVINCIAL}/三（八）", f"{OPINION}/二3")

    assert ("candidate", "near miss") == (answer.status, answer.cause)
    assert "too little in common for one measure: both have 「冰雪运动」、「雪场」" in answer.reason


@pytest.mark.parametrize(
    ("source", "target", "cause"),
    [
        (f"{PROVINCIAL}/四（十一）", f"{PROVINCIAL}/四（十一）", "one clause"),
        (f"{PROVINCIAL}/四（十一）", f"{DRAFT}/二（三）6", "the other way"),
        (f"{PROVINCIAL}/四（十一）", f"{PROVINCIAL}/四（十）", "one document"),
        (f"{PROVINCIAL}/四（十一）", f"{CITY_PLAN}/三1", "issued before it"),
        (f"{NOTICE}/二（四）", f"{CITY_PLAN}/三1", "for another region"),
        (f"{CITY_PLAN}/三1", f"{PROVINCIAL}/四", "not compared"),
        (f"{NOTICE}/二（四）", f"{PROVINCIAL}/四（十一）", "little in common"),
    ],
)
def test_a_pair_without_a_link_says_why(loaded, source, target, cause):
    """No link is an honest answer, with the reason that comes first."""
    answer = explaining.explain(loaded, source, target)

    assert (None, None, None, ()) == (answer.status, answer.score, answer.carried, answer.evidence)
    assert cause == answer.cause
    assert answer.reason


@pytest.mark.parametrize(
    ("source", "error"), [(f"{CITY_PLAN}/九", UnknownReference), (f"{PROVINCIAL} clause 四", AmbiguousReference)]
)
def test_unknown_and_ambiguous_clauses(loaded, source, error):
    """What names no clause or several is an error, not an answer."""
    with pytest.raises(error):
        explaining.explain(loaded, source, f"{PROVINCIAL}/四（十一）")
    with pytest.raises(error):
        explaining.why_not(loaded, source)


@pytest.mark.parametrize(
    ("clause", "finding"),
    [
        (f"{CITY_PLAN}/二（一）4", "nothing near"),
        (f"{NOTICE}/二（四）", "nothing near"),
        (f"{PROVINCIAL}/三（八）", "possible miss"),
        (f"{PROVINCIAL}/四（十一）", "linked"),
        (f"{OPINION}/二3", "nothing above"),
        (f"{PROVINCIAL}/四", "not compared"),
    ],
)
def test_what_a_clause_without_links_is(loaded, clause, finding):
    """What only this level has is told from a near miss, and both from what has nothing above it."""
    answer = explaining.why_not(loaded, clause)

    assert (finding, explaining.MEANINGS[finding]) == (answer.finding, answer.meaning)
    assert (finding == "linked") == bool(answer.links)
    assert (finding == "possible miss") == bool(answer.refusals)


def test_which_documents_a_clause_could_carry_out(loaded):
    """What lies above, and how many others are hindered by what."""
    answer = explaining.why_not(loaded, f"{NOTICE}/二（四）")

    assert [OPINION, PROVINCIAL] == [document.id for document in answer.documents]
    assert {"for another region": 1, "of a level above it": 1} == answer.hindered


def test_links_around_a_clause(loaded):
    """The clause that a row breaks down may have the link that the row has not."""
    answer = explaining.why_not(loaded, f"{PROVINCIAL}/附件第17项")

    assert ("nothing near", [f"{PROVINCIAL}/六（十七）"]) == (answer.finding, [step.source for step in answer.around])


# on every engine --------------------------------------------------------------------------------------------------


def test_explained_on_every_engine(small):
    """Link, candidate and neither."""
    statuses = [
        explaining.explain(small, source, ASKED).status
        for source in (
            clause_id(CITY, "二（一）1"),
            CANDIDATE,
            clause_id(OTHER, "二"),
            clause_id(PROVINCE, "四（十二）"),
        )
    ]

    assert ["proposed", "candidate", "proposed", None] == statuses


def test_near_on_every_engine(small):
    """What came near, what is linked around, and which documents could be carried out."""
    row, other = explaining.why_not(small, clause_id(DISTRICT, "附件第9项")), explaining.why_not(small, CANDIDATE)

    assert ("nothing near", [clause_id(DISTRICT, "三")] * 2) == (row.finding, [step.source for step in row.around])
    assert ("possible miss", [ASKED], [PROVINCE]) == (
        other.finding,
        [refusal.target.id for refusal in other.refusals],
        [document.id for document in other.documents],
    )


def test_the_linker_knows_best_why(small):
    """A reason that the linker gave is shown."""
    other = next(facts for facts in DOCUMENTS if facts.document.id == OTHER)
    links = [replace(link, reason="只有标题相近") if link.source == CANDIDATE else link for link in LINKS]
    small.replace(other, links)

    refusals = explaining.why_not(small, CANDIDATE).refusals
    assert ["只有标题相近" in refusal.reason for refusal in refusals] == [True]
    assert refusals[0].reason == explaining.explain(small, CANDIDATE, ASKED).reason


def test_what_a_person_decided(small):
    """A link that a person rejected is none, and says who did."""
    source = clause_id(CITY, "二（一）2")
    small.decide(decision(source, ASKED, "rejected"))
    answer, near = explaining.explain(small, source, ASKED), explaining.why_not(small, source)

    assert ("rejected", "a person rejected it") == (answer.status, answer.reason)
    assert ("示例人", "holds") == (answer.decision.decision.by, answer.decision.state)
    assert ("rejected", [answer.decision]) == (near.finding, [refusal.decision for refusal in near.refusals])
