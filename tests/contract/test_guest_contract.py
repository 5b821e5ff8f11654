"""A database that others use too: what is theirs is not touched, whatever its labels and properties."""

import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

import kglite
import neo4j
import pytest
from contract.answered import answered, clear, exported
from invented import ASKED, CITY, DOCUMENTS, LINKS, PROVINCE

from graph.errors import InputError, Unavailable
from graph.model import DocumentFacts, Implements
from graph.queries import home, read_folder
from graph.store import Store, open_store

LABELS = ("Document", "Organization", "Clause", "Region", "Indicator", "Decision", "Migration")
STRANGER = "MATCH (n) WHERE n.theirs RETURN labels(n) AS labels, properties(n) AS properties, elementId(n) AS id"
THEIR_EDGES = "MATCH (s)-[r]->(t) WHERE r.theirs RETURN elementId(s) AS s, type(r) AS kind, elementId(t) AS t"
Run = Callable[..., list[neo4j.Record]]


@pytest.fixture
def run(neo4j_url: str) -> Iterator[Run]:
    """Runs Cypher past our store; in the end what the stranger made is taken out."""
    with neo4j.GraphDatabase.driver(neo4j_url) as driver:

        def execute(text: str, **parameters: object) -> list[neo4j.Record]:
            return driver.execute_query(text, parameters)[0]

        yield execute
        execute("MATCH (n) WHERE n.theirs DETACH DELETE n")
        execute("DROP CONSTRAINT their_title IF EXISTS")


@pytest.fixture
def shared(neo4j_url: str, run: Run) -> Iterator[Store]:
    """A store of ours in a database where a stranger keeps two nodes of each of our labels for each of our ids,
    joined by relationships of our types, and some with no id or another name for it."""
    with open_store(neo4j_url, writable=True) as opened:
        clear(opened)
        for label in LABELS:
            for id in (PROVINCE, ASKED, "示例省财政厅", "990000", "0001_migration_id"):
                properties = {
                    "id": id,
                    "theirs": True,
                    "document": PROVINCE,
                    "loaded": True,
                    "title": "他人的",
                    "x": [1],
                }
                run(f"UNWIND [1, 2] AS n CREATE (a:{label}) SET a = $p", p=properties)
            run(f"CREATE (:{label} {{theirs: true}}), (:{label} {{theirs: true, code: 'K-7', name: 'Δ'}})")
        for kind in ("CITES", "MENTIONS", "CONTAINS", "IMPLEMENTS", "QUANTIFIES", "ASSIGNED_TO"):
            run(
                "MATCH (s), (t) WHERE s.theirs AND t.theirs AND s.id = t.id AND elementId(s) < elementId(t) "
                f"CREATE (s)-[:{kind} {{theirs: true, number_key: $id, title_key: $id, status: 'proposed'}}]->(t)",
                id=PROVINCE,
            )
        yield opened
        clear(opened)


def theirs(run: Run) -> list[str]:
    """All that the stranger has, in an order of its own."""
    return sorted(repr(row.data()) for text in (STRANGER, THEIR_EDGES) for row in run(text))


@pytest.mark.server
def test_a_stranger_finds_all_as_it_was(shared, run, memory):
    """After loading, loading again, a correction and removing; and our answers are those of a store of our own."""
    before = theirs(run)
    for facts in DOCUMENTS:
        memory.replace(facts, LINKS)

    for facts in (*DOCUMENTS, *DOCUMENTS[::-1]):
        shared.replace(facts, LINKS)
    assert answered(memory) == answered(shared)
    assert before == theirs(run)
    shared.remove(CITY)
    memory.remove(CITY)
    assert exported(memory) == exported(shared)
    assert before == theirs(run)
    clear(shared)

    assert before == theirs(run)
    assert [] == run("MATCH (n) WHERE n.cascade AND NOT n:Migration RETURN n")


@pytest.mark.server
def test_a_stranger_is_not_bound_by_our_constraints(shared, run):
    """What is one of a kind among our nodes may be there twice among others."""
    for facts in DOCUMENTS:
        shared.replace(facts, LINKS)

    run("UNWIND [1, 2] AS n CREATE (:Document {id: $id, theirs: true})", id=CITY)

    assert 2 == len(run("MATCH (d:Document {id: $id, theirs: true}) RETURN d", id=CITY))


