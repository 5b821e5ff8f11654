"""The reader against the truth planted in samples/ (planted.json, written by hand together with the documents)."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from loaders.build import load
from loaders.vocabulary import rows

SAMPLES = Path(__file__).parents[2] / "samples"
PLANTED = json.loads(Path(__file__).with_name("planted.json").read_text(encoding="utf-8"))
QUESTION = "示政〔2021〕7号/四（十一）"

# What is exact in the sample is held exactly; where a careful reader may still err, the floor says how often.
INDICATORS_F1 = 0.97
DEADLINES_RIGHT = 0.97
INTERNAL_F1 = 0.97
BETWEEN_F1 = 0.9
CARRIED_RIGHT = 0.9
CHANGED = ("raised", "lowered")


@pytest.fixture(scope="module")
def graph():
    """The sample, read once."""
    return load(sorted(SAMPLES.glob("*.txt")))


def squeeze(text):
    """Without white space, brackets and marks of one width."""
    return re.sub(r"\s+", "", text or "").translate(str.maketrans("(),;:％", "（），；：%"))


def document_of(clause):
    """The document that a clause id names."""
    return clause.rpartition("/")[0]


def f1(found, wanted, tolerated=frozenset()):
    """The harmonic mean of precision and recall; what is tolerated counts neither way."""
    right = len(found & wanted)
    return 2 * right / (len(found - tolerated) + len(wanted)) if right else 0.0


def all_of(graph, part):
    """The facts of one kind over all documents."""
    return [fact for facts in graph.documents for fact in getattr(facts, part)]


def links_between(graph):
    """The links between documents, candidates left out, as (source, target)."""
    return {(link.source, link.target) for link in graph.links if link.status in ("proposed", "confirmed")}


def planted_links(scope, grade):
    """The planted pairs of a scope: grade 2 must link, grade 1 may."""
    return {(p["source"], p["target"]) for p in PLANTED["implements"] if p["scope"] == scope and p["grade"] == grade}


@pytest.mark.parametrize("field", ["number", "title", "notice_title", "level", "region", "issued", "printed", "status"])
def test_heads(graph, field):
    """Number, titles, level, region, dates and status of all five documents are read as planted."""
    wanted = {planted["id"]: squeeze(planted[field]) for planted in PLANTED["documents"]}

    assert wanted == {facts.document.id: squeeze(getattr(facts.document, field)) for facts in graph.documents}


def test_issuers(graph):
    """Issuers are those of the letterhead or the title, and the draft has none."""
    wanted = {planted["id"]: set(planted["issuers"]) for planted in PLANTED["documents"]}

    assert wanted == {facts.document.id: set(facts.document.issuers) for facts in graph.documents}


def test_addresses(graph):
    """Every planted clause is there under its address and kind, and no other."""
    wanted = {planted["id"]: planted["type"] for planted in PLANTED["clauses"]}

    assert wanted == {clause.id: clause.type for clause in all_of(graph, "clauses")}


def test_texts(graph):
    """Each clause's text is whole: page breaks closed, page numbers and marks gone, nothing of its neighbours in it."""
    wanted = {p["id"]: (squeeze(p["start"]), squeeze(p["end"]), p["chars"]) for p in PLANTED["clauses"]}
    texts = {clause.id: squeeze(clause.text) for clause in all_of(graph, "clauses")}

    assert wanted == {id: (text[:12], text[-12:], len(text)) for id, text in texts.items()}


def test_assignments(graph):
    """Who must do what, and in which role, is exact wherever a bracket or a cell says it."""
    listed = [planted for planted in PLANTED["assigned"] if not planted["in_text"]]
    spoken = {(p["clause"], squeeze(o["name"])) for p in listed for o in p.get("in_text_orgs", [])}
    wanted = {(p["clause"], squeeze(o["name"]), o["role"]) for p in listed for o in p["orgs"]}
    scope = {planted["clause"] for planted in listed}
    found = {(a.source, squeeze(a.target), a.role) for a in all_of(graph, "assignments") if a.source in scope}

    assert wanted == {each for each in found if each in wanted or each[:2] not in spoken}


def test_collectives(graph):
    """Collective bodies (各市政府, 有关医疗机构) are marked as such, single ones are not."""
    wanted = {squeeze(o["name"]): o["collective"] for p in PLANTED["assigned"] if not p["in_text"] for o in p["orgs"]}
    found = {squeeze(body.id): body.collective for body in all_of(graph, "organizations")}

    assert wanted == {name: found.get(name) for name in wanted}


def matched_indicators(graph):
    """Pairs of (planted, found) indicators that state the same value and unit in the same clause, and what is left."""
    left, pairs, missing = list(all_of(graph, "indicators")), [], []
    for planted in PLANTED["quantities"]:
        low, high = planted["value"] if isinstance(planted["value"], list) else (planted["value"], None)
        wanted = (planted["clause"], low, high, squeeze(planted["unit"]))
        hit = next((i for i in left if (i.source, i.value, i.value_max, squeeze(i.unit)) == wanted), None)
        if hit:
            left.remove(hit)
            pairs.append((planted, hit))
        elif not planted.get("optional"):
            missing.append(wanted)
    return pairs, missing, left


def test_indicators(graph):
    """Stated quantities are found with value and unit, and hardly anything else is taken for one."""
    pairs, missing, left = matched_indicators(graph)

    assert INDICATORS_F1 <= 2 * len(pairs) / (2 * len(pairs) + len(missing) + len(left)), (missing, left)


