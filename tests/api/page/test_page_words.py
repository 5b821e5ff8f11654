"""The words of the pages and pictures: each is used, and each that is used is there in both languages."""

import re
from pathlib import Path
from typing import get_args

import pytest

import api.chains
import api.page
import api.pictures
from api.page.words import catalogue, word
from api.problems import KINDS
from graph.comparing import Obstacle, Timing, Verdict
from graph.decisions import State
from graph.drawing.words import WORDS
from graph.explanations import Cause
from graph.model import Carried, ClauseType, IndicatorKind, Level, LinkStatus, Role

FOLDER = Path(api.page.__file__).parent
PICTURES = Path(api.pictures.__file__).parent
SHARED = Path(api.chains.__file__)  # what pages, pictures and tables say of figures
SOURCES = [
    SHARED,
    *(path for folder in (FOLDER, PICTURES) for path in folder.rglob("*") if path.suffix in (".html", ".py")),
]
CALL = re.compile(r"""word\(\s*(?:"([^"]+)"|'([^']+)')\s*(~)?""")
QUOTED = re.compile(r"""["']([^"'\n]+)["']""")
TAKEAWAY = re.compile(r"""Takeaway\(\s*"([^"]+)\"""")


def calls() -> tuple[set[str], set[str]]:
    """The keys that sources ask for, and the beginnings of keys that they put together (`word("error " ~ kind)`)."""
    found = [match for path in SOURCES for match in CALL.finditer(path.read_text(encoding="utf-8"))]
    whole = {one or other for one, other, tilde in (match.groups() for match in found) if not tilde}
    begun = {one or other for one, other, tilde in (match.groups() for match in found) if tilde}
    return whole, begun


def test_every_word_that_is_asked_for_is_there():
    """A key in a template or a module stands in words/."""
    whole, _ = calls()
    taken = {key for path in SOURCES for key in TAKEAWAY.findall(path.read_text(encoding="utf-8"))}

    assert set() == (whole | taken) - set(catalogue())


def test_every_word_is_asked_for():
    """No word of a page's own stands there that no page says: its key, or the beginning of it, is in a source."""
    whole, begun = calls()
    quoted = {text for path in SOURCES for text in QUOTED.findall(path.read_text(encoding="utf-8"))}
    elsewhere = ("answers.tsv", "causes.tsv", "doubts.tsv", "report.tsv", "workbook.tsv")
    own = {key for key, found in catalogue().items() if found.file not in elsewhere}

    assert set() == {key for key in own - whole - quoted if not any(key.startswith(start) for start in begun)}


@pytest.mark.parametrize(
    "words", [Carried, LinkStatus, Level, Role, ClauseType, IndicatorKind, Verdict, Timing, Obstacle]
)
def test_words_of_answers(words):
    """What answers say in a word has its Chinese."""
    assert set(get_args(words)) <= set(catalogue())


def test_states_of_decisions_causes_and_errors():
    """So have how decisions stand, why a pair is no link, and what went wrong."""
    causes = {cause for words in get_args(Cause) for cause in get_args(words) or (words,)}

    assert set(get_args(State)) - {"holds"} <= set(catalogue())
    assert {f"because {cause}" for cause in causes} <= set(catalogue())
    assert {f"error {kind.name}" for kind in KINDS.values()} <= set(catalogue())


@pytest.mark.parametrize("part", ["levels", "carried", "status", "evidence"])
def test_pictures_say_what_pages_say(part):
    """One word for one thing: what a picture calls a level, a link or a piece of evidence, the page calls so too."""
    drawn = {key: text for key, text in getattr(WORDS["zh"], part).items() if key}

    assert drawn == {key: word(key, "zh") for key in drawn}


def test_both_languages_have_the_same_gaps():
    """A phrase is filled in with the same values in both languages."""
    gaps = {
        key: [set(re.findall(r"{(\w+)", text)) for text in (found.zh, found.en)] for key, found in catalogue().items()
    }

    assert {} == {key: both for key, both in gaps.items() if both[0] != both[1]}


def test_a_word_without_an_entry_is_shown_as_it_is():
    """What an answer says and no file has is not lost."""
    assert "豫政" == word("豫政", "en")
