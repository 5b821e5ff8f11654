"""The territory that a document is for, by its issuers, its number and its title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.ids import region_contains
from graph.model import Level
from loaders import regions
from loaders.vocabulary import lines

NATIONAL = tuple(sorted(lines("national_bodies.txt"), key=len, reverse=True))
PARTY = re.compile(r"^(?:中国共产党|中共|共青团|中国共产主义青年团)")
YEAR = re.compile(r"^(?:19|20)\d\d年度?")
VAGUE = re.compile(r"关于|[我本全各]")
FORMS: tuple[tuple[re.Pattern[str], Level], ...] = (
    (re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:省|自治区)"), "provincial"),
    (re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:市|自治州|盟)"), "municipal"),
    (re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:区|县|旗)"), "county"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A territory: its code and level where known, why, and what is doubtful about it."""

    code: str | None
    level: Level | None
    reason: str
    doubt: str = ""


def find_place(issuers: Sequence[str], number: str | None, titles: Sequence[str]) -> Place:
    """The territory of a document.

    1. That of its issuers. Of several (a ministry and a province) the one inside the others; the number, when it
       has the sign of one of them, decides.
    2. Else that of its number's sign, when one division alone uses it: 豫 is 河南省, 新 is 新疆 or 新乡.
    3. Else that which its title begins with: 示例市……方案, a draft without issuer.
    我省, 我市 decide nothing: every province says so.
    """
    named = {issuer: code for issuer in issuers if (code := region_of(issuer))}
    signed = regions.of_number(number or "")
    if named:
        return _of_issuers(named, signed, number or "")
    if len(signed) == 1:
        return _place(signed[0], f"sign of the number {number}")
    for title in titles:
        for read in (regions.begins_with, regions.begins_with_short):
            if code := read(_after_party(YEAR.sub("", title))):
                return _place(code, f"the title begins with {title[:6]}")
    return _by_form((*issuers, *titles), signed)


def region_of(issuer: str) -> str | None:
    """The code of the territory of a body: 410000 for 河南省教育厅, 中共河南省委 and 国家税务总局河南省税务局, 000000
    for 教育部 and its departments; None for a body that its name does not place (市教育局)."""
    name = _after_party(issuer)
    if code := regions.begins_with(name):
        return code
    for body in NATIONAL:
        if name.startswith(body):
            rest = re.sub(rf"^{body}.*?(?:局|会|行)(?=.*(?:局|会|行)$)", "", name)
            return regions.begins_with(rest) or regions.NATION
    return regions.begins_with_short(name)


def _after_party(name: str) -> str:
    return PARTY.sub("", name)


def _of_issuers(named: dict[str, str], signed: Sequence[str], number: str) -> Place:
    innermost = max(named.values(), key=lambda code: len(code.rstrip("0")))
    by_sign = [code for code in signed if code in named.values()]
    code = by_sign[0] if len(by_sign) == 1 else innermost
    issuer = next(name for name, own in named.items() if own == code)
    if any(not region_contains(other, code) and not region_contains(code, other) for other in named.values()):
        return _place(code, f"issuer {issuer}", f"its issuers lie beside each other: {'、'.join(named)}")
    if signed and not any(region_contains(sign, code) or region_contains(code, sign) for sign in signed):
        elsewhere = "、".join(regions.names()[sign] for sign in signed)
        return _place(code, f"issuer {issuer}", f"the number {number} has the sign of {elsewhere}")
    return _place(code, f"issuer {issuer}")


def _place(code: str, reason: str, doubt: str = "") -> Place:
    return Place(code, regions.level_of(code), reason, doubt)


def _by_form(names: Sequence[str], signed: Sequence[str]) -> Place:
    """A place that GB/T 2260 does not know: its level by the form of its name (某某省教育厅), no code."""
    doubt = "、".join(regions.names()[code] for code in signed)
    for level, name in _forms(names):
        return Place(None, level, f"form of the name {name}", f"no division of GB/T 2260 is called {name}")
    return Place(None, None, "", f"the number may be of {doubt}" if doubt else "")


def _forms(names: Sequence[str]) -> Iterator[tuple[Level, str]]:
    for name in names:
        for pattern, level in FORMS:
            match = pattern.match(_after_party(name))
            if match and not VAGUE.search(match.group()):
                yield level, match.group()
                break
