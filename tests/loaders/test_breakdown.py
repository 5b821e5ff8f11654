"""Rows of a document's own task list and the clauses that they break down."""

import pytest
from written import PROVINCE, written

from loaders.breakdown import body_clauses, breakdown_links, own_list
from loaders.vocabulary import lines

NUMBER = "示政〔2021〕7号"
BODY = {
    "一—1": "建成30个竹编展馆。",
    "二1": "发展竹编。传承竹编技艺，建设30个省级竹编展馆。每年评选20名竹编名师。",
    "二2": "发展漆器。新建10所漆器学校，聘请老艺人授课。",
}


def linked(rows, body=BODY):
    """The links of a document with these rows: address of the row, address of the clause, how it is carried."""
    facts = written(NUMBER, PROVINCE, {**body, **rows})
    return [
        (link.source.rpartition("/")[2], link.target.rpartition("/")[2], link.carried)
        for link in breakdown_links(facts)
    ]


def test_a_copied_row():
    """A row that copies a measure breaks down the clause that holds it."""
    assert [("附件第1项", "二1", "verbatim")] == linked({"附件第1项": "每年评选20名竹编名师。"})


def test_a_row_of_two_clauses():
    """A row may draw on two clauses, in the order of the body."""
    row = "聘请老艺人授课；传承竹编技艺，建设30个省级竹编展馆。"

    assert [("附件第1项", "二1", "verbatim"), ("附件第1项", "二2", "verbatim")] == linked({"附件第1项": row})


def test_an_item_before_a_goal():
    """Of a goal and an item that hold a measure alike, the row breaks down the item."""
    body = {"一—1": "每年评选20名竹编名师。", **BODY}

    assert [("附件第1项", "二1", "verbatim")] == linked({"附件第1项": "每年评选20名竹编名师。"}, body)


def test_the_clause_that_holds_most_of_the_row():
    """Between equals the clause counts that holds more of the whole row."""
    body = {"二1": "举办竹编大赛。", "二2": "举办竹编大赛。建设30个竹编展馆。"}

    assert [("附件第1项", "二2", "verbatim")] == linked({"附件第1项": "举办竹编大赛。建设30个竹编展馆。"}, body)


def test_a_changed_row():
    """A row with other words is still linked, as refined, when no other clause comes near."""
    assert [("附件第1项", "二2", "refined")] == linked({"附件第1项": "新建12所漆器学校，聘请老艺人到校教学。"})


def test_a_row_without_counterpart():
    """A row that restates no clause gets no link."""
    assert [] == linked({"附件第1项": "开通旅游专线，改造沿线民宿。"})


def test_evidence_shows_the_copied_passages():
    """The evidence of a link is the passages that both hold, where they stand in the original texts."""
    facts = written(NUMBER, PROVINCE, {**BODY, "附件第1项": "传承竹编技艺, 建设 30 个省级竹编展馆。"})
    (link,) = breakdown_links(facts)
    texts = {clause.id: clause.text for clause in facts.clauses}

    assert link.evidence
    for evidence in link.evidence:
        assert evidence.source.text == texts[link.source][evidence.source.start : evidence.source.end]
        assert evidence.target.text == texts[link.target][evidence.target.start : evidence.target.end]
    assert "30 个省级竹编展馆" in "".join(evidence.source.text for evidence in link.evidence)


def test_own_list():
    """Rows are the document's own list, everything else is its body."""
    facts = written(NUMBER, PROVINCE, {**BODY, "附件第1项": "每年评选20名竹编名师。"})

    assert ["附件第1项"] == [clause.address for clause in own_list(facts)]
    assert list(BODY) == [clause.address for clause in body_clauses(facts)]


@pytest.mark.parametrize("heading", lines("guiding_headings.txt"))
def test_guiding_clauses_ask_for_nothing(heading):
    """A clause on the guiding ideas is no measure."""
    facts = written(NUMBER, PROVINCE, {"一1": f"{heading}。坚持以人为本，传承竹编技艺。", **BODY})

    assert list(BODY) == [clause.address for clause in body_clauses(facts)]


def test_purpose_asks_for_nothing():
    """The article on the purpose of a statute is no measure."""
    facts = written(NUMBER, PROVINCE, {"一1": "为了传承竹编技艺，根据有关法律，制定本办法。", **BODY})

    assert list(BODY) == [clause.address for clause in body_clauses(facts)]
