"""What a body's name looks like, and that every word of the lists behind it does something."""

import pytest

from loaders.organization_forms import (
    FOLLOWERS,
    GENERIC,
    LEADS,
    LEVEL_OF,
    PLURALS,
    bare_lead,
    form_of,
    is_collective,
    is_field,
    is_national,
    kind_of,
    level_meant,
    level_word,
    names_body,
)
from loaders.vocabulary import lines, rows


@pytest.mark.parametrize(("ending", "form"), rows("organization_suffixes.tsv"))
def test_every_ending_fires(ending, form):
    """Every ending of the list makes a name of its form, and a body by itself needs nothing before it."""
    assert form == form_of("示例" + ending)
    assert (form == "body") <= (form_of(ending) == "body")


@pytest.mark.parametrize(("kind", "where", "word"), rows("organization_kinds.tsv"))
def test_every_kind_word_fires(kind, where, word):
    """Every word of the list tells its kind: no line above it takes its names."""
    name = {"is": word, "ends": "新" + word, "holds": word + "部门"}[where]

    assert kind == kind_of(name)
    assert (where, word) == next(
        (place, each)
        for _, place, each in rows("organization_kinds.tsv")
        if {"is": name == each, "ends": name.endswith(each), "holds": each in name}[place]
    )


@pytest.mark.parametrize(("word", "kind", "year", "successor"), rows("renamed_bodies.tsv"))
def test_every_renamed_body_fires(word, kind, year, successor):
    """A body that was renamed or merged away has the kind of its successor, which that year's reform made."""
    assert kind == kind_of(f"新{word}") == kind_of(f"新{word}局")
    assert kind == kind_of(successor)
    assert year in ("2003", "2008", "2013", "2018", "2021", "2023")


@pytest.mark.parametrize("lead", LEADS)
def test_every_lead_fires(lead):
    """Every beginning of the list makes a collective, and no other one does so in its place."""
    assert is_collective(lead + "部门")
    assert lead == bare_lead(lead + "部门")


@pytest.mark.parametrize("follower", FOLLOWERS)
def test_every_follower_fires(follower):
    """Every word of the list makes a collective behind a place, but leads none by itself."""
    assert is_collective(follower + "部门")
    assert "" == bare_lead(follower + "部门")


@pytest.mark.parametrize("plural", [*PLURALS, *GENERIC])
def test_every_plural_fires(plural):
    """Every plural word makes a collective, and no other one does so in its place."""
    others = [each for each in PLURALS if each != plural and plural.endswith(each)]

    assert is_collective(f"教育局{plural}" if plural.startswith("各") else plural)
    assert [] == others


@pytest.mark.parametrize("word", LEVEL_OF)
def test_every_level_word_fires(word):
    """Every level word is read whole in front of a name, with 级 and a bracket too."""
    assert word == level_word(word + "财政局")
    assert f"{word}（市、区）级" == level_word(f"{word}（市、区）级财政局")


@pytest.mark.parametrize("word", lines("level_words_not.txt"))
def test_every_word_that_is_no_level_fires(word):
    """Every word of the list begins like a level word and is read as none."""
    assert "" == level_word(word + "局")
    assert word.startswith(tuple(LEVEL_OF))


@pytest.mark.parametrize("word", lines("national_bodies.txt"))
def test_every_national_word_fires(word):
    """Every beginning of the list is a body of the nation, and no shorter one stands for it."""
    assert is_national(word)
    assert [word] == [each for each in lines("national_bodies.txt") if word.startswith(each)]


