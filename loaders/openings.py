"""Headings without a number (2024年工作回顾, the title of a second work), where what stands above them ends."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from loaders.joining import ENDS
from loaders.numbering import Mark
from loaders.text import Paragraph

NO_HEADING = re.compile(r"[。；：:;，、！？!?]$|[。；]|^[（(【《]|^(?:注|备注|附|来源|表|图|专栏)|^[^，、]{1,12}[：:]")
KNOWN = re.compile(r"总则|分则|罚则|附则")
"""Headings of statutes that often stand without a number."""
LONGEST = 40
"""Characters of a heading without a number; the titles of works come to this."""
FEWEST = 2
"""Headings that a text with numbers running through them must have: one short line alone may be anything."""


def openings(found: Sequence[Paragraph], depths: Sequence[int]) -> Mapping[int, int]:
    """Which paragraphs are headings without a number that end the clauses above them, as index to the depth from which
    on those end. `depths` are those of the marked paragraphs.

    1. The last heading above a 1 that stands where numbers of its kind have run already: （一） again after （六）.
    2. Headings in a text whose numbers run on below each of them.
    3. 附则 and the like right above a number, which end all.
    """
    marked = [index for index, paragraph in enumerate(found) if paragraph.mark]
    places = dict(zip(marked, depths, strict=True))
    restarts = dict(_before(found, places, _restarts(found, places)))
    running = dict(_before(found, places, _running(found, places), apart=True))
    known = {index - 1: 0 for index in marked if index and _is_known(found[index - 1])}
    return {**(running if len(running) >= FEWEST else {}), **restarts, **known}


def _is_known(paragraph: Paragraph) -> bool:
    return not paragraph.mark and bool(KNOWN.fullmatch(paragraph.passage.text))


def _marks(found: Sequence[Paragraph], places: Mapping[int, int]) -> Iterator[tuple[int, int, Mark]]:
    """Index, depth and mark of each numbered paragraph, bullets left out."""
    for index, depth in places.items():
        mark = found[index].mark
        if mark and mark.kind != "bullet":
            yield index, depth, mark


def _restarts(found: Sequence[Paragraph], places: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The paragraphs that are numbered 1 where their kind stands already, with their depth."""
    seen: dict[int, int] = {}  # depth to the last number there, inside the last number around it
    for index, depth, mark in _marks(found, places):
        if mark.value == 1 and depth in seen:
            yield index, depth
        seen = {place: value for place, value in seen.items() if place <= depth} | {depth: mark.value}


def _running(found: Sequence[Paragraph], places: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The paragraphs whose number follows the last one of their kind, with their depth; the first one too."""
    last: dict[int, int] = {}
    for index, depth, mark in _marks(found, places):
        if mark.value == last.get(depth, 0) + 1 and depth == min(places.values()):
            yield index, depth
        last[depth] = mark.value


def _before(
    found: Sequence[Paragraph], places: Mapping[int, int], numbered: Iterator[tuple[int, int]], *, apart: bool = False
) -> Iterator[tuple[int, int]]:
    """The heading without a number that stands last above each of these paragraphs, with the depth; with `apart` right
    above it, below an ended paragraph."""
    for index, depth in numbered:
        above = takewhile(lambda place: place not in places and not found[place].cells, range(index - 1, -1, -1))
        candidates = [place for place in above if is_heading(found[place])]
        if not candidates or (apart and not (candidates[0] == index - 1 and _ended(found, index - 2))):
            continue
        yield _first_line(found, candidates[0], candidates), depth


def _first_line(found: Sequence[Paragraph], place: int, candidates: Sequence[int]) -> int:
    """The first line of a heading of several: lines that are headings each."""
    while place - 1 in candidates and not ENDS.search(found[place - 1].passage.text):
        place -= 1
    return place


def _ended(found: Sequence[Paragraph], index: int) -> bool:
    return index < 0 or bool(found[index].cells or ENDS.search(found[index].passage.text))


def is_heading(paragraph: Paragraph) -> bool:
    """Whether the paragraph may be a heading without a number: a short line without an end mark."""
    text = paragraph.passage.text
    return not paragraph.mark and 2 <= len(text) <= LONGEST and (_is_known(paragraph) or not NO_HEADING.search(text))
