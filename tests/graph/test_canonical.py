"""Facts in canonical order, and facts that do not fit together."""

from dataclasses import replace

import pytest
from arbitrary import graphs
from hypothesis import given
from invented import ASKED, CITY, DOCUMENTS, GRAPH, LINKS

from graph.canonical import canonical, canonical_facts, canonical_links
from graph.model import PolicyGraph


@given(graphs())
def test_canonical_form_is_a_fixed_point(graph):
    """What is in canonical order stays as it is."""
    assert canonical(graph) == canonical(canonical(graph))


@given(graphs())
def test_the_order_of_the_parts_does_not_matter(graph):
    """However a graph is put together, it is the same value."""
    turned = PolicyGraph(graph.documents[::-1], graph.links[::-1], graph.decisions[::-1])

    assert canonical(graph) == canonical(turned)


def test_parts_follow_the_clauses():
    """Clauses stand by order, and what hangs on them with them."""
    facts = DOCUMENTS[0]
    turned = replace(
        facts,
        clauses=facts.clauses[::-1],
        citations=facts.citations[::-1],
        discrepancies=facts.discrepancies[::-1],
        indicators=(*facts.indicators[::-1], replace(facts.indicators[0], id=f"{facts.clauses[-1].id}#10")),
    )

    assert canonical_facts(facts).clauses == canonical_facts(turned).clauses
    assert canonical_facts(facts).citations == canonical_facts(turned).citations
    assert canonical_facts(facts).discrepancies == canonical_facts(turned).discrepancies
    assert ["#1", "#2", "#10"] == [item.id[len(item.source) :] for item in canonical_facts(turned).indicators]


def test_units_of_a_clause_stay_in_the_order_of_the_text():
    """Who leads is named first, as it was written."""
    turned = replace(DOCUMENTS[0], assignments=DOCUMENTS[0].assignments[::-1])

    assert turned.assignments == canonical_facts(turned).assignments


def test_nothing_stands_twice():
    """A fact given twice is one fact, and two links between the same clauses are the stronger one."""
    facts = DOCUMENTS[1]
    doubled = replace(facts, assignments=facts.assignments * 2, doubts=facts.doubts * 2)
    weaker = replace(LINKS[0], score=0.1, method="weaker")

    assert canonical_facts(facts) == canonical_facts(doubled)
    assert (LINKS[0],) == canonical_links([LINKS[0], weaker]) == canonical_links([weaker, LINKS[0], LINKS[0]])
    assert canonical(GRAPH) == canonical(PolicyGraph(DOCUMENTS * 2, LINKS * 2))


C = DOCUMENTS[1]


@pytest.mark.parametrize(
    ("complaint", "changes"),
    [
        ("the clause .*四（十一） is of 示政", {"clauses": (*C.clauses, DOCUMENTS[0].clauses[1])}),
        ("no such parent", {"clauses": C.clauses[1:]}),
        ("no such assigned clause", {"assignments": (replace(C.assignments[0], source=ASKED),)}),
        ("no such organization: 某局", {"assignments": (replace(C.assignments[0], target="某局"),)}),
        ("no such clause of an indicator", {"indicators": (replace(C.indicators[0], source=ASKED),)}),
        ("no such source of a citation", {"citations": (replace(C.citations[0], source=ASKED),)}),
        ("no such end of an internal link", {"links": (replace(LINKS[0], scope="internal"),)}),
        ("the link from .*三 is not internal", {"links": (replace(LINKS[0], source=f"{CITY}/三"),)}),
        ("no such end of a discrepancy", {"discrepancies": DOCUMENTS[0].discrepancies}),
        (r"二（一） stands twice", {"clauses": (*C.clauses, replace(C.clauses[1], order=9))}),
        (r"#1 stands twice", {"indicators": (*C.indicators, replace(C.indicators[0], value=9.0))}),
        (r"例城市教育局 stands twice", {"organizations": (*C.organizations, replace(C.organizations[1], kind="x"))}),
        (r"990100 stands twice", {"regions": (*C.regions, replace(C.regions[2], name="x"))}),
    ],
)
def test_facts_must_fit_together(complaint, changes):
    """A part that points nowhere is a bug of its maker, and is named."""
    with pytest.raises(ValueError, match=rf"^{CITY}: .*{complaint}"):
        canonical_facts(replace(C, **changes))
