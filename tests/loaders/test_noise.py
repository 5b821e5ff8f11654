"""Traces of recognition and of broken files."""

import pytest

from graph.model import Clause, Document, DocumentFacts
from loaders.noise import with_stray_words, with_unsure_lines
from loaders.readers.page import Line, Page
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


def unsure(*lines: Line) -> list[tuple[int, str]]:
    """Line and rule of the doubts about a page of these lines."""
    found = with_unsure_lines(Page("scan.png", lines), DocumentFacts(Document("示例", "示例"))).doubts
    return [(doubt.line, doubt.rule) for doubt in found]


def test_recognized_lines_say_so_and_which_are_unsure():
    """One doubt for the page, one for each line below the bound."""
    assert [(1, "ocr"), (2, "ocr")] == unsure(Line("一、总则", 1, confidence=0.99), Line("二、任夯", 2, confidence=0.6))


def test_a_broken_character_is_a_doubt():
    """What the file lost is said with its line; a sound text raises none."""
    assert [(4, "broken-character")] == unsure(Line("一、总则", 3), Line("培训\ufffd师", 4))
