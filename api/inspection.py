"""What was read in one document, for a person to check in a minute: as text, and as a page with the finds marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from api import tables
from graph.model import Assignment, Citation, Clause, Discrepancy, DocumentFacts, Implements, Indicator

HEAD_FIELDS = (
    "number", "title", "notice_title", "genre", "issuers", "recipients", "level", "region", "issued", "printed",
    "effective", "expires", "status",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finds:
    """All that hangs on one clause."""

    clause: Clause
    indicators: tuple[Indicator, ...]
    assignments: tuple[Assignment, ...]
    citations: tuple[Citation, ...]
    links: tuple[Implements, ...]
    discrepancies: tuple[Discrepancy, ...]

    def notes(self) -> Iterator[tuple[str, str]]:
        """What was found, a (kind, words) pair each."""
        for item in self.indicators:
            yield "indicator", tables.indicator(item)
        for body in self.assignments:
            yield "unit", f"{body.target} ({body.role}), written {body.as_written}"
        for cited in self.citations:
            yield "citation", f"{cited.relation} {cited.as_written}"
        for link in self.links:
            yield "breaks down", f"{link.target.rpartition('/')[2]}  {link.score:.2f} {link.carried}"
        for differing in self.discrepancies:
            yield "differs", f"{differing.b.rpartition('/')[2]} ({differing.weight}): {differing.note}"


Fact = Indicator | Assignment | Citation


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a clause's text: what kind of find it is ("" for none), what the find says, and the find."""

    text: str
    kind: str = ""
    says: str = ""
    fact: Fact | None = None


def finds(facts: DocumentFacts) -> tuple[Finds, ...]:
    """The clauses of a document in order, each with all that hangs on it."""

    def by_clause(items: Iterable[object], end: str = "source") -> dict[str, list[object]]:
        found: dict[str, list[object]] = defaultdict(list)
        for item in items:
            found[getattr(item, end)].append(item)
        return found

    parts = (
        by_clause(facts.indicators),
        by_clause(facts.assignments),
        by_clause(facts.citations),
        by_clause(facts.links),
        by_clause(facts.discrepancies, "a"),
    )
    return tuple(
        Finds(clause, *(tuple(part.get(clause.id, ())) for part in parts))  # type: ignore[arg-type]  # by field
        for clause in facts.clauses
    )


def head(facts: DocumentFacts) -> Iterator[tuple[str, str]]:
    """The head of a document, a (field, value) pair each, inferred ones with the reason."""
    reasons = dict(facts.document.inferences)
    for field in HEAD_FIELDS:
        value = getattr(facts.document, field)
        if value:
            words = "；".join(value) if isinstance(value, tuple) else value
            yield field, f"{words}  ({reasons[field]})" if field in reasons else words


def outline(facts: DocumentFacts) -> RenderableType:
    """The head, the clauses with their addresses and all that was found in them, and the doubts."""
    blocks: list[RenderableType] = [Text(facts.document.id, style="bold")]
    blocks += [Text(f"   {field}: {value}") for field, value in head(facts)]
    for item in finds(facts):
        kind = " ".join(word for word in (item.clause.type, "task" if item.clause.task else "") if word)
        blocks += [Text(), Text(f"{item.clause.address}  ({kind})", style="bold"), Text(item.clause.text)]
        blocks += [Text(f"   {kind}: {words}") for kind, words in item.notes()]
    blocks += [Text(), *(Text(f"line {d.line}: {d.rule}: {d.message}") for d in facts.doubts)]
    return Group(*blocks, Text(f"{len(facts.clauses)} clauses, {len(facts.doubts)} warnings"))


def pieces(item: Finds) -> tuple[Piece, ...]:
    """The text of a clause cut at its finds."""
    return cut(item.clause.text, (*item.indicators, *item.assignments, *item.citations))


def cut(text: str, found: Iterable[Fact]) -> tuple[Piece, ...]:
    """A text cut at what was found in it; where finds overlap, the first and longest is marked."""
    marks = [mark for fact in found for mark in _mark(text, fact)]
    position, done = 0, list[Piece]()
    for start, end, piece in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        if start >= position:
            done += [Piece(text[position:start]), piece]
            position = end
    return tuple(piece for piece in (*done, Piece(text[position:])) if piece.text)


def _mark(text: str, fact: Fact) -> Iterator[tuple[int, int, Piece]]:
    """Where a find stands in a text; the place of units and citations is that of their words."""
    if isinstance(fact, Indicator):
        start, end, kind, says = fact.span.start, fact.span.end, "indicator", tables.indicator(fact)
    else:
        start = text.find(fact.as_written)
        end = start + len(fact.as_written)
        kind, says = ("unit", fact.target) if isinstance(fact, Assignment) else ("citation", fact.relation)
    if 0 <= start < end:
        yield start, end, Piece(text[start:end], kind, says, fact)


def page(facts: DocumentFacts) -> str:
    """A self-contained HTML page: the text in order with units, quantities and citations marked, and the doubts."""
    from api.page.rendering import template  # noqa: PLC0415  # questions do not wait for it

    marked = [(item, pieces(item)) for item in finds(facts)]
    return template("inspection.html").render(
        document=facts.document, head=list(head(facts)), marked=marked, doubts=facts.doubts
    )
