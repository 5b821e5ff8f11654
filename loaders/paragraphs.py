"""From lines to paragraphs: what page breaks and hard wraps tore apart is joined, each clause number begins anew."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.numbering import KINDS, Mark, read_bare, read_before_digit, read_mark
from loaders.text import Clean, Passage

ENDS = re.compile(r"[。！？；：!?;:…][”’」』）)》〉]*$")
OPENS = re.compile(r"[，、,（(《“‘—]$")
STOP = re.compile(r"[。；;]")
LABEL = re.compile(r"^(?!.*(?:如下|以下|下列))[^，。；：]{2,8}[：:]")
LONGEST_HEADING = 50
"""Characters: a numbered line without an end mark and longer than this is a sentence that goes on."""
FULL = 0.85
"""Part of the widest line from which a line of hard-wrapped text is full, and goes on below."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its places in the source; `mark` is the number it begins with, not in `passage`. A row of a
    table has cells, with the source line of each."""

    passage: Passage
    mark: Mark | None = None
    cells: tuple[str, ...] = ()
    cell_lines: tuple[int, ...] = ()

    @property
    def line(self) -> int:
        """The source line where it begins."""
        return self.passage.lines[0][1] if self.passage.lines else self.cell_lines[0]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: whether paragraphs are indented, how many characters its hard wraps leave in a line (0 where
    it has none), and whether it numbers by decimals."""

    indents: bool
    width: int
    decimals: bool


def paragraphs(lines: Sequence[Clean]) -> tuple[Paragraph, ...]:
    """The paragraphs of these lines.

    A line goes on with the one above when that one has not ended: no 。；： at its end, and it is no heading. In a
    text that indents its paragraphs, a line without indent goes on with what stands above it.
    """
    setting = _setting(lines)
    return tuple(part for paragraph in _joined(lines, setting) for part in _listed(paragraph))


def _joined(lines: Sequence[Clean], setting: Setting) -> list[Paragraph]:
    found: list[Paragraph] = []
    above: Clean | None = None
    last: dict[str, int] = {}
    for line in lines:
        mark = _mark(line, setting, last.get("item", 0) + 1 if above and ENDS.search(above.text) else 0)
        turn = mark is not None and mark.value in (0, 1, last.get(mark.kind, 0) + 1)
        if line.line.cells:
            found.append(_row(line))
        elif (
            above
            and found
            and not found[-1].cells
            and _goes_on(above, line, turn if mark else None, found[-1], setting)
        ):
            found[-1] = Paragraph(found[-1].passage.joined(line.text, line.number), found[-1].mark)
        else:
            text = line.text[mark.length :] if mark else line.text
            found.append(Paragraph(Passage().joined(text, line.number), mark))
            last |= {mark.kind: mark.value} if mark else {}
        above = line
    return found


def _listed(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph whose clauses run on in one line (1.……；2.……；3.……), parted at the next number of its kind."""
    passage, mark = paragraph.passage, paragraph.mark
    for stop in STOP.finditer(paragraph.passage.text) if mark else ():
        following = read_mark(paragraph.passage.text[stop.end() :])
        if mark and following and following.kind == mark.kind and following.value == mark.value + 1:
            start = stop.end() - len(paragraph.passage.text) + len(passage.text)
            yield Paragraph(passage.until(start), mark)
            passage, mark = passage.after(start + following.length), following
    yield Paragraph(passage, mark, paragraph.cells, paragraph.cell_lines)


def _row(line: Clean) -> Paragraph:
    numbers = tuple(line.line.cell_number(column) for column in range(len(line.line.cells)))
    return Paragraph(Passage(), None, line.line.cells, numbers)


def _mark(line: Clean, setting: Setting, item: int) -> Mark | None:
    """The number of a clause; `item` is the next item's. In a text without decimal numbers, 1.5万人 is none."""
    mark = read_mark(line.text)
    if setting.decimals:
        return mark or read_bare(line.text)
    return read_before_digit(line.text, item) if mark is None or mark.kind == "decimal" else mark


def _setting(lines: Sequence[Clean]) -> Setting:
    text = [line for line in lines if not line.line.cells]
    decimals = {mark.parts for line in text if (mark := read_mark(line.text)) and mark.kind == "decimal"}
    runs_on = any(parts[-1] == 1 and (*parts[:-1], 2) in decimals for parts in decimals)
    return Setting(_indents(text), _width(text), runs_on)


def _indents(lines: Sequence[Clean]) -> bool:
    """Whether the text marks its paragraphs by white space: most lines after an ended one have it."""
    after_end = [line.indented for above, line in pairwise(lines) if ENDS.search(above.text)]
    return len(after_end) > 3 and sum(after_end) > 0.8 * len(after_end)


def _width(lines: Sequence[Clean]) -> int:
    """The width at which the text is wrapped; 0 when the lines that go on differ in length, as at page breaks."""
    going_on = sorted(len(line.text) for line in lines if not ENDS.search(line.text) and not read_mark(line.text))
    if len(going_on) < 5:
        return 0
    widest = going_on[-1]
    full = sum(length >= FULL * widest for length in going_on)
    return widest if full > 0.6 * len(going_on) else 0


def _goes_on(above: Clean, line: Clean, turn: bool | None, paragraph: Paragraph, setting: Setting) -> bool:
    """Whether `line` goes on with the paragraph that `above` ends; `turn` says whether it begins with a number whose
    turn it is, None that it begins with none.

    1. Never at a heading or at an indent.
    2. After the end of a sentence only in indented text: the sentence ended where the line did.
    3. After a comma or an open bracket always, whatever number the line seems to begin with.
    4. Where paragraphs are indented, and when the line above is full, unless a number has its turn.
    5. Else unless it begins with a number or a label (组长：……), or the line above is a heading.
    """
    if line.heading or above.heading or (setting.indents and line.indented):
        return False
    if ENDS.search(above.text):
        return setting.indents and turn is None and not above.text.endswith(("：", ":"))
    if OPENS.search(above.text):
        return True
    heading = _is_heading(paragraph, torn=line.torn)
    if setting.indents or _is_full(above, setting):
        return not turn
    return not (heading or turn is not None or LABEL.match(line.text))


def _is_heading(paragraph: Paragraph, *, torn: bool) -> bool:
    """Whether a paragraph without an end mark is a heading by itself: numbered, short and without a sentence; above
    the number of a page only 一、 and （一） are, for 1. is more often a sentence that goes on."""
    text, mark = paragraph.passage.text, paragraph.mark
    if mark is None or (torn and KINDS.index(mark.kind) >= KINDS.index("item")):
        return False
    return "。" not in text and len(text) <= LONGEST_HEADING


def _is_full(line: Clean, setting: Setting) -> bool:
    return bool(setting.width) and len(line.text) >= FULL * setting.width


def pieces(passage: Passage) -> Iterator[tuple[str, int]]:
    """The passage line by line, as (text, source line)."""
    ends = [*(offset for offset, _ in passage.lines[1:]), len(passage.text)]
    for (offset, line), end in zip(passage.lines, ends, strict=True):
        yield passage.text[offset:end], line
