"""Wrong tokens: a few a minute from one address, which locks nobody else out and nobody for long."""

import pytest
from serving import served

from api import access
from api.access import TooManyAttempts, WrongToken
from api.attempts import MOST, SECONDS, Attempts

TOKEN = "示例口令"
HERE, THERE = "192.0.2.1", "192.0.2.2"


class Clock:
    """A clock that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that stands."""
    return Clock()


@pytest.fixture
def attempts(clock) -> Attempts:
    """As many wrong tokens from HERE as are borne."""
    found = Attempts(clock)
    for _ in range(MOST):
        with pytest.raises(WrongToken), found.of(HERE):
            raise WrongToken
    return found


def test_an_address_that_tries_on_waits(attempts):
    """Even the right token is not looked at."""
    with pytest.raises(TooManyAttempts), attempts.of(HERE):
        pytest.fail("looked at")


def test_nobody_else_waits(attempts):
    """Another address goes on."""
    with attempts.of(THERE):
        pass


def test_nobody_waits_for_long(attempts, clock):
    """After a minute all is forgotten."""
    clock.now += SECONDS

    with attempts.of(HERE):
        pass


def test_right_tokens_do_not_count(clock):
    """Who decides a lot is no guesser."""
    attempts = Attempts(clock)
    for _ in range(MOST * 2):
        with attempts.of(HERE):
            pass


@pytest.fixture
def client(tmp_path, cascade_store, monkeypatch):
    """A client of a server with a token, over a store of its own."""
    monkeypatch.setenv(access.TOKEN, TOKEN)
    path = tmp_path / "policy.kgl"
    path.write_bytes(cascade_store.read_bytes())
    with served(str(path)) as opened:
        yield opened


def test_programs_that_guess(client):
    """429 with the time to wait, also for the right token; what needs none goes on."""
    pair = {"source": "x", "target": "y"}

    def statuses(token: str, count: int = 1) -> list[int]:
        header = {"Authorization": b"Bearer " + token.encode()}
        return [client.delete("/review", params=pair, headers=header).status_code for _ in range(count)]

    assert [404] == statuses(TOKEN)
    assert [401] * MOST == statuses("猜", MOST)
    assert [429] == statuses(TOKEN)
    assert "60" == client.delete("/review", params=pair, headers={"Authorization": "Bearer x"}).headers["retry-after"]
    assert 200 == client.get("/review").status_code


def test_a_program_without_a_token_is_no_guesser(client):
    """It is told 401 as often as it asks."""
    pair = {"source": "x", "target": "y"}

    assert {401} == {client.delete("/review", params=pair).status_code for _ in range(MOST * 2)}


def test_people_who_guess(client):
    """429 as a page that keeps their note; who is signed in goes on."""
    session = access.sign_in(TOKEN, "张三")
    fields = {"by": "李四", "note": "备注文字"}
    tries = [client.post("/view/review/sign-in", data=fields | {"token": "猜"}) for _ in range(MOST)]
    last = client.post("/view/review/sign-in", data=fields | {"token": TOKEN})

    assert {401} == {answer.status_code for answer in tries}
    assert 429 == last.status_code
    assert "set-cookie" not in last.headers
    assert "备注文字" in last.text
    page = client.get("/view/review", headers={"Cookie": f"cascade_review={session}"})
    assert 'name="verdict"' in page.text
