"""discrepancy: places where the body of a document and its own task list say different things of one measure.

Rows are set against the clauses that they break down (the internal links). Read are small changes inside a copied
measure (`differences`), measures left out of the list beside or between copied ones, the only clause that no row
breaks down, goals whose figures or degrees (全部, 基本) are not those of the measures, and annexes that the body calls
by another name.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.model import Clause, Discrepancy, DiscrepancyKind, DiscrepancyWeight, DocumentFacts, Indicator, Span
from loaders.annex_names import other_names
from loaders.breakdown import body_clauses, own_list
from loaders.deadlines import TIME_HEAD, find_deadlines
from loaders.degrees import differing_degrees
from loaders.differences import BRACKET, JOINED, Bare, Difference, bare, differences, is_measure
from loaders.localise import place_names
from loaders.one_change import told_once
from loaders.quantity_evidence import comparisons
from loaders.restating import grams, measures, restated
from loaders.vocabulary import lines

CLOSE = 0.7  # share of a measure that the clause holds; of looser copies only figures and deadlines are compared
COVERED = 0.6  # share of a part's characters that a row holds
MISSING = 0.4  # a part that a row holds by less is left out, not reworded
AS_WELL = 0.8  # of the best share: rows that hold a part about as well
PART = 6  # characters of the shortest part that can be a measure
MANY = 10  # clauses, from which the only one without a row stands out

DOER = re.compile(r".{1,12}?(?<![重主需])(?:要|应当|应)(?![求用对])|鼓励|支持|引导|允许")
"""How a part begins that names who is to do what follows."""

EXCEPTION = re.compile("除.+外")

WORDS: dict[DiscrepancyKind, str] = {
    "quantity": "Another figure or period",
    "deadline": "Another deadline",
    "scope": "A qualifier, doer or measure that only one text has",
    "wording": "Other words for the same",
    "typo": "A slip in one of the texts",
}

APART = "What one text says in two places the other says in one"


@dataclass(frozen=True, slots=True)
class Copy:
    """A measure of a row and the clause that it is drawn from: [start, end) of the row's bare text."""

    clause: Clause
    row: Clause
    original: Bare
    copy: Bare
    start: int
    end: int


def with_discrepancies(facts: DocumentFacts) -> DocumentFacts:
    """The facts with the places where body and task list, or goals and measures, say different things."""
    copies = _copies(facts)
    places = place_names(facts)
    found = [
        *(item for copy in copies for item in _changed(copy, places)),
        *_left_out(copies),
        *_without_row(facts),
        *_goals(facts),
        *_degrees(facts),
        *_titles(facts),
        *_times(facts),
    ]
    return replace(facts, discrepancies=facts.discrepancies + tuple(dict.fromkeys(found)))


def _copies(facts: DocumentFacts) -> list[Copy]:
    """The measures of all rows, each with the clause that holds most of it. A row that only names an indicator, whose
    figures stand in other cells, copies none, nor does one of a list that hands out no tasks (病种目录, 名词解释)."""
    clauses = {clause.id: clause for clause in facts.clauses}
    figures = {item.source for item in facts.indicators if item.rule == "cell"}
    drawn: dict[str, list[str]] = defaultdict(list)
    for link in facts.links:
        source = clauses[link.source]
        if source.task and (source.id not in figures or is_measure(source.text)):
            drawn[link.source].append(link.target)
    originals = {key: bare(clauses[key].text) for keys in drawn.values() for key in keys}
    held = {key: grams(text.text) for key, text in originals.items()}
    copies = []
    for row, keys in drawn.items():
        copy = bare(clauses[row].text)
        for start, end in measures(clauses[row].text):
            first, last = bisect_left(copy.offsets, start), bisect_left(copy.offsets, end)
            key = max(keys, key=lambda key: restated(copy.text[first:last], held[key]))
            copies.append(Copy(clauses[key], clauses[row], originals[key], copy, first, last))
    return copies


