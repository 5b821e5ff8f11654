"""Whether a quantity is to be reached (target), is today's figure (baseline), or is a rule (standard)."""

import re
from functools import cache

from graph.model import Clause, IndicatorKind
from loaders.counted import Quantity, is_condition
from loaders.deadlines import END, PLAN, Deadline
from loaders.due import dues_of
from loaders.masks import YEAR
from loaders.measures import Measure
from loaders.patterns import one_of, one_of_guarded
from loaders.segments import segment
from loaders.vocabulary import lines, rows

STARTS = re.compile(r"(?:由|从)[^，。；]{0,12}$")
CHANGES = re.compile(r".{0,4}?(?:提高|增加|扩大|提升|下降|降低|减少|增长|上升|缩小|缩短|压缩|压减|调整|降)(?:到|至|为)")
EFFORT = re.compile(r"(?:通过|经过|用)$")
PRESENT = "现有"  # 现有58家机构压减至5家: what there is now is what the change starts from
TO = re.compile(r"(?:提高|增加|扩大|提升|下降|降低|减少|缩小|压缩|压减|调整|整合)(?:到|至|为)")
BEYOND = re.compile("超过|突破")  # of what is forbidden: 不得收取时间跨度超过3个月的费用
RULED = ("rate", "ratio", "money", "period", "age", "score", "measure", "times")  # a rule unless to be reached
BARE = re.compile(rf"(?:(?:{YEAR})年?[-—~至到]{{1,2}})?(?:{YEAR})年(?:度|\d{{1,2}}月份?)?{END}?(?:期间)?|{PLAN}")
REACH = 400  # characters over which 目前 governs the quantities of its sentence
AHEAD = r"[^，。；]{0,10}?(?:目标|任务|措施|举措|对策|打算|安排|部署|计划|规划|展望|思路|要求|重点|整改|建议|预测)"
"""What a part that also looks ahead is called: 发展现状与目标, 存在的问题和整改措施."""
SINCE = ("起", "开始")
BOUNDS = (">=", "<=")
TIME = rf"(?:{YEAR})年度?|[上去今]年|过去(?:一|五|[1-5])年|一年来|“?十[一二三四五]五”?(?:时期|期间)?"
FIELD = r"我[省市县区]|全[省市县区]|(?:职业|学前|义务|基础|高等|特殊)?教育|现有|主要"

TIMED = re.compile(
    rf"(?:(?:{TIME}|上半年|前[一二三]季度)(?:以来)?)+(?:{FIELD}|的|主要)*(?:工作|任务|规划|计划|目标)*"
    r"(?:(?:开展|进展|完成|实施|执行|落实)?情况|总结|进展)"
)
"""A heading that looks back on a time: 2024年工作总结, “十三五”规划实施情况. 工作情况 may be what is inspected."""


def kind_of(
    clause: Clause, quantity: Quantity, sentence: int, deadline: Deadline | None, *, past: bool = False
) -> IndicatorKind:
    """The kind of a quantity whose sentence begins at `sentence`; `past`: this part of the document looks back.

    1. 目前, 现有, 截至 … before it without a deadline between, or 由60% before 提高到70%: baseline, and all that is
       past. 不低于, 至少 … before the number make a demand, which is today's figure only where 目前 or 现有 governs it.
    2. In a statute (第五条) every quantity is a rule, and so is a count that says for whom (500人以上的学校应…).
    3. A share, sum, period … is a rule unless it has a deadline, is to be reached (达到, 提高 …) or is a goal
       (—— bullet); what lasts so long from a day on (自2019年起继续免征5年) has none. A multiple and a period of effort
       (通过3—5年的努力) are to be reached, as counts are.
    """
    text, measure, reading = clause.text, quantity.measure, quantity.reading
    demands = reading.comparator in BOUNDS and reading.start < measure.start
    if past and not demands:
        return "baseline"
    since = deadline.end if deadline and deadline.end <= measure.start else sentence
    if _is_today(text, measure, since, demands=demands):
        return "baseline"
    if clause.address.startswith("第") or is_condition(text, measure, reading):
        return "standard"
    lasts = measure.kind == "period" and deadline is not None and deadline.text.endswith(SINCE)
    if measure.kind not in RULED or (deadline and not lasts) or clause.type == "goal" or measure.unit in ("倍", "番"):
        return "target"
    low = segment(text, measure.start, measure.end)[0]
    near = low if "分别" in text[low : measure.start] else min(quantity.counted.start, max(0, measure.start - 8))
    ahead = text[near : measure.start]
    ahead = ahead if reading.comparator != "<=" else BEYOND.sub("", ahead)
    return "target" if _reaches().search(ahead) or EFFORT.search(ahead) else "standard"


def is_past(deadline: Deadline | None, made: str | None) -> bool:
    """Whether a bare year, month or period lies before the document: 2020年，毛入园率达到90% of one of 2021."""
    if not deadline or not made or not BARE.fullmatch(deadline.text):
        return False
    last = (dues_of(deadline.text)[0] or "").rpartition("/")[2]
    return bool(last) and last < made[: len(last)]


def is_review(heading: str | None) -> bool:
    """Whether a part with this heading looks back, so that its quantities are baselines: 2024年工作回顾, 发展现状.

    A heading that begins with what is to be done (夯实发展基础) looks ahead, and 基础条件 looks back alone only.
    """
    if not heading or _forward().match(heading):
        return False
    return bool(_review().search(heading) or _review_alone().fullmatch(heading) or TIMED.fullmatch(heading))


def _is_today(text: str, measure: Measure, since: int, *, demands: bool) -> bool:
    """Whether a word of today's state stands between `since` and the measure, or a change starts from the measure."""
    starts = STARTS.search(text, max(0, measure.start - 14), measure.start)
    if starts and CHANGES.match(text, measure.end):
        return True
    kinds = ("today",) if demands else ("today", "baseline")
    since = max(since, measure.start - REACH)
    found = (_words(kind).search(text, since, measure.start) for kind in kinds)
    return any(word and not (word.group() == PRESENT and TO.search(text, word.end(), measure.start)) for word in found)


@cache
def _words(kind: str) -> re.Pattern[str]:
    entries = [(row[0], row[2] if len(row) > 2 else "") for row in rows("indicator_words.tsv") if row[1] == kind]
    return re.compile(one_of_guarded(entries, ahead=True))


@cache
def _reaches() -> re.Pattern[str]:
    """A word by which a quantity is to be reached: 完成10课时, not 完成时间10分钟."""
    return re.compile(rf"(?:{_words('target').pattern})(?!时间|时长|率)")


@cache
def _review() -> re.Pattern[str]:
    """A word that looks back at the end of the heading, or before 和存在的问题; not before 与目标, 和下一步措施."""
    return re.compile(rf"(?:{_words('review').pattern})(?:(?:和|与|及|、)(?!{AHEAD})[^，。；]{{0,10}})?$")


@cache
def _review_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:{TIME}|{FIELD}|的)*(?:{_words('review_alone').pattern})")


@cache
def _forward() -> re.Pattern[str]:
    return re.compile(rf"{_words('forward').pattern}|{one_of(lines('action_verbs.txt'))}")
