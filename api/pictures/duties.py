"""What an organization and its counterparts must do, and all organizations."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from api.pictures.frame import MOST_ROWS, Frame, band, brief
from graph.drawing.table import Cell, Column, Row, Said, Table
from graph.units import Organized, Origin, UnitCard, UnitsAnswer, UnitTask

STANDINGS = ("asked", "above", "below")
MOST_OF_LEVEL = 15  # organizations of one level
FEW = 6  # counterparts that are named


def units(answer: UnitsAnswer, frame: Frame) -> Table:
    """The tasks of an organization, then those of its counterparts, each with where it comes from."""
    tasks = [task for standing in STANDINGS for task in answer.tasks if task.unit.standing == standing]
    shown = tasks[:MOST_ROWS]
    documents = [task.clause.document for task in shown]
    documents += [task.source.clause.document for task in shown if task.source]
    heads = (("unit clause", 190), ("unit role", 120), ("unit deadline", 110), ("unit task", 380), ("unit source", 220))
    return Table(
        title=frame.word("picture units", name=answer.unit.name),
        under=(_place(answer.unit, frame), _counterparts(answer, frame)),
        columns=tuple(Column(Cell((Said(frame.word(key), "strong"),)), room) for key, room in heads),
        rows=tuple(_groups(shown, tasks, frame)) or (band(Said(frame.word("unit no tasks"))),),
        notes=frame.notes(_left_out(answer, frame, tasks), frame.source(documents)),
    )


def _place(card: UnitCard, frame: Frame) -> str:
    return " · ".join(filter(None, (frame.level(card.level), card.region_name, card.kind)))


def _counterparts(answer: UnitsAnswer, frame: Frame) -> str:
    if not answer.counterparts:
        return frame.word("unit no counterparts")
    named = [card.name for card in answer.counterparts[:FEW]]
    beyond = len(answer.counterparts) - FEW
    more = frame.word("timeline more units", count=beyond) if beyond > 0 else ""
    return frame.word("picture counterparts", names=frame.words.listed(filter(None, (*named, more))))


def _groups(shown: Sequence[UnitTask], tasks: Sequence[UnitTask], frame: Frame) -> Iterator[Row]:
    counts = Counter(task.unit.standing for task in tasks)
    for standing, group in groupby(shown, key=lambda task: task.unit.standing):
        yield band(Said(f"{frame.word(f'unit tasks {standing}')} {counts[standing]}", "strong"))
        yield from (_task(task, frame) for task in group)


def _task(task: UnitTask, frame: Frame) -> Row:
    name = task.as_written if task.unit.standing == "asked" else task.unit.name
    cells = (
        Cell((Said(frame.clause(task.clause.id, task.clause.region_name), "strong", most=3),)),
        Cell((Said(frame.word(task.role)), Said(name, "quiet"))),
        Cell((Said(frame.words.listed(task.deadlines) or "—", most=3),)),
        Cell((Said(brief(task.clause.text)),)),
        _source(task.source, frame),
    )
    return Row(cells, task.clause.id)


def _source(source: Origin | None, frame: Frame) -> Cell:
    if source is None:
        return Cell((Said("—", "quiet"),))
    said = Said(frame.clause(source.clause.id, source.clause.region_name), most=3)
    return Cell((said, Said(f"{frame.word('score')} {source.score:.2f}", "quiet")))


def _left_out(answer: UnitsAnswer, frame: Frame, tasks: Sequence[UnitTask]) -> Iterator[str]:
    yield from frame.more(tasks)
    if answer.conflicts:
        yield frame.word("picture conflicts", count=len(answer.conflicts))


def organizations(answer: Sequence[Organized], frame: Frame) -> Table:
    """The organizations of each level, the first ones of each, with how many clauses in which role."""
    heads = (("units name", 300), ("units region", 150), ("units kind", 140))
    roles = ("lead", "responsible", "cooperate")
    columns = [(frame.word(key), room) for key, room in heads] + [(frame.word(role), 90) for role in roles]
    groups = [(level, list(group)) for level, group in groupby(answer, key=lambda item: item.level)]
    rows: list[Row] = []
    for level, group in groups:
        rows.append(band(Said(f"{frame.level(level)} {len(group)}", "strong")))
        rows += (_organization(item, frame) for item in group[:MOST_OF_LEVEL])
    beyond = sum(max(0, len(group) - MOST_OF_LEVEL) for _, group in groups)
    return Table(
        title=frame.word("units"),
        under=(frame.word("units lead", total=len(answer)),),
        columns=tuple(Column(Cell((Said(head, "strong"),)), room) for head, room in columns),
        rows=tuple(rows) or (band(Said(frame.word("unit no tasks"))),),
        notes=frame.notes(
            (frame.word("picture more units", count=beyond, most=MOST_OF_LEVEL),) if beyond else (),
            frame.source(id for id, card in frame.documents.items() if card.loaded),
        ),
    )


def _organization(item: Organized, frame: Frame) -> Row:
    name = frame.word("picture collective", name=item.name) if item.collective else item.name
    texts = (name, item.region_name or item.region or "—", item.kind or "—")
    counts = (item.lead, item.responsible, item.cooperate)
    return Row(tuple(Cell((Said(text),)) for text in (*texts, *map(str, counts))), item.name)
