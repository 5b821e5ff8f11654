"""What every store does with documents, whatever engine is below."""

import io
from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations

import pytest
from invented import ABSENT, ASKED, CITY, DISTRICT, DOCUMENTS, GRAPH, LINKS, OTHER, PROVINCE, TITLES

from graph import questions
from graph.canonical import canonical
from graph.errors import Conflict, UnknownReference
from graph.export import jsonl
from graph.facts import read_document, read_graph
from graph.ids import clause_id
from graph.model import Citation, Clause, Document, DocumentFacts, Implements, PolicyGraph
from graph.queries import EngineError
from graph.store import Store

BY_ID = {facts.document.id: facts for facts in DOCUMENTS}


def fill(store: Store, documents: Iterable[DocumentFacts] = DOCUMENTS, links: Iterable[Implements] = LINKS) -> None:
    """Load documents in this order."""
    for facts in documents:
        store.replace(facts, links)


def exported(store: Store) -> bytes:
    """All that is in a store, and its stubs."""
    stream = io.BytesIO()
    jsonl.write(read_graph(store), stream)
    return stream.getvalue() + repr(store.run("read/names")).encode()


def only_cites(id: str, *citations: Citation, title: str | None = None, number: str | None = None) -> DocumentFacts:
    """A document of one clause that cites."""
    said = Clause(clause_id(id, "一"), id, "一", "clause", "贯彻落实。")
    return DocumentFacts(Document(id, title or id, number), (said,), citations=citations)


def by_title(source: str, title: str) -> Citation:
    """A citation by title alone."""
    return Citation(clause_id(source, "一"), title, f"《{title}》", "贯彻落实", title=title)


def cited(store: Store, document: str) -> list[str]:
    """What a document cites, as the store understands it."""
    return [citation.target for citation in read_document(store, document).citations]


def test_what_goes_in_comes_out(store):
    """A store gives back every fact; only citations name the document that they turned out to mean."""
    meant = {"师徒制办法": "师徒制办法", TITLES[PROVINCE]: PROVINCE, ABSENT: ABSENT, PROVINCE: PROVINCE}
    wanted = canonical(
        PolicyGraph(
            tuple(
                replace(facts, citations=tuple(replace(c, target=meant[c.target]) for c in facts.citations))
                for facts in DOCUMENTS
            ),
            LINKS,
        )
    )

    fill(store)

    assert wanted == read_graph(store)


def test_the_order_of_loading_does_not_matter(store):
    """Every order gives the same graph, byte for byte."""
    fill(store)
    wanted = exported(store)

    for order in list(permutations(DOCUMENTS))[1::5]:
        for facts in DOCUMENTS:
            store.remove(facts.document.id)
        fill(store, order)
        assert wanted == exported(store)


def test_loading_twice_changes_nothing(store):
    """A document that is loaded again is there once."""
    fill(store)
    wanted = exported(store)

    fill(store)

    assert wanted == exported(store)


def test_a_correction_leaves_nothing_of_the_error(store):
    """A corrected document leaves the graph as if the error had never been read."""
    right = BY_ID[CITY]
    slip = Clause(clause_id(CITY, "九"), CITY, "九", "clause", "多读的一条。", order=9)
    wrong = replace(
        right,
        document=replace(right.document, title="误读的标题", level="county", issued=None),
        clauses=(*right.clauses[:3], slip),
        assignments=(),
        indicators=(),
        citations=(Citation(slip.id, "误读办法", "《误读办法》", "依据", title="误读办法"),),
    )
    fill(store)
    wanted = exported(store)

    fill(store, [wrong])
    assert wanted != exported(store)
    fill(store, [right])

    assert wanted == exported(store)


def test_import_gives_the_same_store(store, memory):
    """An export read into another store exports the same bytes."""
    fill(store)
    stream = io.BytesIO()
    jsonl.write(read_graph(store), stream)

    graph = jsonl.parse(stream.getvalue().decode().split("\n"), "export")
    fill(memory, graph.documents, graph.links)

    assert exported(store) == exported(memory)


def test_removing_takes_what_one_document_alone_brought_in(store):
    """Organizations, regions and stubs go with their last document; what others use stays."""
    fill(store)

    store.remove(DISTRICT)

    names = {row["id"] for id in BY_ID for row in store.run("read/organizations", documents=[id])}
    assert "例东区教体局" not in names
    assert "示例省财政厅" in names
    assert {"000000", "990000", "990100", "990200"} == {row["code"] for row in store.run("browse/regions")}
    for facts in DOCUMENTS[:3]:
        store.remove(facts.document.id)
    assert [] == store.run("read/names")
    assert [] == store.run("browse/regions")


def test_a_cited_document_stays_as_a_stub_when_it_is_removed(store):
    """A document cited by number is then a document that is not loaded; the title it is cited by becomes another."""
    fill(store)

    store.remove(PROVINCE)

    assert {PROVINCE: False, TITLES[PROVINCE]: False, ABSENT: False} == {
        row["id"]: row["loaded"] for row in store.run("read/names") if row["id"] not in BY_ID or row["id"] == PROVINCE
    }
    assert [PROVINCE] == cited(store, DISTRICT)
    assert [TITLES[PROVINCE], ABSENT] == cited(store, CITY)


def test_removing_what_is_not_there_is_an_error(store):
    """A document that is unknown, or only cited, cannot be removed."""
    fill(store)

    for id in ("没有的文件", ABSENT):
        with pytest.raises(UnknownReference):
            store.remove(id)


