"""cites: the documents that clauses name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Clause, Document, DocumentFacts
from loaders.citations import with_citations

NUMBER = "示政〔2021〕2号"
TITLE = "示例省推进职业教育的意见"
OWN = Document(NUMBER, TITLE, NUMBER, notice_title=f"示例省人民政府关于印发{TITLE}的通知", region="990000")
ANNEX = Clause(f"{NUMBER}/附件1", NUMBER, "附件1", "annex", "《职业教育 任务表》\n按《甲方案》执行")


def facts(*texts, document=OWN, type_="clause"):
    """The facts of a document with these clauses, citations read."""
    clauses = (
        Clause(f"{NUMBER}/{place}", NUMBER, str(place), type_, text) for place, text in enumerate(texts, start=1)
    )
    return with_citations(DocumentFacts(document, (*clauses, ANNEX)))


def cited(*texts, **options):
    """Clause, target and relation of the citations in these clauses."""
    return [
        (citation.source.rpartition("/")[2], citation.target, citation.relation)
        for citation in facts(*texts, **options).citations
        if citation.source != ANNEX.id
    ]


def test_all_fields():
    """A citation says who cites what, how it is written and what is done with it."""
    citation = facts("为贯彻落实《示例方案》（国发〔2019〕4号）精神，制定本意见。").citations[0]

    assert (f"{NUMBER}/1", "国发〔2019〕4号", "贯彻落实") == (citation.source, citation.target, citation.relation)
    assert ("示例方案", "国发〔2019〕4号") == (citation.title, citation.number)
    assert "《示例方案》（国发〔2019〕4号）" == citation.as_written


@pytest.mark.parametrize(
    "text",
    [
        f"《{TITLE}》已经同意",
        f"《示例省 {TITLE[3:]}》已经同意",
        f"《{TITLE}（征求意见稿）》",
        "《示例省人民政府关于印发示例省推进职业教育的意见的通知》",
        "《关于印发示例省推进职业教育的意见的通知》",
        "按示政〔2021〕2号办理",
        "现将《示例省要点》印发给你们",
        "《示例省要点》已经省政府同意，现予印发",
        "《示例省要点》和《示例省规定》已经省政府同意，现印发给你们",
        "现将《示例省要点》（以下简称《要点》）公布如下",
        "见《任务清单》（附件2）",
        "按《任务清单》（见附件）执行",
        "按附件2《任务清单》执行",
        "按《职业教育任务表》执行",
        "本《意见》自印发之日起施行",
        "根据《通知》要求",
        "依照前款规定，按照上位法和本办法执行",
    ],
)
def test_own(text):
    """The document itself, the work that a notice issues, its annexes and what is nowhere named are not cited."""
    assert [] == cited(text)


def test_papers():
    """Books, courses, newspapers and forms are not cited."""
    assert [] == cited("用好《语文》教材，阅读《红楼梦》，在《示例日报》上发表，填写《示例申请方案》，提交《残疾人证》")


def test_forwarded():
    """A notice that passes another document on cites it."""
    assert [("1", "教函〔2021〕8号", "转发")] == cited(
        "现将《关于示例的通知》（教函〔2021〕8号）转发给你们，请遵照执行。"
    )


@pytest.mark.parametrize("use", ["按照《国务院意见》要求", "按照《国务院 意见》要求"])
def test_short_title(use):
    """A short title means the document that it was given to, in later clauses and annexes too."""
    text = "根据《国务院关于补贴的意见》（国发〔2015〕52号，以下简称《国务院意见》）。"

    assert [("1", "国发〔2015〕52号", "依据"), ("2", "国发〔2015〕52号", "按照")] == cited(text, use)


def test_short_name_without_marks():
    """A law that is called by a short name without 《》 is cited wherever that stands."""
    text = "根据《中华人民共和国示例教育法》（以下简称示例教育法），制定本办法。"
    law = "中华人民共和国示例教育法"

    assert [("1", law, "依据"), ("2", law, "依据")] == cited(text, "违反示例教育法第十条的，依照示例教育法处理。")


def test_joint_short_title():
    """A short title for several documents means them all."""
    assert ["甲办法", "乙办法", "甲办法", "乙办法"] == [
        target for _, target, _ in cited("落实《甲办法》《乙办法》（以下统称《办法》）", "对照《办法》")
    ]


def test_short_title_of_itself():
    """A short title of the document itself, or of something that is no document, is not cited."""
    assert [] == cited(f"现将《{TITLE}》（以下简称《意见》）印发给你们", "落实《意见》要求")
    assert [("1", "甲办法", "依据")] == cited(
        "根据《甲办法》，为管理基金（以下简称《甲基金规定》）", "按《甲基金规定》执行"
    )


def test_orders_without_place():
    """An order of 省政府 is that of the document's own province; where that is not known, its number tells nothing."""
    text = "《甲办法》（省政府令第20号）"

    assert [("1", "示例省人民政府令第20号", "提及")] == cited(text)
    assert [("1", "甲办法", "提及")] == cited(text, document=Document(NUMBER, TITLE, NUMBER))
    assert [] == cited("市政府令第20号")


