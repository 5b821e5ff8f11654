"""The store of a running API: it is opened when it first answers, for a server of databases may start after us."""

import logging
import threading
from concurrent.futures import Future
from typing import Self

from graph.errors import Unavailable
from graph.store import Store, open_store

PATIENCE_SECONDS = 0.8  # how long who asks waits for a store that is being opened: /health/ready has one second
START_SECONDS = 3.0  # how long the API waits before it begins without
LOG = logging.getLogger(__name__)
LATER = "cascade: %s: the API answers 503 until it does"


class Opening:
    """The store at `url`, or the wait for it. Threads may share it; closing closes what was opened."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.opened: Store | None = None
        self._lock = threading.Lock()
        self._attempt: Future[Store] | None = None
        self._closed = False

    def store(self) -> Store:
        """The open store. While it does not answer, one attempt at a time is made for all who ask. Raises Unavailable
        within a second, and what else `open_store` does."""
        return self.opened or self._wait(PATIENCE_SECONDS)

    def _wait(self, seconds: float) -> Store:
        with self._lock:
            if not self._attempt or (self._attempt.done() and not self.opened):
                self._attempt = Future()
                threading.Thread(target=self._try, args=(self._attempt,), daemon=True).start()
            attempt = self._attempt
        try:
            return attempt.result(seconds)
        except TimeoutError as error:
            raise Unavailable(f"{self.url} does not answer in time") from error

    def _try(self, attempt: Future[Store]) -> None:
        try:
            store = open_store(self.url)
        except Exception as error:  # whoever waits for the attempt gets it
            attempt.set_exception(error)
            return
        with self._lock:
            if self._closed:
                store.close()
            else:
                self.opened = store
        attempt.set_result(store)

    def __enter__(self) -> Self:
        """Open the store, or begin without it. Raises what `open_store` does but Unavailable."""
        try:
            self._wait(START_SECONDS)
        except Unavailable as error:
            LOG.warning(LATER, error)
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._closed = True
            if self.opened:
                self.opened.close()
