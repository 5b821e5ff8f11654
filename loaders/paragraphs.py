"""The paragraphs of a text: lines joined, and parted where several clauses stand in one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from graph.numerals import NUMERAL
from loaders.joining import NOTE, joined
from loaders.lead_ins import without_lead_ins
from loaders.numbering import KINDS, Mark, inner_marks, read_mark
from loaders.text import Clean, Paragraph, Passage

STOP = re.compile(r"[。；;]|[（(][^（()）]*[：:][^（()）]*[)）]")
"""What stands before the next clause in a line: the end of a sentence, or who does what (（责任单位：……）)."""
RUN_IN = re.compile(
    rf"^[^。；;：:，,！？]{{2,30}}?(?=[（(]{NUMERAL}[)）]|第{NUMERAL}条|(?<!\d)\d{{1,2}}\s*[.．、]\s*(?!\d))"
)


def paragraphs(lines: Sequence[Clean]) -> tuple[Paragraph, ...]:
    """The paragraphs of these lines, each with the one clause number that it begins with."""
    listed = [part for paragraph in without_lead_ins(joined(lines)) for part in _listed(paragraph)]
    return tuple(_noted(_parted(listed)))


def _listed(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph whose clauses run on in one line (1.……；2.……；3.……), parted at the next number of its kind; not one
    that has a list of that kind in itself (2.……：1.……；2.……；3.……)."""
    passage, mark, level = paragraph.passage, paragraph.mark, paragraph.level
    for stop in STOP.finditer(paragraph.passage.text) if mark and not _lists(passage.text, mark) else ():
        behind = paragraph.passage.text[stop.end() :]
        space = len(behind) - len(behind.lstrip())
        following = read_mark(behind[space:])
        if mark and following and following.kind == mark.kind and following.value == mark.value + 1:
            end = stop.end() - len(paragraph.passage.text) + len(passage.text)
            yield Paragraph(passage.until(end), mark, level=level)
            passage, mark = passage.after(end + space + following.length), following
    yield Paragraph(passage, mark, paragraph.cells, paragraph.cell_lines, level)


def _lists(text: str, mark: Mark) -> bool:
    """Whether a list numbered like the paragraph begins inside it."""
    return any(found.kind == mark.kind and found.value == 1 for found in inner_marks(text))


def _parted(found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, parted where the first number below stands in the line of its heading or right behind its number:
    一、总体要求（一）指导思想。…… is two, when （二） begins a line below."""
    done: list[Paragraph] = []
    last: dict[str, int] = {}
    for index, paragraph in enumerate(found):
        rest = paragraph
        while (cut := _run_in(rest)) and (_has_neighbour(last, *cut, found, index + 1) or _is_series(cut[1])):
            done.append(cut[0])
            rest = cut[1]
        done += [rest] if rest is paragraph else _listed(rest)
        last |= {part.mark.kind: part.mark.value for part in (paragraph, rest) if part.mark}
    return done


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


def _is_series(inner: Paragraph) -> bool:
    """Whether the paragraph, which is numbered 1, holds the next number too: …工程1.甲。……2.乙。……"""
    mark, parts = inner.mark, list(_listed(inner))
    return mark is not None and mark.value == 1 and len(parts) > 1


def _has_neighbour(
    last: Mapping[str, int], head: Paragraph, inner: Paragraph, found: Sequence[Paragraph], start: int
) -> bool:
    """Whether the number of the paragraph `inner` to the heading is the first of its kind there, or runs on from the
    last one, and the next one follows in `found` from `start` on. Articles run through chapters, of which some have but
    one."""
    number, outer = inner.mark, head.mark
    assert number
    assert outer
    runs_on = number.value == last.get(number.kind, 0) + 1
    if number.kind == "article" and runs_on:
        return True
    below = (found[index].mark for index in range(start, len(found)))
    inside = takewhile(lambda mark: KINDS.index(mark.kind) > KINDS.index(outer.kind), filter(None, below))
    after = next((mark.value for mark in inside if mark.kind == number.kind), 0)
    return (number.value == 1 or runs_on) and after == number.value + 1


def _noted(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, without numbers those that go on with the list of a note: 注：1.…… and 2.…… below it, also where
    注： stands alone."""
    note: Mark | None = None
    alone = False
    for paragraph in found:
        mark, text = paragraph.mark, paragraph.passage.text
        begins = alone and mark is not None and mark.kind == "item" and mark.value == 1
        alone = False
        if mark and (begins or (note and (mark.kind, mark.value) == (note.kind, note.value + 1))):
            note = mark
            yield replace(paragraph, passage=paragraph.passage.before(mark.written), mark=None)
            continue
        match = NOTE.match(text) if not mark else None
        note = read_mark(text[match.end() :]) if match else None
        alone = match is not None and match.end() == len(text)
        yield paragraph


def pieces(passage: Passage) -> Iterator[tuple[str, int]]:
    """The passage line by line, as (text, source line)."""
    ends = [*(offset for offset, _ in passage.lines[1:]), len(passage.text)]
    for (offset, line), end in zip(passage.lines, ends, strict=True):
        yield passage.text[offset:end], line
