"""Figures along the lineages: what each level makes of the figures above it, and what shares add up to."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from graph import lookup, records
from graph.comparing import Comparison, Obstacle, Timing, Verdict, timing
from graph.explaining import likest
from graph.keeping import kept
from graph.model import Indicator, Level
from graph.once import figures_once
from graph.queries import Reader, Row
from graph.store import Store
from graph.web import Way, Web, all_indicators, rank

Pairs = dict[tuple[str, str], Row | None]
"""Pairs of a lower and an upper clause, with the link between them, None where they are joined over others."""

DIGITS = 6  # of shares and factors: what is beyond is noise of the arithmetic
NOT_ALL = "only what is loaded and linked: regions without a loaded document and figures without a link are missing"

Kind = Verdict | Literal["share"]
Only = Literal["raised", "lowered", "equal", "share", "not comparable", "earlier", "later"]
"""How figures are chosen: by how they stand to those above, or by deadlines that were moved."""

SOFTENED: tuple[Only, ...] = ("lowered", "later")
KINDS: tuple[Only, ...] = (*SOFTENED, "raised", "earlier", "equal", "share", "not comparable")
"""All of them, in the order in which people look for them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands. `also` are further clauses of the document that say it: rows of its own task list."""

    clause: str
    document: str
    level: Level | None
    region: str | None
    region_name: str | None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedFigures:
    """A figure below and the figure above that it stands to.

    `factor` is the lower by the upper where the verdict is raised or lowered, `points` the lower less the upper, in
    percentage points, where both are percentages besides (75 % below 80 %: -5). `share` is the part of a total above
    that the lower figure is (10 of 70 所: 0.143; none where several totals fit), `obstacle` why there is no verdict,
    `timing` whether the lower is due when the upper is, earlier or later. `direct`: one link joins the clauses.
    """

    source: Indicator
    below: Place
    target: Indicator
    above: Place
    verdict: Verdict
    factor: float | None
    points: float | None
    share: float | None
    obstacle: Obstacle | None
    timing: Timing | None
    direct: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The share of one region in a total. `others` are further figures that the region's texts give for it: which is
    right is for a person to say."""

    region: str | None
    region_name: str | None
    indicator: str
    document: str
    value: float
    share: float
    others: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """What the figures of one level add up to against the total above: one figure a region, that which names the object
    most alike. `restating` are documents that state the total itself, which is no share. `share` is that of the total.
    """

    target: Indicator
    above: Place
    level: Level | None
    parts: tuple[Part, ...]
    restating: tuple[str, ...]
    share: float
    warning: str


@dataclass(frozen=True, slots=True)
class CompareAnswer:
    """The figures of what was asked for against those above and below along the lineages, from the top down; `alone`
    are the figures that meet none. `again` tells of figures below that are not in `rows`, by id, in which clause they
    are counted: a row of a task list says again what it breaks down."""

    asked: str
    rows: tuple[ComparedFigures, ...]
    sums: tuple[Sum, ...]
    alone: tuple[Indicator, ...]
    again: dict[str, str] = field(default_factory=dict)


def compare(store: Store, reference: str) -> CompareAnswer:
    """The figures of a clause or of all clauses of a document, as people write it, against those along its lineages.

    A lower figure is compared with the likest figure of each clause above; what has nothing like it there gives no row.
    What a row of a document's own task list says again counts once, with the clause that the row breaks down.
    Raises UnknownReference, AmbiguousReference, and InputError for a document that is only cited.
    """
    now = store.snapshot()
    web = kept(now, Web.of)
    id = lookup.meant(now, reference)
    asked = [id] if id in web.clauses else [clause.id for clause in web.of_document(lookup.loaded_document(now, id))]
    return compare_in(web, now, id, asked)


