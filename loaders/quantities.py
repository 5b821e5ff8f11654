"""quantifies: the quantities that the clauses of a document state, with comparator, object and deadline.

Read are numbers with a unit: counts (500名, 2个以上), shares (70%, 三分之一), sums (12000元), hours, areas, multiples
(2倍), frequencies (每3年修订1次), ages, and periods that are a measure of the task or a rule (通过3—5年的努力,
不少于6个月).
Not read: what `loaders.masks` hides, a number that only says for how much each (每满1年), the years gone by (近5年),
enumerations (3个方面), and 一个, 两项 in running prose.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.model import Clause, Comparator, DocumentFacts, Doubt, Indicator
from loaders.comparators import JOINED, Reading, UnsureError, read_comparator
from loaders.counted import COUNTS, Counted, find_counted
from loaders.deadlines import Deadline, deadline_of, find_deadlines
from loaders.indicator_kinds import is_review, kind_of
from loaders.masks import masked
from loaders.measures import Measure, measures
from loaders.patterns import one_of
from loaders.segments import segment, sentences
from loaders.vocabulary import lines, rows

EACH = re.compile(r"每(?:满|增加|增|超过?|隔|减少|降低|提高|新增|成功推荐|推荐)?$")
PAST = re.compile(r"(?:近|最近|过去|前|上|头|连续|时隔)$")
PART_OF = re.compile(r"中(?:的)?(?:任[何意选])?[一二两三四五六七八九十\d]")  # 1至3项中一项以上
PER = re.compile(r"每(?P<per>(?:\d+|[一二两三四五六七八九十半])?个?(?:学年|学期|季度|年|月|周|星期|日|天))")
PERIOD_AHEAD = re.compile(
    r"(?:(?<![近前后初中学长短定])期(?:限|间)?|为期|学制|年限|周期|公示|保存|时间|时长|通过|经过|历时)(?:一般|原则上)?(?:为|是|满)?$"
)
AFTER_NOUN = re.compile(r"[\u4e00-\u9fff][^，。；：\d的之这那同每某任另唯又再不是成为第一其各中]$")
ENDS = re.compile(r"[，。；、,;）)]|和|$")
TIME_HEAD = re.compile(r"时限|时间|期限")  # of a table's column
FEW = 100  # below it a count in Chinese numerals may be a way of speaking
CHANGES = ("增长", "下降", "增加", "减少", "提高", "降低")  # an object that says only this is of the quantity before it
NOTHING: frozenset[Comparator] = frozenset()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measure that was read: its comparator, what it counts, and where the measure before it ends."""

    measure: Measure
    reading: Reading
    counted: Counted
    before: int

    @property
    def marked(self) -> bool:
        """Whether a comparator is written beside it."""
        return (self.reading.start, self.reading.end) != (self.measure.start, self.measure.end)


def with_indicators(facts: DocumentFacts) -> DocumentFacts:
    """The facts with the quantities of all clauses but annexes, and a doubt for each comparator that stays unsure."""
    indicators: list[Indicator] = []
    doubts: list[Doubt] = []
    reviews: set[str] = set()
    for clause in facts.clauses:
        if is_review(clause.heading) or clause.parent in reviews:
            reviews.add(clause.id)
        if clause.type != "annex":
            found, unsure = read_indicators(clause)
            indicators += map(_of_today, found) if clause.id in reviews else found
            doubts += unsure
    return replace(facts, indicators=facts.indicators + tuple(indicators), doubts=facts.doubts + tuple(doubts))


