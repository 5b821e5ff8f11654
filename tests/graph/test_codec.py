"""Facts as plain values, and what is refused on the way back."""

import pytest
from arbitrary import graphs
from hypothesis import given
from invented import DOCUMENTS

from graph import codec, records
from graph.model import Clause, Document, DocumentFacts, Indicator, PolicyGraph, Span

SPAN = {"start": 0, "end": 2, "text": "工坊", "line": 4}


@given(graphs())
def test_plain_and_read_are_inverses(graph):
    """Any graph comes back from its plain values."""
    assert graph == codec.read(PolicyGraph, codec.plain(graph))


@given(graphs())
def test_properties_and_facts_are_inverses(graph):
    """Any clause and document comes back from the properties of its node, none of which is nested."""
    for facts in graph.documents:
        for fact in (facts.document, *facts.clauses, *facts.indicators):
            properties = records.properties(fact)
            assert fact == records.fact(type(fact), properties)
            assert {str, int, float, bool, list, type(None)} >= {type(value) for value in properties.values()}


def test_a_clause_has_no_property_that_an_engine_uses_itself():
    """`type` is the label of a node in the embedded engine."""
    assert "type" not in records.properties(DOCUMENTS[0].clauses[0])
    assert "section" == records.properties(DOCUMENTS[0].clauses[0])["clause_type"]


def test_a_whole_number_is_a_fraction_where_fractions_stand():
    """3 in a field of fractions is written as it is read back."""
    indicator = Indicator("甲/一#1", "甲/一", 3, "所", ">=", "工坊", "target", Span(**SPAN), "至少", value_max=5)

    assert (float, float) == (type(codec.plain(indicator)["value"]), type(codec.plain(indicator)["value_max"]))


def test_missing_fields_have_their_defaults():
    """What a fact says without a value need not be given, and other names are passed over."""
    assert Document("甲", "甲") == codec.read(Document, {"id": "甲", "title": "甲", "note": "手工"})


def test_a_store_that_is_older_than_a_field_is_read_with_its_default():
    """A property that is not in the store comes as nothing; what must be there is still missed."""
    indicator = Indicator("甲/一#1", "甲/一", 3, "所", ">=", "工坊", "target", Span(**SPAN), "至少")
    row = records.properties(indicator)

    assert indicator == records.fact(Indicator, row | {"measure": None, "inherited": None})
    with pytest.raises(ValueError, match=r"Indicator\.unit"):
        records.fact(Indicator, row | {"unit": None})


@pytest.mark.parametrize(
    ("complaint", "cls", "values"),
    [
        ("Span: no line, start", Span, {"end": 2, "text": "工坊"}),
        ("Span: not an object", Span, None),
        ("Span.start: int expected, '0' found", Span, SPAN | {"start": "0"}),
        ("Span.start: int expected, True found", Span, SPAN | {"start": True}),
        ("Span.text: str expected, None found", Span, SPAN | {"text": None}),
        ("Document.issuers: a list expected, '省' found", Document, {"id": "甲", "title": "甲", "issuers": "省"}),
        ("Document.issuers: str expected, 3 found", Document, {"id": "甲", "title": "甲", "issuers": [3]}),
        (
            "Document.level: one of national, .* expected, 'x' found",
            Document,
            {"id": "甲", "title": "甲", "level": "x"},
        ),
        (
            "Document.inferences: 2 values expected, 1 found",
            Document,
            {"id": "甲", "title": "甲", "inferences": [["level"]]},
        ),
        (
            "Clause.order: int expected, 1.5 found",
            Clause,
            {"id": "甲/一", "document": "甲", "address": "一", "type": "item", "text": "", "order": 1.5},
        ),
        (
            "DocumentFacts.document: Document.title: str expected",
            DocumentFacts,
            {"document": {"id": "甲", "title": 3}},
        ),
    ],
)
def test_other_values_are_refused_by_name(complaint, cls, values):
    """The field that does not fit is named, the inner one too."""
    with pytest.raises(ValueError, match=complaint):
        codec.read(cls, values)


@pytest.mark.parametrize("value", ["3", True, None])
def test_a_number_is_a_number(value):
    """Text and truth are no numbers."""
    with pytest.raises(ValueError, match="a number expected"):
        codec.reader_of(float)(value)
