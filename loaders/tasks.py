"""Which clauses oblige someone."""

import re
from collections.abc import Sequence

from loaders.vocabulary import lines, rows

DUTY = re.compile("|".join(lines("duty_words.txt")))
CASE = re.compile(r"的[；;。]?$")
NAMES = re.compile(r"(?:委员|成员|组员|名单|人员|专家|顾问|名册)(?:（[^（）]*）)?[：:]?$")
POST = re.compile(r"(?:正?副?(?:组\s*长|主\s*任|总?指挥长?|召集人)|成\s*员|组\s*员|委\s*员|秘\s*书\s*长|副秘书长)[：:]")
DOES = re.compile(r"(?:职责|任务|分工)[：:][^\n]|负责(?!人|同志)")  # what the people named must do
FEWEST_NAMES = 3  # lines; fewer may be anything
MOSTLY = 0.8  # of the lines
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


def lists_names(text: str) -> bool:
    """Whether a clause lists people, so that it obliges nobody.

    专家委员 and a line for each, or lines that begin with 组长：, 成员：. A sentence among many (办公室设在市教育局，…)
    changes nothing.
    """
    first, *others = text.split("\n")
    named = [line for line in others if not re.search("[。；]", line)]
    posts = [line for line in named if POST.match(line)]
    mostly = len(named) >= FEWEST_NAMES and len(named) > MOSTLY * len(others)
    return mostly and not DOES.search(text) and bool(NAMES.search(first) or len(posts) > 1)


def is_case(text: str, above: str) -> bool:
    """Whether a point is one of the cases or conditions that the clause above lists: 有下列情形之一的：（一）……的；"""
    return bool(CASE.search(text)) and above.partition("\n")[0].endswith(("：", ":"))
