"""How much of one text stands in another word for word, and where."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from loaders.localise import HIDDEN

TEXTS_KEPT = 4096  # cut once, not for each text that they are compared with
LENGTH = 4  # characters in a row that count as restated; shorter ones meet by chance
MEASURE = re.compile(r"[^。；;！？!?]+")
SILENT = re.compile(rf"[，、。；：！？“”‘’（）《》{HIDDEN}]+")


def measures(text: str) -> Iterator[tuple[int, int]]:
    """The measures of a clause as [start, end): what stands between 。 and ；, full or half width."""
    for match in MEASURE.finditer(text):
        if SILENT.sub("", match.group()):
            yield match.span()


@lru_cache(maxsize=TEXTS_KEPT)
def grams(text: str) -> frozenset[str]:
    """The strings of LENGTH characters of a text, punctuation left out."""
    bare = SILENT.sub("", text)
    return frozenset(bare[start : start + LENGTH] for start in range(len(bare) - LENGTH + 1))


def restated(text: str, other: frozenset[str]) -> float:
    """The share of the characters of `text` that stand in the same company in the text of the grams `other`."""
    bare = SILENT.sub("", text)
    if len(bare) < LENGTH:
        return 0.0
    shared = [False] * len(bare)
    for start in range(len(bare) - LENGTH + 1):
        if bare[start : start + LENGTH] in other:
            shared[start : start + LENGTH] = [True] * LENGTH
    return sum(shared) / len(bare)


def blocks(text: str, other: str, shortest: int) -> list[tuple[int, int, int]]:
    """The passages of at least `shortest` characters that both texts hold in the same order: start, start, length."""
    matcher = SequenceMatcher(None, text, other, autojunk=False)
    return [(a, b, size) for a, b, size in matcher.get_matching_blocks() if size >= shortest]
