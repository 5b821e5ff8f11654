"""By when: the deadlines of a sentence, as written.

到2025年, 到2022年底, 到2024年前, 2022年6月底前, 2022年起, 自2023年秋季学期起, 2025年底; “十四五”期间, 到“十四五”末;
5年内, 今后3年, 用3年左右时间, 5年共, 年底前; 2025年，… and 2022年要… at the head of a part of a sentence, but not
2022年全国大赛, where the year only names a thing. Behind the quantity: 建成5所（2025年底前）, 建成5所，2025年底前完成,
and for the whole clause 完成时限：2025年底. 每年 is no deadline, 截至2020年底 is the day of a count.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.numerals import DIGITS
from loaders.masks import YEAR, without_names
from loaders.patterns import one_of
from loaders.vocabulary import lines

SEASON = r"春季?学期(?:开学)?|秋季?学期(?:开学)?|春季|秋季|上半年|下半年|第?[一二三四1-4]季度|暑期|暑假|寒假"
PLAN = r"“?[一二三四五六七八九十]{1,3}五”?(?:规划)?(?:时期|期间|期末|末)"
ALONE = r"(?<![\d一二两三四五六七八九十百近续每前满第全半当])"  # neither a longer number nor a span of the past
MONTH = r"\d{1,2}月份?(?:\d{1,2}日|[上中下]旬)?"
END = r"(?:年?[底末])"
DAY = rf"(?:(?:{YEAR})年(?:{MONTH}|{SEASON})?|(?:[今当本明每]年)?{MONTH}|(?:[今当本明每]|{ALONE})年(?=[底末]|年[底末]))"
YEARS = rf"(?:{YEAR})\s*年?\s*[-—－–~～至到]{{1,2}}\s*(?:{YEAR})年"
FEW = f"[{''.join(DIGITS)}十百]{{1,4}}"
COUNT = rf"(?:\d{{1,2}}|{FEW})(?:\s*[-—－–~～至到]{{1,2}}\s*(?:\d{{1,2}}|{FEW}))?"
SPAN = rf"{COUNT}(?:年|个月)(?:左右)?"
FORMS = rf"""
    (?:到|至)(?:{DAY}(?:{END})?(?:之前|以前|前)?|{PLAN})            # 到2025年, 到2024年前, 到“十四五”末
      (?:[、和](?:到|至)?{DAY}(?:{END})?)*                           # 到2025年、2030年
    | {DAY}(?:{END})?(?:之前|以前|前)(?!提|列|沿|后)                     # 2022年6月底前, 年底前
    | (?:自|从)?{DAY}(?:起|开始)(?!施行|生效|正式施行|实施[，。；])       # 2022年起
    | {DAY}(?:{END})                                                 # 2025年底
    | (?<![（(\d]){YEARS}(?:期间)?(?=[，,]|WORK)                   # 2021—2025年，
    | {PLAN}                                     # “十四五”期间
    | (?:(?<![^，。；：、,;:\s])|(?<=其中)|(?<=力争)|(?<=确保)|(?<=争取)|(?<=计划))  # 2025年，; 2022年要
      (?:{YEAR})年(?:度|\d{{1,2}}月份?|{SEASON})?(?=[，,]|WORK|REACHED)
    | (?<![较比在自以至到据按于与和、，\d〔])(?:{YEAR})年                  # 拨款水平2023年不低于1.3万元
      (?=达到|达\d|不低于|不少于|不超过|提高[到至]|增[加至]|降[低至]|突破)
    | {ALONE}(?:今后|未来|利用|用)?{SPAN}(?:之内|以内|内|的?时间|间)    # 5年内, 用3年左右时间
    | (?:今后|未来){SPAN}
    | {ALONE}{SPAN}(?=WORK)                             # 5年共增加
    | (?<=通过|经过){SPAN}
    | {ALONE}年内
    """
TO_NEXT = re.compile(r"[^，。；：、（(]{0,20}[（(，,]")
BEHIND = re.compile(
    r"(?:全部|全面|基本|力争|确保|要|须|应)*(?:完成|建成|投入使用|投用|启用|竣工|交付(?:使用)?|开工|到位|达标|落实|实现|验收|实施)?"
    r"(?:任务|改造|建设|整改|到位|使用|目标)?"
)
"""What may stand behind a deadline that ends its part: 完成, 投入使用; not another goal (2024年实现全覆盖)."""
CLOSES = re.compile(r"[；。;\n]|$")
CLOSES_BRACKET = re.compile(r"[）)]|[，；,;](?:责任|牵头|主办)")
TIME_HEAD = re.compile(r"时限|时间|期限")  # of a table's column
LIMIT = re.compile(r"(?:时限|时间|期限|节点)(?:要求)?[:：]\s*")
LATE = re.compile(r"(?:逾期|超期|过期|到期)(?:未|不|仍)")  # what follows is for those who missed the deadline
INNER = re.compile(
    r"[^，,。；;：:\s.．)）—](?<!力争)(?<!确保)(?<!争取)(?<!计划)(?<!保证)(?<!是)(?<!即)$"
)  # not at the head of a part
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
    forms = FORMS.replace("WORK", work).replace("REACHED", one_of(lines("deadline_year_words.txt")))
    return re.compile(forms, re.VERBOSE)


def find_deadlines(text: str) -> tuple[Deadline, ...]:
    """The deadlines of `text` in order; years in titles and quoted names are none."""
    hidden = without_names(text)
    return tuple(
        Deadline(match.start(), match.end(), text[match.start() : match.end()])
        for match in deadline_pattern().finditer(hidden)
        if not AS_OF.search(hidden, max(0, match.start() - 5), match.start())
    )


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The deadlines of a text in order, and the one that it states for all that it asks (完成时限：2025年底)."""

    text: str
    found: tuple[Deadline, ...] = ()
    limit: Deadline | None = None

    def touch(self, start: int, end: int) -> bool:
        """Whether [start, end) is (part of) a deadline: 5年 of 5年内."""
        index = bisect_right(self.found, start, key=lambda deadline: deadline.end)
        return index < len(self.found) and self.found[index].start < end

    def governing(self, sentence: tuple[int, int], place: tuple[int, int]) -> Deadline | None:
        """The deadline of what stands at `place`: the last one before it in its sentence, else one that follows
        directly, in a bracket or as a part of the sentence by itself, else that of the whole text."""
        start, end = place
        index = bisect_right(self.found, start, key=lambda deadline: deadline.end)
        last = self.found[index - 1] if index else None
        if last and last.start >= sentence[0]:
            return None if self._is_over(last, sentence[0], start) else last
        return self._behind(end, sentence[1]) or self.limit

    def _is_over(self, deadline: Deadline, sentence: int, start: int) -> bool:
        """Whether a deadline no longer governs what stands at `start`: those who missed it are meant, or it stands
        inside a part of the sentence that ； ends."""
        if LATE.search(self.text, deadline.end, start):
            return True
        inside = INNER.search(self.text, sentence, deadline.start)
        return inside is not None and self.text.find("；", deadline.end, start) >= 0

    def _behind(self, low: int, high: int) -> Deadline | None:
        """建成5所（2025年底前）; 建成5所，2025年底前完成; 新增1万个（2023年9月前完成）."""
        index = bisect_left(self.found, low, key=lambda deadline: deadline.start)
        following = self.found[index] if index < len(self.found) else None
        if not following or following.start >= high or not TO_NEXT.fullmatch(self.text, low, following.start):
            return None
        closing = CLOSES_BRACKET if self.text[following.start - 1] in "（(" else CLOSES
        behind = BEHIND.match(self.text, following.end)
        return following if behind and closing.match(self.text, behind.end()) else None


def read_deadlines(text: str) -> Deadlines:
    """The deadlines of a clause."""
    found = find_deadlines(text)
    limit = LIMIT.search(text)
    named = next((deadline for deadline in found if limit and deadline.start == limit.end()), None)
    return Deadlines(text, found, named or (date_at(text, limit.end()) if limit else None))


def date_at(text: str, start: int = 0) -> Deadline | None:
    """The deadline that is nothing but a date, as in a column of a table: 2025年, 2023年9月."""
    found = _date().match(text, start)
    return Deadline(start, found.end(), found.group()) if found else None


def in_column(cells: Iterable[tuple[str, str]]) -> tuple[str, Deadline] | None:
    """What a row says in its column of times (完成时限), and the deadline in that cell."""
    for head, cell in cells:
        if TIME_HEAD.search(head) and (found := (*find_deadlines(cell), date_at(cell))[0]):
            return cell, found
    return None


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{YEAR})年(?:{MONTH}|{SEASON})?(?:{END})?(?:之前|以前|前)?(?=[，,；;。）)\s]|$)")
