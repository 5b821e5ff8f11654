"""What speaks against a link."""

from dataclasses import replace

import pytest

from graph.cautions import cautions
from graph.model import Citation, Document, Evidence, Implements, Span

BELOW = Document("例政〔2021〕9号", "方案", "例政〔2021〕9号", issued="2021-11-01")
ABOVE = Document("示政〔2021〕7号", "意见", "示政〔2021〕7号", issued="2021-06-15")
CITED = Citation(BELOW.id, ABOVE.id, "示政〔2021〕7号", "basis", number=ABOVE.number)
SPAN = Span(0, 4, "竹编技艺", 1)
ONE = Evidence("term", 2.0, SPAN, SPAN)
LINK = Implements(
    f"{BELOW.id}/一", f"{ABOVE.id}/一", 0.8, "terms", "between", "proposed", "refined", evidence=(ONE, ONE)
)


@pytest.mark.parametrize(
    ("link", "others", "documents", "cites", "expected"),
    [
        (LINK, (), (BELOW, ABOVE), True, ()),
        (LINK, (), (BELOW, ABOVE), False, ("no citation",)),
        (replace(LINK, evidence=(ONE,)), (), (BELOW, ABOVE), True, ("one passage",)),
        (LINK, (replace(LINK, target=f"{ABOVE.id}/二", score=0.9),), (BELOW, ABOVE), True, ("another likelier",)),
        (LINK, (replace(LINK, target=f"{ABOVE.id}/二", score=0.7),), (BELOW, ABOVE), True, ()),
        (LINK, (replace(LINK, target="其他〔2021〕1号/二", score=0.9),), (BELOW, ABOVE), True, ()),
        (
            LINK,
            (replace(LINK, target=f"{ABOVE.id}/二", score=0.9, status="candidate"),),
            (BELOW, ABOVE),
            True,
            (),
        ),
        (LINK, (), (replace(BELOW, number=None, issued=None), ABOVE), False, ("no citation", "date unknown")),
        (replace(LINK, status="confirmed"), (), (BELOW, ABOVE), False, ()),
        (replace(LINK, scope="internal"), (), (BELOW, BELOW), False, ()),
    ],
)
def test_what_speaks_against_a_link(link, others, documents, cites, expected):
    """No citation, one passage alone, a likelier clause of the same document, an unknown date; nothing where a person
    decided."""
    assert expected == cautions(link, others, *documents, (CITED,) if cites else ())
