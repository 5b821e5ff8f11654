"""Words that recognition put in."""

import pytest

from graph.model import Clause, Document, DocumentFacts
from loaders.noise import with_stray_words
from loaders.vocabulary import lines


def doubts(text: str) -> list[tuple[int, str]]:
    """Line and rule of the doubts about a clause with this text that begins in line 7."""
    clause = Clause("示例/一", "示例", "一", "item", text, lines=((0, 7),))
    found = with_stray_words(DocumentFacts(Document("示例", "示例"), (clause,))).doubts
    return [(doubt.line, doubt.rule) for doubt in found]


@pytest.mark.parametrize("word", lines("stray_words.txt"))
def test_an_english_word_in_a_sentence_is_a_doubt(word):
    """Each word fires, with its line."""
    assert [(7, "stray-word")] == doubts(f"服务学生成长{word}全面发展。")


@pytest.mark.parametrize(
    "text", ["开展STEM教育", "实施1+X证书制度", "推广App应用", "“in China”项目", "学习and", "学成长band全面"]
)
def test_names_are_no_stray_words(text):
    """Abbreviations, quoted names and longer words raise no doubt."""
    assert [] == doubts(text)
