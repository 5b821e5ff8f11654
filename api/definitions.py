"""What tables and reports for officials say beyond the words of the pages: terms with their meaning, in both
languages."""

from collections.abc import Mapping, Sequence

from api.page.words import Language, word
from api.tables import number
from graph.model import Comparator, Indicator

WORDS: Mapping[str, tuple[str, str]] = {
    "internal": ("本文件任务清单", "own task list"),
    "between": ("文件之间", "between documents"),
    "required": ("必须", "required"),
    "encouraged": ("鼓励", "encouraged"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "holds": ("有效", "holds"),
    "direct": ("直接", "direct"),
    "over others": ("经中间条款", "over others"),
    "standing asked": ("本单位", "asked"),
    "standing above": ("上级对口单位", "above"),
    "standing below": ("下级对口单位", "below"),
    "place asked": ("所问", "asked for"),
    "place above": ("上位依据", "above"),
    "place below": ("下位落实", "below"),
    "place beside": ("旁支", "beside"),
    "found named": ("所指", "named"),
    "found perhaps": ("可能指", "perhaps"),
    "found unit": ("责任单位", "unit"),
    "found document": ("公文", "document"),
    "found clause": ("条款", "clause"),
}
"""Words of answers that no page says."""

COMPARATORS: Mapping[Comparator, tuple[str, str]] = {
    ">=": ("不低于", "at least"),
    ">": ("高于", "more than"),
    "<=": ("不超过", "at most"),
    "<": ("低于", "less than"),
    "=": ("等于", "equal to"),
    "~": ("约", "about"),
    "range": ("区间", "range"),
}
"""How a figure is asked for, in words: a cell that begins with a sign is taken for a formula."""

UNSAID: tuple[Comparator, ...] = ("=", "range")
"""What a phrase does not say: the number alone, or both of them, tell."""

Term = tuple[str, str, str, str]
"""A term in Chinese and in English, and what it means in either."""

TERMS: Sequence[Term] = (
    (
        "落实较深",
        "deep",
        "下级条款承接了该条过半数的措施（按句及分号划分），且这些措施都不是以“缺项”或“降标”方式承接；只有少量用词相同、或者所定数量指标未见对应（或被降低）的措施，不算承接；人工关联未附对照文字的，视为全部承接。",
        "links carry more than half of the clause's measures (its sentences, and their parts between ；), none "
        "by a link that is partial or lowered; a measure counts where the texts clearly have it in common and each of "
        "its figures is met; a link by hand without evidence counts for all.",
    ),
    (
        "部分落实",
        "partly",
        "已有下级条款承接，但看得出承接的措施不过半，或以“缺项”“降标”方式承接。",
        "there are links, but they are shown to carry half of the measures or fewer, or carry them partially or "
        "lowered.",
    ),
    (
        "未见落实",
        "none",
        "在已载入的文件中，没有成立的关联（待人工确认或人工确认）通向该条；未载入的文件不在其内，不等于未落实。",
        "no proposed or confirmed link leads up to the clause from any document that is loaded; what is not loaded is "
        "not known.",
    ),
    (
        "不计",
        "exempt",
        "不提出任务的条款（引言、标题、指导思想、附则等）和随所分解条款计算的任务清单条目，不计入应落实条款。",
        "clauses that oblige nobody, and rows that break down another clause, are not among those that count.",
    ),
    (
        "加码、降标",
        "raised, lowered",
        "仅比较不随辖区大小变化的指标（比例、时长、每校每县标准等），且对象、单位、上下限方向一致；其余列为“不可比”并注明原因。",
        "only figures that do not grow with the territory are compared, of one object, unit and side; else it says why "
        "not.",
    ),
    (
        "占比",
        "share",
        "下级数量占上级总量的比例；只计已载入并建立关联的文件，未载入的地区不在其内。",
        "what part of a total above the figure below is, of what is loaded and linked.",
    ),
    (
        "置信度",
        "score",
        "程序对一条关联的把握（0至1）；经多级传导的，为各级置信度之积。",
        "how sure the program is of a link (0 to 1); over several links it is the product.",
    ),
    (
        "备选，不算关联",
        "candidate",
        "程序认为相近但证据不足，不作为落实依据，供人工核对。",
        "a near miss, kept for a person to look at; no figure counts it.",
    ),
)
"""The terms of tables and reports."""


def said(key: str | None, language: Language) -> str:
    """The word of an answer in this language; nothing for None."""
    if key is None:
        return ""
    if key in WORDS:
        return WORDS[key][language == "en"]
    return word(key, language)


def chinese(key: str | None) -> str:
    """The Chinese of a word of our answers, else the word itself."""
    return said(key, "zh")


def stated(item: Indicator | None) -> str:
    """开放率 不低于 80 %，期限：到2025年（目标）."""
    if item is None:
        return ""
    comparator = "" if item.comparator in UNSAID else f"{COMPARATORS[item.comparator][0]} "
    value = number(item.value) + (f"—{number(item.value_max)}" if item.value_max is not None else "")
    deadline = f"，期限：{item.deadline}" if item.deadline else ""
    return f"{item.object} {comparator}{value} {item.unit}{deadline}（{chinese(item.kind)}）"
