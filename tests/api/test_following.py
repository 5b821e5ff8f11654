"""`cascade coverage`, `compare` and `units`, and the same over HTTP: as JSON, tables, CSV and Excel."""

import csv
import json
import sys
from io import BytesIO, StringIO

import openpyxl
import pytest
from serving import served
from small import CITY, CITY_COLLEGE, COLLEGE, COUNTY, PROVINCE, ROW

from api import following_examples, sample
from api.loading import files_of, load
from graph.comparison import compare
from graph.coverage import coverage
from graph.store import open_store
from graph.units import units

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ASKED = {
    "coverage": ("document", "示政[2024]1号"),
    "compare": ("of", "示政〔2024〕1号 一（一）"),
    "units": ("name", "区教育局"),
}
FIRST_HEADS = {"coverage": ("条款", "address"), "compare": ("上位条款", "above"), "units": ("责任单位", "unit")}


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_coverage_to_the_letter(ask):
    """What counts and where it is covered, the matrix, what is exempt, what the words mean."""
    expected = f"""\
{PROVINCE}  示例省政府关于社区教育的意见  示例省, provincial
2 clauses count, 1 are exempt

covered
level      region  document                   counted  deep  partly  none
all                                           2        1     0       1
municipal                                     2        1     0       1
municipal  示例市                             2        1     0       1
municipal  示例市  例政〔2024〕2号            2        1     0       1
county                                        2        1     0       1
county     范例区                             2        1     0       1
county     范例区  {COUNTY}  2        1     0       1

clauses
clause     all below  示例市 例政〔2024〕2号  范例区 {COUNTY}  near misses  heading
一（一）   deep 1/1   deep 1/1                deep 1/1                          0  每个县建成社区学院不少于1所。
一（二）   none       none                    none                              0            加强队伍建设。

exempt
   heading: 1 (一)

words
"""

    out = ask("coverage", "示政[2024]1号").out
    assert squeezed(expected) == squeezed(out[: len(expected) + 200].partition("   deep:")[0])
    assert "   none: no proposed or confirmed link" in out


def squeezed(text: str) -> list[list[str]]:
    """The words of each line: how wide columns are is not what is meant here."""
    return [line.split() for line in text.splitlines()]


def test_compare_shows_pairs_and_what_meets_nothing(ask):
    """Nothing above states a figure: the district's is alone."""
    out = ask("compare", ROW.id).out

    assert [ROW.id, "0 pairs of figures", "", "alone"] == out.splitlines()[:4]
    assert f"   {ROW.id}  社区学院 = 2 所, deadline 年底前 (target)" in out.splitlines()


def test_units_shows_tasks_and_where_they_come_from(ask):
    """The district's bureau leads one row, which carries out the city's clause."""
    out = ask("units", "区教育局").out.splitlines()

    assert ["范例区教育局", "", "tasks"] == out[:3]
    assert out[4].startswith(f"范例区教育局  {ROW.id}  lead  年底前     {CITY_COLLEGE.id} 0.80")


@pytest.mark.parametrize("command", ASKED)
def test_http_answers_what_the_command_line_answers(ask, client, command):
    """The same question has the same answer on every way in."""
    name, value = ASKED[command]

    assert json.loads(ask(command, value, "--json").out) == client.get(f"/{command}", params={name: value}).json()


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("command", ASKED)
def test_csv_is_the_same_everywhere(ask, client, tmp_path, command, english):
    """The file of the command is the file over HTTP, in either language, and the table is not printed then."""
    name, value = ASKED[command]
    ran = ask(command, value, "--csv", tmp_path / "a.csv", *(["--english"] if english else []))
    asked = {name: value, "format": "csv"} | ({"lang": "en"} if english else {})
    response = client.get(f"/{command}", params=asked)

    assert ("", "text/csv; charset=utf-8") == (ran.out, response.headers["content-type"])
    assert (tmp_path / "a.csv").read_bytes() == response.content
    assert FIRST_HEADS[command][english] == rows_of(response.content)[0][0]
    assert "attachment; filename=" in response.headers["content-disposition"]


@pytest.mark.parametrize("command", ASKED)
def test_excel_holds_what_csv_holds_and_more(ask, client, tmp_path, command):
    """The first sheet is the table of the CSV; the others are the rest of the answer."""
    name, value = ASKED[command]
    ask(command, value, "--xlsx", tmp_path / "a.xlsx", "--csv", tmp_path / "a.csv")
    response = client.get(f"/{command}", params={name: value, "format": "xlsx"})
    books = [openpyxl.load_workbook(BytesIO(each)) for each in ((tmp_path / "a.xlsx").read_bytes(), response.content)]
    first = [["" if cell is None else str(cell) for cell in row] for row in books[0].worksheets[0].values]

    assert XLSX == response.headers["content-type"]
    assert books[0].sheetnames == books[1].sheetnames
    assert len(books[0].sheetnames) >= 3
    assert rows_of((tmp_path / "a.csv").read_bytes()) == first


def test_csv_to_stdout(ask):
    """- is stdout, for a pipe."""
    out = ask("units", "区教育局", "--csv", "-").out

    assert ["责任单位", "所属"] == rows_of(out.encode())[0][:2]


