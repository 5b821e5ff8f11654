"""From lines to paragraphs: what page breaks and hard wraps tore apart is joined, each clause number begins anew."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.numbering import (
    KINDS,
    Mark,
    inner_marks,
    is_mention,
    read_article,
    read_bare,
    read_before_digit,
    read_mark,
)
from loaders.text import Clean, Paragraph, Passage

ENDS = re.compile(r"[。！？；：!?;:…][”’」』）)》〉]*$")
OPENS = re.compile(r"[，、,（(《“‘—]$")
STOPS = re.compile(r"[，。；：、,;:]")
NOTE = re.compile(r"^(?:注|备注|附注|填[表写报]说明)[:：]")
LABEL = re.compile(r"^(?!.*(?:如下|以下|下列))[^，。；：]{2,8}[：:]")
LONGEST_HEADING = 50
"""Characters: a numbered line without an end mark and longer than this is a sentence that goes on."""
LONGEST_BARE = 25
"""Characters of a heading without a number."""
NARROWEST = 15
"""Characters of the narrowest column of text."""
FULL = 0.85
"""Part of the widest line from which a line of hard-wrapped text is full, and goes on below."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: whether paragraphs are indented, how many characters its hard wraps leave in a line (0 where
    it has none), and whether it numbers by decimals."""

    indents: bool
    width: int
    decimals: bool

    def fills(self, line: Clean) -> bool:
        """Whether the line fills the width at which the text is wrapped."""
        return bool(self.width) and len(line.text) >= FULL * self.width


@dataclass(slots=True)
class _Joiner:
    """Joins line by line: `found` are the paragraphs so far, `above` is the last line, `last` are the last numbers."""

    setting: Setting
    found: list[Paragraph] = field(default_factory=list)
    above: Clean | None = None
    last: dict[str, int] = field(default_factory=dict)

    def add(self, line: Clean) -> None:
        """Join the line to the last paragraph, or begin one with it."""
        mark = None if line.line.cells else self._mark(line)
        if line.line.cells:
            self.found.append(_row(line))
        elif self.above and not self.found[-1].cells and self._goes_on(self.above, line, mark):
            self.found[-1] = replace(self.found[-1], passage=self.found[-1].passage.joined(line.text, line.number))
        else:
            text = line.text[mark.length :] if mark else line.text
            self.found.append(Paragraph(Passage().joined(text, line.number), mark, level=line.level))
            self.last |= {mark.kind: mark.value} if mark else {}
        self.above = line

    @property
    def _settled(self) -> bool:
        """Whether nothing goes on from the line above: it ended, is a heading or a row, or there is none."""
        if self.above is None or self.above.heading or self.found[-1].cells or ENDS.search(self.above.text):
            return True
        return _is_heading(self.found[-1], torn=False)

    def _mark(self, line: Clean) -> Mark | None:
        """The number of a clause. In a text without decimal numbers, 1.5万人 is none; nor is in mid sentence an article
        that has no turn, or below a full line, for there 第十二条 is a mention."""
        mark, settled = read_mark(line.text), self._settled
        if not settled and (is_mention(line.text) or (mark and mark.kind == "article" and self._is_torn_off(mark))):
            return None
        if self.setting.decimals:
            begins = settled and not self._is_torn and (line.indented or not self.setting.indents)
            return mark or (read_bare(line.text) if begins else None)
        if mark and mark.kind != "decimal":
            return mark
        found = read_before_digit(line.text, *(self._next_items if settled else ()))
        return found or (
            read_article(line.text, self.last["article"] + 1) if settled and "article" in self.last else None
        )

    @property
    def _next_items(self) -> tuple[int, ...]:
        """The numbers that an item may have: the next one, and 1 below a clause of another kind or a colon."""
        above = self.found[-1] if self.found else None
        opens = above and (above.passage.text.endswith(("：", ":")) or (above.mark and above.mark.kind != "item"))
        return (self.last.get("item", 0) + 1, *([1] if opens else []))

    def _is_torn_off(self, mark: Mark) -> bool:
        return not self._has_turn(mark) or self._is_torn

    @property
    def _is_torn(self) -> bool:
        """Whether the line above is full, and has not ended."""
        return self.above is not None and self.setting.fills(self.above) and not ENDS.search(self.above.text)

    def _has_turn(self, mark: Mark) -> bool:
        """Whether a number may stand here: the first of a list, the next one, or a bullet."""
        return mark.value in (0, 1, self.last.get(mark.kind, 0) + 1)

    def _goes_on(self, above: Clean, line: Clean, mark: Mark | None) -> bool:
        """Whether `line` goes on with the paragraph that `above` ends; `mark` is the number that it begins with.

        1. Never at a heading, an indent or a note (注：).
        2. After the end of a sentence only as `_goes_on_ended` says.
        3. After a comma or an open bracket always, whatever number the line seems to begin with.
        4. Where paragraphs are indented, and when the line above is full, unless a number has its turn.
        5. Else unless it begins with a number or a label (组长：……), or the line above is a heading: one with a number,
           or a few words that stand apart from what is above and below them alike.
        """
        if line.heading or above.heading or NOTE.match(line.text) or (self.setting.indents and line.indented):
            return False
        if ENDS.search(above.text):
            return self._goes_on_ended(above, line, mark)
        if OPENS.search(above.text):
            return True
        if self.setting.indents or self.setting.fills(above):
            return not (mark and self._has_turn(mark))
        if above.gap == line.gap and self._is_bare_heading:
            return False
        return not (mark or LABEL.match(line.text) or _is_heading(self.found[-1], torn=line.torn))

    @property
    def _is_bare_heading(self) -> bool:
        """Whether the last paragraph is but a few words below an ended one, with no number and no stop: 工作回顾."""
        if len(self.found) < 2 or self.found[-1].mark or len(self.found[-1].passage.text) > LONGEST_BARE:
            return False
        above = self.found[-2]
        return bool(above.cells or ENDS.search(above.passage.text)) and not STOPS.search(self.found[-1].passage.text)

    def _goes_on_ended(self, above: Clean, line: Clean, mark: Mark | None) -> bool:
        """Whether a line goes on below one that ends in an end mark.

        1. In indented text, unless it begins with a number that is not one of a list in the sentence.
        2. Where lines are full: below ； or ：, unless it begins with such a number.
        """
        full = self.setting.fills(above)
        free = not mark or _in_list(mark, line, self.found[-1])
        if self.setting.indents:
            return full or free
        return full and free and above.text.endswith(("：", ":", "；", ";"))


def joined(lines: Sequence[Clean]) -> list[Paragraph]:
    """The paragraphs of these lines.

    A line goes on with the one above when that one has not ended: no 。；： at its end, and it is no heading. In a
    text that indents its paragraphs, a line without indent goes on with what stands above it.
    """
    joiner = _Joiner(_setting(lines))
    for line in lines:
        joiner.add(line)
    return joiner.found


def _row(line: Clean) -> Paragraph:
    numbers = tuple(line.line.cell_number(column) for column in range(len(line.line.cells)))
    return Paragraph(Passage(), None, line.line.cells, numbers)


def _in_list(mark: Mark, line: Clean, paragraph: Paragraph) -> bool:
    """Whether the number is one of a list inside a paragraph: the one before it stands there, or the next one in this
    line."""
    beside = mark.value + 1 if mark.value == 1 else mark.value - 1
    text = line.text[mark.length :] if mark.value == 1 else paragraph.passage.text
    return any(found.kind == mark.kind and found.value == beside for found in inner_marks(text))


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


def _is_heading(paragraph: Paragraph, *, torn: bool) -> bool:
    """Whether a paragraph without an end mark is a heading by itself: numbered, short and without a sentence; above
    the number of a page only 一、 and （一） are, for 1. is more often a sentence that goes on."""
    text, mark = paragraph.passage.text, paragraph.mark
    if mark is None or (torn and KINDS.index(mark.kind) >= KINDS.index("item")):
        return False
    stops = "[。，]" if mark.kind in ("article", "bullet") else "。"
    return not re.search(stops, text) and len(text) <= LONGEST_HEADING
