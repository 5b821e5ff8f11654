"""What a quantity counts or measures."""

import pytest

from loaders.comparators import read_comparator
from loaders.counted import find_counted
from loaders.masks import masked
from loaders.measures import measures
from loaders.vocabulary import lines, rows


def counted(text, index=0):
    """The object of one measure of a text and what it takes of the text."""
    hidden = masked(text)
    found = measures(hidden)
    before = found[index - 1].end if index else 0
    after = found[index + 1].start if index + 1 < len(found) else len(text)
    reading = read_comparator(hidden, found[index])
    return find_counted(text, hidden, found[index], reading, (before, after))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("认定2个以上产教融合型行业、企业，培育", "产教融合型行业、企业"),
        ("培养500名省级课程思政优秀教师，打造", "省级课程思政优秀教师"),
        ("创建1所有实体依托的示范性社区学院（学校）。", "示范性社区学院（学校）"),
        ("建成2个向社会开放的区级职业体验基地", "区级职业体验基地"),
        ("培育20门“示范课、精品课”，鼓励", "“示范课、精品课”"),
        ("打造“数智工厂”5个、示范企业15户", "“数智工厂”"),
        ("新建、改扩建公办幼儿园20所，", "公办幼儿园"),
        ("完成各类职业培训110万人，取得", "各类职业培训"),
        ("取得证书人数80万人（其中高级工31万人）", "取得证书人数"),
        ("每个县（市、区）至少办好1所中等职业学校", "每个县（市、区）中等职业学校"),
        ("每年完成2800人次以上的职业技能培训", "每年职业技能培训"),
        ("教育费附加用于职业教育的比例不低于30%", "教育费附加用于职业教育的比例"),
        ("“双师型”教师占专业课教师总数的比例要达到70%以上", "“双师型”教师占专业课教师总数的比例"),
        ("到2025年“双师型”教师比例超过50%", "“双师型”教师比例"),
        ("确保生均拨款水平应不低于12000元，", "生均拨款水平"),
        ("年培训人次达到在校生规模的2倍以上", "年培训人次"),
        ("三分之一以上的课程由企业教师承担", "课程由企业教师承担"),
        ("可按投资额的30%抵免当年教育费附加", "抵免当年教育费附加占投资额的比例"),
        ("按每生每月300元给予补贴", "每生每月给予补贴"),
        ("城镇调查失业率平均为5%", "城镇调查失业率平均"),
        ("开发区产值占全省比重达78%", "开发区产值占全省比重"),
        ("委员应当为单数，不少于25人", "委员应当为单数"),
        ("每所学校至少配备专（兼）职心理教师1人", "每所学校专（兼）职心理教师"),
        ("不得少于总课时的1/3", "总课时"),
        ("赤字率按3%左右安排", "赤字率"),
        ("在2025年前将标准提高到7000元", "标准"),
        ("通过3—5年的努力，推动办学条件基本达标", "办学条件基本达标"),
        ("（2）合法租赁住所20分", "合法租赁住所"),
        ("近视率下降到38%以下", "近视率"),
        ("生均拨款水平2023年不低于1.3万元", "生均拨款水平"),
        ("给予每人2000元求职补贴", "求职补贴"),
        ("补助标准提高至每生每年7000元以上", "每年补助标准"),
        ("全县共有中小学校386所", "中小学校"),
        ("改建幼儿园376所共104万平方米", "幼儿园"),
        ("招收5名以上残疾学生的学校应当设立资源教室", "残疾学生"),
        ("教职工少于20人的学校可以只设监事", "教职工"),
        ("设立12个班（360人）", "班"),
        ("常住人口4000人以上的行政村举办幼儿园", "常住人口"),
        ("18个县（市、区）参加试点", "县（市、区）"),
        ("三年内不得重新申请", "不得重新申请"),
        ("达标学校数量原则上不低于全市学校总量的30%", "达标学校数量占全市学校总量的比例"),
        ("实践课时不少于总课时的50%", "实践课时占总课时的比例"),
        ("招生规模将达到新增15万人", "招生规模新增"),
        ("含水率不超过14%", "含水率"),
    ],
)
def test_object(text, expected):
    """The noun phrase behind a count, before a rate or sum, else on the other side, else further off."""
    assert expected == counted(text).name


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("建设8个高水平专业（群）和20个品牌专业", 0, "高水平专业（群）"),
        ("建设8个高水平专业（群）和20个品牌专业", 1, "品牌专业"),
        ("提供1万平方米海外仓、2万平方米国际馆", 1, "国际馆"),
        ("小学3万个、初中2万个", 1, "初中"),
        ("现有58家培训机构压减至5家", 0, "培训机构"),
        ("18个县（市、区）建设730个学区", 0, "县（市、区）建设"),
        ("学生50人以上不满100人", 0, "学生"),
        ("每50名学生配备1名辅导员", 1, "每50名学生辅导员"),
        ("2023年底前完成10所、2024年底前完成20所", 1, "完成"),
    ],
)
def test_objects_in_a_row(text, index, expected):
    """Each of several measures has its own object."""
    assert expected == counted(text, index).name


@pytest.mark.parametrize("verb", lines("taking_verbs.txt"))
def test_every_taking_verb(verb):
    """Behind each of these verbs the noun of a share or sum follows it."""
    assert "违约金" == counted(f"违反约定的{verb}50%的违约金").name


def test_span():
    """An object is taken with all that stands between it and the number."""
    text = "确保教育费附加用于职业教育的比例不低于30%。"
    found = counted(text)

    assert "教育费附加用于职业教育的比例不低于30%" == text[found.start : found.end]


@pytest.mark.parametrize("row", [row for row in rows("object_edges.tsv") if row[1] == "lead"], ids=lambda row: row[0])
def test_every_leading_word(row):
    """A word that leads in is no part of the object, unless it begins another word."""
    assert "入学率" == counted(f"{row[0]}入学率90%").name
    for character in row[2] if len(row) > 2 else ():
        assert f"{row[0]}{character}入学率" == counted(f"{row[0]}{character}入学率90%").name


@pytest.mark.parametrize("row", [row for row in rows("object_edges.tsv") if row[1] == "trail"], ids=lambda row: row[0])
def test_every_trailing_word(row):
    """A word that leads over to the number is no part of the object, unless it ends another word."""
    assert "入学率" == counted(f"入学率{row[0]}90%").name
    for character in row[2] if len(row) > 2 else ():
        assert f"入学率{character}{row[0]}" == counted(f"入学率{character}{row[0]}90%").name


@pytest.mark.parametrize("verb", [verb for verb in lines("founding_verbs.txt") if len(verb) > 1])
def test_founding_verbs_lead_in(verb):
    """A verb of founding before the noun of a count is no part of it."""
    assert "学校" == counted(f"{verb}学校5所").name
