"""The links that nobody decided yet: which of them somebody asks for, in which order, and what speaks against each."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph import lookup, records
from graph.cautions import cautions
from graph.explanations import Caution
from graph.ids import split_clause_id
from graph.keeping import kept
from graph.model import Document, Implements
from graph.queries import Reader
from graph.web import citations

Waiting = Literal["proposed", "candidate"]
WAITING: tuple[Waiting, ...] = ("proposed", "candidate")
Order = Literal[
    "doubtful",  # links that count before near misses; the most spoken against, then the least likely, first
    "least",  # likely
    "most",  # likely
    "document",  # by lower document and clause
]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of the links that wait: only those with an end in `document` and one in `other`, as people write them; of a
    status; with a score from `min_score` to `max_score`; against which `caution` speaks. And in which order."""

    document: str | None = None
    other: str | None = None
    status: Waiting | None = None
    min_score: float = 0.0
    max_score: float = 1.0
    caution: Caution | None = None
    order: Order = "doubtful"

    def within(self, now: Reader) -> frozenset[str]:
        """The documents, or clauses of them, in which the ends stand. Raises UnknownReference, AmbiguousReference."""
        return frozenset(lookup.meant(now, name) for name in (self.document, self.other) if name)

    def takes(self, item: "Undecided") -> bool:
        """Whether the link is one of these, wherever it stands."""
        link = item.link
        return (
            self.status in (None, link.status)
            and self.min_score <= link.score <= self.max_score
            and (self.caution is None or self.caution in item.cautions)
        )


@dataclass(frozen=True, slots=True)
class Undecided:
    """A link that waits and what speaks against it; `place` is that of its lower clause in the document."""

    link: Implements
    cautions: tuple[Caution, ...]
    place: int


def waiting(now: Reader, asked: Asked) -> tuple[Undecided, ...]:
    """The links that are asked for, in the order that is asked for. Raises UnknownReference, AmbiguousReference."""
    within = asked.within(now)
    found = (item for item in kept(now, _undecided) if asked.takes(item) and stand_in(within, *_ends(item)))
    return tuple(sorted(found, key=ORDERS[asked.order]))


def stand_in(named: frozenset[str], *ends: str) -> bool:
    """Whether each of these documents has one of the clauses `ends`, and each of these clauses is one."""
    return named <= {*ends, *(split_clause_id(end)[0] for end in ends)}


def _ends(item: Undecided) -> tuple[str, str]:
    return item.link.source, item.link.target


ORDERS: Mapping[Order, Callable[[Undecided], Any]] = {
    "doubtful": lambda item: (
        item.link.status == "candidate",
        -len(item.cautions),
        item.link.score if item.link.status == "proposed" else -item.link.score,
        *_ends(item),
    ),
    "least": lambda item: (item.link.score, *_ends(item)),
    "most": lambda item: (-item.link.score, *_ends(item)),
    "document": lambda item: (split_clause_id(item.link.source)[0], item.place, *_ends(item)),
}
"""What each order sorts by. A near miss is the more doubtful the nearer it came."""


def _undecided(now: Reader) -> tuple[Undecided, ...]:
    """All links that wait, by their ends."""
    documents = {row["id"]: records.fact(Document, row) for row in now.run("read/documents")}
    cited = citations(now, list(documents))
    found = [(records.fact(Implements, row), row["place"]) for row in now.run("browse/links")]
    beside: dict[str, list[Implements]] = defaultdict(list)
    for link, _ in found:
        beside[link.source].append(link)

    def against(link: Implements) -> tuple[Caution, ...]:
        source, target = (documents[split_clause_id(end)[0]] for end in (link.source, link.target))
        return cautions(link, beside[link.source], source, target, cited.get(source.id, ()))

    return tuple(Undecided(link, against(link), place) for link, place in found if link.status in WAITING)
