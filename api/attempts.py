"""How often somebody may give a wrong token: a few times a minute, so that nobody finds it by trying."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials

from api.access import BEARER, TooManyAttempts, WrongToken, check_token

MOST = 10  # wrong tokens of one address within SECONDS: more than anybody mistypes
SECONDS = 60.0


class Attempts:
    """The wrong tokens of the last minute by the address that they came from. Only that address waits, only for what
    asks for the token, and no longer than a minute: sessions and other people go on. Threads may share it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._wrong: dict[str, list[float]] = {}

    @contextmanager
    def of(self, address: str) -> Iterator[None]:
        """What is done in here tries the token; WrongToken out of it counts. Raises TooManyAttempts before a try
        beyond MOST, even of the right token: an answer would tell that it is."""
        with self._lock:
            self._forget()
            if len(self._wrong.get(address, ())) >= MOST:
                raise TooManyAttempts
        try:
            yield
        except WrongToken:
            with self._lock:
                self._wrong.setdefault(address, []).append(self._clock())
            raise

    def _forget(self) -> None:
        """Leave out what is older than a minute, so that what is kept stays small."""
        since = self._clock() - SECONDS
        recent = {address: [at for at in times if at > since] for address, times in self._wrong.items()}
        self._wrong = {address: times for address, times in recent.items() if times}


def address_of(request: Request) -> str:
    """Where a request comes from. Behind a proxy on this machine that is what the proxy says (X-Forwarded-For)."""
    return request.client.host if request.client else ""


def attempts_of(request: Request) -> Attempts:
    """The attempts that the app remembers."""
    found: Attempts = request.app.state.attempts
    return found


def may_write(request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)]) -> None:
    """Raises WritingOff where the server has no token, WrongToken for another than that, TooManyAttempts. A
    request without a token is no attempt."""
    tried = attempts_of(request).of(address_of(request)) if given else nullcontext()
    with tried:
        check_token(given)


MayWrite = Depends(may_write)
"""A dependency of every endpoint that writes."""
