"""Links with both clauses and their evidence as tables: of a cascade, of a lineage, of one pair, of what waits."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from api.page.words import word
from api.sheets import Cell, Sheet
from api.wording import Columns, Wording
from graph.answers import ClauseCard, LineageAnswer, LinkStep
from graph.cascade_answers import CascadeNode, CascadeView, LeftOut
from graph.decisions import DecisionCard
from graph.explanations import Caution, ComparedIndicators, Explanation
from graph.model import Evidence, Implements, Span
from graph.review import ReviewAnswer

Tables = tuple[Sheet, ...]
LINKS = ("关联与证据", "links")


@dataclass(frozen=True, slots=True)
class LinkLine:
    """Two clauses, what is known of the link between them, and what a person decided of it."""

    source: ClauseCard
    target: ClauseCard
    link: LinkStep | Implements | Explanation | None
    reason: str = ""
    decision: DecisionCard | None = None
    rules: str = ""
    cautions: tuple[Caution, ...] = ()


def cascade(view: CascadeView, words: Wording) -> Tables:
    """The links of the picture, a line each, its clauses, and what it leaves out. Links between clauses that are folded
    into one are not told: give a view that folds nothing."""
    cards = {card.id: card for node in view.nodes for card in node.clauses}
    steps = (step for link in view.links for step in link.steps)
    return _links(_lines(cards, steps), words), _clauses(view, words), _left_out(view.left_out, words)


def lineage(answer: LineageAnswer, words: Wording) -> Tables:
    """The links of a lineage, a line each."""
    cards = {node.clause.id: node.clause for node in answer.nodes} | {answer.clause.id: answer.clause}
    return (_links(_lines(cards, answer.links), words),)


def pair(answer: Explanation, words: Wording) -> Tables:
    """One pair of clauses as a line, its evidence piece by piece, and their figures side by side."""
    reason = answer.lacks or (f"because {answer.cause}" if answer.cause else "")
    line = LinkLine(answer.source, answer.target, answer, reason, answer.decision, cautions=answer.cautions)
    links = words.table(LINKS, _judged(words), [line])
    return links, _evidence(answer, words), _figures(answer, words)


def review(answer: ReviewAnswer, words: Wording) -> Tables:
    """Decisions whose texts changed, then the links that nobody decided, in their order."""
    suspect = (LinkLine(item.source, item.target, None, decision=item.card) for item in answer.suspect)
    waiting = (
        LinkLine(item.source, item.target, item.link, item.link.reason, cautions=item.cautions)
        for item in answer.waiting
    )
    return (words.table(LINKS, _judged(words), [*suspect, *waiting]),)


def _judged(words: Wording) -> Columns[LinkLine]:
    """All that somebody needs who decides."""

    def against(line: LinkLine) -> str:
        return "\n".join(word(f"caution {caution}", words.language) for caution in line.cautions)

    return [*_ends(words), *of_link(words), ("需要留意", "what speaks against", against), *of_decision(words)]


def of_link(words: Wording) -> Columns[LinkLine]:
    """What is known of a link. No link says so; of a decision whose texts changed nothing is known."""
    return [
        ("范围", "scope", _of(lambda link: words.said(link.scope))),
        ("状态", "status", _of(lambda link: words.said(link.status or "no link"))),
        ("落实方式", "carried", _of(lambda link: words.said(link.carried))),
        ("置信度", "score", _of(lambda link: None if link.score is None else round(link.score, 4))),
        ("方法", "method", _of(lambda link: words.said(link.method))),
        ("证据类别", "evidence", _of(lambda link: words.evidence(link.evidence))),
        ("下位原文", "passages below", _of(lambda link: words.quotes(link.evidence, below))),
        ("下位原文行", "lines below", _of(lambda link: words.lines(link.evidence, below))),
        ("上位原文", "passages above", _of(lambda link: words.quotes(link.evidence, above))),
        ("上位原文行", "lines above", _of(lambda link: words.lines(link.evidence, above))),
        ("未成立原因", "why no link", lambda line: words.said(line.reason)),
    ]


def of_decision(words: Wording) -> Columns[LinkLine]:
    """What a person decided of a link."""

    def decided(cell: Callable[[DecisionCard], Cell]) -> Callable[[LinkLine], Cell]:
        return lambda line: cell(line.decision) if line.decision else None

    return [
        ("人工判定", "decision", decided(lambda card: words.said(card.decision.status))),
        ("判定人", "by", decided(lambda card: card.decision.by)),
        ("判定时间", "at", decided(lambda card: card.decision.at)),
        ("备注", "note", decided(lambda card: card.decision.note)),
        ("判定是否有效", "holds", decided(lambda card: words.said(card.state))),
    ]


def below(item: Evidence) -> Span:
    """The passage in the lower text."""
    return item.source


def above(item: Evidence) -> Span:
    """The passage in the upper text."""
    return item.target


def short(card: ClauseCard) -> str:
    """The heading of a clause, else its first line."""
    return card.heading or card.text.partition("\n")[0]


def _of(cell: Callable[[LinkStep | Implements | Explanation], Cell]) -> Callable[[LinkLine], Cell]:
    return lambda line: cell(line.link) if line.link else None


def _lines(cards: Mapping[str, ClauseCard], steps: Iterable[LinkStep]) -> Iterator[LinkLine]:
    return (LinkLine(cards[step.source], cards[step.target], step) for step in steps)


def _links(lines: Iterable[LinkLine], words: Wording) -> Sheet:
    return words.table(LINKS, [*_ends(words), *of_link(words)], lines)


def _ends(words: Wording) -> Columns[LinkLine]:
    return [
        ("下位公文", "document below", lambda line: line.source.document),
        ("下位条款", "clause below", lambda line: line.source.address),
        ("下位层级", "level below", lambda line: words.said(line.source.level)),
        ("下位地区", "region below", lambda line: line.source.region_name or line.source.region),
        ("下位条文", "text below", lambda line: short(line.source)),
        ("上位公文", "document above", lambda line: line.target.document),
        ("上位条款", "clause above", lambda line: line.target.address),
        ("上位层级", "level above", lambda line: words.said(line.target.level)),
        ("上位地区", "region above", lambda line: line.target.region_name or line.target.region),
        ("上位条文", "text above", lambda line: short(line.target)),
    ]


@dataclass(frozen=True, slots=True)
class _Drawn:
    node: CascadeNode
    card: ClauseCard


def _clauses(view: CascadeView, words: Wording) -> Sheet:
    return words.table(
        ("条款", "clauses"),
        [
            ("位置", "place", lambda line: words.said(f"place {line.node.place}")),
            ("公文", "document", lambda line: line.card.document),
            ("标题", "title", lambda line: line.card.document_title),
            ("条款", "address", lambda line: line.card.address),
            ("层级", "level", lambda line: words.said(line.card.level)),
            ("地区", "region", lambda line: line.card.region_name or line.card.region),
            ("条文", "text", lambda line: line.card.text),
            ("是否任务", "task", lambda line: words.yes(answer=line.card.task)),
        ],
        [_Drawn(node, card) for node in view.nodes for card in node.clauses],
    )


def _left_out(out: LeftOut, words: Wording) -> Sheet:
    told = (
        ("cascade out folded", out.folded),
        ("cascade out further", out.further),
        ("cascade out filtered", out.filtered),
        ("cascade out other", out.other_measures),
        ("cascade out unlinked", out.unlinked),
        ("cascade out near", out.near),
    )
    lines = [word(key, words.language, count=count) for key, count in told if count]
    return words.table(("未列出", "left out"), [("未列出", "left out", lambda line: line)], lines)


def _evidence(answer: Explanation, words: Wording) -> Sheet:
    return words.table(
        ("逐条依据", "evidence"),
        [
            ("类别", "kind", lambda item: words.said(item.kind)),
            ("名称", "name", lambda item: item.name),
            ("权重", "weight", lambda item: round(item.weight, 4)),
            ("下位原文", "passage below", lambda item: item.source.text),
            ("下位原文行", "line below", lambda item: item.source.line),
            ("上位原文", "passage above", lambda item: item.target.text),
            ("上位原文行", "line above", lambda item: item.target.line),
        ],
        answer.evidence,
    )


def _figures(answer: Explanation, words: Wording) -> Sheet:
    def stands(row: ComparedIndicators) -> str:
        missing = "only above" if row.source is None else "only below" if row.target is None else None
        return words.said(row.verdict or missing)

    return words.table(
        ("指标对照", "figures"),
        [
            ("下位指标", "figure below", lambda row: words.figure(row.source)),
            ("上位指标", "figure above", lambda row: words.figure(row.target)),
            ("对照", "verdict", stands),
            ("不可比原因", "why not comparable", lambda row: words.said(row.obstacle)),
            ("期限对照", "due", lambda row: words.said(row.timing)),
        ],
        answer.indicators,
    )
