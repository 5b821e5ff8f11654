"""From lines to paragraphs: what page breaks and hard wraps tore apart is joined, each clause number begins anew."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from graph.numerals import NUMERAL
from loaders.numbering import KINDS, Mark, is_mention, read_article, read_bare, read_before_digit, read_mark
from loaders.text import Clean, Passage

ENDS = re.compile(r"[。！？；：!?;:…][”’」』）)》〉]*$")
OPENS = re.compile(r"[，、,（(《“‘—]$")
STOP = re.compile(r"[。；;]")
LABEL = re.compile(r"^(?!.*(?:如下|以下|下列))[^，。；：]{2,8}[：:]")
RUN_IN = re.compile(rf"^[^。；;：:，,！？]{{2,30}}?(?=[（(]{NUMERAL}[)）]|第{NUMERAL}条|(?<!\d)\d{{1,2}}[.．、](?!\d))")
NOTE = re.compile(r"^(?:注|备注|附注|填[表写报]说明)[:：]")
LONGEST_HEADING = 50
"""Characters: a numbered line without an end mark and longer than this is a sentence that goes on."""
LONGEST_BARE = 25
"""Characters of a heading without a number."""
NARROWEST = 15
"""Characters of the narrowest column of text."""
FULL = 0.85
"""Part of the widest line from which a line of hard-wrapped text is full, and goes on below."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its places in the source; `mark` is the number it begins with, not in `passage`. A row of a
    table has cells, with the source line of each. `level` is that of a Markdown heading, 0 for none."""

    passage: Passage
    mark: Mark | None = None
    cells: tuple[str, ...] = ()
    cell_lines: tuple[int, ...] = ()
    level: int = 0

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
    joined = [part for paragraph in _joined(lines, setting) for part in _listed(paragraph)]
    return tuple(_noted(_parted(joined)))


def _joined(lines: Sequence[Clean], setting: Setting) -> list[Paragraph]:
    found: list[Paragraph] = []
    above: Clean | None = None
    last: dict[str, int] = {}
    for line in lines:
        mark = _mark(line, setting, last, settled=_is_settled(above, found))
        turn = mark is not None and _in_turn(mark, last)
        if line.line.cells:
            found.append(_row(line))
        elif above and found and not found[-1].cells and _goes_on(above, line, mark, turn, found[-1], setting):
            found[-1] = replace(found[-1], passage=found[-1].passage.joined(line.text, line.number))
        else:
            text = line.text[mark.length :] if mark else line.text
            found.append(Paragraph(Passage().joined(text, line.number), mark, level=line.level))
            last |= {mark.kind: mark.value} if mark else {}
        above = line
    return found


def _in_turn(mark: Mark, last: Mapping[str, int]) -> bool:
    """Whether a number may stand here: the first of a list, the next one, or a bullet."""
    return mark.value in (0, 1, last.get(mark.kind, 0) + 1)


def _is_settled(above: Clean | None, found: Sequence[Paragraph]) -> bool:
    """Whether nothing goes on from the line above: it ended, is a heading or a row, or there is none."""
    if above is None or not found or above.heading or found[-1].cells or ENDS.search(above.text):
        return True
    return _is_heading(found[-1], torn=False)


def _listed(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph whose clauses run on in one line (1.……；2.……；3.……), parted at the next number of its kind; not one
    that has a list of that kind in itself (2.……：1.……；2.……；3.……)."""
    passage, mark, level = paragraph.passage, paragraph.mark, paragraph.level
    for stop in STOP.finditer(paragraph.passage.text) if mark and not _lists(passage.text, mark) else ():
        following = read_mark(paragraph.passage.text[stop.end() :])
        if mark and following and following.kind == mark.kind and following.value == mark.value + 1:
            start = stop.end() - len(paragraph.passage.text) + len(passage.text)
            yield Paragraph(passage.until(start), mark, level=level)
            passage, mark = passage.after(start + following.length), following
    yield Paragraph(passage, mark, paragraph.cells, paragraph.cell_lines, level)


def _lists(text: str, mark: Mark) -> bool:
    """Whether a list numbered like the paragraph begins inside it."""
    return any(found.kind == mark.kind and found.value == 1 for found in _inner_marks(text))


def _inner_marks(text: str) -> Iterator[Mark]:
    """The numbers behind a colon, a stop or a comma."""
    found = (read_mark(text[match.end() : match.end() + 8]) for match in re.finditer(r"[：:。；;，,]", text))
    return filter(None, found)


