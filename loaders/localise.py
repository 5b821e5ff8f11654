"""Texts of two levels made comparable: places, levels, short forms and punctuation alike, with the way back."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph.ids import region_contains
from graph.model import DocumentFacts
from loaders.regions import LONG_NAME, NATION
from loaders.vocabulary import rows

PLACE = "〇"
"""Stands for a place or for the level of one."""

HIDDEN = "\0"
"""Stands for what is no part of the measure: the bracket that names the units."""

HALF_WIDTH = str.maketrans("(),;:?!%･", "（），；：？！％·")
INSIDE = r"(?:[^（()）]|[（(][^（()）]*[)）])*"  # of a bracket, with brackets in it
UNIT_BRACKET = rf"""
    [（(][^（()）：:]{{0,8}}(?:单位|部门|机关)[：:]{INSIDE}[)）]      # （责任单位：市教育局；配合单位：…）
    | [（(]{INSIDE}(?:牵头|负责|配合|落实)[)）](?=。?$)   # （市教育局牵头，各县（市、区）政府配合）
"""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it is compared; character `i` stands for `[starts[i], ends[i])` of the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of the compared text stands in the original."""
        return self.starts[start], self.ends[end - 1]


def place_names(facts: DocumentFacts) -> tuple[str, ...]:
    """The names of the document's region and of those around it, long and short (浉河区, 浉河), longest first."""
    own = facts.document.region or NATION
    names = {item.name for item in facts.regions if item.code != NATION and region_contains(item.code, own)}
    short = {LONG_NAME.sub("", name) for name in names}
    return tuple(sorted(names | {name for name in short if len(name) > 1}, key=lambda name: (-len(name), name)))


def plain(text: str, places: Iterable[str] = ()) -> Plain:
    """`text` as it is compared.

    A place is 〇 and so is a level (示例市的市级基地, 我省的省级基地: 〇级基地), a short form is written out
    (高职 is 高等职业), the bracket （责任单位：…） is hidden, white space is dropped, punctuation is full width.
    """
    chars: list[tuple[str, int, int]] = []
    for match in _tokens(tuple(places)).finditer(text):
        start, end = match.span()
        for offset, char in enumerate(_reading(match)):
            chars.append((char, min(start + offset, end - 1), end if match.lastgroup == "word" else start + offset + 1))
    return Plain(
        "".join(char for char, _, _ in chars),
        tuple(start for _, start, _ in chars),
        tuple(end for _, _, end in chars),
    )


def _reading(match: re.Match[str]) -> str:
    written = match.group()
    if match.lastgroup == "space":
        return ""
    if match.lastgroup == "units":
        return HIDDEN * len(written)
    if match.lastgroup == "place":
        return PLACE
    if match.lastgroup == "word":
        return _readings()[written]
    return written.translate(HALF_WIDTH)


def spelled_out(text: str) -> Iterator[tuple[int, str]]:
    """The characters of a text with their offsets, short forms written out: 高职 gives 高0 等1 职1 业1."""
    position = 0
    for match in _short_forms().finditer(text):
        yield from enumerate(text[position : match.start()], position)
        for rank, char in enumerate(_readings()[match.group()]):
            yield min(match.start() + rank, match.end() - 1), char
        position = match.end()
    yield from enumerate(text[position:], position)


@cache
def _readings() -> dict[str, str]:
    """As written to as compared, of localisation.tsv and abbreviations.tsv."""
    return {row[0]: row[1] for name in ("localisation.tsv", "abbreviations.tsv") for row in rows(name)}


@cache
def _short_forms() -> re.Pattern[str]:
    return re.compile(_alternatives(rows("abbreviations.tsv")))


@cache
def _tokens(places: tuple[str, ...]) -> re.Pattern[str]:
    words = _alternatives((*rows("localisation.tsv"), *rows("abbreviations.tsv")))
    place = "|".join(map(re.escape, places)) or "(?!)"
    return re.compile(
        rf"(?P<units>{UNIT_BRACKET})|(?P<space>\s+)|(?P<place>{place})|(?P<word>{words})|(?P<rest>.)",
        re.DOTALL | re.VERBOSE,
    )


def _alternatives(entries: Iterable[tuple[str, ...]]) -> str:
    """The first columns as a pattern, the longest first, none before the characters of the third column."""
    longest = sorted(entries, key=lambda row: -len(row[0]))
    return "|".join(f"{row[0]}(?![{row[2]}])" if len(row) > 2 else row[0] for row in longest)
