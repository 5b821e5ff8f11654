"""Notices that only wrap another text: 关于印发……的通知, 关于转发……的通知, an order that publishes rules."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.annexes import ANNEX, LISTED, AnnexPart, is_signature, read_parts, signature
from loaders.dates import read_date
from loaders.fronts import NOTE, OPENING, TITLE_END, is_issuer, join_title, stamped
from loaders.numbering import read_mark
from loaders.text import Clean

WRAPS = re.compile(r"(?:印发|转发|批转|公布|发布|颁布|下发)(?P<work>.+?)的(?:通知|函|决定|通告|公告)$")
TOLD = re.compile(r"印发(?P<work>《.+》)$")
"""The headline under which newspapers print a work: 省委办公厅 省政府办公厅印发《关于……的意见》."""
FOLLOWS = re.compile(r"(?:主要)?(?:内容|全文)?如下[。：:]?$")
LIST = re.compile(r"(?:名单|名录|结果|情况|一览表|汇总表)[》”]?$")
ASKS = re.compile(r"征求(?:对)?(?P<work>《.+》|.+?(?:征求意见稿|草案|送审稿)[)）])(?:的)?.{0,6}(?:意见|建议)")
ORDERED = re.compile(r"《(?P<work>[^《》]+)》.*(?:公布|发布|印发)")
FORWARDED = re.compile(r"^[^《》]+?(?=关于)")
"""Whose work a notice passes on, which the work's own title below its issuers leaves out: 省教育厅等部门关于…."""
BRACKETED = re.compile(r"[（(][^（()）]*[)）]|[\s《》〈〉“”\"]+")
LIKE = 0.85
"""How alike the title of a work and the name that its notice gives it must be: 工作要点 and 工作重点 are one work."""
SAID = re.compile(r"《(?P<work>[^《》]+)》[^。《》]*(?:印发|转发)给?你们")
FARTHEST = 200
"""Lines behind the notice's front in which the work's title is looked for; a notice that only wraps has ten."""
LONGEST_TITLE = 4
LONGEST_REMARK = 3
"""Lines."""
SHORTEST = 8
"""Characters of a name from which likeness counts: below it, one character makes another work (章程, 规程)."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A work: its title, the source line of the title, its lines, and those of the notice around it."""

    notice: tuple[Clean, ...]
    title: str
    title_line: int
    lines: tuple[Clean, ...]


def unwrapped(title: str, lines: tuple[Clean, ...]) -> Wrapped | None:
    """The work that the notice with this title and these lines wraps; None when it wraps none.

    A notice wraps a work when its title, or the sentence of an order without one, says so, it has no numbered clauses
    of its own, and the work follows: under the title that the notice names, or without one behind a date or 附件.
    A notice with two works wraps none: they are its annexes."""
    named = _named(title, lines)
    if not named:
        return None
    start, end = (
        _find_title(lines, named)
        or _find_title(lines, FORWARDED.sub("", named))
        or _find_of_issuers(lines, named)
        or _find_innermost(lines, named)
        or _find_title(lines, _said(lines))
        or _find_told(lines, named)
        or _find_untitled(lines)
        or (0, 0)
    )
    if not end or any(_is_clause(line) for line in lines[:start]):
        return None
    written = join_title(lines[start:end]) or named.strip("《》")
    return Wrapped(lines[:start], written, lines[start].number, lines[end:])


def trailing(title: str, lines: tuple[Clean, ...]) -> tuple[tuple[Clean, ...], tuple[AnnexPart, ...]]:
    """The lines of a notice with clauses of its own, and the text behind its date that its title names, as an annex.

    Behind the word 附件 it is one already. So is a table there under a title of its own, and one anywhere under the
    title of the document with more words: 示例市行动方案任务清单."""
    named = _named(title, lines)
    start, end = (_find_title(lines, named) if named else None) or (0, 0)
    if not start or not _is_behind_date(lines[:start]):
        start, end = _find_table(lines) or _find_own_table(essence(title), lines) or (0, 0)
    if not end:
        return lines, ()
    parts = read_parts(lines[end:])
    return lines[:start], (AnnexPart("", join_title(lines[start:end]), lines[start].number, parts.body), *parts.annexes)


