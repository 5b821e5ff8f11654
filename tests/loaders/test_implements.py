"""Which clauses carry out which."""

from dataclasses import replace
from itertools import permutations

import pytest
from written import CITY, DISTRICT, NATION, OTHER_CITY, PROVINCE, written

from graph.model import Document
from loaders.build import link
from loaders.implements import CANDIDATE, CANDIDATES, PROPOSED, link_between, may_implement, with_internal_links
from loaders.quantities import with_indicators

ABOVE = {
    "一1": "传承技艺。实施竹编技艺传承工程，建设300个省级竹编展馆。（责任单位：省文化和旅游厅）",
    "一2": "培养人才。每年评选20名竹编名师，开办漆器学徒班，师徒结对授课。",
    "一3": "拓展市场。举办“竹韵”博览会，支持合作社开设网店，网店佣金减免比例不低于50%。",
    "一4": "加强组织领导。加强统筹协调，压实工作责任，营造全社会关心支持的良好氛围。",
}
BELOW = {
    "一1": "抓传承。实施竹编技艺传承工程，建设20个市级竹编展馆。（责任单位：市文化和旅游局）",
    "一2": "抓市场。参加“竹韵”博览会，网店佣金减免比例不低于60%。",
    "一3": "抓旅游。改造沿线民宿，开通观光巴士。",
    "一4": "加强组织领导。加强统筹协调，压实工作责任，营造全社会关心支持的良好氛围。",
}
PROVINCIAL, MUNICIPAL = "示政〔2021〕7号", "例政〔2021〕9号"


def province(**fields):
    """The province's opinion."""
    return with_indicators(written(PROVINCIAL, PROVINCE, ABOVE, issued="2021-06-15", **fields))


def city(clauses=BELOW, **fields):
    """The city's plan."""
    return with_indicators(written(MUNICIPAL, CITY, clauses, issued=fields.pop("issued", "2021-09-28"), **fields))


def pairs(links, status="proposed"):
    """The addresses that links of this status join."""
    return [(link.source.rpartition("/")[2], link.target.rpartition("/")[2]) for link in links if link.status == status]


# which documents --------------------------------------------------------------------------------------------------

NATIONAL = Document("教文〔2020〕3号", "意见", level="national", region="000000", issued="2020-03-01")
OPINION = Document(
    "示政〔2021〕7号", "意见", "示政〔2021〕7号", level="provincial", region="990000", issued="2021-06-15"
)
PLAN = Document("例政〔2021〕9号", "方案", "例政〔2021〕9号", level="municipal", region="990100", issued="2021-09-28")
OTHER = replace(PLAN, id="样政〔2022〕3号", number="样政〔2022〕3号", region="990200", issued="2022-02-18")
DRAFT = Document("范例区方案", "方案", level="county", region="990102")


@pytest.mark.parametrize(
    ("source", "target", "cites", "may"),
    [
        (OPINION, NATIONAL, False, True),  # a level above, the nation is around all
        (DRAFT, OPINION, False, True),  # two levels above; an unknown date forbids nothing
        (DRAFT, PLAN, False, True),
        (PLAN, OPINION, False, True),
        (OPINION, PLAN, False, False),  # downward
        (OPINION, PLAN, True, False),  # what it cites below it does not carry out
        (PLAN, PLAN, True, False),
        (OTHER, PLAN, False, False),  # siblings, though one is later
        (OTHER, PLAN, True, False),
        (DRAFT, OTHER, False, False),  # another city's district
        (replace(PLAN, issued="2021-01-01"), OPINION, False, False),  # issued before what it would carry out
        (replace(PLAN, issued="2020-01-01", number=None), OPINION, True, False),
        (replace(OPINION, id="示教〔2022〕5号", issued="2022-04-11"), OPINION, False, True),  # a later work plan
        (OPINION, replace(OPINION, id="示教〔2022〕5号", issued="2022-04-11"), False, False),
        (replace(OPINION, id="示教〔2021〕5号"), OPINION, False, False),  # of the same day: which was first?
        (replace(OPINION, id="示教〔2021〕5号"), OPINION, True, True),
        (replace(PLAN, region=None), OPINION, False, False),  # unknown region or level: only what it cites
        (replace(PLAN, region=None), OPINION, True, True),
        (PLAN, replace(NATIONAL, level=None), False, False),
        (PLAN, replace(NATIONAL, level=None), True, True),
        (replace(PLAN, issued=None), replace(OPINION, issued=None, printed="2021-06-18"), False, True),
        (replace(PLAN, issued=None), replace(OPINION, issued="2022-06-15"), False, False),  # by the year of its number
    ],
)
def test_which_documents(source, target, cites, may):
    """A document carries out what lies around and above it, or before it at its own level."""
    assert may == may_implement(source, target, cites=cites)


