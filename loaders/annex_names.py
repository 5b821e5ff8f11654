"""What the body of a document calls its annexes, where that is not what they call themselves.

Read are 《任务分工表》（见附件1）, 附件1《任务分工表》 and, without 《》, 各部门任务清单（见附件）, whose beginning is
not marked: of it as much counts as is most like the annex's title. A shorter name (任务清单 for 示例市任务清单) is the
same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from graph.model import Clause
from loaders.own_titles import squeezed

MARK = r"附件\s*(?P<{0}>\d{{0,2}})"
MENTION = re.compile(
    rf"(?:《(?P<title>[^《》]{{2,60}})》|(?P<plain>[^，。；：、（）()“”《》\n]{{4,40}}))[（(](?:详?见|参见)?{MARK.format('behind')}[）)]"
    rf"|{MARK.format('ahead')}[：:]?《(?P<own>[^《》]{{2,60}})》"
)
ALIKE = 0.75  # of two names: below it they may be of two things
SHORTEST = 5  # characters of a title that can be told from others
EACH = "各"  # 各部门任务清单 of 部门任务清单


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name in a clause, at [start, end) of its text, and the annex that bears another title."""

    clause: Clause
    start: int
    end: int
    annex: Clause


def other_names(clauses: tuple[Clause, ...]) -> Iterator[OtherName]:
    """The names that clauses give to annexes which bear other titles, in order."""
    annexes = {annex.address.removeprefix("附件"): annex for annex in clauses if annex.type == "annex"}
    for clause in clauses if annexes else ():
        for match in MENTION.finditer(clause.text if clause.type != "annex" else ""):
            number = match["behind"] or match["ahead"] or ""
            annex = annexes.get(number) or (next(iter(annexes.values())) if len(annexes) == 1 and not number else None)
            if annex and (place := _differing(match, annex)):
                yield OtherName(clause, *place, annex)


def _differing(match: re.Match[str], annex: Clause) -> tuple[int, int] | None:
    """The place of the name that is another than the annex's title; None where they may be one."""
    title = squeezed(annex.text.partition("\n")[0])
    group = next(name for name in ("title", "own", "plain") if match[name])
    name = squeezed(match[group])
    if len(title) < SHORTEST or name.endswith(f"{EACH}{title}"):
        start = match.end(group) - len(title) - 1
        return (start, match.end(group)) if name.endswith(f"{EACH}{title}") and len(title) >= SHORTEST else None
    if title in name or name in title:
        return None
    tails = [name] if group != "plain" else [name[start:] for start in range(len(name) - SHORTEST + 1)]
    best = max(tails, key=lambda tail: SequenceMatcher(None, tail, title, autojunk=False).ratio(), default="")
    if best in title or SequenceMatcher(None, best, title, autojunk=False).ratio() < ALIKE:
        return None
    return match.end(group) - len(best), match.end(group)
