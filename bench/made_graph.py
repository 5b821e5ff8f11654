"""An invented graph of any size: a province's documents, and below each four cities' plans that carry it out.

Of ten clauses four link to the document above, three state a quantity, five are tasks of a unit; each document cites
two others, one of them not loaded. The same number makes the same graph.
"""

import random
from collections.abc import Iterator

from graph.ids import clause_id
from graph.model import (
    Assignment,
    Citation,
    Clause,
    Document,
    DocumentFacts,
    Evidence,
    Implements,
    Indicator,
    Organization,
    PolicyGraph,
    Region,
)
from graph.numerals import write_numeral

PER_DOCUMENT = 200  # clauses: a long plan with its tables
FAMILY = 5  # documents: a province's and those of its cities
CITIES = 80
PROVINCE = Region("990000", "示例省", "provincial", None)
UNITS = tuple(f"{name}{kind}" for name in ("示例省", "示例市") for kind in ("教育厅", "财政厅", "民政厅", "农业农村厅"))
WORDS = "加快推进建设现代产业体系完善服务机制提升治理能力保障民生支持乡村发展培育人才扩大就业优化环境"
SENTENCES = 4
SENTENCE = 24  # characters


def made(clauses: int) -> PolicyGraph:
    """A graph with at least this many clauses."""
    count = max(FAMILY, -(-clauses // PER_DOCUMENT))
    documents = tuple(_facts(rank) for rank in range(count))
    links = tuple(link for rank in range(count) if rank % FAMILY for link in _links(documents, rank))
    return PolicyGraph(documents, links)


def _id(rank: int) -> str:
    return f"示政〔{2000 + rank // 100}〕{rank % 100 + 1}号"


def _facts(rank: int) -> DocumentFacts:
    chance, id = random.Random(rank), _id(rank)
    city = rank % CITIES + 1
    below = Region(f"99{city:02}00", f"示例{city}市", "municipal", PROVINCE.code) if rank % FAMILY else PROVINCE
    title = f"{below.name}第{rank + 1}项行动方案"
    clauses = tuple(_clause(id, order, chance) for order in range(PER_DOCUMENT))
    tasks = [clause for clause in clauses if clause.task]
    return DocumentFacts(
        Document(id, title, number=id, level=below.level, region=below.code, issued="2022-03-01"),
        clauses,
        tuple(dict.fromkeys((PROVINCE, below))),
        tuple(Organization(name, "provincial") for name in UNITS),
        tuple(Assignment(c.id, chance.choice(UNITS), "lead", "牵头单位", "made") for c in tasks),
        tuple(_indicator(clause, chance) for clause in clauses if clause.order % 10 in (2, 5, 8)),
        tuple(_citations(id, rank)),
    )


def _address(order: int) -> str:
    return f"第{write_numeral(order + 1)}条"


def _clause(document: str, order: int, chance: random.Random) -> Clause:
    """Twenty clauses a section, which is the first of them."""
    section = order - order % 20
    text = "".join(f"{''.join(chance.choices(WORDS, k=SENTENCE))}。" for _ in range(SENTENCES))
    inner = order != section
    return Clause(
        clause_id(document, _address(order)),
        document,
        _address(order),
        "clause" if inner else "section",
        text,
        heading=text[:SENTENCE],
        number=str(order + 1),
        parent=clause_id(document, _address(section)) if inner else None,
        order=order,
        task=order % 2 == 1,
        lines=((0, order + 1),),
    )


def _indicator(clause: Clause, chance: random.Random) -> Indicator:
    number = float(chance.randrange(1, 500))
    object, span = clause.text[:8], clause.span(0, SENTENCE)
    return Indicator(f"{clause.id}#1", clause.id, number, "个", ">=", object, "target", span, "made", measure="count")


def _citations(id: str, rank: int) -> Iterator[Citation]:
    for number in (_id(rank - rank % FAMILY), f"国发〔{2000 + rank % 20}〕{rank % 7 + 1}号"):
        if number != id:
            yield Citation(id, number, number, "根据", number=number)


def _links(documents: tuple[DocumentFacts, ...], rank: int) -> Iterator[Implements]:
    lower, upper = documents[rank].clauses, documents[rank - rank % FAMILY].clauses
    chance = random.Random(-rank)
    for source in (clause for clause in lower if clause.order % 10 in (1, 3, 7, 9)):
        target = upper[source.order]
        evidence = Evidence("phrase", 1.5, source.span(0, SENTENCE), target.span(0, SENTENCE))
        score = round(chance.uniform(0.5, 1.0), 3)
        yield Implements(
            source.id, target.id, score, "phrases", "between", "proposed", "refined", (evidence,), rules="1"
        )
