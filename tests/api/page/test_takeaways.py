"""Every view offers what it shows as data, CSV and Excel: as many rows, the same filters, the reader's language."""

import csv
import re
from collections.abc import Callable
from functools import cache
from html import unescape
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import urlencode

import openpyxl
import pytest

HAN = re.compile("[一-龥]")
PROVINCE, CITY, CITED = "示政〔2021〕7号", "例政〔2021〕15号", "体育法"
CLAUSE, CITY_CLAUSE = f"{PROVINCE}/四（十一）", f"{CITY}/二（三）2"
Count = Callable[[Any], int]


def steps(view: Any) -> int:
    """How many links a cascade shows, folded or not."""
    return int(view["steps"])


def documents(answer: Any) -> int:
    """How many documents an overview has."""
    return sum(len(level["documents"]) for level in answer["levels"]) + len(answer["cited"])


def found(answer: Any) -> int:
    """How many things a search found."""
    return sum(len(answer[name]) for name in ("fitting", "documents", "units", "clauses"))


def due(answer: Any) -> int:
    """How many deadlines a timeline has."""
    return sum(len(year["due"]) for year in answer["years"])


def one(_: Any) -> int:
    """A pair is one link."""
    return 1


VIEWS: dict[str, tuple[str, dict[str, str], dict[str, Count]]] = {
    "home": ("/", {}, {"/overview": documents}),
    "search": ("/view/search", {"q": "体育"}, {"/search": found}),
    "search a little": ("/view/search", {"q": "学校", "limit": "3"}, {"/search": found}),
    "document": ("/view/document", {"id": PROVINCE}, {"/reading": lambda answer: len(answer["clauses"])}),
    "cited": ("/view/document", {"id": CITED}, {"/reading": lambda answer: len(answer["cited_in"])}),
    "cascade": (
        "/view/cascade",
        {"id": CLAUSE},
        {"/cascade": steps, "/tasks": lambda answer: len(answer["tasks"])},
    ),
    "cascade up": ("/view/cascade", {"id": CITY_CLAUSE, "direction": "up"}, {"/cascade": steps}),
    "cascade of a county": (
        "/view/cascade",
        {"id": CLAUSE, "level": "county", "min_score": "0.5"},
        {"/cascade": steps, "/tasks": lambda answer: len(answer["tasks"])},
    ),
    "cascade with near misses": (
        "/view/cascade",
        {"id": CLAUSE, "status": "candidate", "depth": "2"},
        {"/cascade": steps},
    ),
    "cascade of a document": ("/view/cascade", {"id": PROVINCE}, {"/cascade": steps}),
    "folded cascade": ("/view/cascade", {"id": PROVINCE, "limit": "3"}, {"/cascade": steps}),
    "pair": ("/view/pair", {"source": CITY_CLAUSE, "target": CLAUSE}, {"/links": one}),
    "pair without a link": ("/view/pair", {"source": f"{CITY}/一", "target": CLAUSE}, {"/links": one}),
    "units": ("/view/units", {}, {"/organizations": len}),
    "units of a level": ("/view/units", {"level": "county", "name": "教育"}, {"/organizations": len}),
    "unit": ("/view/unit", {"name": "示例省教育厅"}, {"/units": lambda answer: len(answer["tasks"])}),
    "unit in a role": (
        "/view/unit",
        {"name": "示例省教育厅", "role": "lead", "own": "1", "order": "deadline"},
        {"/units": lambda answer: len(answer["tasks"])},
    ),
    "targets": ("/view/targets", {"id": PROVINCE}, {"/compare": lambda answer: len(answer["rows"]), "/timeline": due}),
    "raised targets": (
        "/view/targets",
        {"id": PROVINCE, "only": "raised", "level": "county"},
        {"/compare": lambda answer: len(answer["rows"]), "/timeline": due},
    ),
    "timeline": ("/view/targets", {}, {"/timeline": due}),
    "timeline of a level": ("/view/targets", {"level": "municipal"}, {"/timeline": due}),
    "horizontal choice": ("/view/horizontal", {}, {"/overview": documents}),
    "horizontal": ("/view/horizontal", {"id": PROVINCE}, {"/matrix": lambda answer: len(answer["rows"])}),
    "horizontal of a place": (
        "/view/horizontal",
        {"id": PROVINCE, "at": "county", "only": "none"},
        {"/matrix": lambda answer: len(answer["rows"])},
    ),
    "horizontal of a clause": (
        "/view/horizontal",
        {"id": CLAUSE, "at": "county"},
        {"/matrix": lambda answer: len(answer["rows"])},
    ),
    "review": ("/view/review", {}, {"/review": lambda answer: len(answer["suspect"]) + len(answer["waiting"])}),
    "review of a document": (
        "/view/review",
        {"document": CITY, "status": "candidate", "min_score": "0.6"},
        {"/review": lambda answer: len(answer["suspect"]) + len(answer["waiting"])},
    ),
}
OFFERED = [(name, path) for name, (_, _, answers) in VIEWS.items() for path in answers]


