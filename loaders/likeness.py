"""How alike the clauses of two documents are as wholes: the cosine of their strings of two and three characters, each
weighed by how rare it is in the two documents.

It says what a clause is about. Whether two clauses share a measure, their sentences say (`sentences`).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from loaders.wording import MARKS

LENGTHS = (2, 3)  # characters
PARTS = re.compile(rf"[^{re.escape(MARKS)}\s]+")
TEXTS_KEPT = 4096  # counted once, not for each pair of documents

LEAST = 0.12  # likeness below which nothing is the most alike

Vector = Mapping[str, float]


@lru_cache(maxsize=TEXTS_KEPT)
def grams(text: str) -> Counter[str]:
    """The strings of two and three characters between the marks of a text made comparable, with their numbers."""
    return Counter(gram for part in PARTS.findall(text) for gram in _cut(part))


def _cut(part: str) -> Iterator[str]:
    for length in LENGTHS:
        for start in range(len(part) - length + 1):
            yield part[start : start + length]


class Likeness:
    """The likeness, 0 to 1, of each text of one document with each of another."""

    def __init__(self, sources: Sequence[str], targets: Sequence[str]) -> None:
        rarity = _rarity([grams(text) for text in (*sources, *targets)])
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for rank, text in enumerate(targets):
            for gram, weight in _vector(grams(text), rarity).items():
                postings[gram].append((rank, weight))
        self._rows = [_dot(_vector(grams(text), rarity), postings) for text in sources]
        self._row_best = [max(row.values(), default=0.0) for row in self._rows]
        self._column_best: dict[int, float] = defaultdict(float)
        for row in self._rows:
            for rank, value in row.items():
                self._column_best[rank] = max(self._column_best[rank], value)

    def of(self, source: int, target: int) -> float:
        """The likeness of the texts of these ranks."""
        return self._rows[source].get(target, 0.0)

    def among_targets(self, source: int, target: int) -> float:
        """Their likeness as a share of that of the source with the target that is most like it."""
        return self.of(source, target) / max(self._row_best[source], LEAST)

    def among_sources(self, source: int, target: int) -> float:
        """Their likeness as a share of that of the target with the source that is most like it."""
        return self.of(source, target) / max(self._column_best[target], LEAST)


def _rarity(texts: Sequence[Counter[str]]) -> dict[str, float]:
    """For each string the logarithm of how rare it is, smoothed by one text that holds all."""
    holding = Counter(gram for counts in texts for gram in counts)
    return {gram: math.log((1 + len(texts)) / (1 + number)) + 1 for gram, number in holding.items()}


def _vector(counts: Counter[str], rarity: Mapping[str, float]) -> Vector:
    """The weights of the strings of a text, of length one."""
    weights = {gram: (1 + math.log(number)) * rarity[gram] for gram, number in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {gram: weight / length for gram, weight in weights.items()}


def _dot(vector: Vector, postings: Mapping[str, Sequence[tuple[int, float]]]) -> dict[int, float]:
    products: dict[int, float] = defaultdict(float)
    for gram, weight in vector.items():
        for rank, other in postings.get(gram, ()):
            products[rank] += weight * other
    return products
