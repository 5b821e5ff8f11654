"""From when to when a document holds, and its status."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout import lay_out
from loaders.readers.page import Line, Page
from loaders.validity import read_validity, status_of

FRONT = ("示例市教育局关于示例的通知", "各学校：")


def layout_of(*lines):
    """The layout of a document with these lines below its front."""
    return lay_out(Page("x.txt", tuple(Line(text, n) for n, text in enumerate((*FRONT, *lines), 1))))


def validity(text, issued="2021-05-01", own=("示例省甲办法",)):
    """First and last day by a sentence in a document that was issued on this day."""
    found = read_validity(layout_of("一、加强管理。", text), frozenset(own), issued)
    return found.effective, found.expires


@pytest.mark.parametrize(
    ("text", "effective", "expires"),
    [
        ("第九条 本办法自2019年7月1日起施行。", "2019-07-01", None),
        ("十二、本通知自2019年7月1日起实施，有效期5年。", "2019-07-01", "2024-06-30"),
        ("第八章 附则第五十四条本办法自印发之日起施行，有效期五年。", "2021-05-01", "2026-04-30"),
        ("7.3本预案自印发之日起实施", "2021-05-01", None),
        ("本办法自印发之日起30日后施行，有效期5年。", "2021-05-31", "2026-05-30"),
        ("本细则自公布之日起三十日后施行。", "2021-05-31", None),
        ("本办法自发布之日起满3个月后施行。", "2021-08-01", None),
        ("本办法从发文之日起执行。", "2021-05-01", None),
        ("自印发之日起施行。", "2021-05-01", None),
        ("《示例省甲办法》已经通过，现予公布，自2024年1月1日起施行。", "2024-01-01", None),
        ("《甲办法》自2021年9月1日起施行，《乙办法》不再执行。", "2021-09-01", None),
        ("本通知自印发之日起施行，有效期至2027年12月31日。", "2021-05-01", "2027-12-31"),
        ("本办法(试行)自2019年7月1日起施行,有效期5年.", "2019-07-01", "2024-06-30"),
        ("十二、本通知自2019年7月1日起实施,有效期5年。", "2019-07-01", "2024-06-30"),
        ("本方案自发布之日起实施，至2025年12月底。", "2021-05-01", "2025-12-31"),
        ("本方案自发布之日起实施，有效期至2024年2月。", "2021-05-01", "2024-02-29"),
        ("本意见自2021年1月1日起执行至2025年12月31日止。", "2021-01-01", "2025-12-31"),
        ("本办法自2021年11月1日起施行，有效期自2021年11月1日至2026年10月31日。", "2021-11-01", "2026-10-31"),
        ("本通知自2022年5月1日起施行，2027年4月30日自行失效。", "2022-05-01", "2027-04-30"),
        ("本规定自2021年9月1日起试行，试行期2年。", "2021-09-01", "2023-08-31"),
        ("本规定自2021年9月1日起施行，试行一年。", "2021-09-01", "2022-08-31"),
        ("本办法自2021年8月31日起施行，有效期18个月。", "2021-08-31", "2023-02-27"),
        ("本办法有效期5年，自2021年5月1日起施行。", "2021-05-01", "2026-04-30"),
        ("本办法有效期至2026年3月1日。", None, "2026-03-01"),
        ("本办法自印发之日起10个工作日后施行。", None, None),
        ("《乙办法》自2021年9月1日起施行。", None, None),
        ("上述补贴，自2024年1月1日起执行。", None, None),
        ("（三）自2024年1月1日起执行。", None, None),
        ("各学校自2024年9月1日起执行。", None, None),
        ("核对报告有效期为1年。", None, None),
        ("自2023年1月1日起实施垃圾分类。", None, None),
    ],
)
def test_sentences(text, effective, expires):
    """The sentence that says from when the document itself holds gives first and last day; no other one does."""
    assert (effective, expires) == validity(text)


def test_day_of_issue_unknown():
    """From the day of issue on says nothing where that day is not known."""
    assert (None, None) == validity("本办法自印发之日起施行，有效期5年。", issued=None)


def test_last_sentence_counts():
    """The last articles say it; those of the text go before those of the notice that issues it."""
    found = read_validity(
        layout_of("一、本办法自2020年1月1日起施行。", "二、本办法自2021年1月1日起施行。"), frozenset(), None
    )

    assert "2021-01-01" == found.effective


def test_reasons():
    """What is reckoned says from what."""
    found = read_validity(layout_of("一、本办法自印发之日起30日后施行，有效期5年。"), frozenset(), "2021-05-01")

    assert (("effective", "30日 after the day of issue"), ("expires", "有效期5年 from 2021-05-31")) == found.reasons


def test_fields():
    """A field around the text counts where the text is silent."""
    found = read_validity(layout_of("施行日期：2023-09-15", "一、加强管理。"), frozenset(), None)

    assert ("2023-09-15", (("effective", "date field"),)) == (found.effective, found.reasons)


@pytest.mark.parametrize(
    ("title", "lines", "status"),
    [
        ("示例市甲办法（试行）", (), "试行"),
        ("示例市甲办法（试行）（2021年版）", (), "试行"),
        ("示例市甲暂行办法", (), "暂行"),
        ("示例市甲办法（2021年修订）", (), "修订"),
        ("示例市甲条例（1997年修正）", (), "修正"),
        ("示例市甲办法（试行）", ("时效性：已废止",), "已废止"),
        ("示例市甲办法", ("时效性：现行有效",), None),
        ("示例市教育局关于印发甲办法（试行）的通知", (), None),
        ("示例市试行学区制方案", (), None),
    ],
)
def test_status(title, lines, status):
    """The title says that a text is on trial or amended; a site says that it holds no longer."""
    assert status == status_of(layout_of(*lines, "一、加强管理。"), title)[0]


def test_draft_goes_first():
    """A draft is a draft, whatever its title says."""
    page = Page(
        "x.txt", tuple(Line(t, n) for n, t in enumerate(("甲办法（试行）（征求意见稿）", "为规范，制定本办法。"), 1))
    )

    assert ("征求意见稿", "") == status_of(lay_out(page), "甲办法（试行）")


@given(st.integers(1, 400), st.sampled_from(["日", "天", "个月", "年"]), st.dates().map(str))
def test_any_term(count, unit, issued):
    """Any term from any day gives a last day after the first, or none where the calendar ends."""
    term = f"，有效期{count}{unit}" if unit in ("年", "个月") else ""
    delay = f"{count}{unit}后" if unit in ("日", "天", "个月") else ""
    effective, expires = validity(f"本办法自印发之日起{delay}施行{term}。", issued=issued)

    assert effective is None or effective >= issued
    assert expires is None or expires >= effective


@given(st.text("本办法自年月日起施行有效期至印发之后，。《》0123456789五十个有效试 \n") | st.text())
def test_never_breaks(text):
    """Whatever the text, the validity is read."""
    assert 2 == len(validity(text))
