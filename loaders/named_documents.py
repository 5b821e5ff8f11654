"""The documents that a text names, by title in 《》, by number, or by both.

《国家职业教育改革实施方案》（国发〔2019〕4号）; 豫政〔2021〕2号《关于…的意见》; 国人部发【2007】96号规定;
《〈…意见〉任务分工》, one title with a name inside. Titles stand between 《》 by GB/T 15834, names inside them between
〈〉, which many write 《》 or <>.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.citing import number_key
from graph.ids import document_id
from loaders.written_numbers import WrittenNumber, read_numbers

LONGEST = 160  # characters of a title; a longer one has lost its 》
OPENING, CLOSING = "（(〔﹝[［【", "）)〕﹞]］】"
BRACKET = re.compile(rf"\s*[{re.escape(OPENING)}]")
BEFORE_ATTACHED = re.compile(r"(?:[^（）()]*[，,；;])?(?![^，,]*[见原废替])[^，,；;（）()]{0,14}")
"""What may stand between the bracket behind a title and its number: nothing, 以下简称《…》，; not 见 or 废止."""
BETWEEN = re.compile(r"\s*(?:文|文件|号文)?[：:]?\s*")


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document as the text names it, at [start, end); `parts` are the spans of its title and its number."""

    start: int
    end: int
    title: str | None
    number: str | None
    parts: tuple[tuple[int, int], ...]

    @property
    def target(self) -> str:
        """The id of the document: its number, else its title; "" where neither tells it from others."""
        return document_id(number_key(self.number), self.title or "")


def find_named(text: str) -> tuple[NamedDocument, ...]:
    """The documents that the text names, in order."""
    titles = list(title_spans(text))
    numbers = _outside(read_numbers(text), titles)
    starts = [number.start for number in numbers]
    found: list[NamedDocument] = []
    taken: set[int] = set()
    for start, end in titles:
        at = bisect_left(starts, end)
        number = _behind(text, end, numbers[at : at + 1]) or _ahead(text, start, numbers[max(at - 1, 0) : at])
        taken |= {number.start} if number else set()
        found.append(_titled(text, start, end, number))
    free = (number for number in numbers if number.start not in taken)
    found += [NamedDocument(n.start, n.end, None, str(n.number), ((n.start, n.end),)) for n in free]
    return tuple(sorted(found, key=lambda item: item.start))


def _outside(numbers: Sequence[WrittenNumber], titles: Sequence[tuple[int, int]]) -> list[WrittenNumber]:
    """The numbers that stand in no title."""
    ends = [end for _, end in titles]
    next_titles = (titles[bisect_right(ends, number.start) :][:1] for number in numbers)
    return [
        number for number, title in zip(numbers, next_titles, strict=True) if not title or title[0][0] >= number.end
    ]


def title_spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the outermost titles, 《 to 》; a 《 without its 》 is passed over."""
    position = 0
    while (start := text.find("《", position)) >= 0:
        end = _closing(text, start)
        if end:
            yield start, end
        position = end or start + 1


def _closing(text: str, start: int) -> int | None:
    """The end of the title that begins at `start`, names inside it passed over; None where there is none."""
    depth = 0
    for position in range(start, min(len(text), start + LONGEST)):
        char = text[position]
        depth += (char == "《") - (char == "》")
        if depth == 0:
            return position + 1
        if char in "。\n":
            return None
    return None


def _behind(text: str, end: int, numbers: Sequence[WrittenNumber]) -> WrittenNumber | None:
    """The number in the bracket behind a title, or right behind it; `numbers` holds the next one at most."""
    bracket = BRACKET.match(text, end)
    start = bracket.end() if bracket else end
    number = next((number for number in numbers if start <= number.start < start + LONGEST), None)
    if not number or (bracket and _bracket_end(text, start) <= number.start):
        return None
    between = re.sub(r"《[^》]*》", "", text[start : number.start])
    return number if (BEFORE_ATTACHED.fullmatch(between) if bracket else not between.strip()) else None


def _bracket_end(text: str, start: int) -> int:
    """Where the bracket closes whose content begins at `start`; far away where it does not."""
    depth = 1
    for position in range(start, min(len(text), start + 2 * LONGEST)):
        depth += (text[position] in OPENING) - (text[position] in CLOSING)
        if depth == 0:
            return position
    return len(text)


def _ahead(text: str, start: int, numbers: Sequence[WrittenNumber]) -> WrittenNumber | None:
    """The number right before a title: 豫政〔2021〕2号文件《关于…的意见》; `numbers` holds the last one at most."""
    return next(
        (number for number in numbers if number.end <= start and BETWEEN.fullmatch(text, number.end, start)), None
    )


def _titled(text: str, start: int, end: int, number: WrittenNumber | None) -> NamedDocument:
    title = re.sub(r"\s+", "", text[start + 1 : end - 1])
    if not number:
        return NamedDocument(start, end, title, None, ((start, end),))
    last = number.end + (text[number.end : number.end + 1] in tuple(CLOSING))
    parts = tuple(sorted(((start, end), (number.start, number.end))))
    return NamedDocument(min(start, number.start), max(end, last), title, str(number.number), parts)
