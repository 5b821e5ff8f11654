"""The parts of a document: front, the notice that wraps it, body, annexes, back (GB/T 9704-2012 chapter 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.ids import NUMBER
from loaders.annexes import AnnexPart, read_parts, with_lost_marks
from loaders.contents import without_contents
from loaders.fields import Fields, without_fields
from loaders.front_lines import unglued
from loaders.fronts import Front, are_bodies, is_recipients, read_front, stamped, without_status
from loaders.furniture import without_furniture
from loaders.loose_numbers import regular
from loaders.readers.page import Page
from loaders.text import Clean, clean
from loaders.wrappers import Wrapped, parted, trailing, unwrapped

LONGEST_INNER = 4
"""Lines between the title of a work that is passed on and its text."""
DEEPEST = 3
"""Notices around notices: 关于转发《……关于印发〈……〉的通知》的通知 is two, more than three are not known."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a document. `front` is that of the outermost text, `title` and `title_line` are the work's, and
    `notice` are the lines of the notice that only wraps it. `back` are signature, date and imprint, and among them
    `notice_back` those of the notice. A work that is passed on (转发) by a notice without a number has its own,
    `inner_number`, and its title and signature, `passed_on`, say whose it is."""

    front: Front
    title: str
    title_line: int
    status: str
    notice: tuple[Clean, ...]
    body: tuple[Clean, ...]
    annexes: tuple[AnnexPart, ...]
    back: tuple[Clean, ...]
    fields: Fields
    notice_back: tuple[Clean, ...] = ()
    inner_number: str = ""
    passed_on: tuple[Clean, ...] = ()

    @property
    def wrapped(self) -> bool:
        """Whether a notice wraps the work."""
        return self.title != self.front.title and bool(self.front.title)


def lay_out(page: Page) -> Layout:
    """The parts of the document on this page."""
    lines, fields = without_fields(without_furniture(clean(page.lines)))
    lines = without_contents(unglued(regular(lines)))
    front = read_front(lines)
    found = _work(front, lines[front.end :])
    work = found.work
    title, status = without_status(work.title)
    own, behind = trailing(work.title, with_lost_marks(work.lines, found.listed))
    parts = read_parts(own, found.listed)
    body, signed = parted(parts.body)
    passed_on = "转发" in front.title and title != front.title and not front.number
    return Layout(
        front=front,
        title=title,
        title_line=work.title_line,
        status=status or front.status,
        notice=work.notice,
        body=body,
        annexes=(*parts.annexes, *behind),
        back=(*found.back, *signed, *parts.back),
        fields=fields,
        notice_back=found.back,
        inner_number="" if front.number else found.number,
        passed_on=(*signed, *parts.back) if passed_on else (),
    )


@dataclass(frozen=True, slots=True)
class _Work:
    """A work out of its notices: the annexes that they list, its own number, and the signature of the outermost."""

    work: Wrapped
    listed: Mapping[str, str]
    number: str
    back: tuple[Clean, ...]


def _work(front: Front, lines: Sequence[Clean]) -> _Work:
    """The innermost work; its `notice` is all that the notices around it say, without their signatures."""
    work = Wrapped((), front.title, front.line, tuple(lines))
    listed: dict[str, str] = {}
    number = ""
    signatures: list[tuple[Clean, ...]] = []
    for _ in range(DEEPEST):
        inner = unwrapped(work.title, work.lines)
        if not inner:
            break
        notice = read_parts(inner.notice)
        listed |= notice.listed
        signatures.append(notice.back)
        head, text = _inner_front(inner.lines)
        number = next((line.text for line in head if NUMBER.fullmatch(line.text)), number)
        work = Wrapped((*work.notice, *notice.body, *head), inner.title, inner.title_line, text)
    return _Work(work, listed, number, next(iter(signatures), ()))


def _inner_front(lines: tuple[Clean, ...]) -> tuple[tuple[Clean, ...], tuple[Clean, ...]]:
    """Number and recipients below the title of a text that is passed on (转发), and its text, without the lines that
    say who made it and when."""
    end = 0
    while end < min(LONGEST_INNER, len(lines)) and (_heads(lines[end]) or _signs(lines[end])):
        end += 1
    return tuple(filter(_heads, lines[:end])), lines[end:]


def _heads(line: Clean) -> bool:
    return bool(NUMBER.fullmatch(line.text)) or is_recipients(line.text)


def _signs(line: Clean) -> bool:
    return not line.line.cells and (are_bodies(line) or stamped(line.text) is not None)
