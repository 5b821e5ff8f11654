"""The bodies that issue a document, from where they stand: letterhead, title, signature, fields, history, number."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from graph.citing import REPUBLIC
from graph.ids import ORDER
from graph.numerals import read_numeral
from loaders import regions
from loaders.annexes import IMPRINT, SIGNED, is_signature
from loaders.dates import read_date
from loaders.fields import values
from loaders.fronts import ABOUT, BODY_NAME, HISTORY, JOINT, is_issuer, spaced, stamped
from loaders.layout import Layout
from loaders.patterns import one_of
from loaders.places import after_party
from loaders.text import Clean
from loaders.vocabulary import lines as entries
from loaders.vocabulary import rows

SIGNS: dict[str, str] = {row[0]: row[1] for row in rows("department_signs.tsv")}
WHOLE = one_of(name for name in entries("national_bodies.txt") if name.endswith(("部", "署", "局", "院", "委")))
HEIGHTS = "(?:中共中央|国务院)(?:办公厅)?|中央军委"
ONE_NATIONAL = re.compile(rf"(?:{HEIGHTS}|{WHOLE}|国家[\u4e00-\u9fff]{{2,8}}?(?:局|委员会|委))")
NATIONAL = re.compile(rf"(?:{ONE_NATIONAL.pattern}){{2,}}")
DATED = re.compile(r"(?:\d{4}|[一二三四五六七八九〇○零]{4})\s*年.{1,5}月.{1,5}日\s*$")
REPORT = "政府工作报告"
YEAR = re.compile(r"^(?:19|20)\d\d年度?")
OPENS_TITLE = re.compile(
    r"^(?P<body>[\u4e00-\u9fff]{4,30}?(?:厅|局|委员会|委|政府|办公室|大学|学院|中学|小学|学校))(?=20\d\d年)"
)
CONGRESS = re.compile(r"(?P<year>(?:19|20)\d\d)年\d{1,2}月\d{1,2}日在(?P<place>[^第，。]{2,15}?)第.{1,4}届人民代表大会")
ORDER_OF = re.compile(r"(?P<code>.+?)(?:令第|[公通]告\d)")
MADE_AT = re.compile(r"会议上[）)]?$")
MEETING = re.compile(r"^(?P<place>.*?)第.{1,3}届(?P<body>.*?)(?:第.{1,5}次会议.*)?$")


def read_issuers(layout: Layout, number: str | None) -> tuple[tuple[str, ...], str]:
    """The issuers as written, and where they stand when it is not the letterhead, the title or the signature.

    A department that writes on its ministry's paper (教育部司局函件) is named by its sign (教职成司函)."""
    department = next((name for sign, name in SIGNS.items() if number and number.startswith(sign)), None)
    if department:
        return (department,), f"sign {number.partition('〔')[0]} of the number" if number else ""
    places: tuple[tuple[Callable[[Layout], Iterator[str]], str], ...] = (
        (_passed_on, "body whose text is passed on"),
        (_in_letterhead, ""),
        (_in_title, ""),
        (_in_signature, ""),
        (_in_fields, "field around the text"),
        (_in_history, "body that passed or issued the text"),
        (lambda _: _of_order(number or ""), "body whose order the number is"),
        (_of_report, "a report on the work of a government is that government's"),
        (_opens_title, "body that the title begins with"),
        (_in_source, "source that the page names"),
    )
    for read, reason in places:
        if names := _each_once(read(layout)):
            named, missing = _counted(names, layout)
            return named, "; ".join(filter(None, (reason, missing)))
    return (), ""


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.removeprefix(REPUBLIC) or name for name in names))


def _counted(names: tuple[str, ...], layout: Layout) -> tuple[tuple[str, ...], str]:
    """The bodies, for 教育部等八部门 those of the signature, else the first ones; and what is said of the others where
    not all are named."""
    joint = JOINT.search(names[-1])
    if not joint:
        return names, ""
    first = (*names[:-1], names[-1][: joint.start()])
    signed = _each_once(_in_signature(layout))
    count = read_numeral(joint["count"]) if joint["count"] else len(signed)
    if len(signed) == count > len(first):
        return signed, ""
    named = signed if set(first) < set(signed) else first
    return named, f"{'、'.join(names)}: not all of them are named"


def _in_letterhead(layout: Layout) -> Iterator[str]:
    return (name for written in layout.front.letterhead.split() for name in parted_bodies(written))


def _in_title(layout: Layout) -> Iterator[str]:
    """The bodies before 关于, 转发 or 印发《, 教育部等八部门 among them."""
    return _before_about(layout.front.title)


def _passed_on(layout: Layout) -> Iterator[str]:
    """The bodies whose text a notice passes on, by its title or below it."""
    if layout.passed_on:
        yield from _each_once(_before_about(layout.title)) or _signed(layout.passed_on)


def _before_about(title: str) -> Iterator[str]:
    about = ABOUT.search(title)
    before = title[: about.start()] if about else ""
    listed = re.split(r"[\s、]+", before.strip())
    names = listed if all(map(is_issuer, listed)) else before.split()
    return (name for written in names for name in parted_bodies(written) if is_issuer(name))


