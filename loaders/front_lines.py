"""The lines of a front as they were meant: parted where one holds several parts, joined where a break tore one."""

import re
from collections.abc import Sequence

from loaders.dates import DATE, find_date
from loaders.fronts import BODY_NAME, HISTORY, LONGEST_FRONT, TITLE_END, is_number, is_recipients, spaced, stamped
from loaders.numbering import read_mark
from loaders.text import Clean

YEARLY = re.compile(r"[（(]?(?:19|20)\d\d年第?\d{1,4}号[)）]?")
NUMBER_AND_DATE = re.compile(
    r"^(?:[（(](?=.*[)）]$)|(?=.*日$))(?P<number>[^（）()]{2,40}?号)\s*(?P<date>[^（）()]{6,14}日)?[)）]?$"
)
BODIES = re.compile(r"^[（(](?P<bodies>[\u4e00-\u9fff、\s]{2,60})[)）]$")
SIGN = r"[\u4e00-\u9fff]{2,12}[〔﹝\[［【(（]\s*(?:19|20)\d\d\s*[〕﹞\]］】)）]\s*(?:第\s*)?\d{1,5}\s*号"
GLUED_END = r"(?P<title>.+?(?:文件|通知|通报|意见|决定|批复|公告|通告|方案|办法|规定|细则|要点|计划|规划|函))"
GLUED = re.compile(
    rf"^{GLUED_END}\s*(?![\u4e00-\u9fff]{{0,12}}(?:的|通知|通报|意见|方案|办法))(?P<number>{SIGN})\s*(?P<rest>.*)$"
)
BRACKETED = re.compile(rf"^{GLUED_END}\s*[（(]\s*(?P<number>{SIGN})\s*[)）](?P<rest>)$")
"""A title with its number behind it: ……的通知例政〔2021〕15号, ……的通知（例政〔2021〕15号）."""
GLUED_RECIPIENTS = re.compile(r"^(?P<recipients>[^。：:]{2,300}[：:])\s*(?P<rest>\S.*)$")
ENDS_IN_STAMP = re.compile(r"^(?P<title>.+)(?P<stamp>[（(][^（()）]{6,60}[)）])$")
"""A title with its date behind it: ……的意见（2020年3月20日）."""
TORN_HISTORY = re.compile(rf"^[（(—]*(?:{DATE.pattern}).+")
LONGEST_NUMBERED = 8
"""Lines above a number with its date: the title of a document of many issuers."""
LONGEST_HEAD = 3
"""Lines among which a title stands that has its number behind it."""
LONGEST_LABEL = 20
"""Characters behind a colon that may be the value of a label, and are not the first sentence of a text."""
LONGEST_HISTORY = 3
"""Lines over which a note of passing goes."""


def unglued(lines: Sequence[Clean]) -> tuple[Clean, ...]:
    """The lines, each part of the front in one of its own.

    1. Title, number and recipients: ……的通知 例政〔2021〕15号 各县……：, and recipients and the first sentence.
    2. Number and date: （国检监〔1989〕565号 一九八九年十月十六日）; bodies in a bracket: （示例市教育局）.
    3. The title and its date: ……的意见（2020年3月20日）.
    4. The serial of an announcement (2020年第22号) goes with the name of who makes it, above."""
    found: list[Clean] = []
    for index, line in enumerate(_mended(lines)):
        if index < LONGEST_FRONT and found and _announces(found[-1], line):
            found[-1] = found[-1].saying(f"{found[-1].text}{line.text.strip('（）()')}")
        else:
            parts = _parted(line, index) or _below_title(line, found)
            found += [line.saying(part) for part in parts] or [line]
    return tuple(found)


def _parted(line: Clean, index: int) -> tuple[str, ...]:
    """The parts of the front that this line holds; none for a line that is one by itself."""
    if index >= LONGEST_NUMBERED or line.line.cells:
        return ()
    opening = GLUED_RECIPIENTS.match(line.text) if index else None
    if opening and len(opening["rest"]) > LONGEST_LABEL and is_recipients(opening["recipients"]):
        return opening["recipients"], opening["rest"]
    written = spaced(line)
    if index < LONGEST_HEAD and (match := GLUED.match(written) or BRACKETED.match(written)):
        rest = GLUED_RECIPIENTS.match(match["rest"])
        ends = (rest["recipients"], rest["rest"]) if rest and is_recipients(rest["recipients"]) else (match["rest"],)
        return tuple(filter(None, (match["title"], match["number"], *ends)))
    if (numbered := NUMBER_AND_DATE.match(line.text)) and is_number(numbered["number"]):
        return tuple(filter(None, numbered.groups()))
    return ()


def _is_text(line: Clean) -> bool:
    return "。" in line.text or read_mark(line.text) is not None


def _below_title(line: Clean, above: Sequence[Clean]) -> tuple[str, ...]:
    """The bodies of a bracket below the title, or the title and the date behind it; none for a line in the text."""
    if len(above) >= LONGEST_NUMBERED or line.line.cells or any(map(_is_text, above)):
        return ()
    written = spaced(line)
    bodies = BODIES.match(written) if above else None
    if bodies and all(map(BODY_NAME.match, re.split(r"[、\s]+", bodies["bodies"].strip()))):
        return (bodies["bodies"],)
    match = ENDS_IN_STAMP.match(written)
    if not match or read_mark(written) or not TITLE_END.search(match["title"]):
        return ()
    dated = (find_date(match["stamp"]) and stamped(match["stamp"]) is not None) or HISTORY.match(match["stamp"])
    return (match["title"], match["stamp"]) if dated else ()


def _announces(above: Clean, line: Clean) -> bool:
    """Whether a line of a front is the number of the announcement (教育部公告) whose maker stands above."""
    return bool(
        YEARLY.fullmatch(line.text) and BODY_NAME.match(re.sub("[公通]告$", "", above.text)) and above.text[-1] == "告"
    )


def _mended(lines: Sequence[Clean]) -> list[Clean]:
    """The lines, with torn notes of passing in one each: （2023年1月5日在示例市第五届人民代表 / 大会第三次会议上）."""
    found: list[Clean] = []
    start = 0
    while start < min(LONGEST_FRONT, len(lines)):
        length = _history_length(lines[start : start + LONGEST_HISTORY])
        whole = "".join(spaced(line) for line in lines[start : start + length])
        found.append(lines[start].saying(whole) if length > 1 else lines[start])
        start += length
    return [*found, *lines[start:]]


def _history_length(lines: Sequence[Clean]) -> int:
    """How many lines the note of passing takes that begins here; 1 for any other line."""
    first = lines[0].text
    if not TORN_HISTORY.match(first) or HISTORY.match(first) or stamped(first) is not None:
        return 1
    for length in range(2, len(lines) + 1):
        last = lines[length - 1]
        if last.line.cells or read_mark(last.text) or "。" in last.text:
            return 1
        if HISTORY.match("".join(line.text for line in lines[:length])):
            return length
    return 1