def test_no_links_where_documents_may_not_be_joined():
    """Two cities that say the same word for word have no links."""
    other = written("样政〔2022〕3号", OTHER_CITY, BELOW, issued="2022-02-18")

    assert () == link_between(other, city())


def test_citation_joins_documents_of_unknown_level():
    """A statute of unknown level is joined by a citation, of its number or its bare title."""
    statute = province(title="示例省人大关于保护竹编技艺的决定")
    statute = replace(statute, document=replace(statute.document, level=None, region=None))

    assert () == link_between(city(), statute)
    assert link_between(city(cites=[PROVINCIAL]), statute)
    assert link_between(city(cites=["关于保护竹编技艺的决定"]), statute)


# which clauses ----------------------------------------------------------------------------------------------------


def test_links():
    """Clauses link where they share a measure: localised, or named, with another figure."""
    assert [("一1", "一1"), ("一2", "一3")] == pairs(link_between(city(), province()))


def test_slogans_and_units_link_nothing():
    """Boilerplate that both hold word for word links nothing, nor do the same units."""
    below = {"一1": "加强组织领导。加强统筹协调，压实工作责任。（责任单位：省文化和旅游厅）"}

    assert () == link_between(city(below), province())


def test_boilerplate_documents_link_nothing():
    """Two documents of nothing but boilerplate have no links, however alike."""
    text = {
        "一1": "加强组织领导。各级各部门要高度重视，加强统筹协调，明确责任分工，压实工作责任，形成工作合力。",
        "一2": "完善保障机制。加大经费投入，完善政策措施，强化人才支撑，提供有力保障。",
        "一3": "强化督促检查。建立健全长效机制，加强监督检查，及时总结推广好经验好做法。",
        "一4": "营造良好氛围。充分利用各类媒体，加强宣传引导，营造全社会关心支持的良好氛围。",
    }
    below = written(MUNICIPAL, CITY, text, issued="2021-09-28")
    above = written(PROVINCIAL, PROVINCE, text, issued="2021-06-15")

    assert [] == pairs(link_between(below, above))


def test_strangers_need_more():
    """Where two documents share no subject and no citation, a single common term does not do."""
    above = {"一1": "绿化荒山。推广竹编护坡，封山育林。"}
    below = {"一1": "课后活动。搭建竹编护坡。"}
    forest = written(PROVINCIAL, PROVINCE, above, issued="2021-06-15")
    plan = written(MUNICIPAL, CITY, below, issued="2021-09-28")

    assert [] == pairs(link_between(plan, forest))
    assert [("一1", "一1")] == pairs(link_between(replace(plan, citations=city(cites=[PROVINCIAL]).citations), forest))


def test_one_source_many_targets():
    """One clause may carry out several, and several one."""
    below = {"一1": "建设20个市级竹编展馆，实施竹编技艺传承工程，开办漆器学徒班。", "一2": "实施竹编技艺传承工程。"}

    assert [("一1", "一1"), ("一1", "一2"), ("一2", "一1")] == pairs(link_between(city(below), province()))


def test_rows_are_targets_only_without_clause():
    """A row above is a target only when it breaks down no clause of its body."""
    rows = {"附件第1项": "实施竹编技艺传承工程，建设300个省级竹编展馆。", "附件第2项": "修复竹编龙舟，保护龙舟号子。"}
    above = with_internal_links(written(PROVINCIAL, PROVINCE, {**ABOVE, **rows}, issued="2021-06-15"))
    below = city({"一1": "实施竹编技艺传承工程。", "一2": "保护龙舟号子。"})

    assert [("一1", "一1"), ("一2", "附件第2项")] == pairs(link_between(below, above))


def test_rows_are_sources():
    """Rows of the lower document's list carry out clauses above as its items do."""
    below = city({**BELOW, "附件第1项": "实施竹编技艺传承工程，建设20个市级竹编展馆。"})

    assert ("附件第1项", "一1") in pairs(link_between(below, province()))


