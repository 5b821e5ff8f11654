"""Our errors, split by what the caller can do. They know nothing of HTTP or exit codes.

CascadeError
+-- InputError               mend the input
|   +-- UnreadableFile       the file cannot be read as a document
|   +-- UnknownReference     no such document or clause; says what is nearest
|   +-- AmbiguousReference   several fit; lists them
|   +-- MissingExtra         an optional part is not installed; says the command
+-- Unavailable              the store does not answer; a retry can help
+-- Conflict                 somebody else holds or changed what we need
Everything else is a bug.
"""

from collections.abc import Sequence


class CascadeError(Exception):
    """Base of all errors that a user can act on."""


class InputError(CascadeError):
    """The input is at fault; the message says what, where and what would fit."""


class UnreadableFile(InputError):
    """A file that is not read: which, why, and the line where known."""

    def __init__(self, path: str, reason: str, line: int | None = None) -> None:
        super().__init__(f"{path}{f':{line}' if line else ''}: {reason}")
        self.path, self.reason, self.line = path, reason, line


class UnknownReference(InputError):
    """Nothing fits what was asked for; `nearest` are ids that look like it."""

    def __init__(self, asked: str, nearest: Sequence[str] = ()) -> None:
        hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
        super().__init__(f"unknown: {asked}{hint}")
        self.asked, self.nearest = asked, tuple(nearest)


class AmbiguousReference(InputError):
    """Several things fit what was asked for; `candidates` are their ids."""

    def __init__(self, asked: str, candidates: Sequence[str]) -> None:
        super().__init__(f"ambiguous: {asked}; it may be: {', '.join(candidates)}")
        self.asked, self.candidates = asked, tuple(candidates)


class MissingExtra(InputError):
    """An optional part is not installed."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs an optional part: pip install 'policy-cascade[{extra}]'")
        self.extra = extra


class Unavailable(CascadeError):
    """The store does not answer."""


class Conflict(CascadeError):
    """The store is held by somebody else, or changed under our hands."""
