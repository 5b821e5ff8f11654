"""Deadlines that goals take over."""

import pytest

from graph.model import Clause, Document, DocumentFacts
from loaders.quantities import with_indicators

NUMBER = "示政〔2021〕2号"


def read(*clauses, issued="2021-11-23"):
    """Deadline, due and whether it is inherited, of each quantity of a document with these clauses."""
    facts = with_indicators(DocumentFacts(Document(NUMBER, "意见", NUMBER, issued=issued), clauses))
    return [(item.deadline, item.due, item.inherited) for item in facts.indicators]


def clause(address, text, heading=None, type_="item", *, parent=None, line=0):
    """A clause, with the source line of each of its paragraphs."""
    starts = [0, *(offset + 1 for offset, character in enumerate(text) if character == "\n")]
    lines = tuple((start, line + rank) for rank, start in enumerate(starts))
    above = f"{NUMBER}/{parent}" if parent else None
    return Clause(f"{NUMBER}/{address}", NUMBER, address, type_, text, heading, parent=above, lines=lines)


def goals(lead, heading="工作目标", *, bullet="goal", line=5, text="建成8个服务站。"):
    """A section with a lead sentence and one goal or item below it."""
    section = clause("一", f"{heading}\n{lead}" if lead else heading, heading, "section", line=1)
    return section, clause("一—1", text, None, bullet, parent="一", line=line)


INHERITED = (None, "2025", True)
NOTHING = (None, None, False)


@pytest.mark.parametrize(
    "lead",
    [
        "到2025年，各项工作走在全市前列。",
        "力争到2025年，实现以下目标：",
        "具体目标：到2025年，做到以下几点：",
        "2025年底前，实现：",
    ],
)
def test_goals(lead):
    """The bullets below goals are due as the paragraph above them says; their own deadline stays empty."""
    assert [INHERITED] == read(*goals(lead))


def test_items():
    """So are the items of a goal, but not those of a task."""
    assert [INHERITED] == read(*goals("到2025年，全面达标。", bullet="item"))
    assert [NOTHING] == read(*goals("到2025年，全面达标。", "重点任务", bullet="item"))


@pytest.mark.parametrize(
    "lead",
    [
        "",
        "以习近平新时代中国特色社会主义思想为指导。",
        "到2023年，基本达标。到2025年，全面达标。",  # which of the two?
        "各项工作力争在2025年底前全面达标并走在前列。",  # not at the head of a sentence
        "到2024年前，全面达标。",  # before 2024, or by its end?
    ],
)
def test_uncertain(lead):
    """Where the paragraph above names no deadline, or several, nothing is inherited."""
    assert [NOTHING] == read(*goals(lead))


def test_last_sentence_with_a_colon():
    """What leads over to the goals with a colon governs them."""
    assert [INHERITED] == read(*goals("到2023年，基本达标。到2025年，实现以下目标："))


def test_paragraph_below():
    """A paragraph that follows the goals does not govern them."""
    section = clause("一", "工作目标\n到2025年，全面达标。", "工作目标", "section", line=8)

    assert [NOTHING] == read(section, clause("一—1", "建成8个服务站。", None, "goal", parent="一", line=3))


def test_own_deadline():
    """A goal with a deadline of its own keeps that."""
    assert [("到2023年", "2023", False)] == read(*goals("到2025年，全面达标。", text="到2023年，建成8个服务站。"))


def test_earlier_sentence():
    """In a paragraph of goals a sentence goes on under the deadline of the sentence before."""
    text = "主要目标。到2025年，覆盖率达到90%。新建学校5所。"

    assert [("到2025年", "2025", False), INHERITED] == read(clause("一", text, "主要目标"))
    assert [("到2025年", "2025", False), NOTHING] == read(clause("一", text.replace("目标", "任务"), "主要任务"))
    assert [("到2025年", "2025", False), NOTHING] == read(clause("一", text.replace("。新建", "。\n新建"), "主要目标"))


def test_only_goals_inherit():
    """A rule and today's figure have no deadline to take over."""
    lead = "到2025年，全面达标。"

    assert [NOTHING] == read(*goals(lead, bullet="item", text="每周不少于1课时。"))
    assert [NOTHING] == read(*goals(lead, text="目前共有学校5所。"))
