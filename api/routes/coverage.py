"""Which clauses of a document are carried out below."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api import examples, following_sheets, looking_sheets
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from api.routes.pictures import DrawnAs, answers
from graph import coverage as questions
from graph.coverage import CoverageAnswer, Standing
from graph.matrix import Matrix, Selection, matrix
from graph.model import Level

router = APIRouter(tags=["what follows"])


@router.get(
    "/coverage",
    response_model=CoverageAnswer,
    responses=answers("/coverage", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="Which clauses of a document are carried out below",
)
def coverage(
    store: OpenStore,
    given: DrawnAs,
    document: Annotated[str, Query(description="a document as people write it", examples=[examples.DOCUMENT.id])],
    level: Annotated[Level | None, Query(description="only what is below at this level")] = None,
    region: Annotated[
        str | None, Query(description="only what is below in this region: a code or a name", examples=["样本市"])
    ] = None,
) -> CoverageAnswer | Response:
    """Each clause deep, partly or not at all, per level, region and document below, with the clauses that carry it out;
    what is exempt and why; orphans: clauses below that carry out nothing above. `definitions` tells what words mean."""
    answer = questions.coverage(store, document, level=level, region=region)
    return given.give("coverage", answer, following_sheets.coverage)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which part of a matrix is asked for."""

    level: Annotated[Level | None, Query(description="only places of this level")] = None
    at: Annotated[
        str | None, Query(description="only this region (a code or a name) or this document below", examples=["样本市"])
    ] = None
    only: Annotated[
        Standing | None, Query(description="only clauses that count and stand so at one of the places or more")
    ] = None
    exempt: Annotated[bool, Query(description="also clauses that do not count, where `only` asks for nothing")] = True
    unrelated: Annotated[
        bool, Query(description="also places whose documents neither cite the document nor carry out any of it")
    ] = True

    @property
    def selection(self) -> Selection:
        """The same, as the question takes it."""
        return Selection(self.level, self.at, self.only, self.exempt, self.unrelated)


Chosen = Annotated[Choice, Depends()]


@router.get(
    "/matrix",
    response_model=Matrix,
    responses=answers("/matrix", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="A document or clause across the places below",
)
def across(
    store: OpenStore,
    given: DrawnAs,
    of: Annotated[str, Query(description="a clause or document as people write it", examples=[examples.AS_WRITTEN])],
    chosen: Chosen,
) -> Matrix | Response:
    """Each clause with a cell for each city or district below: deep, partly or not at all, the clauses that carry it
    out there with the links that lead to them, and what came near."""
    return given.give("matrix", matrix(store, of, chosen.selection), looking_sheets.matrix)