def test_lists_below():
    """Points below a sentence that repeals, and below a heading of what a text rests on, say so."""
    clauses = (
        Clause("某/五", "某", "五", "clause", "下列文件同时废止："),
        Clause("某/五1", "某", "五1", "item", "《甲办法》；", parent="某/五"),
        Clause("某/1.2", "某", "1.2", "item", "编制依据\n《乙条例》等。", heading="编制依据"),
    )
    found = with_citations(DocumentFacts(Document("某", "某方案"), clauses)).citations

    assert [("甲办法", "废止"), ("乙条例", "依据")] == [(citation.target, citation.relation) for citation in found]


def test_cells():
    """The cells of a row beside its text are read too."""
    row = Clause(
        "某/第1项", "某", "第1项", "row", "学籍审批", cells=(("事项", "学籍审批"), ("依据", "《甲条例》第十条"))
    )

    assert ["甲条例"] == [c.target for c in with_citations(DocumentFacts(Document("某", "某清单"), (row,))).citations]


def test_notice():
    """What the notice around a work names is cited by the document; the work that it issues is not."""
    notice = (
        "根据《甲管理规定》，经市政府同意，现将《示例省推进职业教育的意见》印发给你们。\n"
        "《关于乙的通知》（示教〔2019〕8号）同时废止。"
    )
    found = with_citations(DocumentFacts(OWN), notice).citations

    assert [(NUMBER, "甲管理规定", "依据"), (NUMBER, "示教〔2019〕8号", "废止")] == [
        (citation.source, citation.target, citation.relation) for citation in found
    ]


def test_short_names_of_the_notice():
    """A short name that the notice around a work gives holds in the clauses of the work."""
    notice = "为落实《国务院关于丙的意见》（国发〔2021〕1号，以下简称《意见》），现将本方案印发给你们。"
    clause = Clause(f"{NUMBER}/一", NUMBER, "一", "section", "各地要按照《意见》要求办好学校。")
    found = with_citations(DocumentFacts(OWN, (clause,)), notice).citations

    assert [(NUMBER, "国发〔2021〕1号"), (clause.id, "国发〔2021〕1号")] == [(c.source, c.target) for c in found]
    assert not with_citations(DocumentFacts(OWN, (clause,))).citations


def test_annex_text_is_read():
    """The title of an annex names itself; what stands below it is text."""
    assert [("甲方案", "按照")] == [(citation.target, citation.relation) for citation in facts().citations]


def test_each_target_once_in_a_clause():
    """A clause cites a document once, and another clause does so too."""
    assert [("1", "甲方案", "贯彻落实"), ("2", "甲方案", "修订")] == cited(
        "落实《甲方案》，对照《甲方案》检查", "修订《甲方案》"
    )


def test_title_without_end():
    """A title that never closes is a doubt, and the one inside it is read."""
    read = facts("根据《甲办法（2020年《乙办法》")

    assert "乙办法" == read.citations[0].target
    assert [(NUMBER, "citation")] == [(doubt.document, doubt.rule) for doubt in read.doubts]


@given(st.text("《》〈〉（）()〔〕[]【】国发政令第号0123456789 ，。落实按以下简称和“”教育法市") | st.text())
def test_never_breaks(text):
    """Whatever the text, what is cited stands in it and has a target."""
    assert all(c.as_written in text and c.target for c in facts(text).citations if c.source != ANNEX.id)
