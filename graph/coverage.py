"""Which clauses of a document are carried out below: `coverage`, with what defines it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graph import ids, lookup
from graph.answers import ClauseCard
from graph.carrying import asked, one_measure, wording
from graph.exempt import Exemption, exemption, parents_of
from graph.keeping import kept
from graph.model import LEVELS, Clause, Document, Indicator, Level
from graph.queries import Reader
from graph.shown import Carrier, Figures, carriers, shown
from graph.store import Store
from graph.web import Web, all_citations, all_indicators, can_carry_out, follows, rank

Standing = Literal["deep", "partly", "none"]
DEFINITIONS: Mapping[Standing, str] = {
    "deep": "links carry more than half of the clause's measures (its sentences, and their parts between ；), none of "
    "these by a link that is partial or lowered; a measure counts where the texts clearly have it in common and each "
    "of its figures is met; a link by hand without evidence counts for all",
    "partly": "there are links, but they are shown to carry half of the measures or fewer, or carry them partially or "
    "lowered",
    "none": "no proposed or confirmed link, over any number of documents, leads up to the clause",
}
"""What each standing means. Candidates and rejected links do not count, links of a document's own task list do."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where clauses are carried out: everywhere, on one level, in one region of it, or in one document of it, and how
    many of the clauses that count are covered there."""

    level: Level | None = None
    region: str | None = None
    region_name: str | None = None
    document: str | None = None
    title: str | None = None
    deep: int = 0
    partly: int = 0
    none: int = 0

    @property
    def is_place(self) -> bool:
        """Whether it is a region of a level, or else a document whose level or region is unknown: no two overlap."""
        return bool(self.document) != bool(self.level and self.region)


@dataclass(frozen=True, slots=True)
class Cell:
    """How a clause is covered in a column: how many of its measures are carried, and by which clauses."""

    standing: Standing
    carried: int
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoveredClause:
    """A clause of the document with a cell for each column, and why it does not count where it is exempt.

    `counted_with` are the clauses that a row of the document's own task list breaks down, `open` the measures that no
    link from below carries. `near` counts the near misses below: what a person may still find to be a link.
    """

    clause: ClauseCard
    measures: int
    exempt: Exemption | None
    counted_with: tuple[str, ...]
    open: tuple[str, ...]
    near: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A clause below that carries out nothing above, and the number of its near misses there."""

    clause: ClauseCard
    near: int


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the `counted` clauses of a document are carried out, deep and partly, by how many documents that are
    loaded `below` it."""

    below: int
    counted: int
    deep: int
    partly: int


@dataclass(frozen=True, slots=True)
class CoveredByLevel:
    """All clauses of a document with the cells that its `coverage` has for everywhere and for each of `levels`: those
    of which documents are loaded below, from the nation down. `share` is what that comes to."""

    levels: tuple[Level, ...]
    clauses: tuple[CoveredClause, ...]
    share: Share


@dataclass(frozen=True, slots=True)
class CoverageAnswer:
    """Which clauses of a document are carried out below.

    `clauses` are all of its clauses in order; `counted` of them have to be carried out, `exempt` counts the others by
    their reason. `orphans` are clauses of the documents below which cite the document or carry out some of it: such
    clauses as have to be carried out themselves, but carry out nothing above, neither they nor what stands in them or
    breaks them down.
    """

    document: str
    title: str
    level: Level | None
    region_name: str | None
    counted: int
    exempt: dict[Exemption, int]
    columns: tuple[Column, ...]
    clauses: tuple[CoveredClause, ...]
    orphans: tuple[Orphan, ...]
    definitions: dict[Standing, str]


def coverage(store: Store, document: str, *, level: Level | None = None, region: str | None = None) -> CoverageAnswer:
    """Which clauses of the document are carried out below, where, and how deep: see DEFINITIONS.

    `document` is one as people write it; `level` and `region` (a code or name, with what it contains) narrow what
    counts as below. Raises UnknownReference, AmbiguousReference, and InputError for a clause.
    """
    now = store.snapshot()
    id = lookup.loaded_document(now, document)
    within = lookup.region_code(now, region) if region else None
    return coverage_in(kept(now, Web.of), now, id, level, within)


def coverage_in(
    web: Web, now: Reader, id: str, level: Level | None = None, within: str | None = None
) -> CoverageAnswer:
    """`coverage` of the loaded document `id`; `within` is the code of a region."""
    cited = kept(now, all_citations)
    below = [item for item in can_carry_out(web, id, cited) if _wanted(item, level, within)]
    figures = kept(now, all_indicators)
    columns, documents = _columns(web, below), {item.id for item in below}
    exempt = {clause.id: exempt_from(web, clause, figures) for clause in web.of_document(id)}
    cards = {card.id: card for card in lookup.cards_of(now, list(exempt))}
    clauses = tuple(_covered(web, cards[clause], columns, documents, exempt[clause], figures) for clause in exempt)
    own = web.documents[id]
    return CoverageAnswer(
        document=id,
        title=own.title,
        level=own.level,
        region_name=web.region_name(own),
        counted=sum(item.exempt is None for item in clauses),
        exempt=dict(Counter(reason for reason in exempt.values() if reason).most_common()),
        columns=tuple(_counted(column, place, clauses) for place, column in enumerate(columns)),
        clauses=clauses,
        orphans=_orphans(web, now, [item for item in below if follows(web, now, item.id, id)], figures),
        definitions=dict(DEFINITIONS),
    )


def covered_by_level(web: Web, now: Reader) -> dict[str, CoveredByLevel]:
    """How all loaded documents are covered, by document."""
    cited, figures = kept(now, all_citations), kept(now, all_indicators)
    clauses: dict[str, list[ClauseCard]] = {id: [] for id in web.documents}
    for card in lookup.cards_of(now, list(web.clauses)):
        clauses[card.document].append(card)
    found: dict[str, CoveredByLevel] = {}
    for id, cards in clauses.items():
        below = can_carry_out(web, id, cited)
        levels = tuple(level for level in LEVELS if any(item.level == level for item in below))
        columns, documents = [Column(), *map(Column, levels)], {item.id for item in below}
        exempt = [exempt_from(web, web.clauses[card.id], figures) for card in cards]
        pairs = zip(cards, exempt, strict=True)
        covered = tuple(_covered(web, card, columns, documents, why, figures) for card, why in pairs)
        standings = Counter(item.cells[0].standing for item in covered if item.exempt is None)
        share = Share(len(documents), standings.total(), standings["deep"], standings["partly"])
        found[id] = CoveredByLevel(levels, covered, share)
    return found


def shares(web: Web, now: Reader) -> dict[str, Share]:
    """How much of each loaded document is carried out below: what the first column of its `coverage` says."""
    cited, figures = kept(now, all_citations), kept(now, all_indicators)
    clauses: dict[str, list[Clause]] = {id: [] for id in web.documents}
    for clause in web.clauses.values():
        if exempt_from(web, clause, figures) is None:
            clauses[clause.document].append(clause)
    return {id: _share(web, can_carry_out(web, id, cited), counted, figures) for id, counted in clauses.items()}


def _share(web: Web, below: Sequence[Document], counted: Sequence[Clause], figures: Figures) -> Share:
    documents = {item.id for item in below}
    found = Counter(_standing(web, clause, documents, figures) for clause in counted)
    return Share(len(documents), len(counted), found["deep"], found["partly"])


def _standing(web: Web, clause: Clause, documents: Collection[str], figures: Figures) -> Standing:
    asks = asked(clause.text, clause.heading)
    ways = carriers(web, clause.id, asks, documents, figures)
    return _cell(clause.text, asks, figures.get(clause.id, ()), ways).standing


def exempt_from(web: Web, clause: Clause, figures: Mapping[str, Sequence[Indicator]]) -> Exemption | None:
    """Why the clause is not counted; None where it has to be carried out."""
    return exemption(
        clause,
        parents_of(clause, web.clauses),
        holds=clause.id in web.children,
        breaks_down=bool(_broken_down(web, clause.id)),
        figures=figures.get(clause.id, ()),
    )


def _broken_down(web: Web, clause: str) -> tuple[str, ...]:
    return tuple(row["target"] for row in web.above.get(clause, ()) if row["scope"] == "internal")


def _wanted(document: Document, level: Level | None, within: str | None) -> bool:
    if level not in (None, document.level):
        return False
    return within is None or (document.region is not None and ids.region_contains(within, document.region))


def _columns(web: Web, below: Sequence[Document]) -> list[Column]:
    """Everywhere, then each level with its regions and their documents."""
    columns = [Column()]
    for item in below:
        name = web.region_name(item)
        place = Column(item.level, item.region, name)
        columns += [Column(item.level), place, replace(place, document=item.id, title=item.title)]
    return list(dict.fromkeys(columns))


def _within(document: Document, column: Column) -> bool:
    if column.document:
        return column.document == document.id
    return column.level in (None, document.level) and column.region in (None, document.region)


def _covered(  # noqa: PLR0913, PLR0917  # what a row of coverage is made of
    web: Web,
    card: ClauseCard,
    columns: Sequence[Column],
    below: Collection[str],
    exempt: Exemption | None,
    figures: Figures,
) -> CoveredClause:
    asks, own = asked(card.text, card.heading), figures.get(card.id, ())
    ways = carriers(web, card.id, asks, below, figures)
    there = [[way for way in ways if _within(web.document_of(way.passage.end), column)] for column in columns]
    return CoveredClause(
        clause=card,
        measures=len(asks),
        exempt=exempt,
        counted_with=_broken_down(web, card.id),
        open=tuple(wording(card.text, rank) for rank in sorted(asks - shown(card.text, own, ways))),
        near=web.near_below.get(card.id, 0),
        cells=tuple(_cell(card.text, asks, own, found) for found in there),
    )


def _cell(text: str, asks: frozenset[int], figures: Sequence[Indicator], ways: Sequence[Carrier]) -> Cell:
    """What these ways, of a clause with this text and these figures, come to."""
    whole = shown(text, figures, [way for way in ways if way.passage.whole])
    standing: Standing = "deep" if 2 * len(whole) > len(asks) else "partly" if ways else "none"
    carried = len(shown(text, figures, ways))
    return Cell(standing, carried, tuple(dict.fromkeys(way.passage.end for way in ways)))


def _counted(column: Column, place: int, clauses: Iterable[CoveredClause]) -> Column:
    found = Counter(item.cells[place].standing for item in clauses if item.exempt is None)
    return replace(column, deep=found["deep"], partly=found["partly"], none=found["none"])


def _orphans(
    web: Web, now: Reader, below: Sequence[Document], figures: Mapping[str, Sequence[Indicator]]
) -> tuple[Orphan, ...]:
    wanted = [
        clause.id
        for item in below
        for clause in web.of_document(item.id)
        if exempt_from(web, clause, figures) is None and not carries_out(web, clause)
    ]
    cards = sorted(lookup.cards_of(now, wanted), key=lambda card: (rank(card.level), card.region or "", card.document))
    return tuple(Orphan(card, web.near_above.get(card.id, 0)) for card in cards)


def carries_out(web: Web, clause: Clause) -> bool:
    """Whether the clause, what stands in it or what breaks it down carries out something above: a row with that of its
    measures which breaks this clause down, for it may break down others too."""
    within = [clause.id, *(item.id for item in web.inside(clause))]
    parts = (row for row in web.below.get(clause.id, ()) if row["scope"] == "internal")
    return any(row["scope"] == "between" for member in within for row in web.above.get(member, ())) or any(
        row["scope"] == "between" and one_measure(part, row, web.texts)
        for part in parts
        for row in web.above.get(part["source"], ())
    )
