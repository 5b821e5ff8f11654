"""What documents of all subjects say in the same words is no link; a measure planted among it is one."""

from dataclasses import replace
from itertools import permutations

import pytest
from written import CITY, PROVINCE, made_clause, written

from loaders.implements import link_between
from loaders.quantities import with_indicators
from loaders.vocabulary import lines

CLOSING = {
    "九1": "加强组织领导。各部门要高度重视，加强统筹协调，明确责任分工，压实工作责任，形成工作合力。",
    "九2": "强化经费保障。加大财政投入力度，统筹安排所需资金，提高资金使用效益，确保各项任务落到实处。",
    "九3": "严格督导考核。建立健全督导考核机制，定期开展监督检查，将工作落实情况纳入年度考核，对工作不力的予以通报。",
    "九4": "加强宣传引导。充分利用各类媒体，广泛宣传政策措施，及时总结推广好经验好做法，营造全社会关心支持的良好氛围。",
    "九5": "健全工作机制。建立部门协同、上下联动的工作机制，定期研究解决重大问题，推动各项工作有序开展。",
}
SUBJECTS = {
    "竹编技艺": (
        {
            "一1": "传承技艺。挑选竹编老艺人口述要诀，整理篾刀使用图谱。",
            "一2": "开设展馆。在古镇修缮竹编展馆，陈列历代簸箕。",
            "一3": "种好竹林。垦复慈竹笋用林，清除竹蝗。",
        },
        {
            "一1": "办节会。在老街举办竹编灯会，评出十佳灯匠。",
            "一2": "促销售。邀请客商品鉴竹编茶具，开通直邮专线。",
            "一3": "抓研发。试制竹编灯罩，申请外观专利。",
        },
    ),
    "城市内涝": (
        {
            "一1": "疏浚河道。清除城市内涝点淤泥，拓宽箱涵断面。",
            "一2": "改造管网。更换城市内涝片区雨水篦子，增设截流井。",
            "一3": "架设泵站。配置移动排涝泵车，抢修闸门。",
        },
        {
            "一1": "预警值守。绘制城市内涝风险图，布设水位探头。",
            "一2": "演练救援。组织冲锋舟驾驶比武，储备沙袋。",
            "一3": "下穿通道。在城市内涝桥洞划定警戒标线，安装道闸。",
        },
    ),
    "蜜蜂授粉": (
        {
            "一1": "繁育蜂种。保护中华蜂原种群，杜绝外来螨害。",
            "一2": "授粉示范。在油菜梨园推广蜜蜂授粉，减少喷药。",
            "一3": "检疫转场。对蜜蜂授粉转地蜂箱查验证明。",
        },
        {
            "一1": "蜂产品。创建土蜂蜜商标，抽检王浆新鲜度。",
            "一2": "蜜源植物。在荒坡补植洋槐椴树，围栏禁牧。",
            "一3": "科普。印发蜜蜂授粉手册，拍摄微电影。",
        },
    ),
    "古籍修复": (
        {
            "一1": "摸清家底。登记善本虫蛀程度，编列古籍修复名册。",
            "一2": "恒温库房。更换樟木书柜，抽除书库湿气。",
            "一3": "仿制纸张。试抄古籍修复用皮纸，测定酸碱度。",
        },
        {
            "一1": "拜师收徒。聘古籍修复匠人传授揭裱手法。",
            "一2": "影印出版。扫描方志家谱，校勘讹字。",
            "一3": "巡展。举办古籍修复拓片观摩，赠阅藏书票。",
        },
    ),
}
PLANTED = {
    "一8": "推行“一镇一坊”。在每个乡镇开办榫卯木工作坊，免费教授鲁班锁制作。",
}


def document(subject, side, more=()):
    """An opinion (0) of the province or a plan (1) of the city on a subject, with the closing clauses of all such."""
    number, region, day = (("示政〔2021〕7号", PROVINCE, "2021-06-15"), ("例政〔2021〕9号", CITY, "2021-09-28"))[side]
    title = f"关于推进{subject}工作的{('意见', '方案')[side]}"
    clauses = SUBJECTS[subject][side] | CLOSING | dict(more)
    return with_indicators(written(number, region, clauses, title=title, issued=day))


def proposed(below, above):
    """The addresses that proposed links join."""
    return [
        tuple(end.rpartition("/")[2] for end in (link.source, link.target))
        for link in link_between(below, above)
        if link.status == "proposed"
    ]


PAIRS = [*permutations(SUBJECTS, 2), *((subject, subject) for subject in SUBJECTS)]


@pytest.mark.parametrize(("below", "above"), PAIRS)
def test_closing_sections_link_nothing(below, above):
    """Closing clauses that stand word for word in both documents, of one subject or of two, give not one link."""
    assert [] == proposed(document(below, 1), document(above, 0))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_planted_measure_links(subject):
    """Among the same boilerplate the one measure that both documents of a subject have is linked, and only that."""
    more = {"一8": "抓木工。开办榫卯木工作坊，落实“一镇一坊”，免费教授鲁班锁制作。"}

    assert [("一8", "一8")] == proposed(document(subject, 1, more), document(subject, 0, PLANTED))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_quantity_in_a_closing_clause_links(subject):
    """A closing clause that sets the figure of the one above carries it out."""
    above = {"九2": "强化经费保障。设立专项奖补资金，每年安排不低于800万元。"}
    below = {"九2": "强化经费保障。设立专项奖补资金，每年安排不低于200万元。"}

    assert [("九2", "九2")] == proposed(document(subject, 1, below), document(subject, 0, above))


WORDS = "落实各县区主体责任，配齐专门力量，把任务分解到岗到人，逐月调度进展，年底逐项对账销号。"
"""What both documents say word for word in a clause of any heading."""


@pytest.mark.parametrize("heading", lines("boilerplate_headings.txt"))
def test_closing_headings(heading):
    """Clauses of each of the headings that all documents have are not linked for their words alone."""
    same = {"一8": f"{heading}。{WORDS}"}

    assert [] == proposed(document("竹编技艺", 1, same), document("竹编技艺", 0, same))


@pytest.mark.parametrize("end", lines("closing_sections.txt"))
def test_closing_sections(end):
    """Clauses under each of the headings of closing sections are not linked for their words alone; others are."""
    same = {"一8": f"逐级压茬推进。{WORDS}"}
    below, above = document("竹编技艺", 1, same), document("竹编技艺", 0, same)

    assert [("一8", "一8")] == proposed(below, above)
    assert [] == proposed(within(below, f"三、强化{end}"), within(above, f"四、{end}"))


def within(facts, heading):
    """The same document with its clause 一8 under a section of this heading."""
    section = replace(made_clause(facts.document.id, "三", heading), type="section", heading=heading)
    clauses = (replace(one, parent=section.id) if one.address == "一8" else one for one in facts.clauses)
    return replace(facts, clauses=(section, *clauses))
