"""Facts as JSON Lines: an exact round trip, sorted lines, and errors that name the line."""

import io
import json
import random

import pytest
from arbitrary import graphs
from hypothesis import given
from invented import ASKED, CITY, GRAPH, PROVINCE, decision

from graph.canonical import canonical
from graph.errors import UnreadableFile
from graph.export import jsonl
from graph.model import PolicyGraph


def lines(graph: PolicyGraph) -> list[str]:
    """The lines of an export."""
    stream = io.BytesIO()
    jsonl.write(graph, stream)
    return stream.getvalue().decode().split("\n")


@given(graphs())
def test_the_round_trip_is_exact(graph):
    """Any graph is read back as it was, in canonical order."""
    assert canonical(graph) == jsonl.parse(lines(graph), "export")


@given(graphs())
def test_the_order_of_lines_does_not_matter(graph):
    """Lines may be shuffled, sorted anew or put together from several exports."""
    shuffled = lines(graph)
    random.Random(7).shuffle(shuffled)

    assert canonical(graph) == jsonl.parse(shuffled, "export")


def test_lines_are_sorted_with_kind_and_ids_first():
    """`sort` leaves an export as it is."""
    exported = lines(GRAPH)

    assert sorted(exported[:-1]) == exported[:-1]
    assert exported[0].startswith('{"kind":"assigned_to","source":"')
    assert "" == exported[-1]


def test_each_kind_has_the_fields_that_others_read():
    """The fields that programs beside ours rely on."""
    read = [json.loads(line) for line in lines(GRAPH) if line]
    promised = {
        "document": {"id", "number", "title", "issuers", "level", "issued"},
        "clause": {"id", "type", "heading", "text"},
        "quantifies": {"source", "value", "value_max", "unit", "comparator", "deadline", "span"},
        "assigned_to": {"source", "target", "role"},
        "implements": {"source", "target", "status"},
        "cites": {"source", "title", "number"},
        "discrepancy": {"a", "b"},
    }

    assert {kind: [] for kind in promised} == {
        kind: [line for line in read if line["kind"] == kind and not fields <= line.keys()]
        for kind, fields in promised.items()
    }
    assert set(promised) | {"region", "organization", "doubt"} == {line["kind"] for line in read}


def test_other_fields_are_passed_over():
    """A line may say more than we read."""
    more = [line.replace('{"kind"', '{"note":"手工","kind"') for line in lines(GRAPH)]

    assert canonical(GRAPH) == jsonl.parse(more, "export")


def test_a_file_is_read(tmp_path):
    """An export is an import, whatever line ends an editor gave it."""
    path = tmp_path / "facts.jsonl"
    path.write_text("\r\n".join(lines(GRAPH)), encoding="utf-8", newline="")

    assert canonical(GRAPH) == jsonl.read(path)


def without(kind: str) -> list[str]:
    """The export without the lines of one kind."""
    return [line for line in lines(GRAPH) if f'"kind":"{kind}"' not in line]


def decided(at: str = "2022-03-01T08:00:00Z", status: str = "confirmed") -> str:
    """The line of a decision."""
    return json.dumps(
        {"kind": "decision", "source": "甲/一", "target": "乙/一", "status": status, "by": "人", "at": at}
    )


def twice() -> list[str]:
    """The export with a line that it has already."""
    exported = lines(GRAPH)
    return [*exported, next(line for line in exported if f'"document","id":"{PROVINCE}"' in line)]


@pytest.mark.parametrize(
    ("complaint", "text"),
    [
        (r"facts:3: is no line of facts: Expecting value", ["", "", "not JSON"]),
        (r"facts:1: is no line of facts: its kind is not one of document, clause", ["[1, 2]"]),
        (r"facts:1: is no line of facts: its kind is not one of", ['{"id": "甲"}']),
        (r"facts:2: is no line of facts: its kind is not one of", ["", '{"kind": "opinion"}']),
        (r"facts:1: is no line of facts: Document: no title", ['{"kind": "document", "id": "甲"}']),
        (r"facts:1: .*Document.title: str expected, 3 found", ['{"kind":"document","id":"甲","title":3}']),
        (r"facts:1: .*Document.level: one of national", ['{"kind":"document","id":"甲","title":"甲","level":"省"}']),
        (
            r"facts:1: .*Document.issuers: a list expected",
            ['{"kind":"document","id":"甲","title":"甲","issuers":"省"}'],
        ),
        (r"facts:1: .*at: a time as", [decided("昨天")]),
        (r"facts:1: .*at: a time as", [decided("2022-03-01T08:00:00")]),
        (r"facts:1: .*Decision.status: one of confirmed, rejected", [decided(status="candidate")]),
        (r"facts:2: is no line of facts", [decided(), "<<<<<<< HEAD"]),
        (r"facts:\d+: no line for", without("document")),
        (r"facts:\d+: no line for", without("clause")),
        (r"facts: .*no such organization", without("organization")),
        (r"facts:\d+: 示政〔2021〕7号 stands twice", twice()),
    ],
)
def test_what_is_wrong_is_said_with_the_line(complaint, text):
    """A file that is no export is refused, with the place and the reason."""
    with pytest.raises(UnreadableFile, match=complaint):
        jsonl.parse(text, "facts")


def test_decisions_need_no_documents():
    """A file of decisions alone is an export; of several on one pair, as a merge leaves them, the newest counts."""
    text = [decided("2022-03-02T08:00:00Z", "rejected"), decided("2022-03-01T23:00:00-08:00"), decided()]

    (read,) = jsonl.parse(text, "decisions").decisions

    assert ("rejected", "2022-03-02T08:00:00Z") == (read.status, read.at)
    assert ("甲/一", "乙/一", "", "") == (read.source, read.target, read.note, read.source_print)


def test_decisions_stand_in_order():
    """A line a decision, by its ends: what changed is one line of a diff."""
    given = (decision("乙/二", ASKED), decision("乙/一", ASKED, "rejected"))

    assert lines(PolicyGraph(decisions=given)) == lines(PolicyGraph(decisions=given[::-1]))
    assert ["乙/一", "乙/二"] == [json.loads(line)["source"] for line in lines(PolicyGraph(decisions=given)) if line]


def test_a_file_that_cannot_be_read(tmp_path):
    """A missing file and one in another encoding are refused by name."""
    path = tmp_path / "facts.jsonl"
    with pytest.raises(UnreadableFile, match=r"facts\.jsonl"):
        jsonl.read(path)

    path.write_bytes("示例".encode("gb18030"))
    with pytest.raises(UnreadableFile, match=r"facts\.jsonl"):
        jsonl.read(path)


def test_a_reader_finds_what_it_looks_for():
    """A line is readable by itself."""
    assert [(f"{CITY}/二（一）1", ASKED, "raised")] == [
        (line["source"], line["target"], line["carried"])
        for line in (json.loads(text) for text in lines(GRAPH) if '"carried":"raised"' in text)
    ]
