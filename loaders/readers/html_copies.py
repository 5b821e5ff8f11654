"""Pages that say their text twice: for screens and for telephones, or once more with its lines run together."""

import re
from collections.abc import Sequence
from itertools import combinations

from loaders.readers.html_blocks import Block, Blocks
from loaders.readers.html_boxes import children, ends, summed, weighed

LARGE = 0.2
"""Part of the page's text that a copy holds."""
ALIKE = 0.8
"""Part of the shorter copy that stands in the other."""
FEWEST = 3
"""Lines of a text that may stand twice: a line that says what another does is no copy."""
PIECE = 12
"""Characters in which copies are compared."""


def without_copies(page: Blocks, weights: Sequence[float], counts: Sequence[bool]) -> list[bool]:
    """Which blocks count when of boxes beside each other that say the same only the best does: that with most lines,
    for in the others they have run together, and the first of equal ones."""
    kept = list(counts)
    boxes_end, heavy = ends(page.boxes), weighed(page, weights, counts)
    sizes = [int(size) for size in summed(page, [1] * len(page.blocks))]
    beside = [0]
    while len(beside) == 1:
        inner = children(beside[0], boxes_end)
        beside = [box for box in inner if heavy[box] >= max(LARGE * heavy[0], 1)]
        spans = [slice(page.boxes[box].start, page.boxes[box].start + sizes[box]) for box in beside]
        for copy in _worse([page.blocks[span] for span in spans]) if len(spans) > 1 else ():
            kept[spans[copy]] = [False] * sizes[beside[copy]]
            beside[copy] = -1
        beside = [box for box in beside if box >= 0]
    return kept


def _worse(texts: Sequence[Sequence[Block]]) -> set[int]:
    said = [_pieces(text) for text in texts]
    return {
        second if len(texts[second]) <= len(texts[first]) else first
        for first, second in combinations(range(len(texts)), 2)
        if max(len(texts[first]), len(texts[second])) >= FEWEST
        and len(said[first] & said[second]) > ALIKE * min(len(said[first]), len(said[second]))
    }


def _pieces(blocks: Sequence[Block]) -> set[str]:
    """All that stands in so many characters: the same, wherever the lines end."""
    text = re.sub(r"\s+", "", "".join(block.text for block in blocks))
    return {text[start : start + PIECE] for start in range(max(len(text) - PIECE, 0) + 1)}
