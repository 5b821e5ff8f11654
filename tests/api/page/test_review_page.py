"""Review: one pair after the other, decided by keys or without scripts, by whoever gave the token, and kept."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest
from looking import DESKTOP, PHONE, axe, overflow, screenshot
from playwright.sync_api import Page
from serving import served

from api import access
from graph.decisions import decisions
from graph.model import Decision
from graph.review import review
from graph.store import open_store

TOKEN = "示例口令"
HTML = {"Accept": "text/html"}
NOTE = "学生人数不同，\n但措施相同"


@dataclass(frozen=True)
class Desk:
    """A server over a store of one's own, on which people may decide."""

    path: Path
    client: httpx.Client

    def address(self, path: str = "/view/review") -> str:
        """The whole address of a path."""
        return f"{self.client.base_url}".rstrip("/") + path

    def decided(self) -> list[tuple[str, str, str, str, str]]:
        """What is decided in the store, by whom and why."""
        with open_store(str(self.path)) as store:
            return [(item.source, item.target, item.status, item.by, item.note) for item in decisions(store)]

    def waiting(self) -> list[tuple[str, str]]:
        """The pairs that wait, in order."""
        with open_store(str(self.path)) as store:
            return [(item.link.source, item.link.target) for item in review(store, limit=1000).waiting]


@contextmanager
def _desk(path: Path, sample: Path) -> Iterator[Desk]:
    path.write_bytes(sample.read_bytes())
    with served(str(path)) as client:
        client.headers.update(HTML)
        yield Desk(path, client)


@pytest.fixture
def desk(tmp_path, sample_store, monkeypatch) -> Iterator[Desk]:
    """The sample in a store of one's own, where the token lets people decide."""
    monkeypatch.setenv(access.TOKEN, TOKEN)
    with _desk(tmp_path / "policy.kgl", sample_store) as opened:
        yield opened


@pytest.fixture
def reading_desk(tmp_path, sample_store, monkeypatch) -> Iterator[Desk]:
    """The same on a server that has no token."""
    monkeypatch.delenv(access.TOKEN, raising=False)
    with _desk(tmp_path / "policy.kgl", sample_store) as opened:
        yield opened


@pytest.fixture
def at_desk(desk, open_page) -> Callable[..., Page]:
    """A page on which 张三 signed in."""

    def opened(**options) -> Page:
        page = open_page(**options)
        page.goto(desk.address())
        sign_in(page)
        return page

    return opened


def sign_in(page: Page, token: str = TOKEN) -> None:
    """Give name and token."""
    page.get_by_label("姓名").fill("张三")
    page.get_by_label("口令").fill(token)
    page.get_by_role("button", name="登录后判定").click()
    page.wait_for_load_state()


def shown(page: Page) -> tuple[str, str]:
    """The pair that a page shows."""
    low, high = page.locator(".sides a.clause").all_inner_texts()
    return low, high


def test_confirmed_by_a_key(desk, at_desk):
    """y confirms and goes on; the page shows the decision, and the store has it."""
    page, waiting = at_desk(), desk.waiting()
    assert waiting[0] == shown(page)
    with page.expect_navigation():
        page.keyboard.press("y")

    assert [(*waiting[0], "confirmed", "张三", "")] == desk.decided()
    assert waiting[1] == shown(page)
    assert "人工确认" in page.locator(".notice.done").inner_text()
    assert f"共 {len(waiting) - 1} 条" in page.locator(".line").inner_text()


def test_rejected_with_a_note_and_taken_back(desk, at_desk):
    """m leads to the note, where letters are letters; n rejects; u takes that back, and the pair is there again."""
    page, first = at_desk(), desk.waiting()[0]
    page.keyboard.press("m")
    page.keyboard.type("n, y: no reason")
    page.get_by_label("备注").blur()
    with page.expect_navigation():
        page.keyboard.press("n")

    assert [(*first, "rejected", "张三", "n, y: no reason")] == desk.decided()
    assert "n, y: no reason" in page.locator(".notice.done").inner_text()
    with page.expect_navigation():
        page.keyboard.press("u")
    assert [] == desk.decided()
    assert first == shown(page)
    assert "已撤销判定" in page.locator(".notice.done").inner_text()


