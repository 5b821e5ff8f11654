"""Who may write: the token for programs, a session that only the server can make for people."""

import pytest

from api import access
from api.access import WritingOff, WrongToken, check_form, session, sign_in

TOKEN = "示例口令"


@pytest.fixture(autouse=True)
def token(monkeypatch):
    """The server has a token."""
    monkeypatch.setenv(access.TOKEN, TOKEN)


@pytest.mark.parametrize("name", ["张三", "a.b", "=", "名" * 200])
def test_a_session_keeps_the_name(name):
    """Whatever it is; and neither the session nor its form holds the token."""
    cookie = sign_in(TOKEN, name)

    assert name == session(cookie).by == check_form(cookie, session(cookie).form).by
    assert TOKEN not in cookie + session(cookie).form
    assert cookie.isascii()


@pytest.mark.parametrize("given", ["", "示例", TOKEN + " "])
def test_another_token(given):
    """Nobody signs in with it."""
    with pytest.raises(WrongToken):
        sign_in(given, "张三")


@pytest.mark.parametrize("cookie", [None, "", ".", "..", "9999999999.eA==.00", "名.名.名"])
def test_what_this_server_did_not_make(cookie):
    """No session, and no form of it."""
    assert session(cookie) is None
    with pytest.raises(WrongToken):
        check_form(cookie, "")


def test_no_character_of_a_session_can_be_changed():
    """Another name, a later end: it is ours no more."""
    cookie = sign_in(TOKEN, "张三")

    for place, sign in enumerate(cookie):
        assert session(f"{cookie[:place]}{'1' if sign != '1' else '2'}{cookie[place + 1 :]}") is None


def test_a_session_ends(monkeypatch):
    """After a day's work it is over."""
    cookie = sign_in(TOKEN, "张三")
    later = access.time.time() + access.SESSION_SECONDS + 1
    monkeypatch.setattr(access.time, "time", lambda: later)

    assert session(cookie) is None


def test_another_token_ends_all_sessions(monkeypatch):
    """Whoever changes the server's token locks everybody out."""
    cookie = sign_in(TOKEN, "张三")
    monkeypatch.setenv(access.TOKEN, "新口令")

    assert session(cookie) is None


def test_the_form_of_another_session():
    """A form decides only in the name of the session whose page it stood on."""
    own, other = sign_in(TOKEN, "张三"), sign_in(TOKEN, "李四")
    with pytest.raises(WrongToken):
        check_form(own, session(other).form)


def test_a_server_without_a_token(monkeypatch):
    """Nobody signs in, whatever they give."""
    monkeypatch.setenv(access.TOKEN, "")

    assert not access.writing_on()
    for act in (lambda: sign_in("", "张三"), lambda: session("x.y.z"), lambda: check_form("x.y.z", "")):
        with pytest.raises(WritingOff):
            act()
