"""How high each block of a layer stands: near what it is linked to, in the order given, and with no overlap.

For each layer the sum of squared distances from the wished places is least (pool adjacent violators).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

SWEEPS = 6
ROOM = 1.25  # heights of the tallest layer that a picture may have: else what hangs on one box drifts ever further


@dataclass(frozen=True, slots=True)
class Stack:
    """A block with its size: `middles` are the heights of its members' middles below its top."""

    members: tuple[str, ...]
    middles: tuple[float, ...]
    height: float
    gap: float  # to the block below


def placed(
    layers: Sequence[Sequence[Stack]], neighbours: Mapping[str, Iterable[str]], below: float = inf
) -> list[list[float]]:
    """The tops of the blocks of each layer; the topmost of all is 0. No block wishes to be further `below` the first of
    what it is linked to: who looks at a tall picture from its top finds both."""
    room = ROOM * max((_height(layer) for layer in layers), default=0.0)
    tops = [[top + (room - _height(layer)) / 2 for top in _packed(layer)] for layer in layers]
    middle = {id: height for layer, found in zip(layers, tops, strict=True) for id, height in _middles(layer, found)}
    layer_of = {id: rank for rank, layer in enumerate(layers) for stack in layer for id in stack.members}
    for sweep in range(2 * SWEEPS):
        last, forth = sweep >= 2 * SWEEPS - 2, sweep % 2 == 0
        for rank in range(len(layers)) if forth else range(len(layers) - 1, -1, -1):
            counting = [other for other in range(len(layers)) if last or (other < rank if forth else other > rank)]
            near = {
                id: [other for other in neighbours.get(id, ()) if layer_of[other] in counting]
                for stack in layers[rank]
                for id in stack.members
            }
            tops[rank] = _settled(layers[rank], _wished(layers[rank], near, middle, tops[rank], below), room)
            middle |= dict(_middles(layers[rank], tops[rank]))
    highest = min((layer[0] for layer in tops if layer), default=0.0)
    return [[round(top - highest, 1) for top in layer] for layer in tops]


def _height(layer: Sequence[Stack]) -> float:
    return sum(stack.height + stack.gap for stack in layer)


def _packed(layer: Sequence[Stack]) -> list[float]:
    tops, top = [], 0.0
    for stack in layer:
        tops.append(top)
        top += stack.height + stack.gap
    return tops


def _middles(layer: Sequence[Stack], tops: Sequence[float]) -> list[tuple[str, float]]:
    return [
        (id, top + middle)
        for stack, top in zip(layer, tops, strict=True)
        for id, middle in zip(stack.members, stack.middles, strict=True)
    ]


def _wished(
    layer: Sequence[Stack],
    near: Mapping[str, Sequence[str]],
    middle: Mapping[str, float],
    tops: Sequence[float],
    below: float,
) -> list[tuple[float, float]]:
    """Where the blocks of a layer would be nearest to what they are linked to, and by how many links; what is linked to
    nothing wishes to stay, and gives way."""
    wishes = []
    for stack, top in zip(layer, tops, strict=True):
        pulls = [
            middle[other] - own for id, own in zip(stack.members, stack.middles, strict=True) for other in near[id]
        ]
        wish = min(sum(pulls) / len(pulls), min(pulls) + below) if pulls else top
        wishes.append((wish, float(len(pulls)) or 0.01))
    return wishes


def _settled(layer: Sequence[Stack], wishes: Sequence[tuple[float, float]], room: float) -> list[float]:
    """The tops of a layer as near as can be to what is wished, within the room."""
    packed, spare = _packed(layer), room - _height(layer)
    risen = rising(
        [wish - least for (wish, _), least in zip(wishes, packed, strict=True)], [weight for _, weight in wishes]
    )
    return [least + min(max(shift, 0.0), spare) for least, shift in zip(packed, risen, strict=True)]


def rising(wishes: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The numbers that never fall and are nearest to these: the least sum of weighted squares."""
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for wish, weight in zip(wishes, weights, strict=True):
        pool = (wish, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, heavy, many = pools.pop()
            total = heavy + pool[1]
            pool = ((mean * heavy + pool[0] * pool[1]) / total, total, many + pool[2])
        pools.append(pool)
    return [mean for mean, _, many in pools for _ in range(many)]
