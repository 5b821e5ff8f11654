"""Numbers with their unit in a text: 1,000 名, 1.5万余人, 三分之一, 百分之八十, 1:18, 3—5年, 1万元以上5万元以下."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from graph.numerals import DIGITS, read_numeral
from loaders.patterns import one_of, one_of_guarded
from loaders.ratios import RATIO, is_ratio
from loaders.vocabulary import rows

UnitKind = Literal["rate", "money", "period", "age", "score", "measure", "times", "people", "count"]
Kind = UnitKind | Literal["ratio"]

OWN = ("rate", "period", "score", "measure")  # kinds of units that measure and do not count things
SCALES = {"百": 1e2, "千": 1e3, "百万": 1e2, "千万": 1e3, "百亿": 1e2, "千亿": 1e3}  # 万 and 亿 stay in the unit
WHOLE = {"百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "百亿": 1e10, "千亿": 1e11, "万亿": 1e12}
BARE_SCALE = re.compile(r"(?=[，,。；;、：:）)\s]|$|增长|增幅|左右|以上|以下|以内|[-—~～至]\d)")
NO_NOUN = re.compile(r"[级分伏多余次个元]")  # behind 万 no noun that is counted: 千万级
THIN = " \u00a0\u2009\u202f"  # spaces between groups of three digits: 1 122个

NUMBER = re.compile(
    rf"""
    (?<![\d.．,A-Za-z/／+＋×第])(?<!\d[:：∶])(?<!\d[万亿])
    (?: (?P<ratio>{RATIO})
      | (?P<percent>[百千])分之(?P<parts>[一二三四五六七八九十百零两点]{{1,9}})  # 百分之八十
      | (?P<below>[一二三四五六七八九十]{{1,3}}|万)分之(?P<above>[一二三四五六七八九]) # 三分之一, 万分之五
      | (?P<half>一半|半数)(?=以上|左右|以下)
      | (?<![一二两三四五六七八九十\d个大过上下前后多每这月年天])(?P<part>半)(?=个?(?:年(?!级)|月|小时|学年|学期))
      | (?P<rate>\d{{1,5}}(?:\.\d{{1,3}})?)\s*[/／]\s*(?:10|十)万(?![\d人个])   # 14.5/10万
      | (?P<over>\d{{1,2}})\s*[/／]\s*(?P<under>\d{{1,2}})(?![\d/／月.])          # 1/3
      | (?P<arabic>\d{{1,3}}(?:[,，{THIN}]\d{{3}}){{1,5}}(?:[.．]\d{{1,9}})?|(?!0\d)\d{{1,15}}(?:[.．]\d{{1,9}})?)
        (?!\d|[:：∶]\d)
      | (?<![零〇一二三四五六七八九十百千万亿两几数])
        (?P<chinese>[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]{{0,14}}
          (?:点[零一二三四五六七八九]{{1,9}})?)
    )
    """,
    re.VERBOSE,
)
"""Numbers of documents have fifteen digits at most; a longer run of digits is none."""
PLAIN = str.maketrans({",": None, "，": None, "．": ".", **dict.fromkeys(THIN)})
TIE = r"\s*[-—－–─~～至到]{1,2}\s*"
JOINS = rf"{TIE}|(?P<bound>(?:[（(]含[）)]|及)?以上[、，至到]?)|(?P<or>或者?)"


@dataclass(frozen=True, slots=True)
class Measure:
    """A number or range with its unit, at [start, end) of the text.

    `about`: 余 or 多 stands in it; `chinese`: it is written in Chinese numerals; `bounded`: it is a range written as
    以上…以下. A ratio has the number that is not 1 as its value and the rest as its unit: 1:18 is 18 of unit 1:, 18:1
    is 18 of unit :1, 8:2 is 8 of unit :2.
    """

    start: int
    end: int
    value: float
    unit: str
    kind: Kind
    high: float | None = None
    about: bool = False
    chinese: bool = False
    bounded: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number before its unit is read: `low` to `high` where two digits stand for a range (三五个)."""

    start: int
    end: int
    low: float
    high: float | None = None
    unit: str | None = None  # what the number itself says: % of 百分之八十
    chinese: bool = False
    kind: Kind = "rate"  # where the number itself says its unit


@cache
def unit_kinds() -> dict[str, UnitKind]:
    """The kind of each unit of units.tsv."""
    return {row[0]: row[1] for row in rows("units.tsv")}  # type: ignore[misc]  # the test of the file checks the kinds