def _changed(copy: Copy, places: tuple[str, ...]) -> Iterator[Discrepancy]:
    """The small changes inside one copied measure. What a text lacks there is not missing where it has it elsewhere."""
    found = told_once(_differing(copy, places), copy.original, copy.copy)
    return (_discrepancy(copy, (item.kind, item.weight), item.a, item.b) for item in found)


def _differing(copy: Copy, places: tuple[str, ...]) -> Iterator[Difference]:
    row, clause = grams(copy.copy.text), grams(copy.original.text)
    close = restated(copy.copy.text[copy.start : copy.end], clause) >= CLOSE
    cells = bare("\n".join(cell for _, cell in copy.row.cells if cell not in copy.row.text)).text
    for item in differences(copy.original, copy.copy, (copy.start, copy.end), places):
        if _in_cells(copy, item, cells) or _excepted(copy, item):
            continue
        lacking = restated(copy.original.text[item.gap.a : item.gap.a_end], row)
        added = restated(copy.copy.text[item.gap.b : item.gap.b_end], clause)
        if item.kind in ("quantity", "deadline") or (close and (item.kind != "scope" or max(lacking, added) < COVERED)):
            yield item


def _excepted(copy: Copy, item: Difference) -> bool:
    """Whether the clause only excepts (除甲、乙外) what the row speaks of."""
    sides = (copy.original.text[slice(*item.a)], copy.copy.text[slice(*item.b)])
    return [bool(EXCEPTION.fullmatch(side)) for side in sides] == [True, False]


def _in_cells(copy: Copy, item: Difference, cells: str) -> bool:
    """Whether the row says in another cell (目标值, 完成时限) what its text lacks."""
    lacking = copy.original.text[item.gap.a : item.gap.a_end]
    if item.kind not in ("quantity", "deadline") or item.gap.b < item.gap.b_end or not lacking:
        return False
    timed = any(TIME_HEAD.search(head) for head, _ in copy.row.cells)
    when = item.kind == "deadline" or [due.text for due in find_deadlines(lacking)] == [lacking]
    return lacking in cells or (timed and when)


def _discrepancy(
    copy: Copy, judged: tuple[DiscrepancyKind, DiscrepancyWeight], a: tuple[int, int], b: tuple[int, int]
) -> Discrepancy:
    a_span, b_span = _span(copy.clause, copy.original, a), _span(copy.row, copy.copy, b)
    kind, weight = judged
    what = APART if judged == JOINED else WORDS[kind]
    note = f"{what}: the clause says “{a_span.text}”, the row “{b_span.text}”."
    return Discrepancy(copy.clause.id, copy.row.id, kind, weight, a_span, b_span, note)


def _span(clause: Clause, text: Bare, within: tuple[int, int]) -> Span:
    start, end = text.original(*within)
    return clause.span(start, end)


# measures left out ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a clause between commas: [start, end) of its bare text, its sentence, and the copy that holds it."""

    start: int
    end: int
    text: str
    sentence: int
    share: float
    copy: Copy | None

    @property
    def row(self) -> str:
        """The id of the row that holds it."""
        return self.copy.row.id if self.copy else ""


def _left_out(copies: Sequence[Copy]) -> Iterator[Discrepancy]:
    """The measures of a clause that no row holds: in a sentence with a copied part, or between copied sentences.

    Aims and principles (提升…水平, 坚持…) are no measures. A part that names who is to do it and is cut off before the
    copied part is a material change: 学校要发挥优势，开展试点 becomes 开展试点.
    """
    by_clause: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        by_clause[copy.clause.id].append(copy)
    for held in by_clause.values():
        parts = _parts(held)
        missing: dict[tuple[str, DiscrepancyWeight], list[tuple[Part, Part]]] = defaultdict(list)
        for rank, part in enumerate(parts):
            if near := _neighbour(part, parts[:rank], parts[rank + 1 :]):
                missing[near.row, _weight(part, near)].append((part, near))
        for (_, weight), found in missing.items():
            yield _omission(weight, found)


