"""Words that recognition put in: English ones in the middle of a Chinese sentence (课程体系 and 人才培养 for 和)."""

import re
from dataclasses import replace

from graph.model import Clause, DocumentFacts, Doubt
from loaders.vocabulary import lines

HAN = r"[\u4e00-\u9fff]"


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
