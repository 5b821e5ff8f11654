"""What the body calls its annexes."""

import pytest

from graph.model import Clause, Document, DocumentFacts
from loaders.annex_names import other_names
from loaders.discrepancies import with_discrepancies

NUMBER = "示政〔2021〕7号"


def clauses(text, *titles):
    """A clause and the annexes with these titles."""
    annexes = (
        Clause(f"{NUMBER}/附件{n}", NUMBER, f"附件{n}", "annex", title)
        for n, title in zip(["1", "2"], titles, strict=False)
    )
    alone = (Clause(f"{NUMBER}/附件", NUMBER, "附件", "annex", title) for title in titles)
    return (Clause(f"{NUMBER}/一", NUMBER, "一", "clause", text), *(annexes if len(titles) > 1 else alone))


@pytest.mark.parametrize(
    ("text", "titles", "expected"),
    [
        ("落实《重点任务分工表》（见附件1）。", ("重点工作任务分工表", "指标表"), ["重点任务分工表"]),
        ("按照附件2《主要指标一览表》推进。", ("重点任务分工表", "主要指标表"), ["主要指标一览表"]),
        ("督导各部门任务清单（见附件）落实。", ("部门任务清单",), ["各部门任务清单"]),
        ("按重点工作任务分工（详见附件）落实。", ("重点任务分工",), ["重点工作任务分工"]),
    ],
)
def test_other_names(text, titles, expected):
    """A name that is not the title of the annex that it stands for is found, with or without 《》."""
    assert expected == [text[name.start : name.end] for name in other_names(clauses(text, *titles))]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("落实《重点任务分工表》（见附件1）。", ("重点任务分工表", "指标表")),
        ("落实任务分工表（见附件1）。", ("示例市重点任务分工表", "指标表")),
        ("落实好本市重点任务分工表（见附件1）。", ("重点任务分工表", "指标表")),
        ("推进各项任务落实（见附件）。", ("重点任务分工表",)),
        ("落实《学校安全条例》（见附件3）。", ("重点任务分工表", "指标表")),
    ],
)
def test_the_same(text, titles):
    """The title, a part of it, and what names no annex of the document are no other names."""
    assert [] == list(other_names(clauses(text, *titles)))


def test_discrepancy():
    """Another title is a minor discrepancy between the clause and the annex."""
    facts = DocumentFacts(Document(NUMBER, NUMBER), clauses("督导各部门任务清单（见附件）落实。", "部门任务清单"))
    (item,) = with_discrepancies(facts).discrepancies

    assert ("title", "minor", "各部门任务清单", "部门任务清单") == (
        item.kind,
        item.weight,
        item.a_span.text,
        item.b_span.text,
    )
