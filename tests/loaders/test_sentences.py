"""Which sentences of two clauses speak of the same measure, and how much they have in common."""

import pytest
from written import made_clause

from loaders.alignment import MODIFIER, SPREAD, Alignment, Passage
from loaders.localise import plain
from loaders.sentences import BROAD, NAMED, OVERLAP, SLOGAN, Meetings, Sentences
from loaders.wording import Wording


def sentences(*texts):
    """Clauses with these texts, made ready."""
    clauses = [made_clause("示政〔2021〕7号", f"一{rank}", text) for rank, text in enumerate(texts, 1)]
    return [Sentences(Passage(clause, plain(clause.text))) for clause in clauses]


def meetings(source, *targets):
    """The meetings of a text with each of the targets."""
    below, above = sentences(source), sentences(*targets)
    (matches,) = Alignment([one.passage for one in below], [one.passage for one in above], Wording(())).by_source()
    return Meetings(below, above).of(0, matches)


def test_pairs_of_characters():
    """Pairs of characters are weighed by what their words say, by sentence; none crosses a mark or a number."""
    (clause,) = sentences("竹编，漆器3所。加强组织领导。")

    assert [0, 1] == sorted(clause.pairs)
    assert {"竹编": 1.0, "漆器": 1.0} == {pair: clause.pairs[0][pair] for pair in ("竹编", "漆器")}
    assert {"编漆", "器所"}.isdisjoint(clause.held)
    assert {SLOGAN} == {round(weight, 6) for weight in clause.pairs[1].values()}
    assert clause.held == {*clause.pairs[0], *clause.pairs[1]}


def test_measures_of_a_sentence():
    """Each sentence has the measures that it names, in the place where one is the object of what is to be done."""
    text = "完善社区教育经费办法，发展社区教育。配齐校车。"
    (clause,) = sentences(text)

    assert text.rindex("社区教育") == clause.named[0]["社区教育"].start
    assert {"校车"} == set(clause.named[1])


def test_the_nearest_sentence_comes_first():
    """Of the sentences of a clause above that one below meets, the one with most in common is the first."""
    met = meetings("传承竹编技艺。", "拓宽河道。传承竹编技艺，修缮展馆。保护竹编。")[0]

    assert [1, 2] == [meeting.target for meeting in met]
    assert met[0].value > met[1].value > 0
    assert {0} == {meeting.source for meeting in met}


def test_what_two_sentences_have_in_common():
    """Common runs, rare characters side by side and one measure that both name make one number."""
    (meeting,) = meetings("为远郊学生开行专用校车。", "每个乡镇添置校车。", "疏浚河道，架设泵站。")[0]

    assert [("校车", 1.0)] == [(item.source.name, item.weight) for item in meeting.shared]
    assert pytest.approx(meeting.runs + OVERLAP * meeting.overlap + NAMED) == meeting.value
    assert meeting.overlap > 0


def test_a_measure_in_other_words():
    """Sentences with no word in common meet where both name one measure."""
    (meeting,) = meetings("深化诊改。", "健全教学工作诊断与改进制度。")[0]

    assert [("教学诊断与改进", "named")] == [(item.source.name, item.kind) for item in meeting.shared]
    assert 0.0 == meeting.runs
    assert meeting.best("named") > 0.0 == meeting.best("broad")


def test_a_broad_field_weighs_less():
    """A field of measures that both name says half of what one measure says."""
    (meeting,) = meetings("办好社区学院。", "发展社区教育。")[0]

    assert 1.0 == meeting.best("broad")
    assert pytest.approx(meeting.runs + OVERLAP * meeting.overlap + BROAD) == meeting.value
    assert BROAD <= NAMED / 2


def test_a_measure_that_others_name_too():
    """A measure that several clauses above name weighs less in each, and half where it only tells which."""
    alone = meetings("深化诊改。", "推进诊改。")[0][0]
    many = meetings("深化诊改。", *["推进诊改。"] * 8)[0][0]
    modifier = meetings("深化诊改。", "通报诊改先进单位名单。")[0][0]

    assert 1.0 == alone.best("named")
    assert pytest.approx(8**-SPREAD) == many.best("named")
    assert MODIFIER == modifier.best("named")


def test_what_all_clauses_hold_is_not_rare():
    """Characters that every clause of both documents holds are nothing in common, those of two clauses are."""
    everywhere = meetings("传承竹编，榫卯。", "竹编，河道。", "竹编，榫卯。")

    assert everywhere[0][0].overlap < everywhere[1][0].overlap


def test_nothing_in_common():
    """Clauses without a common character, measure or text do not meet."""
    assert {} == meetings("竹编。", "漆器。", "")
    assert {} == meetings("", "漆器。")
