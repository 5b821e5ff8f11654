"""Damaged and hostile files: facts or a refusal that says why, and soon."""

import sys
import time
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.build import read_facts
from loaders.readers import ARCHIVE, Page, read_packed, read_page
from loaders.readers.page import Line
from loaders.readers.pdf import read_lines

sys.path.append(str(Path(__file__).parents[2] / "bench"))
from damaging import FORMATS, damaged

COUNTS = {"text": 60, "html": 60, "docx": 80, "zip": 40}
SECONDS = 2.0


def ends(path):
    """What a file ends in: facts, nothing, a refusal that names it; anything else is raised."""
    try:
        for _, page in read_packed(path) if path.suffix == ARCHIVE else [(path, read_page(path))]:
            if isinstance(page, Page):
                yield "facts" if read_facts(page).clauses else "empty"
            else:
                yield "refused" if str(page).startswith(str(path)) else f"not named: {page}"
    except InputError as error:
        yield "refused" if str(error).startswith(str(path)) else f"not named: {error}"


@pytest.mark.parametrize("kind", COUNTS)
def test_damaged_files(tmp_path, kind):
    """Each of some damaged files ends in facts or in a refusal with its reason, within two seconds."""
    path = tmp_path / f"x{FORMATS[kind][0]}"
    ended: set[str] = set()
    for number in range(COUNTS[kind]):
        path.write_bytes(damaged(kind, number, seed=7))
        start = time.process_time()
        ended |= set(ends(path))
        assert time.process_time() - start < SECONDS, (kind, number)

    assert {"facts", "refused"} <= ended <= {"facts", "empty", "refused"}


@pytest.mark.parametrize("number", range(6))
def test_damaged_pdfs(tmp_path, number):
    """A damaged PDF is read or refused, in the process that reads it."""
    path = tmp_path / "x.pdf"
    path.write_bytes(damaged("pdf", number, seed=7))

    assert set(ends(path)) <= {"facts", "empty", "refused"}


HOSTILE = {
    "numerals": ["万" * 20_000],
    "numbers": ["9" * 20_000 + "所学校"],
    "quantities": [f"　　示例市{n}所学校。" for n in range(6_000)],
    "commas": ["示例市教育局关于，" * 20_000],
    "titles": ["《" * 20_000],
    "brackets": ["（" * 20_000],
    "spaces": ["一、示例" + " " * 40_000 + "工作"],
    "marks": ["一、" * 5_000],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_long_texts(kind):
    """The time for a text grows with its length and no faster, whatever is repeated in it."""
    page = Page("x.txt", tuple(Line(text, number) for number, text in enumerate(HOSTILE[kind], 1)))
    start = time.process_time()

    assert read_facts(page).document
    assert time.process_time() - start < 4 * SECONDS


def test_garbage_that_is_no_pdf():
    """What does not begin like a PDF is refused before a process is started for it."""
    start = time.process_time()

    with pytest.raises(InputError, match="a damaged PDF: it does not begin like one"):
        read_lines(b"\x9f" * 50_000_000, "x.pdf")
    assert time.process_time() - start < SECONDS
