"""Which sentences of two documents mean the same to an embedder, whatever words they use.

Such a pair counts like a known measure that both name (`sentences`). THRESHOLD and SCALE are unmeasured: no model was
at hand when they were chosen, and each model spreads its cosines in its own way. To measure them for a model, pass
`LocalModel(folder)` to `link_between` in bench/linking.py, try thresholds from 0.7 to 0.95, and keep the one with the
best F1 among those with which the precision is not below that without a model.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import mul

from loaders.alignment import SPREAD
from loaders.embedding import Embedder
from loaders.localise import PLACE
from loaders.sentences import SILENT, Place, Sentences
from loaders.wording import telling

THRESHOLD = 0.85  # cosine
SCALE = 0.7  # beside 1 for a known measure that both name: a model errs where a list of measures does not
FEWEST_CHARACTERS = 8  # that say something: slogans and headings mean the same in all documents
DOCUMENTS_KEPT = 256  # turned into vectors, so that one is not for each pair

Vector = tuple[float, ...]


def near(
    embedder: Embedder, sources: Sequence[Sentences], targets: Sequence[Sentences], apart: Collection[str] = ()
) -> Mapping[Place, Mapping[Place, float]]:
    """For each sentence of the clauses below the sentences above that mean the same, with what that weighs: 1 is a
    known measure that both name. It weighs less where sentences of several clauses above mean the same. The clauses
    below with an id in `apart` are left out: closing sections mean the same in all documents."""
    below, above = _texts(sources, apart), _texts(targets)
    if not below or not above:
        return {}
    vectors = list(zip(above, _vectors(embedder, tuple(above.values())), strict=True))
    found = {}
    for place, vector in zip(below, _vectors(embedder, tuple(below.values())), strict=True):
        cosines = {other: sum(map(mul, vector, over)) for other, over in vectors}
        alike = {other: cosine for other, cosine in cosines.items() if cosine >= THRESHOLD}
        spread = len({clause for clause, _ in alike}) ** -SPREAD if alike else 0.0
        found[place] = {other: SCALE * min(cosine, 1.0) * spread for other, cosine in alike.items()}
    return found


def _texts(clauses: Sequence[Sentences], apart: Collection[str] = ()) -> dict[Place, str]:
    """The sentences that are compared, by place."""
    ranked = ((rank, item) for rank, item in enumerate(clauses) if item.passage.clause.id not in apart)
    return {(rank, sentence): text for rank, item in ranked for sentence, text in _measures(item)}


def _measures(clause: Sentences) -> Iterator[tuple[int, str]]:
    """The sentences of a clause that say something, by rank."""
    for sentence, (start, end) in clause.spans.items():
        text = clause.passage.plain.text[start:end]
        if sum(character not in SILENT for character in telling(text)) >= FEWEST_CHARACTERS:
            yield sentence, text.replace(PLACE, "")


@lru_cache(maxsize=DOCUMENTS_KEPT)
def _vectors(embedder: Embedder, texts: tuple[str, ...]) -> tuple[Vector, ...]:
    """The vectors of these texts, of length one."""
    return tuple(map(_unit, embedder.embed(texts)))


def _unit(vector: Sequence[float]) -> Vector:
    length = math.sqrt(sum(map(mul, vector, vector))) or 1.0
    return tuple(number / length for number in vector)
