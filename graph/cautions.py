"""What speaks against a link that the rules made: for those who check it, beside the evidence that speaks for it."""

from collections.abc import Iterable, Iterator, Sequence

from graph.explanations import Caution
from graph.ids import split_clause_id
from graph.model import Citation, Document, Implements
from graph.standing import cites_it, is_dated


def cautions(
    link: Implements, others: Iterable[Implements], source: Document, target: Document, citations: Sequence[Citation]
) -> tuple[Caution, ...]:
    """What speaks against a proposed link between these two documents, none for any other link.

    `others` are the links up from its source, `citations` those of the document below.
    """
    if link.status != "proposed" or link.scope != "between":
        return ()
    return tuple(_cautions(link, others, (source, target), cites_it(citations, target)))


def _cautions(
    link: Implements, others: Iterable[Implements], documents: tuple[Document, Document], cites: bool
) -> Iterator[Caution]:
    if not cites:
        yield "no citation"
    if len(link.evidence) == 1:
        yield "one passage"
    if any(other.score > link.score for other in others if _beside(link, other)):
        yield "another likelier"
    if not cites and not all(map(is_dated, documents)):
        yield "date unknown"


def _beside(link: Implements, other: Implements) -> bool:
    """Whether another link leads into the same document above."""
    same = split_clause_id(other.target)[0] == split_clause_id(link.target)[0]
    return same and other.target != link.target and other.status in ("proposed", "confirmed")