def read_indicators(clause: Clause) -> tuple[list[Indicator], list[Doubt]]:
    """The quantities of one clause in order, and doubts about what was not read."""
    hidden = masked(clause.text)
    deadlines = find_deadlines(clause.text)
    found = [measure for measure in measures(hidden) if not _only_a_base(hidden, measure)]
    quantities: list[Quantity] = []
    doubts: list[Doubt] = []
    before, carried = 0, NOTHING
    for index, measure in enumerate(found):
        after = found[index + 1].start if index + 1 < len(found) else len(hidden)
        try:
            reading = read_comparator(hidden, measure, before, carried)
        except UnsureError as unsure:
            doubts.append(_doubt(clause, measure, unsure))
            before, carried = measure.end, NOTHING
            continue
        past = max((other.reading.end for other in quantities if _parts(hidden, other, deadlines)), default=0)
        counted = find_counted(clause.text, hidden, measure, reading, (past, after))
        quantities.append(Quantity(measure, reading, _named(counted, hidden, quantities), before))
        before, carried = measure.end, reading.ahead
    return _indicators(clause, hidden, quantities, deadlines), doubts


def _of_today(indicator: Indicator) -> Indicator:
    return replace(indicator, kind="baseline", deadline=None)


def _parts(hidden: str, quantity: Quantity, deadlines: Sequence[Deadline]) -> bool:
    """Whether a quantity parts the phrases beside it: a deadline (高职院校5年共增加) and 九年 of 九年义务教育 not."""
    period = quantity.measure.kind == "period"
    return not _within(quantity.measure, deadlines) and (not period or _is_stated(hidden, quantity, joined=False))


def _named(counted: Counted, hidden: str, quantities: list[Quantity]) -> Counted:
    """What is counted, with the name of the quantity before it where it has none of its own.

    总产值31534亿元、增长3.3% is the growth of 总产值; 分别增长10.6%、10.9% share their object; else there is no name.
    """
    low, _ = segment(hidden, counted.start, counted.end)
    previous = quantities[-1] if quantities and quantities[-1].measure.start >= low else None
    if previous and counted.name in CHANGES:
        return replace(counted, name=previous.counted.name.removesuffix(counted.name) + counted.name)
    if previous and "分别" in hidden[low : counted.start] and previous.counted.name in counted.name:
        return replace(counted, name=previous.counted.name)
    return counted


def _only_a_base(hidden: str, measure: Measure) -> bool:
    """Whether a measure only says for how much each (每满1年), which years gone by (近5年, 连续3年), or of how many
    another is a part (3项中一项)."""
    ahead = hidden[max(0, measure.start - 6) : measure.start]
    past = measure.kind == "period" and PAST.search(ahead)
    return bool(past or EACH.search(ahead) or PART_OF.match(hidden, measure.end))


def _doubt(clause: Clause, measure: Measure, unsure: UnsureError) -> Doubt:
    span = clause.span(measure.start, measure.end)
    return Doubt(clause.document, span.line, "comparator", f"{clause.id}: {span.text} left out: {unsure}")


def _within(measure: Measure, deadlines: Iterable[Deadline]) -> bool:
    """Whether a measure is (part of) one of these deadlines: 5年 of 5年内."""
    return any(due.start < measure.end and measure.start < due.end for due in deadlines)


def _indicators(
    clause: Clause, hidden: str, quantities: list[Quantity], deadlines: Sequence[Deadline]
) -> list[Indicator]:
    """The indicators of those quantities that the clause states, numbered in order."""
    stated = _stated(hidden, quantities)
    dues = [deadline_of(deadlines, _sentence(hidden, quantity), quantity.reading.start) for quantity in stated]
    governing = {due for due, quantity in zip(dues, stated, strict=True) if due and quantity.measure.kind != "period"}
    kept = [pair for pair in zip(stated, dues, strict=True) if not _within(pair[0].measure, governing)]
    return [_indicator(clause, hidden, rank, *pair) for rank, pair in enumerate(kept, start=1)]


