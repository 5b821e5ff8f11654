"""The files of the sample in the programs that they are for: as many nodes and edges as the API says, with its words.

A program reads a file as its users open it, in a real Chromium: Mermaid, Cytoscape.js, maxGraph (draw.io) and
graphology (Sigma.js, Gephi Lite).
"""

import re
from collections import Counter

import pytest
from serving import served

from api import sample
from api.loading import files_of, load
from graph.drawing.palette import LEVELS, PAINTS
from graph.store import open_store

CLAUSE = {"of": sample.QUESTION, "status": ["proposed", "confirmed", "candidate"]}
FOLDED = {"of": "示政〔2021〕7号", "limit": "20"}
PICTURES = ("mermaid", "cytoscape", "drawio", "gexf", "graphml")
NUMBERED = ("mermaid", "drawio")  # a node is n and its place in the answer; there are notes and a legend too
GRAPHS = ("cytoscape", "gexf", "graphml")
CARRIED = {"verbatim": "照抄", "refined": "细化", "raised": "加码", "lowered": "降标", "partial": "缺项"}


@pytest.fixture(scope="module")
def api(tmp_path_factory):
    """A client of the API over the sample."""
    url = str(tmp_path_factory.mktemp("store") / "sample.kgl")
    with open_store(url, writable=True) as store:
        load(store, files_of([sample.home()]))
    with served(url) as client:
        yield client


def label(link: dict) -> str:
    """What stands on a line."""
    several = f"×{len(link['steps'])}" if len(link["steps"]) > 1 else ""
    return "备选" if link["status"] == "candidate" else CARRIED[link["carried"]] + several


@pytest.mark.parametrize("question", [CLAUSE, FOLDED], ids=["clause", "folded"])
@pytest.mark.parametrize("format", PICTURES)
def test_a_program_shows_what_the_api_answers(api, programs, format, question):
    """Each box with its address, each line between its boxes with its word, and nothing to complain of."""
    view = api.get("/cascade", params=question).json()
    ids = {node["id"]: f"n{place}" if format in NUMBERED else node["id"] for place, node in enumerate(view["nodes"])}
    drawn = api.get(f"/export/draw/{format}", params=question).text

    programs.complaints.clear()
    shown = programs.open(format, drawn)

    assert [] == programs.complaints
    assert set(ids.values()) == {id for id in shown.labels if format not in NUMBERED or re.fullmatch(r"n\d+", id)}
    assert Counter((ids[link["source"]], ids[link["target"]], label(link)) for link in view["links"]) == Counter(
        shown.edges
    )
    for node in view["nodes"]:
        said = node["clauses"][0]["address"] if node["kind"] == "clause" else f"{len(node['clauses'])} 条"
        assert said in shown.labels[ids[node["id"]]]


@pytest.mark.parametrize("format", ["mermaid", "cytoscape", "drawio"])
def test_the_box_asked_for_is_marked_as_in_our_pictures(api, programs, format):
    """By the same colour, the others by theirs."""
    view = api.get("/cascade", params=CLAUSE).json()
    shown = programs.open(format, api.get(f"/export/draw/{format}", params=CLAUSE).text)

    assert [PAINTS["box asked"].fill if node["place"] == "asked" else PAINTS["box"].fill for node in view["nodes"]] == [
        shown.fills[f"n{place}" if format in NUMBERED else node["id"]] for place, node in enumerate(view["nodes"])
    ]


def test_gexf_is_coloured_by_level(api, programs):
    """Gephi has no boxes to tell levels apart by their place alone."""
    view = api.get("/cascade", params=CLAUSE).json()
    shown = programs.open("gexf", api.get("/export/draw/gexf", params=CLAUSE).text)

    assert {node["id"]: LEVELS[node["level"]] for node in view["nodes"]} == shown.fills


@pytest.mark.parametrize("format", GRAPHS)
def test_a_program_opens_the_whole_graph(api, programs, format):
    """All documents by their titles, as many clauses as the API counts, and each edge of the graph."""
    documents = api.get("/documents").json()
    graph = api.get("/export/json").json()

    shown = programs.open(format, api.get(f"/export/{format}").text)

    assert {document["id"]: document["title"] for document in documents}.items() <= shown.labels.items()
    assert len(documents) == shown.kinds["document"]
    assert sum(sum(document["clauses"].values()) for document in documents) == shown.kinds["clause"]
    assert len(graph["nodes"]) == len(shown.labels)
    assert Counter(edge["kind"] for edge in graph["edges"]) == Counter(kind for *_, kind in shown.edges)