@cache
def unit_pattern() -> str:
    """A regular expression for one unit, the longest first, each but before characters that make another word."""
    guards = ((row[0], row[2] if len(row) > 2 else "") for row in rows("units.tsv"))
    return rf"(?:{one_of_guarded(guards, ahead=False)})"


@cache
def _tail() -> re.Pattern[str]:
    """What follows a number: 余, a scale, the unit with 个 or without, and what it is counted by (元/人·月)."""
    unit = unit_pattern()
    return re.compile(
        rf"\s*(?P<about>[余多来]?)(?P<scale>(?:万亿|[百千]?[万亿]|[百千])??)(?P<more>[余多]?)"
        rf"(?:个(?P<half>半?)(?={_own_units()}))?(?P<unit>{unit})(?P<by>(?:[/／·]每?(?:{unit}|[月生班校度]))*)"
    )


def _own_units() -> str:
    """The units that 个 may stand before: 16个学时, 15个工作日; but 10个名师 counts by 个."""
    return one_of(unit for unit, kind in unit_kinds().items() if len(unit) > 1 and kind in OWN and "个" not in unit)


SCALE = re.compile(r"\s*(?P<about>[余多]?)(?P<scale>万亿|[百千]?[万亿])(?P<more>[余多]?)")


def measures(text: str) -> tuple[Measure, ...]:
    """The numbers with units of `text` in order; what `loaders.masks.masked` blanks cannot be read as one.

    万 and 亿 stay in the unit (1.5万人 is 1.5 万人), 百 and 千 do not (5千万元 is 5000 万元). A fraction is a share
    of 1 without unit. 个 before a unit of its own is dropped (16个学时).
    """
    found: list[Measure] = []
    numbers = [number for match in NUMBER.finditer(text) if (number := _number(match))]
    position = 0
    for index, number in enumerate(numbers):
        if number.start < position:
            continue
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        measure = (following and _range(text, number, following)) or _measure(text, number)
        if measure:
            found.append(measure)
            position = measure.end
    return tuple(found)


def _number(match: re.Match[str]) -> Number | None:
    """The number that NUMBER matched, None where it is none (7/5, 8:30)."""
    return FORMS[match.lastgroup or ""](match)


def _arabic(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), float(match["arabic"].translate(PLAIN)))


def _percent(match: re.Match[str]) -> Number:
    """百分之八十, 千分之五."""
    unit = "%" if match["percent"] == "百" else "‰"
    return Number(match.start(), match.end(), _read(match["parts"]), unit=unit, chinese=True)


def _part_of(match: re.Match[str]) -> Number:
    """三分之一, 万分之五."""
    value = _read(match["above"]) / _below(match["below"])
    return Number(match.start(), match.end(), value, unit="", chinese=True)


def _rate(match: re.Match[str]) -> Number:
    """14.5/10万."""
    return Number(match.start(), match.end(), float(match["rate"]), unit="/10万")


def _half(match: re.Match[str]) -> Number:
    """一半 is a share, 半年 has the unit that follows."""
    return Number(match.start(), match.end(), 0.5, unit="" if match["half"] else None, chinese=True)


def _below(written: str) -> float:
    return 1e4 if written == "万" else _read(written)


def _ratio(match: re.Match[str]) -> Number | None:
    """1:18 as 18 of unit 1:, and 18:1 as 18 of unit :1; None where the two numbers are no ratio (8:30)."""
    start, end = match.span()
    if not is_ratio(match.string, start, end):
        return None
    first, second = re.split(r"\s*[:：∶比]\s*", match["ratio"])
    if first == "1":
        return Number(start, end, float(second), unit="1:", kind="ratio")
    return Number(start, end, float(first), unit=f":{second}", kind="ratio")


def _fraction(match: re.Match[str]) -> Number | None:
    """1/3; None for 7/5."""
    over, under = int(match["over"]), int(match["under"])
    return Number(match.start(), match.end(), over / under, unit="") if 0 < over < under else None


def _chinese(match: re.Match[str]) -> Number:
    """A Chinese numeral, its trailing 万 and 亿 left to the unit: 三万 is 3, 两百 is 200, 三五 is 3 to 5."""
    digits = match["chinese"].rstrip("万亿")
    start, end = match.start(), match.start() + len(digits)
    if len(digits) == 2 and all(char in DIGITS for char in digits):
        low, high = DIGITS[digits[0]], DIGITS[digits[1]]
        return Number(start, end, low, high if low < high else None, chinese=True)
    return Number(start, end, _read(digits), chinese=True)