def _is_behind_date(above: Sequence[Clean]) -> bool:
    """Whether the last of the lines above is a date, notes such as （此件公开发布） left out."""
    last = next((line.text for line in reversed(above) if not NOTE.match(line.text)), "")
    return read_date(last) is not None


def _find_table(lines: Sequence[Clean]) -> tuple[int, int] | None:
    """Where the title of a table stands that follows right behind a signature."""
    for index, line in enumerate(lines):
        if not line.line.cells and read_date(line.text) and index and is_signature(lines[index - 1].text):
            start = signature(lines, index)[1]
            rows = (
                place for place in range(start, min(start + LONGEST_TITLE + 1, len(lines))) if lines[place].line.cells
            )
            end = next(rows, start)
            return (start, end) if end > start and all(map(is_title_line, lines[start:end])) else None
    return None


def _find_own_table(title: str, lines: Sequence[Clean]) -> tuple[int, int] | None:
    """Where the title of a table stands that begins with the title of the document."""
    ends = [index for index in range(1, len(lines)) if lines[index].line.cells and not lines[index - 1].line.cells]
    for end in ends if len(title) >= SHORTEST else ():
        for start in range(max(end - LONGEST_TITLE, 1), end):
            named = all(map(is_title_line, lines[start:end])) and _window_text(lines, (start, end)).startswith(title)
            if named and not ANNEX.match(lines[start - 1].text):
                return start, end
    return None


def parted(lines: tuple[Clean, ...]) -> tuple[tuple[Clean, ...], tuple[Clean, ...]]:
    """The lines of a text without a signature in their middle, and that signature: several works stand behind it, each
    under its title, which then counts as a heading; or a remark, which goes with the signature."""
    for index, line in enumerate(lines):
        if not line.line.cells and read_date(line.text):
            start, end = signature(lines, index)
            rest = lines[end:]
            if start and rest and start < index and _is_remark(rest):
                return lines[:start], lines[start:]
            if start and (length := _title_length(rest)):
                titles = (replace(title, heading=True, level=1) for title in rest[:length])
                return (*lines[:start], *titles, *rest[length:]), lines[start:end]
    return lines, ()


def _is_remark(lines: Sequence[Clean]) -> bool:
    """Whether the lines behind a signature are a remark of whoever passes the text on: a few, without numbers."""
    if len(lines) > LONGEST_REMARK or _title_length(lines):
        return False
    return not any(line.line.cells or read_mark(line.text) for line in lines)


def _title_length(lines: Sequence[Clean]) -> int:
    """How many of these lines are the title of a work that they begin with; 0 for none."""
    for length in range(1, min(len(lines), LONGEST_TITLE + 1)):
        if not is_title_line(lines[length - 1]):
            return 0
        if TITLE_END.search("".join(line.text for line in lines[:length])):
            return length
    return 0


def _named(title: str, lines: Sequence[Clean]) -> str:
    """The one work that the notice names; empty for none, for several, and for a list, which is part of its notice."""
    match = WRAPS.search(title) or ASKS.search(title) or TOLD.search(title)
    ordered = ORDERED.search(lines[0].text) if lines else None
    if ordered and (not title or essence(ordered["work"]) == essence(title)):  # sites put the work's title on top
        match = ordered
    named = re.sub(r"(?<=》)(?:并|，|,).*", "", match["work"]) if match else ""
    return "" if re.search(r"》.*《", named) or LIST.search(named) else named


def _is_clause(line: Clean) -> bool:
    mark = read_mark(line.text)
    return (
        mark is not None and mark.kind in ("chapter", "article", "section", "bracket", "item") and not _is_listed(line)
    )


def _is_listed(line: Clean) -> bool:
    return bool(LISTED.match(line.text)) and len(line.text) < 60 and "。" not in line.text


def _find_title(lines: Sequence[Clean], named: str) -> tuple[int, int] | None:
    """Where the title of the work `named` stands: one to four lines, a bracket below it (（2021—2025年）) included."""
    wanted = essence(named)
    if not wanted:
        return None
    likeness = {window: likeness_of(_window_text(lines, window), wanted) for window in _windows(lines)}
    start, end = max(likeness, key=lambda window: (likeness[window], -window[0]), default=(0, 0))
    if not end or likeness[start, end] < LIKE:
        return None
    return start, end + 1 if end < len(lines) and _is_bracket(lines[end]) else end


