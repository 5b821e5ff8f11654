"""Dates as documents write them, to ISO."""

import re
from datetime import date

from graph.numerals import DIGITS, read_numeral

ZEROS = "0OＯ◯"  # typed for 〇: 二00五年
CN_YEAR = f"[一二][{''.join(DIGITS)}{ZEROS}]{{3}}"
CN_DAY = "[一二三四五六七八九十]{1,3}"
DATE = re.compile(
    rf"(?P<year>(?:19|20)\d\d|{CN_YEAR})\s*年\s*(?P<month>\d{{1,2}}|{CN_DAY})\s*月\s*(?P<day>\d{{1,2}}|{CN_DAY})\s*日"
    r"|(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<yy>(?:19|20)\d\d)(?P<mm>\d\d)(?P<dd>\d\d)(?!\d)"
)


def find_date(text: str) -> str | None:
    """The first date in `text`, as ISO.

    Reads 2021年11月23日, 2021 年 1 月 7 日, 二〇二一年十一月二十三日, 2021-11-23, 20211123."""
    return next(iter(find_dates(text)), None)


def find_dates(text: str) -> tuple[str, ...]:
    """All dates in `text`, as ISO, in order."""
    return tuple(iso for match in DATE.finditer(text) if (iso := _iso(match)))


def read_date(text: str) -> str | None:
    """The date that `text` is, as ISO; None when more than a date stands there."""
    match = DATE.fullmatch(text.strip())
    return _iso(match) if match else None


def _iso(match: re.Match[str]) -> str | None:
    numbers = [_number(value) for value in match.groups() if value]
    try:
        return date(*numbers).isoformat()
    except ValueError:  # 2021年13月1日: no date
        return None


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else read_numeral(re.sub(f"[{ZEROS}]", "〇", written))
