"""Which document a citation means: a loaded one where exactly one fits, else a stub.

The answer depends on the citation and on the set of loaded documents alone, so the order of loading does not matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ids import DocumentNumber, document_id
from graph.model import Citation

FULL_WIDTH = str.maketrans("()〈〉", "（）《》")


@dataclass(frozen=True, slots=True)
class Citable:
    """A loaded document as citations name it; the keys are those of its title and of the notice that wraps it."""

    id: str
    number: str | None
    title_key: str
    notice_key: str | None


def title_key(title: str | None) -> str | None:
    """A title as citations are compared: without white space and draft mark, brackets full width, 〈〉 as 《》."""
    return document_id(None, title or "").translate(FULL_WIDTH) or None


def number_key(number: str | None) -> str | None:
    """A document number in canonical form; None for what is none."""
    try:
        return str(DocumentNumber.parse(number or ""))
    except ValueError:
        return None


def stub_id(citation: Citation) -> str:
    """The id of the document that is cited, as long as it is not loaded: its number, else its title."""
    return number_key(citation.number) or title_key(citation.title) or citation.target


def target_of(citation: Citation, loaded: Sequence[Citable]) -> str:
    """The id of the document that a citation means.

    1. A loaded document whose id is the number cited, or the title where no number is.
    2. The one loaded document with the cited title, or wrapped by a notice with that title. Where both sides have a
       number and the numbers differ, it is another document: plans of the same title come out every year.
    3. A stub.
    """
    stub = stub_id(citation)
    if any(document.id == stub for document in loaded):
        return stub
    number, title = number_key(citation.number), title_key(citation.title)
    fitting = [
        document.id
        for document in loaded
        if title and title in (document.title_key, document.notice_key) and not (number and document.number)
    ]
    return fitting[0] if len(fitting) == 1 else stub
