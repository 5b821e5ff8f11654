"""quantifies: the quantities that the clauses of a document state, with comparator, object and deadline.

Read are numbers with a unit: counts (500名, 2个以上), shares (70%, 三分之一), sums (12000元), hours, areas, multiples
(2倍), ratios (1:18), frequencies (每3年修订1次), ages, and periods that are a measure of the task or a rule
(通过3—5年的努力, 不少于6个月).
Not read: what `loaders.masks` hides, a number that only says for how much each (每满1年), the years gone by (近5年),
enumerations (3个方面), and 一个, 两项 in running prose.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model import Clause, Comparator, DocumentFacts, Doubt, Indicator, IndicatorKind
from graph.numerals import read_numeral
from loaders.cell_values import CellValue, cell_values
from loaders.comparators import JOINED, Reading, UnsureError, read_comparator
from loaders.counted import Counted, Quantity, find_counted, is_condition
from loaders.deadlines import Deadline, Deadlines, date_at, in_column, read_deadlines
from loaders.due import dues_of
from loaders.indicator_kinds import is_past, kind_of
from loaders.inherited import inherited_due
from loaders.masks import YEAR, masked
from loaders.measures import Measure, measures
from loaders.normal import SCALES, normal_of
from loaders.parts import explaining, looking_back, past_lines
from loaders.segments import segment, sentences
from loaders.stated import frequency_of, is_base, is_qualifier, is_stated
from loaders.vocabulary import lines

CHANGES = ("增长", "下降", "增加", "减少", "提高", "降低")  # an object that says only this is of the quantity before it
CHANGED = re.compile(
    r"(?:增长|下降|增加|减少|提高|提升|降低|上升|上浮|下浮|回落|翻了?|增幅|降幅|涨幅|增速)(?:[约超近达为]|不低于|不超过)*$"
)
TURNS = re.compile(r"(?:提高|提升|增加|增长|扩大|下降|降低|减少|缩短|压缩|压减|缩小|调整)(?:到|至|为)?")
AIMS = re.compile(r"[、，,]?(?:力争|争取|努力)(?:达到|达|超过|突破|实现|完成)?")  # 增长7%以上、力争达到8%
NAMELESS = re.compile(rf"(?:每年|每月|每学年)?(?:{YEAR})年")  # an object that is no more than a time
GROWS = re.compile(r"[^，。；\d]{0,12}[，、,]?(?:同比|比上年|较上年)?(?:增长|下降|增加|减少|提高|降低)")
AHEAD = 60  # characters before a quantity or a deadline that may bear on it
NOTHING: frozenset[Comparator] = frozenset()


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a clause as its quantities are read: what states none is hidden, sentences and deadlines are found.

    `made` is the ISO date of the document, `past` says that the clause stands in a part that looks back, `reviews` are
    parts of its text that do.
    """

    clause: Clause
    hidden: str
    parts: tuple[tuple[int, int], ...]
    deadlines: Deadlines
    made: str | None = None
    past: bool = False
    reviews: tuple[tuple[int, int], ...] = ()

    def sentence(self, quantity: Quantity) -> tuple[int, int]:
        """The sentence in which a quantity stands."""
        return self.parts[bisect_right(self.parts, quantity.measure.start, key=lambda part: part[0]) - 1]


def with_indicators(facts: DocumentFacts) -> DocumentFacts:
    """The facts with the quantities of all clauses but annexes and terms, and a doubt for each comparator that stays
    unsure."""
    indicators: list[Indicator] = []
    doubts: list[Doubt] = []
    past, terms = looking_back(facts.clauses), explaining(facts.clauses)
    made = facts.document.effective or facts.document.issued
    clauses = {clause.id: clause for clause in facts.clauses}
    for clause in facts.clauses:
        if clause.type != "annex" and clause.id not in terms:
            found, unsure = read_indicators(clause, made, past=clause.id in past)
            found += _in_cells(clause, made, found)
            indicators += [_inherited(indicator, clause, clauses, made) for indicator in found]
            doubts += unsure
    return replace(facts, indicators=facts.indicators + tuple(indicators), doubts=facts.doubts + tuple(doubts))