def test_candidates_are_few():
    """Near misses are kept for review, the best few of each source, with scores below those of links."""
    names = ("龙凤亭", "麒麟阁", "鹤鸣轩", "松涛馆", "竹影榭")
    above = {f"一{n}": f"第{n}组。修缮{name}。" for n, name in enumerate(names, 1)}
    below = city({"一1": f"走访{'、'.join(names)}。"}, cites=[PROVINCIAL])
    links = link_between(below, written(PROVINCIAL, PROVINCE, above, issued="2021-06-15"))

    assert [] == pairs(links)
    assert CANDIDATES == len(links) < len(names)
    assert all(CANDIDATE <= item.score < PROPOSED and item.status == "candidate" for item in links)


# what a link says -------------------------------------------------------------------------------------------------


def link_of(source, target, address):
    """The link of the lower clause at this address."""
    return next(link for link in link_between(source, target) if link.source.endswith("/" + address))


def test_evidence_stands_in_the_original_texts():
    """Every piece of evidence is a span of both original texts, heaviest first."""
    below, above = city(), province()
    texts = {clause.id: clause.text for facts in (below, above) for clause in facts.clauses}

    for found in link_between(below, above):
        assert found.evidence
        assert [e.weight for e in found.evidence] == sorted((e.weight for e in found.evidence), reverse=True)
        for evidence in found.evidence:
            assert evidence.source.text == texts[found.source][evidence.source.start : evidence.source.end]
            assert evidence.target.text == texts[found.target][evidence.target.start : evidence.target.end]


def test_kinds_of_evidence():
    """A name in quotation marks, a quantity, a shared heading and a long run are told apart."""
    assert {"programme", "indicator"} <= {e.kind for e in link_of(city(), province(), "一2").evidence}
    long = city({"一1": "实施。每年评选20名竹编名师，开办漆器学徒班，师徒结对授课。"})
    assert "verbatim" == link_of(long, province(), "一1").evidence[0].kind
    assert "alignment" == link_of(long, province(), "一1").method
    headed = written(PROVINCIAL, PROVINCE, {"一1": "复兴漆器髹饰。给予贷款贴息。"}, issued="2021-06-15")
    plan = city({"一1": "复兴漆器髹饰。发放补助。"}, cites=[PROVINCIAL])
    assert ["heading"] == [e.kind for e in link_of(plan, headed, "一1").evidence]


def test_how_a_link_carries():
    """Raised by its figure; verbatim, partial or refined by its words."""
    assert "raised" == link_of(city(), province(), "一2").carried
    assert "refined" == link_of(city(), province(), "一1").carried
    whole = "每年评选20名竹编名师，开办漆器学徒班，师徒结对授课。"
    assert "verbatim" == link_of(city({"一1": f"培养人才。{whole}"}), province(), "一1").carried
    assert "partial" == link_of(city({"一1": "开办漆器学徒班。"}), province(), "一1").carried


def test_more_evidence_scores_higher():
    """The score grows with the evidence and stays between one half and one."""
    one = link_of(city({"一1": "开办漆器学徒班。"}), province(), "一1")
    more = link_of(city({"一1": "开办漆器学徒班，每年评选20名竹编名师。"}), province(), "一1")

    assert 0.5 <= one.score < more.score <= 1


def test_same_links_in_any_order():
    """Links depend on the pair alone: neither the order of loading nor other documents change them."""
    stranger = written("样政〔2022〕3号", OTHER_CITY, BELOW, issued="2022-02-18")
    nation = written("教文〔2020〕3号", NATION, ABOVE, issued="2020-03-01")
    district = written("范例区方案", DISTRICT, BELOW)
    documents = [city(), province(), stranger, nation, district]
    alone = set(link_between(city(), province()))

    for order in permutations(documents):
        assert link(documents) == link(order)
    assert alone == {item for item in link(documents) if (MUNICIPAL in item.source) and (PROVINCIAL in item.target)}


def test_linking_is_quick():
    """Long documents are linked without comparing every pair of sentences: two of 200 clauses in a few seconds."""
    rare = [chr(0x4E00 + number) for number in range(800)]
    text = {f"一{n}": "".join(rare[n : n + 60]) + "。" for n in range(1, 201)}
    below, above = (
        written(number, region, text, issued=day)
        for number, region, day in ((MUNICIPAL, CITY, "2021-09-28"), (PROVINCIAL, PROVINCE, "2021-06-15"))
    )

    assert ("一1", "一1") in pairs(link_between(below, above))
