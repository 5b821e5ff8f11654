"""How wide the boxes and gaps of a picture are, so that it fits a page, and the lines of text that its boxes then hold.

Letters keep their size: where there are many layers boxes get narrower, and have more lines.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.cascade_answers import CascadeLink, CascadeNode
from graph.drawing import words as say
from graph.drawing.words import Words
from graph.drawing.wrapping import listed, shortened, width, wrapped

SIZE, TITLE_SIZE, LABEL_SIZE, FOOT_SIZE = 12.5, 12.0, 12.0, 11.0
LINE, PAD, FRAME = 17.0, 7.0, 6.0  # a line of text; from a box to its text, from a document's frame to its boxes
MOST, LEAST = 212.0, 104.0  # of a box: what reads well, and seven characters
TEXT = 430.0  # of a box's text, all lines together
BEND, BEND_MOST, BEND_EACH = 20.0, 84.0, 0.9  # room in which lines bend, more where there are many
SPARE = 44.0  # more room for lines between two layers, where the page has it
AROUND = 11.0  # around the words on a line
ARC = 44.0  # how far a line between boxes of one layer reaches out


@dataclass(frozen=True, slots=True)
class Measures:
    """Widths in pixels: of a box, and right of each layer of `before`, the room for words in front of the next layer's
    boxes, and `gaps`, all between the frames of both; the last gap is what stands out on the right of the picture."""

    box: float
    before: tuple[float, ...]
    gaps: tuple[float, ...]

    @property
    def inside(self) -> float:
        """How wide a line of text in a box may be."""
        return self.box - 2 * PAD

    @property
    def lines(self) -> int:
        """How many lines of text a box has."""
        return round(TEXT / self.box)

    @property
    def width(self) -> float:
        """How wide the whole is."""
        return round(len(self.gaps) * (self.box + 2 * FRAME) + sum(self.gaps), 1)

    def lefts(self) -> list[float]:
        """Where the boxes of each layer begin."""
        before = [0.0]
        for gap in self.gaps[:-1]:
            before.append(before[-1] + self.box + 2 * FRAME + gap)
        return [round(FRAME + left, 1) for left in before]


def measures(layer: Mapping[str, int], links: Iterable[CascadeLink], words: Words, room: float) -> Measures:
    """The measures of a picture whose boxes stand in these layers: as wide as reads well, or as fits the room; no
    narrower than what still can be read."""
    count = max(layer.values(), default=0) + 1
    said, passing, arcs = defaultdict[int, float](float), defaultdict[int, int](int), set[int]()
    for link in links:
        low, high = sorted((layer[link.source], layer[link.target]))
        wide = width(say.label(link, words), LABEL_SIZE) + AROUND
        if low == high:
            arcs.add(low)
            said[low + 1] = max(said[low + 1], wide)
        else:
            said[high] = max(said[high], wide)
        for gap in range(low, high):
            passing[gap] += 1
    before = tuple(said[rank] for rank in range(count))
    gaps = [_bend(passing[rank]) + said[rank + 1] + (ARC if rank in arcs else 0.0) for rank in range(count - 1)]
    gaps.append(max(ARC, said[count] + AROUND) if count - 1 in arcs else 0.0)
    box = round(max(LEAST, min(MOST, (room - sum(gaps)) / count - 2 * FRAME)), 1)
    spare = room - sum(gaps) - count * (box + 2 * FRAME)
    more = max(0.0, min(SPARE, spare / (count - 1))) if count > 1 else 0.0
    return Measures(box, before, (*(round(gap + more, 1) for gap in gaps[:-1]), gaps[-1]))


def _bend(lines: int) -> float:
    return min(BEND_MOST, BEND + BEND_EACH * lines)


def head(node: CascadeNode, words: Words, by: Measures) -> tuple[str, ...]:
    """The first lines of a box: the whole address, for a part of it would be another's."""
    return wrapped(say.head(node, words), by.inside, SIZE, 2)


def body(node: CascadeNode, words: Words, by: Measures) -> tuple[str, ...]:
    """The lines below; an address is not broken."""
    addresses = say.addresses(node)
    if addresses:
        return listed(addresses, by.inside, SIZE, by.lines)
    return wrapped(say.body(node, words), by.inside, SIZE, by.lines)


def foot(node: CascadeNode, words: Words, by: Measures) -> tuple[str, ...]:
    """The last lines: what leads out of the picture."""
    told = say.foot(node, words)
    if width(told, FOOT_SIZE) <= by.inside:
        return (told,) if told else ()
    first, comma, second = told.partition(words.comma)
    return tuple(shortened(line.strip(), by.inside, FOOT_SIZE) for line in (first + comma, second) if line)


def name(node: CascadeNode, words: Words, by: Measures) -> tuple[str, ...]:
    """Number and region of a document, each on lines of its own where one does not hold both; a part of a number would
    be another's."""
    named = say.owner(node, words)[0]
    parts = [named] if width(named, SIZE) <= by.box else named.split(" · ")
    return tuple(line for part in parts for line in wrapped(part, by.box, SIZE, 3))


def title(node: CascadeNode, words: Words, by: Measures) -> tuple[str, ...]:
    """The title of a document; where it does not fit, without who issued it."""
    whole, lines = say.owner(node, words)[1], min(by.lines, 3)
    fitting = wrapped(whole, by.box, TITLE_SIZE, lines)
    return fitting if _whole(fitting, whole) else wrapped(say.subject(whole), by.box, TITLE_SIZE, lines)


def _whole(lines: Sequence[str], text: str) -> bool:
    return "".join(lines).replace(" ", "") == "".join(text.split())
