"""Which document a citation means."""

import pytest

from graph.citing import Citable, number_key, stub_id, target_of, title_key
from graph.model import Citation

OPINION = Citable("示政〔2021〕7号", "示政〔2021〕7号", "关于振兴手艺的意见", "关于印发振兴意见的通知")
PLAN = Citable("手艺方案", None, "手艺方案", None)
POINTS = [Citable(id, id, "工作要点", None) for id in ("甲发〔2020〕1号", "乙发〔2021〕1号")]
LAW = Citable("中华人民共和国手艺法", None, "手艺法", None)
FINAL = Citable("手艺办法", None, "手艺办法", None)
LOADED = [OPINION, PLAN, *POINTS, LAW, FINAL]


def citation(title: str | None = None, number: str | None = None) -> Citation:
    """A citation by these names."""
    return Citation("某/一", "原样", "原文", "依据", title, number)


@pytest.mark.parametrize(
    ("target", "title", "number"),
    [
        ("示政〔2021〕7号", None, "示政[2021] 7 号"),
        ("示政〔2021〕7号", "关于振兴手艺的意见", None),
        ("示政〔2021〕7号", "关于振兴 手艺的意见", None),
        ("示政〔2021〕7号", "关于印发振兴意见的通知", None),
        ("示政〔2021〕7号", "别的题目", "示政〔2021〕7号"),
        ("手艺方案", "手艺方案", None),
        ("手艺方案", "手艺方案", "示办〔2022〕3号"),  # its text does not show its number
        ("手艺方案", "手艺方案（征求意见稿）", None),
        ("示政〔2020〕7号", "关于振兴手艺的意见", "示政〔2020〕7号"),  # of another year
        ("工作要点", "工作要点", None),  # of whom?
        ("乙发〔2021〕1号", "工作要点", "乙发〔2021〕1号"),
        ("没有的办法", "没有的办法", None),
        ("国手〔2019〕4号", "没有的办法", "国手〔2019〕4号"),
        ("国手办函字4", "国手办函字4", "国手办函字4"),  # no number that we read: the title counts
        ("原样", None, None),
        ("中华人民共和国手艺法", "手艺法", None),
        ("中华人民共和国手艺法", "中华人民共和国手艺法", "主席令第8号"),
        ("手艺办法（试行）", "手艺办法（试行）", None),  # the final text may be loaded, and repeal it
    ],
)
def test_a_citation_means_one_document(target, title, number):
    """Number before title, one that fits or none, and a stub for what is not there."""
    assert target == target_of(citation(title, number), LOADED)


def test_nothing_is_loaded_at_first():
    """Everything that is cited is a stub then."""
    assert (
        "示政〔2021〕7号"
        == target_of(citation("意见", "示政（2021）7号"), [])
        == stub_id(citation("意见", "示政（2021）7号"))
    )


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("人人持证技能示例方案", "人人持证 技能示例 方案"),
        ("规定（试行）", "规定(试行)"),
        ("《甲》与《乙》比较", "〈甲〉与〈乙〉比较"),
        ("手艺法", "中华人民共和国手艺法"),
        ("示例市实施《手艺法》办法", "示例市实施〈中华人民共和国手艺法〉办法"),
        ("甲厅乙厅关于手艺的意见", "甲厅、乙厅关于手艺的意见"),
        ("甲厅乙厅关于手艺的意见", "甲厅 乙厅关于手艺的意见"),
        ("甲厅乙厅关于手艺的意见", "甲厅、乙厅印发〈关于手艺的意见〉的通知"),
        ("甲厅关于手艺的意见", "甲厅关于印发《关于手艺的意见》的通知"),
        ("关于手艺、工艺的意见", "关于手艺、工艺的意见"),
        ("手艺、工艺办法", "手艺、工艺办法"),
        ("甲厅印发《手艺方案》的通知", "甲厅印发《手艺方案》的通知"),
        (None, ""),
        (None, None),
    ],
)
def test_titles_are_compared_bare(key, title):
    """White space, the width of brackets, the name of the republic, the mark between issuers and the notice around a
    work make no other title; a trial version is one."""
    assert key == title_key(title)


def test_a_number_is_compared_in_canonical_form():
    """What is no number is no key, nor one that is counted anew in every term."""
    assert ("示政〔2021〕7号", None, None) == (number_key("示政[2021]7号"), number_key("第七号"), number_key(None))
    assert number_key("主席令第8号") is None
    assert "国务院令第8号" == number_key("国务院令第8号")
