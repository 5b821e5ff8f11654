"""Why two clauses are linked, or are not: the answers, frozen."""

from dataclasses import dataclass
from typing import Literal

from graph.answers import ClauseCard, LinkStep
from graph.comparing import Obstacle, Timing, Verdict
from graph.decisions import DecisionCard
from graph.model import Carried, Evidence, Indicator, Level, LinkStatus, Scope
from graph.standing import Hindrance

Finding = Literal[
    "linked",
    "possible miss",  # near misses are kept
    "rejected",  # a person refused all that was near
    "nothing near",  # what may be a local innovation
    "nothing above",  # no document that it could carry out is loaded
    "not compared",  # a heading or lead, which asks for nothing itself
]

Cause = (
    Hindrance
    | Literal[
        "near miss",  # common passages that weigh too little
        "rejected",  # by a person
        "one clause",
        "the other way",  # the target carries out the source
        "not compared",
        "little in common",  # not even kept as a near miss
    ]
)


Caution = Literal[
    "no citation",  # the lower document does not name the upper
    "one passage",  # all rests on one
    "another likelier",  # of the same document above
    "date unknown",  # of one of the two, so whether the lower is the later cannot be said
]
"""What speaks against a link that the rules made, and a person should look at."""


@dataclass(frozen=True, slots=True)
class ComparedIndicators:
    """What the two clauses state of one object, side by side; None for what only the other one states.

    `verdict` says how the lower figure stands to the upper, `obstacle` why that cannot be said, `timing` whether the
    lower is due when the upper is, earlier or later.
    """

    source: Indicator | None
    target: Indicator | None
    verdict: Verdict | None = None
    obstacle: Obstacle | None = None
    timing: Timing | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of whether `source` carries out `target`.

    Where `status` is None there is neither a link nor a candidate, and `score` to `carried` are None too. `cause` and
    `reason` say why there is no link, None and empty where there is one; `lacks` says what a near miss lacks, in the
    words of the rule that refused it. `rules` is the version of the rules that made the link, `cautions` what speaks
    against it, where nobody decided.
    """

    source: ClauseCard
    target: ClauseCard
    status: LinkStatus | None
    score: float | None
    method: str | None
    scope: Scope | None
    carried: Carried | None
    evidence: tuple[Evidence, ...]
    indicators: tuple[ComparedIndicators, ...]
    cause: Cause | None
    reason: str
    decision: DecisionCard | None
    rules: str
    lacks: str = ""
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A clause above that came near, and why it is no link; `lacks` says the same in the words of the rule alone."""

    target: ClauseCard
    status: LinkStatus
    score: float
    reason: str
    evidence: tuple[Evidence, ...]
    decision: DecisionCard | None
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class UpperDocument:
    """A loaded document that the clause could carry out."""

    id: str
    title: str
    level: Level | None
    region: str | None
    issued: str | None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a clause carries out nothing above, or what it does.

    `links` are its links to other documents, `around` those of the clauses around and inside it and of the rows that
    break it down, `refusals` what came near, best first. `documents` could be joined with its document; `hindered`
    counts the others by what hinders them.
    """

    clause: ClauseCard
    finding: Finding
    meaning: str
    links: tuple[LinkStep, ...]
    around: tuple[LinkStep, ...]
    refusals: tuple[Refusal, ...]
    documents: tuple[UpperDocument, ...]
    hindered: dict[Hindrance, int]
    rules: str
