"""Line breaks that a text has lost on its way, and what is left of them: white space, or nothing."""

import re
from collections.abc import Sequence
from itertools import chain

from graph.numerals import NUMERAL
from loaders.readers.page import Line

LONG = 600
"""Characters from which a line with runs of white space is taken for several whose breaks were lost. Paragraphs
of official documents stay below it or have no such runs."""
RUN = re.compile(r"[ \u2002\u3000\xa0]{2,}")
NUMBERED = rf"{NUMERAL}、|[（(]{NUMERAL}[)）]|第{NUMERAL}(?:分?编|[章节条])|\d{{1,2}}[.．](?!\d)"
STOP = r"(?:(?<=[。；：！？])|(?<=[。；！？][”’）\x22]))"
CLAUSE = re.compile(rf"{STOP}(?={NUMBERED})")
AFTER = re.compile(rf"{STOP}\s+(?=\S)")
BEFORE = re.compile(rf"(?<=[\u4e00-\u9fff）》”\x22])\s+(?=附件(?:\d{{0,2}}|{NUMERAL})[:：\s]|{NUMBERED})")
BREAK = re.compile(rf"{AFTER.pattern}|{RUN.pattern}")
INSIDE = re.compile(r"(?<=[\u4e00-\u9fff号：）])\s+(?=[\u4e00-\u9fff《])")
FEWEST = 3
"""Runs of white space, or sentences with a space behind them, in a line whose breaks became white space."""
MOST = 0.8
"""Part of a text that such lines make up; in others a space is a slip."""


def restored(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those split again whose breaks became white space, or vanished; the parts keep the number.

    1. Long lines with runs of white space are split at the runs.
    2. Where nearly all the text is lines with white space behind their sentences, single spaces part lines: those
       behind sentences, before clause numbers, and all above the first sentence, where title and recipients stand.
    3. A clause number after a sentence's end begins a line only where a single long line holds nearly all the text, or
       the whole file is one or two lines: in a paragraph it may number what that paragraph lists.
    """
    flat = [line for line in lines if len(BREAK.findall(line.text.strip())) >= FEWEST]
    most = MOST * sum(len(line.text) for line in lines)
    if sum(len(line.text) for line in flat) > most:
        return tuple(chain.from_iterable(_spaced(line) if line in flat else (line,) for line in lines))
    split = tuple(chain.from_iterable(map(_parted, lines)))
    longest = max((len(line.text) for line in split), default=0)
    if sum(not line.blank for line in split) > 2 and longest <= max(most, LONG):
        return split
    return tuple(Line(part, line.number) for line in split for part in CLAUSE.split(line.text))


def _parted(line: Line) -> tuple[Line, ...]:
    if len(line.text) < LONG or not RUN.search(line.text.strip()):
        return (line,)
    return tuple(Line(part, line.number) for part in RUN.split(line.text) if part)


def _spaced(line: Line) -> tuple[Line, ...]:
    front, stop, rest = line.text.strip().partition("。")
    *above, sentence = INSIDE.split(front)
    parts = (*above, sentence + stop + rest)
    ends = (
        end for part in parts for run in RUN.split(part) for behind in AFTER.split(run) for end in BEFORE.split(behind)
    )
    return tuple(Line(end, line.number) for end in ends if end)