def _in_signature(layout: Layout) -> Iterator[str]:
    """The bodies above the date, one or several a line, or before it in its line; below a notice, where it is signed,
    and not below the text that it passes on."""
    noticed = tuple(_signed(layout.notice_back))
    yield from noticed or _signed(layout.back)


def _signed(back: Sequence[Clean]) -> Iterator[str]:
    imprint = next((index for index, line in enumerate(back) if IMPRINT.search(line.text)), len(back))
    lines = back[:imprint]
    for index, line in enumerate(lines):
        if signed := SIGNED.match(line.text):
            yield from _names_in(line, signed["body"])
        elif is_signature(line.text) and _date_below(lines[index + 1 :]):
            yield from _names_in(line, line.text)


def _names_in(line: Clean, body: str) -> Iterator[str]:
    """The bodies of a line of the signature, parted by white space (教育部　财政部) where each part is a body."""
    words = DATED.sub("", spaced(line)).split()
    apart = len(words) > 1 and all(is_signature(word) for word in words)
    return (name for word in (words if apart else [body]) for name in parted_bodies(word))


def parted_bodies(written: str) -> tuple[str, ...]:
    """The bodies in a name without white space: parted where the place in front of the first stands again
    (广州市财政局广州市教育局), and the bodies of the nation (教育部财政部)."""
    code = regions.begins_with(after_party(written))
    place = regions.names()[code] if code else ""
    ends = [match.start() for match in re.finditer(rf"(?:中共)?{place}", written)] if place else []
    parts = tuple(written[start:end] for start, end in pairwise([*ends, len(written)])) if ends[:1] == [0] else ()
    if not place and NATIONAL.fullmatch(written):
        parts = tuple(match.group() for match in ONE_NATIONAL.finditer(written))
    return parts if len(parts) > 1 and all(is_signature(part) for part in parts) else (written,)


def _date_below(lines: Sequence[Clean]) -> bool:
    below = next((line for line in lines if not is_signature(line.text)), None)
    return below is None or read_date(below.text) is not None


def _in_fields(layout: Layout) -> Iterator[str]:
    return (name for value in values(layout.fields, "issuer") for name in re.split(r"[,，、;；\s]+", value) if name)


def _in_history(layout: Layout) -> Iterator[str]:
    """Who passed the text: 示例市人民代表大会常务委员会 for 示例市第九届人民代表大会常务委员会第四十次会议通过, not the
    province's that approved it; or who ordered it: 国务院 for 国务院令第741号; or who is named with the date."""
    lines = [line for line in layout.front.others if HISTORY.match(line) and not MADE_AT.search(line)]
    passed = [line for line in lines if not re.search(r"批准[）)]?$", line)] or lines
    for line in map(undated, passed[-1:]):
        if match := MEETING.match(line):
            yield match["place"] + match["body"]
        elif order := ORDER.match(line):
            yield order["code"].removesuffix("令")
    for line in layout.front.others:
        yield from (name for written in stamped(line) or () for name in parted_bodies(written))


def undated(line: str) -> str:
    """A line of the history without the date before it, and the word behind that: 2021年3月15日经……会议通过."""
    return re.sub(r"^(?:[（(—]*|根据|依据)\d{4}年\d{1,2}月\d{1,2}日[经由]?", "", line)


def _of_order(number: str) -> Iterator[str]:
    """示例市人民政府 for 示例市人民政府令第16号, 示例局 for 示例局公告2020年第22号."""
    match = ORDER_OF.match(number)
    if match:
        yield from parted_bodies(match["code"])


def _of_report(layout: Layout) -> Iterator[str]:
    """云南省人民政府 for 2025年云南省政府工作报告, or for one made to the congress of 云南省."""
    title = YEAR.sub("", layout.title)
    if not title.endswith(REPORT):
        return
    if code := regions.begins_with(title) or regions.begins_with_short(title):
        yield f"{regions.names()[code]}人民政府"
    elif match := congress(layout):
        yield f"{match['place']}人民政府"


def congress(layout: Layout) -> re.Match[str] | None:
    """Year and place of the congress to which a report is made: 2023年1月5日在示例县第六届人民代表大会第三次会议上."""
    return next(filter(None, map(CONGRESS.search, layout.front.others)), None)


def report_title(layout: Layout) -> str:
    """The title of a report that has but the name of all of them, with year and place: 2023年示例县政府工作报告."""
    match = congress(layout) if YEAR.sub("", layout.title) == REPORT else None
    return f"{match['year']}年{match['place']}{REPORT}" if match else ""


def _opens_title(layout: Layout) -> Iterator[str]:
    """示例市教育局 for 示例市教育局2024年工作要点."""
    match = OPENS_TITLE.match(layout.title)
    if match and (regions.begins_with(match["body"]) or regions.begins_with_short(match["body"])):
        yield match["body"]


def _in_source(layout: Layout) -> Iterator[str]:
    """The body that a page names as its source, where its name says of what place: 来源：示例市教育局, not 示例日报."""
    named = (name.strip() for name in values(layout.fields, "source"))
    return (name for name in named if BODY_NAME.match(name) and regions.begins_with(after_party(name)))