def _windows(lines: Sequence[Clean]) -> Iterator[tuple[int, int]]:
    """Every run of one to four lines that may be a title, as (start, end)."""
    for start in range(min(len(lines), FARTHEST)):
        for end in range(start + 1, min(start + 5, len(lines) + 1)):
            if not is_title_line(lines[end - 1]):
                break
            text = "".join(line.text for line in lines[start:end])
            if text.count("《") == text.count("》"):  # not the line of a sentence that names the work
                yield start, end


def _window_text(lines: Sequence[Clean], window: tuple[int, int]) -> str:
    return essence("".join(line.text for line in lines[slice(*window)]))


def _said(lines: Sequence[Clean]) -> str:
    """What the sentence of a notice calls the work, where its title calls it otherwise: 现将《……》印发给你们."""
    found = (SAID.search(line.text) for line in lines[:LONGEST_TITLE])
    return next((match["work"] for match in found if match), "")


def _find_of_issuers(lines: Sequence[Clean], named: str) -> tuple[int, int] | None:
    """Where the work stands that the notice names with those who made it: 教育部等部门《……计划》, 省教育厅……方案."""
    wanted = essence(named)
    titles = ((window, _window_text(lines, window)) for window in _windows(lines))
    ends = (window for window, text in titles if len(text) >= SHORTEST and wanted.endswith(text))
    return next((window for window in ends if is_issuer(wanted.removesuffix(_window_text(lines, window)))), None)


def _find_innermost(lines: Sequence[Clean], named: str) -> tuple[int, int] | None:
    """Where the text stands that notices around notices pass on, its issuers with it or not: 示例省教育厅关于……的通知
    for 关于转发省教育厅〈关于……的通知〉的通知."""
    quoted = re.search(r"[《〈](?P<work>关于[^《》〈〉]+)[》〉]", named)
    if not quoted:
        return None
    wanted = essence(quoted["work"])
    found = (window for window in _windows(lines) if FORWARDED.sub("", _window_text(lines, window)) == wanted)
    return max(found, default=None)


def _find_told(lines: Sequence[Clean], named: str) -> tuple[int, int] | None:
    """Where the work `named` begins that is told to follow: 《……》全文如下。"""
    said = (index for index, line in enumerate(lines, 1) if FOLLOWS.search(line.text))
    told = (index for index in said if essence(FOLLOWS.sub("", lines[index - 1].text)) == essence(named))
    return next(((index, index) for index in told if index < len(lines)), None)


def _find_untitled(lines: Sequence[Clean]) -> tuple[int, int] | None:
    """Where a work without a title of its own begins: at the first numbered clause right behind a date or 附件."""
    index = next((index for index, line in enumerate(lines) if _is_clause(line)), 0)
    before = lines[index - 1].text if index else ""
    return (index, index) if read_date(before) or ANNEX.match(before) else None


def is_title_line(line: Clean) -> bool:
    """Whether the line may be one of a title: no table, sentence, number, note or mark of an annex."""
    text = line.text
    sentence = "。" in text or OPENING.match(text)
    return not (line.line.cells or sentence or NOTE.match(text) or read_mark(text) or ANNEX.match(text))


def _is_bracket(line: Clean) -> bool:
    noted = NOTE.match(line.text) or stamped(line.text) is not None
    return bool(re.fullmatch(r"[（(][^（()）]{2,20}[)）]", line.text)) and not noted


def essence(title: str) -> str:
    """A title as titles are compared: no brackets with what they hold, quotation marks or white space."""
    return BRACKETED.sub("", title)


def likeness_of(text: str, wanted: str) -> float:
    """How alike two titles are, 1 for the same; for short ones nothing less counts."""
    if text == wanted or len(wanted) < SHORTEST or abs(len(text) - len(wanted)) > 0.3 * len(wanted):
        return float(text == wanted)
    return difflib.SequenceMatcher(None, text, wanted, autojunk=False).ratio()
