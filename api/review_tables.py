"""What waits for people, what they decided, for people: as api.tables shows other answers."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from api.answers import DecisionsRead
from api.explained import against
from api.tables import as_cells, evidence, joined, new_grid, new_table
from graph.decisions import DecisionCard, id_of
from graph.model import Decision, Implements
from graph.review import ReviewAnswer, Reviewed, Suspect, WaitingLink


def review(answer: ReviewAnswer) -> RenderableType:
    """Suspect decisions, a block each, then links that wait, then how many there are."""
    links, suspect = answer.total, len(answer.suspect)
    count = f"{len(answer.waiting)} of {links} {'link that waits' if links == 1 else 'links that wait'}"
    doubted = f"{suspect} suspect {'decision' if suspect == 1 else 'decisions'}"
    blocks = (_waiting(rank, item) for rank, item in enumerate(answer.waiting, 1))
    return Group(*map(_suspect, answer.suspect), *blocks, Text(f"{count}; {doubted}"))


def _suspect(item: Suspect) -> RenderableType:
    decision, ends = item.card.decision, item.card.ends
    grid = new_grid()
    grid.add_row("   decided", _who(decision))
    for end, clause in (("source", item.source), ("target", item.target)):
        grid.add_row(f"   {end}, changed" if end in ends else f"   {end}", clause.text)
    head = f"suspect: {id_of(decision.source, decision.target)}  {decision.status}"
    return Group(Text(head, style="bold"), grid, Text())


def _waiting(rank: int, item: WaitingLink) -> RenderableType:
    grid = new_grid()
    grid.add_row("   source", item.source.text)
    grid.add_row("   target", item.target.text)
    grid.add_row("   evidence", joined(map(evidence, item.link.evidence)))
    if item.link.reason:
        grid.add_row("   lacks", item.link.reason)
    if item.cautions:
        grid.add_row("   against", against(item.cautions))
    return Group(Text(f"{rank}. {_link(item.link)}", style="bold"), grid, Text())


def _link(link: Implements) -> str:
    ends = id_of(link.source, link.target)
    if link.method == "hand":
        return f"{ends}  by hand: no rule finds it, {link.status}"
    return f"{ends}  {link.score:.2f} {link.method}, {link.carried}, {link.status}"


def _who(decision: Decision) -> str:
    note = f": {decision.note}" if decision.note else ""
    return f"{decision.status} by {decision.by or 'nobody named'} at {decision.at}{note}"


def reviewed(answer: Reviewed) -> RenderableType:
    """A pair of clauses: what is decided of it, and the link between them."""
    link = _link(answer.link) if answer.link else f"{id_of(answer.source, answer.target)}  no link"
    return Group(Text(link), Text(f"   {_who(answer.decision) if answer.decision else 'not decided'}"))


def decisions(cards: Sequence[DecisionCard]) -> RenderableType:
    """A row a decision."""
    table = new_table("source", "target", "decided", "by", "at", "state", "note")
    for card in cards:
        decided = card.decision
        state = f"{card.state}: {', '.join(card.ends)}" if card.ends else card.state
        table.add_row(
            *as_cells(decided.source, decided.target, decided.status, decided.by, decided.at, state, decided.note)
        )
    return table


def decisions_read(answer: DecisionsRead) -> RenderableType:
    """How many decisions of a file were new."""
    return Text(f"{answer.taken} of {answer.read} {'decision' if answer.read == 1 else 'decisions'} taken in")
