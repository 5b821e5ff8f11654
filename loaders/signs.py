"""What speaks for a link between two clauses, and the score that follows.

The score is a probability: of the links scored about 0.8 about 80 % are right (bench/linking.py shows how nearly). It
is the logistic of the weighed signs; the weights are data (vocabulary/link_weights.tsv).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from loaders.vocabulary import rows


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a link; 0 is none. vocabulary/link_weights.tsv says what a sign of 1 is."""

    runs: float
    named: float
    quantity: float
    second: float
    nearest: float
    among_targets: float
    among_sources: float

    @property
    def score(self) -> float:
        """The probability of a link, 0 to 1, to three digits."""
        return round(1 / (1 + math.exp(-self.sum)), 3)

    @property
    def sum(self) -> float:
        """The sum of the weighed signs."""
        weights = link_weights()
        return weights["start"] + sum(weights[name] * float(getattr(self, name)) for name in names())


@cache
def names() -> tuple[str, ...]:
    """The names of the signs."""
    return tuple(field.name for field in fields(Signs))


@cache
def link_weights() -> Mapping[str, float]:
    """What each sign weighs."""
    return {name: float(weight) for name, weight, _ in rows("link_weights.tsv")}


def weighed(weight: float) -> float:
    """The sign of a weight without end: twice its logarithm, so that more says less and less."""
    return 2 * math.log1p(weight)