def _neighbour(part: Part, before: Sequence[Part], after: Sequence[Part]) -> Part | None:
    """The copied part beside a missing measure: in its sentence, else before it when another one follows."""
    if part.share >= MISSING or len(part.text) < PART:
        return None
    previous = next((other for other in reversed(before) if other.copy), None)
    following = next((other for other in after if other.copy), None)
    leads = following is not None and following.sentence == part.sentence and DOER.match(part.text)
    if not is_measure(part.text) and not leads:
        return None
    for other in (previous, following):
        if other and other.sentence == part.sentence:
            return other
    return previous if following else None


def _weight(part: Part, near: Part) -> DiscrepancyWeight:
    """Material where the part that names who is to do it is cut off before what is to be done; what names somebody
    itself (各地要落实责任，省政府把…纳入考核) is not theirs."""
    leads = near.start > part.start and near.sentence == part.sentence and is_measure(near.text)
    return "material" if leads and DOER.match(part.text) else "omission"


def _omission(weight: DiscrepancyWeight, found: Sequence[tuple[Part, Part]]) -> Discrepancy:
    """One discrepancy for all that a row leaves out; the first of it gives the spans."""
    part, near = found[0]
    assert near.copy is not None
    held, copy = near.text, near.copy
    places = (copy.copy.text.find(held[start : start + 4]) for start in range(len(held) - 3))
    start = next((place for place in places if place >= 0), copy.start)
    first = _discrepancy(copy, ("scope", weight), (part.start, part.end), copy.copy.part(start, start + 1))
    texts = "”, “".join(_span(copy.clause, copy.original, (part.start, part.end)).text for part, _ in found)
    note = f"Left out of the row that begins “{copy.row.text[:12]}”: “{texts}”."
    return replace(first, note=note)


def _parts(copies: Sequence[Copy]) -> list[Part]:
    """The parts of a clause after its heading, each with the copy that holds it.

    Of the copies that hold a part about as well the one counts whose row holds most of the clause.
    """
    clause, original = copies[0].clause, copies[0].original
    held = [(copy, grams(copy.copy.text[copy.start : copy.end])) for copy in copies]
    whole = {copy.row.id: restated(original.text, grams(copy.copy.text)) for copy in copies}
    bounds = [place for place, mark in enumerate(original.breaks) if mark] + [len(original.text)]
    heading = _heading(clause)
    parts, sentence = [], 0
    for start, end in pairwise(bounds):
        sentence += original.breaks[start] == 3
        if start < heading:
            continue
        text = BRACKET.sub("", original.text[start:end])
        shares = [(restated(text, known), copy) for copy, known in held]
        best = max(share for share, _ in shares)
        near = [copy for share, copy in shares if share >= AS_WELL * best]
        copy = max(near, key=lambda copy: whole[copy.row.id]) if best >= COVERED else None
        parts.append(Part(start, end, text, sentence, best, copy))
    return parts


def _heading(clause: Clause) -> int:
    """The length of the heading in the bare text, 0 where it is the whole text."""
    length = len(bare(clause.heading or "").text)
    return length if length < len(bare(clause.text).text) else 0


def _without_row(facts: DocumentFacts) -> Iterator[Discrepancy]:
    """The only clause that no row breaks down, where there are many."""
    rows = {row.id: row for row in own_list(facts)}
    linked = [link for link in facts.links if link.source in rows]
    slogans = lines("slogans.txt")
    tasks = [c for c in body_clauses(facts) if c.type in ("item", "clause") and c.heading not in slogans]
    missing = [clause for clause in tasks if clause.id not in {link.target for link in linked}]
    annexes = {clause.id: clause for clause in facts.clauses if clause.type == "annex"}
    if len(tasks) < MANY or len(missing) != 1 or not linked:
        return
    annex = annexes.get(rows[linked[-1].source].parent or "")
    if annex and annex.text:
        head = missing[0].heading or missing[0].text
        note = f"The only clause of {len(tasks)} with no row in the task list: “{head}”."
        a_span, b_span = missing[0].span(0, len(head)), annex.span(0, len(annex.text))
        yield Discrepancy(missing[0].id, annex.id, "scope", "omission", a_span, b_span, note)


