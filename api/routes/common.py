"""What the routes share: the store, parameters that several take, and the errors that they may give."""

from typing import Annotated

from fastapi import Depends, Path, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError

from api.examples import CLAUSE, DOCUMENT
from api.opening import Opening
from graph.errors import AmbiguousReference, UnknownReference
from graph.store import Store


async def store_of(request: Request) -> Store:
    """The store that the app has open. Async, because it seldom waits: a plain function costs a thread."""
    opening: Opening = request.app.state.opening
    if opening.opened:
        return opening.opened
    return await run_in_threadpool(opening.store)


OpenStore = Annotated[Store, Depends(store_of)]
DocumentPath = Annotated[
    str, Path(description="a document: its id, number or title, percent-encoded", examples=[DOCUMENT.id])
]
AddressPath = Annotated[str, Path(description="where the clause stands", examples=[CLAUSE.address])]

UNKNOWN = UnknownReference(f"{DOCUMENT.id} clause 九十", [CLAUSE.id])
AMBIGUOUS = AmbiguousReference(f"{DOCUMENT.id} clause 一", [f"{DOCUMENT.id}/一", f"{DOCUMENT.id}/一（一）"])
BAD_PARAMETER = RequestValidationError([{"loc": ("query", "depth"), "msg": "Input should be less than or equal to 20"}])