def read_indicators(
    clause: Clause, made: str | None = None, *, past: bool = False
) -> tuple[list[Indicator], list[Doubt]]:
    """The quantities of one clause in order, and doubts about what was not read.

    `made` is the ISO date of the document, `past` says that the clause stands in a part that looks back.
    """
    hidden = masked(clause.text)
    dues, reviews = read_deadlines(clause.text), past_lines(clause.text)
    passage = Passage(clause, hidden, sentences(hidden), dues, made, past, reviews)
    quantities, doubts = _read(passage)
    return _indicators(passage, quantities), doubts


def _in_cells(clause: Clause, made: str | None, stated: Sequence[Indicator]) -> list[Indicator]:
    """The figures of a row in other cells than that of the task, but for those that it states too (目标值: 20所)."""
    known = {(item.value, item.unit) for item in stated}
    found: list[Indicator] = []
    for value in cell_values(clause) if clause.cells else ():
        past = value.today or is_past(date_at(f"{(value.year or '').removesuffix('年')}年"), made)
        sentence = replace(clause, text=value.sentence, cells=() if value.year else clause.cells)
        for item in read_indicators(sentence, made, past=past)[0]:
            if (item.value, item.unit) not in known:
                found.append(_of_cell(clause, item, value, len(stated) + len(found) + 1, made))
    return found


def _of_cell(clause: Clause, item: Indicator, value: CellValue, rank: int, made: str | None) -> Indicator:
    """A figure read from a cell as one of the row, whose whole text it takes; its column may say when."""
    kind: IndicatorKind = "baseline" if item.kind == "baseline" else "target"
    year = value.year if kind == "target" else None
    due = dues_of(f"{year.removesuffix('年')}年", made)[0] if year else item.due
    return replace(
        item,
        id=f"{clause.id}#{rank}",
        span=clause.span(0, len(clause.text)),
        object=item.object or value.name,
        kind=kind,
        deadline=year or item.deadline,
        due=due,
        rule="cell",
    )


def _inherited(indicator: Indicator, clause: Clause, clauses: Mapping[str, Clause], made: str | None) -> Indicator:
    due = inherited_due(indicator, clause, clauses, made)
    return replace(indicator, due=due, inherited=True) if due else indicator


def _read(passage: Passage) -> tuple[list[Quantity], list[Doubt]]:
    """The measures of the passage with comparator and object, and a doubt for each whose comparator stays unsure."""
    text, hidden = passage.clause.text, passage.hidden
    found = [measure for measure in measures(hidden) if not is_base(hidden, measure)]
    quantities: list[Quantity] = []
    doubts: list[Doubt] = []
    before, past, carried = 0, 0, NOTHING
    lost: Measure | None = None  # the last one left out
    for index, measure in enumerate(found):
        after = found[index + 1].start if index + 1 < len(found) else len(hidden)
        try:
            reading = read_comparator(hidden, measure, before, carried)
            _check_alone(hidden, measure, reading, lost)
        except UnsureError as unsure:
            doubts.append(_doubt(passage.clause, measure, unsure))
            before, carried, lost = measure.end, NOTHING, measure
            continue
        counted = find_counted(text, hidden, measure, reading, (past, after))
        quantity = Quantity(measure, reading, counted, before)
        if not is_qualifier(hidden, quantity, found[index + 1] if index + 1 < len(found) else None):
            quantities.append(replace(quantity, counted=_named(quantity, hidden, quantities)))
            past = reading.end if _parts(passage, quantity) else past
        before, carried = measure.end, reading.ahead
    return quantities, doubts


def _parts(passage: Passage, quantity: Quantity) -> bool:
    """Whether a quantity parts the phrases beside it: a deadline (高职院校5年共增加) and 九年 of 九年义务教育 not."""
    period = quantity.measure.kind == "period"
    within = passage.deadlines.touch(quantity.measure.start, quantity.measure.end)
    return not within and (not period or _is_stated(passage, quantity))


