"""Full names of bodies, and what a full name says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Organization
from loaders.organization_names import Place, describe, issuing_body, name_bodies, place_name
from loaders.unit_lists import read_pieces

NATION, PROVINCE, CITY, DISTRICT = "000000", "990000", "990100", "990102"  # 全国, 示例省, 示例市, 范例区
KAIFENG, GULOU, ZHENGZHOU, CHAOYANG, GUANGXI = "410200", "410204", "410100", "110105", "450000"


def names(text: str, code: str | None = CITY, **aliases: str) -> list[str]:
    """The full names of a list in a document of the region `code`."""
    pieces = read_pieces(text, "responsible")
    return [name for body in name_bodies(pieces, Place(code, aliases)) for name in body.names]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (PROVINCE, "省教育厅、财政厅，税务局", ["示例省教育厅", "示例省财政厅", "示例省税务局"]),
        (PROVINCE, "省委编办，省财政厅、教育厅", ["示例省委编办", "示例省财政厅", "示例省教育厅"]),
        (PROVINCE, "省政府国资委等省直有关部门", ["示例省政府国资委", "示例省直有关部门"]),
        (CITY, "市教体局、残联", ["示例市教体局", "示例市残联"]),
        (CITY, "教育局、市市场监管局", ["示例市教育局", "示例市市场监管局"]),
        (CITY, "省教育厅，市教育局、人社局", ["示例省教育厅", "示例市教育局", "示例市人社局"]),
        (DISTRICT, "区委编办、区教体局，市教育局", ["范例区委编办", "范例区教体局", "示例市教育局"]),
        (DISTRICT, "东河镇、新城筹建处", ["范例区东河镇", "范例区新城筹建处"]),
        (CITY, "市委、市政府，市委组织部", ["示例市委", "示例市政府", "示例市委组织部"]),
        (CITY, "中共示例市委宣传部", ["示例市委宣传部"]),
        (CITY, "全市各职业院校、我市有关企业", ["示例市各职业院校", "示例市有关企业"]),
        (GUANGXI, "自治区教育厅、财政厅，区直有关部门",
         ["广西壮族自治区教育厅", "广西壮族自治区财政厅", "广西壮族自治区直有关部门"]),
        ("110108", "区教委、区财政局，市教委", ["海淀区教委", "海淀区财政局", "北京市教委"]),
    ],
)  # fmt: skip
def test_place_in_front(code, text, expected):
    """A level word means the document's own region or one around it, and carries over to what follows."""
    assert expected == names(text, code)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (PROVINCE, "各市政府，有关院校", ["示例省各市政府", "示例省有关院校"]),
        (CITY, "各县（区）人民政府", ["示例市各县（区）人民政府"]),
        (CITY, "县（区）政府", ["示例市各县（区）政府"]),
        (CITY, "各县、区人民政府、市教育局", ["示例市各县、区人民政府", "示例市教育局"]),
        (CITY, "各县区、开发区教体局", ["示例市各县区、开发区教体局"]),
        (CITY, "各县区政府、开发区管委会", ["示例市各县区政府", "示例市开发区管委会"]),
        (DISTRICT, "各乡、镇、办事处，新城筹建处", ["范例区各乡、镇、办事处", "范例区新城筹建处"]),
        (CITY, "各县（区）党委、政府", ["示例市各县（区）党委", "示例市各县（区）政府"]),
        (CITY, "市、县（区）教育局", ["示例市教育局", "示例市各县（区）教育局"]),
        (CITY, "市县两级教育、财政部门",
         ["示例市教育部门", "示例市各县教育部门", "示例市财政部门", "示例市各县财政部门"]),
        (DISTRICT, "乡镇政府、街道办", ["范例区各乡镇政府", "范例区各街道办"]),
        (DISTRICT, "人社、财政部门", ["范例区人社部门", "范例区财政部门"]),
        (CITY, "各级教育、财政、人社部门",
         ["示例市各级教育部门", "示例市各级财政部门", "示例市各级人社部门"]),
        (CITY, "各级教育部门、市财政部门", ["示例市各级教育部门", "示例市财政部门"]),
        (CITY, "市青少年宫、市实验幼儿园", ["示例市青少年宫", "示例市实验幼儿园"]),
        (DISTRICT, "人社、财政等部门", ["范例区人社部门", "范例区财政部门"]),
        (DISTRICT, "河南各级政府", ["河南省各级政府"]),
        (NATION, "各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"]),
        (NATION, "省、自治区、直辖市教育行政部门", ["各省、自治区、直辖市教育行政部门"]),
    ],
)  # fmt: skip
def test_many_bodies(code, text, expected):
    """Collectives belong to the document's region; products and shared endings are written out."""
    assert expected == names(text, code)


