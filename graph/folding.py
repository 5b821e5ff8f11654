"""Folds a cascade of many clauses into fewer boxes: clauses of one document or section, then documents of a level."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from statistics import mode

from graph.answers import LinkStep
from graph.cascade_answers import CascadeLink, CascadeNode, NodeKind, Place
from graph.model import Level, LinkStatus

PLACES: tuple[Place, ...] = ("asked", "above", "below", "beside")
LINES = 2.5  # lines to a box: more are a tangle
Pair = tuple[str, str]
LEAST_SETTLED: tuple[LinkStatus, ...] = ("rejected", "candidate", "proposed", "confirmed")


def folded(
    nodes: Sequence[CascadeNode], pairs: Collection[Pair], limit: int, pinned: Collection[str], expand: Collection[str]
) -> list[CascadeNode]:
    """At most `limit` nodes of these, if folding comes so far, and few enough lines for what links these `pairs`.

    The documents with the most clauses are folded first, then the sections of the document that was asked for, and of
    those of `expand` that have more clauses than the limit; then, for nodes alone, the document that was asked for, and
    the least sure nodes of the level that has the most. `pinned` clauses are never folded, and nothing of what `expand`
    names: the id of a document or section, or level:county.
    """
    long = {id for id, group in _largest_first(nodes, lambda node: node.document) if len(group) > limit} & {*expand}
    steps: tuple[tuple[NodeKind, Callable[[CascadeNode], str | None], bool], ...] = (
        ("document", lambda node: None if node.place == "asked" else node.document, True),
        ("section", lambda node: node.section, True),
        ("document", lambda node: node.document, False),
    )
    for kind, key, for_lines in steps:
        open_ = {*expand} - long if kind == "section" else {*expand}
        free = [node for node in nodes if node.id not in pinned and not {node.document, node.section} & open_]
        for id, group in _largest_first(free, key):
            if len(group) > 1 and (len(nodes) > limit or (for_lines and _lines(nodes, pairs) > LINES * limit)):
                nodes = _merged(nodes, group, id, kind)
    free = [node for node in nodes if node.id not in pinned and not {node.document, level_id(node.level)} & {*expand}]
    for id, group in _largest_first(free, lambda node: level_id(node.level)):
        too_many = len(nodes) - limit + 1
        if too_many > 1 and len(group) > 1:
            nodes = _merged(nodes, sorted(group, key=lambda node: node.score)[:too_many], id, "level")
    return list(nodes)


def _lines(nodes: Sequence[CascadeNode], pairs: Collection[Pair]) -> int:
    """How many lines the links come to between these nodes."""
    node_of = {card.id: node.id for node in nodes for card in node.clauses}
    ends = {(node_of[source], node_of[target]) for source, target in pairs}
    return sum(source != target for source, target in ends)


def level_id(level: Level | None) -> str:
    """What stands for the documents of a level: level:county."""
    return f"level:{level or 'unknown'}"


def joined(steps: Iterable[LinkStep], nodes: Sequence[CascadeNode]) -> tuple[list[CascadeNode], list[CascadeLink]]:
    """The nodes with the links inside them counted, and the lines between them that these links come to."""
    node_of = {card.id: node.id for node in nodes for card in node.clauses}
    lines: dict[Pair, list[LinkStep]] = defaultdict(list)
    for step in steps:
        lines[node_of[step.source], node_of[step.target]].append(step)
    inner = Counter({source: len(found) for (source, target), found in lines.items() if source == target})
    links = [_line(*ends, found) for ends, found in lines.items() if ends[0] != ends[1]]
    place = {node.id: rank for rank, node in enumerate(nodes)}
    return (
        [replace(node, inner=inner[node.id]) for node in nodes],
        sorted(links, key=lambda link: (place[link.target], place[link.source])),
    )


def _line(source: str, target: str, steps: Sequence[LinkStep]) -> CascadeLink:
    ordered = sorted(steps, key=lambda step: (-step.score, step.source, step.target))
    best = ordered[0]
    return CascadeLink(
        source=source,
        target=target,
        score=best.score,
        carried=mode(step.carried for step in ordered),
        status=min((step.status for step in steps), key=LEAST_SETTLED.index),
        method=best.method,
        scope=best.scope,
        steps=tuple(ordered),
    )


def _merged(
    nodes: Sequence[CascadeNode], group: Sequence[CascadeNode], id: str, kind: NodeKind
) -> Sequence[CascadeNode]:
    """The nodes with those of `group` made one, at the place of the first; a group of one level tells no document."""
    within = {node.id for node in group}
    members = [node for node in nodes if node.id in within]
    one = replace(
        members[0],
        id=id,
        kind=kind,
        place=min((node.place for node in members), key=PLACES.index),
        region=_common(members, lambda node: node.region),
        region_name=_common(members, lambda node: node.region_name),
        document=_common(members, lambda node: node.document),
        document_title=_common(members, lambda node: node.document_title),
        section=_common(members, lambda node: node.section),
        section_heading=_common(members, lambda node: node.section_heading),
        clauses=tuple(card for node in members for card in node.clauses),
        documents=len({card.document for node in members for card in node.clauses}),
        score=max(node.score for node in members),
        on_the_way=all(node.on_the_way for node in members),
        up=sum(node.up for node in members),
        down=sum(node.down for node in members),
    )
    return [one if node is members[0] else node for node in nodes if node is members[0] or node.id not in within]


def _common(nodes: Sequence[CascadeNode], value: Callable[[CascadeNode], str | None]) -> str | None:
    found = {value(node) for node in nodes}
    return found.pop() if len(found) == 1 else None


def _largest_first(
    nodes: Iterable[CascadeNode], key: Callable[[CascadeNode], str | None]
) -> list[tuple[str, list[CascadeNode]]]:
    """The nodes by their key, those without one left out."""
    found: dict[str, list[CascadeNode]] = defaultdict(list)
    for node in nodes:
        if name := key(node):
            found[name].append(node)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
