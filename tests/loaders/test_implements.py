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
    "一5": "养护竹林。划定毛竹封育区，推广测土施肥，修复退化竹林。",
    "一6": "制定标准。发布竹材分级规范，给竹编产品配溯源标识。",
    "一7": "攻关工艺。组建竹纤维实验室，改进竹编防霉漂白配方。",
}
BELOW = {
    "一1": "抓传承。实施竹编技艺传承工程，建设20个市级竹编展馆。（责任单位：市文化和旅游局）",
    "一2": "抓市场。参加“竹韵”博览会，网店佣金减免比例不低于60%。",
    "一3": "抓旅游。改造沿线民宿，开通观光巴士。",
    "一4": "加强组织领导。加强统筹协调，压实工作责任，营造全社会关心支持的良好氛围。",
    "一5": "抓竹林。在城郊划定毛竹封育区，聘请护林员巡山。",
    "一6": "抓夜市。在老街开设竹编夜市，免收摊位费。",
}
PROVINCIAL, MUNICIPAL = "示政〔2021〕7号", "例政〔2021〕9号"
OPINION_TITLE, PLAN_TITLE = "示例省人民政府关于振兴竹编技艺的意见", "示例市振兴竹编技艺行动方案"


def province(clauses=ABOVE, title=OPINION_TITLE):
    """The province's opinion."""
    return with_indicators(written(PROVINCIAL, PROVINCE, clauses, title=title, issued="2021-06-15"))


def city(clauses=BELOW, title=PLAN_TITLE, cites=()):
    """The city's plan."""
    return with_indicators(written(MUNICIPAL, CITY, clauses, title=title, cites=cites, issued="2021-09-28"))


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
        (replace(PLAN, issued="2020-01-01", number=None), OPINION, True, True),  # a citation counts more than a date
        (PLAN, replace(OPINION, genre="条例"), False, False),  # a statute is carried out only by what cites it
        (PLAN, replace(OPINION, genre="条例"), True, True),
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
    assert [("一1", "一1"), ("一2", "一3"), ("一5", "一5")] == pairs(link_between(city(), province()))


def test_slogans_and_units_link_nothing():
    """Boilerplate that both hold word for word links nothing, nor do the same units."""
    below = {"一1": "加强组织领导。加强统筹协调，压实工作责任。（责任单位：省文化和旅游厅）"}

    assert [] == pairs(link_between(city(below), province()))


def test_strangers_need_more():
    """Where two documents share no subject and no citation, a single common term does not do."""
    above = {"一1": "绿化荒山。推广竹编护坡，封山育林。"}
    below = {"一1": "课后活动。搭建竹编护坡。"}
    forest = written(PROVINCIAL, PROVINCE, above, issued="2021-06-15")
    plan = written(MUNICIPAL, CITY, below, issued="2021-09-28")

    assert [] == pairs(link_between(plan, forest))
    assert [("一1", "一1")] == pairs(link_between(replace(plan, citations=city(cites=[PROVINCIAL]).citations), forest))


def test_a_subject_of_everyday_words_is_one():
    """Documents of one subject link without a citation, also where words of official language make up its name."""
    above, below = (
        {address: f"建设社区学院。开设不少于{n}门社区教育课程。"} for address, n in (("一1", 30), ("一2", 45))
    )
    opinion = province(above, title="示例省人民政府关于发展社区教育的意见")

    assert [("一2", "一1")] == pairs(link_between(city(below, title="示例市发展社区教育实施方案"), opinion))
    assert [] == pairs(link_between(city(below, title="示例市护林方案"), opinion))


def test_one_source_many_targets():
    """One clause may carry out several, and several one."""
    both = {"一7": "抓传承和人才。实施竹编技艺传承工程。开办漆器学徒班，师徒结对授课。"}
    found = pairs(link_between(city(BELOW | both), province()))

    assert [("一1", "一1"), ("一7", "一1"), ("一7", "一2")] == [pair for pair in found if pair[0] in ("一1", "一7")]


def test_rows_are_targets_only_without_clause():
    """A row above is a target only when it breaks down no clause of its body."""
    rows = {"附件第1项": "实施竹编技艺传承工程，建设300个省级竹编展馆。", "附件第2项": "修复竹编龙舟，保护龙舟号子。"}
    above = with_internal_links(province(ABOVE | rows))
    below = city({**BELOW, "一7": "保护龙舟号子。"})
    found = pairs(link_between(below, above))

    assert {"附件第1项"} == {link.source.rpartition("/")[2] for link in above.links}
    assert ("一1", "一1") in found
    assert ("一7", "附件第2项") in found
    assert "附件第1项" not in {target for _, target in found}


