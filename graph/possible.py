"""Which documents of a store may be joined with one, found by their heads alone.

What is looked up is chosen by level and region: what is for the regions around it, and what is for those inside. Only
where a level or region is unknown, by citation. So the cost does not grow with documents of other places.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph import records
from graph.facts import citations_of
from graph.model import LEVELS, Citation, Document, DocumentFacts
from graph.queries import Reader, Row
from graph.standing import ABOUT, cited_names, cites_it, may_implement, names_of


def regions_around(code: str) -> tuple[str, ...]:
    """The codes of the regions that contain this one, itself first: 411502, 411500, 410000, 000000."""
    return tuple(dict.fromkeys(code[:length].ljust(len(code), "0") for length in range(len(code), -1, -2)))


def codes_within(code: str) -> tuple[str, str]:
    """What codes of regions inside this one lie between, the first included: 4115 and 4115: for 411500."""
    digits = re.sub(r"(?:00)+$", "", code)
    return digits, f"{digits}:"  # the character after 9


def uppers(reader: Reader, facts: DocumentFacts) -> list[str]:
    """The ids of the loaded documents that this one can carry out, in order."""
    own, names = facts.document, sorted(cited_names(facts.citations))
    endings = [name for name in names if name.startswith(ABOUT)]
    rows = reader.run("read/heads_named", names=names, endings=endings, anywhere=not _is_placed(own))
    if own.region and own.level:
        levels = LEVELS[: LEVELS.index(own.level) + 1]
        rows += reader.run("read/heads_around", regions=list(regions_around(own.region)), levels=list(levels))
    heads = _documents(rows)
    return [head.id for head in heads if may_implement(own, head, cites=cites_it(facts.citations, head))]


def lowers(reader: Reader, document: Document) -> list[str]:
    """The ids of the loaded documents that can carry out this one, in order."""
    rows = reader.run("read/heads_citing", names=sorted(_callable(document)), anywhere=not _is_placed(document))
    if document.region and document.level:
        first, after = codes_within(document.region)
        levels = LEVELS[LEVELS.index(document.level) :]
        rows += reader.run("read/heads_within", first=first, after=after, levels=list(levels))
    heads = _documents(rows)
    if_cited = [head.id for head in heads if _only_if_cited(head, document)]
    cited = _citations(reader, if_cited)
    return [head.id for head in heads if may_implement(head, document, cites=cites_it(cited[head.id], document))]


def _is_placed(document: Document) -> bool:
    return bool(document.region and document.level)


def _only_if_cited(source: Document, target: Document) -> bool:
    return not may_implement(source, target) and may_implement(source, target, cites=True)


def _callable(document: Document) -> set[str]:
    """All that citations may call a document: its names, and what stands in them from a 关于 on."""
    names = names_of(document)
    return {*names, *(name[match.start() :] for name in names for match in re.finditer(ABOUT, name))}


def _documents(rows: Iterable[Row]) -> list[Document]:
    """The documents of these rows, each once, by id."""
    found = {row["id"]: row for row in rows}
    return [records.fact(Document, found[id]) for id in sorted(found)]


def _citations(reader: Reader, ids: Sequence[str]) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = defaultdict(list)
    for row in citations_of(reader, ids) if ids else ():
        found[row["document"]].append(records.fact(Citation, row))
    return found
