"""Documents and their clauses."""

from fastapi import APIRouter

from api.problems import documented
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, DocumentPath, OpenStore
from graph import questions
from graph.model import Clause, Document
from graph.questions import DocumentCard

router = APIRouter(tags=["documents"])


@router.get("/documents", responses=documented("/documents"), summary="All documents")
def documents(store: OpenStore) -> tuple[DocumentCard, ...]:
    """All documents, loaded ones first, from the nation down; documents that are only cited come last."""
    return questions.documents(store)


# A title may hold a slash, and a percent-encoded one is a slash again here: the longer path is tried first.
@router.get(
    "/documents/{id:path}/clauses",
    responses=documented("/documents/…", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="The clauses of a document",
)
def clauses(store: OpenStore, id: DocumentPath) -> tuple[Clause, ...]:
    """The clauses of a document in order, with their whole text."""
    return questions.clauses(store, questions.resolve(store, id))


@router.get(
    "/documents/{id:path}",
    responses=documented("/documents/…", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="One document",
)
def document(store: OpenStore, id: DocumentPath) -> Document:
    """The head data of a document."""
    return questions.document(store, questions.resolve(store, id))
