"""The territory that a document is for."""

import pytest

from loaders.places import find_place, region_of


@pytest.mark.parametrize(
    ("issuer", "code"),
    [
        ("教育部", "000000"),
        ("教育部职业教育与成人教育司", "000000"),
        ("国家林业和草原局", "000000"),
        ("中共中央办公厅", "000000"),
        ("中共河南省委", "410000"),
        ("共青团河南省委", "410000"),
        ("国家税务总局河南省税务局", "410000"),
        ("河南省教育厅", "410000"),
        ("浉河区教育体育局", "411502"),
        ("河南开放大学", "410000"),
        ("市教育局", None),
    ],
)
def test_bodies(issuer, code):
    """A body is of the nation, or of the division that its name begins with."""
    assert code == region_of(issuer)


@pytest.mark.parametrize(
    ("issuers", "number", "titles", "code", "level"),
    [
        (["教育部", "河南省人民政府"], "豫政〔2021〕2号", [], "410000", "provincial"),
        (["教育部", "河南省人民政府"], None, [], "410000", "provincial"),
        (["教育部"], "教职成〔2020〕7号", [], "000000", "national"),
        (["教育部", "上海市人民政府", "江苏省人民政府"], "环大气〔2020〕62号", [], "000000", "national"),
        (["新乡市人民政府"], "新政〔2021〕1号", [], "410700", "municipal"),
        (["新疆生产建设兵团办公厅"], "新兵办发〔2021〕1号", ["新疆生产建设兵团教育行动方案"], None, "provincial"),
        ([], "豫教职成〔2021〕1号", [], "410000", "provincial"),
        ([], None, ["浉河区加快职业教育发展方案"], "411502", "county"),
        ([], None, ["2025年云南省政府工作报告"], "530000", "provincial"),
        ([], None, ["关于加强我省职业教育的意见"], None, None),
        ([], "新政〔2021〕1号", ["关于加强校园安全的通知"], None, None),
        (["虚构省教育厅"], None, [], None, "provincial"),
        (["鼓楼区教育局"], "汴鼓教〔2021〕1号", [], "410204", "county"),
        (["鼓楼区教育局"], None, [], None, "county"),
        (["市教育局"], "汴教〔2021〕1号", [], "410200", "municipal"),
        (["上海市黄浦区教育局"], None, [], "310101", "county"),
        (["恩施州人民政府办公室"], None, [], "422800", "municipal"),
        (["绍兴市第一中学"], None, [], "330600", None),
        (["河南大学教务处"], None, [], "410000", None),
        ([], None, ["绍兴一中教师评定方案"], "330600", None),
        ([], None, ["绍兴市中小学教师评定方案"], "330600", "municipal"),
        ([], None, ["绍兴市大学生就业方案"], "330600", "municipal"),
        (["中共河南省委党校"], None, [], "410000", "provincial"),
        (["温州市鹿城区山福镇人民政府"], None, [], "330302", None),
        (["范例镇党政办公室"], None, [], None, None),
        (["济源示范区管委会办公室"], None, [], "419001", "county"),
        (["开封示范区教育局"], None, [], "410200", "county"),
        (["河北雄安新区管理委员会"], None, [], "130000", None),
        (["新疆生产建设兵团教育局"], "兵教发〔2022〕1号", [], None, "provincial"),
    ],
)
def test_places(issuers, number, titles, code, level):
    """Issuers decide first, then the number's sign when it is one division's, then the title; 我省 decides nothing.

    Towns, schools and zones lie in a division, but are not of its level."""
    place = find_place(issuers, number, titles)

    assert (code, level) == (place.code, place.level)


@pytest.mark.parametrize(
    ("issuers", "number", "titles", "said"),
    [
        (["郑州市人民政府", "洛阳市人民政府"], None, [], "lie beside each other"),
        (["绍兴市第一中学"], None, [], "绍兴市第一中学 is of a school in 绍兴市"),
        ([], None, ["绍兴一中教师评定方案"], "is of a school in 绍兴市"),
        (["开封市人民政府"], "洛政〔2021〕1号", [], "the sign of 洛阳市"),
        (["虚构省教育厅"], None, [], "no division of GB/T 2260 is called 虚构省"),
        ([], "新政〔2021〕1号", ["通知"], "新乡市、新疆维吾尔自治区"),
        (["温州市鹿城区山福镇人民政府"], None, [], "below the county"),
        (["开封示范区教育局"], None, [], "a part of 开封市"),
        (["鼓楼区教育局"], None, [], "divisions of GB/T 2260 are called 鼓楼区"),
        (["范例镇党政办公室"], None, [], "no division of GB/T 2260 is called 范例镇"),
    ],
)
def test_doubts(issuers, number, titles, said):
    """What contradicts itself or fits several is said, not guessed."""
    assert said in find_place(issuers, number, titles).doubt


def test_reason():
    """Every place says whence it is known."""
    assert "issuer 河南省人民政府" == find_place(["河南省人民政府"], "豫政〔2021〕2号", []).reason


def test_counties_make_up_signs():
    """A county whose sign is also that of a city elsewhere is no contradiction."""
    assert "" == find_place(["信阳市新县人民政府"], "新政〔2021〕3号", []).doubt
