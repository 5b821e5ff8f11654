"""Divisions of GB/T 2260: by name, by code, by the signs of document numbers, and what contains them."""

import re
from functools import cache

from graph.ids import region_contains
from graph.model import Level, Region
from loaders.patterns import one_of
from loaders.vocabulary import lines, rows

NATION = "000000"
LONG_NAME = re.compile(
    rf"(?:特别行政区|(?:{one_of(lines('ethnic_names.txt'))})*自治[区州县旗]|省|市|地区|盟|区|县|旗|林区)$"
)
"""What short names leave out: 河南 for 河南省, 恩施 for 恩施土家族苗族自治州."""
UNDER_PROVINCE = "90"  # third and fourth digit of 419001
WHOLE_AREA = ("示范区", "产城融合示范区")
PEOPLES = re.compile(rf"(?:{one_of(lines('ethnic_names.txt'))})+(?:自治)?(?=[区县旗]$)")
SHORTEST_NAME = 2
LONGEST_SIGN = 4
LONGEST_NAME = 15  # 双江拉祜族佤族布朗族傣族自治县


@cache
def names() -> dict[str, str]:
    """Code to name, given up divisions included; where a code had several names, the one in force."""
    return {code: name for code, name, *_ in reversed((*rows("regions.tsv"), *rows("example_regions.tsv")))}


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """Name to codes, given up divisions included."""
    found: dict[str, list[str]] = {}
    for code, name, *_ in (*rows("regions.tsv"), *rows("example_regions.tsv")):
        found.setdefault(name, []).append(code)
    return {name: tuple(codes) for name, codes in found.items()}


@cache
def _in_force() -> frozenset[tuple[str, str]]:
    """The (code, name) that stand without a last revision."""
    return frozenset((row[0], row[1]) for row in rows("regions.tsv") if len(row) == 2)


@cache
def _short_codes() -> dict[str, tuple[str, ...]]:
    """Short names of provinces and prefectures (河南, 开封, 恩施) to codes. Counties are left out: 城, 东方 and 和平
    begin too many other words."""
    found: dict[str, list[str]] = {}
    for name, codes in _codes().items():
        short = LONG_NAME.sub("", name)
        if codes[0].endswith("00") and len(short) > 1 and codes[0] != NATION:
            found.setdefault(short, []).append(codes[0])
    return {short: tuple(codes) for short, codes in found.items()}


@cache
def _plain_names() -> dict[str, tuple[str, ...]]:
    """Names of autonomous districts and counties without their peoples (顺河区), as people say there, to codes."""
    found: dict[str, list[str]] = {}
    for code, name in names().items():
        plain = PEOPLES.sub("", name)
        if plain != name and not code.endswith("00") and len(plain) > SHORTEST_NAME:
            found.setdefault(plain, []).append(code)
    return {plain: tuple(codes) for plain, codes in found.items()}


def spelled_out(text: str, within: str) -> str:
    """The text with the full name of the district that it begins with, where that leaves out its people: 顺河区政府 in
    开封市 is 顺河回族区政府."""
    for length in range(min(len(text), LONGEST_NAME), SHORTEST_NAME, -1):
        codes = [code for code in _plain_names().get(text[:length], ()) if region_contains(within, code)]
        if len(codes) == 1 and within != NATION and not called(text[:length]):
            return names()[codes[0]] + text[length:]
    return text


@cache
def _signs() -> dict[str, tuple[str, ...]]:
    """The first characters of document numbers to the codes of those who use them."""
    examples = [(row[2], row[0]) for row in rows("example_regions.tsv") if len(row) > 2]
    return {sign: tuple(codes.split(",")) for sign, codes in (*rows("number_prefixes.tsv"), *examples)}


def level_of(code: str) -> Level:
    """The level of a division: 410000 provincial, 411500 municipal, 411502 and 419001 county."""
    if code == NATION:
        return "national"
    if code.endswith("0000"):
        return "provincial"
    return "municipal" if code.endswith("00") else "county"


def containing(code: str) -> tuple[Region, ...]:
    """The division and those that contain it, innermost first, the nation last."""
    chain = (code, code[:4] + "00", code[:2] + "0000", NATION)
    kept = [item for item in dict.fromkeys(chain) if item in names()]
    parents = [*kept[1:], None]
    return tuple(
        Region(item, names()[item], level_of(item), parent) for item, parent in zip(kept, parents, strict=True)
    )


def begins_with(text: str, within: str = NATION) -> str | None:
    """The code of the innermost division that the full names at the beginning of `text` name: 410200 for
    开封市人民政府, 310104 for 上海市徐汇区教育局; None when it begins with no division, or with one of several.

    Where districts share a name (鼓楼区), the one inside `within` is meant."""
    for length in range(min(len(text), LONGEST_NAME), 1, -1):
        name = text[:length]
        inside = [code for code in _codes().get(name, ()) if region_contains(within, code)]
        meant = [code for code in inside if (code, name) in _in_force()] or inside
        if len(meant) == 1:
            return begins_with(text[length:], meant[0]) or meant[0]
    return None


def begins_with_short(text: str) -> str | None:
    """The code of the province or prefecture whose short name `text` begins with: 410000 for 河南开放大学; None where
    several have it (吉林, 海南), or none."""
    for length in range(min(len(text), LONGEST_NAME), 1, -1):
        if codes := _short_codes().get(text[:length]):
            return codes[0] if len(codes) == 1 else None
    return None


def called(name: str) -> tuple[str, ...]:
    """The codes of the divisions with this full name."""
    return _codes().get(name, ())


def begins_with_area(text: str) -> str | None:
    """The code of a city under a province whose whole territory is a zone: 419001 for 济源示范区管委会."""
    name = f"{text[:2]}市"
    inside = [code for code in called(name) if code[2:4] == UNDER_PROVINCE and names()[code] == name]
    return inside[0] if len(inside) == 1 and text[2:].startswith(WHOLE_AREA) else None


def of_number(number: str) -> tuple[str, ...]:
    """The codes of the divisions that write such numbers: 410000 for 豫政〔2021〕2号, two for 新政〔2021〕2号."""
    for length in range(min(len(number), LONGEST_SIGN), 0, -1):
        codes = _signs().get(number[:length])
        if codes and (length > 1 or number[1:].startswith(lines("number_offices.txt"))):
            return codes
    return ()


def around_number(number: str) -> str:
    """The code of the division whose sign a number begins with, whatever follows, so that 鼓楼区 can be told in
    汴鼓政〔2021〕2号; the nation where none or several have it."""
    for length in range(min(len(number), LONGEST_SIGN), 0, -1):
        if codes := _signs().get(number[:length]):
            return codes[0] if len(codes) == 1 else NATION
    return NATION
