"""By when: the deadlines of a sentence, as written.

到2025年, 到2022年底, 到2024年前, 2022年6月底前, 2022年起, 自2023年秋季学期起, 2025年底; “十四五”期间, 到“十四五”末;
5年内, 今后3年, 用3年左右时间, 5年共, 年底前; 2025年，… and 2022年要… at the head of a part of a sentence, but not
2022年全国大赛, where the year only names a thing. 每年 is no deadline, 截至2020年底 is the day of a count.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.numerals import NUMERAL
from loaders.masks import YEAR, without_names
from loaders.patterns import one_of
from loaders.vocabulary import lines

SEASON = r"春季学期|秋季学期|春季|秋季|上半年|下半年"
PLAN = r"“?[一二三四五六七八九十]{1,3}五”?(?:规划)?(?:时期|期间|期末|末)"
ALONE = r"(?<![\d一二两三四五六七八九十百近续每前满第全半当])"  # neither a longer number nor a span of the past
MONTH = r"\d{1,2}月(?:\d{1,2}日|[上中下]旬)?"
DAY = rf"(?:(?:{YEAR})年(?:{MONTH}|{SEASON})?|{MONTH}|{ALONE}年(?=[底末]))"
YEARS = rf"(?:{YEAR})\s*年?\s*[-—－–~～至到]{{1,2}}\s*(?:{YEAR})年"
COUNT = rf"(?:\d{{1,2}}|{NUMERAL})(?:\s*[-—－–~～至到]{{1,2}}\s*(?:\d{{1,2}}|{NUMERAL}))?"
SPAN = rf"{COUNT}(?:年|个月)(?:左右)?"
FORMS = rf"""
    (?:到|至)(?:{DAY}(?:底|末)?(?:之前|以前|前)?|{PLAN})            # 到2025年, 到2024年前, 到“十四五”末
      (?:[、和](?:到|至)?{DAY}(?:底|末)?)*                           # 到2025年、2030年
    | {DAY}(?:底|末)?(?:之前|以前|前)(?!提|列|沿|后)                     # 2022年6月底前, 年底前
    | (?:自|从)?{DAY}(?:起|开始)                                     # 2022年起
    | {DAY}(?:底|末)                                                 # 2025年底
    | (?<![（(\d]){YEARS}(?:期间)?(?=[，,]|WORK)                   # 2021—2025年，
    | {PLAN}                                     # “十四五”期间
    | (?<![^，。；：,;:\s])(?:{YEAR})年(?=[，,]|WORK)       # 2025年，; 2022年要
    | {ALONE}(?:今后|未来|利用|用)?{SPAN}(?:之内|以内|内|的?时间|间)    # 5年内, 用3年左右时间
    | (?:今后|未来){SPAN}
    | {ALONE}{SPAN}(?=WORK)                             # 5年共增加
    | (?<=通过|经过){SPAN}
    | {ALONE}年内
    """
AS_OF = re.compile(r"(?:截|截至|截止到?|有效期|期限|延长|有效期延长)$")  # 截至2020年底: the day of a count


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as written, at [start, end) of the text."""

    start: int
    end: int
    text: str


@cache
def deadline_pattern() -> re.Pattern[str]:
    """The forms of deadlines, with the words that show 5年 and 2025年 to be one."""
    work = one_of(word for name in ("deadline_words.txt", "founding_verbs.txt") for word in lines(name))
    return re.compile(FORMS.replace("WORK", work), re.VERBOSE)


def find_deadlines(text: str) -> tuple[Deadline, ...]:
    """The deadlines of `text` in order; years in titles and quoted names are none."""
    hidden = without_names(text)
    return tuple(
        Deadline(match.start(), match.end(), text[match.start() : match.end()])
        for match in deadline_pattern().finditer(hidden)
        if not AS_OF.search(hidden, max(0, match.start() - 5), match.start())
    )


def deadline_of(deadlines: Sequence[Deadline], sentence: tuple[int, int], start: int) -> Deadline | None:
    """The deadline that governs what stands at `start`: the last one before it in its sentence."""
    return next((d for d in reversed(deadlines) if sentence[0] <= d.start and d.end <= start), None)
