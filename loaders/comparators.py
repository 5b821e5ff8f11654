"""How a stated number is meant: at least, more than, at most, less than, about, exactly, or between two ends.

A turned comparator accuses someone, so every mark that bears on a number is read; where two disagree, or a denial
stands where its reach is unsure, there is no reading.
"""

import re
from dataclasses import dataclass
from functools import cache

from graph.model import Comparator
from graph.numerals import DIGITS
from loaders.measures import Measure, unit_pattern
from loaders.patterns import one_of, one_of_guarded
from loaders.segments import segment
from loaders.vocabulary import lines, rows

ABOUT = ("左右", "上下")
LOOSE = ("超", "逾", "突破")  # relations that are parts of other words and verbs unless their number follows
TURNED: dict[str, Comparator] = {"<": ">=", ">": "<="}
REACH = 60  # characters between a mark and its number at most: 至少要建好、办好1所, 不低于全市中等职业学校总量的30%
BASE_END = re.compile(r"[的数额量值积入资模费金出]$")  # how the base of a share ends: 总数的, 总额, 规模
SHARE_OF = re.compile(r"[占为达合]")  # after 约: 约占总数的30%
STRICT: dict[Comparator, Comparator] = {">=": ">", "<=": "<"}
WITHOUT = re.compile(r"[（(]不含(?:本数|该数|[\d.,\0]|[）)])")  # 5项以上（不含5项）
ONE_END = re.compile(r"\s*[-—－–─~～至到]{1,2}\s*\d")  # 30分钟至1小时
INSIDE = ("period", "measure", "rate", "money")  # kinds of units of which 内 says at most
NOTHING_THERE = re.compile(r"没有[^，。；的]{1,12}或者?[^，。；]{1,12}$")
JOINED = re.compile(r"(?:以及|[和及与或、])$")
# Behind the noun of the number, at the end of the segment; 以上 behind a rank (省级以上) belongs to that
DETACHED = re.compile(
    rf"[^\d{''.join(DIGITS)}十]+(?P<mark>左右|以内|上下|(?<![级职称等次历位士科专局厅授])以[上下])(?=的|$)"
)


