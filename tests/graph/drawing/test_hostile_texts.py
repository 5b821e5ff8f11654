"""No text of a document breaks a graph file, or does more in a program than stand there."""

from dataclasses import replace

import pytest
from views import node, view

from graph.drawing import draw

HOSTILE = '"];\nclick n0 "javascript:alert(1)" <b>粗</b> `code` #quot; %% \\l \\n end {a|b} _x_ **y**\n---\n&amp; \x07'


@pytest.mark.parametrize("format", ["mermaid", "cytoscape", "drawio", "gexf", "graphml"])
def test_a_text_is_a_text_in_every_program(programs, format):
    """Two boxes and a line, with the text in the labels where labels hold texts, and no complaint."""
    nodes = [node(0, "provincial", 1, place="asked", text=HOSTILE), node(1, "county", 2, text=HOSTILE)]
    shown = view([replace(each, document_title=HOSTILE) for each in nodes], [(nodes[1].id, nodes[0].id)])
    asked = replace(shown, question=replace(shown.question, document=HOSTILE))
    first, second = ("n0", "n1") if format in ("mermaid", "drawio") else (node.id for node in nodes)

    programs.complaints.clear()
    opened = programs.open(format, draw(asked, format).decode())

    assert ([], [(second, first, "细化")]) == (programs.complaints, opened.edges)
    assert ('"]; click n0' in opened.labels[first]) is (format != "gexf")
