"""implements: which clauses of a lower or later document carry out which clauses of a higher or earlier one.

Each pair of documents is read by itself, so that a link depends on nothing else that is loaded. What speaks for a link
is what the nearest sentences of two clauses share (`sentences`), how alike the clauses are as wholes (`likeness`) and
the quantities of one object (`quantity_evidence`); clauses compete, below and above. `signs` makes a probability of it.
Two documents with no common subject and no citation between them are linked only by a named measure, almost surely;
else what they share is kept for review.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.model import Carried, Clause, DocumentFacts, Evidence, Implements
from graph.standing import cites_it, may_implement
from loaders.alignment import Alignment, Match, Passage, Run
from loaders.breakdown import body_clauses, breakdown_links, own_list
from loaders.embedding import Embedder
from loaders.kinship import Subject, subject
from loaders.likeness import Likeness
from loaders.localise import place_names, plain
from loaders.meaning import near
from loaders.quantity_evidence import Comparison, carried_by, comparisons
from loaders.restating import grams, restated
from loaders.sentences import NAMED, NONE_NEAR, Meeting, Meetings, Place, Sentences, Shared
from loaders.signs import Signs, weighed
from loaders.vocabulary import lines
from loaders.wording import Wording, common_words, telling, themes

RULES = "3"
"""The version of these rules; a store says by which its links were made."""

PROPOSED, CANDIDATE = 0.52, 0.2
"""Scores: from the first on a link is proposed, for a false one accuses; from the second on it is kept for review."""

STRANGERS, PLAINLY = 0.99, 0.75
"""Score, and weight of a named measure, of a link between documents that share no subject: a plan for mental health may
take over an hour of sport a day."""

CANDIDATES = 3  # near misses kept for each source

LEAST = 0.3  # of a common run, a measure or a quantity: less is only words of the subject
VERBATIM = 12  # characters in a row
SHOWN = 0.2  # weight of a run that is shown as evidence
ALSO_SHOWN = 1.8  # weight of a pair of sentences, besides the nearest, that is shown too
FEWEST = 3.0  # weight in common below which a pair of sentences is not the nearest of anything
NEARLY = 0.7  # share of the most that any clause has in common
WHOLE, HALF = 0.9, 0.5  # shares of a clause that the other restates
HEADING = 60  # characters; longer ones are paragraphs
DOCUMENTS_KEPT = 256  # prepared for comparison, so that one is not prepared for each pair


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document made ready for comparison: `sources` may implement, `targets` may be implemented."""

    sources: tuple[Sentences, ...]
    targets: tuple[Sentences, ...]
    common: frozenset[str]
    subject: Subject
    themes: frozenset[str]
    closing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ends:
    """Two clauses that are compared: the meetings of their sentences, the best first, and their quantities. `closing`:
    both are closing clauses."""

    below: Passage
    above: Passage
    meetings: tuple[Meeting, ...]
    quantities: Sequence[Comparison]
    closing: bool


def with_internal_links(facts: DocumentFacts) -> DocumentFacts:
    """The facts with the links from the rows of the document's task lists to the clauses that they break down."""
    return replace(facts, links=facts.links + breakdown_links(facts))


def link_between(
    source: DocumentFacts, target: DocumentFacts, embedder: Embedder | None = None
) -> tuple[Implements, ...]:
    """The links from clauses of `source` up to clauses of `target`; none where the pair may not be joined.

    Proposed where a link is more likely than not; the next best are kept as candidates, few for each source, with the
    reason why they are none. With an embedder, sentences that mean the same to it count like a measure that both name.
    """
    cites = cites_it(source.citations, target.document)
    if not may_implement(source.document, target.document, cites=cites):
        return ()
    lower, upper = prepared(source), prepared(target)
    akin = cites or lower.subject.is_akin(upper.subject)
    links: list[Implements] = []
    alike = near(embedder, lower.sources, upper.targets, lower.closing) if embedder else NONE_NEAR
    for row in scored(lower, upper, comparisons(source, target), alike):
        links += _kept([_link(ends, signs, akin=akin) for ends, signs in row if signs.score >= CANDIDATE])
    return tuple(links)


