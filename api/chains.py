"""Chains of figures: a figure with those below that stand to it, level by level, and what is said of each pair."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from api import following_tables
from api.definitions import chinese
from api.page.words import Language
from graph.comparison import ComparedFigures, Place
from graph.model import Indicator, Level
from graph.web import rank

MOVED = ("earlier", "later")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a level says of a figure: the figure itself where it is of this level, and those below that stand to it."""

    level: Level | None
    top: bool
    rows: tuple[ComparedFigures, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A figure and what stands to it below, a cell a level; `first` of a chain, whose other rungs go on from it."""

    first: bool
    target: Indicator
    above: Place
    cells: tuple[Cell, ...]


def levels_of(rows: Iterable[ComparedFigures]) -> list[Level | None]:
    """The levels on which figures are compared, from the nation down."""
    return sorted({place.level for row in rows for place in (row.above, row.below)}, key=rank)


def rungs(rows: Iterable[ComparedFigures], columns: Sequence[Level | None]) -> Iterator[Rung]:
    """The rows of one figure above together, a cell a column; after them those of the figures below, and so on down."""
    groups = {id: tuple(group) for id, group in groupby(rows, key=lambda row: row.target.id)}
    for id in list(groups):
        ahead = [id]
        while ahead:
            found = groups.pop(ahead.pop(), ())
            if found:
                yield _rung(found, columns, first=found[0].target.id == id)
                ahead += [row.source.id for row in reversed(found)]


def _rung(found: Sequence[ComparedFigures], columns: Sequence[Level | None], *, first: bool) -> Rung:
    target, above = found[0].target, found[0].above
    cells = [
        Cell(level, level == above.level, tuple(row for row in found if row.below.level == level)) for level in columns
    ]
    return Rung(first, target, above, tuple(cells))


def verdict(row: ComparedFigures, language: Language) -> str:
    """加码 ×1.33，期限提前; 占总数的 14.3%; 不可比：计量单位不同."""
    if language == "en":
        return following_tables.verdict(row)
    words = chinese(row.verdict) if row.factor is None else f"{chinese(row.verdict)} ×{row.factor:.4g}"
    if row.share is not None:
        words = f"占总数的 {row.share:.1%}"
    elif row.obstacle:
        words = f"{chinese(row.verdict)}：{chinese(row.obstacle)}"
    return f"{words}，{chinese(row.timing)}" if row.timing in MOVED else words