def test_a_stub_has_the_first_of_the_titles_that_it_is_cited_by(store):
    """What is only cited is described by its citations, in any order of loading."""
    fill(store)

    stub = questions.document(store, ABSENT)

    assert ("国家手艺方案", ABSENT, False) == (stub.title, stub.number, stub.loaded)


@pytest.mark.parametrize("reverse", [False, True])
def test_a_citation_by_title_finds_the_document_with_a_number(store, reverse):
    """《title》 means the loaded document of that title, whichever came first."""
    target = only_cites("示发〔2020〕1号", title="示例 振兴方案", number="示发〔2020〕1号")
    source = only_cites("引用者", by_title("引用者", "示例振兴方案"))

    fill(store, [target, source][:: -1 if reverse else 1])

    assert ["示发〔2020〕1号"] == cited(store, "引用者")
    assert 2 == len(store.run("read/names"))


def test_a_citation_finds_what_a_notice_wraps(store):
    """The title of the notice that passes a document on means that document."""
    wrapped = only_cites("示发〔2020〕1号", title="振兴方案", number="示发〔2020〕1号")
    wrapped = replace(wrapped, document=replace(wrapped.document, notice_title="关于印发振兴方案的通知"))

    fill(store, [only_cites("引用者", by_title("引用者", "关于印发振兴方案的通知")), wrapped])

    assert ["示发〔2020〕1号"] == cited(store, "引用者")


@pytest.mark.parametrize("reverse", [False, True])
def test_a_title_that_two_documents_have_means_neither(store, reverse):
    """A citation that fits two loaded documents stays with a stub, whatever the order."""
    twins = [only_cites(id, title="工作要点", number=id) for id in ("甲发〔2020〕1号", "乙发〔2020〕1号")]
    source = only_cites("引用者", by_title("引用者", "工作要点"))
    documents = [twins[0], source, twins[1]]

    fill(store, documents[:: -1 if reverse else 1])
    assert ["工作要点"] == cited(store, "引用者")
    store.remove("乙发〔2020〕1号")

    assert ["甲发〔2020〕1号"] == cited(store, "引用者")


def test_another_number_is_another_document(store):
    """A citation with number and title does not mean a document of the same title with another number."""
    last_year = Citation(
        "引用者/一", "示发〔2019〕1号", "《工作要点》", "依据", title="工作要点", number="示发〔2019〕1号"
    )

    fill(
        store,
        [only_cites("示发〔2020〕1号", title="工作要点", number="示发〔2020〕1号"), only_cites("引用者", last_year)],
    )

    assert ["示发〔2019〕1号"] == cited(store, "引用者")


def test_an_ignored_link_may_come_with_a_document(store):
    """Links between other documents, and to clauses that are not there, fall away."""
    store.replace(BY_ID[PROVINCE], LINKS)

    assert [] == store.run("lineage/above", clauses=[clause_id(CITY, "二（一）1")])
    assert 1 == len(store.run("read/links_up", documents=[PROVINCE]))


def test_a_proposal_is_forgotten_when_it_is_no_longer_made(store):
    """A link that nobody decided goes when the document comes without it."""
    fill(store)

    fill(store, [BY_ID[CITY]], links=())

    assert [] == store.run("read/links_up", documents=[CITY])


def test_a_document_enters_whole_or_not_at_all(store):
    """A document that the engine refuses half-way leaves no trace, and the old one stays."""
    fill(store)
    wanted = exported(store)
    thief = Clause(ASKED, OTHER, "四（十一）", "clause", "别人的条款。", order=7)

    with pytest.raises(Conflict):
        store.replace(replace(BY_ID[OTHER], clauses=(*BY_ID[OTHER].clauses, thief)))

    assert wanted == exported(store)


def test_facts_that_point_nowhere_are_refused(store):
    """A document whose parts do not fit together is a bug of the loader, and says where."""
    with pytest.raises(ValueError, match=r"no such parent: .*/八"):
        store.replace(replace(BY_ID[CITY], clauses=(replace(BY_ID[CITY].clauses[0], parent=clause_id(CITY, "八")),)))


def test_a_question_cannot_write(store):
    """A query that writes is refused when it is run as a question."""
    fill(store)
    wanted = exported(store)

    with pytest.raises(EngineError):
        store.run("write/drop_clauses", document=CITY)

    assert wanted == exported(store)


def test_any_text_is_kept_as_it_is(store):
    """Quotes, line ends, empty and long text, and characters beyond the first plane come back unchanged."""
    texts = [
        "",
        " 前后空格 ",
        "“引号”'\"\\n",
        "第一行\n第二行\r\n",
        "𠮷野家",
        "长" * 100_000,
        "$parameter {map} // no comment",
    ]
    clauses = tuple(
        Clause(clause_id("文", str(n)), "文", str(n), "item", text, heading=text, order=n)
        for n, text in enumerate(texts, 1)
    )

    store.replace(DocumentFacts(Document("文", "文"), clauses))

    assert clauses == questions.clauses(store, "文")


def test_an_empty_store_answers(store):
    """Before anything is loaded there is nothing, and that is an answer."""
    assert () == questions.documents(store)
    assert PolicyGraph() == read_graph(store)
    with pytest.raises(UnknownReference):
        questions.tasks(store, "示政〔2021〕7号 第十一条")


def test_the_graph_is_what_was_loaded(store):
    """Documents come back one by one as well."""
    fill(store)

    assert {facts.document for facts in GRAPH.documents} == {read_document(store, id).document for id in BY_ID}
    with pytest.raises(UnknownReference):
        read_document(store, ABSENT)