@pytest.mark.server
def test_a_strangers_constraint_is_told(neo4j_url, run):
    """A document that somebody else's constraint forbids is refused with the constraint's words, and leaves nothing."""
    run("CREATE CONSTRAINT their_title FOR (d:Document) REQUIRE d.title IS UNIQUE")
    run("CREATE (:Document {title: $title, theirs: true})", title=DOCUMENTS[0].document.title)

    with open_store(neo4j_url, writable=True) as store:
        clear(store)
        with pytest.raises(Unavailable, match=r"a constraint of somebody else that our nodes break: .*title") as caught:
            store.replace(DOCUMENTS[0])
        assert [] == store.run("read/names")
        run("DROP CONSTRAINT their_title")
        store.replace(DOCUMENTS[0])
        assert PROVINCE in {row["id"] for row in store.run("read/names")}
        clear(store)
    assert "\n" not in str(caught.value)


@pytest.mark.server
def test_two_loads_at_once_are_one_after_the_other(neo4j_url, memory):
    """Whatever the order, with links that are looked for among what is there, byte for byte."""
    for facts in DOCUMENTS:
        memory.replace(facts, LINKS)
    wanted = exported(memory)

    for order in list(permutations(DOCUMENTS))[::11]:
        load_at_once(neo4j_url, (order[:2], order[2:]), (DOCUMENTS, order))
        with open_store(neo4j_url, writable=True) as store:
            assert wanted == exported(store)
            clear(store)


def load_at_once(url: str, *rounds: Sequence[Sequence[DocumentFacts]]) -> None:
    """Each round is loaded by as many writers at once as it has parts; each looks for links in its turn."""
    for parts in rounds:
        failures: list[BaseException] = []
        writers = [threading.Thread(target=load_part, args=(url, part, failures)) for part in parts]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert [] == failures


def load_part(url: str, documents: Sequence[DocumentFacts], failures: list[BaseException]) -> None:
    """Load documents with those links whose other end is there when their turn comes."""
    try:
        with open_store(url, writable=True) as store:
            for facts in documents:
                store.replace(facts, lambda facts=facts: [link for link in LINKS if is_there(store, facts, link)])
    except Exception as error:  # the thread must not swallow it
        failures.append(error)


def is_there(store: Store, facts: DocumentFacts, link: Implements) -> bool:
    """Whether each end of a link is in the store already, or in the document that is loaded."""
    ends = {link.source, link.target} - {clause.id for clause in facts.clauses}
    return len(ends) == len(store.run("read/texts", clauses=sorted(ends)))


def test_the_schema_is_run_once_and_recorded(store):
    """Each file of schema/ is a node of the store, in order, and nothing is missing when it is opened again."""
    files = [query.name.removeprefix("schema/") for query in read_folder(home()) if query.name.startswith("schema/")]

    assert files == [row["id"] for row in store.run("read/migrations")]
    assert all(name[:4].isdigit() for name in files)
    assert [int(name[:4]) for name in files] == list(range(1, len(files) + 1))


def test_a_store_of_a_newer_version_is_not_opened(tmp_path):
    """A store whose schema has a file that this version does not know may not be what it seems."""
    url = str(tmp_path / "newer.kgl")
    with open_store(url, writable=True) as store:
        store._write(lambda tx: tx.run("write/migration", id="9999_from_the_future"))

    for writable in (False, True):
        with pytest.raises(InputError, match=r"newer version of this program \(9999_from_the_future\)"):
            open_store(url, writable=writable)


def test_a_file_of_an_earlier_version_is_not_taken_for_an_empty_one(tmp_path):
    """What was stored before nodes were marked is not found, so it is said that the store is too old."""
    path = tmp_path / "earlier.kgl"
    graph = kglite.KnowledgeGraph()
    graph.cypher("CREATE (:Document {id: 'x', loaded: true})")
    graph.save(str(path))

    for writable in (False, True):
        with pytest.raises(InputError, match="was made by an earlier version"):
            open_store(str(path), writable=writable)


def test_every_query_says_whose_nodes_it_means():
    """Each path that a query looks for begins or ends at nodes of ours; nodes that it makes are marked."""
    queries = [query for query in read_folder(home()) if not query.name.startswith("schema/")]
    lines = [line for query in queries for line in query.text.split("\n")]

    assert [] == [line for line in lines if any(f":{label}" in line for label in LABELS) and not is_ours(line)]


def is_ours(line: str) -> bool:
    """A line that names a label of ours says `cascade: true`, or goes on from a node that was found before."""
    text = line.strip()
    return "cascade: true" in text or text.startswith(("OPTIONAL MATCH (", "WHERE ")) or " EXISTS {" in text