def test_keys_lead_on_and_back(desk, at_desk):
    """j and → go on, k and ← back, without loading the page anew."""
    page, waiting = at_desk(), desk.waiting()
    for key, place in (("j", 1), ("ArrowRight", 2), ("k", 1), ("ArrowLeft", 0)):
        page.keyboard.press(key)
        page.get_by_text(f"第 {place + 1} 条").wait_for()
        assert waiting[place] == shown(page)


def test_filters(desk, at_desk):
    """Only candidates, only links from a score on: as many as /review counts."""
    page = at_desk()
    page.get_by_text("更多筛选").click()
    page.get_by_label("状态").select_option("candidate")
    total = desk.client.get("/review", params={"status": "candidate"}).json()["total"]
    page.get_by_text(f"共 {total} 条").wait_for()
    with page.expect_navigation():
        page.keyboard.press("n")
    page.get_by_text(f"共 {total - 1} 条").wait_for()
    page.get_by_label("状态").select_option("")
    page.get_by_label("置信度不低于").select_option("0.9")
    total = desk.client.get("/review", params={"min_score": 0.9}).json()["total"]

    page.get_by_text(f"共 {total} 条").wait_for()
    assert "min_score=0.9" in page.url


def test_the_most_doubtful_comes_first(desk, open_page):
    """With what speaks against it; somebody may choose another order, and the page lists what /review does."""
    page, most = open_page(), {"order": "most", "caution": "one passage"}
    page.goto(desk.address())
    first = desk.client.get("/review", headers={"Accept": "application/json"}).json()["waiting"][0]
    assert first["cautions"]
    assert len(first["cautions"]) == page.locator(".against span").count()
    page.get_by_label("先看").select_option(most["order"])
    page.wait_for_url("**order=most**")
    page.get_by_label("需要留意").select_option(most["caution"])
    page.wait_for_url("**caution=one**")

    answer = desk.client.get("/review", params=most, headers={"Accept": "application/json"}).json()
    assert (answer["waiting"][0]["link"]["source"], answer["waiting"][0]["link"]["target"]) == shown(page)
    assert f"共 {answer['total']} 条" in page.locator(".line").inner_text()
    assert "只有一处依据" in page.locator(".against").inner_text()


def test_between_two_documents(desk):
    """Those of one document with another, whichever is chosen first."""
    low, high = (end.rpartition("/")[0] for end in desk.waiting()[0])
    ways = ({"document": low, "other": high}, {"document": high, "other": low})
    found = [desk.client.get("/view/review", params=way).text for way in ways]
    total = desk.client.get("/review", params=ways[0], headers={"Accept": "application/json"}).json()["total"]

    assert all(f"共 {total} 条" in text for text in found)
    assert 0 < total < len(desk.waiting())


def test_without_scripts(desk, at_desk):
    """Sign in, reject with a note, take back: forms do."""
    page, first = at_desk(java_script_enabled=False), desk.waiting()[0]
    page.get_by_label("备注").fill(NOTE)
    page.get_by_role("button", name="否，不认定").click()

    assert [(*first, "rejected", "张三", NOTE)] == desk.decided()
    page.get_by_role("button", name="撤销").click()
    page.get_by_text("已撤销判定").wait_for()
    assert [] == desk.decided()
    assert first == shown(page)


def test_a_suspect_decision_comes_first(desk, at_desk):
    """A decision whose text changed since stands before all links, says which text changed, and can be taken back."""
    source, target = desk.waiting()[-1]
    with open_store(str(desk.path), writable=True) as store:
        now = store.decide(Decision(source, target, "confirmed", "李四", "2024-05-01T08:30:00Z", "当时"))
        store.undo(source, target)
        store.merge([replace(now, at="2099-05-01T08:30:00Z", source_print="0" * len(now.source_print))])
    page = at_desk()
    notice = page.locator(".notice.trouble").inner_text()

    assert (source, target) == shown(page)
    assert "其中 1 条" in page.locator(".line").inner_text()
    assert "下位条款已变" in notice
    assert "上位条款已变" not in notice
    page.get_by_role("button", name="撤销原判定").click()
    page.get_by_text("已撤销判定").wait_for()
    assert [] == desk.decided()


