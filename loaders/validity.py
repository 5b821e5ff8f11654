"""From when to when a document holds, and its status: 施行, 有效期, 试行, 废止.

本办法自2024年1月1日起施行，有效期5年。 自印发之日起30日后施行，有效期至2027年12月31日。 自公布之日起施行。 试行期2年。
Such sentences stand in the last articles of rules (附则) and in the notices and orders that issue them.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from graph.numerals import NUMERAL, read_numeral
from loaders.dates import DATE, find_date
from loaders.fields import values
from loaders.layout import Layout
from loaders.own_titles import bare_title

FULL_WIDTH = str.maketrans("(),;:", "（），；：")
COUNT = rf"(?:\d{{1,3}}|{NUMERAL})"
DAY = r"[^，。；：\n《》]{4,16}?日"
MONTH = r"(?:19|20)\d\d年(?:\d{1,2}月)?底?"
UNTIL = rf"(?P<until>{DAY}|{MONTH})"
ISSUING = r"(?:公布|发布|印发|颁布|下发|签发|发文|通过|批准)"
ISSUED = re.compile(rf"{ISSUING}之日")
GOES_ON = re.compile(rf"{ISSUING}[^，。；]{{0,8}}，$")
SUBJECT = (
    r"本[\u4e00-\u9fff“”]{1,16}(?:（[^（）]{1,6}）)?|《(?P<title>[^《》]+)》(?:（[^（）]*）)?|以上[\u4e00-\u9fff]{2,6}"
)
NUMBERS = r"(?:第[^，。；\n]{1,6}?[章条]|附\s?则|其[他它](?:事项)?|施行日期|[\d.．、（）一二三四五六七八九十\s])*+"
"""Numbers and headings before the sentence: 第八章 附则 第五十四条, 十二、, 7.3."""
BEGINS = re.compile(
    rf"(?P<before>(?:^|(?<=[。；\n，])){NUMBERS}(?P<subject>{SUBJECT})?)"
    rf"(?:[自从于](?P<day>{DAY}|{ISSUING}之日)起?(?:满?(?P<delay>{COUNT})(?P<unit>日|天|个月|个工作日)(?:之?后))?起?)(?:正式)?(?:施行|实施|执行|生效|试行)"
    rf"(?P<rest>[，。；、（\n]|$|[，]?(?:有效|至|试行))"
)
IN_FORCE = re.compile(rf"自?(?:{DATE.pattern})起?(?:正式)?(?:施行|实施|执行|生效)")
"""The first day in a note of passing: （……会议通过，自2021年5月1日起施行）."""
ENDS = (
    re.compile(rf"(?:有效期|施行期|试行期|执行期)(?:限|间)?[^，。；]{{0,20}}?[至到]{UNTIL}"),
    re.compile(rf"(?:施行|实施|执行|生效|试行)[，]?[至到]{UNTIL}"),
    re.compile(rf"^，?至{UNTIL}"),
    re.compile(rf"{UNTIL}(?:起)?(?:自行)?(?:失效|废止|截止|止)"),
)
TERM = re.compile(
    rf"(?:有效期|施行期|试行期|执行期|试行|暂行)(?:限|间)?(?:暂?[定为]?为?|是|：)?(?P<count>{COUNT})(?P<unit>年|个月)"
)
OWN_TERM = re.compile(r"(?:^|(?<=[。；\n，]))本[\u4e00-\u9fff]{1,10}?(?:的)?(?=有效期|试行期)")
TRIAL = re.compile(
    r"(?:[（(](?P<mark>试行|暂行)[)）]|(?P<word>试行|暂行)(?:办法|规定|条例|细则|意见|方案|标准|规程))(?:[（(][^（()）]*[)）])?$"
)
AMENDED = re.compile(r"[（(](?:(?:19|20)\d\d年?)?(?P<mark>修订|修正|修改)(?:版|稿|本)?[)）]$")
OVER = re.compile(r"废止|失效")
REPEALED = "已废止"


@dataclass(frozen=True, slots=True)
class Validity:
    """First and last day on which a document holds, as ISO, where known, and why as (field, reason)."""

    effective: str | None = None
    expires: str | None = None
    reasons: tuple[tuple[str, str], ...] = ()


def read_validity(layout: Layout, own: frozenset[str], issued: str | None) -> Validity:
    """The validity of the document, whose titles are `own`, by the last sentence that says from when it holds, else by
    a field around the text (施行日期：…) or the note of passing above it (……通过，自2021年5月1日起施行）."""
    for lines in (layout.body, layout.notice):
        text = re.sub(r"(?<![。；：])\n", "", "\n".join(line.text.translate(FULL_WIDTH) for line in lines))
        found = [match for match in BEGINS.finditer(text) if _says(text, match, own)]
        if found:
            return _validity(text, found[-1], issued)
        if own_term := list(OWN_TERM.finditer(text)):
            return _ending(text[own_term[-1].end() :], None)
    named = next(filter(None, map(find_date, values(layout.fields, "effective"))), None)
    noted = next(filter(None, map(IN_FORCE.search, layout.front.others)), None)
    day, reason = (named, "date field") if named else (find_date(noted.group()) if noted else None, "note of passing")
    return Validity(day, None, (("effective", reason),)) if day else Validity()


def status_of(layout: Layout, title: str) -> tuple[str | None, str]:
    """The status of a document and, where its own text does not say it, why: 征求意见稿 and the like before all, 已废止
    by a field around the text, 试行 or 修订 by the title."""
    if layout.status:
        return REPEALED if OVER.search(layout.status) else layout.status, ""
    if any(OVER.search(value) for value in values(layout.fields, "validity")):
        return REPEALED, "validity field"
    if match := AMENDED.search(title):
        return match["mark"], ""
    match = TRIAL.search(title)
    return (match["mark"] or match["word"], "") if match else (None, "")


def _says(text: str, match: re.Match[str], own: frozenset[str]) -> bool:
    """Whether the sentence is about this document: it names itself, or goes on with 现予公布，."""
    if match["title"] is not None:
        return any(name.endswith(bare_title(match["title"])) for name in own)
    lead = _lead(text, match)
    if match["subject"] or OWN_TERM.match(lead):
        return True
    alone = not lead or lead == match["before"]
    return bool(ISSUED.search(match["day"]) if alone else GOES_ON.search(lead))


def _lead(text: str, match: re.Match[str]) -> str:
    """What stands in the sentence before the day: 现予公布，, 本办法有效期5年，."""
    return re.split(r"[。；\n]", text[: match.end("before")])[-1]


def _validity(text: str, match: re.Match[str], issued: str | None) -> Validity:
    rest = re.split(r"[。\n]", text[match.end() - len(match["rest"]) :])[0]
    sentence = rest + (_lead(text, match) if not match["subject"] else "")
    start, reason = _start(match, issued)
    end = _ending(sentence, start)
    reasons = (("effective", reason),) if reason and start else ()
    return Validity(start, end.expires, (*reasons, *end.reasons))


def _start(match: re.Match[str], issued: str | None) -> tuple[str | None, str]:
    """The first day, and how it follows from the day of issue where the text names that."""
    if not ISSUED.search(match["day"]):
        return find_date(match["day"]), ""
    if not issued or match["unit"] == "个工作日":
        return None, ""
    day = date.fromisoformat(issued)
    if not match["delay"]:
        return issued, f"{match['day']}: the day of issue"
    count = read_numeral(match["delay"])
    day = _months_on(day, count) if match["unit"] == "个月" else day + timedelta(days=count)
    return day.isoformat(), f"{match['delay']}{match['unit']} after the day of issue"


def _ending(sentence: str, start: str | None) -> Validity:
    """The last day: as named (有效期至2026年12月31日), else at the end of a term that begins at `start` (有效期5年)."""
    for pattern in ENDS:
        if (match := pattern.search(sentence)) and (day := _last_day(match["until"])):
            return Validity(start, day)
    match = TERM.search(sentence)
    if not match or not start:
        return Validity(start)
    months = read_numeral(match["count"]) * (12 if match["unit"] == "年" else 1)
    last = _months_on(date.fromisoformat(start), months) - timedelta(days=1)
    return Validity(start, last.isoformat(), (("expires", f"{match.group()} from {start}"),))


def _last_day(written: str) -> str | None:
    """The day that 2026年12月31日, 2026年12月 or 2026年底 means."""
    if day := find_date(written):
        return day
    match = re.fullmatch(r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?底?", written)
    if not match:
        return None
    year, month = int(match["year"]), int(match["month"] or 12)
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat() if 1 <= month <= 12 else None


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