def _check_alone(hidden: str, measure: Measure, reading: Reading, lost: Measure | None) -> None:
    """Raise UnsureError for a measure without marks of its own that is joined to one left out: 3个月或60课时."""
    bare = (reading.start, reading.end) == (measure.start, measure.end)
    if lost and bare and JOINED.fullmatch(hidden, lost.end, measure.start):
        raise UnsureError("joined to a number that is left out")


def _is_stated(passage: Passage, quantity: Quantity, *, joined: bool = False) -> bool:
    return is_stated(passage.hidden, quantity, joined=joined)


def _named(quantity: Quantity, hidden: str, quantities: Sequence[Quantity]) -> Counted:
    """What is counted, with the name of the quantity before it where it has none of its own.

    总产值31534亿元、增长3.3% is the growth of 总产值; 分别增长10.6%、10.9%, 奖励50万元、30万元, 由60%提高到70% and
    增长7%以上、力争达到8% share their object; 新建学校86所，其中2022年新建20所 are both schools.
    """
    counted, reading = quantity.counted, quantity.reading
    if not quantities:
        return counted
    previous = quantities[-1]
    name, between = previous.counted.name, hidden[previous.reading.end : reading.start]
    if name and (TURNS.fullmatch(between) or AIMS.fullmatch(between)):
        return replace(counted, name=name)
    if counted.name in CHANGES and GROWS.match(between):
        return replace(counted, name=name.removesuffix(counted.name) + counted.name)
    if counted.name in lines("founding_verbs.txt") or NAMELESS.fullmatch(counted.name):
        alike = (item.counted.name for item in reversed(quantities) if item.measure.unit == quantity.measure.unit)
        return replace(counted, name=next(alike, "") or counted.name)
    low, _ = segment(hidden, counted.start, counted.end)
    shared = "分别" in hidden[low : counted.start] and previous.measure.start >= low and name in counted.name
    alone = JOINED.fullmatch(between) and (counted.start, counted.end) == (reading.start, reading.end)
    return replace(counted, name=name) if shared or alone else counted


def _doubt(clause: Clause, measure: Measure, unsure: UnsureError) -> Doubt:
    span = clause.span(measure.start, measure.end)
    return Doubt(clause.document, span.line, "comparator", f"{clause.id}: {span.text} left out: {unsure}")


def _indicators(passage: Passage, quantities: Sequence[Quantity]) -> list[Indicator]:
    """The indicators of those quantities that the clause states, numbered in order; a period that is the deadline of
    others is none."""
    governed = [(quantity, _deadline(passage, quantity)) for quantity in _stated(passage, quantities)]
    governing = Deadlines(passage.clause.text, tuple(sorted({due for _, due in governed if due}, key=_place)))
    kept = [pair for pair in governed if not governing.touch(pair[0].measure.start, pair[0].measure.end)]
    shares = _shares([due for _, due in kept])
    return [_indicator(passage, rank, *pair, shares[rank - 1]) for rank, pair in enumerate(kept, start=1)]


def _place(deadline: Deadline) -> int:
    return deadline.start


def _stated(passage: Passage, quantities: Iterable[Quantity]) -> list[Quantity]:
    """The quantities that are some: not the enumerations, ways of speaking and spans of time without a rule."""
    stated: list[Quantity] = []
    for quantity in quantities:
        joined = bool(stated) and stated[-1].measure.end == quantity.before
        joined = joined and bool(JOINED.search(passage.hidden, quantity.before, quantity.measure.start))
        if _is_stated(passage, quantity, joined=joined):
            stated.append(quantity)
    return stated


