"""Write the golden files beside their documents: `python tests/loaders/golden/regenerate.py [--force] [NAME…]`.

Without --force no file is overwritten. Read the diff: it is what a change of the reader means.
"""

import sys
from pathlib import Path

from graph.model import Clause, DocumentFacts
from loaders.heads import read_head
from loaders.outline import read_clauses
from loaders.readers import read_page

HERE = Path(__file__).parent
SHOWN = (
    "id",
    "title",
    "number",
    "notice_title",
    "genre",
    "issuers",
    "recipients",
    "level",
    "region",
    "issued",
    "printed",
    "status",
)


def documents() -> list[Path]:
    """The documents that have a golden file, or shall."""
    return sorted(path for path in HERE.iterdir() if path.suffix in (".txt", ".md"))


def golden_of(document: Path) -> Path:
    """Where the golden file of a document stands."""
    return document.with_name(f"{document.name}.golden")


def rendered(document: Path) -> str:
    """What the reader finds, as text that a person can check: the head, the clauses, the doubts."""
    page = read_page(document)
    return _text(read_clauses(page, read_head(page)))


def _text(facts: DocumentFacts) -> str:
    head = [f"{name}: {getattr(facts.document, name)}" for name in SHOWN]
    reasons = [f"because {field}: {reason}" for field, reason in facts.document.inferences]
    doubts = [f"doubt: line {doubt.line}, {doubt.rule}: {doubt.message}" for doubt in facts.doubts]
    return "\n".join([*head, *reasons, *doubts, "", *map(_clause, facts.clauses), ""])


def _clause(clause: Clause) -> str:
    task = " task" if clause.task else ""
    heading = f" [{clause.heading}]" if clause.heading else ""
    cells = "".join(f"\n    {head} = {text}" for head, text in clause.cells)
    return f"{clause.address} {clause.type}{task}{heading} {clause.lines}\n    {clause.text!r}{cells}"


def main() -> None:
    """Write what is missing; with --force everything, or the documents named."""
    force, names = "--force" in sys.argv, [name for name in sys.argv[1:] if not name.startswith("-")]
    for document in documents():
        golden = golden_of(document)
        if names and document.name not in names:
            continue
        if golden.exists() and not force:
            print(f"kept {golden.name}; --force overwrites")
            continue
        golden.write_text(rendered(document), encoding="utf-8")
        print(f"wrote {golden.name}")


if __name__ == "__main__":
    main()
