"""Regular expressions from the words of the vocabulary."""

import re
from collections.abc import Iterable, Sequence


def one_of(words: Iterable[str]) -> str:
    """An alternative of words, the longest first, so that none hides another that begins like it."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def one_of_guarded(entries: Iterable[Sequence[str]], *, ahead: bool) -> str:
    """As `one_of` for (word, …, characters): not before one of these characters, or not after one (`ahead`)."""
    ordered = sorted(entries, key=lambda entry: (-len(entry[0]), entry[0]))
    return "|".join(_guarded(entry[0], entry[-1] if len(entry) > 1 else "", ahead=ahead) for entry in ordered)


def _guarded(word: str, characters: str, *, ahead: bool) -> str:
    if not characters:
        return re.escape(word)
    return f"(?<![{characters}]){re.escape(word)}" if ahead else f"{re.escape(word)}(?![{characters}])"
