"""The facts of the policy graph, frozen.

Loaders make them, stores and exporters read them; this module imports nothing of ours.
Everything is addressed by content: a document by its number or title, a clause by document and
address, an organization by its full name. See DOMAIN in ARCHITECTURE.md for the words.
"""

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

Level = Literal["national", "provincial", "municipal", "county"]
LEVELS: tuple[Level, ...] = ("national", "provincial", "municipal", "county")

ClauseType = Literal[
    "paragraph",  # unnumbered text before the first number (引言)
    "section",  # 一、 or 第一章: a heading with clauses below
    "subsection",  # （一） that only groups items
    "clause",  # （一） or 第一条 that says something itself
    "item",  # 1. （1） ①
    "goal",  # a —— bullet
    "annex",
    "row",  # of a table in an annex or in the body
]
Comparator = Literal["=", ">=", ">", "<=", "<", "~", "range"]
IndicatorKind = Literal["target", "baseline", "standard"]
Measure = Literal["count", "share", "money", "duration", "frequency", "multiple", "ratio", "other"]
Obligation = Literal["required", "encouraged"]  # 必须, 要, 应, 不得 – 支持, 鼓励, 探索
Role = Literal["lead", "responsible", "cooperate"]
Scope = Literal["internal", "between"]
Carried = Literal["verbatim", "refined", "raised", "lowered", "partial"]
LinkStatus = Literal["candidate", "proposed", "confirmed", "rejected"]
Verdict = Literal["confirmed", "rejected"]  # what a person says of a link
DiscrepancyKind = Literal["quantity", "deadline", "scope", "wording", "typo", "title"]
DiscrepancyWeight = Literal["material", "minor", "omission"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a clause's text: `text == clause.text[start:end]`, and the source line where it begins (1-based)."""

    start: int
    end: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Region:
    """A division of GB/T 2260; `parent` is the code of the region that contains it, None for the nation."""

    code: str
    name: str
    level: Level
    parent: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """One work (公文), however it is wrapped.

    `id` is the document number in canonical form, else the title without white space and draft mark.
    Dates are ISO (2021-11-23): 成文 issued, 印发 printed, 施行 effective, 失效 or the end of 有效期 expires.
    `inferences` says for each inferred field why, as (field, reason).
    A document that is only cited has `loaded` False and little else.
    """

    id: str
    title: str
    number: str | None = None
    notice_title: str | None = None
    genre: str | None = None
    issuers: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    level: Level | None = None
    region: str | None = None
    issued: str | None = None
    printed: str | None = None
    effective: str | None = None
    expires: str | None = None
    status: str | None = None
    source: str | None = None
    loaded: bool = True
    inferences: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """By when a clause asks for something, with or without a figure.

    `deadline` is as written, `due` the same in ISO 8601 as in Indicator, None where the text alone does not tell it.
    `span` is what is asked for by then, None where the deadline stands in another cell of the row (完成时限).
    """

    deadline: str
    due: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Clause:
    """An addressable part of a document.

    `text` is what is written without the number, white space tidied; for a section it is the heading and the
    unnumbered paragraphs below it, for a row the cell of the task. `heading` is the first sentence where it is one.
    `cells` are a row's cells as (column head, text). `lines` maps offsets in `text` to source lines:
    (offset, line) in rising order. `parent` is the id of the clause around it, None at the top.
    `order` is the place in the document, from 0. `task` says that the clause obliges someone; `obligation` how
    strongly its strongest measure does, None where no word of the text says so. `dues` are its deadlines in order.
    """

    id: str
    document: str
    address: str
    type: ClauseType
    text: str
    heading: str | None = None
    number: str | None = None
    parent: str | None = None
    order: int = 0
    task: bool = False
    obligation: Obligation | None = None
    cells: tuple[tuple[str, str], ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    dues: tuple[Due, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span [start, end) of this clause's text."""
        after = bisect_right(self.lines, start, key=itemgetter(0))
        return Span(start, end, self.text[start:end], self.lines[after - 1][1] if after else 0)


@dataclass(frozen=True, slots=True)
class Organization:
    """A body that must do something. `id` is its full name; a collective (各省辖市政府) stands for many bodies.

    All fields follow from the name alone, so that every document describes the same body alike.
    """

    id: str
    level: Level | None = None
    region: str | None = None
    kind: str | None = None
    collective: bool = False


@dataclass(frozen=True, slots=True)
class Assignment:
    """assigned-to: the clause `source` is a task of the organization `target`."""

    source: str
    target: str
    role: Role
    as_written: str
    rule: str
    others: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """quantifies: a quantity that the clause `source` states; `id` is the clause id, `#` and its rank in the clause.

    `value_max` is the upper end of a range. `unit` and `deadline` are as written. `normal_value`, `normal_max` and
    `normal_unit` say the same in base units (110 万人 is 1100000 人, 1.5 亿元 is 150000000 元), None where that is not
    certain. `due` is the deadline in ISO 8601, a day, month, year or interval (2025, 2022-06, 2022/..), None where the
    text alone does not tell it. `inherited` says that the deadline stands in a clause above or an earlier sentence.
    """

    id: str
    source: str
    value: float
    unit: str
    comparator: Comparator
    object: str
    kind: IndicatorKind
    span: Span
    rule: str
    value_max: float | None = None
    deadline: str | None = None
    measure: Measure = "other"
    normal_value: float | None = None
    normal_max: float | None = None
    normal_unit: str | None = None
    due: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """One pair of spans that carries a link: what kind of likeness, and how much it weighs.

    `name` is that of the known measure which both spans name in their own words (教师兼职取酬); else empty.
    """

    kind: str
    weight: float
    source: Span
    target: Span
    name: str = ""


@dataclass(frozen=True, slots=True)
class Implements:
    """implements: the lower or later clause `source` carries out the higher or earlier clause `target`.

    `score` lies in [0, 1]. Status candidate is kept for review and is not a link; `reason` says what it lacks. `rules`
    is the version of the rules that made the link.
    """

    source: str
    target: str
    score: float
    method: str
    scope: Scope
    status: LinkStatus
    carried: Carried
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    rules: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: whether the clause `source` carries out the clause `target`.

    `at` is a moment in ISO 8601 with its offset. The prints are those of the two texts that the person saw (see
    graph.decisions.fingerprint), empty where nobody knows which they were.
    """

    source: str
    target: str
    status: Verdict
    by: str
    at: str
    note: str = ""
    source_print: str = ""
    target_print: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """cites: a title in 《》, a number, or both. `target` is a document id, that of a stub when it is not loaded."""

    source: str
    target: str
    as_written: str
    relation: str
    title: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """DIFFERS_FROM: the clauses `a` and `b` say different things of one task, at these spans."""

    a: str
    b: str
    kind: DiscrepancyKind
    weight: DiscrepancyWeight
    a_span: Span
    b_span: Span
    note: str


DoubtRule = Literal[
    "broken-character",  # the file does not hold it
    "citation",  # 《 without 》
    "comparator",  # a figure is left out: which side it bounds is not told for certain
    "issuer-unknown",
    "number-hole",  # clauses between two are missing or misread
    "number-jump",
    "number-repeated",
    "ocr",  # what was recognized in a picture
    "region-doubtful",
    "region-unknown",
    "row-number",  # rows of a task list without numbers
    "stray-word",  # an English word in a Chinese sentence
    "table-lost",  # cells have run together, and what follows is left out
    "title-differs",  # the notice calls the work otherwise
    "title-missing",
    "unit-missing",  # an empty cell of the responsible unit
    "unit-unknown",
]
"""What the reader may be in doubt about. A store may hold rules of another version, so a Doubt has any text."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning of the reader: what it could not read with confidence, and where (1-based source line)."""

    document: str
    line: int
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """All that one document alone brings in: it enters a store whole or not at all."""

    document: Document
    clauses: tuple[Clause, ...] = ()
    regions: tuple[Region, ...] = ()
    organizations: tuple[Organization, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Implements, ...] = ()  # internal ones
    discrepancies: tuple[Discrepancy, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyGraph:
    """Documents with their facts, the links between them, and what people decided of links."""

    documents: tuple[DocumentFacts, ...] = ()
    links: tuple[Implements, ...] = ()
    decisions: tuple[Decision, ...] = ()
