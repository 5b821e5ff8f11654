"""Where two clauses say the same: their common runs of characters, and what these weigh.

A common run is a maximal string that stands in both clauses, read without places and levels (`localise`). It weighs
what its words weigh (`wording`), less RUN_COST, less when other clauses of the upper document hold it too, and half
when it is no object: in a modifier (重点领域的人才), in a list of groups (面向退役军人等群体的培训), or in words on
the basis of a measure (结合证书制度试点，…). All is computed from the two documents at hand.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from graph.model import Clause, Span
from loaders.localise import HIDDEN, Plain
from loaders.vocabulary import lines
from loaders.wording import BREAK, COMMON_WORD, Piece, Wording

RUN_COST = 1.4
"""One listed word alone says nothing."""

MODIFIER = 0.5
"""Factor of a run that is no object in one of the texts."""

ALONE = 0.5
"""Factor of a listed word that stands alone between marks: a list of bodies says who, not what."""

SPREAD = 1 / 3
"""A run in n clauses of the upper document weighs n ** -SPREAD: half where eight hold it."""

LIST_NAME = 10  # characters: after 等 the name of what is listed (等教学方法), not the rest of the measure

Place = tuple[int, int]  # rank of a clause, offset in its compared text


@dataclass(frozen=True)
class Passage:
    """A clause as it is compared."""

    clause: Clause
    plain: Plain

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """For each character the rank of its sentence."""
        ranks, rank = [], 0
        for char in self.plain.text:
            ranks.append(rank)
            rank += char in BREAK
        return tuple(ranks)

    def original(self, start: int, end: int) -> Span:
        """The span of the clause where [start, end) of the compared text stands."""
        return self.clause.span(*self.plain.original(start, end))


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """A common run: [source, source + length) and [target, target + length) of the compared texts."""

    weight: float
    source: int
    target: int
    length: int
    text: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of each clause, by rank, with their common runs that do not overlap, heaviest first."""

    source: int
    target: int
    weight: float
    runs: tuple[Run, ...]


class Alignment:
    """The common runs of the clauses of two documents."""

    def __init__(self, sources: Sequence[Passage], targets: Sequence[Passage], wording: Wording) -> None:
        self.sources, self.targets, self._wording = sources, targets, wording
        self._source_words = [_word_starts(passage.plain.text, wording) for passage in sources]
        self._target_words = [_word_starts(passage.plain.text, wording) for passage in targets]
        self._weights: dict[str, tuple[float, int, int]] = {}
        self._spread: dict[str, float] = {}

    def by_source(self) -> list[dict[int, tuple[Match, ...]]]:
        """For each clause below, the clauses above with which it has common runs, by rank, with the matches of their
        sentences, the heaviest first."""
        index = _bigrams(self.targets)
        return [self._matches(rank, source, index) for rank, source in enumerate(self.sources)]

    def _matches(self, rank: int, source: Passage, index: dict[str, list[Place]]) -> dict[int, tuple[Match, ...]]:
        found: dict[int, list[Run]] = defaultdict(list)
        for start, (other, begin), length in _common(source.plain.text, self.targets, index):
            if run := self._run((rank, start), (other, begin), length):
                found[other].append(run)
        return {other: _by_sentence(source, self.targets[other], found[other]) for other in sorted(found)}

    def _run(self, source: Place, target: Place, length: int) -> Run | None:
        """The run without words that it cuts in two at its ends; None when nothing is left that weighs."""
        text, other = self.sources[source[0]].plain.text, self.targets[target[0]].plain.text
        if length == 2 and self._weigh(text[source[1] : source[1] + 2])[0] <= 0:
            return None  # most runs are such, and no shorter part of one is a run
        ahead, behind = 0, length
        for whole, (rank, offset), words in (
            (text, source, self._source_words),
            (other, target, self._target_words),
        ):
            left, right = self._whole_words(whole, words[rank], offset, length)
            ahead, behind = max(ahead, left), min(behind, right)
        if behind - ahead < 2:
            return None
        start, begin = source[1] + ahead, target[1] + ahead
        weight, first, last = self._weigh(text[start : source[1] + behind])
        if weight <= 0:
            return None
        start, begin, length = start + first, begin + first, last - first
        factor = 1.0 if is_object(text, start, length) and is_object(other, begin, length) else MODIFIER
        core = text[start : start + length]
        return Run(weight * factor * self._spread_of(core), start, begin, length, core)

    def _whole_words(self, text: str, words: Sequence[int], offset: int, length: int) -> tuple[int, int]:
        """How far into the run its first whole word begins and its last one ends.

        A word that the run cuts counts as whole where the part inside is a word itself: 建设 of 建设工程.
        """
        left, right, end = 0, length, offset + length
        if words[offset] != offset:
            left = next((i for i in range(length) if words[offset + i] == offset + i), length)
            left = 0 if self._wording.knows(text[offset : offset + left]) else left
        if end < len(words) and words[end] != end:
            right = max(words[end] - offset, 0)
            right = length if self._wording.knows(text[offset + right : end]) else right
        return left, right

    def _weigh(self, text: str) -> tuple[float, int, int]:
        """The weight of a run, and the part of it from the first to the last word that weighs."""
        if text not in self._weights:
            pieces = [piece for piece in self._wording.pieces(text) if piece.weight]
            first, last = (pieces[0].start, pieces[-1].end) if pieces else (0, 0)
            self._weights[text] = sum(map(_in_company, pieces, *_neighbours(pieces))) - RUN_COST, first, last
        return self._weights[text]

    def _spread_of(self, text: str) -> float:
        if text not in self._spread:
            clauses = sum(text in passage.plain.text for passage in self.targets)
            self._spread[text] = max(clauses, 1) ** -SPREAD
        return self._spread[text]