def scored(
    lower: Prepared,
    upper: Prepared,
    quantities: Mapping[tuple[str, str], Sequence[Comparison]],
    same_meaning: Mapping[Place, Mapping[Place, float]] = NONE_NEAR,
) -> Iterator[list[tuple[Ends, Signs]]]:
    """For each clause below, the clauses above with which it has anything in common, and the signs of a link."""
    wording = Wording(lower.common | upper.common | lower.themes | upper.themes)
    sources, targets = ([item.passage for item in items] for items in (lower.sources, upper.targets))
    matches = Alignment(sources, targets, wording).by_source()
    meetings = Meetings(lower.sources, upper.targets, same_meaning)
    alike = Likeness(*([telling(item.plain.text) for item in items] for items in (sources, targets)))
    for rank, below in enumerate(sources):
        met = meetings.of(rank, matches[rank])
        nearest = _nearest(met)
        row = []
        for other, above in enumerate(targets):
            pair = below.clause.id, above.clause.id
            closing = pair[0] in lower.closing and pair[1] in upper.closing
            ends = Ends(below, above, met.get(other, ()), quantities.get(pair, ()), closing)
            if ends.meetings or ends.quantities:
                row.append((ends, _signs(ends, nearest, alike, rank, other)))
        yield row


def _nearest(met: Mapping[int, Sequence[Meeting]]) -> dict[int, float]:
    """For each sentence of a clause the most that it has in common with any sentence above."""
    best: dict[int, float] = {}
    for meetings in met.values():
        for meeting in meetings:
            best[meeting.source] = max(best.get(meeting.source, FEWEST), meeting.value)
    return best


def _signs(ends: Ends, nearest: Mapping[int, float], alike: Likeness, rank: int, other: int) -> Signs:
    best = ends.meetings[0] if ends.meetings else NO_MEETING
    return Signs(
        runs=weighed(best.runs),
        named=best.named,
        quantity=max((pair.weight for pair in ends.quantities), default=0.0),
        second=weighed(_second(ends.meetings)) / 2,
        nearest=best.value / nearest.get(best.source, FEWEST),
        among_targets=alike.among_targets(rank, other),
        among_sources=alike.among_sources(rank, other),
    )


NO_MEETING = Meeting(0, 0, None, 0.0, ())


def _second(meetings: Sequence[Meeting]) -> float:
    """What two other sentences than the nearest have in common."""
    others = (m.value for m in meetings[1:] if m.source != meetings[0].source and m.target != meetings[0].target)
    return next(others, 0.0)


@lru_cache(maxsize=DOCUMENTS_KEPT)
def prepared(facts: DocumentFacts) -> Prepared:
    """What the comparison needs of one document, whatever it is compared with."""
    places = place_names(facts)
    title = plain(facts.document.title, places).text
    body = [Sentences(Passage(clause, plain(clause.text, places))) for clause in body_clauses(facts)]
    rows = [Sentences(Passage(clause, plain(clause.text, places))) for clause in own_list(facts)]
    broken_down = {link.source for link in facts.links}
    groups = [clause for clause in facts.clauses if clause.type in ("section", "subsection", "annex")]
    headings = [clause.heading or clause.text for clause in groups if len(clause.heading or clause.text) <= HEADING]
    common = common_words([item.passage.plain.text for item in body])
    return Prepared(
        sources=(*body, *rows),
        targets=(*body, *(row for row in rows if row.passage.clause.id not in broken_down)),
        common=common,
        subject=subject(title, [item.passage.plain.text for item in body]),
        themes=themes(plain(text, places).text for text in (facts.document.title, *headings)),
        closing=frozenset(clause.id for clause in facts.clauses if _is_closing(clause, groups)),
    )


def _is_closing(clause: Clause, groups: Sequence[Clause]) -> bool:
    """Whether documents of all subjects have such a clause: 加强组织领导, or any under 三、保障措施."""
    around = next((group.heading or group.text for group in groups if group.id == clause.parent), "")
    closing = around.rstrip("。").endswith(lines("closing_sections.txt"))
    return closing or clause.heading in lines("boilerplate_headings.txt")


def _link(ends: Ends, signs: Signs, *, akin: bool) -> Implements:
    evidence, reason = sorted(_evidence(ends), key=_heaviest), _reason(ends, signs, akin=akin)
    return Implements(
        source=ends.below.clause.id,
        target=ends.above.clause.id,
        score=signs.score,
        method=METHODS.get(evidence[0].kind, "terms") if evidence else "terms",
        scope="between",
        status="candidate" if reason else "proposed",
        carried=_carried(ends),
        evidence=tuple(evidence),
        reason=reason,
        rules=RULES,
    )


