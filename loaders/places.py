"""The territory that a document is for, by its issuers, its number and its title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.ids import region_contains
from graph.model import Level
from loaders import regions
from loaders.vocabulary import lines

NATIONAL = tuple(sorted(lines("national_bodies.txt"), key=len, reverse=True))
PARTY = re.compile(r"^(?:中国共产党|中共|共青团|中国共产主义青年团)")
YEAR = re.compile(r"^(?:19|20)\d\d年度?")
VAGUE = re.compile(r"关于|[我本全各]")
CORPS = "新疆生产建设兵团"  # of the rank of a province, inside 新疆, without a code
FORMS: tuple[tuple[re.Pattern[str], Level | None], ...] = (
    (re.compile(f"^{CORPS}"), "provincial"),
    (re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:省|自治区)"), "provincial"),
    (re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:市|自治州|盟)"), "municipal"),
    (re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:区|县|旗)"), "county"),
    (re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:镇|乡|街道)(?=人民政府|办事处|党|委)"), None),
)
OWN_LEVELS: dict[str, Level] = {"省": "provincial", "县": "county"}
OWN = re.compile(r"^(?P<place>[省县])(?=委|人民政府|政府)")
"""What a body calls its own territory without naming it: 省委办公厅 is of a province, whichever."""
TOWN = re.compile(r"^[\u4e00-\u9fff]{1,10}?(?:镇|乡|街道)(?:人民政府|办事处|党|委员会|工委|人大|综合|中心|应急|教)")
AREA = re.compile(
    r"^(?!有关|各)[\u4e00-\u9fff]{0,12}?(?:示范区|高新区|经开区|开发区|新区|实验区|产业园区|工业园区|度假区|集聚区|保税区|综保区)"
    r"(?:$|管委会|管理委员会|党|[\u4e00-\u9fff]{2,10}(?:局|办|办公室|委))"
)
SCHOOL = re.compile(
    r"(?<!党校)(?<!行政学院)(?<!社会主义学院)(?:大学|学院|学校|中学|小学|幼儿园|高中|职高|技校)"
    r"(?:[\u4e00-\u9fff]{0,8}(?:办公室|委员会|处|部))?$"
)
SCHOOL_IN_TITLE = re.compile(
    r"^第?[一二三四五六七八九十]{1,3}中(?!全会|央)|^[\u4e00-\u9fff]{0,6}?(?:第[一二三四五六七八九十]{1,3}|实验|外国语|高级|附属)"
    r"(?:中学|小学|学校|幼儿园|高中)|^[\u4e00-\u9fff]{0,10}(?:职业技术学院|职业学院|师范学院|医学院|大学)(?!生)"
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
    我省, 我市 decide nothing: every province says so. A town and a school lie in the territory that their name begins
    with, and are of no level: whose a school is, its name does not tell (示例外国语学院 may be the province's).
    """
    signed = regions.of_number(number or "")
    within = regions.around_number(number or "")
    named = {issuer: code for issuer in issuers if (code := region_of(issuer) or region_of(issuer, within))}
    if named:
        return _of_issuers(named, signed, number or "")
    if len(signed) == 1 and not any(_forms(issuers)):
        return _place(signed[0], f"sign of the number {number}")
    for title in titles:
        name = after_party(YEAR.sub("", title))
        if name.startswith(CORPS):
            continue
        for read in (regions.begins_with, regions.begins_with_short):
            if code := read(name):
                place = _place(code, f"the title begins with {title[:6]}")
                return _of_school(place, "the document") if SCHOOL_IN_TITLE.match(_stem(name, code)) else place
    return _by_form((*issuers, *titles), signed)


def region_of(issuer: str, within: str = regions.NATION) -> str | None:
    """The code of the territory of a body: 410000 for 河南省教育厅, 中共河南省委 and 国家税务总局河南省税务局, 000000
    for 教育部 and its departments; None for a body that its name does not place (市教育局). 鼓楼区教育局 is that inside
    `within`."""
    name = after_party(issuer)
    if name.startswith(CORPS):
        return None
    if code := regions.begins_with(name, within):
        return code
    for body in NATIONAL:
        if name.startswith(body):
            rest = re.sub(rf"^{body}.*?(?:局|会|行)(?=.*(?:局|会|行)$)", "", name)
            return regions.begins_with(rest) or regions.NATION
    return regions.begins_with_area(name) or regions.begins_with_short(name)


