"""implements: which clauses of a lower or later document carry out which clauses of a higher or earlier one.

Each pair of documents is read by itself, so that a link depends on nothing else that is loaded. A link weighs what
the heaviest pair of sentences has in common (`alignment`) and the quantities of one object (`quantity_evidence`).
Two documents with no common subject and no citation between them need twice the evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.ids import region_contains
from graph.model import LEVELS, Carried, Document, DocumentFacts, Evidence, Implements
from loaders.alignment import Alignment, Match, Passage, Run
from loaders.breakdown import body_clauses, breakdown_links, own_list
from loaders.localise import place_names, plain
from loaders.quantity_evidence import Comparison, carried_by, comparisons
from loaders.restating import grams, restated
from loaders.wording import Wording, common_words, themes

ENOUGH = 1.8
"""The weight at which a link is as likely as not: about two specific words that stand side by side in both texts."""

STRANGERS = 2.0
"""Factor of ENOUGH for two documents that share no subject."""

PROPOSED, CANDIDATE = 0.5, 0.4
CANDIDATES = 3  # near misses kept for each source

VERBATIM = 12  # characters in a row
SHOWN = 0.2  # weight of a run that is shown as evidence
WHOLE, HALF = 0.9, 0.5  # shares of a clause that the other restates
HEADING = 60  # characters; longer ones are paragraphs
DOCUMENTS_KEPT = 256  # prepared for comparison, so that one is not prepared for each pair


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document made ready for comparison: `sources` may implement, `targets` may be implemented."""

    sources: tuple[Passage, ...]
    targets: tuple[Passage, ...]
    common: frozenset[str]
    subject: frozenset[str]
    themes: frozenset[str]


def with_internal_links(facts: DocumentFacts) -> DocumentFacts:
    """The facts with the links from the rows of the document's task lists to the clauses that they break down."""
    return replace(facts, links=facts.links + breakdown_links(facts))


def may_implement(source: Document, target: Document, *, cites: bool = False) -> bool:
    """Whether clauses of `source` can carry out clauses of `target`.

    The target is for a region around the source's and a level above; or for the same region and level, and the source
    cites it or was issued later (a work plan under last year's opinion). Where a region or level is unknown the source
    must cite the target. What was issued before the target does not carry it out.
    """
    if source.id == target.id or _before(source, target):
        return False
    if not (source.region and target.region and source.level and target.level):
        return cites
    below = LEVELS.index(source.level) - LEVELS.index(target.level)
    if below == 0:
        return source.region == target.region and (cites or _before(target, source))
    return below > 0 and region_contains(target.region, source.region)


def link_between(source: DocumentFacts, target: DocumentFacts) -> tuple[Implements, ...]:
    """The links from clauses of `source` up to clauses of `target`; none where the pair may not be joined.

    Proposed where a link is more likely than not; the next best are kept as candidates, few for each source.
    `score` is 1 - 2 ** -(weight / ENOUGH), so that the evidence of a bare link scores one half.
    """
    cites = _cites(source, target.document)
    if not may_implement(source.document, target.document, cites=cites):
        return ()
    lower, upper = _prepared(source), _prepared(target)
    akin = cites or not lower.subject.isdisjoint(upper.subject)
    wording = Wording(lower.common | upper.common | lower.themes | upper.themes)
    alignment = Alignment(lower.sources, upper.targets, wording)
    matches = {(one.clause.id, other.clause.id): found for one, other, found in alignment.matches()}
    quantities = comparisons(source, target)
    links: list[Implements] = []
    for below in lower.sources:
        near = [
            _link(below, above, matches.get(pair, ()), quantities.get(pair, ()), ENOUGH if akin else ENOUGH * STRANGERS)
            for above in upper.targets
            if (pair := (below.clause.id, above.clause.id)) in matches or pair in quantities
        ]
        links += _kept(near)
    return tuple(links)


def _before(one: Document, other: Document) -> bool:
    """Whether `one` was surely issued first, as far as the dates of both are known: the day, else the year."""
    early, late = _date(one), _date(other)
    known = min(len(early), len(late))
    return early[:known] < late[:known]


def _date(document: Document) -> str:
    """When it was issued, else printed, else the year of its number; empty when nothing is known."""
    year = re.search(r"〔(\d{4})〕", document.number or "")
    return document.issued or document.printed or (year[1] if year else "")


