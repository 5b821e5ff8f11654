"""In what order the boxes of a layer stand, so that few links cross.

Sweeps to and fro put each box near the mean of what it is linked to in the layer before (Sugiyama, Tagawa and Toda
1981); what crosses least of all sweeps is kept, and the order that was given is the first.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

SWEEPS = 12  # to and fro; afterwards nothing gets better on the cascades of bench and sample
Segment = tuple[str, str]
"""Two neighbours in adjacent layers, the one of the lower layer first."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together in a layer: the boxes of a document, or one point of a long link (without a name)."""

    name: str
    members: tuple[str, ...]
    steady: bool = False


Layer = tuple[Block, ...]


def ordered(layers: Sequence[Layer], segments: Iterable[Segment]) -> list[Layer]:
    """The layers with their blocks, and the members of each block that is not steady, in an order of few crossings."""
    joined, best = list(segments), list(layers)
    least, now = crossings(best, joined), list(best)
    before, after = _neighbours(joined, 1), _neighbours(joined, 0)
    for sweep in range(SWEEPS):
        if not least:
            break
        way = range(1, len(now)) if sweep % 2 == 0 else range(len(now) - 2, -1, -1)
        step, near = (-1, before) if sweep % 2 == 0 else (1, after)
        for index in way:
            now[index] = _sorted(now[index], near, _places(now[index + step]))
        count = crossings(now, joined)
        if count < least:
            best, least = list(now), count
    return best


def crossings(layers: Sequence[Layer], segments: Iterable[Segment]) -> int:
    """How many pairs of segments cross."""
    layer_of = {id: rank for rank, layer in enumerate(layers) for id in _places(layer)}
    place = {id: rank for layer in layers for id, rank in _places(layer).items()}
    gaps: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for low, high in segments:
        gaps[layer_of[low]].append((place[low], place[high]))
    return sum(_inversions(pairs) for pairs in gaps.values())


def _inversions(pairs: Iterable[tuple[int, int]]) -> int:
    seen: list[int] = []
    count = 0
    for _, high in sorted(pairs):
        count += len(seen) - bisect_right(seen, high)
        insort(seen, high)
    return count


def _places(layer: Layer) -> dict[str, int]:
    return {id: rank for rank, id in enumerate(id for block in layer for id in block.members)}


def _neighbours(segments: Iterable[Segment], end: int) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for segment in segments:
        found[segment[end]].append(segment[1 - end])
    return found


def _sorted(layer: Layer, near: Mapping[str, Sequence[str]], places: Mapping[str, int]) -> Layer:
    """A layer by the mean place of what its boxes are linked to; what is linked to nothing keeps its own."""
    own, scale = _places(layer), len(places) / max(1, len(_places(layer)))

    def wish(id: str) -> float:
        linked = near.get(id, ())
        return sum(places[other] for other in linked) / len(linked) if linked else own[id] * scale

    def block_wish(block: Block) -> float:
        linked = [id for id in block.members if near.get(id)] or block.members
        return sum(map(wish, linked)) / len(linked)

    blocks = [
        block if block.steady else replace(block, members=tuple(sorted(block.members, key=wish))) for block in layer
    ]
    return tuple(sorted(blocks, key=block_wish))