def _goals(facts: DocumentFacts) -> Iterator[Discrepancy]:
    """Goals with another figure than a clause or row states for the same object and deadline."""
    goals = {clause.id for clause in facts.clauses if clause.type == "goal"}
    ours = replace(facts, indicators=tuple(item for item in facts.indicators if item.source in goals))
    others = replace(facts, indicators=tuple(item for item in facts.indicators if item.source not in goals))
    for (goal, clause), pairs in comparisons(ours, others).items():
        for pair in pairs:
            one, other = pair.source, pair.target
            same_time = not one.deadline or not other.deadline or one.deadline == other.deadline
            differ = (one.value, one.value_max) != (other.value, other.value_max)
            if pair.same and differ and same_time:
                note = f"Another figure: the goal says “{one.span.text}”, the clause “{other.span.text}”."
                yield Discrepancy(goal, clause, "quantity", "material", one.span, other.span, note)


def _degrees(facts: DocumentFacts) -> Iterator[Discrepancy]:
    """Goals that ask for all of what a clause or row asks for mostly, or the reverse; a row that breaks down a clause
    which differs says it once more."""
    goals = [clause for clause in facts.clauses if clause.type == "goal"]
    others = [clause for clause in facts.clauses if clause.type in ("clause", "item", "row")]
    found = list(differing_degrees(goals, others))
    differing = {(goal.clause.id, other.clause.id) for goal, other in found}
    targets: dict[str, set[str]] = defaultdict(set)
    for link in facts.links:
        targets[link.source].add(link.target)
    for goal, other in found:
        if any((goal.clause.id, target) in differing for target in targets[other.clause.id]):
            continue
        spans = goal.clause.span(goal.start, goal.end), other.clause.span(other.start, other.end)
        note = f"Another degree: the goal says “{spans[0].text}”, the clause “{spans[1].text}”."
        yield Discrepancy(goal.clause.id, other.clause.id, "scope", "material", *spans, note)


def _titles(facts: DocumentFacts) -> Iterator[Discrepancy]:
    """Annexes that the body calls by another name than they bear."""
    for name in other_names(facts.clauses):
        title = name.annex.text.partition("\n")[0]
        spans = name.clause.span(name.start, name.end), name.annex.span(0, len(title))
        note = f"Another title: the clause says “{spans[0].text}”, the annex “{title}”."
        yield Discrepancy(name.clause.id, name.annex.id, "title", "minor", *spans, note)


def _times(facts: DocumentFacts) -> Iterator[Discrepancy]:
    """Rows whose column of times (完成时限) has another deadline than the clause states for the same figure."""
    stated: dict[str, list[Indicator]] = defaultdict(list)
    for item in facts.indicators:
        if item.due and not item.inherited:
            stated[item.source].append(item)
    texts = {clause.id: clause.text for clause in facts.clauses}
    for link in facts.links:
        for row in stated[link.source]:
            in_column = row.deadline is not None and row.deadline not in texts[row.source]
            same = [item for item in stated[link.target] if in_column and _same_figure(row, item)]
            if same and not any(_same_time(row.due or "", item.due or "") for item in same):
                note = f"{WORDS['deadline']}: the clause says “{same[0].deadline}”, the row “{row.deadline}”."
                yield Discrepancy(same[0].source, row.source, "deadline", "material", same[0].span, row.span, note)


def _same_figure(one: Indicator, other: Indicator) -> bool:
    same = (one.value, one.value_max, one.unit) == (other.value, other.value_max, other.unit)
    return same and (one.object in other.object or other.object in one.object)


def _same_time(one: str, other: str) -> bool:
    """Whether two dates in ISO 8601 may be one: 2025 and 2025-06, 2021/2025 and 2025."""
    return any(a.startswith(b) or b.startswith(a) for a in one.split("/") for b in other.split("/"))
