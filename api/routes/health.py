"""Whether the server runs, and whether it can answer."""

from fastapi import APIRouter

from api.answers import Health
from api.problems import documented
from api.routes.common import OpenStore
from graph.errors import InputError, Unavailable

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live", summary="The server runs")
async def live() -> Health:
    """Asks nobody: a server that answers this is alive."""
    return Health()


@router.get("/ready", responses=documented("/health/ready"), summary="The store answers")
def ready(store: OpenStore) -> Health:
    """Asks the store, and says within a second when it does not answer."""
    try:
        store.ready()
    except InputError as error:  # its file went away or was spoiled: nothing that the caller can mend
        raise Unavailable(str(error)) from error
    return Health()
