"""cites: the documents that clauses name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Clause, Document, DocumentFacts
from loaders.citations import find_named, with_citations
from loaders.vocabulary import lines, rows

NUMBER = "示政〔2021〕2号"
TITLE = "示例省推进职业教育的意见"
OWN = Document(NUMBER, TITLE, NUMBER, notice_title=f"示例省人民政府关于印发{TITLE}的通知")


def facts(*texts, type_="clause"):
    """The facts of a document with these clauses, citations read."""
    clauses = (
        Clause(f"{NUMBER}/{place}", NUMBER, str(place), type_, text) for place, text in enumerate(texts, start=1)
    )
    return with_citations(DocumentFacts(OWN, tuple(clauses)))


def cited(text):
    """Target and relation of the citations in a text."""
    return [(citation.target, citation.relation) for citation in facts(text).citations]


@pytest.mark.parametrize(
    ("text", "title", "number", "as_written"),
    [
        ("落实《示例方案》，", "示例方案", None, "《示例方案》"),
        ("落实《教育现代化 2035》，", "教育现代化2035", None, "《教育现代化 2035》"),
        ("《示例方案》（国发〔2019〕4号）", "示例方案", "国发〔2019〕4号", "《示例方案》（国发〔2019〕4号）"),
        ("《示例方案》(国发[2019] 4 号)", "示例方案", "国发〔2019〕4号", "《示例方案》(国发[2019] 4 号)"),
        ("《办法》（教育部令第20号）", "办法", "教育部令第20号", "《办法》（教育部令第20号）"),
        ("《条例》（国务院令第741号，2021年修订）", "条例", "国务院令第741号", "《条例》（国务院令第741号"),
        ("《法》（中华人民共和国主席令第9号）", "法", "主席令第9号", "《法》（中华人民共和国主席令第9号）"),
        ("《〈示例意见〉任务分工》", "〈示例意见〉任务分工", None, "《〈示例意见〉任务分工》"),
        ("《关于印发《示例办法》的通知》", "关于印发《示例办法》的通知", None, "《关于印发《示例办法》的通知》"),
        ("根据国发〔2019〕4号文件", None, "国发〔2019〕4号", "国发〔2019〕4号"),
        ("（国人部发【2007】96号规定）", None, "国人部发〔2007〕96号", "国人部发【2007】96号"),
        ("落实省政府示政办〔2020〕5号精神", None, "示政办〔2020〕5号", "示政办〔2020〕5号"),
        ("按照工业和信息化部令第30号", None, "工业和信息化部令第30号", "工业和信息化部令第30号"),
        ("由中华人民共和国国务院令第741号修订", None, "国务院令第741号", "国务院令第741号"),
    ],
)  # fmt: skip
def test_forms(text, title, number, as_written):
    """Titles and numbers, alone and together, nested and split by white space, half and full width."""
    (named,) = find_named(text)

    assert (title, number, as_written) == (named.title, named.number, text[named.start : named.end])


def test_all_fields():
    """A citation says who cites what, how it is written and what is done with it."""
    (citation,) = facts("为贯彻落实《示例方案》（国发〔2019〕4号）精神，制定本意见。").citations

    assert (f"{NUMBER}/1", "国发〔2019〕4号", "贯彻落实") == (citation.source, citation.target, citation.relation)
    assert ("示例方案", "国发〔2019〕4号") == (citation.title, citation.number)
    assert "《示例方案》（国发〔2019〕4号）" == citation.as_written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全面落实《甲方案》《乙方案》，深化改革", [("甲方案", "贯彻落实"), ("乙方案", "贯彻落实")]),
        ("为贯彻落实全国大会和《甲方案》精神，", [("甲方案", "贯彻落实")]),
        ("根据《甲法》，制定《乙办法》", [("甲法", "依据"), ("乙办法", "制定")]),
        ("按照《甲方案》转型", [("甲方案", "按照")]),
        ("按《甲标准》、《乙标准》执行", [("甲标准", "按照"), ("乙标准", "按照")]),
        ("修订《甲办法》，推进合作", [("甲办法", "修订")]),
        ("《甲办法》、《乙办法》（示教〔2010〕1号）同时废止", [("甲办法", "废止"), ("示教〔2010〕1号", "废止")]),
        ("自印发之日起施行，根据《甲法》制定的《乙办法》同时废止", [("甲法", "依据"), ("乙办法", "废止")]),
        ("在《甲刊》上发表", [("甲刊", "提及")]),
        ("落实责任，在《甲刊》上发表", [("甲刊", "提及")]),
    ],
)
def test_relation(text, expected):
    """The nearest word in the same part of the sentence says what is done; repeal is said behind."""
    assert expected == cited(text)


@pytest.mark.parametrize("row", rows("citation_relations.tsv"), ids=lambda row: f"{row[0]} {row[1]}")
def test_every_relation_fires(row):
    """Each word gives its relation at its place."""
    word, place, relation = row

    assert [("甲办法", relation)] == cited(f"{word}《甲办法》" if place == "before" else f"《甲办法》{word}")


@pytest.mark.parametrize("ending", lines("not_documents.txt"))
def test_certificates_and_forms(ending):
    """What is named like a certificate or a form is no document."""
    assert [] == cited(f"提交《学生{ending}》")


@pytest.mark.parametrize(
    "text",
    [
        f"《{TITLE}》已经同意",
        f"《示例省 {TITLE[3:]}》已经同意",
        "《示例省人民政府关于印发示例省推进职业教育的意见的通知》",
        "按示政〔2021〕2号办理",
        "现将《示例省要点》印发给你们",
        "现将《示例省要点》转发你们",
        "《示例省要点》已经省政府同意，现予印发",
        "见《任务清单》（附件2）",
        "按《任务清单》（见附件）执行",
    ],
)
def test_own(text):
    """The document itself, the work that a notice issues, and its annexes are not cited."""
    assert [] == cited(text)


def test_short_title():
    """A short title means the document that it was given to, in later clauses too."""
    found = facts(
        "根据《国务院关于补贴的意见》（国发〔2015〕52号，以下简称《国务院意见》）。", "按照《国务院意见》要求"
    ).citations

    assert [(f"{NUMBER}/1", "国发〔2015〕52号"), (f"{NUMBER}/2", "国发〔2015〕52号")] == [
        (c.source, c.target) for c in found
    ]
    assert {"国务院关于补贴的意见"} == {citation.title for citation in found}


def test_short_title_of_itself():
    """A short title of the document itself is not cited."""
    assert () == facts(f"现将《{TITLE}》（以下简称《意见》）印发给你们", "落实《意见》要求").citations


def test_each_target_once_in_a_clause():
    """A clause cites a document once, and another clause does so too."""
    found = facts("落实《甲方案》，对照《甲方案》检查", "修订《甲方案》").citations

    assert [(f"{NUMBER}/1", "贯彻落实"), (f"{NUMBER}/2", "修订")] == [(c.source, c.relation) for c in found]


def test_title_without_end():
    """A title that never closes is a doubt, and the one inside it is read."""
    read = facts("根据《甲办法（2020年《乙办法》")

    assert ["乙办法"] == [citation.target for citation in read.citations]
    assert [(NUMBER, "citation")] == [(doubt.document, doubt.rule) for doubt in read.doubts]


def test_annex_titles_are_not_read():
    """The heading of an annex names itself."""
    assert () == facts("《甲清单》", type_="annex").citations


@given(st.text("《》〈〉（）()〔〕[]【】国发政令第号0123456789 ，。落实按以下简称和") | st.text())
def test_never_breaks(text):
    """Whatever the text, what is named lies in it in order without overlap, and has a title or a number."""
    named = find_named(text)

    assert all(0 <= item.start < item.end <= len(text) for item in named)
    assert all(item.title is not None or item.number for item in named)
    assert all(left.end <= right.start for left, right in pairwise(named))
    assert all(citation.as_written in text for citation in facts(text).citations)
