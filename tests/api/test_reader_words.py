"""What the reader says in English is said in Chinese too: every code, every sentence, with the words that it quotes."""

import ast
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loaders
from api import reader_words, sample
from api.loading import files_of, load
from api.page.words import catalogue
from api.reader_words import DIFFERENCES, DOUBTS, GAP, doubt_named, doubt_said, note_said
from graph.model import Discrepancy, Doubt, DoubtRule, Span
from graph.store import open_store
from loaders.build import read

SENTENCES = {key: word for key, word in catalogue().items() if key.startswith((DOUBTS, DIFFERENCES))}
SPAN = Span(0, 2, "一所", 3)
RULE = 2  # of the fields of Doubt
TREES = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(loaders.__file__).parent.rglob("*.py")]
GOLDEN = Path(__file__).parent.parent / "loaders" / "golden"


def doubt(rule: DoubtRule, message: str) -> Doubt:
    """A doubt that says this."""
    return Doubt("示政〔2024〕1号", 3, rule, message)


def sentences() -> set[str]:
    """Every text of the reader's code, with {} for what is filled in."""
    found: set[str] = set()
    for tree in TREES:
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                found.add("".join(each.value if isinstance(each, ast.Constant) else "{}" for each in node.values))
    return found


def test_no_doubt_has_another_rule():
    """What is given to Doubt in the reader's code is one of DoubtRule, or comes from what is typed so."""
    calls = [node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Call)]
    made = [call.args for call in calls if getattr(call.func, "id", "") == "Doubt" and len(call.args) > RULE]
    written = {args[RULE].value for args in made if isinstance(args[RULE], ast.Constant)}

    assert written
    assert written <= set(get_args(DoubtRule))


@pytest.mark.parametrize("rule", get_args(DoubtRule))
def test_every_doubt_has_a_name_in_both_languages(rule):
    """What a reader may be in doubt about has a short word."""
    assert f"doubt {rule}" in catalogue()
    assert doubt_named(rule, "zh") != doubt_named(rule, "en")


@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_is_one_of_the_reader(key):
    """The English of the file is what the reader's code writes."""
    assert GAP.sub("{}", SENTENCES[key].en) in sentences()


@pytest.mark.parametrize("rule", sorted(set(get_args(DoubtRule)) - {"region-doubtful"}))
def test_every_doubt_has_a_sentence(rule):
    """Each kind of doubt has a sentence of its own; region-doubtful has those of regions."""
    assert any(key.removeprefix(DOUBTS).split(" ")[0] == rule for key in SENTENCES)


@given(st.sampled_from(sorted(SENTENCES)), st.from_regex(r"[一-十]{1,6}", fullmatch=True))
def test_what_is_quoted_stays(key, quoted):
    """The Chinese has the words that the English quotes."""
    names = set(GAP.findall(SENTENCES[key].en))
    message = SENTENCES[key].en.format(**dict.fromkeys(names, quoted))
    kind = DOUBTS if key.startswith(DOUBTS) else DIFFERENCES

    assert SENTENCES[key].zh.format(**dict.fromkeys(names, quoted)) == reader_words._chinese(message, kind)


def test_a_reason_inside_a_sentence_is_chinese_too():
    """A doubt quotes the document and gives a reason: both stand in the sentence."""
    said = doubt("comparator", "示政〔2024〕1号/一: 不少于3—5所 left out: a range with a bound")

    assert "示政〔2024〕1号/一：“不少于3—5所”未作为指标：区间又带上下限。" == doubt_said(said, "zh")
    assert said.message == doubt_said(said, "en")


def test_how_texts_differ_is_said_in_chinese():
    """Both passages and what kind of difference it is."""
    note = "Another deadline: the clause says “2025年”, the row “2026年”."
    item = Discrepancy("示/一", "示/附件第1项", "deadline", "material", SPAN, SPAN, note)

    assert "期限不同：条款为“2025年”，清单为“2026年”。" == note_said(item, "zh")
    assert note == note_said(item, "en")


def test_an_unknown_sentence_is_said_in_a_word():
    """A store of other rules may hold a sentence that no file has: no English on a Chinese page."""
    assert "发文机关不明" == doubt_said(doubt("issuer-unknown", "nobody signed"), "zh")


def test_all_that_the_reader_says_of_documents_has_chinese():
    """Every doubt and discrepancy of the sample and of the invented documents is a whole sentence in Chinese."""
    with open_store(":memory:") as store:
        report = load(store, files_of([sample.home()]))
        found = [each for item in report.documents for each in item.doubts]
    facts = [read(path) for path in GOLDEN.glob("*.txt")]
    found += [each for item in facts for each in item.doubts]

    assert found
    assert [] == [each.message for each in found if not reader_words._chinese(each.message, DOUBTS)]
    assert [] == [each.note for item in facts for each in item.discrepancies if not note_said(each, "zh")]
