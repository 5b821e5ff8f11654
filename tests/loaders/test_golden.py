"""Invented documents beside their golden files, whose diff shows what a change of the reader means."""

import subprocess
import sys
from pathlib import Path

import pytest

from loaders.heads import read_head
from loaders.readers import read_page

sys.path.insert(0, str(Path(__file__).parent / "golden"))
from regenerate import documents, golden_of, rendered


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_golden(document):
    """The document is read as its golden file says."""
    assert golden_of(document).read_text(encoding="utf-8") == rendered(document)


def test_regenerating_needs_force():
    """The script keeps every golden file that is there, and says so."""
    script = Path(__file__).parent / "golden" / "regenerate.py"
    before = {path: path.read_bytes() for path in script.parent.glob("*.golden")}

    said = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, encoding="utf-8").stdout

    assert len(before) == said.count("--force overwrites")
    assert before == {path: path.read_bytes() for path in script.parent.glob("*.golden")}


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_reading_depends_on_the_page_alone(document):
    """Reading a page twice gives equal heads."""
    assert read_head(read_page(document)) == read_head(read_page(document))
