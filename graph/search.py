"""What people look for by a word: a document or clause as they write it, titles, organizations, words in texts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from graph import ids, lookup, questions
from graph.answers import ClauseCard, DocumentCard
from graph.errors import AmbiguousReference, UnknownReference
from graph.model import Level
from graph.queries import Reader
from graph.store import Store

LIMIT, MOST = 50, 500  # clauses of one answer, unless asked, and at most
ADDRESS = re.compile(r"(?:第|附件|专栏|[一二三四五六七八九十]*[（(])")
"""How the address of a clause begins where it stands alone; a bare number is a word."""
NUMBERS = (ids.NUMBER, ids.ORDER, ids.ANNOUNCED)


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """An organization whose name holds the words, and how many clauses are its tasks."""

    name: str
    level: Level | None
    region: str | None
    region_name: str | None
    tasks: int


@dataclass(frozen=True, slots=True)
class FoundClause:
    """A clause whose text holds all the words; `marks` are where they stand in it, (start, end), apart and in order."""

    clause: ClauseCard
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found for `asked`.

    `means` is the one document or clause that it names: a clause, or a document by its number or whole title; `fitting`
    are those that it may name, where these are several, as the clauses of all documents that 第十一条 fits, or the
    nearest of a number that is `missing`: in no document here. `documents` have
    all `words` in title or number, `units` in the name, `clauses` in the text: the first of `total`, those first that
    have them in the heading, then those that have them most often, then by id.
    """

    asked: str
    words: tuple[str, ...]
    means: str | None
    fitting: tuple[str, ...]
    missing: bool
    documents: tuple[DocumentCard, ...]
    units: tuple[FoundUnit, ...]
    clauses: tuple[FoundClause, ...]
    total: int


def search(store: Store, text: str, *, limit: int = LIMIT) -> SearchAnswer:
    """What `text` may mean: 豫政〔2021〕2号第十一条, a title or part of one, a unit, or words in a clause. White space
    parts words; small and capital letters are the same. Nothing is found for no words."""
    now = store.snapshot()
    asked = text.strip()
    words = tuple(dict.fromkeys(asked.lower().split()))
    if not words:
        return SearchAnswer(asked, (), None, (), False, (), (), (), 0)
    means, fitting = _meant(now, asked)
    missing = means is None and _has_number(asked) and not _is_there(now, asked)
    found = [row["id"] for row in now.run("browse/clauses_with", words=list(words))]
    return SearchAnswer(
        asked=asked,
        words=words,
        means=means,
        fitting=fitting,
        missing=missing,
        documents=tuple(card for card in questions.documents_in(now) if _named(card, words)),
        units=tuple(_units(now, words)),
        clauses=tuple(_clauses(now, found[:limit], words)),
        total=len(found),
    )


def _meant(now: Reader, asked: str) -> tuple[str | None, tuple[str, ...]]:
    """What `asked` names, and else what it may name. Part of a title is a word as any other."""
    try:
        id = lookup.meant(now, asked)
    except AmbiguousReference as several:
        return None, several.candidates
    except UnknownReference as unknown:
        return None, unknown.nearest if _has_number(asked) else tuple(_addressed(now, ids.squeezed(asked)))
    whole = _has_number(asked) or _is_clause(now, id) or _bare(asked) in _names(now, id)
    return (id if whole else None), ()


def _addressed(now: Reader, asked: str) -> Iterable[str]:
    """The clauses of all documents that an address alone fits: 四（十一）, 第十一条, 附件2第13项."""
    if not ADDRESS.match(asked):
        return []
    addresses = defaultdict(list)
    for row in now.run("browse/addresses"):
        addresses[row["document"]].append(row["address"])
    found = (ids.clause_id(id, fits) for id, known in addresses.items() for fits in ids.addresses_meant(asked, known))
    return islice(found, LIMIT)


def _is_there(now: Reader, asked: str) -> bool:
    """Whether the number in this text is that of a document here, loaded or only cited."""
    text = ids.squeezed(asked)
    names = {name for row in now.run("read/names") for name in (row["id"], row["number"]) if name}
    return any(ids.squeezed(name) in text for name in names)


def _has_number(asked: str) -> bool:
    return any(number.search(_bare(asked)) for number in NUMBERS)


def _is_clause(now: Reader, id: str) -> bool:
    return bool(now.run("browse/cards", clauses=[id]))


def _names(now: Reader, document: str) -> set[str]:
    found = lookup.document_of(now, document)
    return {_bare(name) for name in (found.id, found.title, found.notice_title) if name}


def _bare(text: str) -> str:
    return re.sub(r"[\s《》]+", "", text)


def _named(card: DocumentCard, words: Iterable[str]) -> bool:
    names = f"{card.id}\n{card.title}".lower()
    return all(word in names for word in words)


def _units(now: Reader, words: Sequence[str]) -> Iterable[FoundUnit]:
    regions = {row["code"]: row["name"] for row in now.run("browse/regions")}
    for row in now.run("browse/units_with", words=list(words)):
        region = row["region"]
        yield FoundUnit(row["name"], row["level"], region, regions.get(region, region), row["tasks"])


def _clauses(now: Reader, found: Sequence[str], words: Sequence[str]) -> Iterable[FoundClause]:
    cards = {card.id: card for card in lookup.cards_of(now, found)}
    return (FoundClause(cards[id], marks(cards[id].text, words)) for id in found)


def marks(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where these words stand in a text, (start, end) each; what overlaps or touches is one."""
    spans = sorted(
        match.span() for word in words for match in re.finditer(re.escape(word), text, re.IGNORECASE) if word
    )
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(apart[-1][1], end))
        else:
            apart.append((start, end))
    return tuple(apart)
