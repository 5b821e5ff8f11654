"""Where a local Neo4j listens, and what its configuration says."""

import socket

import pytest

from graph.errors import Conflict, InputError
from graph.server.settings import (
    LOOPBACK,
    Addresses,
    Settings,
    choose_addresses,
    choose_port,
    configuration,
    free_port,
    read_addresses,
)


@pytest.fixture
def taken():
    """A port of the loopback that somebody listens at."""
    with socket.create_server((LOOPBACK, 0)) as server:
        yield server.getsockname()[1]


def test_the_usual_port_when_it_is_free():
    """People know it."""
    usual = free_port()

    assert usual == choose_port(LOOPBACK, None, usual, "--port")


def test_a_free_port_when_the_usual_is_taken(taken):
    """A start does not fail for it."""
    assert choose_port(LOOPBACK, None, taken, "--port") not in (taken, 0)


def test_a_port_that_was_asked_for_is_not_exchanged(taken):
    """Taken, it is refused, with the option that gives another."""
    with pytest.raises(Conflict, match=f"^port {taken} of 127.0.0.1 is taken: give another with --port"):
        choose_port(LOOPBACK, taken, free_port(), "--port")


@pytest.mark.parametrize("host", ["203.0.113.7", "no such host"])
def test_an_address_of_another_machine_is_refused(host):
    """One cannot listen there; that is not a port that is taken."""
    with pytest.raises(InputError, match=f"^cannot listen at {host}"):
        choose_addresses(Settings(host))


def test_it_listens_on_the_loopback_alone():
    """Nothing in the configuration opens a port to the network unless it was asked for."""
    lines = configuration(Settings(), Addresses(LOOPBACK, 7687, 7474)).splitlines()
    listening = [line.partition("=")[2] for line in lines if "listen_address" in line]

    assert ["127.0.0.1", "127.0.0.1:7687", "127.0.0.1:7474"] == listening


@pytest.mark.parametrize(
    ("host", "bolt", "browser"),
    [
        (LOOPBACK, "bolt://127.0.0.1:7687", "http://127.0.0.1:7474/browser/"),
        ("0.0.0.0", "bolt://127.0.0.1:7687", "http://127.0.0.1:7474/browser/"),
        ("::1", "bolt://[::1]:7687", "http://[::1]:7474/browser/"),
    ],
)
def test_addresses_come_back_from_the_configuration(tmp_path, host, bolt, browser):
    """What was written is where the server is looked for."""
    file = tmp_path / "neo4j.conf"
    file.write_text(configuration(Settings(host), Addresses(host, 7687, 7474)))
    read = read_addresses(file)

    assert Addresses(host, 7687, 7474) == read
    assert (bolt, browser) == (read.bolt, read.browser)


@pytest.mark.parametrize("text", [None, "", "server.bolt.listen_address=127.0.0.1:7687\n"])
def test_no_addresses_where_none_are_written(tmp_path, text):
    """No file, an empty one, half of one."""
    file = tmp_path / "neo4j.conf"
    if text is not None:
        file.write_text(text)

    assert read_addresses(file) is None


def test_our_guide_is_opened_by_browser():
    """Beside the results, after our style; the server itself has both, and Browser may fetch from it alone."""
    here = "http://127.0.0.1:7474/browser/cascade/"
    chinese, english = (
        configuration(Settings(**guide), Addresses(LOOPBACK, 7687, 7474)) for guide in ({}, {"guide": "en"})
    )

    assert f"; style {here}style.grass; guide {here}guide.zh.html\n" in chinese
    assert f"; guide {here}guide.en.html\n" in english
    assert "browser.remote_content_hostname_whitelist=127.0.0.1\n" in chinese


def test_another_guide_is_opened_by_browser():
    """It may be fetched from its host alone."""
    text = configuration(Settings(guide="http://10.0.0.1:8000/guide"), Addresses(LOOPBACK, 7687, 7474))

    assert "browser.post_connect_cmd=guide http://10.0.0.1:8000/guide\n" in text
    assert "browser.remote_content_hostname_whitelist=10.0.0.1\n" in text


def test_browser_tells_nobody_what_is_done():
    """Its makers would be sent what is clicked."""
    text = configuration(Settings(), Addresses(LOOPBACK, 7687, 7474))

    assert "\nclient.allow_telemetry=false\n" in text


@pytest.mark.parametrize("guide", ["guide", "", "http://a/ b", "http://a/;clear", "http://a/\nserver.x=1"])
def test_a_guide_that_is_no_address_is_refused(guide):
    """It would break out of its line."""
    with pytest.raises(InputError, match=r"^no guide can be at"):
        configuration(Settings(guide=guide), Addresses(LOOPBACK, 7687, 7474))
