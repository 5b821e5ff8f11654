"""Signatures in texts without line breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.lost_signatures import parted
from loaders.readers.page import Line

NOTICE = "现将《示例市健康教育行动计划》印发给你们，请执行。"


def read(text):
    """The lines that this one line becomes."""
    return [line.text for line in parted([Line(text, 1)])]


@pytest.mark.parametrize(
    ("behind", "parts"),
    [
        ("", []),
        ("（此件公开发布）", ["（此件公开发布）"]),
        ("附件1任务清单", ["附件1任务清单"]),
        ("示例市健康教育行动计划为加强教育，制定本计划。", ["示例市健康教育行动计划", "为加强教育，制定本计划。"]),
        (
            "（此件公开发布）示例市健康教育行动计划一、目标",
            ["（此件公开发布）", "示例市健康教育行动计划", "一、目标"],
        ),
    ],
)
def test_signature_behind_a_sentence(behind, parts):
    """Bodies and date behind a sentence are lines of their own, and so is the title of the work that follows."""
    assert [NOTICE, "示例市教育局", "2021年3月5日", *parts] == read(f"{NOTICE}示例市教育局2021年3月5日{behind}")
    assert [NOTICE, "示例市教育局 示例市财政局", "2021 年 3 月 5 日", *parts] == read(
        f"{NOTICE} 示例市教育局 示例市财政局 2021 年 3 月 5 日 {behind}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "各校要落实。示例市教育局2021年3月5日印发的通知同时废止。",
        "示例市教育局2021年3月5日",
        "各校要落实。2021年3月5日",
        "根据示例市教育局2021年3月5日（星期五）会议要求。",
    ],
)
def test_sentences_stay_whole(text):
    """A sentence that names a body and a day is none, nor a line that is a signature already."""
    assert [text] == read(text)


@given(st.text("示例市教育局。！（）《》2021年3月5日附件 为", max_size=60))
def test_no_character_is_lost(text):
    """Whatever is parted, all of it stays, but for white space between the parts."""
    assert "".join(text.split()) == "".join("".join(read(text)).split())


def test_title_below_a_date():
    """Below a date, the title of the work that the notice names is parted from the text behind it."""
    lines = (NOTICE, "2021年3月5日", "示例市健康教育行动计划一、目标", "示例市健康教育行动计划要落实。")

    assert [NOTICE, "2021年3月5日", "示例市健康教育行动计划", "一、目标", lines[-1]] == [
        line.text for line in parted([Line(text, 1) for text in lines])
    ]
