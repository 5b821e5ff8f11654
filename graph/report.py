"""A document for a meeting: what it rests on, what became of it below, who must act by when, and what to look at."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph import lookup, questions, records
from graph.answers import ClauseCard, DocumentCard, LinkStep, Unit
from graph.as_of import AsOf, as_of_in
from graph.carrying import one_measure
from graph.comparison import CompareAnswer, compare_in
from graph.coverage import CoverageAnswer, CoveredClause, carries_out, coverage_in, exempt_from
from graph.deadlines import first_due
from graph.decisions import DecisionCard, decision_cards
from graph.facts import read_document
from graph.keeping import kept
from graph.model import Discrepancy, Document, Doubt, Implements, Indicator, LinkStatus
from graph.once import broken_down
from graph.queries import Reader, Row
from graph.sources import Source, sources
from graph.store import Store
from graph.web import Web, indicators, rank


@dataclass(frozen=True, slots=True)
class Joint:
    """A link with its clauses: the lower one, which carries out the upper one."""

    lower: ClauseCard
    upper: ClauseCard
    link: LinkStep


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A clause of the document that counts and is carried out below: by one link (`links`), or `over` several."""

    clause: CoveredClause
    links: tuple[Joint, ...]
    over: tuple[ClauseCard, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """A task of the document, or one below that derives from it: `source` is then the likest clause of the document."""

    task: ClauseCard
    units: tuple[Unit, ...]
    figures: tuple[Indicator, ...]
    source: Source | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that is to be said of a document in a meeting.

    `above` and `below` are the documents that it is compared with, `unloaded` those that it cites and that are not
    loaded, of which nothing is known. `bases` are the links up to other documents, `unfounded` the clauses that count
    and carry out nothing above. `coverage` is that of the document, `taken_up` tells of its clauses which links carry
    them. `breaks_down` is the clause that a row of a document's own task list breaks down: `bases` and `taken_up` leave
    a row out where that clause has the same link, and `actions` the clause where the row is there, with the units of
    the clause where it names none. `links` counts the links to and from other documents by status; `suspect` are
    decisions on them whose texts changed. `as_of` is what all of it rests on.
    """

    document: Document
    above: tuple[DocumentCard, ...]
    below: tuple[DocumentCard, ...]
    unloaded: tuple[DocumentCard, ...]
    bases: tuple[Joint, ...]
    unfounded: tuple[ClauseCard, ...]
    coverage: CoverageAnswer
    taken_up: tuple[TakenUp, ...]
    figures: CompareAnswer
    breaks_down: dict[str, str]
    actions: tuple[Action, ...]
    discrepancies: tuple[Discrepancy, ...]
    doubts: tuple[Doubt, ...]
    links: dict[LinkStatus, int]
    suspect: tuple[DecisionCard, ...]
    as_of: AsOf


def report(store: Store, document: str) -> Report:
    """The report on the document that people call `document`, from one state of the store. Raises UnknownReference,
    AmbiguousReference, and InputError for a clause and for a document that is only cited."""
    now = store.snapshot()
    id = lookup.loaded_document(now, document)
    web = kept(now, Web.of)
    return _Making(now, id, web, broken_down(web)).report()


@dataclass(frozen=True, slots=True)
class _Making:
    now: Reader
    id: str
    web: Web
    rows_of: dict[str, str]  # what the rows of task lists break down

    def report(self) -> Report:
        facts, covered = read_document(self.now, self.id), coverage_in(self.web, self.now, self.id)
        figures = indicators(self.now, self.web.documents)
        own = self.web.of_document(self.id)
        links = [link for link in _between(self.now, self.web) if self.id in map(_document, (link.source, link.target))]
        unfounded = [
            clause.id
            for clause in own
            if exempt_from(self.web, clause, figures) is None and not carries_out(self.web, clause)
        ]
        bases = self._joints(row for clause in own for row in self.web.above.get(clause.id, ()))
        above, below = {joint.upper.document for joint in bases}, {column.document for column in covered.columns}
        cited = {citation.target for citation in facts.citations}
        known = questions.documents_in(self.now)
        return Report(
            document=facts.document,
            above=tuple(card for card in known if card.id in above),
            below=tuple(card for card in known if card.id in below),
            unloaded=tuple(card for card in known if card.id in cited and not card.loaded),
            bases=bases,
            unfounded=tuple(lookup.cards_of(self.now, unfounded)),
            coverage=covered,
            taken_up=tuple(self._taken_up(covered)),
            figures=compare_in(self.web, self.now, self.id, [clause.id for clause in own]),
            breaks_down={
                row: clause for row, clause in self.rows_of.items() if _document(row) in {self.id, *above, *below}
            },
            actions=tuple(self._actions(figures)),
            discrepancies=facts.discrepancies,
            doubts=facts.doubts,
            links=dict(Counter(link.status for link in links)),
            suspect=tuple(self._suspect()),
            as_of=as_of_in(self.now),
        )

    def _joints(self, rows: Iterable[Row]) -> tuple[Joint, ...]:
        """The links between two documents among these, without those of rows that all their clauses have too."""
        between = [row for row in rows if row["scope"] == "between"]
        pairs = {(row["source"], row["target"]) for row in between}
        steps = [lookup.step_of(row) for row in between if not self._said(row, pairs)]
        ends = sorted({end for step in steps for end in (step.source, step.target)})
        cards = {card.id: card for card in lookup.cards_of(self.now, ends)}
        return tuple(Joint(cards[step.source], cards[step.target], step) for step in steps)

    def _said(self, row: Row, pairs: Collection[tuple[str, str]]) -> bool:
        """Whether a link is that of a row, and each clause whose same measure the row breaks down has it among `pairs`
        too."""
        inner = [part for part in self.web.above.get(row["source"], ()) if part["scope"] == "internal"]
        clauses = [part["target"] for part in inner if one_measure(part, row, self.web.texts)]
        return bool(clauses) and all((clause, row["target"]) in pairs for clause in clauses)

    def _taken_up(self, covered: CoverageAnswer) -> Iterator[TakenUp]:
        for item in covered.clauses:
            if item.exempt or not item.cells[0].by:
                continue
            rows = self.web.below.get(item.clause.id, ())
            below = set(item.cells[0].by)
            links = self._joints(row for row in rows if row["source"] in below)
            direct = {row["source"] for row in rows}
            over = [end for end in item.cells[0].by if end not in direct and self.rows_of.get(end) not in below]
            yield TakenUp(item, links, tuple(lookup.cards_of(self.now, over)))

    def _actions(self, figures: Mapping[str, Sequence[Indicator]]) -> Iterator[Action]:
        """From the nation down, by document, what is due first before the rest."""
        derived = {task: _best(above, self.id) for task, above in sources(self.web).items()}
        own = [clause.id for clause in self.web.of_document(self.id) if clause.task]
        wanted = {*own, *(task for task, source in derived.items() if source)}
        broken = {
            row["target"] for task in wanted for row in self.web.above.get(task, ()) if row["scope"] == "internal"
        }
        cards = lookup.cards_of(self.now, sorted(wanted - broken))
        around = {card.id: self.rows_of.get(card.id, card.id) for card in cards}
        units = lookup.units_of(self.now, sorted({*around, *around.values()}))
        made = [
            Action(
                card,
                units[card.id] or units[around[card.id]],
                tuple(figures.get(card.id, ())),
                None if card.document == self.id else derived[card.id],
            )
            for card in cards
        ]
        yield from sorted(made, key=_order)

    def _suspect(self) -> Iterator[DecisionCard]:
        for card in decision_cards(self.now):
            ends = (card.decision.source, card.decision.target)
            if card.state != "holds" and self.id in map(_document, ends):
                yield card


def _order(action: Action) -> tuple[int, str, str, str]:
    card = action.task
    return rank(card.level), card.region or "", card.document, first_due(action.figures) or "9999"


def _best(above: Sequence[Source], document: str) -> Source | None:
    found = [source for source in above if _document(source.clause) == document]
    return max(found, key=lambda source: source.score, default=None)


def _between(now: Reader, web: Web) -> Iterator[Implements]:
    """All links between documents, whatever their status."""
    rows = now.run("read/links_up", documents=list(web.documents))
    return (records.fact(Implements, row) for row in rows if row["scope"] == "between")


def _document(clause: str) -> str:
    return clause.rpartition("/")[0]
