"""`cascade report` and GET /report/{document}: a page and a Word file for a meeting."""

import json
import re
import sys
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from serving import served
from small import CITY, COLLEGE, COUNTY, FACTS, PROVINCE

import api
from api import sample
from api.loading import files_of, load
from api.page.words import catalogue
from api.paper import Grid, Heading, Paper, Paragraph, Points, text_of
from api.report_docx import to_docx
from api.report_html import to_html
from api.report_paper import paper
from graph.errors import MissingExtra
from graph.model import Document, DocumentFacts
from graph.report import report
from graph.store import open_store

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def answer():
    """The report on the province of the sample."""
    with open_store(":memory:") as store:
        load(store, files_of([sample.home()]))
        yield report(store, "示政〔2021〕7号")


@pytest.fixture(scope="module")
def made(answer) -> Paper:
    """The same as a paper."""
    return paper(answer)


class Texts(HTMLParser):
    """The tags of a page, what they refer to, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        """Collect a tag and what it refers to."""
        self.tags.append(tag)
        self.addresses += [value for name, value in attributes if name in ("href", "src")]

    def handle_data(self, data):
        """Collect words."""
        self.words += data


def said(block) -> list[str]:
    """The words of a block."""
    if isinstance(block, Points):
        return list(block.items)
    if isinstance(block, Grid):
        return [*block.heads, *(text_of(cell) for row in block.rows for cell in row)]
    return [block.text]


def part(made: Paper, title: str) -> list:
    """The blocks under a heading, until the next of its level or above."""
    place = next(n for n, block in enumerate(made.blocks) if isinstance(block, Heading) and title in block.text)
    found = []
    for block in made.blocks[place + 1 :]:
        if isinstance(block, Heading) and block.level <= made.blocks[place].level:
            break
        found.append(block)
    return found


def test_the_parts_in_order(made):
    """Numbered one after the other; what the meeting decides from comes before how it was found."""
    heads = [block.text for block in made.blocks if isinstance(block, Heading) and block.level == 1]

    assert ["要点", "文件概况", "上位依据", "落实情况", "指标对照", "责任与期限", "出入与存疑"] == [
        head.partition("、")[2] for head in heads[:-1]
    ]
    assert list("一二三四五六七八") == [head[0] for head in heads]


def test_the_numbers_are_those_of_the_answer(answer, made):
    """What counts, what does not, and how much of it was taken up: the denominator is said."""
    points = "".join(part(made, "要点")[0].items)
    everywhere = answer.coverage.columns[0]

    assert f"应落实条款 {answer.coverage.counted} 条，不计入的 {sum(answer.coverage.exempt.values())} 条" in points
    assert f"落实较深 {everywhere.deep} 条，部分落实 {everywhere.partly} 条，未见落实 {everywhere.none} 条" in points
    assert f"待人工确认 {answer.links['proposed']} 条" in points
    assert all(f"《{card.title}》" in points for card in answer.unloaded)
    founded = answer.coverage.counted - len(answer.unfounded)
    assert f"{founded} 条（含由所辖条款或任务清单条目承接的）承接上级文件，{len(answer.unfounded)} 条未找到" in points


@pytest.fixture(scope="module")
def sample_api(tmp_path_factory):
    """A client of the API over the sample."""
    path = str(tmp_path_factory.mktemp("sample") / "sample.kgl")
    with open_store(path, writable=True) as store:
        load(store, files_of([sample.home()]))
    with served(path) as client:
        yield client


def test_the_numbers_are_those_of_the_api(sample_api, answer, made):
    """What the summary counts is what /coverage, /compare, /documents and /reading answer."""
    asked = {"document": "示政〔2021〕7号"}
    points = "".join(part(made, "要点")[0].items)
    coverage = sample_api.get("/coverage", params=asked).json()
    everywhere = coverage["columns"][0]
    documents = {card["id"]: card for card in sample_api.get("/documents").json()}
    reading = sample_api.get("/reading", params=asked).json()
    compared = sample_api.get("/compare", params={"of": asked["document"]}).json()["rows"]
    rows = [row for row in compared if row["above"]["document"] == asked["document"]]

    assert f"本文件共 {sum(documents[asked['document']]['clauses'].values())} 条，" in points
    assert f"应落实条款 {coverage['counted']} 条" in points
    assert f"落实较深 {everywhere['deep']} 条，部分落实 {everywhere['partly']} 条" in points
    below_it = [column for column in coverage["columns"] if column["document"]]
    assert f"文件 {len(below_it)} 份，其中 {documents[asked['document']]['lowers']} 份有条款承接" in points
    assert documents[asked["document"]]["uppers"] == len(answer.above)
    doubts = [*reading["doubts"], *(doubt for clause in reading["clauses"] for doubt in clause["doubts"])]
    assert f"读取存疑 {len(doubts)} 处" in points
    assert {row["verdict"] for row in rows} == {
        verdict
        for verdict, said in VERDICTS.items()
        if f"{said} " in points.partition("下级指标")[2].partition("。")[0]
    }


VERDICTS = {"raised": "加码", "lowered": "降标", "equal": "持平", "not comparable": "不可比"}


def test_who_must_act_is_said_in_short(answer, made):
    """How many tasks, units and deadlines there are, what is due first before the rest."""
    points = "".join(part(made, "要点")[0].items)
    derived = [action for action in answer.actions if action.source]
    units = {unit.name for action in answer.actions for unit in action.units}

    assert f"派生的任务 {len(derived)} 项，涉及责任单位 {len(units)} 个" in points
    assert f"本文件任务 {len(answer.actions) - len(derived)} 项" in points
    years = [int(year) for year in re.findall(r"(\d{4})年(?:\d+月)*(?:\d+日)* \d+ 项", points)]
    assert years == sorted(years) != []


def test_what_does_not_count_is_named(answer, made):
    """Each clause that does not count stands under its reason: nothing is left out in silence."""
    (_, grid) = part(made, "不计入的条款")
    exempt = [item.clause.address for item in answer.coverage.clauses if item.exempt]

    assert sorted(exempt) == sorted(address for row in grid.rows for address in row[2].split("、"))
    assert [int(row[1]) for row in grid.rows] == [len(row[2].split("、")) for row in grid.rows]


def test_the_documents_compared_are_named_with_their_numbers(answer, made):
    """Those above and those below (or later), each with number and title."""
    (grid,) = part(made, "对照所用的文件")

    assert [card.id for card in (*answer.above, *answer.below)] == [row[1].split("　")[0] for row in grid.rows]
    assert ["上级"] * len(answer.above) + ["下级或后续"] * len(answer.below) == [row[0] for row in grid.rows]


def test_it_says_that_a_program_made_it_and_bears_no_date(made):
    """Whoever holds the paper knows what made it, that nobody approved it, and why no date is on it."""
    note = part(made, "要点")[1].text

    assert all(said in note for said in ("程序", "未经人工审定", "以原文为准", "不署生成日期"))


def test_the_report_in_english(answer, made):
    """The same blocks with English words; what is Chinese in it are quotations, and the page says so."""
    english = paper(answer, "en")
    page = to_html(english).decode()
    heads = [block.text for block in english.blocks if isinstance(block, Heading)]
    parts = [text for text in heads if re.match(r"\d\. ", text)]

    assert [type(block) for block in made.blocks] == [type(block) for block in english.blocks]
    assert [len(block.rows) for block in made.blocks if isinstance(block, Grid)] == [
        len(block.rows) for block in english.blocks if isinstance(block, Grid)
    ]
    assert "1. In short" == parts[0]
    assert [] == [text for text in parts if re.search("[\u4e00-\u9fff]", text)]
    assert '<html lang="en">' in page
    assert '<td lang="zh-CN">' in page
    assert "en" == docx.Document(BytesIO(to_docx(english))).core_properties.language


def test_what_a_row_leaves_out_is_said_whole(answer, made):
    """The row has no words for it: what it leaves out stands there, all of it, and not the words beside."""
    grid = part(made, "出入与存疑")[1]
    left_out = [item for item in answer.discrepancies if item.weight == "omission"]
    rows = [row for row in grid.rows if text_of(row[0]) == "遗漏"]

    assert len(left_out) == len(rows) > 0
    assert all("缺少" in row[3] and row[2].split("「")[1][:6] in row[3] for row in rows)


def test_each_phrase_is_said():
    """No phrase of report.tsv stands there for nothing."""
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(api.__file__).parent.glob("report_*.py"))
    keys = {key.removeprefix("report ") for key, found in catalogue().items() if found.file == "report.tsv"}
    begun = {"part ": PARTS, "fact ": INFERRED, "side ": ("above", "below")}
    put_together = {f"{start}{name}" for start, names in begun.items() for name in names}

    unsaid = {key for key in keys - put_together if f'"{key.removeprefix("head ")}"' not in sources}
    assert set() == {key for key in unsaid if f'"{key.removeprefix("fact ")}"' not in sources}
    assert put_together <= keys


PARTS = ("summary", "facts", "bases", "taken up", "figures", "actions", "differing", "method")
INFERRED = (
    "title",
    "number",
    "issuers",
    "genre",
    "place",
    "level",
    "region",
    "issued",
    "effective",
    "expires",
    "status",
)


def test_what_nobody_took_up(answer, made):
    """Each such clause with its words, among them the one that the sample plants."""
    (grid, _) = part(made, "未见落实的条款")
    none = [
        item.clause.address for item in answer.coverage.clauses if not item.exempt and item.cells[0].standing == "none"
    ]

    assert none == [row[0] for row in grid.rows]
    assert "三（八）" in none


def test_figures_stand_side_by_side(made):
    """The city raises the share of open grounds to 85 %, the district lowers it to 75 %."""
    raised, lowered = (part(made, title)[0] for title in ("加码（", "降标（"))
    rows = {title: [tuple(map(text_of, row)) for row in grid.rows] for title, grid in (("+", raised), ("-", lowered))}

    assert [True] == ["不低于 80 %" in row[1] and "不低于 85 %" in row[3] for row in rows["+"] if "85 %" in row[3]]
    assert any("不低于 80 %" in row[1] and "75 %" in row[3] and "降标" in row[4] for row in rows["-"])


def test_what_a_task_list_says_again_is_one_figure(answer):
    """The body of a document and its list state a figure twice: it is one raised figure, not two."""
    figures = answer.figures

    assert any(row.below.also for row in figures.rows)
    assert figures.again
    assert figures.again.keys().isdisjoint(row.source.id for row in figures.rows)


def test_who_must_act_by_when(answer, made):
    """Each task once, with its units; where no unit is named it says so."""
    grids = [block for block in part(made, "责任与期限") if isinstance(block, Grid)]
    rows = [tuple(map(text_of, row)) for grid in grids for row in grid.rows]

    assert len(answer.actions) == len(rows)
    assert all(row[1] for row in rows)
    assert any(row[0] == "到2025年" and "示例市" in row[1] and row[4] == "四（十一）" for row in rows)


def test_evidence_has_quotations_with_their_lines(made):
    """Both texts, where they stand."""
    grid = next(block for block in part(made, "已有下级承接") if isinstance(block, Grid))
    proofs = [text_of(row[3]) for row in grid.rows if "逐级传导" not in text_of(row[2])]

    assert all(re.match(r"「.+」（第\d+行", proof) for proof in proofs)


def test_html_opens_alone(made):
    """One page: no script, nothing from elsewhere, every word of the paper in it."""
    page = to_html(made).decode()
    found = Texts(page)

    assert "script" not in found.tags
    assert all(address.startswith(("#", "data:")) for address in found.addresses)
    assert "url(" not in page
    assert [] == [text for block in made.blocks for text in said(block) if text not in found.words]
    assert sum(isinstance(block, Grid) for block in made.blocks) == found.tags.count("table")


def test_word_file_is_read_by_python_docx(made):
    """Real headings, tables with heads that stand again on each page, A4, Chinese fonts."""
    found = docx.Document(BytesIO(to_docx(made)))
    heads = [
        (paragraph.text, int(paragraph.style.name[-1]))
        for paragraph in found.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    grids = [block for block in made.blocks if isinstance(block, Grid)]

    assert [(block.text, block.level) for block in made.blocks if isinstance(block, Heading)] == heads
    assert [(len(grid.rows) + bool(grid.heads), len(grid.widths)) for grid in grids] == [
        (len(table.rows), len(table.columns)) for table in found.tables
    ]
    assert [bool(grid.heads) for grid in grids] == [
        bool(table.rows[0]._tr.xpath("w:trPr/w:tblHeader")) for table in found.tables
    ]
    assert text_of(grids[-2].rows[-1][-1]) == found.tables[-2].rows[-1].cells[-1].text
    assert (210, 297) == (round(found.sections[0].page_width.mm), round(found.sections[0].page_height.mm))
    fonts = {
        name: found.styles[name].element.xpath("w:rPr/w:rFonts/@w:eastAsia")
        for name in ("Normal", "Heading 1", "Title")
    }
    assert {"Normal": ["仿宋"], "Heading 1": ["黑体"], "Title": ["宋体"]} == fonts
    assert {"zh-CN"} == set(found.styles.element.xpath("w:docDefaults//w:lang/@w:eastAsia"))
    assert (made.title, "policy-cascade", "zh-CN") == (
        found.core_properties.title,
        found.core_properties.author,
        found.core_properties.language,
    )
    assert ["PAGE"] == found.sections[0].footer._element.xpath(".//w:fldSimple/@w:instr")


def test_the_same_bytes_always(made):
    """The same answer gives the same files, whatever the hour."""
    first, second = to_docx(made), to_docx(made)

    assert first == second
    assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in ZipFile(BytesIO(first)).infolist()}
    assert to_html(made) == to_html(made)


def test_a_document_without_anything_below_is_not_judged():
    """No clause is said not to be carried out where nothing is loaded that could."""
    with open_store(":memory:") as store:
        store.replace(FACTS[0], ())
        found = paper(report(store, PROVINCE))

    assert "落实情况不作判断" in "".join(part(found, "要点")[0].items)
    assert not [block for block in found.blocks if isinstance(block, Heading) and "未见落实" in block.text]


def test_texts_that_a_page_or_word_would_take_for_more():
    """Markup is shown as it is written; what XML cannot hold becomes a sign."""
    hostile = "<script>alert(1)</script>坏\x0b字"
    with open_store(":memory:") as store:
        store.replace(DocumentFacts(Document("甲", hostile)), ())
        found = paper(report(store, "甲"))
    page = to_html(found).decode()

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "坏\ufffd字" in docx.Document(BytesIO(to_docx(found))).paragraphs[0].text


def test_without_python_docx_the_message_says_how_to_get_it(monkeypatch):
    """The extra is named with its command; the page needs nothing."""
    empty = Paper("题", "", (Paragraph("文"),))
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(MissingExtra, match=r"a Word file needs .*pip install 'policy-cascade\[docx\]'"):
        to_docx(empty)
    assert to_html(empty)


@pytest.mark.parametrize("options", [{}, {"lang": "en"}], ids=["Chinese", "English"])
@pytest.mark.parametrize("format", ["html", "docx", "json"])
def test_the_same_file_over_http(ask, client, tmp_path, format, options):
    """Byte for byte what the command line writes."""
    english = ["--english"] if options else []
    assert 0 == ask("report", "示政[2024]1号", "-o", tmp_path / f"a.{format}", *english).status
    over_http = client.get(f"/report/{PROVINCE}", params={"format": format, **options})

    assert (tmp_path / f"a.{format}").read_bytes() == over_http.content
    assert {"html": "text/html; charset=utf-8", "docx": WORD, "json": "application/json"}[format] == over_http.headers[
        "content-type"
    ]


def test_json_is_the_answer_itself(client):
    """Programs get what the page is made of."""
    found = client.get(f"/report/{PROVINCE}", params={"format": "json"}).json()

    assert PROVINCE == found["document"]["id"]
    assert [COLLEGE.id] == [item["clause"]["clause"]["id"] for item in found["taken_up"]]
    assert {CITY, COUNTY} == {joint["lower"]["document"] for item in found["taken_up"] for joint in item["links"]}
    assert json.dumps(client.get("/coverage", params={"document": PROVINCE}).json()) == json.dumps(found["coverage"])


def test_a_title_with_a_slash_over_http(client):
    """A document is called by its title, a slash in it or not."""
    answer = client.get("/report/范例区“家%2F校”社区教育方案")

    assert (200, True) == (answer.status_code, COUNTY in answer.text)


def test_what_cannot_be_reported(ask, client):
    """A name without a format, a clause, an unknown document: said in one line, and as a problem."""
    ran = ask("report", PROVINCE, "-o", "a.txt")

    assert (2, 1) == (ran.status, ran.err.count("\n"))
    assert "end it in .html, .docx or .json, or give --format" in ran.err
    assert 2 == ask("report", COLLEGE.id, "-o", "-", "--format", "html").status
    assert (404, 422) == (
        client.get("/report/无此文件").status_code,
        client.get(f"/report/{PROVINCE}", params={"format": "pdf"}).status_code,
    )
