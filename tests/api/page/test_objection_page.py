"""Who may not decide says what is wrong: a text to hand on, made without a script, and nothing is written."""

import shlex
from urllib.parse import parse_qs, urlsplit

import pytest
from looking import DESKTOP, PHONE, axe, overflow, screenshot
from typer.testing import CliRunner

from api.cli import app
from api.page.objection import one_line
from graph.decisions import decisions
from graph.store import open_store

REASON = "学生人数'不同'；$(x) `y`\n--undo"


@pytest.fixture
def ends(site):
    """The link that waits first."""
    link = site.get("/review", headers={"Accept": "application/json"}).json()["waiting"][0]["link"]
    return {"source": link["source"], "target": link["target"]}


def test_the_text_without_scripts(open_page, ends):
    """It has both clauses, the reason, the address of both texts and a command; a mail has the same."""
    page = open_page(java_script_enabled=False)
    page.goto(f"/view/review?source={ends['source']}&target={ends['target']}")
    page.get_by_role("link", name="提出异议").click()
    page.get_by_label("理由").fill("两处所指不同")
    page.get_by_label("提出人").fill("李四")
    page.get_by_role("button", name="生成文字").click()
    text = page.locator("pre").inner_text()
    sent = parse_qs(urlsplit(page.get_by_role("link", name="用邮件发送").get_attribute("href")).query)

    assert all(
        part in text for part in (*ends.values(), "这一关联不成立", "两处所指不同", "李四", "/view/pair?source=")
    )
    assert [text.replace("\n", "\r\n")] == [each.rstrip("\r\n") for each in sent["body"]]


def test_the_command_decides_so(site, ends, tmp_path, sample_store):
    """The last line, given to a shell, says no more and no less than what was filled in."""
    path = tmp_path / "policy.kgl"
    path.write_bytes(sample_store.read_bytes())
    page = site.get("/view/objection", params=ends | {"reason": REASON, "by": "李四"})
    line = parse_qs(urlsplit(_mail(page.text)).query)["body"][0].splitlines()[-1]
    words = shlex.split(line.partition("：")[2])
    done = CliRunner().invoke(app, [*words[1:], "--store", str(path)])

    assert 0 == done.exit_code
    with open_store(str(path)) as store:
        found = [(item.source, item.target, item.status, item.by, item.note) for item in decisions(store)]
    assert [(*ends.values(), "rejected", "李四", one_line(REASON))] == found


def _mail(page: str) -> str:
    return page.partition('href="mailto:')[2].partition('"')[0].replace("&amp;", "&").join(("mailto:", ""))


def test_what_is_invisible_is_no_part_of_a_command():
    """Neither line breaks nor control characters, by which a terminal would run what stands behind them."""
    assert "甲 乙 丙" == one_line("甲\r\n乙\x03\x1b\u202e 丙\n")


def test_who_objects_to_no_link_says_that_there_is_one(site, ends):
    """What is filled in beforehand is otherwise than what the rules say."""
    turned = {"source": ends["target"], "target": ends["source"]}

    assert "--confirm" in site.get("/view/objection", params=turned).text
    assert "--reject" in site.get("/view/objection", params=ends).text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_objection_for_everybody(open_page, ends, scheme, viewport):
    """axe-core finds nothing serious, and nothing sticks out."""
    page = open_page(color_scheme=scheme, viewport=viewport)
    page.goto(f"/view/objection?source={ends['source']}&target={ends['target']}&reason=两处所指不同&by=李四")
    screenshot(page, f"objection-{viewport['width']}-{scheme}")

    assert [] == axe(page)
    assert overflow(page) <= 0