def after_party(name: str) -> str:
    """The name without 中共 or 共青团, so that it begins with its place."""
    return PARTY.sub("", name)


def _stem(name: str, code: str) -> str:
    """What follows the territory at the beginning of a name: 第一中学 in 绍兴市第一中学, 一中 in 绍兴一中."""
    full = regions.names()[code]
    short = regions.LONG_NAME.sub("", full)
    return name.partition(full)[2] if full in name else name.partition(short)[2]


def _of_issuers(named: dict[str, str], signed: Sequence[str], number: str) -> Place:
    innermost = max(named.values(), key=lambda code: len(code.rstrip("0")))
    by_sign = [code for code in signed if code in named.values()]
    code = by_sign[0] if len(by_sign) == 1 else innermost
    issuer = next(name for name, own in named.items() if own == code)
    place = _of_body(issuer, code)
    if any(not region_contains(other, code) and not region_contains(code, other) for other in named.values()):
        around = [outer for outer in named.values() if all(region_contains(outer, other) for other in named.values())]
        place = _of_body(*next((pair for pair in named.items() if pair[1] in around), (issuer, code)))
        return replace(place, doubt=f"its issuers lie beside each other: {'、'.join(named)}")
    near = any(region_contains(sign, code) or region_contains(code, sign) for sign in signed)
    if signed and not near and regions.level_of(code) != "county":  # counties make up signs that others have too
        elsewhere = "、".join(regions.names()[sign] for sign in signed)
        return replace(place, doubt=f"the number {number} has the sign of {elsewhere}")
    return place


def _of_body(issuer: str, code: str) -> Place:
    """The territory of a body, which is smaller than the division for a town or a development zone."""
    place, name = _place(code, f"issuer {issuer}"), after_party(issuer)
    stem = _stem(name, code)
    if SCHOOL.search(issuer):
        return _of_school(place, issuer)
    if TOWN.match(stem):
        return replace(place, level=None, doubt=f"{issuer} is below the county")
    if code == regions.NATION or not AREA.match(stem) or regions.begins_with_area(name):
        return place
    of_province = regions.names()[code].endswith(("省", "自治区"))
    doubt = f"{issuer} is of a part of {regions.names()[code]} that has no code"
    return replace(place, level=None if of_province else "county", doubt=doubt)


def _of_school(place: Place, name: str) -> Place:
    region = regions.names()[place.code] if place.code else ""
    return replace(place, level=None, doubt=f"{name} is of a school in {region}: its name does not tell of which level")


def _place(code: str, reason: str, doubt: str = "") -> Place:
    return Place(code, regions.level_of(code), reason, doubt)


def _by_form(names: Sequence[str], signed: Sequence[str]) -> Place:
    """A place that GB/T 2260 does not know, or knows several of: its level by the form of its name (某某省教育厅)."""
    elsewhere = "、".join(regions.names()[code] for code in signed)
    for level, name in _forms(names):
        several = len(regions.called(name))
        some, none = f"{several} divisions of GB/T 2260 are called {name}", f"no division of GB/T 2260 is called {name}"
        return Place(None, level, f"form of the name {name}", some if several else none)
    if own := next(filter(None, map(OWN.match, names)), None):
        return Place(None, OWN_LEVELS[own["place"]], f"form of the name {own.string}", f"{own.string} names no place")
    return Place(None, None, "", f"the number may be of {elsewhere}" if elsewhere else "")


def _forms(names: Sequence[str]) -> Iterator[tuple[Level | None, str]]:
    for name in names:
        for pattern, level in FORMS:
            match = pattern.match(after_party(name))
            if match and not VAGUE.search(match.group()):
                yield level, match.group()
                break
