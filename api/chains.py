"""Chains of figures: a figure with those below that stand to it, level by level, and what is said of each pair."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from api.definitions import said
from api.page.words import Language, word
from api.tables import number
from graph.comparison import SOFTENED, ComparedFigures, Only, Place, counts, kinds
from graph.model import Indicator, Level
from graph.web import rank

SIGNS: dict[Only, str] = {"raised": "▲", "lowered": "▼", "equal": "＝", "share": "％", "not comparable": "？"}
NAMES: dict[Only, str] = {"share": "targets of total", "earlier": "targets earlier", "later": "targets later"}
MOVING: tuple[Only, ...] = (*SOFTENED, "raised", "earlier")
"""What was moved, the gravest first."""

MINUS = "−"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a level says of a figure: the figure itself where it is of this level, and those below that stand to it."""

    level: Level | None
    top: bool
    rows: tuple[ComparedFigures, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A figure and what stands to it below, a cell a level; `first` of a chain, whose other rungs go on from it.
    `moved`: in its chain a figure or a deadline was raised or lowered."""

    first: bool
    moved: bool
    target: Indicator
    above: Place
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many figures are of a kind, or how many deadlines were moved so, and how that is said."""

    kind: Only
    count: int
    says: str


def levels_of(rows: Iterable[ComparedFigures]) -> list[Level | None]:
    """The levels on which figures are compared, from the nation down."""
    return sorted({place.level for row in rows for place in (row.above, row.below)}, key=rank)


def rungs(rows: Iterable[ComparedFigures], columns: Sequence[Level | None]) -> Iterator[Rung]:
    """The rows of one figure above together, a cell a column; after them those of the figures below, and so on down.
    A chain in which a figure or deadline was softened comes first, then one in which something else was moved."""
    for chain in sorted(_chains(rows), key=_rank):
        moved = _rank(chain) < len(MOVING)
        for place, found in enumerate(chain):
            yield _rung(found, columns, first=not place, moved=moved)


def _chains(rows: Iterable[ComparedFigures]) -> Iterator[list[Sequence[ComparedFigures]]]:
    groups = {id: tuple(group) for id, group in groupby(rows, key=lambda row: row.target.id)}
    for id in list(groups):
        chain: list[Sequence[ComparedFigures]] = []
        ahead = [id]
        while ahead:
            if found := groups.pop(ahead.pop(), ()):
                chain.append(found)
                ahead += [row.source.id for row in reversed(found)]
        if chain:
            yield chain


def _rank(chain: Iterable[Sequence[ComparedFigures]]) -> int:
    """The place of the chain's gravest kind in MOVING; past its end where nothing was moved."""
    found = {each for rows in chain for row in rows for each in kinds(row)}
    return next((place for place, each in enumerate(MOVING) if each in found), len(MOVING))


def _rung(found: Sequence[ComparedFigures], columns: Sequence[Level | None], *, first: bool, moved: bool) -> Rung:
    target, above = found[0].target, found[0].above
    cells = [
        Cell(level, level == above.level, tuple(row for row in found if row.below.level == level)) for level in columns
    ]
    return Rung(first, moved, target, above, tuple(cells))


def tallies(rows: Iterable[ComparedFigures], language: Language) -> tuple[Tally, ...]:
    """How many figures are of each kind, those that accuse first; that none of these was found is said."""
    return tuple(Tally(each, count, _counted(each, count, language)) for each, count in counts(rows).items())


def _counted(what: Only, count: int, language: Language) -> str:
    """▼ 降标 6; ▼ 未发现降标; 期限推后 1."""
    key = "targets not found" if what in SOFTENED and not count else "targets so many"
    said_so = word(key, language, kind=named(what, language), count=count)
    return f"{SIGNS[what]} {said_so}" if what in SIGNS else said_so


def named(what: Only, language: Language) -> str:
    """The name of a kind: 降标, 期限推后, 占总数的份额."""
    return word(NAMES.get(what, what), language)


def change(row: ComparedFigures, language: Language) -> str:
    """By how much a figure was raised or lowered: ×1.33; of percentages −5 个百分点. Nothing where none was."""
    if row.points is not None:
        sign = "+" if row.points > 0 else MINUS
        return word("targets points", language, points=f"{sign}{number(abs(row.points))}")
    return "" if row.factor is None else f"×{row.factor:.4g}"


def verdict(row: ComparedFigures, language: Language) -> str:
    """加码 ×1.33，期限提前; 降标 −5 个百分点; 占总数的 14.3%; 不可比：计量单位不同."""
    words = f"{said(row.verdict, language)} {change(row, language)}".rstrip()
    if row.share is not None:
        words = word("targets part", language, share=f"{row.share:.1%}")
    elif row.obstacle:
        words = word("targets why", language, verdict=words, obstacle=said(row.obstacle, language))
    if row.timing not in ("earlier", "later"):
        return words
    return word("targets and due", language, verdict=words, timing=said(row.timing, language))