def _stated(hidden: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities that are some: not the enumerations, ways of speaking and spans of time without a rule."""
    stated: list[Quantity] = []
    for quantity in quantities:
        joined = bool(stated) and stated[-1].measure.end == quantity.before
        joined = joined and bool(JOINED.search(hidden, quantity.before, quantity.measure.start))
        if _is_stated(hidden, quantity, joined=joined):
            stated.append(quantity)
    return stated


def _is_stated(hidden: str, quantity: Quantity, *, joined: bool) -> bool:
    """Whether a quantity is one.

    1. A period: with a comparator (不少于6个月, 3年内) or a word for it (有效期5年, 通过3—5年的努力).
    2. Another unit: but not 十分 and 二元.
    3. A count: not of what cannot be counted (3个方面) or of parts of a thing (3.10种).
    """
    measure = quantity.measure
    if measure.kind == "period":
        return quantity.marked or bool(PERIOD_AHEAD.search(hidden, 0, measure.start))
    if measure.kind not in COUNTS:
        return quantity.marked or not _is_saying(measure)
    if measure.value % 1 and not measure.unit.startswith(("万", "亿")):
        return False
    if _uncountable(hidden[measure.end :], quantity.counted.name, chinese=measure.chinese):
        return False
    return not measure.chinese or quantity.marked or joined or _is_real_count(hidden, quantity)


def _is_real_count(hidden: str, quantity: Quantity) -> bool:
    """Whether a number in Chinese numerals counts: from a hundred on, for each period (每年一次), after a verb of
    founding (新建一所) or behind its noun (设校长一名); 一个, 两项 in running prose are none."""
    measure, ahead = quantity.measure, hidden[: quantity.measure.start]
    if measure.value >= FEW or (measure.kind == "times" and _per(hidden, quantity)):
        return True
    return bool(_founding().search(ahead) or (AFTER_NOUN.search(ahead) and ENDS.match(hidden, measure.end)))


def _is_saying(measure: Measure) -> bool:
    """十分重视, 二元结构: scores and small sums in Chinese numerals are words."""
    return measure.chinese and (measure.unit == "分" or (measure.unit == "元" and measure.value < 10))


def _uncountable(behind: str, name: str, *, chinese: bool) -> bool:
    """Whether an enumeration (3个方面) or, in Chinese numerals, a figure of speech (一支…队伍) is numbered."""
    nouns = tuple(row[0] for row in rows("not_counted.tsv") if chinese or row[1] == "any")
    return behind.startswith(nouns) or name.endswith(nouns)


@cache
def _founding() -> re.Pattern[str]:
    """A verb of founding at the end, with 了, 好, 有 … or without."""
    return re.compile(rf"(?:{one_of(lines('founding_verbs.txt'))})[了好出成起有]?$")


def _per(hidden: str, quantity: Quantity) -> re.Match[str] | None:
    """The period of a frequency: 每3年 of 每3年修订1次."""
    low, _ = segment(hidden, quantity.measure.start, quantity.measure.end)
    found = list(PER.finditer(hidden, max(low, quantity.before), quantity.measure.start))
    return found[-1] if found else None


def _sentence(hidden: str, quantity: Quantity) -> tuple[int, int]:
    return next(part for part in sentences(hidden) if part[0] <= quantity.measure.start < part[1])


def _due(clause: Clause, quantity: Quantity, due: Deadline | None) -> str | None:
    """The deadline as written: that of the sentence, else the cell of the row that says when (完成时限). A period and
    today's figure have none."""
    if due:
        return due.text
    if quantity.measure.kind == "period":
        return None
    return next((cell for head, cell in clause.cells if TIME_HEAD.search(head) and find_deadlines(cell)), None)


def _indicator(clause: Clause, hidden: str, rank: int, quantity: Quantity, due: Deadline | None) -> Indicator:
    measure, reading, counted = quantity.measure, quantity.reading, quantity.counted
    per = _per(hidden, quantity) if measure.kind == "times" else None
    start = min(counted.start, per.start()) if per else counted.start
    due = None if measure.kind == "period" else due
    kind = kind_of(clause, measure, _sentence(hidden, quantity)[0], start, due)
    return Indicator(
        id=f"{clause.id}#{rank}",
        source=clause.id,
        value=measure.value,
        value_max=measure.high,
        unit=f"{measure.unit}/{per['per']}" if per else measure.unit,
        comparator=reading.comparator,
        object=counted.name,
        kind=kind,
        deadline=None if kind == "baseline" else _due(clause, quantity, due),
        span=clause.span(start, counted.end),
        rule=measure.kind,
    )
