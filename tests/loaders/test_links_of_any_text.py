"""What holds of the links between any two documents, whatever they say."""

from collections import Counter
from dataclasses import replace
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from written import CITY, PROVINCE, made_clause, written

from graph.model import Carried
from loaders.build import link
from loaders.implements import CANDIDATE, CANDIDATES, PROPOSED, link_between, with_internal_links
from loaders.quantities import with_indicators

PHRASES = (
    *("加强组织领导", "压实工作责任", "传承竹编技艺", "修缮竹编展馆", "建设20个市级竹编展馆", "每年培训不少于3000人次"),
    *("教师参与企业技术攻关，可获得合理报酬", "兼职兼薪", "1+X证书制度", "（责任单位：市教育局）", "“一校一品”"),
    *("《示例办法》", "高职院校", "全市", "示例市", "到2025年", "面向退役军人等群体", "结合校车试点"),
    *("①", "(", "”", "\u3000", "\n", "。", "，", "；", "：", "〇", "\0", "𠮷", "é", "0", "%", "STEM"),
)
TEXTS = st.lists(st.sampled_from(PHRASES) | st.text(max_size=3), max_size=9).map("".join)
ADDRESSES = st.sampled_from((*(f"一{n}" for n in range(1, 7)), "附件第1项", "附件第2项", "一—1"))
CLAUSES = st.dictionaries(ADDRESSES, TEXTS, max_size=8)
HEADINGS = st.none() | st.sampled_from(("保障措施", "三、组织实施。", "竹编技艺"))
TITLES = st.sampled_from(("关于振兴竹编技艺的意见", "竹编技艺实施方案", "校车管理办法", "方案", ""))


@st.composite
def documents(draw, number, region, cites=()):
    """A document of any clauses, some under a section."""
    facts = written(number, region, draw(CLAUSES), title=draw(TITLES), cites=cites)
    if heading := draw(HEADINGS):
        section = replace(made_clause(number, "一", heading), type="section", heading=heading)
        clauses = (replace(one, parent=one.parent or section.id) for one in facts.clauses)
        facts = replace(facts, clauses=(section, *clauses))
    return with_internal_links(with_indicators(facts))


ABOVE = documents("示政〔2021〕7号", PROVINCE)
BELOW = st.sampled_from([(), ("示政〔2021〕7号",)]).flatmap(lambda cites: documents("例政〔2022〕9号", CITY, cites))


@settings(deadline=None)
@given(BELOW, ABOVE)
def test_links_of_any_documents(below, above):
    """Links join clauses of the two, each pair once, with scores of 0 to 1 and spans of their own texts."""
    texts = {clause.id: clause.text for facts in (below, above) for clause in facts.clauses}
    links = link_between(below, above)

    assert len(links) == len({(one.source, one.target) for one in links})
    for one in links:
        assert one.source.startswith(below.document.id)
        assert one.target.startswith(above.document.id)
        assert CANDIDATE <= one.score <= 1
        assert one.carried in get_args(Carried)
        for evidence in one.evidence:
            for span, clause in ((evidence.source, one.source), (evidence.target, one.target)):
                assert span.text == texts[clause][span.start : span.end] != ""


@settings(deadline=None)
@given(BELOW, ABOVE)
def test_proposed_and_kept(below, above):
    """A proposed link has evidence and no reason against it; what is kept for review has one, few of each clause."""
    links = link_between(below, above)
    kept = Counter(one.source for one in links if one.status == "candidate")

    assert all(bool(one.reason) == (one.status == "candidate") for one in links)
    assert all(one.evidence and one.score >= PROPOSED for one in links if one.status == "proposed")
    assert max(kept.values(), default=0) <= CANDIDATES


@settings(deadline=None)
@given(BELOW, ABOVE)
def test_the_order_of_documents_changes_nothing(below, above):
    """The links of two documents are the same in whatever order they come, and each time that they are asked for."""
    assert link([below, above]) == link([above, below])
    assert link_between(below, above) == link_between(below, above)
    assert () == link_between(above, below)
    assert () == link_between(above, above)


@settings(deadline=None)
@given(BELOW, ABOVE, st.randoms(use_true_random=False))
def test_the_order_of_clauses_changes_no_link(below, above, random):
    """The clauses of a document may come in any order: the same pairs are proposed with the same scores."""
    shuffled = [
        replace(facts, clauses=tuple(random.sample(facts.clauses, len(facts.clauses)))) for facts in (below, above)
    ]

    assert proposed(link_between(below, above)) == proposed(link_between(*shuffled))


def proposed(links):
    """The pairs that links propose, with the scores to two digits."""
    return {(one.source, one.target): round(one.score, 2) for one in links if one.status == "proposed"}
