"""Which measures of a clause a way down shows to be carried: those that its links clearly take up, and the figures of
which are met."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph import records
from graph.carrying import carried_over, measures
from graph.comparing import Comparison, is_demand
from graph.explaining import likest
from graph.model import Indicator
from graph.web import Passage, Web

Figures = Mapping[str, Sequence[Indicator]]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A way down from a clause, the ranks of those of its measures that the links clearly take up, and the ids of its
    figures that the clause at the end meets."""

    passage: Passage
    measures: frozenset[int]
    met: frozenset[str]


def carriers(
    web: Web, clause: str, asks: Collection[int], documents: Collection[str], figures: Figures
) -> list[Carrier]:
    """The ways down from a clause to clauses of these documents; `asks` are the ranks of its measures."""
    return [
        Carrier(
            passage,
            carried_over(passage.path, web.texts, clearly=True).intersection(asks),
            _met(web, clause, passage, figures),
        )
        for passage in web.passages(clause, "down")
        if web.clauses[passage.end].document in documents
    ]


def shown(text: str, figures: Iterable[Indicator], ways: Sequence[Carrier]) -> frozenset[int]:
    """The ranks of the measures of `text` that these ways show to be carried: clearly taken up, with each of its
    `figures` that is no figure of today met by one of them."""
    taken = frozenset(rank for way in ways for rank in way.measures)
    met = {figure for way in ways for figure in way.met}
    missed = (figure.span for figure in figures if figure.kind != "baseline" and figure.id not in met)
    return taken - measures(text, missed)


def _met(web: Web, clause: str, passage: Passage, figures: Figures) -> frozenset[str]:
    """The figures of the clause that the one at the end states too, not lowered; all where people made all links."""
    upper = figures.get(clause, ())
    found = [records.evidence(row["evidence"]) for row in passage.path]
    if not any(found):
        return frozenset(figure.id for figure in upper)
    evidence = found[0] if len(found) == 1 else ()
    spans = {(item.source, item.target) for item in evidence if item.kind == "indicator"}
    below = (figure for figure in figures.get(passage.end, ()) if is_demand(figure))
    pairs = (likest([Comparison.of(one, other, web.texts) for other in upper], evidence) for one in below)
    return frozenset(
        pair.target.id
        for pair in pairs
        if pair
        and (pair.same or (pair.source.span, pair.target.span) in spans)
        and pair.obstacle != "other unit"
        and pair.verdict != "lowered"
    )