def _deadline(passage: Passage, quantity: Quantity) -> Deadline | None:
    """The deadline of a quantity in the text. A rule has none within which it holds: in 1年内计分不超过2分 the year is
    a part of the rule."""
    place = (quantity.reading.start, quantity.reading.end)
    if is_condition(passage.clause.text, quantity.measure, quantity.reading):
        return None
    due = passage.deadlines.governing(passage.sentence(quantity), place)
    if due and due.text.endswith("内"):
        rules = quantity.measure.kind == "period" or _kind(passage, quantity, None) == "standard"
        return None if rules else due
    return due


def _kind(passage: Passage, quantity: Quantity, due: Deadline | None) -> IndicatorKind:
    start = quantity.measure.start
    past = passage.past or any(low <= start < high for low, high in passage.reviews) or is_past(due, passage.made)
    return kind_of(passage.clause, quantity, passage.sentence(quantity)[0], due, past=past)


def _shares(dues: Sequence[Deadline | None]) -> list[tuple[int, int]]:
    """Which of the quantities with one deadline each is, from 0, and how many they are.

    到2023年、2025年，普惠率分别达到85%、90%: 85% is 0 of 2."""
    counts, seen = Counter(dues), Counter[Deadline | None]()
    shares = []
    for due in dues:
        shares.append((seen[due], counts[due]))
        seen[due] += 1
    return shares


def _due(passage: Passage, written: str, start: int, share: tuple[int, int]) -> str | None:
    """The deadline in ISO 8601: of several dates the quantity's own, where there are as many quantities as dates."""
    ahead = passage.clause.text[max(0, start - AHEAD) : start]
    dues = dues_of(written, passage.made, ahead)
    rank, count = share
    if len(dues) == 1:
        return dues[0]
    return dues[rank] if len(dues) == count else None


def _indicator(
    passage: Passage, rank: int, quantity: Quantity, deadline: Deadline | None, share: tuple[int, int]
) -> Indicator:
    clause, measure, reading, counted = passage.clause, quantity.measure, quantity.reading, quantity.counted
    per = frequency_of(passage.hidden, measure, quantity.before) if measure.kind == "times" else None
    start = min(counted.start, per.start()) if per else counted.start
    unit = f"{measure.unit}/{_period(per)}" if per else measure.unit
    change = bool(CHANGED.search(passage.hidden, max(0, reading.start - AHEAD), reading.start))
    kind = _kind(passage, quantity, deadline)
    written, due = _when(passage, deadline, share) if kind != "baseline" else (None, None)
    normal = normal_of(_of_people(measure, counted.name), unit, change=change)
    return Indicator(
        id=f"{clause.id}#{rank}",
        source=clause.id,
        value=measure.value,
        value_max=measure.high,
        unit=unit,
        comparator=reading.comparator,
        object=counted.name,
        kind=kind,
        deadline=written,
        span=clause.span(start, counted.end),
        rule="growth" if change and measure.kind == "rate" else measure.kind,
        measure=normal.measure,
        normal_value=normal.value,
        normal_max=normal.high,
        normal_unit=normal.unit,
        due=due,
    )


def _of_people(measure: Measure, name: str) -> Measure:
    """A number of people that is written without 人: 在校学生人数达到39.1万."""
    return replace(measure, unit=f"{measure.unit}人") if measure.unit in SCALES and name.endswith("人数") else measure


def _when(passage: Passage, deadline: Deadline | None, share: tuple[int, int]) -> tuple[str | None, str | None]:
    """The deadline as written and in ISO 8601: that of the text, else of the row's column."""
    if deadline:
        return deadline.text, _due(passage, deadline.text, deadline.start, share)
    column = in_column(passage.clause.cells)
    return (column[0], _due(passage, column[1].text, 0, (0, 0))) if column else (None, None)


def _period(per: re.Match[str]) -> str:
    """The period of a frequency, its number in digits: 3年 of 每三年."""
    written = per["per"].replace("个", "")
    count = re.match(r"\d+|[一二两三四五六七八九十]", written)
    if not count:
        return written
    number = read_numeral(count.group())
    return written[count.end() :] if number == 1 else f"{number}{written[count.end() :]}"
