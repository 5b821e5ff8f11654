"""GEXF 1.2 with colours, sizes and places of its viz module: Gephi opens it as it is drawn here."""

from io import BytesIO
from math import sqrt

from networkx.readwrite.gexf import GEXFWriter

from graph.cascade_answers import CascadeView
from graph.drawing.exchange import to_networkx
from graph.drawing.layout import Layout
from graph.drawing.palette import LEVELS
from graph.drawing.words import Words
from graph.xml_text import xml_text

SIZE = 12.0  # of one clause; the area of a node grows with its clauses


def render(view: CascadeView, layout: Layout, words: Words) -> bytes:
    """The graph, with short labels: nodes are no boxes there. Gephi counts heights upward. The signature says neither
    networkx's version nor today's date."""
    made = to_networkx(view, layout, words)
    heads = {xml_text(box.node.id): xml_text(" ".join(box.head)) for box in layout.boxes}
    for id, node in made.nodes(data=True):
        node["label"] = " ".join(filter(None, (node.get("region"), heads[id])))
        node["viz"] = {
            "position": {"x": node.pop("x"), "y": -node.pop("y"), "z": 0.0},
            "size": round(SIZE * sqrt(node["clauses"]), 2),
            "color": colour(LEVELS[node.get("level")]),
        }
    for place, (_, _, edge) in enumerate(made.edges(data=True)):
        shape = "dashed" if edge.pop("dashed") else "solid"
        edge["viz"] = {"color": colour(edge["colour"]), "thickness": edge.pop("line"), "shape": shape}
        edge |= {"id": f"e{place}", "weight": edge["score"]}
    writer = GEXFWriter(made, encoding="utf-8", version="1.2draft")
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    writer.xml.find("meta/creator").text = "policy-cascade"
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def colour(code: str) -> dict[str, int | float]:
    """#1a66a8 as red, green and blue."""
    red, green, blue = (int(code[at : at + 2], 16) for at in (1, 3, 5))
    return {"r": red, "g": green, "b": blue, "a": 1.0}
