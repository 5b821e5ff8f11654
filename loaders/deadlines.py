"""By when: the deadlines of a sentence, as written.

到2025年, 到2022年底, 到2024年前, 2022年6月底前, 2022年起, 自2023年秋季学期起, 2025年底; “十四五”期间, 到“十四五”末;
5年内, 今后3年, 用3年左右时间, 5年共, 年底前; 2025年，… and 2022年要… at the head of a part of a sentence, but not
2022年全国大赛, where the year only names a thing. 每年 is no deadline, 截至2020年底 is the day of a count.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.numerals import NUMERAL
from loaders.masks import YEAR, without_names

SEASON = r"春季学期|秋季学期|春季|秋季|上半年|下半年"
PLAN = r"“?[一二三四五六七八九十]{1,3}五”?(?:规划)?(?:时期|期间|期末|末)"
ALONE = r"(?<![\d一二两三四五六七八九十百近续每前满第全半当])"  # neither a longer number nor a span of the past
MONTH = r"\d{1,2}月(?:\d{1,2}日|[上中下]旬)?"
DAY = rf"(?:(?:{YEAR})年(?:{MONTH}|{SEASON})?|{MONTH}|{ALONE}年(?=[底末]))"
YEARS = rf"(?:{YEAR})\s*年?\s*[-—－–~～至到]{{1,2}}\s*(?:{YEAR})年"
COUNT = rf"(?:\d+|{NUMERAL})(?:\s*[-—－–~～至到]{{1,2}}\s*(?:\d+|{NUMERAL}))?"
SPAN = rf"{COUNT}(?:年|个月)(?:左右)?"
WORK = "共|累计|合计|总共|新增|增加|完成|培养|培训|建设|建成|认定|实现|达到|力争|基本|全面"  # behind 5年 as a deadline

DEADLINE = re.compile(
    rf"""
    (?:到|至)(?:{DAY}(?:底|末)?(?:之前|以前|前)?|{PLAN})            # 到2025年, 到2024年前, 到“十四五”末
      (?:[、和](?:到|至)?{DAY}(?:底|末)?)*                           # 到2025年、2030年
    | {DAY}(?:底|末)?(?:之前|以前|前)(?!提|列|沿|后)                     # 2022年6月底前, 年底前
    | (?:自|从)?{DAY}(?:起|开始)                                     # 2022年起
    | {DAY}(?:底|末)                                                 # 2025年底
    | (?<![（(\d]){YEARS}(?:期间)?(?=[，,]|每年|{WORK})                   # 2021—2025年，
    | {PLAN}                                     # “十四五”期间
    | (?<![^，。；：,;:\s])(?:{YEAR})年(?=[，,]|[全将要]|{WORK})       # 2025年，; 2022年要
    | {ALONE}(?:今后|未来|利用|用)?{SPAN}(?:之内|以内|内|的?时间|间)    # 5年内, 用3年左右时间
    | (?:今后|未来){SPAN}
    | {ALONE}{SPAN}(?={WORK})                             # 5年共增加
    | (?<=通过|经过){SPAN}
    | {ALONE}年内
    """,
    re.VERBOSE,
)
AS_OF = re.compile(r"(?:截|截至|截止到?|有效期|期限|延长|有效期延长)$")  # 截至2020年底: the day of a count


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as written, at [start, end) of the text."""

    start: int
    end: int
    text: str


def find_deadlines(text: str) -> tuple[Deadline, ...]:
    """The deadlines of `text` in order; years in titles and quoted names are none."""
    hidden = without_names(text)
    return tuple(
        Deadline(match.start(), match.end(), text[match.start() : match.end()])
        for match in DEADLINE.finditer(hidden)
        if not AS_OF.search(hidden, max(0, match.start() - 5), match.start())
    )


def deadline_of(deadlines: Sequence[Deadline], sentence: tuple[int, int], start: int) -> Deadline | None:
    """The deadline that governs what stands at `start`: the last one before it in its sentence."""
    return next((d for d in reversed(deadlines) if sentence[0] <= d.start and d.end <= start), None)