def _neighbours(pieces: Sequence[Piece]) -> tuple[list[bool], list[bool]]:
    """For each piece whether another one ends where it begins, and whether one begins where it ends."""
    joined = [one.end == other.start for one, other in pairwise(pieces)]
    return [False, *joined], [*joined, False]


def _in_company(piece: Piece, before: bool, after: bool) -> float:
    """The weight of a word in its run: a listed word alone between marks says half (政府、行业、企业)."""
    return piece.weight if before or after or piece.weight != COMMON_WORD else piece.weight * ALONE


def _word_starts(text: str, wording: Wording) -> list[int]:
    """For each character where its word begins."""
    return [piece.start for piece in wording.pieces(text) for _ in range(piece.start, piece.end)]


def _bigrams(passages: Sequence[Passage]) -> dict[str, list[Place]]:
    """Where each pair of characters stands that no break parts."""
    index: dict[str, list[Place]] = defaultdict(list)
    for rank, passage in enumerate(passages):
        text = passage.plain.text
        for offset in range(len(text) - 1):
            if text[offset] not in BREAK and text[offset + 1] not in BREAK:
                index[text[offset : offset + 2]].append((rank, offset))
    return index


def _common(text: str, targets: Sequence[Passage], index: dict[str, list[Place]]) -> Iterator[tuple[int, Place, int]]:
    """The maximal common runs of `text` with all targets: offset, place in the target, length."""
    for start in range(len(text) - 1):
        for rank, begin in index.get(text[start : start + 2], ()):
            other = targets[rank].plain.text
            if start and begin and text[start - 1] == other[begin - 1] and text[start - 1] not in BREAK:
                continue  # part of a run found before
            length = 2
            while (
                start + length < len(text)
                and begin + length < len(other)
                and text[start + length] == other[begin + length]
                and text[start + length] not in BREAK
            ):
                length += 1
            yield start, (rank, begin), length


def _by_sentence(source: Passage, target: Passage, runs: list[Run]) -> tuple[Match, ...]:
    groups: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs:
        groups[source.sentences[run.source], target.sentences[run.target]].append(run)
    matches = [_match(*place, group) for place, group in groups.items()]
    return tuple(sorted(matches, key=lambda match: (-match.weight, match.runs)))


def _match(source: int, target: int, runs: list[Run]) -> Match:
    """The heaviest runs that overlap in neither text; what is said twice counts once."""
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.weight, run)):
        if not any(_overlap(run, other) or run.text in other.text for other in kept):
            kept.append(run)
    return Match(source, target, sum(run.weight for run in kept), tuple(kept))


def _overlap(one: Run, other: Run) -> bool:
    return (one.source < other.source + other.length and other.source < one.source + one.length) or (
        one.target < other.target + other.length and other.target < one.target + one.length
    )


AFTER = re.compile(
    rf"""
    [”’》）]*(?:（[^（）]*）)?(?:{"|".join(sorted(lines("measure_heads.txt"), key=len, reverse=True))})*[”’》）]*
    (?P<end> $ | [，。；：！{HIDDEN}] | 、 | 等(?!级|次) | [和与及或](?!其) | 以及 )
    """,
    re.VERBOSE,
)
BASIS = re.compile("|".join(lines("basis_words.txt")))
SUCH_AS = re.compile("(?<![高中初同平均上下优])等(?![级次于同待])")  # not that of 高等, 中等, 等级, 等于


def is_object(text: str, start: int, length: int) -> bool:
    """Whether [start, start + length) ends what is to be done: 建设示范性职业教育集团，

    No objects are modifiers (建设|数字经济|重点领域急需专业), members of a list of groups or aspects
    (面向退役军人、|农民工|等群体的培训; 对产教融合、|校企合作|等情况开展评价) and words on the basis
    (结合|学分银行|试点工作，…). A list of means or measures is one (推行|项目教学|、案例教学等教学方法).
    """
    part = re.split(f"[，{BREAK}]", text[:start])[-1]
    sentence = re.split(f"[{BREAK}]", text[start + length :])[0]
    if BASIS.match(part or text[start : start + length]) and "，" in sentence:
        return False
    after = AFTER.match(text, start + length)
    if not after:
        return False
    if after["end"] in ("、", "等", "和", "与", "及", "或", "以及"):
        rest = re.split(f"[，{BREAK}]", text[after.end() - 1 :])[0]
        _, *names = SUCH_AS.split(rest, maxsplit=1)
        name = names[0] if names else ""
        return not name or (len(name) <= LIST_NAME and name.endswith(tuple(lines("measure_heads.txt"))))
    return True