def test_short_names_that_two_regions_share():
    """A short name that a province shares with its city needs no place in front within either."""
    assert ["吉林银保监局", "长春海关"] == names("吉林银保监局、长春海关", "220000")


def test_product():
    """Three levels of three bodies are nine."""
    levels = ("示例省级", "示例省各市级", "示例省各县级")
    expected = {level + body for level in levels for body in ("工会", "团委", "妇联")}

    assert expected == set(names("省、市、县级工会、团委、妇联", PROVINCE))
    assert ["示例省教育厅", "示例省财政厅"] == names("省、市、县级工会，省教育厅、财政厅", PROVINCE)[-2:]


@pytest.mark.parametrize(
    "name",
    ["教育部", "国家税务总局", "样本市政府", "黄淮学院", "济源示范区管委会", "河南银保监局", "郑州海关",
     "国家税务总局河南省税务局", "共青团河南省委"],
)  # fmt: skip
def test_needs_no_place(name):
    """A body that says where it is, is the nation's, or has a name of its own, stays as it is, whoever writes."""
    assert [name] == names(name, CITY) == names(name, None)


def test_youth_league():
    """团省委 is the league's committee of the province."""
    assert ["共青团示例省委", "共青团示例市委"] == names("团省委，团市委")
    assert [] == names("团区委")


def test_place_carries_over_only_within_an_enumeration():
    """郑州市 counts for what 、 joins to it, not after ，, not for another kind of body."""
    assert ["郑州市教育局", "郑州市财政局", "示例市民政局"] == names("郑州市教育局、财政局，民政局")
    assert ["郑州市政府", "示例市教育局"] == names("郑州市政府、教育局")
    assert ["示例省财政厅"] == names("郑州市教育局、财政厅")[1:]


def test_shared_names_of_districts():
    """A district whose name others share is named with its city; one that is alone is not."""
    assert ["开封市鼓楼区教体局"] == names("区教体局", GULOU) == names("鼓楼区教体局", KAIFENG)
    assert ["开封市鼓楼区教体局"] == names("河南省开封市鼓楼区教体局", PROVINCE)
    assert "北京市朝阳区" == place_name(CHAOYANG)
    assert "海淀区" == place_name("110108")


def test_short_names():
    """A short name that the document defines is written out."""
    assert ["示例市第一职业高级中学"] == names("一职高", 一职高="示例市第一职业高级中学")


def test_unknown_place():
    """Where the document's region is not known, a level word names no body."""
    assert [] == names("区教体局、财政局，各县（区）政府", None)


@pytest.mark.parametrize(
    "text",
    ["张三", "2025年底前完成", "县教育局", "提出建议的部门", "市教育局或财政局", "人事处", "镇文化站", "样本市机关"],
)
def test_no_body(text):
    """What has no known form, or means a level that the document's region has not, is no body."""
    assert [] == names(text, DISTRICT)


FIELDS = st.lists(st.sampled_from(["教育", "财政", "民政", "审计", "司法", "统计", "体育"]), min_size=1, unique=True)
MARKS = st.sampled_from(["、", "，", ",", "；", "; "])
LEVELS = {"省": ("示例省", "厅"), "市": ("示例市", "局"), "区": ("范例区", "局")}


