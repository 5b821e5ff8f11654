"""The weights of the signs of a link (vocabulary/link_weights.tsv) fitted to known links, and how far a fit can be
trusted on a pair of documents that it has not seen.

Logistic regression with an L2 penalty on all but the start, by Newton's method.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np

from link_pairs import Link, Pair
from link_scores import Counts, Scores, counts
from loaders import implements
from loaders.quantity_evidence import comparisons
from loaders.signs import Signs, names

WEIGHTS = Path(__file__).parents[1] / "loaders/vocabulary/link_weights.tsv"
PENALTY = 1.0
STEPS = 60
SMALL = 1e-6  # step at which a fit is done
FAR = 30.0  # sums beyond this are certain


@dataclass(frozen=True, slots=True)
class Signed:
    """A pair of documents, its pairs of clauses that have anything in common, and their signs after a one."""

    pair: Pair
    links: tuple[Link, ...]
    signs: np.ndarray

    @property
    def judged(self) -> np.ndarray:
        """Which of the pairs of clauses count."""
        return np.array([link not in self.pair.either for link in self.links], dtype=bool)

    @property
    def right(self) -> np.ndarray:
        """Which of the pairs of clauses are links."""
        return np.array([link in self.pair.wanted for link in self.links], dtype=float)


def signs_of(pair: Pair) -> list[tuple[Link, Signs]]:
    """The signs of all pairs of clauses that have anything in common, whatever hinders a link."""
    lower, upper = implements.prepared(pair.source), implements.prepared(pair.target)
    rows = implements.scored(lower, upper, comparisons(pair.source, pair.target))
    return [((ends.below.clause.id, ends.above.clause.id), signs) for row in rows for ends, signs in row]


def signed(pair: Pair) -> Signed:
    """The signs as numbers."""
    found = signs_of(pair)
    numbers = np.array([(1.0, *astuple(signs)) for _, signs in found]).reshape(len(found), len(names()) + 1)
    return Signed(pair, tuple(link for link, _ in found), numbers)


def fit(known: Sequence[Signed]) -> np.ndarray:
    """The weights, the start first."""
    signs = np.vstack([one.signs[one.judged] for one in known])
    right = np.concatenate([one.right[one.judged] for one in known])
    penalty = PENALTY * np.r_[0.0, np.ones(signs.shape[1] - 1)]
    weights = np.zeros(signs.shape[1])
    for _ in range(STEPS):
        said = likely(signs, weights)
        slope = signs.T @ (said - right) + penalty * weights
        bend = (signs * (said * (1 - said))[:, None]).T @ signs + np.diag(penalty + SMALL)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if abs(step).max() < SMALL:
            break
    return weights


def likely(signs: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The probabilities of links."""
    return 1 / (1 + np.exp(-np.clip(signs @ weights, -FAR, FAR)))


def unseen(known: Sequence[Signed]) -> list[tuple[Pair, Scores]]:
    """What each pair of documents scores with weights fitted to all the others."""
    scored = []
    for one in known:
        weights = fit([other for other in known if other is not one])
        scored.append((one.pair, dict(zip(one.links, likely(one.signs, weights).tolist(), strict=True))))
    return scored


def at_proposed(scored: Iterable[tuple[Pair, Scores]]) -> list[tuple[str, Counts]]:
    """Each pair of documents with the counts of links scored as our linker proposes them."""
    return [(pair.name, counts(pair, scores, implements.PROPOSED)) for pair, scores in scored]


def written(weights: Sequence[float]) -> str:
    """The weights in the form of the file, its comments and remarks kept."""
    fitted = dict(zip(("start", *names()), weights, strict=True))
    lines = []
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, remark = line.split("\t")
            line = f"{name}\t{fitted[name]:.1f}\t{remark}"  # noqa: PLW2901  # the line anew
        lines.append(line)
    return "\n".join(lines) + "\n"
