"""Lists of bodies as pieces with roles."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.unit_lists import LABEL, NOISE, TRIM, read_pieces, role_named
from loaders.vocabulary import rows


def roles(text: str, role: str = "responsible") -> list[tuple[str, str]]:
    """The pieces of a list with the first letter of their role: l, r, c."""
    return [(piece.role[0], piece.text) for piece in read_pieces(text, role)]


def texts(text: str) -> list[str]:
    """The pieces of a list."""
    return [piece.text for piece in read_pieces(text, "responsible")]


@pytest.mark.parametrize(("verb", "role"), rows("unit_roles.tsv"))
def test_every_verb_fires(verb, role):
    """Every verb of the list gives its role to the bodies before it, whatever the column says."""
    other = "cooperate" if role == "lead" else "lead"

    assert [(role[0], "市教育局")] == roles(f"市教育局{verb}", other)


@pytest.mark.parametrize("mark", ["、", "，", ",", "；", "; ", " 、 ", "/"])
def test_separators(mark):
    """Every separator of lists parts bodies, full or half width."""
    assert ["市教育局", "市财政局"] == texts(f"市教育局{mark}市财政局")


@pytest.mark.parametrize("joint", ["和", "及", "以及", "与"])
def test_and_between_bodies(joint):
    """和 and its like part two bodies."""
    assert ["市委", "市政府"] == texts(f"市委{joint}市政府")
    assert ["市", "区教育局"] == texts(f"市{joint}区教育局")
    assert ["市教育局" + joint] == texts(f"市教育局{joint}")


@pytest.mark.parametrize(
    "name", ["文化和旅游局", "工业和信息化局", "自然资源和规划局", "住房和城乡建设局", "政务和数据局"]
)
def test_and_inside_names(name):
    """和 inside a name parts nothing, even next to one that does."""
    assert [name] == texts(name)
    assert ["市" + name, "市教育局"] == texts(f"市{name}和市教育局")


def test_run_together():
    """Names without a mark between them are parted where the level word begins anew."""
    assert ["市委", "市政府"] == texts("市委市政府")
    assert ["市教育局", "市财政局"] == texts("市教育局\n市财政局")
    assert ["市委市政府督查室"] == texts("市委市政府督查室")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教体局 财政局\n编办", ["教体局", "财政局", "编办"]),
        ("1.市教体局2.市财政局", ["市教体局", "市财政局"]),
        ("市教 体局", ["市教体局"]),
        ("市人力资源\n社会保障局", ["市人力资源社会保障局"]),
        ("市委 组织部", ["市委组织部"]),
        ("市政府\n督查室", ["市政府督查室"]),
    ],
)
def test_apart_without_a_mark(text, expected):
    """White space and numbers of items part bodies where both sides name one, and not the words of a name."""
    assert expected == texts(text)


def test_its_departments():
    """市政府及其有关部门: 其 means the place of the body before."""
    assert ["市政府", "有关部门"] == texts("市政府及其有关部门")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("牵头单位：市教育局；配合单位：市财政局、妇联", [("l", "市教育局"), ("c", "市财政局"), ("c", "妇联")]),
        ("省教育厅牵头，省财政厅、人社厅配合", [("l", "省教育厅"), ("c", "省财政厅"), ("c", "人社厅")]),
        ("市教育局牵头；市财政局、市人社局按职责分工负责", [("l", "市教育局"), ("r", "市财政局"), ("r", "市人社局")]),
        ("市民政局会同市残联、妇联负责", [("r", "市民政局"), ("c", "市残联"), ("c", "妇联")]),
        ("市教育局牵头会同市财政局", [("l", "市教育局"), ("c", "市财政局")]),
        ("省教育厅（牵头）、省财政厅", [("l", "省教育厅"), ("r", "省财政厅")]),
        ("市教育局为牵头单位，市财政局为配合单位", [("l", "市教育局"), ("c", "市财政局")]),
        ("由市教育局牵头组织实施，市财政局协助", [("l", "市教育局"), ("c", "市财政局")]),
        ("市教育局、市财政局", [("r", "市教育局"), ("r", "市财政局")]),
    ],
)
def test_roles(text, expected):
    """Labels, verbs and marks in brackets give the roles; the first of a list is no lead by itself."""
    assert expected == roles(text)


@pytest.mark.parametrize("note", ["排名第一位为牵头单位，下同", "列第一位的为牵头单位", "排第一的单位为牵头单位"])
def test_first_leads_where_noted(note):
    """Where a note says so, the first of the list leads, and the note is no piece."""
    assert [("l", "市教育局"), ("r", "市财政局")] == roles(f"市教育局，市财政局，{note}")


def test_label_of_something_else():
    """What a label marks as no list of bodies is left out."""
    assert ["商务部"] == texts("商务部，适用范围：示例自贸试验区")
    assert ["市教育局", "市财政局"] == texts("牵头领导：张三；牵头单位：市教育局；责任单位：市财政局；完成时限：2025年")


def test_lost_bracket():
    """A bracket that lost its other half is no part of a name; nor is a label without its colon a body."""
    assert ["市教育局", "市财政局"] == texts("（市教育局、市财政局")
    assert ["市教育局"] == texts("责任单位、市教育局")


def test_body_as_label():
    """市教育局：负责…；市财政局：… lists bodies with their duties, which are no bodies."""
    assert ["市教育局", "市财政局"] == texts("市教育局：制定办法，培训教师；市财政局：保障经费。")
    assert [] == texts("监督单位：")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("牵头单位", "lead"),
        ("配合部门", "cooperate"),
        ("协办单位", "cooperate"),
        ("责任单位", "responsible"),
        ("主办单位", "responsible"),
        ("牵头单位及配合单位", "responsible"),
    ],
)
def test_role_of_label(words, role):
    """A label gives a role; one that names two does not say who is which."""
    assert role == role_named(words)


@pytest.mark.parametrize(
    "head",
    [
        "责任单位",
        "负责部门",
        "牵头（责任）单位",
        "主办单位",
        "落实单位",
        "责任主体",
        "牵头和配合单位",
        "责任分工",
        "承担单位",
        "主管单位",
    ],
)
def test_labels(head):
    """These call what they stand over a list of bodies."""
    assert LABEL.fullmatch(head)


@pytest.mark.parametrize("head", ["责任人", "完成时限", "工作任务", "牵头领导", "单位", "主管部门"])
def test_no_labels(head):
    """These do not."""
    assert not LABEL.search(head)


def test_others():
    """等 says that the list names only some; what follows counts where it has a place of its own."""
    pieces = read_pieces("省教育厅、财政厅等省直有关部门，各市政府", "responsible")

    assert ["省教育厅", "财政厅", "省直有关部门", "各市政府"] == [piece.text for piece in pieces]
    assert all(piece.others for piece in pieces)
    assert ["教育部", "财政部"] == texts("教育部、财政部等部门按职责分工负责")
    assert ["高等学校"] == texts("高等学校")


def test_noise():
    """Tags, spaces and half-width brackets are no part of a name, but what is written is kept."""
    (piece,) = read_pieces("各县 (市)<u>政府</u>", "responsible")

    assert ("各县（市）政府", "各县(市)政府") == (piece.text, piece.written)


def test_notes_in_brackets():
    """A bracket of level words belongs to a name, any other one does not."""
    assert ["市交通委", "各县（市、区）政府"] == texts("市交通委（市道运局）、各县（市、区）政府")


FIELDS = st.sampled_from(
    ["教育", "财政", "民政", "审计", "司法", "统计", "文化和旅游", "工业和信息化", "自然资源和规划"]
)
MARKS = st.sampled_from(["、", "，", ",", "；", ";", " 、", "以及", "和"])


@given(st.lists(FIELDS, min_size=1, unique=True), st.data())
def test_any_list_gives_its_bodies(fields, data):
    """Bodies joined by any separators are the pieces again."""
    names = [f"市{field}局" for field in fields]
    text = names[0] + "".join(data.draw(MARKS) + name for name in names[1:])

    assert names == texts(text)


@given(
    st.text(
        st.one_of(st.characters(), st.sampled_from("省市县（）()、，；：等和局委牵头配合会同负责单位各第一<u>")),
        max_size=60,
    )
)
def test_any_text_is_read(text):
    """Any text at all gives pieces, each of which is written in it."""
    squeezed = NOISE.sub("", text)

    for piece in read_pieces(text, "responsible"):
        assert piece.text
        assert piece.written in squeezed or TRIM.sub("", piece.written) in re.sub(r"[，；]?.*下同", "", squeezed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("牵头单位：市教育局 配合单位：市财政局", [("l", "市教育局"), ("c", "市财政局")]),
        ("第一责任单位：市教育局第二责任单位：市财政局", [("r", "市教育局"), ("r", "市财政局")]),
        ("牵头责任单位：市教育局", [("l", "市教育局")]),
        ("市教育局牵头，各县区落实", [("l", "市教育局"), ("r", "各县区")]),
    ],
)
def test_lists_without_marks_between_them(text, expected):
    """A label begins a new list, also where no mark stands before it; 落实 behind a body is what it does."""
    assert expected == roles(text)


def test_fields_before_others():
    """等部门 says what the fields before it want."""
    (_, last) = read_pieces("民政、残联等部门和单位", "responsible")

    assert ("残联", "部门", True) == (last.text, last.ending, last.others)
