"""How much text each box of a page holds. Boxes are numbered as they open, so those inside box b follow it at once."""

import re
from collections.abc import Iterator, Sequence

from loaders.readers.html_blocks import Block, Blocks, Box
from loaders.readers.html_chrome import is_chrome

POINTED = re.compile(r"[。；，、]")
PLAIN = 0.3
"""Weight of a character in a line without punctuation: tables have such lines too, but chrome has little else."""


def ends(boxes: Sequence[Box]) -> list[int]:
    """Of each box, the first one behind it that is not inside it."""
    found = [box + 1 for box in range(len(boxes))]
    for box in range(len(boxes) - 1, 0, -1):
        around = boxes[box].around
        found[around] = max(found[around], found[box])
    return found


def children(box: int, boxes_end: Sequence[int]) -> Iterator[int]:
    """The boxes right inside a box."""
    child = box + 1
    while child < boxes_end[box]:
        yield child
        child = boxes_end[child]


def summed(page: Blocks, values: Sequence[float]) -> list[float]:
    """Of each box, the sum of what the blocks inside it are worth."""
    sums = [0.0] * len(page.boxes)
    for block, value in zip(page.blocks, values, strict=True):
        sums[block.box] += value
    for box in range(len(sums) - 1, 0, -1):
        sums[page.boxes[box].around] += sums[box]
    return sums


def weighed(page: Blocks, weights: Sequence[float], counts: Sequence[bool]) -> list[float]:
    """Of each box, what its blocks weigh; those that do not count weigh nothing."""
    return summed(page, [own if counted else 0 for own, counted in zip(weights, counts, strict=True)])


def weight(block: Block) -> float:
    """How much a line weighs: its characters, links left out, more when it has punctuation; chrome weighs nothing."""
    own = max(len(block.text) - block.linked, 0)
    if not own or is_chrome(block.text):
        return 0
    return own if POINTED.search(block.text) else PLAIN * own
