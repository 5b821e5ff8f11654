"""The cascade around a clause or a document: a picture, the same as a table, and why nothing stands above a clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from api.definitions import stated
from api.page import addresses
from api.page.handed import handed
from api.page.serving import TABLES, PageRoute, Takeaway, forms, language_of, naming, show
from api.page.words import Language, word
from api.routes.cascade import MOST, Asked
from api.routes.common import OpenStore
from api.tables import indicator
from graph import questions
from graph.answers import DEPTH_LIMIT, ClauseAnswer, Direction, DocumentCard
from graph.cascade import LIMIT, STATUSES, CascadeLink, CascadeNode, CascadeView
from graph.drawing import Anchor, Anchors, embedded_svg
from graph.drawing import words as drawn
from graph.explaining import why_not
from graph.model import LEVELS, Level, LinkStatus

router = APIRouter(route_class=PageRoute)
SCORES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
DEPTHS = (1, 2, 3, 4, DEPTH_LIMIT)
PICTURES = ("svg", "png", "pdf", "html", "drawio", "gexf")


@dataclass(frozen=True, slots=True)
class Filters:
    """The parameters of the address. What a form leaves open comes as an empty text."""

    id: str
    direction: Direction = "both"
    depth: Annotated[int, Query(ge=1, le=DEPTH_LIMIT)] = DEPTH_LIMIT
    min_score: Annotated[float, Query(ge=0, le=1)] = 0.0
    level: Level | Literal[""] = ""
    region: str = ""
    status: Annotated[tuple[LinkStatus, ...], Query()] = STATUSES
    limit: Annotated[int, Query(ge=1, le=MOST)] = LIMIT
    expand: Annotated[tuple[str, ...], Query()] = ()

    def asked(self) -> Asked:
        """The same as the address of the data has it."""
        return Asked(
            of=self.id,
            direction=self.direction,
            depth=self.depth,
            min_score=self.min_score,
            level=self.level or None,
            region=self.region or None,
            status=self.status,
            limit=self.limit,
            expand=self.expand,
        )

    def query(self, *, id: str = "id") -> dict[str, object]:
        """The parameters that are not as they are without being asked for; `id` is the name of the first."""
        usual = Filters(self.id, status=self.status if {*self.status} == {*STATUSES} else STATUSES)
        given = {name: getattr(self, name) for name in self.__slots__ if name != "id"}
        return {id: self.id} | {name: value for name, value in given.items() if value != getattr(usual, name)}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the picture as a row: from the box below to the box above, which clauses of each it joins, and where it
    leads."""

    link: CascadeLink
    source: CascadeNode
    target: CascadeNode
    leads: Anchor

    @property
    def below(self) -> tuple[str, ...]:
        """The clauses that it comes from, in the order of their text."""
        ends = {step.source for step in self.link.steps}
        return tuple(card.id for card in self.source.clauses if card.id in ends)

    @property
    def above(self) -> tuple[str, ...]:
        """The clauses that it leads to, in the order of their text."""
        ends = {step.target for step in self.link.steps}
        return tuple(card.id for card in self.target.clauses if card.id in ends)


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines that come from one document, or from folded documents of one level."""

    node: CascadeNode
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A region that a loaded document is for."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Leads:
    """Where what is in a picture leads."""

    view: CascadeView
    filters: Filters
    language: Language

    def to(self, name: str, /, **query: object) -> str:
        """A view in the reader's language."""
        lang = "en" if self.language == "en" else None
        return addresses.view(name, **query, lang=lang)

    def node(self, node: CascadeNode) -> Anchor:
        """A clause leads to its own cascade, that which was asked for to its place in the text; what is folded
        unfolds."""
        if node.kind != "clause":
            return Anchor(self.unfolded(node.id), way="swap")
        if node.place == "asked" and node.document and self.view.question.kind == "clause":
            return Anchor(f"{self.to('document', id=node.document)}#{node.clauses[0].address}")
        return Anchor(self.to("cascade", id=node.id))

    def unfolded(self, *ids: str) -> str:
        """This picture with more of it unfolded."""
        query = self.filters.query() | {"expand": tuple(sorted({*self.filters.expand, *ids}))}
        return self.to("cascade", **query)

    def link(self, link: CascadeLink) -> Anchor:
        """A link leads to both texts; several in one line unfold."""
        if len(link.steps) > 1:
            kinds = {node.id: node.kind for node in self.view.nodes}
            ends = (end for end in (link.source, link.target) if kinds[end] != "clause")
            return Anchor(self.unfolded(*ends), way="swap")
        (step,) = link.steps
        return Anchor(self.to("pair", source=step.source, target=step.target), way="dialog")

    def anchors(self) -> Anchors:
        """The links of the picture."""
        nodes = {node.id: node for node in self.view.nodes}
        links = {(link.source, link.target): link for link in self.view.links}
        words = drawn.WORDS[self.language]

        def beyond(id: str) -> Anchor | None:
            says = f"{drawn.foot(nodes[id], words)}{words.colon}{drawn.head(nodes[id], words)}"
            return Anchor(self.unfolded(id), says, "swap", hint=word("cascade means beyond", self.language))

        def label(source: str, target: str) -> Anchor:
            ends = " → ".join(drawn.head(nodes[id], words) for id in (source, target))
            says = f"{drawn.label(links[source, target], words)}{words.colon}{ends}"
            return replace(self.link(links[source, target]), says=says)

        return Anchors(lambda id: self.node(nodes[id]), beyond, label)


