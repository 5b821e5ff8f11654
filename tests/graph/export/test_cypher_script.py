"""The Cypher script: statements that nothing in a text can end or change."""

import io
from dataclasses import replace

import pytest
from arbitrary import graphs
from hypothesis import given
from invented import DOCUMENTS, GRAPH

from graph.export import cypher
from graph.model import PolicyGraph


def written(graph: PolicyGraph) -> str:
    """The script of a graph."""
    stream = io.BytesIO()
    cypher.write(graph, stream)
    return stream.getvalue().decode()


@given(graphs())
def test_a_semicolon_ends_a_statement_and_stands_nowhere_else(graph):
    """So that the plainest reader of scripts splits it right."""
    assert written(graph) == cypher.TITLE + "".join(
        f"{each};\n" for each in written(graph)[len(cypher.TITLE) :].split(";\n")[:-1]
    )
    assert len(list(cypher.statements(graph))) == written(graph).count(";")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("办好", "'办好'"),
        ("it's", r"'it\'s'"),
        ("a\\", r"'a\\'"),
        (r"\u0027", r"'\\u0027'"),
        ("甲;乙\n", r"'甲\u003b乙\u000a'"),
        (True, "true"),
        (3, "3"),
        (0.5, "0.5"),
        (["甲", "乙"], "['甲', '乙']"),
        ([], "[]"),
        ({"id": "甲", "rank": 0}, "{id: '甲', rank: 0}"),
    ],
)
def test_values_as_cypher_writes_them(value, expected):
    """Quotes, backslashes, ends of lines and of statements are escaped."""
    assert expected == cypher.literal(value)


def test_statements_are_of_a_size_that_a_server_takes():
    """Many clauses are written in several statements."""
    first = DOCUMENTS[2]
    many = tuple(
        replace(first.clauses[0], id=f"{first.document.id}/{n}", address=str(n), order=n + 2)
        for n in range(2 * cypher.ROWS)
    )
    graph = PolicyGraph((replace(first, clauses=(*first.clauses, *many)),))

    merging = [each for each in cypher.statements(graph) if "MERGE (n:Clause" in each]

    assert [cypher.ROWS + 1, cypher.ROWS + 1, 3] == [each.count("\n  {") + 1 for each in merging]


def test_what_a_store_would_leave_out_is_left_out():
    """A citation of nothing known leads to a stub; a link to a clause that is not there falls away."""
    alone = PolicyGraph(GRAPH.documents[1:2], GRAPH.links)

    assert "IMPLEMENTS" not in written(alone)
    assert "IMPLEMENTS" in written(GRAPH)
