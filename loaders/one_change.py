"""Differences of words that stand in one part of a copied measure are one change, told once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from loaders.differences import MINOR, Bare, Difference

WORDS = ("scope", "wording")  # a figure, a date or a slip is a change by itself
OTHER_WORDS = 2  # characters on each side that are other words for the same where the rest has only moved


def told_once(found: Iterable[Difference], a: Bare, b: Bare) -> list[Difference]:
    """The differences of one copy in order, those of words in one part as one with the parts of all.

    合作中，学校可从中获得报酬 and 允许学校从合作中获得报酬: what is moved there is neither left out nor added.
    """
    changes: list[list[Difference]] = []
    for item in found:
        if changes and item.kind in WORDS and any(_meet(item, other) for other in changes[-1]):
            changes[-1].append(item)
        else:
            changes.append([item])
    return [_one(items, a, b) for items in changes]


def _meet(one: Difference, other: Difference) -> bool:
    """Whether two differences of words share characters of the parts that show them, in either text."""
    in_a = max(one.a[0], other.a[0]) < min(one.a[1], other.a[1])
    in_b = max(one.b[0], other.b[0]) < min(one.b[1], other.b[1])
    return other.kind in WORDS and (in_a or in_b)


def _one(items: list[Difference], a: Bare, b: Bare) -> Difference:
    """One difference for all of a part: the weightiest, shown by the parts of all; other words where the rest moved."""
    heaviest = min(items, key=lambda item: item.weight != "material")
    if len(items) > 1 and _moved(items, a, b):
        heaviest = replace(heaviest, kind=MINOR[0], weight=MINOR[1])
    return replace(heaviest, a=_around(item.a for item in items), b=_around(item.b for item in items))


def _around(parts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    starts, ends = zip(*parts, strict=True)
    return min(starts), max(ends)


def _moved(items: list[Difference], a: Bare, b: Bare) -> bool:
    """Whether most of what the one text lacks stands at another place of the same part of the other."""
    ours = Counter("".join(a.text[item.gap.a : item.gap.a_end] for item in items))
    copied = Counter("".join(b.text[item.gap.b : item.gap.b_end] for item in items))
    left, added = (ours - copied).total(), (copied - ours).total()
    return max(left, added) <= OTHER_WORDS and (ours & copied).total() > OTHER_WORDS