def test_a_pair_that_does_not_wait(desk, at_desk):
    """Whoever comes from a pair can decide it all the same, and goes on with what waits."""
    page, waiting = at_desk(), desk.waiting()
    ends = next((waiting[0][0], high) for _, high in waiting if (waiting[0][0], high) not in waiting)
    page.goto(desk.address(f"/view/review?source={ends[0]}&target={ends[1]}"))

    assert ends == shown(page)
    assert "不在待复核之列" in page.locator(".notice").inner_text()
    page.get_by_role("button", name="否，不认定").click()
    page.locator(".notice.done").wait_for()
    assert [(*ends, "rejected", "张三", "")] == desk.decided()
    assert waiting[0] == shown(page)


def test_a_wrong_token(desk, open_page):
    """It is said, in the same dress, and nobody is signed in."""
    page = open_page(expected=("401",))
    page.goto(desk.address())
    sign_in(page, "猜的口令")

    assert "需要写入口令" in page.get_by_role("alert").inner_text()
    assert [] == axe(page)
    assert page.locator("[name=verdict]").count() == 0


def test_nobody_decides_without_a_session_of_this_server(desk):
    """Not without a cookie, not with another's or an older one's form, not with a value that we did not make."""
    first = desk.waiting()[0]
    judged = {"source": first[0], "target": first[1], "verdict": "confirmed", "note": NOTE}
    cookie = access.sign_in(TOKEN, "张三")
    form = access.session(cookie).form
    forged = f"{cookie[:-1]}{'0' if cookie[-1] != '0' else '1'}"
    for given, sent in ((None, form), (cookie, "0" * 64), (forged, form), ("9999999999.5byg.", form)):
        cookies = {"Cookie": f"cascade_review={given}"} if given else {}
        answer = desk.client.post("/view/review/decide", data=judged | {"form": sent}, headers=cookies)
        assert 401 == answer.status_code
        assert NOTE.partition("\n")[0] in answer.text

    assert [] == desk.decided()


def test_what_the_browser_keeps(desk):
    """The cookie is none for scripts or other sites, and is not the token."""
    first = desk.waiting()[0]
    fields = {"by": "张三", "token": TOKEN, "source": first[0], "target": first[1], "note": NOTE}
    answer = desk.client.post("/view/review/sign-in", data=fields)
    cookie = answer.headers["set-cookie"]

    assert 303 == answer.status_code
    assert {"HttpOnly", "SameSite=strict", "Path=/view/review"} <= set(cookie.split("; "))
    assert TOKEN not in httpx.URL(f"http://x/?{cookie}").params
    page = desk.client.get(answer.headers["location"], headers={"Cookie": cookie.partition(";")[0]})
    assert NOTE in page.text.replace("\r\n", "\n")
    assert "private" in page.headers["cache-control"]


def test_signing_out(desk, at_desk):
    """The session ends in this browser."""
    page = at_desk()
    page.get_by_role("button", name="退出").click()
    page.get_by_role("button", name="登录后判定").wait_for()

    assert [] == page.context.cookies()


def test_a_store_that_is_held(desk, open_page):
    """While somebody else writes nothing is saved, which is said, and the note stays; then it is saved."""
    page, first = open_page(expected=("409",)), desk.waiting()[0]
    page.goto(desk.address())
    sign_in(page)
    page.get_by_label("备注").fill(NOTE)
    with open_store(str(desk.path), writable=True):
        page.get_by_role("button", name="是，确认").click()
        page.get_by_role("alert").wait_for()
    assert "这次没有存下" in page.get_by_role("alert").inner_text()
    assert [] == desk.decided()
    assert NOTE == page.get_by_label("备注").input_value()
    page.get_by_role("button", name="是，确认").click()
    page.locator(".notice.done").wait_for()

    assert [(*first, "confirmed", "张三", NOTE)] == desk.decided()


