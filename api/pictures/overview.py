"""What is loaded: documents in columns by level, with how much of each is taken up below."""

from collections.abc import Sequence
from itertools import zip_longest

from api.pictures.frame import Frame
from graph.coverage import Share, Standing
from graph.drawing.table import Bar, Cell, Column, Row, Said, Table
from graph.overview import LevelOverview, LoadedDocument, Overview

MOST = 15  # documents of one level


def overview(answer: Overview, frame: Frame) -> Table:
    """A column a level, a cell a document."""
    shown = [level.documents[:MOST] for level in answer.levels]
    loaded = sum(len(level.documents) for level in answer.levels)
    left_out = [frame.word("picture more of level", **_beyond(level, frame)) for level in _longer(answer.levels)]
    return Table(
        title=frame.word("home title"),
        under=(_figures(answer, frame, loaded), frame.word("home lead")),
        columns=tuple(_column(level, frame) for level in answer.levels),
        rows=tuple(Row(tuple(_cell(item, frame) for item in items)) for items in zip_longest(*shown)),
        notes=frame.notes(left_out, frame.word("picture all loaded", count=_all_loaded(frame))),
    )


def _all_loaded(frame: Frame) -> int:
    """How many documents there are: a narrowed answer has fewer."""
    return sum(card.loaded for card in frame.documents.values())


def _longer(levels: Sequence[LevelOverview]) -> list[LevelOverview]:
    return [level for level in levels if len(level.documents) > MOST]


def _beyond(level: LevelOverview, frame: Frame) -> dict[str, object]:
    return {"level": frame.level(level.level), "count": len(level.documents) - MOST}


def _figures(answer: Overview, frame: Frame, loaded: int) -> str:
    counts = (
        ("home documents", loaded),
        ("home proposed", answer.links.get("proposed", 0)),
        ("confirmed", answer.links.get("confirmed", 0)),
        ("rejected", answer.links.get("rejected", 0)),
        ("home candidates", answer.links.get("candidate", 0)),
        ("home waiting", answer.waiting),
    )
    return " · ".join(f"{frame.word(key)} {count}" for key, count in counts)


def _column(level: LevelOverview, frame: Frame) -> Column:
    said = [Said(f"{frame.level(level.level)} {len(level.documents)}", "strong")]
    if not level.documents:
        said.append(Said(frame.word("home none of level"), "quiet"))
    return Column(Cell(tuple(said)), 256)


def _cell(item: LoadedDocument | None, frame: Frame) -> Cell:
    if item is None:
        return Cell()
    card = item.card
    year = card.issued[:4] if card.issued else frame.word("home no year")
    where = " · ".join(filter(None, (card.number, card.region_name or card.region, year)))
    counts = (
        frame.word("home clauses", count=sum(card.clauses.values())),
        frame.word("home tasks", count=card.tasks),
    )
    head = (Said(card.title, "strong", most=3), Said(where, "quiet"), Said(" · ".join(counts), "quiet"))
    return Cell((*head, *_share(item.share, frame)))


def _share(share: Share, frame: Frame) -> tuple[Said | Bar, ...]:
    if not share.counted:
        return (Said(frame.word("home nothing counts"), "quiet"),)
    if not share.below:
        return (Said(frame.word("home no below"), "quiet"),)
    none = share.counted - share.deep - share.partly
    counts: tuple[tuple[Standing, int], ...] = (("deep", share.deep), ("partly", share.partly), ("none", none))
    told = " · ".join(f"{frame.word(standing)} {count}" for standing, count in counts)
    head = f"{frame.word('home taken up')} {share.deep + share.partly}/{share.counted}"
    return (Said(head, apart=True), Bar(counts), Said(told, "quiet"))