def _parted(found: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, parted where the first number below stands in the line of its heading or right behind its number:
    一、总体要求（一）指导思想。…… is two, when （二） begins a line below."""
    for index, paragraph in enumerate(found):
        rest = paragraph
        while (cut := _run_in(rest)) and _has_neighbour(found, index, *cut):
            yield cut[0]
            rest = cut[1]
        yield rest


def _run_in(paragraph: Paragraph) -> tuple[Paragraph, Paragraph] | None:
    """The heading of a clause and the clause below that its line runs into; None for any other paragraph."""
    passage, outer = paragraph.passage, paragraph.mark
    match = RUN_IN.match(passage.text)
    start = match.end() if match and not read_mark(passage.text) else 0
    inner = read_mark(passage.text[start:])
    if not outer or not inner or KINDS.index(inner.kind) <= KINDS.index(outer.kind) or not inner.value:
        return None
    below = Paragraph(passage.after(start + inner.length), inner)
    return replace(paragraph, passage=passage.until(start)), below


def _has_neighbour(found: Sequence[Paragraph], index: int, head: Paragraph, below: Paragraph) -> bool:
    """Whether the number of the paragraph `below` the heading is the first of its kind there, or runs on from above,
    and the next one follows. Articles run through chapters, of which some have but one."""
    inner, outer = below.mark, head.mark
    assert inner
    assert outer
    before = next((p.mark.value for p in reversed(found[:index]) if p.mark and p.mark.kind == inner.kind), 0)
    runs_on = inner.value == before + 1
    if inner.kind == "article" and before and runs_on:
        return True
    marks = (paragraph.mark for paragraph in found[index + 1 :] if paragraph.mark)
    inside = takewhile(lambda mark: KINDS.index(mark.kind) > KINDS.index(outer.kind), marks)
    after = next((mark.value for mark in inside if mark.kind == inner.kind), 0)
    return (inner.value == 1 or runs_on) and after == inner.value + 1


def _noted(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, without numbers those that go on with the list of a note: 注：1.…… and 2.…… below it."""
    note: Mark | None = None
    for paragraph in found:
        mark, text = paragraph.mark, paragraph.passage.text
        if mark and note and (mark.kind, mark.value) == (note.kind, note.value + 1):
            note = mark
            yield replace(paragraph, passage=paragraph.passage.before(mark.written), mark=None)
            continue
        match = NOTE.match(text) if not mark else None
        note = read_mark(text[match.end() :]) if match else None
        yield paragraph


def _row(line: Clean) -> Paragraph:
    numbers = tuple(line.line.cell_number(column) for column in range(len(line.line.cells)))
    return Paragraph(Passage(), None, line.line.cells, numbers)


def _mark(line: Clean, setting: Setting, last: Mapping[str, int], *, settled: bool) -> Mark | None:
    """The number of a clause; `last` are the last ones, `settled` says that no sentence goes on from above. In a text
    without decimal numbers, 1.5万人 is none."""
    mark = read_mark(line.text)
    if not settled and (is_mention(line.text) or (mark and mark.kind == "article" and not _in_turn(mark, last))):
        return None
    if setting.decimals:
        return mark or (read_bare(line.text) if settled else None)
    if mark and mark.kind != "decimal":
        return mark
    found = read_before_digit(line.text, last.get("item", 0) + 1 if settled else 0)
    return found or (read_article(line.text, last["article"] + 1) if settled and "article" in last else None)


def _setting(lines: Sequence[Clean]) -> Setting:
    text = [line for line in lines if not line.line.cells]
    decimals = {mark.parts for line in text if (mark := read_mark(line.text)) and mark.kind == "decimal"}
    runs_on = any(parts[-1] == 1 and (*parts[:-1], 2) in decimals for parts in decimals)
    width = _width(text)
    return Setting(_indents(text, width), width, runs_on)


def _indents(lines: Sequence[Clean], width: int) -> bool:
    """Whether the text marks its paragraphs by white space: most lines below the end of a paragraph have it, and not
    those that go on. Where lines are wrapped, a full line that ends a sentence need not end a paragraph."""
    ended = [bool(ENDS.search(line.text)) and not (width and len(line.text) >= FULL * width) for line in lines]
    below = [line.indented for end, line in zip(ended, lines[1:], strict=False) if end]
    beside = [line.indented for end, line in zip(ended, lines[1:], strict=False) if not end]
    if len(below) > 3 or (len(lines) > 3 and all(line.indented for line in lines)):
        return sum(below) >= 0.8 * len(below) and not (width and all(beside))
    return False


def _width(lines: Sequence[Clean]) -> int:
    """The width at which the text is wrapped; 0 when the lines that go on differ in length, as at page breaks.

    Wrapped lines fill the width, most of them in mid sentence; or, where nearly all begin with numbers, a good part of
    all lines does."""
    going_on = sorted(len(line.text) for line in lines if not ENDS.search(line.text) and not read_mark(line.text))
    widest = going_on[-1] if going_on else 0
    if len(going_on) > 4 and sum(length >= FULL * widest for length in going_on) > 0.6 * len(going_on):
        return widest
    longest = max((len(line.text) for line in lines), default=0)
    filling = [line for line in lines if len(line.text) >= longest - 2]
    torn = sum(not ENDS.search(line.text) for line in filling)
    return longest if longest >= NARROWEST and torn >= 3 and len(filling) >= len(lines) / 5 else 0


def _goes_on(above: Clean, line: Clean, mark: Mark | None, turn: bool, paragraph: Paragraph, setting: Setting) -> bool:
    """Whether `line` goes on with the paragraph that `above` ends; `turn` says whether it begins with a number (`mark`)
    whose turn it is.

    1. Never at a heading or at an indent.
    2. After the end of a sentence only as `_goes_on_ended` says.
    3. After a comma or an open bracket always, whatever number the line seems to begin with.
    4. Where paragraphs are indented, and when the line above is full, unless a number has its turn.
    5. Else unless it begins with a number or a label (组长：……), or the line above is a heading: one with a number, or
       a few words between blank lines.
    """
    if line.heading or above.heading or (setting.indents and line.indented):
        return False
    if ENDS.search(above.text):
        return _goes_on_ended(above, line, mark, paragraph, setting)
    if OPENS.search(above.text):
        return True
    if setting.indents or _is_full(above, setting):
        return not turn
    if above.gap and line.gap and _is_bare(paragraph):
        return False
    return not (mark or LABEL.match(line.text) or _is_heading(paragraph, torn=line.torn))


def _goes_on_ended(above: Clean, line: Clean, mark: Mark | None, paragraph: Paragraph, setting: Setting) -> bool:
    """Whether a line goes on below one that ends in an end mark.

    1. In indented text: below a full line always, else unless it begins with a number that is not one of a list in the
       sentence, or the line above announces a list.
    2. Where lines are full: below ； or ：, unless it begins with a number that is not one of a list in the sentence.
    """
    full, announced = _is_full(above, setting), above.text.endswith(("：", ":"))
    free = _in_list(mark, line, paragraph) if mark else not announced
    if setting.indents:
        return full or free or not mark
    return full and (announced or above.text.endswith(("；", ";"))) and (not mark or free)


def _in_list(mark: Mark, line: Clean, paragraph: Paragraph) -> bool:
    """Whether the number is one of a list inside a paragraph: the one before it stands there, or the next one in this
    line."""
    beside = mark.value + 1 if mark.value == 1 else mark.value - 1
    text = line.text[mark.length :] if mark.value == 1 else paragraph.passage.text
    return any(found.kind == mark.kind and found.value == beside for found in _inner_marks(text))


def _is_heading(paragraph: Paragraph, *, torn: bool) -> bool:
    """Whether a paragraph without an end mark is a heading by itself: numbered, short and without a sentence; above
    the number of a page only 一、 and （一） are, for 1. is more often a sentence that goes on."""
    text, mark = paragraph.passage.text, paragraph.mark
    if mark is None or (torn and KINDS.index(mark.kind) >= KINDS.index("item")):
        return False
    stops = "[。，]" if mark.kind in ("article", "bullet") else "。"
    return not re.search(stops, text) and len(text) <= LONGEST_HEADING


def _is_bare(paragraph: Paragraph) -> bool:
    """Whether a paragraph without a number is but a few words without any mark: 2024年工作回顾."""
    text = paragraph.passage.text
    return not paragraph.mark and len(text) <= LONGEST_BARE and not re.search(r"[，。；：、,;:]", text)


def _is_full(line: Clean, setting: Setting) -> bool:
    return bool(setting.width) and len(line.text) >= FULL * setting.width


def pieces(passage: Passage) -> Iterator[tuple[str, int]]:
    """The passage line by line, as (text, source line)."""
    ends = [*(offset for offset, _ in passage.lines[1:]), len(passage.text)]
    for (offset, line), end in zip(passage.lines, ends, strict=True):
        yield passage.text[offset:end], line
