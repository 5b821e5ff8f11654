"""What an answer rests on: how many documents are loaded, which rules linked them, when somebody last decided."""

from dataclasses import dataclass

from graph.decisions import decisions, moment
from graph.keeping import kept
from graph.queries import Reader
from graph.store import Store


@dataclass(frozen=True, slots=True)
class AsOf:
    """How many documents are loaded, the versions of the rules that made the links between them, and when somebody last
    decided on one, in ISO 8601; None where nobody did. When documents were loaded no store knows."""

    documents: int
    rules: tuple[str, ...]
    decided: str | None


def as_of(store: Store) -> AsOf:
    """What answers of now rest on."""
    return as_of_in(store.snapshot())


def as_of_in(now: Reader) -> AsOf:
    """`as_of` one state."""
    return kept(now, _as_of)


def _as_of(now: Reader) -> AsOf:
    return AsOf(
        documents=len(now.run("read/documents")),
        rules=tuple(row["rules"] for row in now.run("browse/rules")),
        decided=max((item.at for item in decisions(now)), key=moment, default=None),
    )
