"""The parts of a document: front, the notice that wraps it, body, annexes, back (GB/T 9704-2012 chapter 7)."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.numerals import NUMERAL, read_numeral
from loaders.dates import read_date
from loaders.fronts import BODY_NAME, NOTE, TITLE_END, Front, join_title, read_front, without_status
from loaders.numbering import read_mark
from loaders.readers.page import Page
from loaders.text import Clean, clean
from loaders.vocabulary import lines as entries
from loaders.vocabulary import rows

FIELD = re.compile(r"^【(?P<name>[^】]{1,12})】(?P<value>.*)$")
FIELDS = dict(rows("fields.tsv"))
ANNEX = re.compile(rf"^附件(?P<number>\d{{1,2}}|{NUMERAL})?(?P<colon>[:：])?(?P<title>.*)$")
LISTED = re.compile(r"^\d{1,2}[.．、]\D")
IMPRINT = re.compile(rf"^(?:{'|'.join(entries('imprint.txt'))})[:：]|\d日印发[。.]?$")
WRAPS = re.compile(r"(?:印发|转发|批转|公布|发布|颁布|下发)(?P<work>.+?)的(?:通知|函|决定|通告|公告)$")
LIKE = 0.85
"""How alike the title of a work and the name that its notice gives it must be: 工作要点 and 工作重点 are one work."""


@dataclass(frozen=True, slots=True)
class AnnexPart:
    """An annex: its number as written ("" for a single one), its title, the source line of its mark, and its lines."""

    number: str
    title: str
    line: int
    lines: tuple[Clean, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a document. `front` is that of the outermost text; `title` is the work's, and `notice` the
    lines of the notice that only wraps it. `back` are signature, date and imprint. `fields` are what a site wrote around the text."""

    front: Front
    title: str
    status: str
    wrapped: bool
    notice: tuple[Clean, ...]
    body: tuple[Clean, ...]
    annexes: tuple[AnnexPart, ...]
    back: tuple[Clean, ...]
    fields: tuple[tuple[str, str], ...]


def lay_out(page: Page) -> Layout:
    """The parts of the document on this page."""
    lines, fields = _without_fields(clean(page.lines))
    front = read_front(lines)
    notice, title, rest = _unwrapped(front, lines[front.end :])
    title, status = without_status(title)
    body, annexes, back = _parts(rest)
    noticed, _, notice_back = _parts(notice)
    return Layout(
        front, title, status or front.status, bool(notice), noticed, body, annexes, (*notice_back, *back), fields
    )


def _without_fields(lines: Sequence[Clean]) -> tuple[tuple[Clean, ...], tuple[tuple[str, str], ...]]:
    """The lines without those that a database wrote around the text (【文号】…), and these as (what they hold, value)."""
    kept: list[Clean] = []
    fields: list[tuple[str, str]] = []
    for line in lines:
        match = FIELD.match(line.text)
        holds = FIELDS.get(match["name"], "") if match else ""
        if not match:
            kept.append(line)
        elif holds == "text" or (not holds and TITLE_END.search(match["value"])):
            kept.append(replace(line, text=match["value"]))
        else:
            fields.append((holds or match["name"], match["value"]))
    return tuple(line for line in kept if line.text), tuple(fields)


# The work that a notice wraps -----------------------------------------------------------------------------------


def _unwrapped(front: Front, lines: tuple[Clean, ...]) -> tuple[tuple[Clean, ...], str, tuple[Clean, ...]]:
    """The notice's lines, the work's title and the work's lines; the notice is empty when it is itself the work.

    A notice wraps a work when its title says so (关于印发……的通知), it has no numbered clauses of its own, and the work
    follows: under the title that the notice names, or without one behind the date or the word 附件."""
    match = WRAPS.search(front.title)
    if match:
        named = match["work"]
        start, end = _find_title(lines, named) or _find_untitled(lines) or (0, 0)
        if end and not any(_is_clause(line) for line in lines[:start]):
            title = join_title(lines[start:end]) if lines[start:end] else named.strip("《》")
            return lines[:start], title, lines[end:]
    return (), front.title, lines


def _is_clause(line: Clean) -> bool:
    mark = read_mark(line.text)
    return (
        mark is not None and mark.kind in ("chapter", "article", "section", "bracket") and not LISTED.match(line.text)
    )


def _find_title(lines: Sequence[Clean], named: str) -> tuple[int, int] | None:
    """Where the title of the work `named` stands: one to four lines, a bracket below it (（2021—2025年）) included."""
    likeness = {window: _likeness(_window_text(lines, window), _essence(named)) for window in _windows(lines)}
    start, end = max(likeness, key=lambda window: (likeness[window], -window[0]), default=(0, 0))
    if not end or likeness[start, end] < LIKE:
        return None
    return start, end + 1 if end < len(lines) and _is_bracket(lines[end]) else end


def _windows(lines: Sequence[Clean]) -> Iterator[tuple[int, int]]:
    """Every run of one to four lines that may be a title, as (start, end)."""
    for start in range(len(lines)):
        for end in range(start + 1, min(start + 5, len(lines) + 1)):
            if not _is_title_line(lines[end - 1]):
                break
            yield start, end


def _window_text(lines: Sequence[Clean], window: tuple[int, int]) -> str:
    return _essence("".join(line.text for line in lines[slice(*window)]))


def _find_untitled(lines: Sequence[Clean]) -> tuple[int, int] | None:
    """Where a work without a title of its own begins: at the first numbered clause right behind a date or 附件."""
    for index, line in enumerate(lines):
        if _is_clause(line):
            before = lines[index - 1].text if index else ""
            return (index, index) if read_date(before) or ANNEX.match(before) else None
    return None


