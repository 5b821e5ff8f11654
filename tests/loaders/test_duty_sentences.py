"""The bodies that plain sentences oblige."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.duty_sentences import read_subjects
from loaders.organization_names import Place, name_bodies
from loaders.unit_lists import read_pieces

CITY = Place("990100")  # 示例市 in 示例省


def obliged(text, place=CITY):
    """First letter of the role, and name, of the bodies that a text obliges."""
    return [
        (body.piece.role[0], name)
        for subject in read_subjects(text, place)
        for body in name_bodies(read_pieces(text[subject.start : subject.end], subject.role), place)
        for name in body.names
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市教体局要会同市财政局制定办法。", [("r", "示例市教体局"), ("c", "示例市财政局")]),
        ("市教体局应当会同有关部门建立制度。", [("r", "示例市教体局"), ("c", "示例市有关部门")]),
        ("办法由市财政局会同市教体局制定。", [("r", "示例市财政局"), ("c", "示例市教体局")]),
        ("由市教体局或者市民政局责令改正。", [("r", "示例市教体局"), ("r", "示例市民政局")]),
        ("各县（区）政府在制定规划时，应当听取意见。", [("r", "示例市各县（区）政府")]),
        ("市教体局、市财政局按照职责分工，做好保障。", [("r", "示例市教体局"), ("r", "示例市财政局")]),
        ("市教体局在各自的职责范围内负责实施。", [("r", "示例市教体局")]),
        ("市教体局要牵头组建联盟，团市委应当协助做好宣传。", [("l", "示例市教体局"), ("c", "共青团示例市委")]),
        ("市教育行政部门主管全市教育工作。", [("r", "示例市教育行政部门")]),
        ("经费由市财政局、市教体局按7：3比例分担。", [("r", "示例市财政局"), ("r", "示例市教体局")]),
        ("宣传部门要加强引导。", [("r", "示例市宣传部门")]),
        ("乡镇人民政府（街道办事处）应当落实。", [("r", "示例市各乡镇人民政府（街道办事处）")]),
        ("各村（社区）要建立台账。", [("r", "示例市各村（社区）")]),
        ("各县（区）政府应当落实责任。", [("r", "示例市各县（区）政府")]),
        ("各县（区）政府是责任主体，要履行职责。", [("r", "示例市各县（区）政府")]),
        ("到2025年，市教体局负责统筹，市财政局负责保障。", [("r", "示例市教体局"), ("r", "示例市财政局")]),
        ("工作由市教体局牵头，市财政局配合。", [("l", "示例市教体局"), ("c", "示例市财政局")]),
        ("由市教体局牵头，会同市发改委、市残联制定方案。",
         [("l", "示例市教体局"), ("c", "示例市发改委"), ("c", "示例市残联")]),
        ("违反规定的，由公安机关依法处罚。", [("r", "示例市公安机关")]),
        ("由市教体局、市财政局等部门制定具体办法。", [("r", "示例市教体局"), ("r", "示例市财政局")]),
        ("逾期未改的，由市教体局进行约谈。", [("r", "示例市教体局")]),
        ("教育、财政部门必须按时上报。", [("r", "示例市教育部门"), ("r", "示例市财政部门")]),
        ("农业农村、民政、残联等部门和单位要帮扶。",
         [("r", "示例市农业农村部门"), ("r", "示例市民政部门"), ("r", "示例市残联")]),
        ("市人民政府及其有关部门应当支持。", [("r", "示例市人民政府"), ("r", "示例市有关部门")]),
        ("本市各级人民政府应当支持。", [("r", "示例市各级人民政府")]),
        ("各地各校要落实要求。", [("r", "示例市各地"), ("r", "示例市各校")]),
        ("团市委、市少工委负责少先队工作。", [("r", "共青团示例市委"), ("r", "示例市少工委")]),
    ],
)  # fmt: skip
def test_subjects(text, expected):
    """A plain sentence whose subject, or by whom it is to be done, is bodies alone obliges them; 会同 asks for help."""
    assert expected == obliged(text)


@pytest.mark.parametrize(
    "text",
    [
        "建立由市政府牵头的联席会议制度。",
        "由市教体局认定的学校可以申请。",
        "由市教体局审核认定的学校可以申请。",
        "由分管副市长任组长。",
        "学生自由市教体局组织的活动中选择。",
        "学校在市教体局指导下，做好服务。",
        "参照市教体局会同市财政局制定的标准。",
        "支持行业龙头企业牵头组建联盟。",
        "学生家长要配合学校教育。",
        "申报单位应提交材料。",
        "省级示范学校要开放课堂。",
        "其有关部门应当配合。",
        "残联要帮扶。",
        "金融机构要支持。",
        "校长是第一责任人，要亲自抓。",
        "任何单位和个人不得侵占。",
        "有条件的县（市、区）应当建立中心。",
        "要充分发挥市教体局的作用。",
    ],
)
def test_nobody_is_accused(text):
    """What does not plainly oblige a body of known name obliges none."""
    assert [] == obliged(text)


@pytest.mark.parametrize("text", ["由教育部组织评选。", "省教育厅负责指导。", "国务院教育行政部门应当制定标准。"])
def test_bodies_above(text):
    """A city's document lays no duty on the province or the nation, unless it issues it with them."""
    assert [] == obliged(text)
    assert 1 == len(obliged(text, Place("990100", reach="000000")))


@given(
    st.text(
        st.one_of(
            st.characters(), st.sampled_from("由市教育局财政部门各县（区）政府，。；要应当负责牵头会同制定的等、")
        ),
        max_size=80,
    )
)
def test_any_text_is_read(text):
    """Whatever the text, subjects lie in it."""
    assert all(0 <= subject.start < subject.end <= len(text) for subject in read_subjects(text, CITY))
