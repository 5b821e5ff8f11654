"""What people decided of links: the prints of the texts they saw, and whether those texts are still there."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from graph import records
from graph.model import Decision
from graph.queries import Reader

PRINT_LENGTH = 12  # hexadecimal digits: one in 10^14 that two texts have the same print

State = Literal["holds", "suspect", "dangling"]
End = Literal["source", "target"]


@dataclass(frozen=True, slots=True)
class DecisionCard:
    """A decision as answers show it: suspect where the text at one of its ends is another than the person saw, dangling
    where a clause is not in the store. `ends` are those ends."""

    decision: Decision
    state: State
    ends: tuple[End, ...] = ()


def fingerprint(text: str) -> str:
    """A short hash of a clause's text without its white space, which no reader of the text would miss."""
    bare = "".join(text.split())
    return hashlib.sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()[:PRINT_LENGTH]


def moment(at: str) -> datetime:
    """The moment that a decision's `at` names. Raises ValueError where it names none."""
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        raise ValueError(_no_moment(at)) from None
    if found.tzinfo is None:
        raise ValueError(_no_moment(at))
    return found


def _no_moment(at: str) -> str:
    return f"at: a time as 2024-05-01T08:30:00Z expected, {at!r} found"


def now() -> str:
    """The moment of now as decisions write it: 2024-05-01T08:30:00Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def id_of(source: str, target: str) -> str:
    """The id of the decision on this pair of clauses."""
    return f"{source} -> {target}"


def newest(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """One decision for each pair of clauses, the newest, by source and target. Raises ValueError: see moment."""
    ranked = sorted(decisions, key=lambda item: (moment(item.at), str(item)))
    last = {(item.source, item.target): item for item in ranked}
    return tuple(last[pair] for pair in sorted(last))


def decisions(reader: Reader) -> tuple[Decision, ...]:
    """All decisions, by source and target."""
    return tuple(records.fact(Decision, row) for row in reader.run("read/decisions"))


def decision_cards(reader: Reader) -> tuple[DecisionCard, ...]:
    """All decisions, by source and target, each with whether it holds."""
    found = decisions(reader)
    ids = sorted({end for item in found for end in (item.source, item.target)})
    prints = {row["id"]: fingerprint(row["text"]) for row in reader.run("read/texts", clauses=ids)}
    return tuple(_card(item, prints.get(item.source), prints.get(item.target)) for item in found)


def _card(decision: Decision, source: str | None, target: str | None) -> DecisionCard:
    """The card of a decision whose clauses have these prints, None for a clause that is not there."""
    ends: tuple[tuple[End, str | None, str], ...] = (
        ("source", source, decision.source_print),
        ("target", target, decision.target_print),
    )
    if missing := tuple(end for end, print, _ in ends if print is None):
        return DecisionCard(decision, "dangling", missing)
    if changed := tuple(end for end, print, seen in ends if print != seen):
        return DecisionCard(decision, "suspect", changed)
    return DecisionCard(decision, "holds")
