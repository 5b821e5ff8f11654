"""GraphML with places and colours as attributes (x, y, fill …), as yEd, Gephi, igraph and networkx read it."""

from io import BytesIO

import networkx as nx

from graph.cascade_answers import CascadeView
from graph.drawing.exchange import to_networkx
from graph.drawing.layout import Layout
from graph.drawing.words import Words


def render(view: CascadeView, layout: Layout, words: Words) -> bytes:
    """The graph; the writer is the one without lxml, so that bytes do not depend on it."""
    stream = BytesIO()
    nx.write_graphml_xml(to_networkx(view, layout, words), stream, named_key_ids=True)
    return stream.getvalue()
