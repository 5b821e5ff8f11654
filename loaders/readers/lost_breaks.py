"""Line breaks that a text has lost on its way, and what is left of them: white space, or nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from graph.ids import CIRCLED
from graph.numerals import NUMERAL
from loaders.readers.page import Line

LONG = 600
"""Characters from which a line with runs of white space is taken for several whose breaks were lost. Paragraphs
of official documents stay below it or have no such runs."""
RUN = re.compile(r"[ \u2002\u3000\xa0]{2,}")
NUMBERED = rf"{NUMERAL}、|[（(]{NUMERAL}[)）]|第{NUMERAL}(?:分?编|[章节条])|\d{{1,2}}[.．](?!\d)"
MARKED = (
    rf"{NUMBERED}|第{NUMERAL}(?:篇|部分)|{NUMERAL}[．.]|[（(]?\d{{1,3}}[)）]|\d{{1,3}}(?:[.．](?:(?!\d)|(?=(?:19|20)\d\d年))|、)"
    rf"|\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}\s|[{CIRCLED}●■◆•]|[—－-]{{2}}"
)
STOP = r"(?:(?<=[。；：！？])|(?<=[。；！？][”’）\x22]))"
CLAUSE = re.compile(rf"{STOP}(?<!附件：)(?={NUMBERED})")
STARTS = re.compile(NUMBERED)
AFTER = re.compile(rf"{STOP}\s+(?=\S)")
BEFORE = re.compile(rf"(?<=\S)\s+(?=附件(?:\d{{0,2}}|{NUMERAL})[:：\s]|{MARKED})")
TAIL = re.compile(
    r"(?<=\d日)\s*(?=附件[:：]|[（(]此件)|(?<=。)(?=附件?\d?[:：]1)|(?:(?<=公开发布[）)])|(?<=主动公开[）)]))\s*(?=[\u4e00-\u9fff])"
)
"""Where what follows the text stands right behind it: the list of annexes, （此件公开发布）, the work of a notice."""
FIRST = re.compile(r"(?<=[\u4e00-\u9fff）])(?=第一[编章]\s)")
"""Where the first chapter stands right behind the title."""
BREAK = re.compile(rf"{AFTER.pattern}|{RUN.pattern}")
INSIDE = re.compile(r"(?<=[\u4e00-\u9fff号：）])\s+(?=[\u4e00-\u9fff《])")
OPEN = re.compile(rf"(?:第{NUMERAL}(?:分?编|[章节条])|{NUMERAL}、|[（(]{NUMERAL}[)）]|^.)$")
"""What does not end a line: a number, or the first character of a spaced word (总　则)."""
FEWEST = 3
"""Runs of white space, or sentences with a space behind them, in a line whose breaks became white space."""
MOST = 0.8
"""Part of a text that such lines make up; in others a space is a slip."""


def restored(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those split again whose breaks became white space, or vanished; the parts keep the number.

    The list of annexes behind the date, and the work behind （此件公开发布）, always begin a line. Else
    1. Long lines with runs of white space are split at the runs.
    2. Where nearly all the text is lines with white space behind their sentences, single spaces part lines: those
       behind sentences, before clause numbers, and all above the first sentence, where title and recipients stand.
    3. A clause number after a sentence's end begins a line only where a single long line holds nearly all the text, or
       the whole file is one or two lines, and where more numbers stand there than begin lines: in a paragraph it may
       number what that paragraph lists.
    """
    flat = {line for line in lines if len(BREAK.findall(line.text.strip())) >= FEWEST}
    most = MOST * sum(len(line.text) for line in lines)
    spaced = sum(len(line.text) for line in lines if line in flat) > most
    parts = {line: _spaced(line) if spaced and line in flat else _parted(line) for line in lines}
    few = sum(not part.blank for line in lines for part in parts[line]) <= 2
    blobs = {line for line in lines if few or len(line.text) > max(most, LONG) or (spaced and line in flat)}
    apart = {line: [Line(end, line.number) for part in parts[line] for end in TAIL.split(part.text)] for line in lines}
    return tuple(chain.from_iterable(_numbered(apart[line]) if line in blobs else apart[line] for line in lines))


def _parted(line: Line) -> tuple[Line, ...]:
    if len(line.text) < LONG or not RUN.search(line.text.strip()):
        return (line,)
    return tuple(Line(part, line.number) for part in _joined(RUN.split(line.text)))


def _spaced(line: Line) -> tuple[Line, ...]:
    front, stop, rest = line.text.strip().partition("。")
    *above, sentence = INSIDE.split(front)
    runs = chain.from_iterable(map(RUN.split, (*above, sentence + stop + rest)))
    ends = (end for run in _joined(runs) for behind in AFTER.split(run) for end in BEFORE.split(behind))
    return tuple(Line(end, line.number) for end in ends if end)


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """The parts, each number with what follows it: 第一条, 一、 and the first character of 总　则."""
    held = ""
    for part in filter(None, parts):
        held = f"{held} {part}" if held else part
        if not OPEN.search(held if len(part) > 1 else part):
            yield held
            held = ""
    if held:
        yield held


def _numbered(parts: Sequence[Line]) -> tuple[Line, ...]:
    """The parts of a line that holds nearly all the text, split before the clause numbers inside them."""
    pieces = [Line(piece, part.number) for part in parts for piece in FIRST.split(part.text)]
    inside = sum(len(CLAUSE.findall(piece.text)) for piece in pieces)
    if inside <= sum(bool(STARTS.match(piece.text)) for piece in pieces):
        return tuple(pieces)
    return tuple(Line(end, piece.number) for piece in pieces for end in CLAUSE.split(piece.text))
