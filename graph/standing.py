"""Which documents can carry out which: by level, region, date and citation, before any word of them is compared."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from graph.citing import stub_id, title_key
from graph.ids import region_contains
from graph.model import LEVELS, Citation, Document

Hindrance = Literal[
    "one document",
    "issued before it",
    "of unknown level or region, and does not cite it",
    "for another region",
    "of a level above it",
    "of the same level, and neither later nor citing it",
    "a statute that it does not cite",
    "a statute, and does not cite it",
]
"""How a document stands to another that it cannot carry out."""

HINDERED: Mapping[Hindrance, str] = {
    "one document": "it is the same document",
    "issued before it": "it was issued first, and does not cite the other",
    "of unknown level or region, and does not cite it": "the level or region of one of the two is unknown, and it does "
    "not cite the other",
    "for another region": "it is for another region",
    "of a level above it": "it is of a level above the other",
    "of the same level, and neither later nor citing it": "both are of one level, and it neither is later nor cites "
    "the other",
    "a statute that it does not cite": "the other is a statute, which it does not cite",
    "a statute, and does not cite it": "it is a statute, and does not cite the other",
}
"""The same in words for people: "it" is the document that does not carry out "the other"."""

ABOUT = "关于"
"""With this a title begins that leaves out its issuer."""

YEAR = re.compile(r"〔(\d{4})〕")


def may_implement(source: Document, target: Document, *, cites: bool = False) -> bool:
    """Whether clauses of `source` can carry out clauses of `target`.

    The target is for a region around the source's and a level above; or for the same region and level, and the source
    cites it or was issued later (a work plan under last year's opinion). Where a region or level is unknown the source
    must cite the target, and so it must where one of the two is a statute. What was issued before the target does not
    carry it out, unless it cites it: the date of a law is that of its last amendment.
    """
    return hindrance(source, target, cites=cites) is None


def hindrance(source: Document, target: Document, *, cites: bool = False) -> Hindrance | None:
    """Why clauses of `source` cannot carry out clauses of `target`: see `may_implement`; None where they can."""
    if source.id == target.id:
        return "one document"
    if not cites and (hindrance := _without_citation(source, target)):
        return hindrance
    if not (source.region and target.region and source.level and target.level):
        return None
    below = LEVELS.index(source.level) - LEVELS.index(target.level)
    if below < 0:
        return "of a level above it"
    if below:
        return None if region_contains(target.region, source.region) else "for another region"
    return _within_level(source, target, cites=cites)


def _without_citation(source: Document, target: Document) -> Hindrance | None:
    """What hinders only a document that does not cite the target."""
    if is_statute(target):
        return "a statute that it does not cite"
    if is_statute(source):
        return "a statute, and does not cite it"
    if is_before(source, target):
        return "issued before it"
    known = source.region and target.region and source.level and target.level
    return None if known else "of unknown level or region, and does not cite it"


def _within_level(source: Document, target: Document, *, cites: bool) -> Hindrance | None:
    if source.region != target.region:
        return "for another region"
    later = cites or is_before(target, source)
    return None if later else "of the same level, and neither later nor citing it"


def is_statute(document: Document) -> bool:
    """Whether a document is a law (法) or regulations (条例, 实施条例): only what names it carries it out, as rules on
    law-making ask (立法技术规范), and it carries out only what it names."""
    return document.genre == "法" or (document.genre or "").endswith("条例")


def is_before(one: Document, other: Document) -> bool:
    """Whether `one` was surely issued first, as far as the dates of both are known: the day, else the year."""
    early, late = _date(one), _date(other)
    known = min(len(early), len(late))
    return early[:known] < late[:known]


def is_dated(document: Document) -> bool:
    """Whether anything is known of when it was issued."""
    return bool(_date(document))


def _date(document: Document) -> str:
    return dated(document.issued, document.printed, document.number)


def dated(issued: str | None, printed: str | None, number: str | None) -> str:
    """When a document was issued, else printed, else the year of its number; empty when nothing is known."""
    year = YEAR.search(number or "")
    return issued or printed or (year[1] if year else "")


def cites_it(citations: Iterable[Citation], target: Document) -> bool:
    """Whether one of these citations names `target` by its number or a title, with or without its issuer or the country
    (中华人民共和国) in front."""
    names, cited = names_of(target), cited_names(citations)
    return any(name == other or (name.startswith(ABOUT) and other.endswith(name)) for name in cited for other in names)


def names_of(document: Document) -> frozenset[str]:
    """What citations may call a document whole, as `cites_it` compares names."""
    return _bare(document.id, document.number, document.title, document.notice_title)


def cited_names(citations: Iterable[Citation]) -> frozenset[str]:
    """What these citations call the documents that they mean, as `cites_it` compares names. What a store found them to
    mean does not count: that depends on what else is loaded."""
    return frozenset(name for item in citations for name in _bare(stub_id(item), item.number, item.title))


def _bare(*names: str | None) -> frozenset[str]:
    keys = (title_key(re.sub("[《》〈〉]", "", name)) for name in names if name)
    return frozenset(key for key in keys if key)
