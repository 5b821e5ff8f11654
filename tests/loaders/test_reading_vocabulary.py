"""The words by which documents are read: every entry fires, and none stands twice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.annexes import IMPRINT, is_signature
from loaders.fields import without_fields
from loaders.fronts import LETTERHEAD, NOTE, STATUS, TITLE_END
from loaders.issuers import SIGNS
from loaders.paragraphs import paragraphs
from loaders.readers.page import Line
from loaders.tables import read_tables
from loaders.tasks import is_background, obliges
from loaders.text import clean
from loaders.vocabulary import lines, rows

FILES = [
    "genres.txt",
    "draft_marks.txt",
    "letterheads.txt",
    "imprint.txt",
    "closings.txt",
    "body_ends.txt",
    "duty_words.txt",
    "fields.tsv",
    "table_heads.tsv",
    "background.tsv",
    "department_signs.tsv",
    "number_prefixes.tsv",
    "number_offices.txt",
    "cited_genres.txt",
    "not_documents.txt",
    "not_documents_around.tsv",
    "citation_relations.tsv",
]
SENTENCES = {
    "应当": "学校应当建立制度。",
    "必须": "教材必须符合规定。",
    "不得": "不得收取费用。",
    "禁止": "禁止体罚学生。",
    "严禁": "严禁挪用经费。",
    "负责": "由教育局负责。",
    "须": "须经批准。",
}
HEADS = {
    "number": ("序号", "编号", "项次", "任务序号"),
    "unit": (
        *(
            "责任单位（按职责分工负责）",
            "牵头单位",
            "责任部门及责任人",
            "单位",
            "分工",
            "配合单位、部门",
            "责任主体",
            "负责单位",
        ),
        *(
            "牵头（责任）单位",
            "责任（牵头）单位",
            "牵头责任单位",
            "市级责任单位",
            "牵头处（科）室",
            "责任科（室）",
            "承办科室",
        ),
    ),
    "task": (
        *("工作任务", "重点任务", "政策内容", "主要举措", "事项", "任务", "主要工作任务", "任务分解", "具体工作措施"),
        *("民生实事项目", "实事内容", "项目内容"),
    ),
    "other": (
        "完成时限",
        "主管领导（签名或盖章）",
        "责任重大",
        "工作任务完成情况统计",
        "负责人",
        "项目名称",
        "责任单位（签字）",
    ),
}
DUTIES = ("各校应加强管理。", "各地要落实经费。", "由学校负责。")
NO_DUTIES = [
    "适应社会需要。",
    "应届毕业生可以申请。",
    "完善应急预案。",
    "相应调整标准。",
    "根据规划纲要。",
    "重要内容。",
    "国家鼓励捐资办学。",
    "按要求报送。",
    "供应充足。",
    "反应迅速。",
    "主要做法。",
]


def read(text):
    """The clean line of this text."""
    return clean([Line(text, 1)])


@pytest.mark.parametrize("name", FILES)
def test_no_entry_twice(name):
    """No entry of a data file stands twice."""
    assert len(set(lines(name))) == len(lines(name))


@pytest.mark.parametrize("genre", lines("genres.txt"))
def test_genres(genre):
    """Each kind of document ends a title, also before a bracket, and the longest one counts."""
    assert genre == TITLE_END.search(f"示例市关于示例的{genre}")["genre"]
    assert genre == TITLE_END.search(f"示例市关于示例的{genre}（2021—2025年）")["genre"]


@pytest.mark.parametrize("mark", lines("draft_marks.txt"))
def test_draft_marks(mark):
    """Each draft mark is the status of a title."""
    assert mark == STATUS.search(f"示例市实施方案（{mark}）")["status"]


@pytest.mark.parametrize("form", lines("letterheads.txt"))
def test_letterheads(form):
    """Each form of paper follows its issuer."""
    assert "示例市教育局" == LETTERHEAD.match(f"示例市教育局{form}")["issuer"]


@pytest.mark.parametrize("word", lines("imprint.txt"))
def test_imprint(word):
    """Each word begins a line of the imprint."""
    assert IMPRINT.search(f"{word}：示例")


@pytest.mark.parametrize("end", lines("body_ends.txt"))
def test_body_ends(end):
    """Each ending makes a signature."""
    assert is_signature(f"示例市{end}")


@pytest.mark.parametrize("pattern", lines("closings.txt"))
@given(data=st.data())
def test_closings(pattern, data):
    """Whatever a closing fits is a note and no text."""
    text = data.draw(st.from_regex(pattern, fullmatch=True).map(lambda text: re.sub(r"\s", "", text)))

    assert not re.fullmatch(pattern, text) or NOTE.match(text)


@pytest.mark.parametrize(
    "text",
    [
        "特此通知。",
        "特此函复",
        "此复。",
        "（此件公开发布）",
        "本件依申请公开",
        "联系人：王某某",
        "（联系电话：000）",
        "特急",
        "机密★一年",
        "签发人：王某某",
        "省长：王某某",
    ],
)
def test_closings_as_written(text):
    """Closings are read as they stand in documents."""
    assert NOTE.match(text)


@pytest.mark.parametrize("text", ["特此通知各校认真执行。", "此次活动", "联系实际。", "局长负责制", "机密文件管理要求"])
def test_what_is_no_closing(text):
    """Sentences that begin like a closing are text."""
    assert not NOTE.match(text)


@pytest.mark.parametrize(("name", "holds"), rows("fields.tsv"))
def test_fields(name, holds):
    """Each field is taken out of the text, in brackets and as a label; text and title stay."""
    first = Line("标题", 1)
    for written in (f"【{name}】 示例", f"{name}：示例"):
        kept, fields = without_fields(clean([first, Line(written, 2)]))
        expected = ["标题", "示例"] if holds in ("text", "title") else ["标题"]
        assert expected == [line.text for line in kept]
        assert (() if holds in ("text", "title") else ((holds, "示例"),)) == fields


@pytest.mark.parametrize(("pattern", "column"), rows("table_heads.tsv"))
@given(data=st.data())
def test_table_heads(pattern, column, data):
    """Each head makes a table whose column holds what it says."""
    drawn = st.from_regex(
        re.sub(r"\(\?!.*?\)\.\*", "", pattern),
        fullmatch=True,
        alphabet="序号务单位责任重点工作项目及内容措施牵头负实事（）",
    )
    head = re.sub(r"\s", "", data.draw(drawn))[:20]
    if not re.search(pattern, head):
        return
    found = read_tables(paragraphs(clean([Line("", 1, (head, "任务")), Line("", 2, ("甲", "乙"))])))

    first = next(kind for other, kind in rows("table_heads.tsv") if re.search(other, head))
    assert [first] == [row.table.columns[0] for row in found]


@pytest.mark.parametrize(("column", "head"), [(column, head) for column, heads in HEADS.items() for head in heads])
def test_table_heads_as_written(column, head):
    """Heads are told apart as they stand in task tables and in forms."""
    (row,) = read_tables(paragraphs(clean([Line("", 1, (head, "任务")), Line("", 2, ("1", "乙"))])))

    assert column == row.table.columns[0]


@pytest.mark.parametrize(("where", "pattern"), rows("background.tsv"))
@given(data=st.data())
def test_background(where, pattern, data):
    """Each pattern takes a clause out of the tasks: by its own heading, by one above it, or by its beginning."""
    text = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="gb2312", categories=("Lo",))))
    headings = {"heading": (text, "甲"), "below": ("甲", text), "terms": ("甲", text), "text": ("", "甲")}[where]

    assert is_background(text if where == "text" else "甲", headings)


@pytest.mark.parametrize("word", SENTENCES)
def test_duty_words(word):
    """Each plain word of duty obliges."""
    assert word in lines("duty_words.txt")
    assert obliges(SENTENCES[word])


@pytest.mark.parametrize(("text", "duty"), [*((text, True) for text in DUTIES), *((text, False) for text in NO_DUTIES)])
def test_words_that_only_look_like_duties(text, duty):
    """应 and 要 oblige by themselves, and not in 适应, 应届, 纲要, 要求."""
    assert duty == obliges(text)


def test_every_duty_word_is_tested():
    """The words of duty are the plain ones above and the patterns of 应 and 要."""
    assert {*SENTENCES} == {word for word in lines("duty_words.txt") if not word.startswith("(?")}


def test_department_signs():
    """Each sign stands for a department of the ministry."""
    assert all(
        name.startswith("教育部") and sign.startswith("教") and sign.endswith("司") for sign, name in SIGNS.items()
    )
