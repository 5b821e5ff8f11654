"""The links of a document to those in a store: whole documents are read only where they may be joined with it."""

from collections import OrderedDict
from collections.abc import Collection, Iterator, Sequence

from graph.facts import documents_of
from graph.model import DocumentFacts, Implements
from graph.possible import lowers, uppers
from graph.store import Store
from loaders.embedding import Embedder
from loaders.implements import link_between

DOCUMENTS_HELD = 256
"""As many as loaders.implements keeps prepared for comparison."""


class Joining:
    """The documents of a store that were read or came in lately, so that each is read once while it is wanted."""

    def __init__(self, store: Store, embedder: Embedder | None = None) -> None:
        self._store, self._embedder = store, embedder
        self._held: OrderedDict[str, DocumentFacts] = OrderedDict()

    def links(self, facts: DocumentFacts, apart: Collection[str]) -> Iterator[Implements]:
        """The links between a document and those in the store, without the ones in `apart`."""
        now = self._store.snapshot()
        above, below = ({*found} - {*apart} for found in (uppers(now, facts), lowers(now, facts.document)))
        for other in self._read(sorted(above | below)):
            if other.document.id in above:
                yield from link_between(facts, other, self._embedder)
            if other.document.id in below:
                yield from link_between(other, facts, self._embedder)

    def hold(self, facts: DocumentFacts) -> None:
        """Keep a document at hand, in place of what was held longest."""
        self._held[facts.document.id] = facts
        self._held.move_to_end(facts.document.id)
        if len(self._held) > DOCUMENTS_HELD:
            self._held.popitem(last=False)

    def _read(self, ids: Sequence[str]) -> Iterator[DocumentFacts]:
        held = [self._held[id] for id in ids if id in self._held]
        missing = [id for id in ids if id not in self._held]
        yield from held
        for facts in documents_of(self._store.snapshot(), missing):
            self.hold(facts)
            yield facts
