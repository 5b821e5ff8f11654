"""Which sentences of two clauses speak of the same measure, and how much they have in common.

A pair of sentences counts what its common runs weigh (`alignment`), the rare characters that both hold side by side,
and the known measures that both name (`known_measures`). All is computed from the two documents at hand.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Literal

from loaders.alignment import MODIFIER, SPREAD, Match, Passage, is_object
from loaders.known_measures import Kind, Naming, namings
from loaders.wording import BREAK, MARKS, general_wording

SILENT = frozenset(MARKS + "0123456789.%％ ")
SLOGAN = 0.1  # weight of a character of a slogan beside 1 for one of a word that is in no list
OVERLAP, NAMED, BROAD = 0.5, 1.8, 0.9  # what the signs of a pair of sentences weigh beside a common run

Place = tuple[int, int]  # rank of a clause, rank of its sentence
Sign = Kind | Literal["meaning"]
"""What says that two sentences speak of one measure: both name it, or they mean the same (`meaning`)."""
NONE_NEAR: Mapping[Place, Mapping[Place, float]] = MappingProxyType({})


@dataclass(frozen=True)
class Sentences:
    """The sentences of a clause by rank: their pairs of characters, weighed, and the known measures that they name."""

    passage: Passage

    @cached_property
    def spans(self) -> Mapping[int, tuple[int, int]]:
        """By rank, where the sentence stands in the compared text, its mark at the end left out."""
        text, found = self.passage.plain.text, dict[int, tuple[int, int]]()
        for offset, rank in enumerate(self.passage.sentences):
            if text[offset] not in BREAK:
                found[rank] = found.get(rank, (offset, offset))[0], offset + 1
        return found

    @cached_property
    def pairs(self) -> Mapping[int, Mapping[str, float]]:
        """By rank, the pairs of characters between marks, each with the mean weight of its characters."""
        text, weights = self.passage.plain.text, _character_weights(self.passage.plain.text)
        found: dict[int, dict[str, float]] = defaultdict(dict)
        for start in range(len(text) - 1):
            if text[start] in SILENT or text[start + 1] in SILENT:
                continue
            pairs, weight = found[self.passage.sentences[start]], (weights[start] + weights[start + 1]) / 2
            pairs[text[start : start + 2]] = max(weight, pairs.get(text[start : start + 2], 0.0))
        return found

    @cached_property
    def held(self) -> frozenset[str]:
        """The pairs of all sentences."""
        return frozenset(chain.from_iterable(self.pairs.values()))

    @cached_property
    def named(self) -> Mapping[int, Mapping[str, Naming]]:
        """By rank, the known measures that the sentence names, each where it is the object of what is to be done, if it
        is that anywhere."""
        text = self.passage.plain.text
        found: dict[int, dict[str, Naming]] = defaultdict(dict)
        for naming in sorted(namings(text), key=lambda naming: -weight_of(naming, text)):
            found[self.passage.sentences[naming.start]].setdefault(naming.name, naming)
        return found


def _character_weights(text: str) -> list[float]:
    """What each character says: 1 where its word is in no list, SLOGAN where the word says nothing."""
    weights = [0.0] * len(text)
    for piece in general_wording().pieces(text):
        weight = min(1.0, piece.weight / (piece.end - piece.start)) if piece.weight else SLOGAN
        weights[piece.start : piece.end] = [weight] * (piece.end - piece.start)
    return weights


def weight_of(naming: Naming, text: str) -> float:
    """1 where the measure is the object of what is to be done, half where it only tells which (社区教育经费)."""
    return 1.0 if is_object(text, naming.start, naming.end - naming.start) else MODIFIER


@dataclass(frozen=True, slots=True)
class Shared:
    """A known measure that two sentences name; `weight` is 1 where it is the object in both and no other clause above
    names it. Of kind meaning, the sentences themselves, without a name."""

    weight: float
    kind: Sign
    source: Naming
    target: Naming


@dataclass(frozen=True)
class Meeting:
    """A pair of sentences of two clauses: what their common runs weigh, the rare characters that they share, the known
    measures, heaviest first, and all of it in one number."""

    source: int
    target: int
    match: Match | None
    overlap: float
    shared: tuple[Shared, ...]

    def best(self, kind: Sign) -> float:
        """The weight of the heaviest known measure of this kind; 0 where there is none."""
        return next((item.weight for item in self.shared if item.kind == kind), 0.0)

    @property
    def named(self) -> float:
        """The weight of the heaviest measure that both name, or mean."""
        return max(self.best("named"), self.best("meaning"))

    @property
    def runs(self) -> float:
        """What the common runs weigh."""
        return self.match.weight if self.match else 0.0

    @cached_property
    def value(self) -> float:
        """What the two sentences have in common, in the weight of common runs."""
        words = self.runs + OVERLAP * self.overlap
        return words + NAMED * self.named + BROAD * self.best("broad") if self.shared else words


class Meetings:
    """The meetings of the sentences of two documents; `near` are those that mean the same, with what that weighs."""

    def __init__(
        self,
        sources: Sequence[Sentences],
        targets: Sequence[Sentences],
        near: Mapping[Place, Mapping[Place, float]] = NONE_NEAR,
    ) -> None:
        self._sources, self._targets, self._near = sources, targets, near
        self._rarity = _rarity(sources, targets)
        self._spread = Counter(name for target in targets for name in {*chain(*target.named.values())})
        self._holding: dict[str, list[tuple[Place, float]]] = defaultdict(list)
        self._naming: dict[str, list[Place]] = defaultdict(list)
        for rank, target in enumerate(targets):
            for sentence, pairs in target.pairs.items():
                for pair, weight in pairs.items():
                    self._holding[pair].append(((rank, sentence), weight))
            for sentence, names in target.named.items():
                for name in names:
                    self._naming[name].append((rank, sentence))

    def of(self, rank: int, matches: Mapping[int, Sequence[Match]]) -> dict[int, tuple[Meeting, ...]]:
        """The meetings of the clause of this rank with each clause above, the best first. `matches` are the common runs
        with each."""
        runs = {(one.source, (other, one.target)): one for other, found in matches.items() for one in found}
        overlaps = self._overlaps(rank)
        met: dict[int, list[Meeting]] = defaultdict(list)
        places = runs.keys() | overlaps.keys() | self._namesakes(rank) | self._alike(rank)
        for sentence, (other, above) in sorted(places):
            place = sentence, (other, above)
            shared = self._shared(rank, sentence, other, above)
            met[other].append(Meeting(sentence, above, runs.get(place), overlaps.get(place, 0.0), shared))
        return {other: tuple(sorted(found, key=lambda meeting: -meeting.value)) for other, found in met.items()}

    def _overlaps(self, rank: int) -> dict[tuple[int, Place], float]:
        """How much of the rare each sentence of the clause shares with each sentence above."""
        sums: dict[tuple[int, Place], float] = defaultdict(float)
        for sentence, pairs in self._sources[rank].pairs.items():
            for pair, weight in pairs.items():
                for place, other in self._holding.get(pair, ()):
                    sums[sentence, place] += min(weight, other) * self._rarity[pair]
        return sums

    def _namesakes(self, rank: int) -> set[tuple[int, Place]]:
        named = self._sources[rank].named.items()
        return {(sentence, place) for sentence, names in named for name in names for place in self._naming[name]}

    def _alike(self, rank: int) -> set[tuple[int, Place]]:
        sentences = self._sources[rank].spans if self._near else ()
        return {(sentence, place) for sentence in sentences for place in self._near.get((rank, sentence), ())}

    def _shared(self, rank: int, sentence: int, other: int, above: int) -> tuple[Shared, ...]:
        below, over = self._sources[rank], self._targets[other]
        names, others = below.named.get(sentence, {}), over.named.get(above, {})
        shared = [self._share(below, names[name], over, others[name]) for name in names if name in others]
        if weight := self._near.get((rank, sentence), {}).get((other, above)):
            shared.append(Shared(weight, "meaning", _whole(below, sentence), _whole(over, above)))
        return tuple(sorted(shared, key=lambda item: (-item.weight, item.source.start)))

    def _share(self, below: Sentences, source: Naming, over: Sentences, target: Naming) -> Shared:
        weight = min(weight_of(source, below.passage.plain.text), weight_of(target, over.passage.plain.text))
        return Shared(weight * self._spread[source.name] ** -SPREAD, source.kind, source, target)


def _whole(clause: Sentences, sentence: int) -> Naming:
    return Naming("", "named", *clause.spans[sentence])


def _rarity(sources: Sequence[Sentences], targets: Sequence[Sentences]) -> dict[str, float]:
    """For each pair of characters above, how rare it is among the clauses of both documents: 1 where one of each holds
    it, 0 where all do."""
    below, above = _clauses_holding(sources), _clauses_holding(targets)
    return {pair: (_rare(below[pair], len(sources)) + _rare(above[pair], len(targets))) / 2 for pair in above}


def _clauses_holding(clauses: Sequence[Sentences]) -> Counter[str]:
    return Counter(chain.from_iterable(clause.held for clause in clauses))


def _rare(holding: int, clauses: int) -> float:
    return max(0.0, math.log((clauses + 1) / (holding + 0.5)) / math.log((clauses + 1) / 1.5))
