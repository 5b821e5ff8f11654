"""Chinese numerals of clause numbers and quantities: 一 to 九千九百九十九万九千九百九十九 and beyond."""

import re

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
NUMERAL = f"[{''.join(DIGITS)}{''.join(UNITS)}]+"
"""A regular expression for any run of Chinese numerals."""


def read_numeral(text: str) -> int:
    """The number that a Chinese or Arabic numeral means: 十一 is 11, 二〇二一 is 2021, 两百零三 is 203.

    Raises ValueError for anything else.
    """
    if text.isdecimal():
        return int(text)
    if text and all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif (unit := UNITS.get(char, 0)) >= 10_000:
            total = (total + section + digit) * unit if unit > 10_000 else total + (section + digit) * unit
            section = digit = 0
        elif unit:
            section += (digit or 1) * unit
            digit = 0
        else:
            raise ValueError(f"not a numeral: {text!r}")
    if not text:
        raise ValueError("not a numeral: ''")
    return total + section + digit


def write_numeral(number: int) -> str:
    """The Chinese numeral of 1 to 9999 as clauses are numbered: 11 is 十一, 20 is 二十, 1005 is 一千零五."""
    if not 0 < number < 10_000:
        raise ValueError(f"no clause has the number {number}")
    digits, units = "零一二三四五六七八九", ("千", "百", "十", "")
    parts = [(digits[int(digit)] + unit) * (digit != "0") for digit, unit in zip(f"{number:04}", units, strict=True)]
    text = re.sub("零+", "零", "".join(part or "零" for part in parts)).strip("零")
    return text.removeprefix("一") if text.startswith("一十") else text
