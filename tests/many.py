"""Large invented cascades for tests of folding and of pictures: a province's plan, cities below it, then counties.

Each clause is one measure, so that a path goes on wherever links meet. Links begin at tasks and turn over the clauses
above, by numbers alone: the same sizes make the same graph.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.ids import clause_id
from graph.model import Carried, Clause, Document, DocumentFacts, Evidence, Implements, Level, PolicyGraph, Region
from graph.numerals import write_numeral
from graph.store import Store

PLAN = "示政〔2021〕7号"
PROVINCE = Region("990000", "示例省", "provincial", None)
PER_SECTION = 10
WAYS: tuple[Carried, ...] = ("refined", "verbatim", "raised", "partial", "refined", "lowered")
SUBJECTS = (
    "办好手艺工坊",
    "推行师徒结对",
    "改善学校食堂",
    "开放体育场馆",
    "建设社区书屋",
    "培训基层匠人",
    "减免工坊租金",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many clauses the plan has; how many cities, with how many tasks each; how many counties, dealt out to the
    cities in turn, with how many tasks each."""

    clauses: int = 60
    cities: int = 20
    city_tasks: int = 25
    counties: int = 0
    county_tasks: int = 0


def cascade(size: Size) -> PolicyGraph:
    """The cascade of this size."""
    plan = _document(PLAN, "示例省手艺振兴规划", PROVINCE, size.clauses)
    documents, links = [plan], list[Implements]()
    cities = [_region("municipal", rank) for rank in range(size.cities)]
    plans = [_below(region, rank, size.city_tasks) for rank, region in enumerate(cities)]
    for rank, found in enumerate(plans):
        documents.append(found)
        links += _links(found, plan, rank)
    for rank in range(size.counties):
        above = rank % size.cities
        region = _region("county", rank, cities[above])
        found = _below(region, size.cities + rank, size.county_tasks)
        documents.append(found)
        links += _links(found, plans[above], rank)
    return PolicyGraph(tuple(documents), tuple(links))


def put(store: Store, graph: PolicyGraph) -> None:
    """Put a graph in a store, a document at a time."""
    links: dict[str, list[Implements]] = defaultdict(list)
    for link in graph.links:
        links[link.source.rpartition("/")[0]].append(link)
    for facts in graph.documents:
        store.replace(facts, links[facts.document.id])


def _region(level: Level, rank: int, above: Region = PROVINCE) -> Region:
    number = rank + 1
    if level == "municipal":
        return Region(f"99{number:02}00", f"示例{number}市", level, above.code)
    return Region(f"{above.code[:4]}{number % 90 + 10}", f"样本{number}县", level, above.code)


def _below(region: Region, rank: int, tasks: int) -> DocumentFacts:
    letter = "例" if region.level == "municipal" else "样"
    return _document(f"{letter}政〔2022〕{rank + 1}号", f"{region.name}手艺振兴实施方案", region, tasks)


def _document(id: str, title: str, region: Region, tasks: int) -> DocumentFacts:
    """A document of sections with ten tasks each."""
    return DocumentFacts(
        Document(id, title, number=id, level=region.level, region=region.code, issued="2022-03-01", source=f"{id}.txt"),
        tuple(_clauses(id, tasks)),
        regions=tuple({PROVINCE.code: PROVINCE, region.code: region}.values()),
    )


def _clauses(document: str, tasks: int) -> Iterator[Clause]:
    order = 0
    for rank in range(tasks):
        section = write_numeral(rank // PER_SECTION + 1)
        if rank % PER_SECTION == 0:
            yield _clause(document, section, f"{SUBJECTS[rank // PER_SECTION % len(SUBJECTS)]}行动", order)
            order += 1
        address = f"{section}（{write_numeral(rank % PER_SECTION + 1)}）"
        yield _clause(document, address, f"{SUBJECTS[rank % len(SUBJECTS)]}{rank + 1}处", order, section)
        order += 1


def _clause(document: str, address: str, heading: str, order: int, section: str | None = None) -> Clause:
    """A section, or a task in one."""
    return Clause(
        clause_id(document, address),
        document,
        address,
        "clause" if section else "section",
        f"{heading}，由各部门按照职责分工推进，列入年度计划并定期报告进展情况。" if section else heading,
        heading=heading,
        number=address,
        parent=clause_id(document, section) if section else None,
        order=order,
        task=section is not None,
        lines=((0, order + 1),),
    )


def _links(lower: DocumentFacts, upper: DocumentFacts, shift: int) -> Iterator[Implements]:
    """Each task carries out one above, every third a second one too."""
    sources = [each for each in lower.clauses if each.task]
    targets = [each for each in upper.clauses if each.task]
    for rank, source in enumerate(sources):
        first = (rank * 7 + shift * 3) % len(targets)
        for place in dict.fromkeys((first, (first + 11) % len(targets)) if rank % 3 == 0 else (first,)):
            yield _link(source, targets[place], rank + place)


def _link(source: Clause, target: Clause, number: int) -> Implements:
    score = round(0.5 + number * 37 % 50 / 100, 2)
    evidence = Evidence("term", 1.5, source.span(0, 6), target.span(0, 6))
    status = "confirmed" if number % 4 == 0 else "candidate" if number % 13 == 5 else "proposed"
    return Implements(
        source.id,
        target.id,
        score,
        "signs",
        "between",
        status,
        WAYS[number % len(WAYS)],
        (evidence,),
    )
