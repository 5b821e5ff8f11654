"""Values for the parameters of questions, by the name of the parameter, from what a store holds.

Values of one question go together by their rank, so that a document has an address of its own, and a source its target.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from graph.decisions import id_of
from graph.facts import read_graph
from graph.ids import split_clause_id
from graph.model import LEVELS, Decision, Implements, PolicyGraph
from graph.queries import Reader
from graph.records import citation_keys, keys_of
from graph.standing import ABOUT, cited_names, names_of

STATUSES = ("candidate", "proposed", "confirmed", "rejected")
SAMPLES = 6  # of what there is much of, and is asked about one by one


@dataclass(frozen=True)
class Held:
    """What a store holds, in an order of its own."""

    graph: PolicyGraph
    named: tuple[str, ...]

    @cached_property
    def loaded(self) -> list[str]:
        """The ids of the loaded documents."""
        return [facts.document.id for facts in self.graph.documents]

    @cached_property
    def clauses(self) -> list[str]:
        """The ids of all clauses."""
        return [clause.id for facts in self.graph.documents for clause in facts.clauses]

    @cached_property
    def links(self) -> list[Implements]:
        """Some links: those that people decided, and some of each scope and status that nobody did."""
        inside = [link for facts in self.graph.documents for link in facts.links]
        kinds: dict[tuple[str, str], list[Implements]] = {}
        for link in (*self.graph.links, *inside):
            kinds.setdefault((link.scope, link.status), []).append(link)
        return [link for links in kinds.values() for link in spread(links, 2)]

    @cached_property
    def asked(self) -> list[str]:
        """The ids of some clauses: the targets of these links, then their sources, and what cites and does not link."""
        citing = [item.source for facts in self.graph.documents for item in facts.citations]
        ends = [link.target for link in self.links] + [link.source for link in self.links]
        return list(dict.fromkeys(ends + spread([id for id in citing if id in self.clauses], SAMPLES)))

    @cached_property
    def names(self) -> list[str]:
        """What documents are called, by themselves and by citations."""
        own = {name for facts in self.graph.documents for name in names_of(facts.document)}
        return sorted(own.union(*(cited_names(facts.citations) for facts in self.graph.documents)))

    @cached_property
    def keys(self) -> list[str]:
        """What finds documents and citations of them."""
        own = [keys_of(facts.document) for facts in self.graph.documents]
        cited = [citation_keys(item).values() for facts in self.graph.documents for item in facts.citations]
        return sorted({key for keys in (*own, *cited) for key in keys if key})

    @cached_property
    def regions(self) -> list[str]:
        """The codes of the regions that documents are for."""
        return sorted({facts.document.region for facts in self.graph.documents if facts.document.region})

    @cached_property
    def units(self) -> list[str]:
        """The names of the organizations that have tasks."""
        return sorted({item.target for facts in self.graph.documents for item in facts.assignments})

    @cached_property
    def words(self) -> list[str]:
        """Beginnings of headings and of names of organizations, and letters that stand inside a text."""
        texts = [clause.text for facts in self.graph.documents for clause in facts.clauses]
        headings = [clause.heading for facts in self.graph.documents for clause in facts.clauses if clause.heading]
        return [*(text[:2] for text in spread(headings, SAMPLES) + spread(self.units, 3)), spread(texts, 3)[-1][3:6]]


def held(reader: Reader) -> Held:
    """What a store holds."""
    return Held(read_graph(reader), tuple(row["id"] for row in reader.run("read/names")))


def spread(items: Sequence, count: int) -> list:
    """At most `count` of these, the first and the last and some between."""
    if len(items) <= count:
        return list(items)
    return [items[rank * (len(items) - 1) // (count - 1)] for rank in range(count)]


def both_ways(items: Iterable[str]) -> list[list[str]]:
    """All of them at once, and backward."""
    once = list(items)
    return [once, once[::-1]]


def _documents(held: Held) -> list[str]:
    """Of the clauses that are asked about, then all, loaded and cited."""
    return [*(split_clause_id(id)[0] for id in held.asked), *held.named]


def _ids(held: Held) -> list[list[str]]:
    decided = [id_of(item.source, item.target) for item in held.graph.decisions]
    return [*both_ways(held.named), *both_ways(decided)]


VALUES: Mapping[str, Callable[[Held], Sequence[object]]] = {
    "address": lambda held: [split_clause_id(id)[1] for id in held.asked],
    "after": lambda held: [f"{code}:" for code in held.regions] + [":"],
    "anywhere": lambda _: [True, False],
    "at": lambda held: held.regions,
    "clause": lambda held: held.asked,
    "clauses": lambda held: both_ways(held.clauses),
    "depth": lambda _: [1, 2, 20],
    "derives_from": lambda held: held.asked,
    "document": _documents,
    "documents": lambda held: both_ways(held.loaded),
    "endings": lambda held: both_ways(name for name in held.names if name.startswith(ABOUT)),
    "expand": lambda held: [*spread(held.loaded, 3), *(f"level:{level}" for level in LEVELS)],
    "first": lambda held: [*held.regions, "0"],
    "format": lambda _: ["json", "jsonl", "cytoscape"],  # no pictures: they show an answer that stands here as JSON
    "id": lambda held: held.named,
    "ids": _ids,
    "keys": lambda held: both_ways(held.keys),
    "lang": lambda _: ["zh"],  # the words of tables and pictures
    "levels": lambda _: both_ways(LEVELS),
    "limit": lambda _: [500, 3],
    "max_score": lambda _: [1.0, 0.7],
    "min_score": lambda _: [0.0, 0.5],
    "name": lambda held: spread(held.units, SAMPLES),
    "names": lambda held: both_ways(held.names),
    "of": lambda held: [*held.asked, *held.loaded],
    "other": lambda held: spread(held.loaded, 3),
    "prefix": lambda held: [f"{id}/" for id in held.loaded],
    "q": lambda held: [*held.words, *held.asked[:2], *spread(held.named, 3), *spread(held.units, 2)],
    "region": lambda held: held.regions,
    "regions": lambda held: both_ways(held.regions),
    "source": lambda held: [link.source for link in held.links],
    "statuses": lambda _: both_ways(STATUSES),
    "target": lambda held: [link.target for link in held.links],
    "words": lambda held: [[word.lower()] for word in held.words] + [["ας"], ["i̇"], ["不在任何地方"]],
}


def values(name: str, held: Held) -> Sequence[object]:
    """Values for a parameter. Raises LookupError where nobody said what it takes."""
    if name not in VALUES:
        raise LookupError(f"a new parameter, {name}: say in contract/asked.py what values it takes")
    return VALUES[name](held)


def together(values: Mapping[str, Sequence[object]], count: int | None = None) -> Iterator[dict[str, object]]:
    """Parameters of `count` questions: shorter sequences begin anew, until the longest is through if none is given."""
    longest = max((len(each) for each in values.values()), default=1)
    for rank in range(longest if count is None else count):
        yield {name: each[rank % len(each)] for name, each in values.items() if each}


def to_decide(graph: PolicyGraph) -> Iterator[Decision]:
    """Decisions on the links of a graph: a proposed one is rejected, a candidate is confirmed, and where two documents
    are linked twice, their clauses are also linked crosswise, by hand."""
    for status, verdict in (("proposed", "rejected"), ("candidate", "confirmed")):
        link = next(link for link in graph.links if link.status == status)
        yield Decision(link.source, link.target, verdict, "示例人", "2022-03-01T08:00:00Z", "看过原文")
    pairs = {(link.source, link.target) for link in graph.links}
    for one, other in product(graph.links, graph.links):
        if _ends(one) == _ends(other) and (one.source, other.target) not in pairs:
            yield Decision(one.source, other.target, "confirmed", "示例人", "2022-03-02T08:00:00Z")
            return


def _ends(link: Implements) -> tuple[str, str]:
    return split_clause_id(link.source)[0], split_clause_id(link.target)[0]
