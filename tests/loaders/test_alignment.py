"""Where two clauses say the same, and what that weighs."""

import pytest
from written import made_clause

from loaders.alignment import MODIFIER, RUN_COST, Alignment, Passage
from loaders.localise import plain
from loaders.vocabulary import lines
from loaders.wording import CHARACTER, COMMON_WORD, Wording


def passages(*texts):
    """Clauses with these texts, made ready."""
    clauses = [made_clause("示政〔2021〕7号", f"一{rank}", text) for rank, text in enumerate(texts, 1)]
    return [Passage(clause, plain(clause.text)) for clause in clauses]


def runs(source, *targets, common=()):
    """The runs of the heaviest match of a text with the first of the targets: text and weight."""
    (found,) = Alignment(passages(source), passages(*targets), Wording(common)).by_source()
    return [(run.text, round(run.weight, 2)) for run in found[0][0].runs] if 0 in found else []


def weight(characters, words=0):
    """The weight of a run with so many unlisted characters and so many listed words."""
    return round(CHARACTER * characters + COMMON_WORD * words - RUN_COST, 2)


def test_a_common_object():
    """A specific object of both texts weighs by its characters."""
    assert [("竹编技艺", weight(4))] == runs("传承竹编技艺。", "保护竹编技艺。")


def test_one_listed_word_says_nothing():
    """One word of official language links nothing, several in a row do."""
    assert [] == runs("完善保障制度。", "健全保障机制。")
    assert [("企业实践基地", weight(0, 3))] == runs("新建企业实践基地。", "开放企业实践基地。")


def test_slogans_weigh_nothing():
    """A slogan may be as long as it likes."""
    slogan = "加强组织领导，加强统筹协调，压实工作责任。"

    assert [] == runs(slogan, slogan)


def test_common_words_weigh_as_listed_ones():
    """What stands everywhere in the documents at hand says no more than a listed word."""
    assert [("竹编技艺", weight(4))] == runs("传承竹编技艺。", "保护竹编技艺。")
    assert [] == runs("传承竹编技艺。", "保护竹编技艺。", common={"竹编技艺"})


def test_no_run_crosses_a_sentence():
    """Runs end where a measure ends."""
    assert [("竹编技艺", weight(4))] == runs("竹编技艺。漆器展馆。", "竹编技艺。漆器展馆。")[:1]


def test_cut_words_are_left_out():
    """A listed word that a run cuts in two is no part of it, unless what is left is a word itself."""
    assert [] == runs("发挥竹编作用。", "看中编作。")
    assert [("竹编建设", weight(2, 1))] == runs("竹编建设。", "竹编建设工程。")


def test_spread():
    """A run that other clauses above hold too weighs less."""
    alone, shared = (runs("传承竹编技艺。", "保护竹编技艺。", *others) for others in ((), ("展示竹编技艺。",) * 7))

    assert pytest.approx(alone[0][1] / 2, abs=0.01) == shared[0][1]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("建设竹编技艺重点领域急需专业。", "a modifier"),
        ("面向竹编技艺、退役军人等群体开展培训。", "one of a list of groups"),
        ("结合竹编技艺试点工作，建设展馆。", "the basis of a measure"),
    ],
)
def test_modifiers_weigh_half(text, what):
    """What is no object in one of the texts weighs half: a modifier, one of a list of groups, the basis."""
    assert [("竹编技艺", round(weight(4) * MODIFIER, 2))] == runs("传承竹编技艺。", text)[:1], what


@pytest.mark.parametrize(
    "text",
    [
        "推行竹编技艺、漆器技艺等方法。",
        "支持漆器和竹编技艺、木雕。",
        "建立“竹编技艺”制度。",
        "举办竹编技艺（含漆器）。",
    ],
)
def test_objects_weigh_whole(text):
    """Lists of means and names of measures are objects."""
    assert ("竹编技艺", weight(4)) in runs("传承竹编技艺。", text)


@pytest.mark.parametrize("head", lines("measure_heads.txt"))
def test_heads_of_measures(head):
    """What stands before a head noun of a measure is its object; the noun may close a list of means."""
    assert runs("传承竹编技艺。", f"推进竹编技艺{head}。")[0] == ("竹编技艺", weight(4))
    assert runs("传承竹编技艺。", f"推行竹编技艺、漆器等{head}。")[0] == ("竹编技艺", weight(4))


@pytest.mark.parametrize("word", lines("basis_words.txt"))
def test_basis_words(word):
    """Each of the words on the basis of a measure is read."""
    assert [("竹编技艺", round(weight(4) * MODIFIER, 2))] == runs("传承竹编技艺。", f"{word}竹编技艺，建设展馆。")


def test_lists_of_bodies_weigh_half():
    """Listed words that stand alone between marks say who, not what."""
    listed = runs("政府、行业、企业。", "政府、行业、企业。")

    assert [("政府、行业、企业", round(3 * COMMON_WORD / 2 - RUN_COST, 2))] == listed


def test_what_is_said_twice_counts_once():
    """Runs overlap in neither text, and a text that is part of a heavier one does not count again."""
    assert [("竹编技艺展馆", weight(6))] == runs("建竹编技艺展馆，办竹编技艺。", "修竹编技艺展馆。")