def _cites(source: DocumentFacts, target: Document) -> bool:
    """Whether `source` cites `target` by its number or by a title, with or without the issuer before 关于."""
    names = {_squeezed(name) for name in (target.id, target.number, target.title, target.notice_title) if name}
    cited = {_squeezed(name) for item in source.citations for name in (item.target, item.number, item.title) if name}
    return any(name == other or (name.startswith("关于") and other.endswith(name)) for name in cited for other in names)


def _squeezed(name: str) -> str:
    return re.sub(r"[\s《》]+", "", name)


@lru_cache(maxsize=DOCUMENTS_KEPT)
def _prepared(facts: DocumentFacts) -> Prepared:
    places = place_names(facts)
    body = [Passage(clause, plain(clause.text, places)) for clause in body_clauses(facts)]
    rows = [Passage(clause, plain(clause.text, places)) for clause in own_list(facts)]
    broken_down = {link.source for link in facts.links}
    groups = [clause for clause in facts.clauses if clause.type in ("section", "subsection", "annex")]
    headings = [clause.heading or clause.text for clause in groups if len(clause.heading or clause.text) <= HEADING]
    common = common_words([passage.plain.text for passage in body])
    return Prepared(
        sources=(*body, *rows),
        targets=(*body, *(row for row in rows if row.clause.id not in broken_down)),
        common=common,
        subject=frozenset(word for word in common if Wording(()).is_specific(word)),
        themes=themes(plain(text, places).text for text in (facts.document.title, *headings)),
    )


def _link(
    below: Passage, above: Passage, matches: Sequence[Match], quantities: Sequence[Comparison], enough: float
) -> Implements:
    evidence = sorted((*_runs(below, above, matches), *_quantities(quantities)), key=_heaviest)
    weight = (matches[0].weight if matches else 0.0) + max((pair.weight for pair in quantities), default=0.0)
    score = round(1 - 2 ** -(weight / enough), 3)
    return Implements(
        source=below.clause.id,
        target=above.clause.id,
        score=score,
        method=METHODS.get(evidence[0].kind, "terms") if evidence else "terms",
        scope="between",
        status="proposed" if score >= PROPOSED else "candidate",
        carried=_carried(below, above, quantities),
        evidence=tuple(evidence),
    )


METHODS = {"verbatim": "alignment", "programme": "programme", "indicator": "indicator"}
"""The rule that decides, by the kind of the heaviest evidence; for all other kinds it is terms."""


def _heaviest(evidence: Evidence) -> tuple[float, int, int]:
    return -evidence.weight, evidence.source.start, evidence.target.start


def _kept(links: Sequence[Implements]) -> list[Implements]:
    """The proposed links and the best of the candidates, in the order of the targets."""
    near = [link for link in links if link.status == "candidate" and link.score >= CANDIDATE]
    best = sorted(near, key=lambda link: -link.score)[:CANDIDATES]
    return [link for link in links if link.status == "proposed" or link in best]


def _runs(below: Passage, above: Passage, matches: Sequence[Match]) -> Iterator[Evidence]:
    """The common runs of the heaviest sentences, and those of others that would do alone; each text once."""
    shown: set[str] = set()
    for rank, match in enumerate(matches):
        for run in match.runs:
            if run.text not in shown and run.weight >= (ENOUGH if rank else SHOWN):
                shown.add(run.text)
                source = below.clause.span(*below.plain.original(run.source, run.source + run.length))
                target = above.clause.span(*above.plain.original(run.target, run.target + run.length))
                yield Evidence(_kind(below, above, run), round(run.weight, 2), source, target)


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


def _quantities(pairs: Sequence[Comparison]) -> Iterator[Evidence]:
    for pair in pairs:
        yield Evidence("indicator", round(pair.weight, 2), pair.source.span, pair.target.span)


def _carried(below: Passage, above: Passage, quantities: Sequence[Comparison]) -> Carried:
    """Raised or lowered by its figures; else verbatim where the upper clause holds nearly all of the lower one's text,
    partial where that is less than half of the upper clause; else refined."""
    verdict = carried_by(quantities)
    differs = verdict != "refined" or not all(pair.equal for pair in quantities)
    if differs or restated(below.plain.text, grams(above.plain.text)) < WHOLE:
        return verdict
    return "verbatim" if restated(above.plain.text, grams(below.plain.text)) >= HALF else "partial"
