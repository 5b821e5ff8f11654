"""The whole graph as tables: other programs open them, counts are those of the API, and cells lead where they say."""

import csv
import re
from importlib.metadata import version
from io import BytesIO, StringIO
from typing import get_args
from zipfile import ZipFile

import openpyxl
import pytest
from invented import DISTRICT, GRAPH, decision
from serving import served
from small import COLLEGE, COUNTY, FACTS, LINKS, ROW

from api import sample, sheets
from api.answers import SheetName
from api.definitions import COMPARATORS, WORDS
from api.loading import files_of, load
from api.page.words import catalogue
from api.sheets import Jump, Sheet, to_csv, to_xlsx
from api.workbook import MADE, workbook
from api.workbook_cells import TITLES
from graph.errors import InputError
from graph.ledger import ledger
from graph.model import Clause, Comparator, Document, DocumentFacts, Obligation, Scope
from graph.store import open_store

TARGET = re.compile(r"'(?P<sheet>.+)'!A(?P<row>\d+)")
FORMULAS = ["=1+1", "+86", "-1+1", "@SUM(A1)", "\t=1", "\r=1"]


@pytest.fixture(scope="module")
def sample_store(tmp_path_factory):
    """A file with the sample."""
    path = tmp_path_factory.mktemp("sample") / "sample.kgl"
    with open_store(str(path), writable=True) as store:
        load(store, files_of([sample.home()]))
    return path


@pytest.fixture(scope="module")
def book(sample_store):
    """The workbook of the sample, read back by openpyxl."""
    with open_store(str(sample_store)) as store:
        return openpyxl.load_workbook(BytesIO(to_xlsx(list(workbook(ledger(store)).values()))))


@pytest.fixture(scope="module")
def api(sample_store):
    """A client of the API over the sample."""
    with served(str(sample_store)) as client:
        yield client


def lines(page) -> list[dict]:
    """The rows of a sheet by their heads."""
    heads, *rows = page.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def column(page, head: str) -> list:
    """The filled cells below a head."""
    (place,) = [cell.column for cell in page[1] if cell.value == head]
    return [row[0] for row in page.iter_rows(2, min_col=place, max_col=place) if row[0].value is not None]


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_sheets_in_order(book):
    """What they are comes first, what words mean last; each has a frozen head and filters, and heads that differ."""
    assert [TITLES[name][0] for name in ("about", *MADE)] == book.sheetnames
    assert list(SheetName.__args__) == ["about", *MADE]
    for page in book.worksheets:
        heads = [cell.value for cell in page[1]]
        assert page.freeze_panes.endswith("2")
        assert page.auto_filter.ref == page.dimensions
        assert len(heads) == len(set(heads))


def test_the_first_sheet_says_what_the_others_are(api, book):
    """Each sheet with its rows, leading there; then what is not known, counted as the API counts; what made it."""
    found = {line["项目"]: line for line in lines(book["说明"])}
    overview, documents = api.get("/overview").json(), api.get("/documents").json()

    for page in book.worksheets[1:]:
        assert page.max_row - 1 == found[page.title]["数量"]
    assert [f"'{page.title}'!A1" for page in book.worksheets[1:]] == [
        row[0].hyperlink.location for row in book["说明"].iter_rows() if row[0].hyperlink
    ]
    assert sum(not card["loaded"] for card in documents) == found["未载入的公文"]["数量"]
    assert overview["links"]["proposed"] == found["待人工确认的关联"]["数量"]
    assert overview["links"].get("candidate", 0) == found["备选"]["数量"]
    assert sum(line["不计原因"] is not None for line in lines(book["条款与落实"])) == found["不计的条款"]["数量"]
    assert sum(not line["责任单位"] for line in lines(book["任务"])) == found["未写明责任单位的任务"]["数量"]
    assert version("policy-cascade") in found["制作"]["说明"]


def test_what_the_first_sheet_says_is_there_for_each():
    """Each sheet has its line in both languages, and no line of workbook.tsv is said of nothing."""
    said = {key for key, found in catalogue().items() if found.file == "workbook.tsv"}
    lines = {f"about {key}{more}" for key in ABOUT for more in ("", " is")}

    assert said == {f"about sheet {name}" for name in MADE} | lines


ABOUT = ("unloaded", "exempt", "nobody", "proposed", "candidate", "reading", "made")


