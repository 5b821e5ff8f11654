"""The list of steps from files to a policy graph. Each step is a plain function from facts to facts."""

from collections.abc import Callable, Iterable
from itertools import permutations
from pathlib import Path

from graph.model import DocumentFacts, Implements, PolicyGraph
from loaders import (
    citations,
    clause_deadlines,
    discrepancies,
    heads,
    implements,
    noise,
    obligations,
    organizations,
    outline,
    parts,
    quantities,
)
from loaders.readers import Limits, Page, read_page
from loaders.readers.limits import USUAL

Step = Callable[[DocumentFacts], DocumentFacts]

STEPS: tuple[Step, ...] = (
    noise.with_stray_words,
    parts.without_past_tasks,
    obligations.with_obligations,
    clause_deadlines.with_deadlines,
    quantities.with_indicators,
    organizations.with_assignments,
    implements.with_internal_links,
    discrepancies.with_discrepancies,
)


def read(path: Path, limits: Limits = USUAL) -> DocumentFacts:
    """All that the document in this file says, links to other documents left out. Raises UnreadableFile,
    also for a file of more than `limits`."""
    return read_facts(read_page(path, limits))


def read_facts(page: Page) -> DocumentFacts:
    """All that the document on this page says."""
    head = heads.read_head(page)
    facts = noise.with_unsure_lines(page, outline.read_clauses(page, head))
    facts = citations.with_citations(facts, head.notice)
    for step in STEPS:
        facts = step(facts)
    return facts


def link(documents: Iterable[DocumentFacts]) -> tuple[Implements, ...]:
    """The links between these documents: each pair is read by itself, so the order of loading does not matter."""
    pairs = permutations(sorted(documents, key=lambda facts: facts.document.id), 2)
    return tuple(link for source, target in pairs for link in implements.link_between(source, target))


def load(paths: Iterable[Path]) -> PolicyGraph:
    """The policy graph of the documents in these files. Raises UnreadableFile for the first that is none."""
    facts = {item.document.id: item for item in map(read, paths)}
    return PolicyGraph(tuple(facts[key] for key in sorted(facts)), link(facts.values()))
