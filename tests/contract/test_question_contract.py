"""What every store answers, whatever engine is below."""

from dataclasses import replace

import pytest
from invented import ABSENT, ASKED, CITY, DISTRICT, DOCUMENTS, LINKS, OTHER, PROVINCE, TITLES, decision

from graph import questions
from graph.errors import AmbiguousReference, InputError, UnknownReference
from graph.ids import clause_id
from graph.model import Clause, Document, DocumentFacts, Implements, Region
from graph.store import Store


@pytest.fixture
def loaded(store: Store) -> Store:
    """A store with the invented cascade."""
    for facts in DOCUMENTS:
        store.replace(facts, LINKS)
    return store


def chain(*pairs: tuple[str, str, float]) -> tuple[DocumentFacts, tuple[Implements, ...]]:
    """A document 链 of clauses 1, 2 … and internal links (source, target, score) between them."""
    addresses = sorted({end for source, target, _ in pairs for end in (source, target)}, key=int)
    clauses = tuple(Clause(f"链/{a}", "链", a, "item", a, order=int(a), task=True) for a in addresses)
    links = tuple(
        Implements(f"链/{s}", f"链/{t}", score, "m", "internal", "proposed", "refined") for s, t, score in pairs
    )
    return DocumentFacts(Document("链", "链"), clauses, links=links), links


def addresses(answer: questions.TasksAnswer) -> list[str]:
    """The tasks of an answer, by address."""
    return [task.clause.address for task in answer.tasks]


def test_tasks_come_by_level_document_and_order(loaded):
    """All that derives from a clause over any number of links, from the province down."""
    assert [
        (PROVINCE, "附件1第1项"),
        (CITY, "二（一）1"),
        (CITY, "二（一）2"),
        (OTHER, "二"),
        (DISTRICT, "三"),
        (DISTRICT, "四"),
        (DISTRICT, "附件第9项"),
    ] == [(task.clause.document, task.clause.address) for task in questions.tasks(loaded, ASKED).tasks]


def test_the_best_path_has_the_highest_product(loaded):
    """Two strong links beat one weak one, and the other path is counted."""
    task = next(t for t in questions.tasks(loaded, ASKED).tasks if t.clause.address == "三")

    assert (0.72, 1) == (task.score, task.other_paths)
    assert [clause_id(CITY, "二（一）1"), ASKED] == [step.target for step in task.path]
    assert [0.8, 0.9] == [step.score for step in task.path]


def test_a_row_derives_over_the_clause_that_it_breaks_down(loaded):
    """A path may lead over a link inside the document."""
    row = questions.tasks(loaded, ASKED).tasks[-1]

    assert ["internal", "between", "between"] == [step.scope for step in row.path]
    assert (0.648, 1) == (row.score, row.other_paths)


def test_a_link_comes_with_its_evidence(loaded):
    """Every step of a path says on which spans it rests."""
    step = questions.tasks(loaded, ASKED).tasks[1].path[0]

    assert LINKS[0].evidence == step.evidence
    assert ("phrases", "proposed", "raised") == (step.method, step.status, step.carried)


def test_a_task_comes_with_units_and_indicators(loaded):
    """Who must do it stands in the order of the text, with how much by when."""
    row = questions.tasks(loaded, ASKED).tasks[-1]

    assert [("例东区教体局", "lead", "教体局"), ("示例省财政厅", "cooperate", "财政厅")] == [
        (unit.name, unit.role, unit.as_written) for unit in row.units
    ]
    assert DOCUMENTS[-1].indicators == row.indicators


def test_candidates_and_rejected_links_are_no_links(loaded):
    """Nothing derives over a link that is kept for review or was rejected."""
    loaded.decide(decision(clause_id(CITY, "二（一）1"), ASKED, "rejected"))
    loaded.decide(decision(clause_id(CITY, "二（一）2"), ASKED))

    answer = questions.tasks(loaded, ASKED)

    assert "二（一）1" not in addresses(answer)
    assert (OTHER, "一") not in [(task.clause.document, task.clause.address) for task in answer.tasks]
    assert 0.6 == next(task.score for task in answer.tasks if task.clause.address == "三")


@pytest.mark.parametrize(
    ("wanted", "filters"),
    [
        (["三", "四", "附件第9项"], {"level": "county"}),
        (["二（一）1", "二（一）2", "三", "四", "附件第9项"], {"region": "例城市"}),
        (["二（一）1", "二（一）2", "三", "四", "附件第9项"], {"region": "990100"}),
        (["三", "四", "附件第9项"], {"region": "例东"}),
        (["二"], {"region": "990200", "level": "municipal"}),
        ([], {"region": "990200", "level": "county"}),
        (["附件1第1项", "二（一）1", "二", "三"], {"min_score": 0.72}),
        (["附件1第1项"], {"min_score": 1.0}),
        (7, {"region": "中华人民共和国"}),
    ],
)
def test_tasks_can_be_narrowed(loaded, wanted, filters):
    """Level, region with what it contains, and least score narrow the answer."""
    found = addresses(questions.tasks(loaded, ASKED, **filters))

    assert wanted == (len(found) if isinstance(wanted, int) else found)


