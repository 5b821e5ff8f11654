"""Where answers are written: files, links, pipes, and what is no place for a file."""

import os
import threading

import pytest


def test_export_into_a_pipe_leaves_the_pipe(ask, tmp_path):
    """What is no file (a pipe, /dev/null) gets the content and is not replaced by a file."""
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    ran = ask("export", "jsonl", pipe)
    reader.join(60)

    assert (0, True, [pipe]) == (ran.status, pipe.is_fifo(), list(tmp_path.iterdir()))
    assert [b"{"] == [content[:1] for content in got]


def test_export_through_a_link_keeps_the_link(ask, tmp_path):
    """A link to a file stays a link: the file that it leads to is written."""
    file, link = tmp_path / "facts.jsonl", tmp_path / "latest.jsonl"
    link.symlink_to(file)
    ask("export", "jsonl", link)

    assert (True, file) == (link.is_symlink(), link.resolve())
    assert file.read_bytes().startswith(b"{")


@pytest.mark.parametrize(
    ("place", "reason"), [("/", "Is a directory"), (".", "Is a directory"), ("file/facts.jsonl", "Not a directory")]
)
def test_export_to_no_place_for_a_file(ask, tmp_path, place, reason):
    """A folder, or a place below a file, is said in one line."""
    (tmp_path / "file").touch()
    ran = ask("export", "jsonl", place)

    assert (2, f"cascade: {place}: {reason}\n") == (ran.status, ran.err)
