"""How right the links of a tool are: precision, recall, F1, the best threshold, and how far to believe a score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from link_pairs import Link, Pair

Scores = Mapping[Link, float]
"""What a tool says of pairs of clauses; of the others it says nothing."""

Scored = Sequence[tuple[Pair, Scores]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Links that are right, extra and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of the links made that are right; 1 where none is made."""
        made = self.right + self.extra
        return self.right / made if made else 1.0

    @property
    def recall(self) -> float:
        """The share of the links wanted that are made; 1 where none is wanted."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 where no link is made or wanted."""
        all_of_them = 2 * self.right + self.extra + self.missed
        return 2 * self.right / all_of_them if all_of_them else 1.0


def counts(pair: Pair, scores: Scores, threshold: float) -> Counts:
    """How the links from this score on stand to those wanted; a link that may be either counts neither way."""
    made = {link for link, score in scores.items() if score >= threshold}
    right = len(made & pair.wanted)
    return Counts(right, len(made - pair.wanted - pair.either), len(pair.wanted) - right)


def total(scored: Scored, threshold: float) -> Counts:
    """The counts over all pairs."""
    return sum((counts(pair, scores, threshold) for pair, scores in scored), Counts())


def best_threshold(scored: Scored) -> float:
    """The score from which on links give the best F1 over these pairs, chosen on the answers; infinite where any link
    would be wrong."""
    wanted = sum(len(pair.wanted) for pair, _ in scored)
    best, threshold, right, made = 0.0, float("inf"), 0, 0
    for score, same in groupby(sorted(judged(scored), reverse=True), key=lambda one: one[0]):
        hits = [hit for _, hit in same]
        right, made = right + sum(hits), made + len(hits)
        if (f1 := 2 * right / (made + wanted)) > best:
            best, threshold = f1, score
    return threshold


def judged(scored: Scored) -> list[tuple[float, bool]]:
    """Each score, and whether it is of a link; those that may be either are left out."""
    return [
        (score, link in pair.wanted)
        for pair, scores in scored
        for link, score in scores.items()
        if link not in pair.either
    ]


def mean_f1(scored: Scored, threshold: float | None = None) -> float:
    """The mean F1 of the pairs of documents that have links, each with the threshold that is best for it where none is
    given; 1 where no pair has a link."""
    chosen = [one for one in scored if one[0].wanted]
    found = [counts(*one, best_threshold([one]) if threshold is None else threshold).f1 for one in chosen]
    return sum(found) / len(found) if found else 1.0


@dataclass(frozen=True, slots=True)
class Tenth:
    """The links with scores in one tenth: how many, their mean score, and the share that is right."""

    count: int
    said: float
    right: float


def tenths(judged: Iterable[tuple[float, bool]]) -> list[Tenth | None]:
    """How scores, 0 to 1, stand to what is right, by tenths; None for a tenth without a score."""
    found: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for score, right in judged:
        found[min(9, int(score * 10))].append((score, right))
    return [_tenth(one) if one else None for one in found]


def _tenth(judged: Sequence[tuple[float, bool]]) -> Tenth:
    size = len(judged)
    return Tenth(size, sum(score for score, _ in judged) / size, sum(right for _, right in judged) / size)