def test_a_region_must_be_one(loaded):
    """A region that is unknown, or a name that two have, is an error."""
    twin = replace(DOCUMENTS[-1].regions[-1], code="990203")
    loaded.replace(replace(DOCUMENTS[2], regions=(*DOCUMENTS[2].regions, twin)))

    with pytest.raises(UnknownReference, match="region 别省"):
        questions.tasks(loaded, ASKED, region="别省")
    with pytest.raises(AmbiguousReference, match="990102 例东区, 990203 例东区"):
        questions.tasks(loaded, ASKED, region="例东区")


def test_a_section_is_no_task(store):
    """A clause that obliges nobody is no task, but tasks may derive over it."""
    facts, _ = chain(("2", "1", 0.5), ("3", "2", 0.5))
    section = replace(facts.clauses[1], task=False)

    store.replace(replace(facts, clauses=(facts.clauses[0], section, facts.clauses[2])))

    assert ["3"] == addresses(questions.tasks(store, "链/1"))


def test_equal_products_go_to_the_shorter_path_then_to_the_first_ids(store):
    """The best path is the same one every time."""
    shorter, _ = chain(("2", "1", 0.5), ("3", "2", 1.0), ("3", "1", 0.5))
    store.replace(shorter)
    assert ["链/1"] == [step.target for step in questions.tasks(store, "链/1").tasks[-1].path]

    first, _ = chain(("2", "1", 0.5), ("3", "1", 0.5), ("4", "3", 0.5), ("4", "2", 0.5))
    store.replace(first)
    assert ["链/2", "链/1"] == [step.target for step in questions.tasks(store, "链/1").tasks[-1].path]


def test_a_circle_of_links_ends(store):
    """Links in a circle do not keep the walk going, and a clause does not derive from itself."""
    facts, _ = chain(("2", "1", 0.5), ("3", "2", 0.5), ("1", "3", 0.5), ("2", "3", 0.9))

    store.replace(facts)
    answer = questions.tasks(store, "链/1")

    assert [("2", 0.5, 0), ("3", 0.25, 0)] == [(t.clause.address, t.score, t.other_paths) for t in answer.tasks]


def test_paths_are_counted_up_to_a_bound(store):
    """A ladder of doubled rungs has a thousand paths; the answer says 99, at once."""
    rungs = [(str(3 * n + k), str(3 * n + j), 0.9) for n in range(10) for k, j in ((2, 1), (3, 1), (4, 2), (4, 3))]
    facts, _ = chain(*rungs)

    store.replace(facts)

    assert questions.OTHER_PATHS_LIMIT == questions.tasks(store, "链/1").tasks[-1].other_paths


def test_lineage_down_goes_as_far_as_asked(loaded):
    """Depth 1 shows the clauses one link below, and how many links lead further."""
    answer = questions.lineage(loaded, ASKED, direction="down")

    assert [
        ("附件1第1项", 1, 0),
        ("二（一）1", 1, 0),
        ("二（一）2", 1, 1),
        ("二", 1, 0),
        ("三", 1, 1),
    ] == [(node.clause.address, node.distance, node.further) for node in answer.nodes]
    assert {("三", "二（一）1"), ("三", "四（十一）")} <= {
        (step.source.rpartition("/")[2], step.target.rpartition("/")[2]) for step in answer.links
    }


def test_lineage_up_has_negative_distances_from_the_top(loaded):
    """What a clause rests on comes from the top down."""
    answer = questions.lineage(loaded, clause_id(DISTRICT, "附件第9项"), direction="up", depth=2)

    assert [("四（十一）", -2, 0), ("二（一）1", -2, 0), ("三", -1, 0)] == [
        (node.clause.address, node.distance, node.further) for node in answer.nodes
    ]


def test_lineage_goes_both_ways(loaded):
    """Both directions together are what each has, and the links between all of these."""
    middle = clause_id(CITY, "二（一）1")

    answer = questions.lineage(loaded, middle, depth=3)

    assert [-1, 1, 2] == [node.distance for node in answer.nodes]
    assert 4 == len(answer.links)  # the district's clause is linked to the province's as well


@pytest.mark.parametrize("depth", [0, 21])
def test_lineage_has_a_depth(loaded, depth):
    """A depth that means nothing is refused."""
    with pytest.raises(InputError, match="depth must be 1 to 20"):
        questions.lineage(loaded, ASKED, depth=depth)