FORMS: dict[str, Callable[[re.Match[str]], Number | None]] = {
    "ratio": _ratio,
    "parts": _percent,
    "above": _part_of,
    "half": _half,
    "part": _half,
    "rate": _rate,
    "under": _fraction,
    "arabic": _arabic,
    "chinese": _chinese,
}
"""How each form of a number is read, by the last group of NUMBER that it fills."""


def _read(written: str) -> float:
    """The value of a Chinese numeral with or without decimals: 八十五点五 is 85.5."""
    whole, _, decimals = written.partition("点")
    value = float(read_numeral(whole)) if whole else 0.0
    places = "".join(str(DIGITS.get(char, 0)) for char in decimals)
    return value + (float(f"0.{places}") if places else 0.0)


def _measure(text: str, number: Number) -> Measure | None:
    """The number with the unit after it; None where no unit follows."""
    if number.unit is not None:
        return Measure(number.start, number.end, number.low, number.unit, number.kind, chinese=number.chinese)
    tail = _tail().match(text, number.end)
    if not tail:
        return _scaled(text, number)
    factor, scale = _scale(tail["scale"])
    unit = scale + tail["unit"] + tail["by"].replace("每", "")
    high = number.high * factor if number.high is not None else None
    about = bool(tail["about"] or tail["more"])
    kind = unit_kinds()[tail["unit"]]
    half = bool(tail["half"]) or (kind == "period" and text.startswith("半", tail.end()))
    end = tail.end() + (half and not tail["half"])
    return Measure(number.start, end, number.low * factor + half / 2, unit, kind, high, about, number.chinese)


def _scaled(text: str, number: Number) -> Measure | None:
    """A number in 万 or 亿 whose unit is left out: 在校生达到39.1万, 新增30.2万农村居民落户."""
    tail = SCALE.match(text, number.end)
    if not tail or number.chinese or not (BARE_SCALE.match(text, tail.end()) or _noun(text, tail.end())):
        return None
    factor, scale = _scale(tail["scale"])
    return Measure(number.start, tail.end(), number.low * factor, scale, "count", about=bool(tail["about"]))


def _noun(text: str, start: int) -> bool:
    """Whether a Chinese noun stands here that may be counted without measure word: 农村居民, 人口, but not 吨级."""
    if not "\u4e00" <= text[start : start + 1] <= "\u9fff" or NO_NOUN.match(text, start):
        return False
    return not _unguarded().match(text, start)


@cache
def _unguarded() -> re.Pattern[str]:
    """Any unit but 人 (人口, 人才), whatever follows it."""
    return re.compile(one_of(unit for unit, kind in unit_kinds().items() if kind != "people"))


def _scale(written: str) -> tuple[float, str]:
    """What a scale multiplies the value by, and what of it stays in the unit: 千万 gives 1000 and 万."""
    if written in ("百", "千"):
        return SCALES[written], ""
    if written[:1] in ("百", "千"):
        return SCALES[written], written[1:]
    return 1.0, written


def _range(text: str, low: Number, high: Number) -> Measure | None:
    """Two numbers as one measure: 3—5年, 60%～70%, 五到八所, 1万—3万元; 5000元以上2万元以下; 4项或4项以上."""
    upper = _measure(text, high)
    if not upper or upper.high is not None:
        return None
    base = upper.unit.lstrip("万亿")
    unit = "[%％]" if base in ("%", "％") else re.escape(base)
    lower = re.fullmatch(
        rf"\s*(?P<scale>万亿|[百千]?[万亿]|[百千])?(?P<unit>{unit})??(?:{JOINS})", text[low.end : high.start]
    )
    if not lower:
        return None
    value = _lower_end(low, lower, upper)
    if lower["or"]:
        return replace(upper, start=low.start) if value == upper.value else None
    if lower["bound"]:
        if not text.startswith("以下", upper.end):
            return None
        upper = replace(upper, end=upper.end + 2, bounded=True)
    return replace(upper, start=low.start, value=value, high=upper.value) if value < upper.value else None


def _lower_end(low: Number, written: re.Match[str], upper: Measure) -> float:
    """The lower end in the unit of the upper one: 5000—1万元 and 5000元—1万元 begin at 0.5 万元."""
    scale = re.match("万亿|[万亿]", upper.unit)
    whole = WHOLE[scale.group()] if scale else 1.0
    if written["scale"]:
        return low.low * WHOLE[written["scale"]] / whole
    alone = (written["unit"] or low.low >= upper.value) and low.unit is None
    return low.low / whole if alone else low.low
