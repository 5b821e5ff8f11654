"""What the words of a text say: nothing (slogans, particles, numbers), little (words of official language in general
and words that stand everywhere in the documents at hand), or something.

There is no word segmenter: a text is cut into the longest entries of the word lists, and what is left into characters.
"""

import re
import string
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from loaders.localise import HIDDEN, PLACE
from loaders.vocabulary import lines

BREAK = f"。；！？：{HIDDEN}"
"""What parts two measures: no common run goes across."""

MARKS = "，、“”‘’（）《》〈〉〔〕【】—…·+-/'" + PLACE + BREAK

CHARACTER = 1.0
"""Weight of a character of a word that is in no list."""

COMMON_WORD = 1.4
"""Weight of a listed or common word: less than two characters of another."""

NAME_WEIGHT = 2.0
"""Weight of a name in Latin letters (1+X, 5G, STEM)."""

COMMON_SHARE, COMMON_CLAUSES = 0.2, (3, 6)
"""A string in a fifth of a document's clauses, in six of a long and three of a short one, is a word of its subject
(职业教育) and says little."""

TEXTS_KEPT = 4096  # read once, not for each pair of documents

THEME_LENGTH = 4  # characters; shorter parts of a heading are words like others

NUMBER = re.compile(r"[0-9.]+(?:[%％‰]|[个所名门种项家万亿年月日人元次]|人次|学时|课时)*(?:左右|以上|以下)?")
NAME = re.compile(r"[0-9+＋]*[A-Za-z][A-Za-z0-9+＋]*")
BEGINS = frozenset(string.ascii_letters + string.digits + "+＋.")
"""The characters with which a name or a number begins: patterns are not tried elsewhere."""


class Piece(NamedTuple):
    """A word or character of a text, and what it weighs."""

    start: int
    end: int
    weight: float


@cache
def _listed() -> dict[str, float]:
    """The word lists, each word with its weight."""
    general = dict.fromkeys(lines("general_words.txt"), COMMON_WORD)
    return general | dict.fromkeys((*lines("slogans.txt"), *lines("function_words.txt")), 0.0)


@lru_cache(maxsize=TEXTS_KEPT)
def telling(text: str) -> str:
    """`text` with a mark in place of each character of a word that says nothing: slogans, forms of words, numbers."""
    pieces = general_wording().pieces(text)
    return "".join(text[one.start : one.end] if one.weight else "，" * (one.end - one.start) for one in pieces)


class Wording:
    """The word lists and the words that are common in the documents at hand."""

    def __init__(self, common: Iterable[str]) -> None:
        self._weights = dict.fromkeys(common, COMMON_WORD) | _listed()
        self._lengths_by_start = _lengths_by_start(self._weights)

    def knows(self, word: str) -> bool:
        """Whether `word` is listed or common."""
        return word in self._weights

    def pieces(self, text: str) -> Iterator[Piece]:
        """The words and single characters of `text` in order, with their weights."""
        position = 0
        while position < len(text):
            piece = self._piece(text, position)
            yield piece
            position = piece.end

    def _piece(self, text: str, position: int) -> Piece:
        if text[position] in BEGINS:
            if match := NAME.match(text, position):
                return Piece(position, match.end(), NAME_WEIGHT)
            if match := NUMBER.match(text, position):
                return Piece(position, match.end(), 0.0)
        if lengths := self._lengths(text, position):
            length = lengths[0]
            if len(lengths) > 1:
                length = max(lengths, key=lambda length: self._reach(text, position, length))
            return Piece(position, position + length, self._weights[text[position : position + length]])
        return Piece(position, position + 1, 0.0 if text[position] in MARKS else CHARACTER)

    def _lengths(self, text: str, position: int) -> list[int]:
        """The lengths of the words that begin at `position`, the longest first."""
        left, known = len(text) - position, self._lengths_by_start.get(text[position : position + 2], ())
        found = [n for n in known if n <= left and text[position : position + n] in self._weights]
        return [*found, 1] if text[position : position + 1] in self._weights else found

    def _reach(self, text: str, position: int, length: int) -> tuple[int, int]:
        """How far a word and the one after it reach, and how long that is: 职业教育|教师 before 职业教育教|师."""
        after = next(iter(self._lengths(text, position + length)), 1)
        return length + after, after


@cache
def general_wording() -> Wording:
    """The word lists alone."""
    return Wording(())


def _lengths_by_start(words: Iterable[str]) -> dict[str, list[int]]:
    """For each pair of characters the lengths of the words that begin with it, the longest first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for word in words:
        if len(word) > 1:
            lengths[word[:2]].add(len(word))
    return {start: sorted(found, reverse=True) for start, found in lengths.items()}


def common_words(texts: Sequence[str]) -> frozenset[str]:
    """The strings of two to eight characters that stand in a large share of `texts`, each a clause.

    A part of a longer such string is left out unless it stands often without it.
    """
    counts = Counter(gram for text in texts for gram in {*_grams(text)})
    fewest, most = COMMON_CLAUSES
    enough = max(fewest, min(most, COMMON_SHARE * len(texts)))
    often = sorted((gram for gram, count in counts.items() if count >= enough), key=lambda gram: (-len(gram), gram))
    kept: list[str] = []
    for gram in often:
        if not any(gram in longer and counts[longer] > 0.8 * counts[gram] for longer in kept):
            kept.append(gram)
    return frozenset(kept)


def themes(headings: Iterable[str]) -> frozenset[str]:
    """The strings of four to twelve characters in titles and headings of sections: they name a subject, no measure."""
    return frozenset(gram for heading in headings for gram in _grams(heading, THEME_LENGTH, 12))


def _grams(text: str, shortest: int = 2, longest: int = 8) -> Iterator[str]:
    """The strings of a text that neither cross a mark nor begin or end in a particle."""
    particles = _particles()
    for run in re.split(rf"[{re.escape(MARKS)}0-9%％\s]+", text):
        for length in range(shortest, min(longest, len(run)) + 1):
            for start in range(len(run) - length + 1):
                if run[start] not in particles and run[start + length - 1] not in particles:
                    yield run[start : start + length]


@cache
def _particles() -> frozenset[str]:
    return frozenset(word for word in lines("function_words.txt") if len(word) == 1)