def test_days_are_dates_and_shares_percentages(book):
    """A spreadsheet sorts and computes with them."""
    days, shares = column(book["公文"], "成文日期"), column(book["指标合计"], "占总量")

    assert days
    assert shares
    assert all(cell.is_date and cell.number_format == "yyyy-mm-dd" for cell in days)
    assert all(cell.data_type == "n" and cell.number_format == "0.0%" for cell in shares)


def test_documents_are_those_of_the_api(api, book):
    """Each with its numbers, those that are only cited without."""
    found = {line["公文"]: line for line in lines(book["公文"])}
    cards = {card["id"]: card for card in api.get("/documents").json()}

    assert set(cards) == set(found)
    assert {id: card["tasks"] if card["loaded"] else None for id, card in cards.items()} == {
        id: line["任务数"] for id, line in found.items()
    }
    for id in (id for id, card in cards.items() if card["loaded"]):
        column = api.get("/coverage", params={"document": id}).json()["columns"][0]
        shown = [found[id][head] for head in ("落实较深", "部分落实", "未见落实")]
        below = found[id]["已载入的下级文件"]
        assert shown == ([column["deep"], column["partly"], column["none"]] if below else [None] * 3)


def test_sources_are_the_tasks_of_the_api(api, book):
    """For the question of the sample: the tasks that derive from the clause, with their scores."""
    answer = api.get("/tasks", params={"derives_from": sample.QUESTION}).json()
    asked = answer["clause"]
    expected = {(task["clause"]["document"], task["clause"]["address"], task["score"]) for task in answer["tasks"]}

    assert expected == {
        (line["任务所在公文"], line["任务条款"], line["置信度"])
        for line in lines(book["任务来源"])
        if (line["依据所在公文"], line["依据条款"]) == (asked["document"], asked["address"])
    }


def test_tasks_name_a_source_on_each_level(book):
    """A task of the district says what it rests on at the nation, the province and the city, and who must do it."""
    found = {(line["公文"], line["条款"]): line for line in lines(book["任务"])}
    (line,) = [line for key, line in found.items() if key[0].startswith("范例区") and key[1] == "二（三）6"]

    assert [line[f"{level}依据"].split()[0] for level in ("国家", "省级", "市级")] == [
        "教体艺〔2021〕99号/四10",
        "示政〔2021〕7号/四（十一）",
        "例政〔2021〕15号/二（三）2",
    ]
    assert "负责：范例区" in line["责任单位"] or "牵头：范例区" in line["责任单位"]


def test_figures_are_those_of_the_api(api, book):
    """Every pair of figures of the province, with its verdict; each figure of the graph is there."""
    answer = api.get("/compare", params={"of": "示政〔2021〕7号"}).json()
    own = {(row["source"]["source"], row["target"]["source"]) for row in answer["rows"]}
    found = [line for line in lines(book["指标对照"]) if line["上位条款"]]
    shown = {(f"{line['公文']}/{line['条款']}", line["上位条款"]) for line in found}
    raised = sum(row["verdict"] == "raised" for row in answer["rows"])

    assert own <= shown
    assert raised == sum(
        line["对照"] == "加码" and "示政〔2021〕7号" in (line["公文"], line["上位条款"].split("/")[0]) for line in found
    )
    assert {type(line["数值"]) for line in found} <= {int, float}
    assert {"不低于", "不超过", "区间"} <= {line["要求"] for line in lines(book["指标对照"])}


def test_words_of_tables_are_there():
    """Each comparator, scope and obligation has its words, and no word of the pages is said twice."""
    assert set(get_args(Comparator)) == set(COMPARATORS)
    assert {*get_args(Scope), *get_args(Obligation)} <= set(WORDS)
    assert set() == set(WORDS) & set(catalogue())


def test_links_are_those_of_the_api(api, book):
    """As many by status as the overview counts, each with passages of both ends where it has evidence."""
    status = {"待人工确认": "proposed", "备选": "candidate", "人工确认": "confirmed", "人工否定": "rejected"}
    counts: dict[str, int] = {}
    for line in lines(book["关联与证据"]):
        kind = next(key for word, key in status.items() if word in line["状态"])
        counts[kind] = counts.get(kind, 0) + 1
        assert (line["下位原文"] or "").count("\n") == (line["上位原文"] or "").count("\n")

    assert counts == {key: count for key, count in api.get("/overview").json()["links"].items() if count}