def test_a_server_without_a_token(reading_desk, open_page):
    """All can be looked at, the page says how to let people decide, and a form that is sent all the same is 403."""
    page = open_page()
    page.goto(reading_desk.address())

    assert reading_desk.waiting()[0] == shown(page)
    assert "CASCADE_TOKEN=" in page.locator(".who").inner_text()
    assert page.locator("[name=verdict], [name=token]").count() == 0
    assert [] == axe(page)
    first = reading_desk.waiting()[0]
    judged = {"source": first[0], "target": first[1], "verdict": "confirmed", "form": "x"}
    for path, sent in (("decide", judged), ("sign-in", {"by": "张三"}), ("sign-in", {"by": "张三", "token": "x"})):
        answer = reading_desk.client.post(f"/view/review/{path}", data=sent)
        assert 403 == answer.status_code
        assert "<h1>" in answer.text
    assert [] == reading_desk.decided()


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"a=1&" * 50, b"verdict=maybe&form=x&source=a&target=b"])
def test_forms_that_are_none(desk, body):
    """They are refused as a page, and nothing is written."""
    answer = desk.client.post(
        "/view/review/decide", content=body, headers={"Content-Type": "application/x-www-form-urlencoded"}
    )

    assert 422 == answer.status_code
    assert "<h1>" in answer.text


def test_a_form_that_is_too_long(desk):
    """It is refused before it fills the server."""
    answer = desk.client.post("/view/review/decide", content=b"note=" + b"a" * 200_000)

    assert 422 == answer.status_code


@pytest.mark.parametrize("path", ["decide", "sign-in", "sign-out"])
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_of_another_site(desk, path, site):
    """403 as a page where the browser says so, even with all values right; no cookie is set or taken away."""
    first, cookie = desk.waiting()[0], access.sign_in(TOKEN, "张三")
    form = {"source": first[0], "target": first[1], "verdict": "confirmed", "form": access.session(cookie).form}
    headers = {"Cookie": f"cascade_review={cookie}", "Sec-Fetch-Site": site}
    answer = desk.client.post(f"/view/review/{path}", data=form | {"by": "张三", "token": TOKEN}, headers=headers)

    assert 403 == answer.status_code
    assert "表单来自其他网站" in answer.text
    assert "set-cookie" not in answer.headers
    assert [] == desk.decided()


def test_a_form_of_another_site_in_a_browser(desk, at_desk):
    """A page elsewhere that sends our form in the name of somebody who is signed in here decides nothing."""
    page, first = at_desk(expected=("403", "401")), desk.waiting()[0]
    form = page.locator(".decide [name=form]").input_value()
    fields = {"form": form, "source": first[0], "target": first[1], "verdict": "confirmed"}
    inputs = "".join(f'<input name="{name}" value="{value}">' for name, value in fields.items())
    elsewhere = f'<form method="post" action="{desk.address("/view/review/decide")}">{inputs}<button>x</button></form>'
    page.route("http://elsewhere.test/", lambda route: route.fulfill(body=elsewhere, content_type="text/html"))
    page.goto("http://elsewhere.test/")
    with page.expect_response("**/decide") as answer:
        page.get_by_role("button").click()

    assert answer.value.status in (401, 403)
    assert [] == desk.decided()


def test_the_address_of_a_form_leads_to_what_waits(desk):
    """Who reloads the page after an error is not lost."""
    answer = desk.client.get("/view/review/decide?lang=en")

    assert (303, "/view/review?lang=en") == (answer.status_code, answer.headers["location"])


def test_when_all_is_decided(desk, at_desk):
    """The page says that nothing waits."""
    with open_store(str(desk.path), writable=True) as store:
        for source, target in desk.waiting():
            store.decide(Decision(source, target, "rejected", "张三", "2024-05-01T08:30:00Z", ""))
    page = at_desk()

    assert "没有待复核的内容" in page.locator("main").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_review_for_everybody(at_desk, desk, scheme, viewport):
    """axe-core finds nothing serious before and after a decision, and nothing sticks out."""
    page = at_desk(color_scheme=scheme, viewport=viewport)
    screenshot(page, f"review-{viewport['width']}-{scheme}")
    assert [] == axe(page)
    page.get_by_role("button", name="是，确认").click()
    page.locator(".notice.done").wait_for()
    screenshot(page, f"review-done-{viewport['width']}-{scheme}")

    assert [] == axe(page)
    assert overflow(page) <= 0


def test_review_in_english(desk):
    """No word of ours stays Chinese."""
    page = desk.client.get("/view/review?lang=en").text
    without = re.sub(r"<(\w+)[^>]*lang=\"zh-CN\".*?</\1>", "", page, flags=re.DOTALL)

    assert [] == re.findall(r"[\u4e00-\u9fff]+", re.sub(r"<[^>]*>", "", without))
