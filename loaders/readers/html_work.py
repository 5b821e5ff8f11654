"""Where the document stands in a page: the box that holds it, without what sites put around it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from loaders.readers.html_blocks import Block, Blocks, Box
from loaders.readers.html_boxes import children, ends, summed, weighed, weight
from loaders.readers.html_chrome import is_chrome
from loaders.readers.html_copies import without_copies
from loaders.readers.html_table_kinds import Filled, holds_data
from loaders.vocabulary import lines as entries

WORK = frozenset(entries("page_work_boxes.txt"))
AROUND = frozenset(entries("page_chrome_boxes.txt"))
AROUND_TAGS = frozenset(("nav", "footer", "aside"))
PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre"))
"""Elements of one paragraph, which hold all those after it only where the writer left out their end."""
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
SENTENCE = re.compile(r"\S{10}。")
MARKED = re.compile(
    r"^\s*(?:附\s*[件表录]|第[一二三四五六七八九十百]+[章条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])"
)
MOST = 0.8
"""Part of the page's weight that the box of the document holds: below it, something of the document stands outside."""
KNOWN = 0.5
"""The same for a box whose name says that it holds the text of an article."""
FEWEST_LINKS = 3
"""Lines of a list of links."""
PIECE = 0.02
"""Part of the document's weight from which another box of the same name is a piece of it."""


@dataclass(frozen=True, slots=True)
class Work:
    """The blocks of the document, and those before it: the page's heading and the properties of the document."""

    blocks: tuple[Block, ...]
    before: tuple[Block, ...]


def find_work(page: Blocks) -> Work:
    """The document in a page.

    1. What no browser shows counts only where it is most of the text (a page that a program builds).
    2. Boxes of navigation, search and footers (by their names) hold nothing of it, nor do lists of links, nor the worse
       of two copies.
    3. A box whose name says that it holds the text of an article (TRS_Editor, UCAP-CONTENT) is the document, or all of
       that name from the first to the last.
    4. Else it is the innermost box that has most of the text, every line that begins as clauses and annexes do, no
       sentence before it, and no table of data behind it.
    """
    weights = [weight(block) for block in page.blocks]
    counts = without_copies(page, weights, _without_chrome(page, weights, _shown(page, weights)))
    heavy = weighed(page, weights, counts)
    start, end = _known(page, heavy) or _innermost(page, heavy, counts)
    kept = [(index, block) for index, (block, own) in enumerate(zip(page.blocks, counts, strict=True)) if own]
    return Work(
        tuple(block for _, block in kept if start <= block.box < end),
        tuple(block for index, block in kept if index < page.boxes[start].start),
    )


def _shown(page: Blocks, weights: Sequence[float]) -> list[bool]:
    shown = [not page.boxes[block.box].hidden for block in page.blocks]
    seen = sum(own for own, is_shown in zip(weights, shown, strict=True) if is_shown)
    return shown if seen >= sum(weights) / 2 else [True] * len(shown)


def _without_chrome(page: Blocks, weights: Sequence[float], counts: Sequence[bool]) -> list[bool]:
    """A box is chrome by its own name, by its links, or as part of such a box, unless it holds half of the page."""
    heavy, links = weighed(page, weights, counts), _links(page)
    around: list[bool] = []
    for box, kind in enumerate(page.boxes):
        outer = kind.around >= 0 and around[kind.around]
        own = heavy[box] < KNOWN * heavy[0] and (links[box] or _is_around(kind))
        around.append(outer or own)
    return [own and not around[block.box] for block, own in zip(page.blocks, counts, strict=True)]


def _links(page: Blocks) -> list[bool]:
    """Which boxes are lists of links: most of what they say is, in several lines."""
    linked = summed(page, [block.linked for block in page.blocks])
    said = summed(page, [len(block.text) for block in page.blocks])
    lines = summed(page, [float(block.linked > 0) for block in page.blocks])
    return [
        count >= FEWEST_LINKS and own > KNOWN * every for count, own, every in zip(lines, linked, said, strict=True)
    ]


def _is_around(box: Box) -> bool:
    words = {word.lower() for word in WORDS.findall(box.names)}
    return box.tag in AROUND_TAGS or bool(words & AROUND)


def _known(page: Blocks, heavy: Sequence[float]) -> tuple[int, int] | None:
    """The boxes from the first to the last one of the name that holds most of the text."""
    names = [set(box.names.lower().split()) for box in page.boxes]
    named = [box for box, own in enumerate(names) if own & WORK]
    best = max(named, key=lambda box: heavy[box], default=None)
    if best is None or heavy[best] < KNOWN * heavy[0]:
        return None
    pieces = [box for box in named if names[box] & names[best] and heavy[box] > PIECE * heavy[best]]
    boxes_end = ends(page.boxes)
    return min(pieces), max(boxes_end[box] for box in pieces)


def _innermost(page: Blocks, heavy: Sequence[float], counts: Sequence[bool]) -> tuple[int, int]:
    boxes_end = ends(page.boxes)
    own = list(zip(page.blocks, counts, strict=True))
    marked = summed(page, [float(bool(counted and MARKED.match(block.text))) for block, counted in own])
    told = list(accumulate((int(counted and _is_sentence(block)) for block, counted in own), initial=0))

    tables = _tables(page, own)

    def holds_all(box: int, end: int) -> bool:
        kind = page.boxes[box]
        most = heavy[box] >= max(MOST * heavy[0], 1) and marked[box] == marked[0]
        behind = any(boxes_end[box] <= table < end for table in tables)
        return most and not behind and not told[kind.start] and kind.tag not in PARAGRAPHS

    last = 0
    while (
        box := next((box for box in children(last, boxes_end) if holds_all(box, boxes_end[last])), None)
    ) is not None:
        last = box
    return last, boxes_end[last]


def _tables(page: Blocks, own: Iterable[tuple[Block, bool]]) -> list[int]:
    """The tables of data in the page, as their boxes."""
    content: dict[int, list[Block]] = defaultdict(list)
    for block, counted in own:
        if counted:
            content[block.cell].append(block)
    tables: dict[int, list[Filled]] = defaultdict(list)
    for index, cell in enumerate(page.cells):
        tables[cell.table].append((cell, content.get(index, [])))
    return [table for table, cells in tables.items() if holds_data(cells)]


def _is_sentence(block: Block) -> bool:
    return bool(SENTENCE.search(block.text)) and block.linked < len(block.text) / 2 and not is_chrome(block.text)
