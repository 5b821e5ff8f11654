"""Which document a citation means: a loaded one where exactly one fits, else a stub.

The answer depends on the citation and on the set of loaded documents alone, so the order of loading does not matter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.ids import DocumentNumber, document_id
from graph.model import Citation

FULL_WIDTH = str.maketrans("()〈〉", "（）《》")
ISSUED = re.compile(r"^(?P<issuers>[^《》]*?)(?:关于)?印发《?(?P<work>关于[^《》]+)》?的通知$")
REPUBLIC = "中华人民共和国"
COUNTED_ANEW = "主席令"
"""Orders of the President are counted anew in every term: 主席令第8号 is a law of 2003 and another one of 2013."""


KNOWN_TITLES = 65_536  # titles whose key is remembered: each pair of documents asks for both


@dataclass(frozen=True, slots=True)
class Citable:
    """A loaded document as citations name it; the keys are those of its title and of the notice that wraps it."""

    id: str
    number: str | None
    title_key: str
    notice_key: str | None


@lru_cache(maxsize=KNOWN_TITLES)
def title_key(title: str | None) -> str | None:
    """A title as citations are compared: without white space, draft mark and 中华人民共和国, which short titles of laws
    leave out; brackets full width, 〈〉 as 《》. （试行） stays: a final text often repeals its trial version.

    Joint issuers stand with 、 or without. 甲厅、乙厅印发《关于……的意见》的通知 is 甲厅 乙厅关于……的意见:
    the notice is no work of its own, and papers print it without."""
    key = document_id(None, title or "").translate(FULL_WIDTH).replace(REPUBLIC, "")
    issued = ISSUED.match(key)
    issuers, about, rest = (issued["issuers"] + issued["work"] if issued else key).partition("关于")
    return (issuers.replace("、", "") + about + rest if about and "《" not in issuers else key) or None


def number_key(number: str | None) -> str | None:
    """A document number in canonical form; None for what is none, or tells no document from others."""
    try:
        parsed = DocumentNumber.parse(number or "")
    except ValueError:
        return None
    return None if parsed.code.endswith(COUNTED_ANEW) else str(parsed)


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