@cache
def takeaways(site, name: str, **more: str) -> list[str]:
    """The addresses that a view offers to take away."""
    view, query, _ = VIEWS[name]
    page = site.get(f"{view}?{urlencode(query | more)}").text
    section = page[page.index('class="take"') :]
    return [unescape(address) for address in re.findall(r'<li><a href="([^"]+)"', section)]


def offered(site, name: str, path: str, **more: str) -> dict[str, str]:
    """The addresses of one answer by format."""
    mine = [address for address in takeaways(site, name, **more) if address.partition("?")[0] == path]
    formats = {(re.findall(r"format=(\w+)", address) or ["json"])[0]: address for address in mine}
    return {kind: formats[kind] for kind in ("json", "csv", "xlsx")}


def table(content: bytes) -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(("name", "path"), OFFERED)
def test_tables_have_a_row_for_each_thing_of_the_data(name, path, site):
    """The CSV has as many rows as the JSON has answers, and the first sheet of Excel is the same table."""
    addresses = offered(site, name, path)
    answer = site.get(addresses["json"]).json()
    heads, *rows = table(site.get(addresses["csv"]).content)
    sheet = openpyxl.load_workbook(BytesIO(site.get(addresses["xlsx"]).content)).worksheets[0]

    assert VIEWS[name][2][path](answer) == len(rows)
    assert heads == [cell.value for cell in sheet[1]]
    assert len(rows) + 1 == sheet.max_row
    assert len(heads) == len(set(heads))


@pytest.mark.parametrize(("name", "path"), OFFERED)
def test_tables_speak_the_language_of_the_page(name, path, site):
    """Heads are Chinese on Chinese pages and English on English ones, as many; what documents say stays Chinese."""
    chinese, *rows = table(site.get(offered(site, name, path)["csv"]).content)
    english, *other = table(site.get(offered(site, name, path, lang="en")["csv"]).content)

    assert all(map(HAN.search, chinese))
    assert len(chinese) == len(english)
    assert path == "/matrix" or not any(map(HAN.search, english))  # whose heads are places
    assert len(rows) == len(other)


def test_most_of_these_tables_have_rows(site):
    """Counts that agree tell nothing where all is empty: each kind of answer is there with something in it."""
    filled = {path for name, path in OFFERED if len(table(site.get(offered(site, name, path)["csv"]).content)) > 1}

    assert {path for _, path in OFFERED} == filled


@pytest.mark.parametrize(("name", "path"), OFFERED)
def test_words_of_answers_are_words_for_people(name, path, site):
    """No cell of a Chinese table is a word of our programs."""
    _, *rows = table(site.get(offered(site, name, path)["csv"]).content)
    ours = {"provincial", "municipal", "county", "national", "lead", "responsible", "cooperate", "proposed", "refined"}

    assert set() == ours & {cell for row in rows for cell in row}


SHOWN = {
    "home": (".levels article, .cited li", "/overview"),
    "search": (".rows li, .hits li, ol.clauses > li", "/search"),
    "search a little": (".rows li, .hits li, ol.clauses > li", "/search"),
    "cited": ("main > ul > li", "/reading"),
    "units": ("table.organizations tbody tr", "/organizations"),
    "units of a level": ("table.organizations tbody tr", "/organizations"),
    "unit": ("table.tasks tbody tr:not(.of)", "/units"),
    "unit in a role": ("table.tasks tbody tr:not(.of)", "/units"),
    "targets": ("table.due tbody tr", "/timeline"),
    "raised targets": ("table.due tbody tr", "/timeline"),
    "timeline": ("table.due tbody tr", "/timeline"),
    "timeline of a level": ("table.due tbody tr", "/timeline"),
    "horizontal choice": ("main.across li:has(.level)", "/overview"),
    "horizontal": (".matrix tbody tr", "/matrix"),
    "horizontal of a place": (".matrix tbody tr", "/matrix"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_the_page_shows_as_many(name, browser_page, site):
    """What stands in the table stands on the page, with the filters of its address."""
    view, query, _ = VIEWS[name]
    selector, path = SHOWN[name]
    browser_page.goto(f"{view}?{urlencode(query)}")
    _, *rows = table(site.get(offered(site, name, path)["csv"]).content)

    assert browser_page.locator(selector).count() == len(rows)


def test_home_offers_the_whole_workbook(site):
    """All that is loaded, in the reader's language."""
    assert "/export/xlsx" in takeaways(site, "home")
    assert "/export/xlsx?lang=en" in takeaways(site, "home", lang="en")
