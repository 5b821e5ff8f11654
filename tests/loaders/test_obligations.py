"""How strongly a clause obliges."""

from typing import get_args

import pytest

from graph.model import Clause, Document, DocumentFacts, Obligation
from loaders.obligations import obligation_of, with_obligations
from loaders.vocabulary import lines, rows

WORDS = rows("obligation_words.tsv")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学校应当建立健全制度。", "required"),
        ("各地要落实经费。", "required"),
        ("须经批准。", "required"),
        ("任何单位不得挪用经费。", "required"),
        ("确保比例不低于30%。", "required"),
        ("鼓励社会力量办学，各地要加强管理。", "required"),  # the strongest word counts
        ("国家支持和鼓励社会力量办学。", "encouraged"),
        ("积极引导企业参与。", "encouraged"),
        ("学校可以自主招聘教师。", "encouraged"),
        ("可按投资额的30%抵免。", "encouraged"),
        ("探索建立学分银行。", "encouraged"),
        ("建设20个基地。", None),
        ("", None),
    ],
)
def test_obligation(text, expected):
    """What the strongest word of a clause says."""
    assert expected == obligation_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "主要任务是提高质量。", "重要基础", "根据工作需要安排。", "按照有关要求报送。", "配置要素保障。", "会议纪要",
        "适应发展需求。", "应届毕业生招聘会。", "完善应急预案。", "加大资金支持力度。", "发挥教学引导作用。",
        "收取质量保证金。", "无须提供证明。", "贯彻《学校应当遵守的规定》。", "实施“必须”计划。", "认可由专家组作出。",
    ],
)  # fmt: skip
def test_no_obligation(text):
    """要, 应, 支持 … as parts of other words, in titles and in names oblige nobody."""
    assert obligation_of(text) is None


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row[0])
def test_every_word_fires(row):
    """Each word obliges or encourages at the head of a phrase, and not as a part of another word."""
    word, strength, *guards = row
    before, behind = [guard.replace("-", "") for guard in (*guards[:2], "", "")[:2]]

    assert strength in get_args(Obligation)
    assert strength == obligation_of(f"学校{word}开展活动。") or strength == obligation_of(f"，{word}开展活动。")
    assert {None} >= {obligation_of(f"工作{character}{word}开展。") for character in before} - {"required"}
    assert {None} >= {obligation_of(f"工作，{word}{character}开展。") for character in behind} - {"required"}


@pytest.mark.parametrize("row", [row for row in WORDS if "head" in row], ids=lambda row: row[0])
def test_heads(row):
    """A word that is a noun elsewhere counts at the head of a phrase only, with an adverb or without."""
    assert row[1] == obligation_of(f"，积极{row[0]}开展")
    assert obligation_of(f"加大资金{row[0]}力度") is None


@pytest.mark.parametrize("head", lines("phrase_heads.txt"))
def test_every_head_fires(head):
    """Each of these words may stand before a verb that opens a phrase."""
    assert "encouraged" == obligation_of(f"本地{head}支持创新。") == obligation_of(f"本地{head}积极支持创新。")


def test_no_word_twice():
    """Each word stands once in the file."""
    assert len({row[0] for row in WORDS}) == len(WORDS)


def test_facts():
    """Each clause but annexes has its obligation; nothing else changes."""
    number = "示政〔2021〕2号"
    texts = {"一": "各校要落实。", "二": "鼓励创新。", "三": "建设5所。"}
    clauses = [Clause(f"{number}/{address}", number, address, "item", text) for address, text in texts.items()]
    annex = Clause(f"{number}/附件", number, "附件", "annex", "各校要落实。")
    facts = with_obligations(DocumentFacts(Document(number, "意见"), (*clauses, annex)))

    assert ["required", "encouraged", None, None] == [clause.obligation for clause in facts.clauses]
    assert [*texts.values(), annex.text] == [clause.text for clause in facts.clauses]
