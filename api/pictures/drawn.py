"""Which picture an answer becomes."""

from collections.abc import Callable, Mapping
from typing import Any

from api.pictures.coverage import coverage, matrix
from api.pictures.duties import organizations, units
from api.pictures.figures import compare, timeline
from api.pictures.frame import Frame
from api.pictures.overview import overview
from graph.comparison import CompareAnswer
from graph.coverage import CoverageAnswer
from graph.drawing.table import Table
from graph.matrix import Matrix
from graph.overview import Overview
from graph.timeline import TimelineAnswer
from graph.units import UnitsAnswer

DRAWN: Mapping[type, Callable[[Any, Frame], Table]] = {
    CoverageAnswer: coverage,
    Matrix: matrix,
    CompareAnswer: compare,
    TimelineAnswer: timeline,
    UnitsAnswer: units,
    Overview: overview,
    list: organizations,
}


def drawn(answer: object, frame: Frame) -> Table:
    """The table that is drawn of an answer."""
    return DRAWN[type(answer)](answer, frame)