def compare_in(web: Web, now: Reader, name: str, asked: Sequence[str]) -> CompareAnswer:
    """`compare` of these clauses, of which `name` says what they are."""
    figures = kept(now, all_indicators)
    pairs = _pairs(web, asked)
    found = _compared(web, pairs, figures)
    totals = sorted({pair.target.source for pair in found if pair.share is not None})
    of_totals = _compared(web, _pairs(web, totals, ("down",)), figures)
    several = _several(web, [*found, *of_totals])
    rows = sorted((_row(web, pair, pairs, several) for pair in found), key=_order(web))
    groups = _grouped(rows, figures_once(web, figures))
    shown = {same[0].source.id for same in groups}
    met = {item.id for pair in found for item in (pair.source, pair.target)}
    return CompareAnswer(
        asked=name,
        rows=tuple(map(_once, groups)),
        sums=tuple(_sums(web, [pair for pair in of_totals if pair.source.id not in several])),
        alone=tuple(item for clause in asked for item in figures.get(clause, ()) if item.id not in met),
        again={row.source.id: same[0].below.clause for same in groups for row in same if row.source.id not in shown},
    )


def kind(row: ComparedFigures) -> Kind:
    """The verdict, or that the figure is a share of the total above."""
    return row.verdict if row.share is None else "share"


def kinds(row: ComparedFigures) -> tuple[Only, ...]:
    """Its kind, and how its deadline was moved."""
    return tuple(each for each in KINDS if each in (kind(row), row.timing))


def counts(rows: Iterable[ComparedFigures]) -> dict[Only, int]:
    """How many figures are of each kind and how many deadlines were moved, of KINDS; also those of which none is."""
    found = Counter(each for row in rows for each in kinds(row))
    return {each: found[each] for each in KINDS}


def narrowed(answer: CompareAnswer, only: Only | None) -> CompareAnswer:
    """The answer with the pairs of one kind, or whose deadline was moved so; all for None."""
    rows = tuple(row for row in answer.rows if only is None or only in kinds(row))
    return replace(answer, rows=rows)


def _pairs(web: Web, asked: Iterable[str], ways: Sequence[Way] = ("up", "down")) -> Pairs:
    """The pairs of clauses of two documents that lineages through these clauses join."""
    pairs: Pairs = {}
    for clause, way in ((clause, way) for clause in asked for way in ways):
        for passage in web.passages(clause, way):
            lower, upper = (clause, passage.end) if way == "up" else (passage.end, clause)
            direct = len(passage.path) == 1
            if web.document_of(lower) != web.document_of(upper) and (direct or (lower, upper) not in pairs):
                pairs[lower, upper] = passage.path[0] if direct else None
    return pairs


def _compared(web: Web, pairs: Pairs, figures: Mapping[str, Sequence[Indicator]]) -> list[Comparison]:
    """Each figure of a lower clause with the likest of the upper one, where one is alike."""
    found: list[Comparison] = []
    for (lower, upper), link in pairs.items():
        evidence = records.evidence(link["evidence"]) if link else ()
        for one in figures.get(lower, ()):
            likest_of = likest([Comparison.of(one, other, web.texts) for other in figures.get(upper, ())], evidence)
            found += [likest_of] if likest_of else []
    return found


def _several(web: Web, pairs: Iterable[Comparison]) -> frozenset[str]:
    """The lower figures that could be shares of several totals of one document: of which they are, nobody can say."""
    totals: dict[tuple[str, str], set[float]] = defaultdict(set)
    for pair in pairs:
        if pair.share is not None:
            totals[pair.source.id, web.document_of(pair.target.source).id].add(pair.target.value)
    return frozenset(figure for (figure, _), values in totals.items() if len(values) > 1)


def _row(web: Web, pair: Comparison, pairs: Pairs, several: frozenset[str]) -> ComparedFigures:
    shared = not pair.equal and pair.source.id not in several
    return ComparedFigures(
        source=pair.source,
        below=_place(web, pair.source),
        target=pair.target,
        above=_place(web, pair.target),
        verdict=pair.verdict,
        factor=_rounded(pair.factor),
        points=_rounded(pair.points),
        share=_rounded(pair.share) if shared else None,
        obstacle=pair.obstacle,
        timing=timing(pair.source, pair.target),
        direct=pairs[pair.source.source, pair.target.source] is not None,
    )