def test_a_clause_with_all_that_hangs_on_it(loaded):
    """Parent, children, units, indicators, links both ways and citations."""
    answer = questions.clause(loaded, clause_id(CITY, "二（一）1"))

    assert clause_id(CITY, "二（一）") == answer.parent
    assert () == answer.children == answer.units == answer.indicators
    assert ([ASKED], [clause_id(DISTRICT, "三")]) == (
        [step.target for step in answer.implements],
        [step.source for step in answer.implemented_by],
    )
    assert (PROVINCE,) == answer.citations
    assert "例城市" == answer.clause.region_name
    assert TITLES[CITY] == answer.clause.document_title


def test_children_stand_in_the_order_of_the_text(loaded):
    """A section names its clauses."""
    section = questions.clause(loaded, clause_id(CITY, "二（一）"))

    assert (clause_id(CITY, "二（一）1"), clause_id(CITY, "二（一）2")) == section.children
    assert not section.clause.task


def test_documents_come_by_level_and_cited_ones_last(loaded):
    """The list says of each document what it holds and how it is linked."""
    cards = questions.documents(loaded)

    assert [PROVINCE, CITY, OTHER, DISTRICT, ABSENT, "师徒制办法"] == [card.id for card in cards]
    assert ({"clause": 2, "row": 1, "section": 2}, 3, 0, 3) == (
        cards[0].clauses,
        cards[0].tasks,
        cards[0].uppers,
        cards[0].lowers,
    )
    assert ("county", "990102", "例东区", 2, 0) == (
        cards[3].level,
        cards[3].region,
        cards[3].region_name,
        cards[3].uppers,
        cards[3].lowers,
    )
    assert [True] * 4 + [False] * 2 == [card.loaded for card in cards]


def test_a_document_and_its_clauses(loaded):
    """A document comes back as it was loaded; what is not there is an error that names what is near."""
    assert DOCUMENTS[0].document == questions.document(loaded, PROVINCE)
    assert DOCUMENTS[0].clauses == questions.clauses(loaded, PROVINCE)
    with pytest.raises(UnknownReference) as caught:
        questions.document(loaded, "示政〔2021〕8号")
    assert PROVINCE in caught.value.nearest
    with pytest.raises(UnknownReference):
        questions.clauses(loaded, "没有的文件")


def test_a_clause_must_be_there(loaded):
    """An unknown clause is an error that names its neighbours; a document is no clause."""
    with pytest.raises(UnknownReference) as caught:
        questions.clause(loaded, clause_id(PROVINCE, "四（十三）"))
    assert ASKED in caught.value.nearest
    with pytest.raises(UnknownReference, match="a clause of 示政〔2021〕7号"):
        questions.tasks(loaded, PROVINCE)


@pytest.mark.parametrize(
    ("id", "text"),
    [
        (ASKED, ASKED),
        (ASKED, "示政[2021]7号 第十一条"),
        (ASKED, "示政（2021）7号 clause 十一"),
        (ASKED, f"《{TITLES[PROVINCE]}》第十一条"),
        (clause_id(PROVINCE, "附件1第1项"), "示政〔2021〕7号附件1第1项"),
        (clause_id(CITY, "二（一）2"), "例城市手艺振兴行动方案 二(一)2"),
        (PROVINCE, "传统手艺的意见"),
        (DISTRICT, "例东区手艺"),
        (ABSENT, "国手[2019]4号"),
        ("师徒制办法", "《师徒制办法》"),
    ],
)
def test_resolve_reads_what_people_write(loaded, id, text):
    """Numbers, titles and addresses in any writing; a document that is only cited as well."""
    assert id == questions.resolve(loaded, text)


def test_loaded_documents_come_before_cited_ones(loaded):
    """A word of a title means the loaded document, even when a cited one has it too."""
    loaded.replace(
        replace(
            DOCUMENTS[2],
            citations=(replace(DOCUMENTS[0].citations[1], source=DOCUMENTS[2].clauses[0].id, title="例东区手艺规划"),),
        )
    )

    assert DISTRICT == questions.resolve(loaded, "例东区手艺")


def test_what_fits_several_is_an_error(loaded):
    """手艺振兴 stands in three titles."""
    with pytest.raises(AmbiguousReference) as caught:
        questions.resolve(loaded, "手艺振兴")

    assert {CITY, OTHER, DISTRICT} == set(caught.value.candidates)


def test_a_confirmed_link_is_one_like_any(loaded):
    """What a person confirmed is walked over, also when it was a candidate before."""
    loaded.decide(decision(clause_id(OTHER, "一"), ASKED))

    assert "一" in addresses(questions.tasks(loaded, ASKED))


def test_a_document_without_region_is_in_none(store):
    """What has no region is left out when one is asked for."""
    facts, _ = chain(("2", "1", 0.5))
    store.replace(replace(facts, regions=(Region("990000", "示例省", "provincial", None),)))

    assert [] == addresses(questions.tasks(store, "链/1", region="示例省"))
    assert ["2"] == addresses(questions.tasks(store, "链/1"))
