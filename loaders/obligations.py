"""How strongly a clause obliges: it requires (必须, 应当, 要, 不得, 确保) or encourages (支持, 鼓励, 探索, 可以)."""

import re
from dataclasses import replace
from functools import cache

from graph.model import DocumentFacts, Obligation
from loaders.masks import without_names
from loaders.patterns import one_of
from loaders.vocabulary import lines, rows

START = r"^|[，。；：、,;:\n（(\s]"  # of a phrase


def with_obligations(facts: DocumentFacts) -> DocumentFacts:
    """The facts with the obligation of each clause but annexes."""
    clauses = tuple(
        clause if clause.type == "annex" else replace(clause, obligation=obligation_of(clause.text))
        for clause in facts.clauses
    )
    return replace(facts, clauses=clauses)


def obligation_of(text: str) -> Obligation | None:
    """What the strongest word of the text says; None where there is none. Titles and quoted names say nothing."""
    hidden = without_names(text)
    strengths: tuple[Obligation, ...] = ("required", "encouraged")
    return next((strength for strength in strengths if _words(strength).search(hidden)), None)


@cache
def _words(strength: Obligation) -> re.Pattern[str]:
    return re.compile("|".join(_word(*row) for row in rows("obligation_words.tsv") if row[1] == strength))


@cache
def _head() -> str:
    """What stands before a verb that opens a phrase: 国家支持, 积极引导; behind others it is a noun (资金支持)."""
    return rf"(?:(?:{START}|{one_of(lines('phrase_heads.txt'))})(?:{one_of(lines('adverbs.txt'))})?)"


def _word(word: str, _strength: str, before: str = "-", behind: str = "-", place: str = "") -> str:
    """One word as a pattern: not behind and not before the characters that make it another, at the head of a phrase."""
    head = _head() if place == "head" else ""
    guard = f"(?<![{before}])" if before != "-" else ""
    return f"{head}{guard}{re.escape(word)}" + (f"(?![{behind}])" if behind != "-" else "")
