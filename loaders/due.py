"""Deadlines in ISO 8601: a day, month, year or interval, where the text tells it for certain."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from graph.numerals import NUMERAL, read_numeral
from loaders.masks import YEAR

TIE = r"\s*[-—－–~～至到]{1,2}\s*"
COUNT = rf"(?:\d{{1,2}}|{NUMERAL})"
PLAN = re.compile(rf"“?(?P<plan>{NUMERAL})五”?(?:规划)?(?P<when>时期|期间|期末|末)")
YEARS = re.compile(rf"(?P<first>{YEAR})\s*年?{TIE}(?P<last>{YEAR})年(?:期间)?")
SPAN = re.compile(
    rf"(?P<lead>今后|未来|利用|用)?(?:{COUNT}{TIE})?(?P<count>{COUNT})(?P<unit>年|个月)(?P<end>之内|以内|内|的?时间|间)?"
)
FROM_ELSEWHERE = re.compile(r"(?:起|后|时|日|届满|期满|获批|批准)[，,]?$")  # 自收到申请之日起，3个月内
DATE = re.compile(
    rf"(?:(?P<year>{YEAR})年度?|(?P<this>[今本当]年))?"
    r"(?:(?P<month>\d{1,2})月份?(?:(?P<day>\d{1,2})日|[上中下]旬)?"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度|(?P<autumn>秋季?学期(?:开学)?)|(?P<other>春季?学期(?:开学)?|春季|秋季|暑期|暑假|寒假))?"
    r"(?P<end>年?[底末]|年内)?(?P<before>之前|以前|前)?(?P<since>起|开始)?"
)
SAYS_WHEN = ("year", "this", "month", "half", "quarter", "autumn", "end")  # groups of DATE that name a time
NAMED_YEAR = re.compile(rf"({YEAR})年")
QUARTERS = {"一": 1, "二": 4, "三": 7, "四": 10, "1": 1, "2": 4, "3": 7, "4": 10}
THIRD_PLAN = 1966  # its first year; each plan since has five
AUTUMN = 9  # the month in which the school year begins


def dues_of(written: str, made: str | None = None, ahead: str = "") -> tuple[str | None, ...]:
    """The days, months, years or intervals that a deadline names, mostly one; None for what is not certain.

    `made` is the ISO date of the document, `ahead` the text before the deadline, whose sentence may name the year.
    1. 到2025年, 2025年底前: 2025. 2022年6月底前: 2022-06. 2022年起: 2022/... 2023年秋季学期: 2023-09. 2023年上半年:
       2023-01/2023-06.
    2. “十四五”期间, 2021—2025年: 2021/2025; “十四五”末: 2025.
    3. 今年年底前, 9月底前, 5年内, 今后3年 count from the document, and are None where its date is not known; 12月底前
       after 2023年6月底前 is of 2023.
    4. 到2025年、2030年: both.
    None are 2024年前 (before 2024, or by its end), 每年12月底前, 用3年左右时间, 5年共, 春季学期.
    """
    text = re.sub(r"\s+", "", written)
    if plan := PLAN.search(text):
        last = THIRD_PLAN + 5 * (read_numeral(plan["plan"]) - 3) + 4
        return (str(last) if plan["when"].endswith("末") else f"{last - 4}/{last}",)
    if years := YEARS.fullmatch(text):
        return (f"{read_numeral(years['first'])}/{read_numeral(years['last'])}",)
    if span := SPAN.fullmatch(text):
        counts = (span["lead"] or span["end"]) and not FROM_ELSEWHERE.search(ahead)
        return (_after(made, read_numeral(span["count"]) * (12 if span["unit"] == "年" else 1)) if counts else None,)
    named = NAMED_YEAR.findall(re.split(r"[。\n]", ahead)[-1])
    return tuple(_date(part, made, named[-1:]) for part in re.split(r"[、和]", re.sub(r"^[到至自从]", "", text)))


def _after(made: str | None, months: int) -> str | None:
    """So many months after the day on which the document was made."""
    day = _day(made)
    if not day or months > 1200:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).isoformat()


def _day(made: str | None) -> date | None:
    try:
        return date.fromisoformat(made) if made else None
    except ValueError:
        return None


def _date(text: str, made: str | None, named: Sequence[str]) -> str | None:
    """One date as documents write it: 2025年底前, 今年9月, 2022年6月15日起."""
    found = DATE.fullmatch(re.sub(r"^[到至]", "", text))
    if not found or not any(found[part] for part in SAYS_WHEN):
        return None
    written = found["year"] or (named[0] if named and not found["this"] else None)
    year = read_numeral(written) if written else _year_of(found, _day(made))
    if not year or found["other"] or (found["before"] and not found["end"] and not found["day"]):
        return None
    part = _within(year, found)
    return f"{part.partition('/')[0]}/.." if part and found["since"] else part


def _year_of(found: re.Match[str], day: date | None) -> int | None:
    """The year that 今年, 年底 and 9月底 leave to the date of the document; a month gone by then may be next year's."""
    if not day:
        return None
    gone = found["month"] and not found["this"] and int(found["month"]) < day.month
    return None if gone else day.year


def _within(year: int, found: re.Match[str]) -> str | None:
    """The part of the year that is named, or the year."""
    if found["half"]:
        first = 1 if found["half"] == "上" else 7
        return f"{year:04}-{first:02}/{year:04}-{first + 5:02}"
    if found["quarter"]:
        first = QUARTERS[found["quarter"]]
        return f"{year:04}-{first:02}/{year:04}-{first + 2:02}"
    month = AUTUMN if found["autumn"] else int(found["month"] or 0)
    if month > 12:
        return None
    if found["day"]:
        day = int(found["day"])
        return f"{year:04}-{month:02}-{day:02}" if month and 0 < day <= monthrange(year, month)[1] else None
    return f"{year:04}-{month:02}" if month else f"{year:04}"