@given(st.lists(st.tuples(st.sampled_from(sorted(LEVELS)), FIELDS), min_size=1, max_size=4), st.data())
def test_carried_prefixes(groups, data):
    """Groups of invented bodies, each with its level word on the first only, give exactly those bodies."""
    expected, text = [], ""
    for level, fields in groups:
        place, ending = LEVELS[level]
        expected += [place + field + ending for field in fields]
        written = [level + fields[0] + ending, *(field + ending for field in fields[1:])]
        text += "".join((data.draw(MARKS) if text or index else "") + name for index, name in enumerate(written))

    assert expected == names(text, DISTRICT)


CHARACTERS = st.one_of(st.characters(), st.sampled_from("省市县区乡镇各有关等和局委厅政府党级、，（）团河南开封一职高"))


@given(st.text(CHARACTERS, max_size=40), st.sampled_from([None, NATION, PROVINCE, CITY, DISTRICT, KAIFENG]))
def test_any_text_is_named_or_not(text, code):
    """Any text at all is read, and every name it gives can be described."""
    for name in names(text, code):
        assert name == describe(name).id


@pytest.mark.parametrize(
    "expected",
    [
        Organization("河南省教育厅", "provincial", "410000", "教育"),
        Organization("开封市鼓楼区教体局", "county", GULOU, "教育"),
        Organization("河南省各省辖市政府", "municipal", "410000", "政府", collective=True),
        Organization("河南省各县级工会", "county", "410000", "群团", collective=True),
        Organization("河南省直有关部门", "provincial", "410000", None, collective=True),
        Organization("河南省有关院校", "provincial", "410000", "院校", collective=True),
        Organization("范例区各乡、镇、办事处", None, DISTRICT, "乡镇街道", collective=True),
        Organization("范例区东河镇", None, DISTRICT, "乡镇街道"),
        Organization("河南省委编办", "provincial", "410000", "编制"),
        Organization("河南省委", "provincial", "410000", "党委"),
        Organization("济源示范区管委会", "county", "419001", "园区"),
        Organization("河南银保监局", "provincial", "410000", "金融"),
        Organization("国家税务总局河南省税务局", "provincial", "410000", "税务"),
        Organization("共青团河南省委", "provincial", "410000", "群团"),
        Organization("教育部", "national", NATION, "教育"),
        Organization("有关部门", "national", NATION, None, collective=True),
        Organization("教育行政部门", "national", NATION, "教育", collective=True),
        Organization("各省级人民政府", "provincial", NATION, "政府", collective=True),
        Organization("河南省各级政府", None, "410000", "政府", collective=True),
        Organization("县级以上地方人民政府", None, NATION, "政府", collective=True),
        Organization("黄淮学院", None, None, "院校"),
    ],
    ids=lambda body: body.id,
)
def test_describe(expected):
    """Level, region, kind and whether it stands for many follow from the name alone."""
    assert expected == describe(expected.id)


def test_districts_in_a_list():
    """In a list of a city, a district without its people is meant in full, and 示范区 is the zone of the city."""
    assert ["顺河回族区政府", "开封市鼓楼区", "开封市示范区"] == names("顺河区政府、鼓楼区、示范区", KAIFENG)


@pytest.mark.parametrize(
    ("issuers", "body"),
    [
        (("河南省教育厅",), "河南省教育厅"),
        (("河南省教育厅办公室",), "河南省教育厅"),
        (("教育部职业教育与成人教育司",), "教育部"),
        (("河南大学",), ""),
        (("开封市第一中学",), "开封市第一中学"),
        (("河南省教育厅", "河南省财政厅"), ""),
        (("河南省人民政府",), ""),
        (("市教育局",), ""),
        ((), ""),
    ],
)
def test_issuing_body(issuers, body):
    """A document of one department speaks of its own offices; one of a government, or of several bodies, does not."""
    assert body == issuing_body(issuers)


def test_counterpart_of_a_former_body():
    """A body under its former name is described like its successor."""
    assert describe("开封市环保局").kind == describe("开封市生态环境局").kind