def _is_title_line(line: Clean) -> bool:
    return not (
        line.line.cells or "。" in line.text or NOTE.match(line.text) or read_mark(line.text) or ANNEX.match(line.text)
    )


def _is_bracket(line: Clean) -> bool:
    return bool(re.fullmatch(r"[（(][^（()）]{2,20}[)）]", line.text))


def _essence(title: str) -> str:
    return re.sub(r"[（(][^（()）]*[)）]|[\s《》〈〉“”\"]+", "", title)


def _likeness(text: str, wanted: str) -> float:
    """1 for the same title; for short ones nothing less counts."""
    if text == wanted or len(wanted) < 8 or abs(len(text) - len(wanted)) > 0.3 * len(wanted):
        return float(text == wanted)
    return difflib.SequenceMatcher(None, text, wanted, autojunk=False).ratio()


# Body, annexes, back --------------------------------------------------------------------------------------------


def _parts(lines: Sequence[Clean]) -> tuple[tuple[Clean, ...], tuple[AnnexPart, ...], tuple[Clean, ...]]:
    """Body, annexes and back matter of a text."""
    marks = [index for index in range(len(lines)) if _is_annex_mark(lines, index)]
    first = marks[0] if marks else len(lines)
    listed, text = _without_list(lines[:first])
    body, back = _without_back(text)
    ends = [*marks, len(lines)][1:]
    annexes = []
    for start, end in zip(marks, ends, strict=True):
        part, tail = _without_back(lines[start:end])
        annexes.append(_annex(part, listed))
        back = (*back, *tail)
    return body, tuple(annexes), back


def _is_annex_mark(lines: Sequence[Clean], index: int) -> bool:
    """Whether an annex begins at this line: 附件, 附件2, 附 件, 附件1：…… that no other mark of this number follows.

    附件：1.…… is the list of annexes in the body."""
    match = ANNEX.match(lines[index].text)
    if not match or lines[index].line.cells:
        return False
    if not match["title"]:
        return True
    if not match["colon"] or LISTED.match(match["title"]) or len(match["title"]) > 60:
        return False
    later = [other for line in lines[index + 1 :] if (other := ANNEX.match(line.text)) and not other["title"]]
    return not later and index + 1 < len(lines) and not _is_back(lines[index + 1])


def _without_list(lines: Sequence[Clean]) -> tuple[dict[str, str], tuple[Clean, ...]]:
    """The list of annexes (附件：1.…… 2.……) as number to title, and the lines without it."""
    titles: dict[str, str] = {}
    kept: list[Clean] = []
    listing = False
    for line in lines:
        match = ANNEX.match(line.text)
        if match and match["title"] and match["colon"]:
            listing, entry = True, match["title"]
        elif (
            listing and not _is_back(line) and len(line.text) < 60 and "。" not in line.text and _may_list(line, titles)
        ):
            entry = line.text
        else:
            listing = False
            kept.append(line)
            continue
        _note_title(titles, entry)
    return titles, tuple(kept)


def _may_list(line: Clean, titles: dict[str, str]) -> bool:
    """Whether a line below the list goes on with it: the next number, or the rest of a title."""
    mark = read_mark(line.text)
    return mark is None or (mark.kind == "item" and mark.value == len(titles) + 1)


def _note_title(titles: dict[str, str], entry: str) -> None:
    mark = read_mark(entry)
    if mark and mark.kind == "item":
        titles[str(mark.value)] = entry[mark.length :]
    elif titles:
        titles[list(titles)[-1]] += entry
    else:
        titles[""] = entry


def _annex(lines: Sequence[Clean], listed: dict[str, str]) -> AnnexPart:
    match = ANNEX.match(lines[0].text)
    written = (match["number"] or "") if match else ""
    number = str(read_numeral(written)) if written else ""
    title = match["title"] if match else ""
    rest = lines[1:]
    end = 0
    if not title:
        end = _title_end(rest, listed.get(number, ""))
        title = join_title(rest[:end]) or listed.get(number, "")
    return AnnexPart(number, title, lines[0].number, tuple(rest[end:]))


def _title_end(lines: Sequence[Clean], listed: str) -> int:
    """How many of the lines below the mark are the annex's title: those that the list of annexes gives, else the
    first line, and the next ones up to a kind of document (清单, 方案 …)."""
    ends = range(1, min(4, len(lines)) + 1)
    texts = {end: "".join(line.text for line in lines[:end]) for end in ends if all(map(_is_title_line, lines[:end]))}
    for end, text in texts.items():
        if listed and _likeness(_essence(text), _essence(listed)) >= LIKE:
            return end
    for end, text in texts.items():
        if TITLE_END.search(text):
            return end
    return 1 if 1 in texts and len(texts[1]) < 50 and not texts[1].endswith(("：", ":")) else 0


def _is_back(line: Clean) -> bool:
    """Whether the line is signature, date, imprint or a note such as （此件公开发布）."""
    if line.line.cells:
        return False
    text = line.text
    dated = re.sub(r"^.*?(?=\d{4}年)", "", text) if len(text) < 40 else text
    return bool(read_date(dated) or NOTE.match(text) or IMPRINT.search(text) or _is_signature(text))


def _is_signature(text: str) -> bool:
    return bool(BODY_NAME.match(text)) and not read_mark(text)


def _without_back(lines: Sequence[Clean]) -> tuple[tuple[Clean, ...], tuple[Clean, ...]]:
    """The lines up to the signature, and those from there on."""
    imprint = next(
        (index for index, line in enumerate(lines) if not line.line.cells and IMPRINT.search(line.text)), len(lines)
    )
    start = imprint
    while start and _is_back(lines[start - 1]):
        start -= 1
    return tuple(lines[:start]), tuple(lines[start:])
