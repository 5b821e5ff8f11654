"""Traces of recognition and of broken files: what was not read for sure, and words that were put in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Clause, DocumentFacts, Doubt, DoubtRule
from loaders.readers.page import Line, Page
from loaders.vocabulary import lines

HAN = r"[\u4e00-\u9fff]"
SURE = 0.9
"""Confidence of optical recognition from which a line is read right nearly always: clean print lies above 0.95."""
BROKEN = "\ufffd"


def with_unsure_lines(page: Page, facts: DocumentFacts) -> DocumentFacts:
    """The facts with a doubt for each line that recognition is not sure of or that has broken characters, and one that
    says how much of the page was recognized and how surely."""
    known = [line.confidence for line in page.lines if line.confidence is not None]
    found = [(line.number, rule, message) for line in page.lines for rule, message in _unsure(line)]
    if known:
        mean = sum(known) / len(known)
        found.insert(0, (1, "ocr", f"{len(known)} lines read by optical recognition, mean confidence {mean:.2f}"))
    doubts = tuple(Doubt(facts.document.id, *each) for each in found)
    return replace(facts, doubts=facts.doubts + doubts)


def _unsure(line: Line) -> Iterator[tuple[DoubtRule, str]]:
    if line.confidence is not None and line.confidence < SURE:
        yield "ocr", f"recognized with confidence {line.confidence:.2f}: {line.text}"
    if BROKEN in line.text:
        yield "broken-character", f"a character that the file does not hold: {line.text.strip()[:30]}"


def with_stray_words(facts: DocumentFacts) -> DocumentFacts:
    """The facts with a doubt for each English function word between two Chinese characters.

    Reads 学生成长and全面发展; names and abbreviations (1+X, STEM) are none. The text stays: what was meant is
    not for us to say.
    """
    found = tuple(doubt for clause in facts.clauses for doubt in _stray(clause))
    return replace(facts, doubts=facts.doubts + found)


def _stray(clause: Clause) -> list[Doubt]:
    words = "|".join(lines("stray_words.txt"))
    return [
        Doubt(
            clause.document,
            clause.span(match.start(1), match.end(1)).line,
            "stray-word",
            f"{clause.address}: an English word in a Chinese sentence: {clause.text[match.start() : match.end() + 1]}",
        )
        for match in re.finditer(rf"{HAN}({words})(?={HAN})", clause.text)
    ]
