"""All organizations, and all deadlines, as files for a spreadsheet."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import openpyxl
import pytest
from serving import served

from api import duty_sheets, following_examples, sample
from api.loading import files_of, load
from api.wording import ENGLISH
from graph.store import open_store


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """The API over the sample."""
    path = str(tmp_path_factory.mktemp("duty") / "policy.kgl")
    with open_store(path, writable=True) as store:
        load(store, files_of([sample.home()]))
    with served(path) as client:
        yield client


def rows(client, path, **query):
    """The rows of a CSV answer by their heads."""
    content = client.get(path, params={"lang": "en", **query, "format": "csv"}).content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(content, newline="")))


def test_organizations(client):
    """A row each, with the counts of the JSON; a collective name is told as one."""
    answer = client.get("/organizations").json()
    told = rows(client, "/organizations")

    assert [(item["name"], str(item["lead"])) for item in answer] == [(row["unit"], row["lead"]) for row in told]
    assert [item["collective"] for item in answer] == [row["collective"] == "yes" for row in told]
    assert {"", "yes"} == {row["collective"] for row in told}


def test_deadlines(client):
    """A row each, in the order of the years, with date, clause and who must do it."""
    years = client.get("/timeline").json()["years"]
    told = rows(client, "/timeline")

    assert [
        (str(year["year"] or ""), item["due"] or "", item["clause"]["address"])
        for year in years
        for item in year["due"]
    ] == [(row["year"], row["due"], row["address"]) for row in told]
    ninth = next(row for row in told if "附件第9项" in (row["address"], row["also in"]))
    assert "responsible: 范例区教体局" in ninth["units"]


@pytest.mark.parametrize(("inherited", "stands"), [(True, "before"), (False, "here")])
def test_where_a_deadline_stands(inherited, stands):
    """With the figure, or in a clause above or an earlier sentence."""
    (year,) = following_examples.TIMELINE.years
    due = replace(year.due[0], indicator=replace(year.due[0].indicator, inherited=inherited))
    answer = replace(following_examples.TIMELINE, years=(replace(year, due=(due,)),))
    (sheet,) = duty_sheets.timeline(answer, ENGLISH)

    assert stands == sheet.rows[0][sheet.heads.index("stands")]


@pytest.mark.parametrize("path", ["/organizations", "/timeline"])
def test_excel_holds_what_csv_holds(client, path):
    """openpyxl finds the same heads and as many rows."""
    book = openpyxl.load_workbook(BytesIO(client.get(path, params={"format": "xlsx", "lang": "en"}).content))
    told = rows(client, path)

    assert list(told[0]) == [cell.value for cell in book.worksheets[0][1]]
    assert len(told) + 1 == book.worksheets[0].max_row