def _grouped(rows: Iterable[ComparedFigures], once: Mapping[str, str]) -> list[list[ComparedFigures]]:
    """The rows in their order, those together that say the same of the same two figures."""
    found: dict[Hashable, list[ComparedFigures]] = defaultdict(list)
    for row in rows:
        found[*(once.get(item.id, item.id) for item in (row.target, row.source)), row.verdict].append(row)
    return list(found.values())


def _once(same: Sequence[ComparedFigures]) -> ComparedFigures:
    """One row for all that say the same, the first of them."""
    first = same[0]
    return replace(
        first,
        above=_with(first.above, (row.above for row in same)),
        below=_with(first.below, (row.below for row in same)),
    )


def _with(place: Place, all_places: Iterable[Place]) -> Place:
    clauses = dict.fromkeys(each.clause for each in all_places)
    return replace(place, also=tuple(clause for clause in clauses if clause != place.clause))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _place(web: Web, figure: Indicator) -> Place:
    clause = web.clauses[figure.source]
    document = web.document_of(figure.source)
    return Place(clause.id, document.id, document.level, document.region, web.region_name(document))


def _order(web: Web) -> Callable[[ComparedFigures], tuple[object, ...]]:
    """From the top down: by the figure above, then by the level and region below."""
    places = {clause: place for place, clause in enumerate(web.clauses)}

    def key(row: ComparedFigures) -> tuple[object, ...]:
        above, below = row.above, row.below
        return (
            rank(above.level),
            places[above.clause],
            row.target.span.start,
            rank(below.level),
            below.region or "",
            places[below.clause],
            row.source.span.start,
        )

    return key


def _sums(web: Web, pairs: Iterable[Comparison]) -> Iterable[Sum]:
    """The sums of shares, one a total and level below; a total that nobody takes a share of has none."""
    groups: dict[tuple[str, Level | None], list[Comparison]] = defaultdict(list)
    for pair in pairs:
        if pair.share is not None:
            groups[pair.target.id, web.document_of(pair.source.source).level].append(pair)
    for (_, level), shares in sorted(groups.items(), key=lambda group: (group[0][0], rank(group[0][1]))):
        regions = _by_region(web, [pair for pair in shares if not pair.equal])
        if regions:
            target = shares[0].target
            restating = sorted({web.clauses[pair.source.source].document for pair in shares if pair.equal})
            share = round(sum(_likest(pairs).share or 0.0 for pairs in regions), DIGITS)
            parts = tuple(_part(web, pairs) for pairs in regions)
            yield Sum(target, _place(web, target), level, parts, tuple(restating), share, NOT_ALL)


def _by_region(web: Web, pairs: Iterable[Comparison]) -> list[list[Comparison]]:
    """The figures of each region: a document says its figure in its text and its task list, and a later one again."""
    regions: dict[str, list[Comparison]] = defaultdict(list)
    for pair in pairs:
        document = web.document_of(pair.source.source)
        regions[document.region or document.id].append(pair)
    return [regions[region] for region in sorted(regions)]


def _likest(pairs: Sequence[Comparison]) -> Comparison:
    """The one whose object is named most like that of the total; of equals the first."""
    return max(pairs, key=lambda pair: pair.likeness)


def _part(web: Web, pairs: Sequence[Comparison]) -> Part:
    pair = _likest(pairs)
    document = web.document_of(pair.source.source)
    return Part(
        region=document.region,
        region_name=web.region_name(document),
        indicator=pair.source.id,
        document=document.id,
        value=pair.source.value,
        share=round(pair.share or 0.0, DIGITS),
        others=tuple(sorted({other.source.value for other in pairs} - {pair.source.value})),
    )
