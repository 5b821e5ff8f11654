"""The deadlines of tasks and figures over all that is loaded, or along the lineages of one clause or document."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from graph import lookup
from graph.answers import ClauseCard, Unit
from graph.deadlines import Dated, deadlines, due_by, last_day
from graph.keeping import kept
from graph.model import Due as Deadline
from graph.model import Indicator, Level
from graph.once import clauses_of, figures_once
from graph.store import Store
from graph.web import Way, Web, indicators, rank

WAYS: tuple[Way, Way] = ("up", "down")


@dataclass(frozen=True, slots=True)
class Due:
    """What is asked for by a deadline, the clause that states it, and who must do that.

    `deadline` is as written, `due` the same in ISO 8601. It is that of a figure (`indicator`), or of what `asks` says
    in the words of the clause. `also` are rows of the document's own task list that say it again.
    """

    clause: ClauseCard
    indicator: Indicator | None
    units: tuple[Unit, ...]
    deadline: str
    due: str | None
    asks: str
    also: tuple[str, ...] = ()

    @classmethod
    def of(cls, clause: ClauseCard, dated: Indicator | Deadline, units: tuple[Unit, ...]) -> Self:
        """The deadline of a figure or of what a clause asks for without one."""
        asks = dated.span.text if dated.span else clause.text
        figure = dated if isinstance(dated, Indicator) else None
        return cls(clause, figure, units, dated.deadline or "", dated.due, asks)

    @property
    def inherited(self) -> bool:
        """Whether the deadline stands in a clause above or an earlier sentence."""
        return self.indicator is not None and self.indicator.inherited

    @property
    def since(self) -> bool:
        """Whether it runs from its date on, without an end (2022年起): nothing is due then."""
        return bool(self.due) and not due_by(self)


@dataclass(frozen=True, slots=True)
class Year:
    """What is due in a year, or runs from then on, by date, then level, then place in the text. None: deadlines whose
    year the text alone does not tell for certain (每年, 2024年前)."""

    year: int | None
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class TimelineAnswer:
    """Deadlines by year; `asked` is the clause or document whose lineages are shown, `document` where it stands, with
    its title; all None where all is shown."""

    asked: str | None
    document: str | None
    title: str | None
    years: tuple[Year, ...]


def timeline(store: Store, reference: str | None = None) -> TimelineAnswer:
    """The deadlines of all loaded documents, or of a clause or document, as people write it, with what stands above and
    below it. Raises UnknownReference, AmbiguousReference, InputError for a document that is only cited."""
    now = store.snapshot()
    web = kept(now, Web.of)
    asked = lookup.meant(now, reference) if reference else None
    if asked and asked not in web.clauses:
        asked = lookup.loaded_document(now, asked)
    wanted = _around(web, _clauses(web, asked)) if asked else set(web.clauses)
    figures = indicators(now, {web.clauses[clause].document for clause in wanted})
    dated = {clause: deadlines(web.clauses[clause], figures.get(clause, ())) for clause in wanted}
    named = sorted(clause for clause, items in dated.items() if items)
    cards, units = lookup.cards_of(now, named), lookup.units_of(now, named)
    found = [Due.of(card, item, units.get(card.id, ())) for card in cards for item in dated[card.id]]
    document = web.clauses[asked].document if asked and asked in web.clauses else asked
    title = web.documents[document].title if document else None
    return TimelineAnswer(asked, document, title, tuple(_years(_once(web, found, figures_once(web, figures)))))


def of_level(answer: TimelineAnswer, level: Level | None) -> TimelineAnswer:
    """The deadlines of clauses of one level; all for None. Years without one are left out."""
    if level is None:
        return answer
    years = (Year(year.year, tuple(item for item in year.due if item.clause.level == level)) for year in answer.years)
    return replace(answer, years=tuple(year for year in years if year.due))


def _clauses(web: Web, id: str) -> list[str]:
    return [id] if id in web.clauses else [clause.id for clause in web.of_document(id)]


def _around(web: Web, clauses: Iterable[str]) -> set[str]:
    """These clauses, and all that they derive from or that derives from them."""
    asked = set(clauses)
    return asked | {passage.end for clause in asked for way in WAYS for passage in web.passages(clause, way)}


def _once(web: Web, found: Iterable[Due], once: Mapping[str, str]) -> list[Due]:
    """What a row of the own task list says again is one with what it breaks down; who must do either must do it."""
    groups: dict[Hashable, list[Due]] = defaultdict(list)
    for item in found:
        figure = item.indicator
        said = once.get(figure.id, figure.id) if figure else _asked_in(web, item)
        groups[said, item.deadline, item.due].append(item)
    return list(map(_joined, groups.values()))


def _asked_in(web: Web, item: Due) -> tuple[str, str]:
    """The clause that asks for it: of a row, one that it breaks down where that has the same words; and these words."""
    words = item.asks.rstrip("。；，")
    asking = (clause for clause in clauses_of(web, item.clause.id) if words in web.texts[clause])
    return next(asking, item.clause.id), words


def _joined(same: Sequence[Due]) -> Due:
    first = same[0]
    also = dict.fromkeys(item.clause.id for item in same if item.clause != first.clause)
    units = {(unit.name, unit.role): unit for item in same for unit in item.units}
    return replace(first, also=tuple(also), units=tuple(units.values()))


def year_of(dated: Dated) -> int | None:
    """The year in which a deadline ends (2025, 2022-06, 2021/2025), or from which one without an end runs (2022/..);
    None where the text alone does not tell."""
    told = due_by(dated) or dated.due
    return int(told[:4]) if told else None


def _years(found: Sequence[Due]) -> list[Year]:
    groups: dict[int | None, list[Due]] = defaultdict(list)
    for item in found:
        groups[year_of(item)].append(item)
    years = sorted(groups, key=lambda year: (year is None, year))
    return [Year(year, tuple(sorted(groups[year], key=_order))) for year in years]


def _order(item: Due) -> tuple[str, int, str]:
    return last_day(due_by(item)), rank(item.clause.level), item.clause.document
