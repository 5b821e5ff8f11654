"""Which clauses oblige someone."""

import re
from collections.abc import Sequence

from loaders.vocabulary import lines, rows

DUTY = re.compile("|".join(lines("duty_words.txt")))
CASE = re.compile(r"的[；;。]?$")
DUTY_LIST = re.compile(r"(?:职责|任务|工作|措施|义务|要求|事项)[：:]$")
BACKGROUND = {
    where: re.compile("|".join(pattern for at, pattern in rows("background.tsv") if at == where))
    for where in ("heading", "below", "terms", "text")
}


def explains_terms(heading: str) -> bool:
    """Whether a heading says that what stands below explains words: 名词解释, 术语和定义."""
    return BACKGROUND["terms"].match(heading) is not None


def is_background(text: str, headings: Sequence[str]) -> bool:
    """Whether a clause with this text says why and whither, not who shall do what; `headings` are its own and those
    of the clauses around it, innermost first: 指导思想, 主要目标 and what stands below them, 本办法自……施行."""
    own = headings[:1]
    return bool(
        BACKGROUND["text"].match(text)
        or any(BACKGROUND["below"].search(heading) for heading in headings)
        or any(explains_terms(heading) for heading in headings)
        or any(BACKGROUND["heading"].search(heading) for heading in own)
    )


def obliges(text: str) -> bool:
    """Whether an article of a statute lays a duty on someone: 学校应当……, 不得……, 由……负责."""
    return bool(DUTY.search(text))


def lists_duties(text: str) -> bool:
    """Whether an article opens a list of duties: 委员应当履行以下职责：. A list of conditions (以下条件：) is none."""
    return obliges(text) and bool(DUTY_LIST.search(text.partition("\n")[0]))


def is_case(text: str, above: str) -> bool:
    """Whether a point is one of the cases or conditions that the clause above lists: 有下列情形之一的：（一）……的；"""
    return bool(CASE.search(text)) and above.partition("\n")[0].endswith(("：", ":"))
