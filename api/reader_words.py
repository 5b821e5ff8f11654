"""What the reader says of a document, in the reader's language: doubts, and how two texts differ.

The reader writes English sentences, which a store keeps. words/doubts.tsv has each with its Chinese; the words that it
quotes are those of the document in either.
"""

import re
from collections.abc import Iterator
from functools import cache

from api.page.words import Language, Word, catalogue
from graph.model import Discrepancy, Doubt

GAP = re.compile(r"{(\w+)}")
DOUBTS, DIFFERENCES = "doubt says ", "differs says "


def doubt_said(doubt: Doubt, language: Language) -> str:
    """What a doubt says. A sentence that no file has, as of a store from other rules, is said in a word in Chinese."""
    if language == "en":
        return doubt.message
    return _chinese(doubt.message, DOUBTS) or doubt_named(doubt.rule, language)


def doubt_named(rule: str, language: Language) -> str:
    """What a kind of doubt is called: 发文机关不明."""
    found = catalogue().get(f"doubt {rule}")
    return rule if found is None else found.en if language == "en" else found.zh


def note_said(item: Discrepancy, language: Language) -> str:
    """How two texts differ; nothing in Chinese for a sentence that no file has: both passages stand beside it."""
    return item.note if language == "en" else _chinese(item.note, DIFFERENCES)


def _chinese(message: str, kind: str) -> str:
    """The Chinese of a sentence, where it quotes a part that has Chinese of its own with that; empty for none."""
    for pattern, found in _patterns(kind):
        if match := pattern.fullmatch(message):
            parts = {name: _chinese(text, f"{kind}part ") or text for name, text in match.groupdict().items()}
            return found.zh.format(**parts)
    return ""


@cache
def _patterns(kind: str) -> tuple[tuple[re.Pattern[str], Word], ...]:
    return tuple(_compiled(kind))


def _compiled(kind: str) -> Iterator[tuple[re.Pattern[str], Word]]:
    for key, found in catalogue().items():
        if key.startswith(kind):
            fixed = GAP.split(found.en)
            pattern = "".join(f"(?P<{text}>.+?)" if place % 2 else re.escape(text) for place, text in enumerate(fixed))
            yield re.compile(pattern, re.DOTALL), found
