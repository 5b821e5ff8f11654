"""Divisions of GB/T 2260: by name, by code, and what contains them."""

import re
from functools import cache

from graph.model import Level, Region
from loaders.vocabulary import rows

NATION = "000000"
LONG_NAME = re.compile(r"(?:特别行政区|(?:[\u4e00-\u9fff]{1,3}族)*自治[区州县旗]|省|市|地区|盟|区|县|旗|林区)$")


@cache
def names() -> dict[str, str]:
    """Code to name, given up ones included; where a code had several names, the one in force."""
    found: dict[str, str] = {}
    for code, name, *_until in reversed(rows("regions.tsv")):
        found[code] = name
    return found


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """Name to codes, those in force before those given up."""
    found: dict[str, list[str]] = {}
    for code, name, *until in sorted(rows("regions.tsv"), key=lambda row: (len(row) > 2, row[0])):
        del until
        found.setdefault(name, []).append(code)
    return {name: tuple(codes) for name, codes in found.items()}


def level_of(code: str) -> Level:
    """The level of a division: 410000 provincial, 411500 municipal, 411502 and 419001 county."""
    if code == NATION:
        return "national"
    if code.endswith("0000"):
        return "provincial"
    return "municipal" if code.endswith("00") else "county"


def containing(code: str) -> tuple[Region, ...]:
    """The division and those that contain it, innermost first, the nation last."""
    chain = [code, code[:4] + "00", code[:2] + "0000", NATION]
    kept = [item for item in dict.fromkeys(chain) if item in names()]
    parents = [*kept[1:], None]
    return tuple(
        Region(item, names()[item], level_of(item), parent) for item, parent in zip(kept, parents, strict=True)
    )


def begins_with(text: str, within: str = NATION) -> str | None:
    """The code of the division whose full name `text` begins with: 开封市人民政府, 示例省… gives None.

    Where districts share a name (鼓楼区), the one inside `within`; None where that leaves several."""
    for length in range(min(len(text), 15), 1, -1):
        codes = _codes().get(text[:length], ())
        inside = [code for code in codes if code.startswith(re.sub("(00)+$", "", within))]
        current = [code for code in inside if names().get(code) == text[:length]] or inside
        if len(current) == 1:
            return begins_with(text[length:], current[0]) or current[0]
    return None
