"""From store to store: documents one by one, each with its links, and what people decided."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from graph import records
from graph.decisions import decisions
from graph.facts import read_document
from graph.model import DocumentFacts, Implements, LinkStatus
from graph.queries import Reader
from graph.store import Store

Found = dict[tuple[str, str], LinkStatus]


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy did: `replaced` of the documents were in the target before, `kept` documents of the target are none
    of them, `decisions` were new to it, `unlinked` counts links to kept documents that fell away because the text of
    their clause is another now."""

    documents: int
    replaced: int
    kept: int
    decisions: int
    unlinked: int


def copy(source: Reader, target: Store, tracked: Callable[[Sequence[str]], Iterable[str]] = iter) -> Copied:
    """Put all documents of `source` in `target`, each whole or not at all, and the decisions before them.

    Documents of the same id are replaced; others stay, with their links to clauses whose text is the same as before. A
    decision of the target that is newer than that of the source stays. What was interrupted may be copied again.
    `tracked` gives the ids that it is given, and may show how far the copy has come.
    """
    ids, before = _ids(source), set(_ids(target))
    found, taken, unlinked = _found(source), target.merge(decisions(source)), 0
    links, kept = _by_document(_links(source, ids)), _by_document(_links_of_others(target, before, set(ids)))
    for id in tracked(ids):
        facts = read_document(source, id)
        holding = _holding(target, facts, kept[id])
        unlinked += len(kept[id]) - len(holding)
        own = tuple(_by_rules(link, found) for link in facts.links)
        target.replace(replace(facts, links=own), (*links[id], *holding))
    return Copied(len(ids), len(before & set(ids)), len(before - set(ids)), taken, unlinked)


def _ids(reader: Reader) -> list[str]:
    return [row["id"] for row in reader.run("read/documents")]


def _found(reader: Reader) -> Found:
    """What the rules said of the links that people decided."""
    return {(row["source"], row["target"]): row["found"] for row in reader.run("read/found")}


def _by_rules(link: Implements, found: Found) -> Implements:
    """The link as the rules made it: decisions are applied where they are written."""
    return replace(link, status=found.get((link.source, link.target), link.status))


def _links(reader: Reader, documents: Sequence[str]) -> list[Implements]:
    """The links between documents that go up from these, as the rules made them."""
    rows, found = reader.run("read/links_up", documents=documents), _found(reader)
    links = (records.fact(Implements, row) for row in rows if row["scope"] == "between")
    return [_by_rules(link, found) for link in links]


def _links_of_others(target: Reader, before: set[str], copied: set[str]) -> list[Implements]:
    """The links that only the target can know: between a document that is copied and one that is not."""
    links = _links(target, sorted(before)) if before - copied else []
    return [link for link in links if len(copied & set(_documents_of(link))) == 1]


def _documents_of(link: Implements) -> tuple[str, str]:
    """The documents of a link's ends."""
    return link.source.rpartition("/")[0], link.target.rpartition("/")[0]


def _by_document(links: Iterable[Implements]) -> defaultdict[str, list[Implements]]:
    """Links by each of the documents that they join."""
    found: defaultdict[str, list[Implements]] = defaultdict(list)
    for link in links:
        for document in _documents_of(link):
            found[document].append(link)
    return found


def _holding(target: Reader, facts: DocumentFacts, links: Sequence[Implements]) -> list[Implements]:
    """Those of the links whose clause in this document has the text that it has in the target: their evidence quotes
    it."""
    new = {clause.id: clause.text for clause in facts.clauses}
    ends = {link: link.source if link.source in new else link.target for link in links}
    old = {row["id"]: row["text"] for row in target.run("read/texts", clauses=sorted(set(ends.values())))}
    return [link for link in links if new.get(ends[link], "") == old.get(ends[link])]
