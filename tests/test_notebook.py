"""docs/explore.ipynb runs and says what is kept in it.

Where what it says has changed for good: jupyter execute --inplace docs/explore.ipynb, and look at the difference.
"""

import copy
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "docs"
KEPT = nbformat.read(FOLDER / "explore.ipynb", as_version=4)
SECONDS = 60


@pytest.fixture(autouse=True)
def _by_itself(monkeypatch, tmp_path):
    """What a person has set for Jupyter or for our commands has no part in it."""
    for name in ("CASCADE_SERVER", "CASCADE_PASSWORD", "CASCADE_STORE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


def executed() -> nbformat.NotebookNode:
    """The notebook, run anew. A cell that fails fails the test, with what it says."""
    notebook = copy.deepcopy(KEPT)
    client = NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    )
    return client.execute()


def said(notebook) -> dict[str, str]:
    """What each cell says as text, by its id: prints and results, frames among them."""
    return {
        cell["id"]: "".join(each.get("text") or each["data"]["text/plain"] for each in cell["outputs"])
        for cell in notebook.cells
        if cell["cell_type"] == "code"
    }


def test_the_notebook_says_what_is_kept_in_it():
    """Opening, loading, asking, drawing and exporting the sample give the text that a reader sees, cell by cell."""
    assert said(KEPT) == said(executed())


def test_the_notebook_shows_a_table_and_a_picture():
    """A reader of the file sees frames as tables, and the cascade drawn."""
    shown = [name for cell in KEPT.cells for each in cell.get("outputs", ()) for name in each.get("data", ())]

    assert {"text/html", "image/svg+xml"} <= set(shown)


@pytest.mark.server
def test_the_last_section_speaks_to_a_server(neo4j_url, monkeypatch):
    """With a server the answer is written there, and counted; without one the notebook says so."""
    assert "27 nodes, 31 relationships\nno server: CASCADE_SERVER is not set\n" in said(KEPT).values()
    monkeypatch.setenv("CASCADE_SERVER", neo4j_url)

    assert "27 nodes, 31 relationships\n7 links there\n" in said(executed()).values()
