"""The documents that a text names, by title in 《》, by number, or by both.

《国家职业教育改革实施方案》（国发〔2019〕4号）; 豫政〔2021〕2号《关于…的意见》; 国人部发【2007】96号规定;
《〈…意见〉任务分工》, one title with a name inside. Titles stand between 《》 by GB/T 15834, names inside them between
〈〉, which many write 《》 or <>.
"""

import re
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
BETWEEN = re.compile(r"\s*(?:文|文件|号文)?[：:]?\s*$")


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
    free = [
        number
        for number in read_numbers(text)
        if not any(start < number.end and number.start < end for start, end in titles)
    ]
    found: list[NamedDocument] = []
    for start, end in titles:
        number = _behind(text, end, free) or _ahead(text, start, free)
        free = [other for other in free if other is not number]
        found.append(_titled(text, start, end, number))
    found += [NamedDocument(n.start, n.end, None, str(n.number), ((n.start, n.end),)) for n in free]
    return tuple(sorted(found, key=lambda item: item.start))


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
    """The number in the bracket behind a title, or right behind it."""
    bracket = BRACKET.match(text, end)
    start = bracket.end() if bracket else end
    stop = _bracket_end(text, start) if bracket else len(text)
    number = next((number for number in numbers if start <= number.start < stop), None)
    if not number:
        return None
    between = re.sub(r"《[^》]*》", "", text[start : number.start])
    return number if (BEFORE_ATTACHED.fullmatch(between) if bracket else not between.strip()) else None


def _bracket_end(text: str, start: int) -> int:
    """Where the bracket closes whose content begins at `start`; the end of the text where it never does."""
    depth = 1
    for position in range(start, len(text)):
        depth += (text[position] in OPENING) - (text[position] in CLOSING)
        if depth == 0:
            return position
    return len(text)


def _ahead(text: str, start: int, numbers: Sequence[WrittenNumber]) -> WrittenNumber | None:
    """The number right before a title: 豫政〔2021〕2号文件《关于…的意见》."""
    return next((number for number in numbers if number.end <= start and BETWEEN.match(text[number.end : start])), None)


def _titled(text: str, start: int, end: int, number: WrittenNumber | None) -> NamedDocument:
    title = re.sub(r"\s+", "", text[start + 1 : end - 1])
    if not number:
        return NamedDocument(start, end, title, None, ((start, end),))
    last = number.end + (text[number.end : number.end + 1] in tuple(CLOSING))
    parts = tuple(sorted(((start, end), (number.start, number.end))))
    return NamedDocument(min(start, number.start), max(end, last), title, str(number.number), parts)
