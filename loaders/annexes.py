"""Body, annexes and back matter of a text (GB/T 9704-2012 7.3.4 附件说明, 7.3.5 signature, 7.3.7 附件, 7.4 版记)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.numerals import read_numeral
from loaders.dates import read_date
from loaders.fronts import BODY_NAME, NOTE, TITLE_END, either, join_title
from loaders.numbering import SHORT, read_mark
from loaders.text import Clean

ANNEX = re.compile(
    rf"""
    ^[【［\[（(]?(?:附[件表录]|附(?=[:：]|\d{{1,2}}(?:[:：\s]|$)))[（(]?
    (?P<number>\d{{1,2}}(?!\d)|{SHORT})?(?P<below>(?:[-—–－]\d{{1,2}})+)?[】］\]）)]?\s*
    (?P<colon>[:：])?(?P<title>.*)$
    | ^(?P<glossary>(?:有关)?名词(?:解释|注释|说明))[:：]?$
    """,
    re.VERBOSE,
)
LISTED = re.compile(r"^\d{1,2}\s*[.．、]\s*(?:[^\d\s]|(?:19|20)\d\d\s*年)")
NEXT_LISTED = re.compile(rf"(?!1\D){LISTED.pattern}")
"""An entry of the list but the first, which does not follow another one."""
IMPRINT = re.compile(rf"^(?:{either('imprint.txt')})[:：]|\d日印发[。.]?$")
SIGNED = re.compile(r"^(?P<body>\D{2,40})(?P<date>(?:\d{4}|[一二三四五六七八九〇○零]{4})年.{1,3}月.{1,3}日)$")
FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|pptx?|wps|et|ofd|rar|zip|7z|jpe?g|png)[）)]?$", re.IGNORECASE)
NO_TITLE = re.compile(
    rf"{LISTED.pattern}|^(?:所[列附称]|中?规定[的，]|中[的所，]|的|[和及与]附|、)|{FILE.pattern}", re.IGNORECASE
)
"""What follows 附件 where no annex begins: an entry of the list, 附件三所列……, the name of a file."""
LIST_END = re.compile(r"(?:名单|名录|目录|一览|样式|式样|格式|流程图?|须知|\S表)(?:[（(][^（()）]{1,20}[)）])?$")
"""How titles of annexes end that are no kind of document."""
LONGEST_TITLE = 60
LONGEST_UNDATED = 2
"""Lines of a signature without a date; more are a list."""


@dataclass(frozen=True, slots=True)
class AnnexPart:
    """An annex: its number as written ("" for a single one), its title, the source line of its mark, and its lines."""

    number: str
    title: str
    line: int
    lines: tuple[Clean, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Body, annexes, back matter (signature, date, notes, imprint), and the list of annexes as number to title."""

    body: tuple[Clean, ...]
    annexes: tuple[AnnexPart, ...]
    back: tuple[Clean, ...]
    listed: Mapping[str, str]


def read_parts(lines: Sequence[Clean], listed: Mapping[str, str] | None = None) -> Parts:
    """The parts of a text. `listed` are annexes that a notice around it lists."""
    marks = _marks(lines)
    first = marks[0] if marks else len(lines)
    own, text = _without_list(lines[:first])
    titles = {**(listed or {}), **own}
    body, back = _without_back(text)
    annexes = []
    for start, end in zip(marks, [*marks, len(lines)][1:], strict=True):
        part, tail = _without_back(lines[start:end])
        annexes.append(_annex(part or lines[start : start + 1], titles))
        back = (*back, *tail)
    return Parts(body, tuple(annexes), back, titles)


def _marks(lines: Sequence[Clean]) -> list[int]:
    return [index for index in range(len(lines)) if _is_mark(lines, index)]


def with_lost_marks(lines: Sequence[Clean], listed: Mapping[str, str]) -> tuple[Clean, ...]:
    """The lines, with a mark where an annex begins without one: behind the date, the title that the list gives it."""
    marks = _marks(lines)
    found = [match for index in marks if (match := ANNEX.match(lines[index].text))]
    titles = {**listed, **_without_list(lines[: marks[0] if marks else len(lines)])[0]}
    lost = {_bare(title): number for number, title in titles.items() if number not in map(_number, found)}
    date = next((index for index, line in enumerate(lines) if read_date(line.text)), len(lines))
    kept = list(lines[: date + 1])
    for index in range(date + 1, len(lines)):
        texts = ("".join(line.text for line in lines[index : index + size]) for size in (1, 2, 3))
        if title := next((_bare(text) for text in texts if _bare(text) in lost), ""):
            kept.append(lines[index].saying(f"附件{lost.pop(title)}"))
        kept.append(lines[index])
    return tuple(kept)


def _is_mark(lines: Sequence[Clean], index: int) -> bool:
    """Whether an annex begins at this line.

    1. 附件, 附件2, 附 件：, 附表1, 名词解释 by themselves; but not 附件： above the list 1.…… 2.……
    2. 附件1 任务清单, 附件 推荐名单, 附件：任务清单; but not where the next entry, another annex or the signature
       follows: that is the list of annexes in the body. With a colon, nor where the annex has a mark of its own below.
    """
    match = ANNEX.match(lines[index].text)
    if not match or lines[index].line.cells:
        return False
    title = match["title"]
    if not title:
        return not _opens_list(lines, index)
    if not _is_entry(lines[index]) or NO_TITLE.search(title) or _ends_entry(lines, index + 1):
        return False
    if not match["colon"]:
        return bool(match["number"] or TITLE_END.search(title) or LIST_END.search(title))
    later = (ANNEX.match(line.text) for line in lines[index + 1 :])
    return not any(other and not other["title"] for other in later)


def _is_entry(line: Clean) -> bool:
    """Whether the line may be an entry of the list of annexes: short, and no sentence (附件1所列……)."""
    return len(line.text) <= LONGEST_TITLE and not re.search(r"[，。；]", line.text)


def _ends_entry(lines: Sequence[Clean], index: int) -> bool:
    """Whether what stands at `index` follows an entry of the list of annexes: the next entry, or the signature."""
    return _is_back(lines, index) or bool(NEXT_LISTED.match(lines[index].text) or ANNEX.match(lines[index].text))


def _opens_list(lines: Sequence[Clean], index: int) -> bool:
    """Whether 附件： stands above the list of annexes: entries 1. and on, which end at a signature or another mark."""
    end = index + 1
    while end < len(lines) and LISTED.match(lines[end].text) and _is_entry(lines[end]):
        end += 1
    return end > index + 1 and (_is_back(lines, end) or ANNEX.match(lines[end].text) is not None)


def _without_list(lines: Sequence[Clean]) -> tuple[dict[str, str], tuple[Clean, ...]]:
    """The list of annexes (附件：1.…… 2.……, 附件1.……) as number to title, and the lines without it."""
    titles: dict[str, str] = {}
    kept: list[Clean] = []
    listing = False
    for index, line in enumerate(lines):
        match = ANNEX.match(line.text)
        if match and (_is_entry(line) or match["colon"]):
            listing, entry = True, f"{match['number'] or ''}{match['title']}"
        elif listing and _may_list(lines, index, titles):
            entry = line.text
        else:
            listing = False
            kept.append(line)
            continue
        _add_title(titles, entry)
    return titles, tuple(kept)


def _may_list(lines: Sequence[Clean], index: int, titles: Mapping[str, str]) -> bool:
    """Whether a line below the list goes on with it: the next number, or the rest of a title."""
    line = lines[index]
    if _is_back(lines, index) or line.line.cells or len(line.text) > LONGEST_TITLE or "。" in line.text:
        return False
    mark = read_mark(line.text)
    return mark is None or (mark.kind == "item" and mark.value == len(titles) + 1)


def _add_title(titles: dict[str, str], entry: str) -> None:
    mark = read_mark(entry)
    if not entry:
        return
    if mark and mark.kind == "item":
        titles[str(mark.value)] = entry[mark.length :]
    elif titles:
        titles[list(titles)[-1]] += entry
    else:
        titles[""] = entry


def _annex(lines: Sequence[Clean], listed: Mapping[str, str]) -> AnnexPart:
    match = ANNEX.match(lines[0].text)
    number = _number(match) if match else ""
    title = (match["glossary"] or match["title"]).lstrip(".．、") if match else ""
    rest = lines[1:]
    end = 0 if title else _title_end(rest, listed.get(number, ""))
    return AnnexPart(
        number, title or join_title(rest[:end]) or listed.get(number, ""), lines[0].number, tuple(rest[end:])
    )


def _number(match: re.Match[str]) -> str:
    """The number of an annex as an address has it: 2, 1-3 for the third annex of annex 1, "" for none."""
    own = str(read_numeral(match["number"])) if match["number"] else ""
    below = re.findall(r"\d+", match["below"] or "")
    return "-".join([own, *(str(int(digits)) for digits in below)]) if own else ""


def _title_end(lines: Sequence[Clean], listed: str) -> int:
    """How many of the lines below the mark are the annex's title: those that say what the list of annexes gives,
    those up to a kind of document (清单, 方案 …), else the first line."""
    texts: dict[int, str] = {}
    for end, line in enumerate(lines[:4], 1):
        if line.line.cells or "。" in line.text or read_mark(line.text) or len(line.text) > LONGEST_TITLE:
            break
        texts[end] = texts.get(end - 1, "") + line.text
    same = (end for end, text in texts.items() if listed and _bare(text) == _bare(listed))
    typed = (end for end, text in texts.items() if TITLE_END.search(text))
    alone = (end for end, text in texts.items() if not text.endswith(("：", ":")))
    return next(same, 0) or next(typed, 0) or next(alone, 0)


def _bare(title: str) -> str:
    return re.sub(r"[\s《》“”]+", "", title).translate(str.maketrans("()", "（）"))


def _is_back(lines: Sequence[Clean], index: int) -> bool:
    """Whether the line is signature, date, imprint, the name of a file, or a note such as （此件公开发布）; the end of
    the text counts."""
    if index >= len(lines):
        return True
    line = lines[index]
    if line.line.cells:
        return False
    text = line.text
    signed = SIGNED.match(text)
    return bool(
        read_date(text) or NOTE.match(text) or IMPRINT.search(text) or FILE.search(text) or is_signature(text)
        or (signed and is_signature(signed["body"]))
    )  # fmt: skip


def is_signature(text: str) -> bool:
    """Whether the line is the name of a body and nothing else."""
    return bool(BODY_NAME.match(text)) and not read_mark(text)


def signature(lines: Sequence[Clean], date: int) -> tuple[int, int]:
    """Where the signature begins and ends that stands around the line `date`."""
    start, end = date, date + 1
    while start and _is_back(lines, start - 1):
        start -= 1
    while end < len(lines) and _is_back(lines, end):
        end += 1
    return start, end


def _without_back(lines: Sequence[Clean]) -> tuple[tuple[Clean, ...], tuple[Clean, ...]]:
    """The lines up to the signature, and those from there on.

    Names of bodies without a date below them are a signature only below a full stop: a list of schools is text."""
    imprint = (n for n, line in enumerate(lines) if not line.line.cells and IMPRINT.search(line.text))
    start = end = next(imprint, len(lines))
    while start and _is_back(lines, start - 1):
        start -= 1
    undated = all(is_signature(line.text) for line in lines[start:end])
    if undated and not (start and lines[start - 1].text.endswith("。") and end - start <= LONGEST_UNDATED):
        start = end
    return tuple(lines[:start]), tuple(lines[start:])