METHODS = {"verbatim": "alignment"} | {kind: kind for kind in ("programme", "indicator", "measure", "meaning")}
"""The rule that decides, by the kind of the heaviest evidence; for all other kinds it is terms."""


def _reason(ends: Ends, signs: Signs, *, akin: bool) -> str:
    """Why two clauses are not linked, in a few words; empty where they are."""
    if signs.score < PROPOSED:
        nearer = max(signs.nearest, signs.among_targets) < NEARLY
        return "another clause above is nearer" if nearer else "too little in common for one measure"
    if not akin and (ends.closing or signs.score < STRANGERS or signs.named < PLAINLY):
        return "the documents share no subject, and the lower one does not cite the upper"
    if signs.runs + signs.named + signs.quantity < LEAST:
        return "words of the subject in common, but no measure"
    if ends.closing and not signs.named + signs.quantity:
        return "closing clauses, which all documents have, without a named measure or quantity in common"
    return ""


def _heaviest(evidence: Evidence) -> tuple[float, int, int]:
    return -evidence.weight, evidence.source.start, evidence.target.start


def _kept(links: Sequence[Implements]) -> list[Implements]:
    """The proposed links and the best of the candidates, in the order of the targets."""
    near = [link for link in links if link.status == "candidate"]
    best = sorted(near, key=lambda link: -link.score)[:CANDIDATES]
    return [link for link in links if link.status == "proposed" or link in best]


def _evidence(ends: Ends) -> Iterator[Evidence]:
    """The common runs, known measures and quantities of the nearest sentences, and of others that share as much as a
    link needs; each text and name once."""
    shown: set[str] = set()
    for rank, meeting in enumerate(ends.meetings):
        if rank == 0 or meeting.value >= ALSO_SHOWN:
            yield from _runs(ends, meeting.match, shown)
            yield from _measures(ends, meeting.shared, shown)
    for pair in ends.quantities:
        yield Evidence("indicator", round(pair.weight, 2), pair.source.span, pair.target.span)


def _runs(ends: Ends, match: Match | None, shown: set[str]) -> Iterator[Evidence]:
    for run in match.runs if match else ():
        if run.text not in shown and run.weight >= SHOWN:
            shown.add(run.text)
            source = ends.below.original(run.source, run.source + run.length)
            target = ends.above.original(run.target, run.target + run.length)
            yield Evidence(_kind(ends.below, ends.above, run), round(run.weight, 2), source, target)


def _measures(ends: Ends, shared: Sequence[Shared], shown: set[str]) -> Iterator[Evidence]:
    for item in shared:
        source = ends.below.original(item.source.start, item.source.end)
        target = ends.above.original(item.target.start, item.target.end)
        if item.kind == "named" and item.source.name not in shown:
            shown.add(item.source.name)
            yield Evidence("measure", round(NAMED * item.weight, 2), source, target, item.source.name)
        if item.kind == "meaning":
            yield Evidence("meaning", round(NAMED * item.weight, 2), source, target)


def _kind(below: Passage, above: Passage, run: Run) -> str:
    """verbatim: a long run; programme: a name in “” or 《》; heading: both begin with it; term: anything else."""
    if run.length >= VERBATIM:
        return "verbatim"
    if _named(below.plain.text, run.source, run.text) and _named(above.plain.text, run.target, run.text):
        return "programme"
    inside = run.source < len(below.clause.heading or "") and run.target < len(above.clause.heading or "")
    return "heading" if inside else "term"


def _named(text: str, start: int, run: str) -> bool:
    """Whether a run stands in quotation marks or title marks, or holds them."""
    before = text[:start]
    inside = any(before.rfind(mark) > before.rfind(end) for mark, end in ("“”", "《》"))
    return inside or "“" in run or "《" in run


def _carried(ends: Ends) -> Carried:
    """Raised or lowered by its figures; else verbatim where the upper clause holds nearly all of the lower one's text,
    partial where that is less than half of the upper clause; else refined."""
    verdict, below, above = carried_by(ends.quantities), ends.below.plain.text, ends.above.plain.text
    differs = verdict != "refined" or not all(pair.equal for pair in ends.quantities)
    if differs or restated(below, grams(above)) < WHOLE:
        return verdict
    return "verbatim" if restated(above, grams(below)) >= HALF else "partial"
