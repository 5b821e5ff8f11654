"""assigned-to: which body must do which clause, from unit columns, brackets, labelled lines and plain sentences."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model import Assignment, Clause, DocumentFacts, Doubt, Role
from loaders.duty_sentences import read_subjects
from loaders.organization_forms import is_national, level_word
from loaders.organization_names import Named, Place, describe, issuing_body, name_bodies
from loaders.places import region_of
from loaders.regions import containing
from loaders.unit_lists import FIRST_LEADS, LABEL, VERB, WIDE, Piece, read_pieces, role_named

BRACKET = re.compile(r"（(?:[^（）]|（[^（）]*）)*）")
LABELLED = re.compile(rf"(?:具体|主要)?{LABEL.pattern}：")
LABEL_IS = re.compile(rf"^({LABEL.pattern})[为是]")  # （牵头单位为市教体局）
LINE = re.compile(rf"(?:^|(?<=[\n。；） 　])){LABELLED.pattern}(?P<list>[^\n。]+)")
OFFICES = re.compile(r"[^：，；]{0,6}[处科股]室")
STRENGTHS: tuple[Role, ...] = ("cooperate", "responsible", "lead")
REMARK = re.compile(r"不?[含包]|除|如(?!皋|东)|例如|即|指|见|详见|参见|以下|下称|原")  # （含民办学校、幼儿园）
SENTENCE_END = ("。", "；", "！")
NO_BODY = re.compile(r"\d.*|.*(?:下同|完成|推进|坚持)|长期|全年|[—－\-/]+")
"""What lists hold besides bodies: 2022年底前完成, 持续推进, 下同, and the dash of an empty cell."""

SHORT_NAME = re.compile(r"（以下(?:简称|统称|称)：?[“「‘]?(?P<short>[^“”「」‘’（）：，]{2,12})[”」’]?(?:，[^（）]*)?）")
BEFORE = re.compile(r"[^，。；：、！？“”《》（）\n]{2,40}$")


@dataclass(frozen=True, slots=True)
class UnitList:
    """A text that lists bodies, with the role of those that it marks in no other way, and the rule that found it.

    `start` is its offset in the clause's text; 0 for a cell. `offices` says that it lists those of one body (责任处室).
    """

    text: str
    role: Role
    rule: str
    start: int = 0
    first_leads: bool = False
    offices: bool = False


def with_assignments(facts: DocumentFacts) -> DocumentFacts:
    """The facts with the document's assignments, the bodies that they name with their regions, and doubts for what
    names none.

    A body in a list counts whatever stands around it; a plain sentence (各级政府要…) only where the clause has no list,
    because the list says who must do it.
    """
    document = facts.document
    widest = min(filter(None, map(region_of, document.issuers)), key=lambda code: len(code.rstrip("0")), default=None)
    place = Place(document.region, short_names(facts), issuing_body(document.issuers), widest)
    assignments: list[Assignment] = []
    doubts: list[Doubt] = []
    first_leads = False
    for clause in facts.clauses:
        for unit_list in _lists(clause, place):
            leads = first_leads or unit_list.first_leads
            named = _named(read_pieces(unit_list.text, unit_list.role, first_leads=leads), unit_list, place)
            assignments += _assignments(clause, named, unit_list.rule)
            doubts += _doubts(clause, named, unit_list)
        first_leads = first_leads or _from_here_first_leads(clause)
    kept: dict[tuple[str, str], Assignment] = {}
    for item in sorted(assignments, key=_strength, reverse=True):
        kept.setdefault((item.source, item.target), item)
    chosen = tuple(item for item in assignments if kept[item.source, item.target] is item)
    bodies = tuple(describe(name) for name in dict.fromkeys(item.target for item in chosen))
    theirs = [region for body in bodies if body.region for region in containing(body.region)]
    return replace(
        facts,
        assignments=chosen,
        organizations=bodies,
        regions=tuple(dict.fromkeys((*facts.regions, *theirs))),
        doubts=(*facts.doubts, *doubts),
    )


def _strength(assignment: Assignment) -> int:
    """How a role that a plain sentence gives outweighs others of the same body; that of a list stands as it is first
    written."""
    return STRENGTHS.index(assignment.role) if assignment.rule == "sentence" else 0


def _named(pieces: Sequence[Piece], unit_list: UnitList, place: Place) -> tuple[Named, ...]:
    """The bodies of a list; in one of offices, what says no place of its own is of the body that issues the document,
    and nobody where that is not known."""
    if not unit_list.offices:
        return name_bodies(pieces, place)
    named: list[Named] = []
    for piece in pieces:
        placed = level_word(piece.text) or is_national(piece.text) or place.region_in_front(piece.text)
        own = () if placed or not place.body else (place.spelled_out(piece.text),)
        names = tuple(name if name.startswith(place.body) else place.body + name for name in own)
        named += name_bodies([piece], place) if placed else [Named(piece, names)]
    return tuple(named)


def _assignments(clause: Clause, named: Iterable[Named], rule: str) -> Iterator[Assignment]:
    for body in named:
        for name in body.names:
            piece = body.piece
            yield Assignment(clause.id, name, piece.role, piece.written, rule, piece.others)


def _doubts(clause: Clause, named: Iterable[Named], unit_list: UnitList) -> Iterator[Doubt]:
    line = clause.span(unit_list.start, unit_list.start).line
    for body in named:
        if not body.names and not NO_BODY.fullmatch(body.piece.text):
            message = f"{clause.address}: not read as a unit: {body.piece.written}"
            yield Doubt(clause.document, line, "unit-unknown", message)


def _from_here_first_leads(clause: Clause) -> bool:
    """Whether the clause says that from here on the first of each list leads (…排名第一位为牵头单位，下同)."""
    notes = (FIRST_LEADS.search(text) for text in (clause.text.translate(WIDE), *(cell for _, cell in clause.cells)))
    return any(note is not None and note["on"] is not None for note in notes)


def _lists(clause: Clause, place: Place) -> tuple[UnitList, ...]:
    """The lists of bodies of a clause; plain sentences only where it has no others and is no introduction."""
    lists = (*_columns(clause), *_in_text(clause, place))
    return lists if lists or clause.type == "paragraph" else tuple(_sentences(clause, place))


def _columns(clause: Clause) -> Iterator[UnitList]:
    """The cells of a row below 责任单位（按职责分工负责）, 牵头部门, 配合单位 …"""
    for head, cell in clause.cells:
        wide = head.translate(WIDE)
        if label := LABEL.search(FIRST_LEADS.sub("", wide)):
            leads, offices = bool(FIRST_LEADS.search(wide)), bool(OFFICES.search(label.group()))
            yield UnitList(cell, role_named(label.group()), "column", first_leads=leads, offices=offices)


def _in_text(clause: Clause, place: Place) -> Iterator[UnitList]:
    """The brackets and labelled lines of a clause's text.

    Reads （责任单位：…）, （牵头单位：…；配合单位：…）, （负责部门：…，适用范围：…）, （省教育厅牵头，省财政厅配合）,
    （市教体局负责）, a bare （市教育局、市财政局） after a sentence, and a line 主办单位：…
    """
    wide = clause.text.translate(WIDE)
    rest = wide
    for match in BRACKET.finditer(wide):
        start, end = match.start() + 1, match.end() - 1
        if _is_list(wide[start:end], place, ended=wide[: match.start()].endswith(SENTENCE_END)):
            offices = bool(OFFICES.match(wide, start))
            listed = LABEL_IS.sub(r"\1：", clause.text[start:end])
            yield UnitList(listed, "responsible", "bracket", start, offices=offices)
            rest = rest[: match.start()] + "\0" * len(match.group()) + rest[match.end() :]
    for match in LINE.finditer(rest):
        offices = bool(OFFICES.match(wide, match.start()))
        yield UnitList(clause.text[match.start() : match.end()], "responsible", "line", match.start(), offices=offices)


def _is_list(text: str, place: Place, *, ended: bool) -> bool:
    """Whether a bracket's text lists bodies: it has a label, or a verb or its place after a sentence say so.

    Without a label it holds nothing but bodies, roles and dates; with both a verb and its place, one body is enough.
    With neither, one of them must be a body that the document may oblige.
    """
    if LABELLED.match(text) or LABEL_IS.match(text):
        return True
    if REMARK.match(text):
        return False
    verb = re.search(VERB, text) is not None
    if not (verb or ended):
        return False
    named = name_bodies(read_pieces(text, "responsible"), place)
    obliged = any(place.may_oblige(describe(name).region) for body in named for name in body.names)
    if not verb and not obliged:
        return False
    some = any(body.names for body in named)
    return some and ((verb and ended) or all(body.names or NO_BODY.fullmatch(body.piece.text) for body in named))


def _sentences(clause: Clause, place: Place) -> Iterator[UnitList]:
    """The bodies that plain sentences oblige: 市教育局要…, 由市教体局牵头, 会同市财政局…."""
    for subject in read_subjects(clause.text.translate(WIDE), place):
        text = clause.text[subject.start : subject.end]
        yield UnitList(text, subject.role, "sentence", subject.start)


def short_names(facts: DocumentFacts) -> Mapping[str, str]:
    """The short names of bodies that the document defines, to their full names.

    Reads 示例市第一职业高级中学（以下简称一职高）, 示例省教育厅职业教育处（以下简称“职教处”）. The full name begins
    at the last place, level word or national word before the bracket.
    """
    place = Place(facts.document.region)
    found: dict[str, str] = {}
    for clause in facts.clauses:
        text = clause.text.translate(WIDE)
        for match in SHORT_NAME.finditer(text):
            before = BEFORE.search(text[: match.start()])
            if before and (name := _full_name_at_end(before.group(), place)):
                found.setdefault(match["short"], name)
    return found


def _full_name_at_end(text: str, place: Place) -> str | None:
    """The body that a text ends with: of 完成示例市第一职业高级中学, the school; None where no place begins it."""
    for start in range(len(text) - 2, -1, -1):
        part = text[start:]
        if place.region_in_front(part) or is_national(part) or place.meant_by(level_word(part)):
            named = name_bodies(read_pieces(part, "responsible"), place)
            return named[0].names[0] if len(named) == 1 and len(named[0].names) == 1 else None
    return None