def test_comparators(graph):
    """No comparator is turned: not 不低于, 超过, 左右, 不超过, 以内, nor 3—5年."""
    pairs, _, _ = matched_indicators(graph)

    assert [] == [(p["clause"], p["span"], i.comparator) for p, i in pairs if p["comparator"] != i.comparator]
    assert {">=", ">", "<=", "~", "=", "range"} == {i.comparator for _, i in pairs}


def test_deadlines(graph):
    """A quantity's deadline is the one that its sentence states."""
    pairs, _, _ = matched_indicators(graph)
    wrong = [
        (p["clause"], p["deadline"], i.deadline) for p, i in pairs if squeeze(p["deadline"]) != squeeze(i.deadline)
    ]

    assert DEADLINES_RIGHT <= 1 - len(wrong) / len(pairs), wrong


def test_internal_links(graph):
    """Each row of a task list implements the clauses that it breaks down."""
    found = {(link.source, link.target) for link in all_of(graph, "links")}
    wanted = planted_links("internal", 2)

    assert INTERNAL_F1 <= f1(found, wanted, planted_links("internal", 1)), found ^ wanted


def test_links_between(graph):
    """The lower documents' clauses link to what they carry out above."""
    found = {pair for pair in links_between(graph) if "附件" not in pair[1]}
    wanted = planted_links("between", 2)

    assert BETWEEN_F1 <= f1(found, wanted, planted_links("between", 1)), found ^ wanted


def test_slogans_link_nothing(graph):
    """加强组织领导 stands in all five documents and links to nothing in any of them."""
    slogans = set(PLANTED["boilerplate"])

    assert len(PLANTED["documents"]) == len(slogans)
    assert [] == [pair for pair in links_between(graph) if slogans & set(pair)]


def test_strangers_link_nothing(graph):
    """Two cities do not carry each other out, nor does a district the city in which it does not lie."""
    strangers = [set(pair) for pair in PLANTED["strangers"]]

    assert [] == [pair for pair in links_between(graph) if {document_of(clause) for clause in pair} in strangers]


def test_nothing_below(graph):
    """The clauses that nobody below has taken up are not given a task below."""
    assert [] == [pair for pair in links_between(graph) if pair[1] in PLANTED["nothing_below"]]


def test_nothing_above(graph):
    """A local innovation is not given a basis that it does not have."""
    assert [] == [pair for pair in links_between(graph) if pair[0] in PLANTED["nothing_above"]]


def test_raised_and_lowered(graph):
    """Exactly the planted links raise or lower a target: nobody is accused of lowering who did not."""
    wanted = {(p["source"], p["target"], p["carried"]) for p in PLANTED["carried"] if p["carried"] in CHANGED}
    found = {(link.source, link.target, link.carried) for link in graph.links if link.carried in CHANGED}

    assert wanted == {each for each in found if "附件" not in each[1]}


def test_shares_are_neither_raised_nor_lowered(graph):
    """A district's 18 of its city's 180 grounds, or words taken over unchanged, are neither raised nor lowered."""
    found = {(link.source, link.target): link.carried for link in graph.links}
    planted = [p for p in PLANTED["carried"] if p["carried"] not in CHANGED]
    wrong = [p for p in planted if p["carried"] != found.get((p["source"], p["target"]))]

    assert CARRIED_RIGHT <= 1 - len(wrong) / len(planted), wrong


def test_citations(graph):
    """Each document cites what it cites, by number where it gives one, else by title."""
    wanted = {(p["document"], p["number"] or squeeze(p["title"])) for p in PLANTED["citations"]}
    found = {(facts.document.id, c.number or squeeze(c.title)) for facts in graph.documents for c in facts.citations}

    assert wanted == {(source, key) for source, key in found if source != key}


def test_discrepancies(graph):
    """Of body and task list, every planted difference of substance is found, and none that is not there."""
    planted = {frozenset((p["a"], p["b"])): p["weight"] for p in PLANTED["discrepancies"]}
    found = {frozenset((d.a, d.b)) for d in all_of(graph, "discrepancies")}

    assert set() == {pair for pair, weight in planted.items() if weight == "material"} - found
    assert set() == found - set(planted)


def test_kinds_of_discrepancies(graph):
    """A number, a deadline and a slip of one character are told apart."""
    wanted = {(p["a"], p["b"], p["kind"]) for p in PLANTED["discrepancies"] if p["weight"] == "material"}
    found = {(d.a, d.b, d.kind) for d in all_of(graph, "discrepancies") if d.weight == "material"}

    assert wanted == found


def test_question(graph):
    """第十一条 of the province has tasks with units and figures in both cities and the district, item and rows."""
    below = {source for source, target in links_between(graph) if target == QUESTION}
    districts = "范例区学校体育与学生健康提升实施方案"
    tasks = {
        "例政〔2021〕15号/二（三）2",
        "样政〔2022〕3号/三（三）",
        f"{districts}/二（三）6",
        f"{districts}/附件第6项",
    }
    units = Counter(a.source for a in all_of(graph, "assignments"))
    figures = Counter(i.source for i in all_of(graph, "indicators"))

    assert tasks <= below
    assert {task for task in tasks if not units[task]} <= {f"{districts}/二（三）6"}  # its rows name the units
    assert all(figures[task] for task in tasks)


def test_invented_regions():
    """The invented regions meet no code of GB/T 2260, nest by their digits, and each is one of the sample's."""
    invented = {code: rest for code, *rest in rows("example_regions.tsv")}
    used = {planted["region"] for planted in PLANTED["documents"]} - {"000000"}

    assert set() == set(invented) & {code for code, *_ in rows("regions.tsv")}
    assert {"99"} == {code[:2] for code in invented}
    assert used == set(invented)
