"""Where the document stands in a page: the box that holds it, and what sites put around it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from loaders.readers.html_blocks import Block, Blocks, Box
from loaders.vocabulary import lines as entries

WORK = frozenset(entries("page_work_boxes.txt"))
AROUND = frozenset(entries("page_chrome_boxes.txt"))
AROUND_TAGS = frozenset(("nav", "footer", "aside"))
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
SENTENCE = re.compile(r"[。；，、]")
MARKED = re.compile(
    r"^\s*(?:附\s*[件表录]|第[一二三四五六七八九十百]+[章条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])"
)
PLAIN = 0.3
"""Weight of a character in a line without punctuation: tables have such lines too, but chrome has little else."""
MOST = 0.8
"""Part of the page's weight that the box of the document holds: below it, something of the document stands outside."""
KNOWN = 0.5
"""The same for a box whose name says that it holds the text of an article."""
PIECE = 0.02
"""Part of the document's weight from which another box of the same name is a piece of it."""


@dataclass(frozen=True, slots=True)
class Work:
    """The blocks of the document, and those before it: the page's heading and the properties of the document."""

    blocks: tuple[Block, ...]
    before: tuple[Block, ...]


def find_work(page: Blocks) -> Work:
    """The document in a page.

    1. What no browser shows counts only where nothing else is there.
    2. Boxes of navigation, search and footers (by their names) hold nothing of it.
    3. A box whose name says that it holds the text of an article (TRS_Editor, UCAP-CONTENT) is the document, or all of
       that name from the first to the last.
    4. Else it is the innermost box that has most of the text, and every line that begins as clauses and annexes do.
    """
    shown = [block for block in page.blocks if not page.boxes[block.box].hidden]
    blocks = shown if any(SENTENCE.search(block.text) for block in shown) else list(page.blocks)
    scales = _Scales(page.boxes, blocks)
    start, end = scales.work()
    inside = [block for block in blocks if start <= block.box < end]
    before = [block for block in blocks if block.box < start and not scales.around[block.box]]
    return Work(tuple(block for block in inside if not scales.around[block.box]), tuple(before))


class _Scales:
    """How much of the text each box of a page holds. Boxes are numbered as they open, so those inside box b are the
    ones from b + 1 up to end[b]."""

    def __init__(self, boxes: Sequence[Box], blocks: Sequence[Block]) -> None:
        self.boxes = boxes
        self.end = _ends(boxes)
        self.around = self._chrome(self._summed(blocks, _weight))
        shown = [block for block in blocks if not self.around[block.box]]
        self.weight = self._summed(shown, _weight)
        self.marked = self._summed(shown, lambda block: float(bool(MARKED.match(block.text))))

    def work(self) -> tuple[int, int]:
        """The boxes of the document, as (first, end)."""
        return self._known() or self._innermost()

    def _innermost(self) -> tuple[int, int]:
        box: int | None = 0
        last = 0
        while box is not None:
            last, box = box, next(filter(self._holds_most, self._children(box)), None)
        return last, self.end[last]

    def _holds_most(self, box: int) -> bool:
        return self.weight[box] >= max(MOST * self.weight[0], 1) and self.marked[box] == self.marked[0]

    def _known(self) -> tuple[int, int] | None:
        named = [box for box, kind in enumerate(self.boxes) if WORK & set(kind.names.lower().split())]
        best = max(named, key=lambda box: self.weight[box], default=None)
        if best is None or self.weight[best] < KNOWN * self.weight[0]:
            return None
        names = set(self.boxes[best].names.split())
        pieces = [
            box
            for box in named
            if names & set(self.boxes[box].names.split()) and self.weight[box] > PIECE * self.weight[best]
        ]
        return min(pieces), max(self.end[box] for box in pieces)

    def _children(self, box: int) -> Iterator[int]:
        child = box + 1
        while child < self.end[box]:
            yield child
            child = self.end[child]

    def _summed(self, blocks: Sequence[Block], value: Callable[[Block], float]) -> list[float]:
        """Of each box, the sum of a value over the blocks inside it."""
        sums = [0.0] * len(self.boxes)
        for block in blocks:
            sums[block.box] += value(block)
        for box in range(len(sums) - 1, 0, -1):
            sums[self.boxes[box].around] += sums[box]
        return sums

    def _chrome(self, raw: Sequence[float]) -> list[bool]:
        """Which boxes are chrome: by their own name or that of a box around them, unless they hold half of the page."""
        found: list[bool] = []
        for box, kind in enumerate(self.boxes):
            outer = found[kind.around] if kind.around >= 0 else False
            found.append(outer or (_is_around(kind) and raw[box] < KNOWN * raw[0]))
        return found


def _ends(boxes: Sequence[Box]) -> list[int]:
    ends = [box + 1 for box in range(len(boxes))]
    for box in range(len(boxes) - 1, 0, -1):
        around = boxes[box].around
        ends[around] = max(ends[around], ends[box])
    return ends


def _weight(block: Block) -> float:
    own = max(len(block.text) - block.linked, 0)
    return own if SENTENCE.search(block.text) else PLAIN * own


def _is_around(box: Box) -> bool:
    words = {word.lower() for word in WORDS.findall(box.names)}
    return box.tag in AROUND_TAGS or bool(words & AROUND)
