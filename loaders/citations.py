"""cites: the documents that the clauses of a document, and the notice around it, name: by title in 《》, by number, or
by a short name.

The document itself (本办法, 本《意见》, its annexes, the work that a notice issues) and papers that are no documents of
an office are not cited. 前款, 上述规定, 上位法 name nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.model import Citation, Clause, DocumentFacts, Doubt
from loaders.citation_relations import BASIS, MENTION, relation_below, relation_of
from loaders.document_titles import is_bare_genre, names_document
from loaders.masks import BLANK
from loaders.named_documents import NamedDocument, find_named, title_spans
from loaders.organization_forms import level_word
from loaders.organization_names import Place
from loaders.own_titles import bare_title, own_titles, squeezed
from loaders.short_titles import ShortName, given_names, may_stand_plain, plain_uses

OWN_ANNEX = re.compile(r"\s*[（(][^（()）]{0,6}附(?:件|后|表)")
ANNEX_BEFORE = re.compile(r"附(?:件|表)\d*[：:]?$")
ITSELF_BEFORE = re.compile(r"[本该此]$")
REST_OF_LIST = rf"(?:[{BLANK}、和及与]|[（(][^（()）]*[)）])*+"
ISSUED_HERE = re.compile(
    rf"{REST_OF_LIST}(?:[^，。；{BLANK}]{{0,12}}(?:印发|(?<!转)发)给?你们|[^。{BLANK}]{{0,60}}现(?:予以?|将其)?(?:印发|公布|发布|下发)"
    rf"|[^，。；{BLANK}]{{0,8}}(?:公布|发布|通告|公告|印发)如下)"
)
"""What follows the name of the work that a notice issues: 印发给你们; 已经市政府同意，现予公布; 公布如下."""


@dataclass(slots=True)
class _Reader:
    """What is known while the clauses of one document are read in order: its own names and the short names given."""

    own: frozenset[str]
    place: Place
    clauses: Mapping[str, Clause]
    short: dict[str, tuple[NamedDocument, ...]] = field(default_factory=dict)
    plain: dict[str, tuple[NamedDocument, ...]] = field(default_factory=dict)


def with_citations(facts: DocumentFacts, notice: str = "") -> DocumentFacts:
    """The facts with one citation for each document that a clause names, and a doubt for each title without end.

    What the `notice` around the work names, on what it rests or what it repeals, is cited by the document: a notice
    that only wraps a work has no clauses. Short names that it gives hold in the clauses."""
    id = facts.document.id
    reader = _Reader(_own_names(facts), Place(facts.document.region), {clause.id: clause for clause in facts.clauses})
    citations = _once(_citations(Clause(id, id, "", "paragraph", notice), notice, reader))
    doubts: list[Doubt] = []
    for clause in facts.clauses:
        texts = tuple(_texts(clause))
        citations += _once(citation for text in texts for citation in _citations(clause, text, reader))
        doubts += [doubt for text in texts for doubt in _unclosed(clause, text)]
    return replace(facts, citations=facts.citations + tuple(citations), doubts=facts.doubts + tuple(doubts))


def _once(citations: Iterable[Citation]) -> list[Citation]:
    """The first citation of each document."""
    found: dict[str, Citation] = {}
    for citation in citations:
        found.setdefault(citation.target, citation)
    return list(found.values())


def _texts(clause: Clause) -> Iterator[str]:
    """What a clause says: its text, without the title of an annex, which names itself, and its other cells."""
    text = clause.text if clause.type != "annex" else clause.text.partition("\n")[2]
    yield text
    yield from (cell for _, cell in clause.cells if "《" in cell and cell not in text)


def _own_names(facts: DocumentFacts) -> frozenset[str]:
    """What the document itself and its parts are called: its number and titles, and those of its annexes."""
    document = facts.document
    names = (document.id, document.title, document.notice_title, document.number)
    annexes = (clause.text.partition("\n")[0] for clause in facts.clauses if clause.type == "annex")
    return own_titles([*filter(None, names), *annexes])


def _citations(clause: Clause, text: str, reader: _Reader) -> Iterator[Citation]:
    """The citations of one text; the reader takes up the short names that it gives."""
    named = [_placed(item, reader.place) for item in find_named(text)]
    given = list(given_names(text, named))
    hidden = _hidden(text, [*(part for item in named for part in item.parts), *((n.start, n.end) for n in given)])
    for short in given:
        _take_up(short, hidden, reader)
    inside = {position for short in given for position in range(short.start, short.end)}
    for item in named:
        if item.target and item.start not in inside:
            yield from _of_name(clause, text, hidden, item, reader)
    for start, end, name in plain_uses(hidden, reader.plain):
        for meant in reader.plain[name]:
            yield _citation(clause, text[start:end], _relation(clause, hidden, (start, end), reader), meant)


def _of_name(clause: Clause, text: str, hidden: str, item: NamedDocument, reader: _Reader) -> Iterator[Citation]:
    """The citations that a name makes: one, several where it is a short name for several, none for what is no other
    document."""
    relation = _relation(clause, hidden, (item.start, item.end), reader)
    short = reader.short.get(squeezed(item.title or ""))
    if short is None and (is_bare_genre(squeezed(item.title or "")) and not item.number):
        return
    if short is None and not names_document(text, item, relation):
        return
    for meant in (item,) if short is None else short:
        if _is_other(hidden, item, reader) and _is_other(hidden, meant, reader):
            yield _citation(clause, text[item.start : item.end], relation, meant)


def _citation(clause: Clause, written: str, relation: str, meant: NamedDocument) -> Citation:
    return Citation(clause.id, meant.target, written, relation, meant.title, meant.number)


def _take_up(name: ShortName, hidden: str, reader: _Reader) -> None:
    """Remember a short name; that of the document itself, or of what is no document, means none."""
    others = tuple(
        item for item in name.meaning if _is_other(hidden, item, reader) and names_document(hidden, item, BASIS)
    )
    reader.short[squeezed(name.name)] = others
    if name.plain and others and may_stand_plain(name.name):
        reader.plain[name.name] = others


def _is_other(hidden: str, item: NamedDocument, reader: _Reader) -> bool:
    """Whether the item is a document other than this one, its annexes and the work that this notice issues."""
    names = {bare_title(name) for name in (item.title, item.number) if name}
    before = hidden[max(0, item.start - 8) : item.start]
    if names & reader.own or ANNEX_BEFORE.search(before) or ITSELF_BEFORE.search(before):
        return False
    return not (OWN_ANNEX.match(hidden, item.end) or ISSUED_HERE.match(hidden, item.end))


def _placed(item: NamedDocument, place: Place) -> NamedDocument:
    """The item with the place in front of an order that leaves it out: 市人民政府令第148号 in a document of 示例市.
    Where the place is not known, nor the number: every city has one."""
    word = level_word(item.number or "")
    if not item.number or not word or not item.number.startswith(word):
        return item
    region, rest = place.meant_by(word), item.number.removeprefix(word)
    number = f"{region}{'人民' if rest.startswith('政府') else ''}{rest}" if region else None
    return replace(item, number=number)


def _relation(clause: Clause, hidden: str, span: tuple[int, int], reader: _Reader) -> str:
    """The relation by the words around, else by the sentence or the heading above."""
    relation = relation_of(hidden, *span)
    above = reader.clauses.get(clause.parent or "")
    if relation != MENTION:
        return relation
    if above and (below := relation_below(above.text)) != MENTION:
        return below
    headings = (clause.heading, above.heading if above else None)
    return BASIS if any(heading and heading.endswith(BASIS) for heading in headings) else MENTION


def _hidden(text: str, parts: Iterable[tuple[int, int]]) -> str:
    """The text with names blanked."""
    characters = list(text)
    for start, end in parts:
        characters[start:end] = BLANK * (end - start)
    return "".join(characters)


def _unclosed(clause: Clause, text: str) -> list[Doubt]:
    """A doubt for each 《 whose 》 is missing."""
    spans = list(title_spans(text))
    opened = (match.start() for match in re.finditer("《", text))
    lost = (start for start in opened if not any(low <= start < high for low, high in spans))
    return [
        Doubt(clause.document, clause.span(at, at + 1).line, "citation", f"{clause.id}: 《 without 》") for at in lost
    ]