def test_cells_lead_to_the_row_that_they_name(book):
    """A clause leads to its text, a task to its row, a path to the first link of it, and back."""
    jumps = [cell for page in book.worksheets for row in page.iter_rows() for cell in row if cell.hyperlink]
    assert {page.title for page in book.worksheets[:-1]} - {"公文", "存疑"} <= {cell.parent.title for cell in jumps}
    for cell in (cell for cell in jumps if cell.parent.title != "说明"):
        place = TARGET.fullmatch(cell.hyperlink.location)
        row = [each.value for each in book[place["sheet"]][int(place["row"])]]
        named = str(cell.value)
        assert row[0] is not None
        if place["sheet"] == "公文":
            assert named == row[0]
        elif place["sheet"] == "条款与落实":
            first = re.split("、| |（共", named, maxsplit=1)[0]
            assert first in (row[1], f"{row[0]}/{row[1]}")
        elif place["sheet"] == "关联与证据":
            assert named.startswith(f"{row[0]} → {row[1]}")
        elif place["sheet"] == "任务":
            assert named == row[1]


def test_the_same_bytes_always(sample_store):
    """Neither the hour nor the run shows in the file."""
    with open_store(str(sample_store)) as store:
        first, second = (to_xlsx(list(workbook(ledger(store)).values())) for _ in range(2))
    package = ZipFile(BytesIO(first))
    moments = re.findall(r"<dcterms:\w+[^>]*>([^<]*)", package.read("docProps/core.xml").decode())

    assert first == second
    assert {(1980, 1, 1, 0, 0, 0)} == {part.date_time for part in package.infolist()}
    assert ["1980-01-01T00:00:00Z"] * 2 == moments


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_a_document_is_a_formula(text):
    """Whatever a title, a clause or a decision begins with: a text in the workbook, disarmed in CSV."""
    clauses = (Clause("t/一", "t", "一", "clause", text, order=0, task=True, lines=((0, 1),)),)
    with open_store(":memory:") as store:
        store.replace(DocumentFacts(Document("t", text, issuers=(text,)), clauses), ())
        found = workbook(ledger(store))
    pages = openpyxl.load_workbook(BytesIO(to_xlsx(list(found.values())))).worksheets
    cells = [cell for page in pages for row in page.iter_rows() for cell in row if cell.value is not None]
    held = [cell for cell in cells if str(cell.value).strip() == text.strip()]

    assert {"f"}.isdisjoint(cell.data_type for cell in cells)
    assert len(held) >= 4
    assert all(cell.quotePrefix for cell in held)
    for sheet in found.values():
        assert not [value for row in rows_of(to_csv(sheet)) for value in row if value[:1] in set("=+-@\t\r")]


def test_a_jump_whose_words_are_a_formula_stays_text():
    """A cell that leads somewhere is disarmed too."""
    page = openpyxl.load_workbook(BytesIO(to_xlsx([Sheet("a", ("x",), ((Jump("=1", "a", 0),),))]))).active

    assert ("=1", "s", True, "'a'!A2") == (
        page["A2"].value,
        page["A2"].data_type,
        page["A2"].quotePrefix,
        page["A2"].hyperlink.location,
    )
    assert "A2" == page["A2"].hyperlink.ref


def test_more_jumps_than_excel_opens_are_left_out(monkeypatch):
    """The words stay, only the first ones lead somewhere."""
    monkeypatch.setattr(sheets, "MOST_JUMPS", 1)
    page = openpyxl.load_workbook(BytesIO(to_xlsx([Sheet("a", ("x",), ((Jump("p", "a", 0),), (Jump("q", "a", 1),)))])))

    assert ["p", "q"] == [page["a"][place].value for place in ("A2", "A3")]
    assert [True, False] == [bool(page["a"][place].hyperlink) for place in ("A2", "A3")]


def test_more_rows_than_a_sheet_holds(monkeypatch):
    """It is said, with what to take instead: nothing is cut off."""
    monkeypatch.setattr(sheets, "MOST_ROWS", 2)

    with pytest.raises(InputError, match="任务: more rows than a sheet of Excel holds; take csv"):
        to_xlsx([Sheet("任务", ("x",), (("a",), ("b",)))])


