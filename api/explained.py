"""Explanations for people: the two texts with their aligned passages marked by number, and what came near."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from api import tables
from graph.answers import ClauseCard
from graph.decisions import DecisionCard
from graph.explanations import Caution, ComparedIndicators, Explanation, Refusal, WhyNot
from graph.model import Evidence, Indicator, Span
from graph.standing import HINDERED

CAUTIONS: Mapping[Caution, str] = {
    "no citation": "the document below does not cite the one above",
    "one passage": "all rests on one passage",
    "another likelier": "another clause of the document above is likelier",
    "date unknown": "the date of one of the two documents is unknown",
}
"""What speaks against a link, in words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a clause's text: the numbers of the evidence that it belongs to, and of that which begins here."""

    text: str
    numbers: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


def pieces(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """The text cut where evidence begins and ends; the spans are numbered from 1 as they come."""
    ranked = list(enumerate(spans, 1))
    cuts = sorted({0, len(text), *(place for span in spans for place in (span.start, span.end))})
    return tuple(
        Piece(
            text[start:end],
            tuple(number for number, span in ranked if span.start <= start and end <= span.end),
            tuple(number for number, span in ranked if span.start == start),
        )
        for start, end in pairwise(cuts)
    )


def explanation(answer: Explanation) -> RenderableType:
    """One pair: both texts with the evidence marked ⟦1 …⟧, what holds or is missing, evidence and indicators."""
    sides = (("below", answer.source, sources(answer)), ("above", answer.target, targets(answer)))
    blocks: list[RenderableType] = []
    for side, card, spans in sides:
        blocks += [Text(f"{side}  {card.id}  {place(card)}", style="bold"), _marked(card.text, spans), Text()]
    return Group(
        *blocks,
        _labelled(_standing(answer)),
        *_section("evidence", (f"{rank}  {evidence(item)}" for rank, item in enumerate(answer.evidence, 1))),
        *_indicators(answer.indicators),
    )


def why_not(answer: WhyNot) -> RenderableType:
    """What a clause carries out, what came near and why it was refused, and which documents it could carry out."""
    documents = (f"{item.id}  {item.title}" for item in answer.documents)
    others = (f"{count}: {HINDERED[hindrance]}" for hindrance, count in answer.hindered.items())
    finding = (("finding", f"{answer.finding}: {answer.meaning}"),)
    return Group(
        Text(f"{answer.clause.id}  {place(answer.clause)}", style="bold"),
        Text(answer.clause.text),
        Text(),
        _labelled(finding),
        *_section("links", map(tables.step, answer.links)),
        *_section("refused", map(_refusal, answer.refusals)),
        *_section("links of the clauses around and inside it", map(tables.step, answer.around)),
        *_section("documents that it could carry out", documents, "none is loaded"),
        *_section("documents that it could not (it: the document of this clause)", others),
    )


def sources(answer: Explanation) -> list[Span]:
    """The passages of the evidence in the lower text."""
    return [item.source for item in answer.evidence]


def targets(answer: Explanation) -> list[Span]:
    """The passages of the evidence in the upper text."""
    return [item.target for item in answer.evidence]


def place(card: ClauseCard) -> str:
    """示例市, municipal."""
    return ", ".join(word for word in (card.region_name or card.region, card.level) if word)


def evidence(item: Evidence) -> str:
    """measure 2.10 (教师兼职取酬): 「校外兼职」 line 4 = 「兼课取酬」 line 2."""
    words = tables.evidence(item)
    return words.replace(":", f" ({item.name}):", 1) if item.name else words


def verdict(row: ComparedIndicators) -> str:
    """lowered, due later; not comparable (grows with the territory); only below."""
    if row.source is None or row.target is None:
        return "only above" if row.source is None else "only below"
    obstacle = f" ({row.obstacle})" if row.obstacle else ""
    due = f", due {row.timing}" if row.timing in ("earlier", "later") else ""
    return f"{row.verdict}{obstacle}{due}"


def decided(card: DecisionCard | None) -> str:
    """confirmed by 张三 at 2024-05-01T08:30:00Z: note; suspect where the texts are no longer those of then; none."""
    if card is None:
        return "none"
    note = f": {card.decision.note}" if card.decision.note else ""
    state = f" ({card.state})" if card.state != "holds" else ""
    return f"{card.decision.status} by {card.decision.by} at {card.decision.at}{state}{note}"


def against(cautions: Iterable[Caution]) -> str:
    """What speaks against a link in a line."""
    return "; ".join(CAUTIONS[caution] for caution in cautions)


def _standing(answer: Explanation) -> Iterator[tuple[str, str]]:
    yield "status", answer.status or "no link"
    if answer.score is not None:
        yield "score", f"{answer.score:.2f}"
        yield "method", answer.method or ""
    if answer.score is not None and not answer.reason:
        yield "carried", answer.carried or ""
    if answer.reason:
        yield "reason", answer.reason
    yield "decision", decided(answer.decision)
    if answer.cautions:
        yield "against", against(answer.cautions)
    if answer.rules:
        yield "rules", answer.rules


def _labelled(rows: Iterable[tuple[str, str]]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, words in rows:
        grid.add_row(f"   {label}", words)
    return grid


def _section(head: str, lines: Iterable[str], none: str = "") -> Iterator[RenderableType]:
    """A head and its lines; nothing where there are none and that needs no word."""
    found = list(lines) or [none] * bool(none)
    if found:
        yield Text(f"\n{head}", style="bold")
        yield from (Text(f"   {line}") for line in found)


def _indicators(rows: Sequence[ComparedIndicators]) -> Iterator[RenderableType]:
    if rows:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for head in ("   below", "above", "verdict"):
            table.add_column(head, overflow="fold")
        for row in rows:
            table.add_row(f"   {_indicator(row.source)}", _indicator(row.target), verdict(row))
        yield from (Text("\nindicators", style="bold"), table)


def _indicator(item: Indicator | None) -> str:
    return tables.indicator(item) if item else "–"


def _marked(text: str, spans: Sequence[Span]) -> Text:
    """学校⟦1,3 体育场馆⟧双向开放."""
    marked = (
        f"⟦{','.join(map(str, piece.numbers))} {piece.text}⟧" if piece.numbers else piece.text
        for piece in pieces(text, spans)
    )
    return Text("".join(marked))


def _refusal(item: Refusal) -> str:
    decision = f"; {decided(item.decision)}" if item.decision else ""
    return f"{item.target.id}  {item.score:.2f} {item.status}: {item.reason}{decision}"
