"""What a quantity measures, and its value in base units.

110万人 is 1100000 人, 1.5亿元 is 150000000 元. A share is in % (三分之一 is 33.33 %), a span of time in 个月, 日 or
分钟, a frequency in 次/年, a ratio one number (1:18 is 0.0556). Other units are their own base.
"""

import re
from dataclasses import dataclass
from functools import cache

from graph.model import Measure as Kind
from loaders.measures import Measure, unit_kinds
from loaders.vocabulary import rows

SCALES = {"万亿": 1e12, "亿": 1e8, "万": 1e4}
KINDS: dict[str, Kind] = {"people": "count", "count": "count", "times": "count", "money": "money", "period": "duration"}
A_YEAR = {"年": 1.0, "半年": 2.0, "季度": 4.0, "个季度": 4.0, "月": 12.0, "个月": 12.0}
YEARS = re.compile(r"([1-9]\d?)年")  # as a period: 每3年; more than 99, or none, are a slip
MOST_DOUBLINGS = 100  # beyond them 番 is a slip
DIGITS = 12  # places of a base value; beyond them it would show how computers hold 0.1


@dataclass(frozen=True, slots=True)
class Normal:
    """A quantity in base units. The value is None where it is not certain; `high` is the upper end of a range."""

    measure: Kind
    value: float | None = None
    high: float | None = None
    unit: str | None = None


def normal_of(measure: Measure, unit: str, *, change: bool = False) -> Normal:
    """The measure in base units; `unit` is the one stated (次/3年), `change`: it says by how much something changes.

    1. A ratio is the first number divided by the second, so that its comparator holds as it does for a share.
    2. 翻一番 is 2 倍, 翻两番 is 4 倍. 增长2倍 may mean two or three times what was, and has no value.
    3. A change by 8% is no share of anything: its measure is other.
    4. 万 and 亿 without a unit count.
    """
    if measure.kind == "ratio":
        return _ratio(measure)
    if measure.unit == "番":
        return Normal("multiple", _power(measure.value), _power(measure.high), "倍")
    if measure.kind == "times" and "/" in unit:
        return _frequency(measure, unit.partition("/")[2])
    if not measure.unit:
        return Normal("share", _round(measure.value * 100), _times(measure.high, 100), "%")
    if change and measure.unit == "倍":
        return Normal("multiple")
    scale, rest = _scale(measure.unit)
    kind, base, factor = _base(rest)
    factor *= scale
    what: Kind = "other" if change and kind == "share" else kind
    return Normal(what, _round(measure.value * factor), _times(measure.high, factor), base)


def _ratio(measure: Measure) -> Normal:
    first, _, second = measure.unit.partition(":")
    value = float(first) / measure.value if first else measure.value / float(second)
    return Normal("ratio", _round(value), None, "")


def _power(value: float | None) -> float | None:
    return None if value is None or value > MOST_DOUBLINGS else 2.0**value


def _frequency(measure: Measure, period: str) -> Normal:
    """Times a year where the period is a part of the year or some years; else as stated: 次/学期, 次/周."""
    if years := YEARS.fullmatch(period):
        factor, base = 1 / int(years[1]), "次/年"
    elif period in A_YEAR:
        factor, base = A_YEAR[period], "次/年"
    else:
        factor, base = 1.0, f"次/{period}"
    return Normal("frequency", _round(measure.value * factor), _times(measure.high, factor), base)


def _scale(unit: str) -> tuple[float, str]:
    """What 万 and 亿 before a unit multiply by, and the unit: 万亿元 is 1e12 and 元."""
    scale = next((scale for scale in SCALES if unit.startswith(scale)), "")
    return SCALES.get(scale, 1.0), unit.removeprefix(scale)


def _base(unit: str) -> tuple[Kind, str, float]:
    """What a unit measures, its base unit, and how many of that it is; what it is counted by (元/人·月) stays."""
    whole, slash, by = (unit, "", "") if unit in _bases() else unit.partition("/")
    if whole in _bases():
        kind, base, factor = _bases()[whole]
        return kind, base + slash + by, factor
    return KINDS.get(unit_kinds().get(whole, "count"), "other"), unit, 1.0


@cache
def _bases() -> dict[str, tuple[Kind, str, float]]:
    return {row[0]: (row[1], row[2], float(row[3])) for row in rows("unit_bases.tsv")}  # type: ignore[misc]  # a test checks


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else _round(value * factor)


def _round(value: float) -> float:
    return round(value, DIGITS)
