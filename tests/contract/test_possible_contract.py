"""Which stored documents may be joined with one: the same on every engine, and the same as by looking at all."""

from itertools import product

import pytest

from graph.facts import documents_of, read_documents
from graph.model import Citation, Clause, Document, DocumentFacts
from graph.possible import lowers, uppers
from graph.standing import cites_it, may_implement
from graph.store import Store

PLACES = (
    ("national", "000000"),
    ("provincial", "990000"),
    ("municipal", "990100"),
    ("county", "990102"),
    ("county", "990202"),
    ("provincial", "980000"),
    ("county", None),
    (None, "990100"),
)
DATES = ("2021-05-01", "2023-05-01")
CITED = (
    {"number": "示政〔2021〕3号"},
    {"title": "关于转发《示例办法》的通知"},
    {"title": "转发示例办法的通知"},
    {"title": "示例教育法"},
    {"title": "关于没有装入的文件的通知"},
)
LAW = Document("中华人民共和国示例教育法", "中华人民共和国示例教育法", genre="法", level="national", region="000000")
NAMED = (
    Document("示政〔2021〕3号", "关于示例的意见", "示政〔2021〕3号", level="county"),
    Document("示发〔2022〕1号", "示例省教育厅关于转发《示例办法》的通知", "示发〔2022〕1号"),
    Document("转发《示例办法》的通知", "转发《示例办法》的通知", level="national", region="000000"),
)


def citing(document: Document, rank: int) -> DocumentFacts:
    """A document whose clause cites one of CITED, or whose opening does."""
    clause = Clause(f"{document.id}/一", document.id, "一", "clause", "示例。")
    cited = CITED[rank % len(CITED)]
    citation = Citation((document.id, clause.id)[rank % 2], "", "《》", "", **cited)
    return DocumentFacts(document, (clause,), citations=(citation,))


def documents() -> list[DocumentFacts]:
    """Documents of every level, some of unknown level or region, before and after each other, that cite each other."""
    placed = [
        Document(f"文{rank}", f"文{rank}", level=level, region=region, issued=issued)
        for rank, ((level, region), issued) in enumerate(product(PLACES, DATES))
    ]
    return [citing(document, rank) for rank, document in enumerate((LAW, *NAMED, *placed))]


@pytest.fixture
def loaded(store: Store) -> Store:
    """A store with all of them."""
    for facts in documents():
        store.replace(facts)
    return store


def test_what_may_be_joined_is_found_by_heads(loaded):
    """For each document, in both directions, those that a look at every other one would find."""
    known = list(read_documents(loaded))
    expected = {
        (below.document.id, above.document.id)
        for below, above in product(known, known)
        if may_implement(below.document, above.document, cites=cites_it(below.citations, above.document))
    }
    up = {(facts.document.id, id) for facts in known for id in uppers(loaded, facts)}
    down = {(id, facts.document.id) for facts in known for id in lowers(loaded, facts.document)}

    assert expected == up == down
    assert {LAW.id, *(document.id for document in NAMED)} <= {above for _, above in expected}


def test_a_document_that_is_not_there_yet(loaded):
    """What may be joined with a new document is found before it is stored, though its name is only a stub's."""
    new = citing(Document("没有装入", "示例市关于没有装入的文件的通知"), 0)

    assert ["示政〔2021〕3号"] == uppers(loaded, new)
    assert [f"文{rank}" for rank in range(16) if (rank + 4) % 5 == 4] == sorted(
        lowers(loaded, new.document), key=lambda id: int(id[1:])
    )


def test_only_the_documents_asked_for_are_read(loaded):
    """Whole documents by id: those that are loaded, as reading all gives them."""
    known = {facts.document.id: facts for facts in read_documents(loaded)}

    assert [known["文3"], known["文1"]] == sorted(
        documents_of(loaded, ["文1", "示例教育法", "文3", "关于没有装入的文件的通知"]),
        key=lambda facts: facts.document.id,
        reverse=True,
    )