def test_files_and_json_at_once(ask, tmp_path):
    """Whoever asks for JSON as well gets it."""
    assert json.loads(ask("units", "区教育局", "--csv", tmp_path / "a.csv", "--json").out)["tasks"]


def test_coverage_narrowed(ask, client):
    """Level and region go through to the answer."""
    told = json.loads(ask("coverage", PROVINCE, "--level", "county", "--region", "范例区", "--json").out)
    answer = client.get("/coverage", params={"document": PROVINCE, "region": "示例市", "level": "municipal"}).json()

    assert [COUNTY] == [column["document"] for column in told["columns"] if column["document"]]
    assert [CITY] == [column["document"] for column in answer["columns"] if column["document"]]


def test_without_openpyxl_excel_is_an_error_and_nothing_is_written(ask, client, tmp_path, monkeypatch):
    """The command says how to get the extra, and the server that it has none."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    ran = ask("units", "区教育局", "--xlsx", tmp_path / "a.xlsx")
    response = client.get("/units", params={"name": "区教育局", "format": "xlsx"})

    assert (2, []) == (ran.status, list(tmp_path.iterdir()))
    assert "pip install 'policy-cascade[xlsx]'" in ran.err
    assert (501, "/docs#missing-extra") == (response.status_code, response.json()["type"])


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/coverage?document=示政〔2024〕9号", 404, "unknown-reference"),
        ("/coverage?document=示政〔2024〕1号/一（一）", 422, "bad-input"),
        ("/coverage?document=示政〔2024〕1号&level=village", 422, "bad-parameter"),
        ("/coverage?document=示政〔2024〕1号&region=别处", 404, "unknown-reference"),
        ("/compare", 422, "bad-parameter"),
        ("/compare?of=示政〔2024〕1号 clause 一", 409, "ambiguous-reference"),
        ("/units?name=卫生健康委", 404, "unknown-reference"),
        ("/units?name=区教育局&format=docx", 422, "bad-parameter"),
    ],
)
def test_refusals_are_problems(client, path, status, kind):
    """What cannot be answered is a problem whose type leads to its meaning."""
    response = client.get(path)

    assert (status, f"/docs#{kind}") == (response.status_code, response.json()["type"])


@pytest.fixture(scope="module")
def sample_answers():
    """What the three questions of the documentation answer over the sample."""
    with open_store(":memory:") as store:
        load(store, files_of([sample.home()]))
        yield {
            "/coverage": coverage(store, following_examples.COVERAGE.document),
            "/compare": compare(store, following_examples.COMPARISON.asked),
            "/units": units(store, following_examples.UNITS_ANSWER.unit.name),
        }


def test_examples_of_coverage_are_of_the_sample(sample_answers):
    """The clause that the documentation shows is covered so."""
    (shown,) = following_examples.COVERAGE.clauses
    found = next(item for item in sample_answers["/coverage"].clauses if item.clause.id == shown.clause.id)
    place = next(
        place
        for place, column in enumerate(sample_answers["/coverage"].columns)
        if column.document == following_examples.CITY.document
    )

    assert (shown.measures, shown.cells[1]) == (found.measures, found.cells[place])


def test_examples_of_figures_and_units_are_of_the_sample(sample_answers):
    """The pair of figures and the task that the documentation shows are there."""
    (row,) = following_examples.COMPARISON.rows
    (task,) = following_examples.UNITS_ANSWER.tasks

    assert (row.verdict, row.factor) in {
        (found.verdict, found.factor)
        for found in sample_answers["/compare"].rows
        if found.below == row.below and found.above == row.above
    }
    assert (task.clause.id, task.role, task.deadlines) in {
        (found.clause.id, found.role, found.deadlines) for found in sample_answers["/units"].tasks
    }
    assert set(following_examples.UNITS_ANSWER.conflicts) <= set(sample_answers["/units"].conflicts)
    assert following_examples.UNITS_ANSWER.counterparts == sample_answers["/units"].counterparts


def test_a_formula_in_a_document_stays_text(tmp_path, cascade):
    """A clause that begins with = is disarmed in CSV and a text in Excel."""
    paper = tmp_path / "示例.txt"
    paper.write_text("示例省人民政府关于表格的意见\n\n一、=1+1的结果要公布。\n二、要公布预算。\n", encoding="utf-8")
    cascade("load", paper, "--store", tmp_path / "p.kgl")
    document = "示例省人民政府关于表格的意见"
    cascade(
        "coverage", document, "--csv", tmp_path / "a.csv", "--xlsx", tmp_path / "a.xlsx", "--store", tmp_path / "p.kgl"
    )
    texts = [row[1] for row in rows_of((tmp_path / "a.csv").read_bytes())]
    cells = list(openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]["B"])

    assert "'=1+1的结果要公布。" in texts
    assert [("s", "=1+1的结果要公布。")] == [(cell.data_type, cell.value) for cell in cells if "1+1" in cell.value]


def test_served_answers_are_those_of_the_store(cascade_store):
    """A server that starts anew answers as the one before."""
    with served(str(cascade_store)) as client:
        assert [COLLEGE.id] == [
            item["clause"]["id"]
            for item in client.get("/coverage", params={"document": PROVINCE}).json()["clauses"]
            if item["cells"] and item["cells"][0]["standing"] == "deep"
        ]