def test_rows_are_as_high_as_their_text():
    """Not every program finds out by itself; a row is never higher than Excel allows."""
    page = openpyxl.load_workbook(
        BytesIO(to_xlsx([Sheet("a", ("x",), (("字",), ("字" * 100,), ("字" * 5000,)))]))
    ).active

    assert page.row_dimensions[2].height < page.row_dimensions[3].height < page.row_dimensions[4].height <= 409


def test_english_heads_and_words(ask, tmp_path):
    """--english says the same in English."""
    ask("export", "csv", "--sheet", "links", "--english", tmp_path / "links.csv")
    heads, *rows = rows_of((tmp_path / "links.csv").read_bytes())

    assert ["below", "above", "scope", "status", "carried"] == heads[:5]
    assert ["between documents", "proposed", "raised"] in [row[2:5] for row in rows]


def test_csv_is_the_sheets_as_a_folder(ask, tmp_path):
    """A file for each sheet, with the same rows as in the workbook."""
    assert 0 == ask("export", "csv", tmp_path / "tables").status
    assert 0 == ask("export", "xlsx", tmp_path / "all.xlsx").status
    made = openpyxl.load_workbook(tmp_path / "all.xlsx")

    assert {"about.csv", *(f"{name}.csv" for name in MADE)} == {path.name for path in (tmp_path / "tables").iterdir()}
    for name in MADE:
        rows = rows_of((tmp_path / "tables" / f"{name}.csv").read_bytes())
        assert made[TITLES[name][0]].max_row == len(rows)
    assert {COLLEGE.address, ROW.address} <= {row[1] for row in rows_of((tmp_path / "tables/tasks.csv").read_bytes())}


def test_the_same_files_over_http(ask, client, tmp_path):
    """Byte for byte what the command line writes, under a name for a file."""
    ask("export", "xlsx", tmp_path / "a.xlsx")
    ask("export", "csv", tmp_path / "a.csv", "--sheet", "sources")
    over_http = {path: client.get(path) for path in ("/export/xlsx", "/export/csv?sheet=sources")}

    assert [(tmp_path / name).read_bytes() for name in ("a.xlsx", "a.csv")] == [
        answer.content for answer in over_http.values()
    ]
    assert ['attachment; filename="policy.xlsx"', 'attachment; filename="sources.csv"'] == [
        answer.headers["content-disposition"] for answer in over_http.values()
    ]
    assert 422 == client.get("/export/csv?sheet=nothing").status_code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("csv",), "csv is a folder: give its name, or a table by --sheet"),
        (("xlsx", "--sheet", "tasks"), "--sheet chooses a table of csv; xlsx has none"),
    ],
)
def test_what_cannot_be_exported(ask, arguments, said):
    """One line that says what would be right."""
    ran = ask("export", *arguments)

    assert (2, f"cascade: {said}\n") == (ran.status, ran.err)


def test_where_nothing_is_loaded_below_nothing_is_said_to_be_missing():
    """The district has no document below: its clauses are not 未见落实, and its document has no share."""
    with open_store(":memory:") as store:
        for facts in FACTS:
            store.replace(facts, LINKS)
        found = workbook(ledger(store))
    clauses = [row for row in found["clauses"].rows if row[0].value == COUNTY]
    (document,) = [row for row in found["documents"].rows if row[0] == COUNTY]

    assert {""} == {value for row in clauses for value in row[7:11]}
    assert {None} == set(document[-5:])


def test_what_a_person_decided_is_in_the_table():
    """Verdict, name, moment and note stand by the link."""
    link = GRAPH.links[0]
    with open_store(":memory:") as store:
        for facts in GRAPH.documents:
            store.replace(facts, GRAPH.links)
        store.decide(decision(link.source, link.target))
        sheet = workbook(ledger(store))["links"]
    rows = [dict(zip(sheet.heads, row, strict=True)) for row in sheet.rows]
    decided = [row for row in rows if row["判定人"]]

    assert [("人工确认", "示例人", "2022-03-01T08:00:00Z", "看过原文", "有效")] == [
        tuple(row[head] for head in ("人工判定", "判定人", "判定时间", "备注", "判定是否有效")) for row in decided
    ]
    assert DISTRICT in {row["下位条款"].value.split("/")[0] for row in rows}
