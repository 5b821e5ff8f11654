"""The walk of the README: on the page alone, from a province's clause to district tasks, evidence and takeaways."""

import csv
import io

import pytest
from looking import screenshot
from PIL import Image
from playwright.sync_api import expect

from graph import questions
from graph.store import open_store

ASKED = "示政〔2021〕7号第十一条"
CLAUSE = "示政〔2021〕7号/四（十一）"


@pytest.fixture
def tasks(sample_store):
    """The district tasks that derive from the clause."""
    with open_store(str(sample_store)) as store:
        return {task.clause.id for task in questions.tasks(store, CLAUSE, level="county").tasks}


def test_the_walk(tasks, browser_page):
    """Who knows nothing of the project finds the tasks, sees the evidence, and takes away a picture and a table."""
    page = browser_page

    page.goto("/")
    screenshot(page, "walk-1-home", whole=False)

    page.get_by_role("searchbox").fill(ASKED)
    page.get_by_role("button", name="查找").click()
    expect(page.locator("h1")).to_contain_text("四（十一）")
    page.wait_for_load_state()  # a choice made before the page's script is there needs the button
    screenshot(page, "walk-2-clause")

    page.get_by_label("层级").select_option("县级")
    expect(page.locator("#reset")).to_be_visible()  # the filtered page is there
    boxes = page.locator("figure.picture [data-node]")
    assert tasks | {CLAUSE} <= {box.get_attribute("data-node") for box in boxes.all()}
    page.locator("figure.picture").scroll_into_view_if_needed()
    screenshot(page, "walk-3-district", whole=False)

    page.locator(".links a[data-dialog]").first.click()
    marks = page.locator("dialog mark")
    marks.first.wait_for()
    assert marks.count() > 4
    screenshot(page, "walk-4-evidence", whole=False)
    page.keyboard.press("Escape")

    with page.expect_download() as saved:
        page.get_by_role("link", name="PNG").click()
    with Image.open(saved.value.path()) as picture:
        assert "PNG" == picture.format
        assert picture.width > 1000
    with page.expect_download() as saved:
        page.get_by_role("link", name="派生的任务：CSV 表格").click()
    rows = list(csv.DictReader(io.StringIO(saved.value.path().read_text(encoding="utf-8-sig"), newline="")))
    assert tasks == {f"{row['公文']}/{row['条款']}" for row in rows}
    assert all(row["责任单位"] for row in rows)