@pytest.mark.parametrize("name", ["organization_suffixes.tsv", "organization_kinds.tsv", "collectives.tsv"])
def test_no_line_twice(name):
    """No list says the same thing twice."""
    words = [row[-2:] if name == "organization_kinds.tsv" else row[0] for row in rows(name)]

    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("妇联", "body"),
        ("教体局", "office"),
        ("黄淮学院", "named"),
        ("东双河镇", "ground"),
        ("局", None),
        ("各局", None),
        ("2022年底前完成", None),
        ("提出建议的部门", None),
        ("市教育局是主管部门", None),
        ("其有关部门", None),
        ("其他有关部门", "office"),
        ("自由贸易试验区管委会", "body"),
        ("由市教育局", None),
        ("各乡镇人民政府（街道办事处）", "body"),
        ("农业农村", None),
        ("指挥部提请国家指挥部", None),
    ],
)
def test_forms(text, form):
    """A name ends like one and holds no word of a sentence."""
    assert form == form_of(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("市场监管局", ""),
        ("市市场监管局", "市"),
        ("州市场监管局", "州"),
        ("乡村振兴局", ""),
        ("区乡村振兴局", "区"),
        ("市民政局", "市"),
        ("市民中心", ""),
        ("市政府", "市"),
        ("市政工程处", ""),
        ("县（市、区）人民政府", "县（市、区）"),
        ("省直管县（市）政府", "省直管县（市）"),
        ("省直有关部门", "省"),
        ("市级财政", "市级"),
        ("教育局", ""),
    ],
)
def test_level_words(text, word):
    """A level word is read with its bracket, and not where another word begins like it."""
    assert word == level_word(text)


@pytest.mark.parametrize(
    ("word", "level"),
    [("省", "provincial"), ("市级", "municipal"), ("县（市、区）", "county"), ("乡镇", None), ("", None)],
)
def test_levels(word, level):
    """A level word means its level, with 级 and bracket too; below the county there is none."""
    assert level == level_meant(word)


@pytest.mark.parametrize(
    "text", ["市委", "财政局", "各县（区）", "有关院校", "各地", "各校", "各级党委", "每个县", "幼儿园", "示范区"]
)
def test_bodies(text):
    """These name bodies by themselves."""
    assert names_body(text)


@pytest.mark.parametrize("text", ["", "工业", "文化", "委", "张三", "全面推进", "县（区）"])
def test_no_bodies(text):
    """These do not."""
    assert not names_body(text)


@pytest.mark.parametrize("stem", ["直有关部门", "直部门", "属企业", "级有关部门", "有关院校", "职业院校", "各乡镇"])
def test_collectives(stem):
    """A name that stands for many is told from its beginning or its end."""
    assert is_collective(stem)


@pytest.mark.parametrize("stem", ["直机关工委", "直属机关工作委员会", "地方金融监管局", "教体局", "第一职业高级中学"])
def test_single_bodies(stem):
    """A single body is none of them, though it begins like one."""
    assert not is_collective(stem)


def test_department_is_no_ministry():
    """教育部 is the nation's, 教育部门 every territory's."""
    assert is_national("教育部")
    assert not is_national("教育部门")


@pytest.mark.parametrize(
    ("text", "expected"), [("人社", True), ("人力资源社会保障", True), ("人社局", False), ("学校", False)]
)
def test_fields(text, expected):
    """A field of government stands without an ending."""
    assert expected == is_field(text)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("教育", ("教体局", "教育厅", "教委", "教科局", "职业教育工作联席会议", "教师发展中心")),
        ("卫生健康", ("卫生健康委", "卫健委", "卫生局", "卫生计生委", "人口计生委")),
        ("市场监管", ("市场监管局", "质监局", "工商局", "市场监督管理局")),
        ("生态环境", ("生态环境局", "环保局", "环境保护厅")),
        ("自然资源", ("自然资源和规划局", "国土资源局", "规划资源局", "海洋局")),
        ("人社", ("人力资源社会保障厅", "人社局", "劳动和社会保障局", "人事局")),
        ("金融", ("中国农业发展银行", "金融监管局", "银保监分局", "人民银行")),
        ("人大", ("人大教科文卫委", "人大常委会")),
        ("乡镇街道", ("各乡镇（街道）",)),
    ],
)
def test_counterparts(kind, names):
    """Counterparts at different levels and times have one kind, however the bureau is called."""
    assert {kind} == set(map(kind_of, names))


def test_government_is_not_civil_affairs():
    """民政 is not found in 人民政府."""
    assert "政府" == kind_of("人民政府")
    assert "民政" == kind_of("民政局")
