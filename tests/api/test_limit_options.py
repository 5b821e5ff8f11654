"""The limits of a load, as options and as variables of the environment."""

import io
from zipfile import ZipFile

import pytest
from papers import write

from api.cli import app
from loaders.readers import Limits

TEXT = "示例市教育局关于示例工作的意见\n一、各学校要开展示例工作。\n"


@pytest.fixture
def paper(tmp_path):
    """A text file of 86 bytes."""
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8", newline="\n")
    return path


@pytest.mark.parametrize("command", ["load", "inspect"])
def test_a_size(cascade, paper, command):
    """A file beyond --max-size is refused with what allows it, and read with that."""
    refused = cascade(command, paper, "--max-size", "40")

    assert 2 == refused.status
    assert f"paper.txt: {len(TEXT.encode())} bytes; at most 40 are read; --max-size " in refused.err
    allowed = refused.err.partition("--max-size ")[2].split()[0]
    assert 0 == cascade(command, paper, "--max-size", allowed).status


def test_a_size_inside_a_zip_file(cascade, tmp_path):
    """The limit is that of each document, packed or not."""
    with ZipFile(tmp_path / "papers.zip", "w") as packed:
        packed.writestr("a.txt", TEXT)
        packed.writestr("b.txt", TEXT * 90)
    ran = cascade("load", tmp_path / "papers.zip", "--max-size", "7000")

    assert 2 == ran.status
    assert "left out: " in ran.err
    assert "b.txt: 7,740 bytes of b.txt; at most 7,000 are read" in ran.err


def test_pages_and_seconds(cascade, tmp_path):
    """A PDF of more pages, or one that takes longer, is refused with the option that allows it."""
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    file = io.BytesIO()
    drawn = canvas.Canvas(file)
    for _ in range(3):
        for row in range(60):
            drawn.drawString(90, 100 + 10 * row, "PM2.5 " * 15)
        drawn.showPage()
    drawn.save()
    path = tmp_path / "paper.pdf"
    path.write_bytes(file.getvalue())

    assert "3 pages; at most 2 are read; --max-pages 3 allows it" in cascade("inspect", path, "--max-pages", 2).err
    slow = cascade("inspect", path, "--max-seconds", "0.01").err
    assert "a page takes more than 0.01 seconds to read; --max-seconds allows more" in slow


def test_variables_of_the_environment(cascade, paper, monkeypatch):
    """A variable sets a limit once for all commands; an option goes before it."""
    monkeypatch.setenv("CASCADE_MAX_SIZE", "40")

    assert "at most 40 are read" in cascade("load", paper).err
    assert 0 == cascade("load", paper, "--max-size", "1MB").status


def test_no_size(cascade, tmp_path):
    """What is no size is said in one line."""
    write(tmp_path)
    ran = cascade("load", tmp_path, "--max-size", "much")

    assert (2, "cascade: no size: much; 50MB or 1.5GB would fit\n") == (ran.status, ran.err)


@pytest.mark.parametrize("command", ["load", "inspect"])
def test_help_says_the_usual_limits(command):
    """What the help says of the limits is what they are."""
    (callback,) = (item.callback for item in app.registered_commands if item.callback.__name__ == command)
    usual = Limits()
    said = {name: callback.__annotations__[f"max_{name}"].__metadata__[0].help for name in ("size", "pages", "seconds")}

    assert f"{usual.size // 10**6}MB if not given, and {usual.text // 10**6}MB of text" in said["size"]
    assert f"{usual.pages} if not given" in said["pages"]
    assert f"{usual.seconds:g} if not given" in said["seconds"]
