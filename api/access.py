"""Who may write over HTTP: whoever has the token in CASCADE_TOKEN. Without one nobody may."""

import hmac
import os
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from graph.errors import CascadeError

TOKEN = "CASCADE_TOKEN"  # noqa: S105  # the name of a variable, no secret


class WritingOff(CascadeError):
    """This server has no token, so nobody may write."""

    def __init__(self) -> None:
        super().__init__(f"this server only answers questions; to let people decide, start it with {TOKEN} set")


class WrongToken(CascadeError):
    """The request has no token, or another."""

    def __init__(self) -> None:
        super().__init__(f"writing needs the header Authorization: Bearer and the server's {TOKEN}")


BEARER = HTTPBearer(auto_error=False, description=f"the server's {TOKEN}")


def check_token(given: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)]) -> None:
    """Raises WritingOff where the server has no token, WrongToken for another than that."""
    token = os.environ.get(TOKEN)
    if not token:
        raise WritingOff
    # Starlette reads the bytes of headers as Latin-1. Compared in constant time: how long it takes tells nothing.
    if given is None or not hmac.compare_digest(given.credentials.encode("latin-1"), token.encode()):
        raise WrongToken


MayWrite = Depends(check_token)
"""A dependency of every endpoint that writes."""
