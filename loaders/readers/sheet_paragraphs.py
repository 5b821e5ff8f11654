"""Where paragraphs begin in printed text: by indents, by gaps, by the room that their last lines leave."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.readers.breaks import BRACKET_ENDED, ENDED, STARTS
from loaders.readers.sheet_rows import GAP, Piece

INDENTED = 0.8
"""Letters from the left edge of its column from which a line is indented."""
ASKEW = 0.5
"""Letters by which the room left and right of a line may differ that is set in the middle."""
FULL = 1.5
"""Letters from the right edge of its column up to which a line is full: a mark may not begin a line, so a line may
be a letter short."""
RAGGED = 2.5
"""Such letters in a text whose right edge is not even: there a number or a word that finds no room leaves some more."""
EVEN = 0.35
"""Letters from that edge up to which a line reaches it."""
SHORT = 4.0
"""Letters from the right edge from which a line ends its paragraph whatever its last mark: no word or number is so long
that it leaves such a gap."""
LARGER = 1.15
"""Times by which letters of a title are larger than those of the text below it."""
APART = 0.3
"""Letters by which a step from line to line is longer than usual where there is a gap between paragraphs."""
FAR = 0.7
"""Letters from which such a gap is none that a tall letter makes."""
OFTEN = 0.1
"""Part of the lines that go on from which their indent is that of a list."""
LEFT_OVER = 4
"""Lines of room on a page from which the next one begins a paragraph: no more are left to keep lines together."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text on a page, with the left and right edge of its column."""

    piece: Piece
    page: int
    left: float
    right: float

    @property
    def indent(self) -> float:
        """Letters between the left edge of the column and the line."""
        return (self.piece.left - self.left) / self.piece.size

    @property
    def gap(self) -> float:
        """Letters between the line and the right edge of the column."""
        return (self.right - self.piece.right) / self.piece.size

    @property
    def full(self) -> bool:
        """Whether the line fills its column from edge to edge."""
        return self.indent < INDENTED and self.gap <= FULL

    def middle(self, usual: float) -> bool:
        """Whether the line is set in the middle, and not the first of a paragraph with the `usual` indent."""
        first = usual > 0 and abs(self.indent - usual) < INDENTED
        return not first and self.indent >= INDENTED and abs(self.indent - self.gap) < ASKEW


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set, in letters: by what its paragraphs are indented (0: not at all), the step from line to line,
    and what is added to it between paragraphs (0: nothing). `hanging` are the indents at which lists go on, `full`
    is the room that full lines may leave, and `foot` is where the lowest line stands, in points."""

    indent: float
    step: float
    space: float
    hanging: frozenset[float]
    full: float
    foot: float

    def hangs(self, line: Written) -> bool:
        """Whether a line stands where lists go on."""
        return any(abs(line.indent - indent) < ASKEW for indent in self.hanging)


def setting_of(written: Sequence[Written]) -> Setting:
    """How the text is set, by the lines below one that ends a sentence and its paragraph."""
    pairs = list(pairwise(written))
    steps = sorted(_step(above, line) for above, line in pairs if _step(above, line) > 0) or [0.0]
    step = steps[len(steps) // 4]  # inside paragraphs, though most may have one line
    starts = [(above, line) for above, line in pairs if ENDED.search(above.piece.text) and above.gap > FULL]
    indents = [line.indent for _, line in starts if INDENTED <= line.indent < SHORT]
    spaces = [_step(above, line) - step for above, line in starts if _step(above, line) > step + APART]
    full = _full(written)
    return Setting(
        indent=median(indents) if len(indents) > len(starts) / 2 else 0.0,
        step=step,
        space=median(spaces) if len(spaces) > len(starts) / 2 else 0.0,
        hanging=_hanging(pairs, full),
        full=full,
        foot=max((line.piece.base for line in written), default=0.0),
    )


def _full(written: Sequence[Written]) -> float:
    gaps = [line.gap for line in written if line.gap <= 2 * FULL]
    return FULL if sum(gap <= EVEN for gap in gaps) >= len(gaps) / 2 else RAGGED


def _hanging(pairs: Sequence[tuple[Written, Written]], full: float) -> frozenset[float]:
    """The indents of lines that go on for sure, below a full line that does not end: lists hang below their numbers."""
    sure = [line.indent for above, line in pairs if above.gap <= full and not _may_end(above)]
    counts = Counter(round(indent * 2) / 2 for indent in sure if indent >= INDENTED)
    return frozenset(indent for indent, count in counts.items() if count > 1 and count >= OFTEN * len(sure))


def _may_end(line: Written) -> bool:
    return bool(ENDED.search(line.piece.text) or BRACKET_ENDED.search(line.piece.text))


def _step(above: Written, line: Written) -> float:
    """Letters from a line down to the next in its column; 0 in another."""
    beside = above.page != line.page or above.left != line.left
    return 0.0 if beside else (line.piece.base - above.piece.base) / line.piece.size


def begins(above: Written, line: Written, setting: Setting) -> bool | None:
    """Whether a line begins a paragraph; None where the print does not show it.

    1. Its letters are larger or smaller, or there is a gap above it as between paragraphs; its column is wider or
       narrower, or begins a page though the one before has room; or wide spaces part the words in both, as in a list
       of names and posts; or the one above is set to the right, as dates and signatures are.
    2. It, or the one above, is set in the middle, and that one does not fill its column.
    3. It is indented as paragraphs are; indented otherwise only below a line that ends. Where lists go on below their
       numbers, a line with a number begins, another one goes on.
    4. The line above leaves much room to its right; or a little, below the end of a sentence, and the line begins with
       a number, for headings may be flush in a text that indents its paragraphs. Where none is indented, a little is
       enough when it ends a sentence; and when it leaves none there, or ends a bracket (责任单位：……), nobody knows,
       unless gaps would show.
    """
    ended = bool(ENDED.search(above.piece.text))
    listed = GAP in above.piece.text and GAP in line.piece.text
    if listed or _is_apart(above, line, setting, ended=ended) or above.indent - line.indent > SHORT:
        return True
    if line.middle(setting.indent) or above.middle(setting.indent):
        return ended or not above.full
    if ended and above.gap > setting.full and STARTS.match(line.piece.text):
        return True
    if above.gap <= setting.full and setting.hangs(line):
        return _may_end(above) and bool(STARTS.match(line.piece.text))
    deeper = line.indent >= INDENTED and (ended or above.gap > setting.full)
    if deeper or above.gap > SHORT or (setting.indent and abs(line.indent - setting.indent) < INDENTED):
        return True
    return False if setting.indent else _begins_flush(above, line, setting)


def _begins_flush(above: Written, line: Written, setting: Setting) -> bool | None:
    """Whether a line begins a paragraph, in a text that indents none; None where only a gap would show it."""
    unknown = False if setting.space and _step(above, line) > 0 else None
    if above.gap > setting.full:
        return True if ENDED.search(above.piece.text) else unknown
    return unknown if _may_end(above) else False


def _is_apart(above: Written, line: Written, setting: Setting, *, ended: bool) -> bool:
    """Whether a line is set apart from the one above: by its letters, by the width of its column, by room that is left
    on the page before, or by a gap; a tall letter makes a small one."""
    smaller, larger = sorted((above.piece.size, line.piece.size))
    if larger > LARGER * smaller or abs(line.right - line.left - above.right + above.left) > SHORT * larger:
        return True
    step = _step(above, line)
    if not step:
        left_over = setting.foot - above.piece.base > LEFT_OVER * setting.step * larger
        return left_over and above.page != line.page  # the columns of a last page are made even
    least = max(APART, setting.space / 2) if setting.space or ended or above.gap > setting.full else FAR
    return step - setting.step > least
