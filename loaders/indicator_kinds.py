"""Whether a quantity is to be reached (target), is today's figure (baseline), or is a rule (standard)."""

import re
from functools import cache

from graph.model import Clause, IndicatorKind
from loaders.deadlines import Deadline
from loaders.measures import Measure
from loaders.patterns import one_of_guarded
from loaders.vocabulary import rows

STARTS = re.compile(r"(?:由|从)[^，。；]{0,12}$")
CHANGES = re.compile(r".{0,4}?(?:提高|增加|扩大|提升|下降|降低|减少|增长|上升|缩小|调整|降)(?:到|至|为)")
EFFORT = re.compile(r"(?:通过|经过)$")
RULED = ("rate", "money", "period", "age", "score", "measure", "times")  # kinds that are a rule unless to be reached


def kind_of(clause: Clause, measure: Measure, sentence: int, start: int, deadline: Deadline | None) -> IndicatorKind:
    """The kind of the quantity `measure`, whose sentence begins at `sentence` and whose object at `start`.

    1. 目前, 现有, 截至 … before it without a deadline between, or 由60% before 提高到70%: baseline.
    2. In a statute (第五条) every quantity is a rule.
    3. A share, sum, period … is a rule unless it has a deadline, is to be reached (达到, 提高 …) or is a goal
       (—— bullet); a multiple and a period of effort (通过3—5年的努力) are to be reached, as counts are.
    """
    text = clause.text
    if _is_today(text, measure, deadline.end if deadline else sentence):
        return "baseline"
    if clause.address.startswith("第"):
        return "standard"
    if measure.kind not in RULED or deadline or clause.type == "goal" or measure.unit in ("倍", "番"):
        return "target"
    ahead = text[min(start, max(0, measure.start - 8)) : measure.start]
    return "target" if _words("target").search(ahead) or EFFORT.search(ahead) else "standard"


def is_review(heading: str | None) -> bool:
    """Whether a part with this heading looks back, so that its quantities are baselines: 2024年工作回顾, 发展现状."""
    return bool(heading and _words("review").search(heading))


def _is_today(text: str, measure: Measure, since: int) -> bool:
    """Whether a word of today's state stands between `since` and the measure, or a change starts from the measure."""
    starts = STARTS.search(text, max(0, measure.start - 14), measure.start)
    return bool(_words("baseline").search(text, since, measure.start) or (starts and CHANGES.match(text, measure.end)))


@cache
def _words(kind: str) -> re.Pattern[str]:
    entries = [(row[0], row[2] if len(row) > 2 else "") for row in rows("indicator_words.tsv") if row[1] == kind]
    return re.compile(one_of_guarded(entries, ahead=True))
