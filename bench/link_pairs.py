"""Pairs of documents with known links: the sample, invented ones (link_made), and folders of pairs.

A pair in a folder is a JSON file {"source_file", "target_file", "links": [{"source", "target", "grade"}]}: paths from
that folder, clause ids, and grade 1 for a link that is as good present as absent.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path

import link_made
from graph.model import DocumentFacts
from graph.standing import cites_it, may_implement
from loaders import build, implements

Link = tuple[str, str]
"""The ids of two clauses, below and above."""

ROOT = Path(__file__).parents[1]
EITHER = 1  # grade


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents, the links that there are, and those that are as good present as absent."""

    group: str
    name: str
    source: DocumentFacts
    target: DocumentFacts
    wanted: frozenset[Link]
    either: frozenset[Link] = frozenset()


def sample() -> Iterator[Pair]:
    """The pairs of the documents in samples/ that level, region and date allow."""
    planted = json.loads((ROOT / "tests/samples/planted.json").read_text(encoding="utf-8"))["implements"]
    documents = [read(path) for path in sorted((ROOT / "samples").glob("*.txt"))]
    for source, target in permutations(documents, 2):
        cites = cites_it(source.citations, target.document)
        if may_implement(source.document, target.document, cites=cites):
            name = f"{source.document.title[:12]} to {target.document.title[:12]}"
            yield _pair("sample", name, source, target, planted)


def folder(path: Path) -> Iterator[Pair]:
    """The pairs in this folder; files with other content are passed over. Raises UnreadableFile."""
    for file in sorted(path.glob("*.json")):
        given = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(given, dict) and given.get("source_file") != given.get("target_file"):
            source, target = (read(path / given[end]) for end in ("source_file", "target_file"))
            yield _pair("given", file.stem, source, target, given["links"])


def made(count: int, seed: int) -> Iterator[Pair]:
    """`count` invented pairs. Raises ValueError where a planted clause is not read."""
    with tempfile.TemporaryDirectory() as name:
        for number, one in enumerate(link_made.pairs(count, seed)):
            source, target = (
                _written(Path(name) / f"{number}{end}.txt", text)
                for end, text in (("below", one.source), ("above", one.target))
            )
            wanted = frozenset(_found(source, target, one.links))
            yield Pair("made", one.name, source, target, wanted, frozenset(_found(source, target, one.either)))


@cache
def read(path: Path) -> DocumentFacts:
    """What this document says, read once."""
    return build.read(path)


def texts(facts: DocumentFacts) -> dict[str, str]:
    """The texts of a document's clauses by id."""
    return {clause.id: clause.text for clause in facts.clauses}


def compared(pair: Pair) -> tuple[dict[str, str], dict[str, str]]:
    """The texts of the clauses below and above that our linker compares, by id, made comparable as it makes them."""
    ends = implements.prepared(pair.source).sources, implements.prepared(pair.target).targets
    below, above = ({one.passage.clause.id: one.passage.plain.text for one in end} for end in ends)
    return below, above


def _written(path: Path, text: str) -> DocumentFacts:
    path.write_text(text, encoding="utf-8")
    return build.read(path)


def _found(source: DocumentFacts, target: DocumentFacts, links: Iterable[tuple[str, str]]) -> Iterator[Link]:
    for below, above in links:
        yield _headed(source, below), _headed(target, above)


def _headed(facts: DocumentFacts, heading: str) -> str:
    """The clause with this heading."""
    found = [clause.id for clause in facts.clauses if clause.text.startswith(heading)]
    if len(found) != 1:
        raise ValueError(f"{facts.document.title}: {len(found)} clauses begin with {heading}")
    return found[0]


def _pair(group: str, name: str, source: DocumentFacts, target: DocumentFacts, links: Iterable[dict[str, str]]) -> Pair:
    """The pair with those of the links that are between its documents; a grade that is not given is 2."""
    begins = f"{source.document.id}/", f"{target.document.id}/"
    own = [link for link in links if link["source"].startswith(begins[0]) and link["target"].startswith(begins[1])]
    either = frozenset((link["source"], link["target"]) for link in own if link.get("grade") == EITHER)
    return Pair(group, name, source, target, frozenset((o["source"], o["target"]) for o in own) - either, either)
