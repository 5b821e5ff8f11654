"""Parts of a clause's text: the sentence, and the segment of it that one mark can reach."""

import re
from itertools import pairwise

SENTENCE_END = re.compile(r"[。！？!?\n]")
STOP = re.compile(r"[，。；：！？!?;\n]|(?<!\d)[,:]|[,:](?!\d)")
OPEN, CLOSE = "（(［[", "）)］]"
LONGEST = 150  # characters of a segment on each side of a number; a longer run without a mark is no prose


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as [start, end), up to 。！？ or a line break; 分号 parts no sentence."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    bounds = [0, *ends] if ends and ends[-1] == len(text) else [0, *ends, len(text)]
    return tuple(pairwise(bounds))


def segment(text: str, start: int, end: int) -> tuple[int, int]:
    """The segment around [start, end): up to the next ，。；： on both sides, or the bracket that it stands in.

    Brackets that open and close on the way are passed over: 残疾人高中（部）不低于 is one segment.
    """
    return _back(text, start), _forth(text, end)


def _back(text: str, position: int) -> int:
    depth, end = 0, max(0, position - LONGEST)
    while position > end:
        char = text[position - 1]
        depth += (char in CLOSE) - (char in OPEN)
        if depth < 0 or (depth == 0 and STOP.match(text, position - 1)):
            return position
        position -= 1
    return end


def _forth(text: str, position: int) -> int:
    depth, end = 0, min(len(text), position + LONGEST)
    while position < end:
        char = text[position]
        depth += (char in OPEN) - (char in CLOSE)
        if depth < 0 or (depth == 0 and STOP.match(text, position)):
            return position
        position += 1
    return end
