"""Which clauses need nobody to carry them out, and why.

What obliges nobody is known from the clause itself (`Clause.task`); why is told by its kind, its heading and those of
the clauses around it, or its words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from graph.model import Clause, Indicator

Exemption = Literal[
    "lead",  # what stands before the first number: background and basis
    "annex",  # the title of an annex
    "heading",  # has no text of its own
    "guiding thought",
    "goal without a figure",
    "purpose",  # 为了……，制定本办法
    "definition",
    "closing",  # 自……起施行
    "counted with the clause that it breaks down",  # a row of the document's own task list
    "encourages or allows",  # 国家鼓励……, ……可以……
    "obliges nobody",
]
"""Why a clause is not counted among those that have to be carried out."""

GUIDING = re.compile("指导思想|基本原则|工作原则|总体思路|工作思路|总体要求|意义|背景|形势|现状|成效|经验")
GOALS = re.compile("目标|愿景")
PURPOSE = re.compile("为了?[^。]+制定本[^。]{1,8}。")
DEFINITION = re.compile("(?:本|下列)[^。，]{0,16}(?:所称|所指)|[^。，]{0,20}(?:，|,)?是指|[^。]{0,24}适用(?:于)?本")
GLOSSARY = re.compile("名词(?:解释|注释|说明)|术语")
CLOSING = re.compile("本[^。]{1,16}自[^。]{1,20}施行|[^。]{0,40}负责解释|[^。]{0,40}同时废止")


def exemption(
    clause: Clause, around: Sequence[Clause], *, holds: bool, breaks_down: bool, figures: Sequence[Indicator] = ()
) -> Exemption | None:
    """Why the clause needs nobody to carry it out; None where it has to be carried out.

    That is a clause that obliges someone, or states a figure to be reached (到2025年，优良率达到60%). `around` are the
    clauses around it, innermost first; `holds` says that clauses stand in it, `breaks_down` that it is a row which says
    again what clauses of its document ask; `figures` are those that it states.
    """
    if clause.type in ("paragraph", "annex"):
        return "lead" if clause.type == "paragraph" else "annex"
    if holds and clause.text.rstrip("。") in ("", (clause.heading or clause.text).rstrip("。")):
        return "heading"
    if breaks_down:
        return "counted with the clause that it breaks down"
    if clause.task or any(figure.kind == "target" for figure in figures):
        return None
    otherwise: Exemption = "encourages or allows" if clause.obligation == "encouraged" else "obliges nobody"
    return next(_by_words(clause, [clause, *around]), otherwise)


def _by_words(clause: Clause, around: Sequence[Clause]) -> Iterator[Exemption]:
    headings = [item.heading for item in around if item.heading]
    if PURPOSE.match(clause.text):
        yield "purpose"
    if DEFINITION.match(clause.text) or any(GLOSSARY.search(item.heading or item.text) for item in around[1:]):
        yield "definition"
    if CLOSING.match(clause.text):
        yield "closing"
    for heading in headings:  # the innermost says best what it is: 总体目标 under 总体要求
        if GUIDING.search(heading):
            yield "guiding thought"
        if GOALS.search(heading):
            yield "goal without a figure"


def parents_of(clause: Clause, clauses: Mapping[str, Clause]) -> list[Clause]:
    """The clauses around one, innermost first."""
    found: list[Clause] = []
    while above := clauses.get((found[-1] if found else clause).parent or ""):
        found.append(above)
    return found