def _takeaways(request: Request, filters: Filters, view: CascadeView) -> list[Takeaway]:
    """The links of the picture; and the tasks below a clause, where its filters are some that these have too."""
    links = forms(request, "/cascade", TABLES, **filters.query(id="of"))
    whole = filters.depth == DEPTH_LIMIT and {*STATUSES} <= {*filters.status}
    if view.question.kind == "document" or filters.direction == "up" or not whole:
        return links
    asked = {"derives_from": view.question.id, "level": filters.level, "region": filters.region}
    least = {"min_score": filters.min_score or None}
    return [*links, *naming("take tasks", forms(request, "/tasks", TABLES, **asked, **least))]


@router.get("/view/cascade")
def cascade(request: Request, store: OpenStore, filters: Annotated[Filters, Depends()]) -> Response:
    """The cascade around the clause or document that people call `id`."""
    view = filters.asked().view(store)
    leads = Leads(view, replace(filters, id=view.question.id), language_of(request))
    clause = questions.clause(store, view.question.id) if view.question.kind == "clause" else None
    return show(
        request,
        "cascade.html",
        takeaways=_takeaways(request, leads.filters, view),
        answer=view,
        clause=clause,
        why=why_not(store, clause.clause.id) if clause and _stands_alone(view, clause) else None,
        picture=embedded_svg(view, leads.language, leads.anchors()),
        tables=tuple(_tables(view, leads)),
        leads=leads,
        drawn=drawn,
        words=drawn.WORDS[leads.language],
        regions=_regions(questions.documents(store)),
        levels=LEVELS,
        usual=LIMIT,
        scores=SCORES,
        depths=DEPTHS,
        whole=MOST,
        pictures=tuple(_pictures(leads)),
        bodies=handed(clause.units) if clause else (),
        stated=stated if leads.language == "zh" else indicator,
    )


def _stands_alone(view: CascadeView, clause: ClauseAnswer) -> bool:
    """Whether no other document stands above the clause: neither above itself, nor above what a row breaks down."""
    above = any(node.place == "above" and node.document != view.question.document for node in view.nodes)
    return not above and all(step.scope == "internal" for step in clause.implements)


def _pictures(leads: Leads) -> Iterator[tuple[str, str]]:
    """Formats, and the addresses of the picture in each."""
    query = leads.filters.query(id="of") | ({"lang": "en"} if leads.language == "en" else {})
    for format in PICTURES:
        yield format, addresses.address(f"/export/draw/{format}", **query)


def _tables(view: CascadeView, leads: Leads) -> Iterator[Rows]:
    """The lines of the picture, those that come from one document together, in the order of the picture; those of a
    clause from the surest, those of folded clauses by what they carry out."""
    nodes = {node.id: node for node in view.nodes}
    place = {id: rank for rank, id in enumerate(nodes)}

    def by_clause(link: CascadeLink) -> tuple[int, float]:
        several = nodes[link.source].kind != "clause"
        return place[link.source], place[link.target] if several else -link.score

    rows = [
        Row(link, nodes[link.source], nodes[link.target], leads.link(link))
        for link in sorted(view.links, key=by_clause)
    ]
    for _, group in groupby(rows, key=lambda row: row.source.document or row.source.id):
        found = tuple(group)
        yield Rows(found[0].source, found)


def _regions(cards: Sequence[DocumentCard]) -> Sequence[Region]:
    codes = {card.region: card.region_name or card.region for card in cards if card.loaded and card.region}
    return [Region(code, name) for code, name in sorted(codes.items())]
