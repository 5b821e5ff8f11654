"""`cascade copy`, and exports that are folders."""

import json

import pytest

from api import progress


def test_copy_says_what_it_did(cascade, cascade_store):
    """To a new file, and again."""
    first = cascade("copy", cascade_store, "copy.kgl")
    again = cascade("copy", cascade_store, "copy.kgl", "--json")

    assert "3 documents copied, 0 of them in place of what was there" == first.out.splitlines()[0]
    assert {"documents": 3, "replaced": 3, "kept": 0, "decisions": 0, "unlinked": 0} == json.loads(again.out)


def test_a_copy_gives_the_same_export(cascade, cascade_store, tmp_path):
    """Byte by byte."""
    cascade("copy", cascade_store, "copy.kgl")

    cascade("export", "jsonl", "one.jsonl", "--store", cascade_store)
    cascade("export", "jsonl", "two.jsonl", "--store", "copy.kgl")

    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("source", "target"), [("one.kgl", "./one.kgl"), (":memory:", "one.kgl"), ("one.kgl", ":memory:")]
)
def test_copy_takes_two_stores_that_last(cascade, source, target):
    """One line, status 2."""
    ran = cascade("copy", source, target)

    assert (2, "cascade: copy takes two stores") == (ran.status, ran.err[:30])


def test_copy_of_nothing(cascade, tmp_path):
    """A file that is not there is no store, and no target is made for it."""
    ran = cascade("copy", "nowhere.kgl", "copy.kgl")

    assert 2 == ran.status
    assert not (tmp_path / "copy.kgl").exists()


def test_a_copy_that_is_stopped(cascade, cascade_store, monkeypatch):
    """Ctrl-C: one line that says what is there, and the status of a stopped program."""

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(progress, "tracked", stopped)

    ran = cascade("copy", cascade_store, "copy.kgl")

    assert (130, "cascade: stopped; the documents before the one in hand are copied, run it again\n") == (
        ran.status,
        ran.err,
    )


@pytest.mark.parametrize("made", [True, False])
def test_export_fills_a_folder(ask, tmp_path, made):
    """One that is not there, or is empty."""
    if made:
        (tmp_path / "csv").mkdir()

    ran = ask("export", "neo4j-import", "csv")

    assert (0, "") == (ran.status, ran.err)
    assert (tmp_path / "csv/import.sh").stat().st_mode & 0o111
    assert ["csv"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("folder", "said"), [("-", "is a folder"), ("full", "is not empty"), ("full/file", "Not a directory")]
)
def test_export_takes_no_other_place(ask, tmp_path, folder, said):
    """Not stdout, not a folder of other things, not a file: one line, status 2, and everything as it was."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/file").write_text("mine")

    ran = ask("export", "neo4j-import", folder)

    assert 2 == ran.status
    assert said in ran.err
    assert "mine" == (tmp_path / "full/file").read_text()