class UnsureError(Exception):
    """No comparator may be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a comparator, at [start, end) of the text."""

    comparator: Comparator
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure's comparator, and the span [start, end) that measure and marks take. `ahead` are the comparators of
    the marks before it, which a measure joined by 和 takes over."""

    comparator: Comparator
    start: int
    end: int
    ahead: frozenset[Comparator] = frozenset()


@cache
def _marks(place: str) -> dict[str, Comparator]:
    """The marks of comparators.tsv that stand at this place, with their comparators."""
    return {row[0]: row[2] for row in rows("comparators.tsv") if row[1] == place}  # type: ignore[misc]  # a test checks


@cache
def _relation() -> re.Pattern[str]:
    """A relation, plain (低于) or denied (不低于, 不得低于)."""
    ordering = one_of(word for word, sign in _marks("relation").items() if sign in TURNED)
    entries = [(row[0], row[3] if len(row) > 3 else "") for row in rows("comparators.tsv") if row[1] == "relation"]
    denied = rf"(?:{one_of(row[0] for row in rows('denials.tsv') if row[1] == 'turn')})(?P<denied>{ordering})"
    return re.compile(rf"{denied}|(?P<plain>{one_of_guarded(entries, ahead=True)})")


@cache
def _ahead(place: str) -> re.Pattern[str]:
    return re.compile(one_of(_marks(place)))


@cache
def _filler(place: str) -> re.Pattern[str]:
    """What may stand between a relation or a bound and its number: 不低于每生每年2000元, 最高可补助5万元."""
    words = one_of(row[0] for row in rows("comparator_fillers.tsv") if row[1] == place)
    return re.compile(rf"(?:{words}|每[^每]{{1,5}}?)*" if place == "relation" else rf"(?:{words})*")


@cache
def _after() -> re.Pattern[str]:
    """A mark after the unit: 以上, （含）以上, （不含）以下; not 以下简称."""
    return re.compile(rf"(?:[（(](?P<without>不)?含[^（()）]*[）)])?(?P<mark>{_guarded('after')})(?!简称|统称|称)")


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(_guarded("inside"))


def _guarded(place: str) -> str:
    """The marks of a place behind the number, each but before the characters that make another word."""
    entries = [(row[0], row[3] if len(row) > 3 else "") for row in rows("comparators.tsv") if row[1] == place]
    return one_of_guarded(entries, ahead=False)


@cache
def _far_denial() -> re.Pattern[str]:
    return re.compile(one_of(row[0] for row in rows("denials.tsv") if len(row[0]) > 1 and row[1] != "vanish"))


@cache
def _vanishing() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(row[0] for row in rows('denials.tsv') if row[1] == 'vanish')})$")


@cache
def _forbidden() -> re.Pattern[str]:
    denials = one_of(row[0] for row in rows("denials.tsv") if row[1] == "turn" and len(row[0]) > 1)
    return re.compile(rf"(?:{denials})[^，。；]{{0,12}}?(?:{one_of(lines('limited_deeds.txt'))})")


def after_mark(text: str, start: int) -> int:
    """Where the mark of a comparator that stands at `start` ends; `start` where none does."""
    patterns = (_relation(), *(_ahead(place) for place in ("adverb", "bound", "weak")))
    return max((match.end() for pattern in patterns if (match := pattern.match(text, start))), default=start)


def before_mark(text: str, start: int, end: int) -> int:
    """Where the mark that ends text[start:end] begins (学生不满); `end` where none ends it."""
    marks = [match for match in _relation().finditer(text, start, end) if match.end() == end]
    return marks[0].start() if marks else end


def read_comparator(
    text: str, measure: Measure, before: int = 0, carried: frozenset[Comparator] = frozenset()
) -> Reading:
    """The comparator of `measure` in `text`, whose previous measure ends at `before` with the marks `carried` ahead.

    1. Marks ahead: 不低于30%, 不低于在校生总数的30%, 至少建设1所, 最高可补助5万元, ≥75%.
    2. Marks behind: 2个以上, 20%左右, 30个基地左右, 3年内; 余 and 多 inside.
    3. 至少建设1所学院和1个中心: what is joined takes over the marks ahead.
    4. A range stands by itself or with 左右. No mark at all is =.
    Raises UnsureError where marks disagree (至少20个左右), a denial stands far off (不得因调整而低于30%), a mark behind
    may belong to this number or not (达到60%和70%以上, 2名教师以上; 分别 gives it to all of them), or the number is
    one end of a range of two units (30分钟至1小时).
    """
    if ONE_END.match(text, measure.end) or (before and ONE_END.fullmatch(text, before, measure.start + 1)):
        raise UnsureError("one end of a range")
    low, high = segment(text, measure.start, measure.end)
    head = max(low, before)
    ahead = _last_relation(text, head, measure)
    ahead += _adverbs(text, head, measure, "adverb") + _adverbs(text, head, measure, "bound")
    behind = _behind(text, measure) or _distributed(text, (low, high), measure) or _about(text, measure, high)
    found: set[Comparator] = {mark.comparator for mark in (*ahead, *behind)}
    if measure.about:
        found.add("~")
    if not found and measure.high is None:
        ahead = _adverbs(text, head, measure, "weak")
        found = {mark.comparator for mark in ahead}
    if not behind and (unsure := _apart(text, measure, high)) and unsure not in found:
        raise UnsureError("a mark stands apart from its number")
    if not found and before > low and JOINED.search(text, head, measure.start):
        found = set(carried)
    start = min([measure.start, *(mark.start for mark in ahead)])
    end = max([measure.end, *(mark.end for mark in behind)])
    denied = bool(found) and _is_denied(text, low if ahead or behind else head, start)
    if denied and not (limit := _limit(text, low, ahead, behind)):
        raise UnsureError("a denial stands far off")
    if behind and _vanishing().search(text, low, measure.start):
        raise UnsureError("what is to vanish is counted")
    found = {limit} if denied and limit else found
    own = frozenset(mark.comparator for mark in ahead) or (frozenset(found) & carried)
    own = frozenset(found) if denied else own
    return Reading(_agreed(found, measure), start, end, own)


def _is_denied(text: str, low: int, start: int) -> bool:
    """Whether a denial stands between `low` and the marks that begin at `start`. What says who is meant (没有保质期的
    不得少于2年), and what is joined to a thing that is not there (没有违法所得或者违法所得不足5万元), is none."""
    far = _far_denial().search(text, low, start)
    return bool(far) and not (text[low:start].endswith("的") or NOTHING_THERE.search(text, low, start))


def _limit(text: str, low: int, ahead: list[Mark], behind: list[Mark]) -> Comparator | None:
    """At most, where what is forbidden is to do a thing beyond the number: 不得收取时间跨度超过3个月的费用."""
    beyond = len(ahead) == 1 and not behind and ahead[0].comparator == ">"
    return "<=" if beyond and _forbidden().search(text, low, ahead[0].start) else None


def _apart(text: str, measure: Measure, high: int) -> Comparator | None:
    """The comparator of a mark behind that stands apart: after a number joined to this one (60%和70%以上), or at the
    end of the segment after the noun (2名教师以上); behind a rank (省级以上) it is of that and passed over."""
    if shared := _shared().match(text, measure.end, high):
        return _marks("after")[shared["mark"]]
    detached = DETACHED.match(text, measure.end, high)
    return _marks("after")[detached["mark"]] if detached else None


def _about(text: str, measure: Measure, high: int) -> list[Mark]:
    """左右 behind the noun at the end of the segment, which can be of nothing but the number: 建设30个基地左右."""
    detached = DETACHED.match(text, measure.end, high)
    return [Mark("~", measure.end, measure.end)] if detached and detached["mark"] in ABOUT else []


def _distributed(text: str, segment_: tuple[int, int], measure: Measure) -> list[Mark]:
    """The mark behind the last of several numbers that 分别 gives out: 分别达到60%和70%以上 is at least 60 %."""
    low, high = segment_
    shared = _shared().match(text, measure.end, high)
    if not shared or "分别" not in text[low : measure.start]:
        return []
    return [Mark(_marks("after")[shared["mark"]], measure.end, measure.end)]


@cache
def _shared() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:以及|[、和及与])\d[\d.]*{unit_pattern()})+(?P<mark>{one_of(_marks('after'))})")


def _agreed(found: set[Comparator], measure: Measure) -> Comparator:
    """The one comparator of all marks."""
    if measure.high is not None:
        if found - ({"~", "<="} if measure.kind == "period" else {"~"}):
            raise UnsureError("a range with a bound")
        return "range"
    if len(found) > 1:
        raise UnsureError(f"marks disagree: {' '.join(sorted(found))}")
    return found.pop() if found else "="


def _last_relation(text: str, head: int, measure: Measure) -> list[Mark]:
    """The last relation in text[head:measure.start] that bears on the measure, and one that leads directly to it."""
    found: list[Mark] = []
    matches = _relation().finditer(text, max(head, measure.start - REACH), measure.start)
    for match in reversed(list(matches)):
        if found and match.end() < found[-1].start:
            break
        if mark := _bearing(match, text, measure):
            found.append(mark)
    return found


def _bearing(match: re.Match[str], text: str, measure: Measure) -> Mark | None:
    """The relation as a mark where it bears on the measure.

    1. Nothing or a filler between: it does.
    2. A share: its base may stand between (不低于在校生总数的30%, 不超过工资总额8%, 约占总数的30%).
    3. 的 and more between (对高于标准的学校给予10万元, 超出部分的50%): the relation belongs to something else.
    4. A distance in 百分点 (高于全国平均水平3个百分点) is exact.
    Raises UnsureError for the rest: 超过平均分1分, 不低于国家规定的生均标准30%, 不少于规定的10名.
    """
    between = text[match.end() : measure.start]
    word = match["denied"] or match["plain"]
    sign = _marks("relation")[word]
    comparator = TURNED[sign] if match["denied"] else sign
    mark = Mark(comparator, match.start(), match.end())
    if _filler("relation").fullmatch(between):
        return mark
    if sign == "~" and measure.kind == "rate" and SHARE_OF.match(between):
        return mark
    if sign not in TURNED or _belongs_elsewhere(match, between, measure):
        return None
    if measure.kind == "rate" and "的" not in between[:-1] and BASE_END.search(between):
        return mark
    raise UnsureError(f"{match.group()} stands before something else than its number")


def _belongs_elsewhere(match: re.Match[str], between: str, measure: Measure) -> bool:
    """Whether the relation, with `between` before the number, says nothing of it (3 and 4 of `_bearing`)."""
    if match["plain"] and (match["plain"] in LOOSE or measure.unit.endswith("百分点")):
        return True
    if "部分" in between:
        return True
    return measure.kind != "rate" and "的" in between[:-1] and not between.endswith("的")


def _adverbs(text: str, head: int, measure: Measure, place: str) -> list[Mark]:
    """至少 with anything between it and the number, 最高 with a word of giving, 控制在 (`weak`) with a filler."""
    between = {"bound": _filler("bound"), "weak": _filler("relation")}.get(place)
    return [
        Mark(_marks(place)[match.group()], match.start(), match.end())
        for match in _ahead(place).finditer(text, max(head, measure.start - REACH), measure.start)
        if between is None or between.fullmatch(text, match.end(), measure.start)
    ]


def _behind(text: str, measure: Measure) -> list[Mark]:
    """The mark directly after the unit; 内 and 范围内 after what is no count. 以上（不含5项） is more than 5."""
    if match := _after().match(text, measure.end):
        comparator = _marks("after")[match["mark"]]
        without = match["without"] or WITHOUT.match(text, match.end())
        strict = STRICT.get(comparator, comparator) if without else comparator
        return [Mark(strict, measure.end, match.end())]
    inside = _inside().match(text, measure.end) if measure.kind in INSIDE or measure.unit == "字" else None
    return [Mark("<=", measure.end, inside.end())] if inside else []
