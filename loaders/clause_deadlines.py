"""By when a clause asks for something, with or without a figure: the deadlines of its text and of its column of times.

Read are 2022年底前，学校要设立认定机构; 2022年要制定并落实拨款制度; 自2022年9月起; 每年11月30日前; 5年内建成; in a
column 完成时限: 2025年底.
Not read: what a rule or a case counts from something else (五年内免征, 3个月内结清, 2018年底前已完成的), how long
something holds (期限为2019年1月1日至2023年12月31日, 执行至2023年底), since when the document itself does,
and years gone by.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph.model import Clause, DocumentFacts, Due
from loaders.deadlines import Deadline, find_deadlines, in_column
from loaders.due import FROM_ELSEWHERE, SPAN, dues_of
from loaders.indicator_kinds import is_past
from loaders.inherited import names_goals
from loaders.masks import YEAR
from loaders.parts import looking_back
from loaders.patterns import one_of
from loaders.restating import measures
from loaders.vocabulary import lines

AHEAD = 60  # characters before a deadline that may bear on it
CASE = re.compile(
    r"(?:以?后|之后)?(?:的|已|未|尚未|仍未)|(?:以|之)后"
    r"|(?![全各所本我首])[\u4e00-\u9fff]{2}(?<![市省县区乡镇村校])的(?=[\u4e00-\u9fff])"
)
"""2018年底前已完成转制的企业, 2018年底前签订的合同, 五年以内的人员."""
HOLDS = re.compile(rf"(?:期限|有效期)[^，。；]{{0,4}}?(?:(?:{YEAR})年[\d月日起]*)?$")
LASTS = re.compile(r"(?:执行|实施|施行|延续|沿用|保留|征收|享受|有效)[到至]$")  # 政策执行至2027年12月31日
HOLDS_TO = re.compile(r"止(?![于住])")
ITSELF = re.compile(r"本[\u4e00-\u9fff]{2,4}$")  # 本通知自2022年2月1日起执行
OPENS = re.compile(r"(?:^|[，。；：、,;:\n（(\s])(?:力争|确保|争取|计划)?(?:在|用)?$")


def with_deadlines(facts: DocumentFacts) -> DocumentFacts:
    """The facts with the deadlines of tasks and goals; parts that look back have none."""
    made = facts.document.effective or facts.document.issued
    past = looking_back(facts.clauses)
    asking = {item.id for item in facts.clauses if item.task or item.type == "goal" or names_goals(item)} - past
    clauses = (replace(item, dues=dues(item, made)) if item.id in asking else item for item in facts.clauses)
    return replace(facts, clauses=tuple(clauses))


def dues(clause: Clause, made: str | None = None) -> tuple[Due, ...]:
    """The deadlines of a clause in order, that of its column of times last. `made` is the ISO date of the document."""
    found = [*_in_text(clause, made)]
    if column := in_column(clause.cells):
        cell, deadline = column
        found.append(Due(cell, dues_of(deadline.text, made)[-1], None))
    return tuple(dict.fromkeys(found))


def _in_text(clause: Clause, made: str | None) -> Iterator[Due]:
    asked = list(measures(clause.text))
    for deadline in find_deadlines(clause.text):
        if _asks(clause, deadline) and not is_past(deadline, made):
            span = next(clause.span(start, end) for start, end in asked if deadline.start < end)
            ahead = clause.text[max(0, deadline.start - AHEAD) : deadline.start]
            yield from (Due(deadline.text, due, span) for due in dues_of(deadline.text, made, ahead))


def _asks(clause: Clause, deadline: Deadline) -> bool:
    """Whether something is asked for by then: not the day of a case, the end of what holds, the first day of the
    document, or a time that is counted from something else."""
    text, ahead = clause.text, clause.text[: deadline.start]
    if CASE.match(text, deadline.end) or HOLDS_TO.match(text, deadline.end):
        return False
    if HOLDS.search(ahead) or ITSELF.search(ahead) or LASTS.search(text, 0, deadline.start + 1):
        return False
    return not deadline.text.endswith("内") or not SPAN.fullmatch(deadline.text) or _of_a_plan(clause, deadline)


def _of_a_plan(clause: Clause, deadline: Deadline) -> bool:
    """Whether 5年内 counts from the document: 5年内建成, 力争3年内，全市实现. No
    rule of a statute does, nor what counts
    from another day (自收到之日起3个月内)."""
    ahead = clause.text[: deadline.start]
    counted = FROM_ELSEWHERE.search(ahead) or clause.address.startswith("第")
    return not counted and bool(OPENS.search(ahead) and _deeds().match(clause.text, deadline.end))


@cache
def _deeds() -> re.Pattern[str]:
    """What a plan does within a time."""
    words = (word for name in ("deadline_words.txt", "founding_verbs.txt") for word in lines(name))
    return re.compile(rf"[，,]?{one_of(words)}")