def test_rows_are_sources():
    """Rows of the lower document's list carry out clauses above as its items do."""
    below = city({**BELOW, "附件第1项": "实施竹编技艺传承工程，建设20个市级竹编展馆。"})

    assert ("附件第1项", "一1") in pairs(link_between(below, province()))


def test_candidates_are_few():
    """Near misses are kept for review, the best few of each source, with scores below those of links."""
    names = ("龙凤亭", "麒麟阁", "鹤鸣轩", "松涛馆", "竹影榭", "听雨楼", "望江台")
    rooms = {f"二{n}": f"第{n}组。修缮{name}旧址和{name}碑廊。" for n, name in enumerate(names, 1)}
    below = city({**BELOW, "二1": f"走访{'、'.join(names)}。"})
    links = [link for link in link_between(below, province(ABOVE | rooms)) if link.source.endswith("/二1")]

    assert [] == pairs(links)
    assert CANDIDATES == len(links) < len(names)
    assert all(CANDIDATE <= link.score < PROPOSED and link.reason for link in links)


@pytest.mark.parametrize(
    ("below", "above", "cites", "reason"),
    [
        (
            {"一9": "走访龙凤亭、麒麟阁。"},
            {"一9": "修缮龙凤亭旧址和龙凤亭碑廊。"},
            (),
            "too little in common for one measure",
        ),
        ({"一9": BELOW["一4"]}, {"一9": ABOVE["一4"]}, (), "too little in common for one measure"),
    ],
)
def test_reasons(below, above, cites, reason):
    """A near miss says why it is none, a link says nothing."""
    links = link_between(city(BELOW | below, cites=cites), province(ABOVE | above))

    assert reason in {link.reason for link in links if link.source.endswith("/一9")}
    assert {""} == {link.reason for link in links if link.status == "proposed"}


# what a link says -------------------------------------------------------------------------------------------------


def link_of(source, target, address):
    """The link of the lower clause at this address."""
    return next(link for link in link_between(source, target) if link.source.endswith("/" + address))


def test_evidence_stands_in_the_original_texts():
    """Every piece of evidence is a span of both original texts, heaviest first."""
    below, above = city(), province()
    texts = {clause.id: clause.text for facts in (below, above) for clause in facts.clauses}

    for found in link_between(below, above):
        assert found.evidence or found.status == "candidate"
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
    headed = province({**ABOVE, "一8": "复兴漆器髹饰。给予贷款贴息。"})
    plan = city({**BELOW, "一8": "复兴漆器髹饰。发放补助。"})
    assert ["heading"] == [e.kind for e in link_of(plan, headed, "一8").evidence]
    named = province({**ABOVE, "一8": "放活教师。教师参与企业技术攻关，可获得合理报酬。"})
    plan = city({**BELOW, "一8": "抓收入。参与企业技术攻关的教师，经学校同意可以兼职兼薪。"})
    assert ("measure", "教师兼职取酬") in [(e.kind, e.name) for e in link_of(plan, named, "一8").evidence]


def test_how_a_link_carries():
    """Raised by its figure; verbatim, partial or refined by its words."""
    assert "raised" == link_of(city(), province(), "一2").carried
    assert "refined" == link_of(city(), province(), "一1").carried
    whole = "每年评选20名竹编名师，开办漆器学徒班，师徒结对授课。"
    assert "verbatim" == link_of(city({"一1": f"培养人才。{whole}"}), province(), "一1").carried
    assert "partial" == link_of(city({"一1": "开办漆器学徒班。"}), province(), "一1").carried


def test_more_evidence_scores_higher():
    """The score grows with the evidence and stays between one half and one."""
    one = link_of(city({**BELOW, "一7": "开办漆器学徒班。"}), province(), "一7")
    more = link_of(city({**BELOW, "一7": "开办漆器学徒班，每年评选20名竹编名师。"}), province(), "一7")

    assert 0.5 <= one.score < more.score <= 1


def test_same_links_in_any_order():
    """Links depend on the pair alone: neither the order of loading nor other documents change them."""
    stranger = written("样政〔2022〕3号", OTHER_CITY, BELOW, title="样本市振兴竹编技艺方案", issued="2022-02-18")
    nation = written("教文〔2020〕3号", NATION, ABOVE, title="关于振兴竹编技艺的意见", issued="2020-03-01")
    district = written("范例区方案", DISTRICT, BELOW, title="范例区振兴竹编技艺方案")
    documents = [city(), province(), stranger, nation, district]
    alone = set(link_between(city(), province()))
    assert alone

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
