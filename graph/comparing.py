"""Two quantities set against one another: whether they count one object, and which asks for more.

Two quantities are of one object when what they count reads alike without places and levels: 2名市级“课程思政”优秀教师
and 500名省级课程思政优秀教师. Only figures that do not grow with the territory can be set against one another: shares,
hours, sums for each, what each place or school must have. A district's 2 teachers are not less than the province's 500.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal, Self

from graph.model import Carried, Comparator, Indicator

Verdict = Literal["equal", "raised", "lowered", "not comparable"]
Timing = Literal["same", "earlier", "later"]
Obstacle = Literal[
    "other unit",
    "other object",
    "figure of today",  # against what is asked for
    "grows with the territory",  # a district's 2 teachers, the province's 500
    "range",  # against another figure
    "approximate",  # 左右
    "other side",  # 不低于 against 不超过
    "most of a grant",  # 最高奖励5万元: who gives more asks for no less
    "limit in or out",  # 不超过20 against 低于20, 达到50 against 超过50
    "other deadline",  # more, but later; less, but earlier: a step on the way
]

ALIKE = 0.6
"""Share of the characters that two objects have in common, in the same order, from which on they may be one."""

SAME = 0.8
"""From here on the objects are one and the figures can be compared."""

HEAD = 4  # characters at the end that two objects share: the noun that is counted

RATE_UNITS = frozenset({"%", "‰", "百分点", "倍", "课时", "学时", "小时", "分钟", "天", "日", "工作日", "元"})
"""Units of figures that do not grow with the territory: rates, times, and sums for one."""

LEVEL = re.compile(r"(?:国家|自治区|县区|市县|[省市区县州旗])级|[全我本][省市区县州旗]|我国|[省市区县](?=[属直])")
TIER = re.compile(r"(?:国家|自治区|县区|市县|[省市区县州旗])级")
EACH = re.compile(r"每(?!\d*(?:学?年|个?学期|个?季度?|个?月)|[一二两三四五]年)|班额|[人生班校]均")
TURN = re.compile(
    r"(?P<down>降低?|下降|减少|压减|压缩|压降|缩短|缩小|缩减|精简|控制)(?:到|至|为|在)|(?:提高|提升|增加|增长|扩大|上升|达)(?:到|至|为)?"
)
GRANT = re.compile("补贴|补助|奖励|奖补|资助|给予|发放|减免|返还|贴息")
BARE = re.compile(r"[（(][^（）()]*[）)]|[〇“”‘’（）()《》、，,\s]+|级|的比例$|占比$")
ENDS = re.compile(r"\d{4}")
FULL_WIDTH = str.maketrans("％", "%")
AT_LEAST, AT_MOST = {">=", ">", "="}, {"<=", "<"}
WITH_LIMIT = AT_LEAST - {">"}

Spelling = Callable[[str], str]


def as_written(text: str) -> str:
    """The text itself: the spelling where no short forms are known."""
    return text


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quantity of the lower and one of the upper clause.

    `likeness` (0 to 1) is that of what they count; `same`: it is one object; `intensive`: neither figure grows with the
    territory. `sides` are their comparators, <= also where something is to come down to a figure (降低到1%).
    `grant`: one is what is given to somebody.
    """

    source: Indicator
    target: Indicator
    likeness: float
    same: bool
    intensive: bool
    sides: tuple[Comparator, ...]
    grant: bool

    @classmethod
    def of(cls, source: Indicator, target: Indicator, texts: Mapping[str, str], spelled: Spelling = as_written) -> Self:
        """The comparison of two quantities. `texts` are those of their clauses, by id; `spelled` writes short forms
        out (高职 as 高等职业)."""
        one, two = (_bare(spelled(item.object)) for item in (source, target))
        share = SequenceMatcher(None, one, two, autojunk=False).ratio()
        head = _common_end(one, two)
        likeness = head / min(len(one), len(two)) if head >= HEAD else share if head else 0.0
        intensive = all(is_intensive(item, texts[item.source]) for item in (source, target))
        sides = tuple("<=" if falls(item, texts[item.source]) else item.comparator for item in (source, target))
        grant = any(is_grant(item, texts[item.source]) for item in (source, target))
        return cls(source, target, likeness, share >= SAME, intensive, sides, grant)

    @property
    def equal(self) -> bool:
        """Whether both state the same figure, none as a limit of the other side, nor one with it and one without
        (达到50% against 超过50%)."""
        one, other = self.source, self.target
        sides = {*self.sides}
        size, other_size = _sizes(one, other)
        return (size, one.value_max) == (other_size, other.value_max) and (len(sides) == 1 or sides <= WITH_LIMIT)

    @property
    def stricter(self) -> bool | None:
        """Whether the lower clause asks for more than the upper; None where they cannot be compared or ask the same."""
        return None if self.obstacle or self.equal else self._asks_more

    @property
    def factor(self) -> float | None:
        """The lower figure by the upper, where they can be compared and differ; None for ratios and for 0 above."""
        size, other_size = _sizes(self.source, self.target)
        ratio = "ratio" in (self.source.measure, self.target.measure)
        return None if self.obstacle or self.equal or ratio or not other_size else size / other_size

    @property
    def points(self) -> float | None:
        """The lower percentage less the upper, in percentage points, where they can be compared and differ: 75 % below
        80 % are -5, and so are 提高10个百分点 below 提高15个百分点. None for what is no percentage."""
        percentages = {_unit(self.source), _unit(self.target)} in ({"%"}, {"百分点"})
        return self.source.value - self.target.value if percentages and self.factor is not None else None

    @property
    def one_tier(self) -> bool:
        """Whether both count things of one tier (省级, 市级), or neither says a tier."""
        return set(TIER.findall(self.source.object)) == set(TIER.findall(self.target.object))

    @property
    def share(self) -> float | None:
        """What part of the upper total the lower figure is: 10 of 70 所. Both are amounts that are asked for, of one
        object and unit, that grow with the territory. None where they are not: a city's 60 市级 masters are no share of
        the province's 300 省级 ones; nor where the amounts are the same but not their limits (500 against 超过500)."""
        one, other = self.source, self.target
        size, other_size = _sizes(one, other)
        sides = {*self.sides} <= AT_LEAST | {"~"}
        amounts = not self.intensive and sides and not (one.value_max or other.value_max) and other_size > 0
        meant = self.same and self.one_tier and _one_unit(one, other) and is_demand(one) and is_demand(other)
        part = self.equal or size != other_size
        return size / other_size if amounts and meant and part else None

    @property
    def _asks_more(self) -> bool:
        size, other_size = _sizes(self.source, self.target)
        return size > other_size if self.sides[0] in AT_LEAST else size < other_size

    @property
    def verdict(self) -> Verdict:
        """How the lower figure stands to the upper; `obstacle` says why it cannot be said."""
        if self.obstacle:
            return "not comparable"
        if self.equal:
            return "equal"
        return "raised" if self.stricter else "lowered"

    @property
    def obstacle(self) -> Obstacle | None:
        """Why the figures cannot be compared; None where they can be."""
        one, other = self.source, self.target
        sides = {*self.sides}
        size, other_size = _sizes(one, other)
        obstacles: dict[Obstacle, bool] = {
            "other unit": not _one_unit(one, other),
            "other object": not self.same,
            "figure of today": not (is_demand(one) and is_demand(other)),
            "grows with the territory": not self.equal and not self.intensive,
            "range": not self.equal and bool(one.value_max or other.value_max),
            "approximate": not self.equal and "~" in sides,
            "other side": not self.equal and not (sides <= AT_LEAST or sides <= AT_MOST),
            "most of a grant": not self.equal and self.grant and sides <= AT_MOST,
            "limit in or out": not self.equal and size == other_size,
            "other deadline": not self.equal and timing(one, other) == ("later" if self._asks_more else "earlier"),
        }
        return next((name for name, holds in obstacles.items() if holds), None)


def carried_by(pairs: Iterable[Comparison]) -> Carried:
    """Raised or lowered where all figures that can be compared and differ say so, else refined."""
    verdicts = {pair.stricter for pair in pairs} - {None}
    if len(verdicts) != 1:
        return "refined"
    return "raised" if verdicts.pop() else "lowered"


def is_demand(indicator: Indicator) -> bool:
    """Whether the figure is asked for: a figure of today has no 不低于."""
    return indicator.kind != "baseline" or indicator.comparator not in ("=", "~")


def timing(one: Indicator, other: Indicator) -> Timing | None:
    """Whether `one` is due when `other` is, earlier or later: by the ends of their intervals, as far as both are known
    (2025 and 2025-06 are None). None also where one has no certain deadline."""
    ends = [(item.due or "").rpartition("/")[2] for item in (one, other)]
    if not all(map(ENDS.match, ends)):
        return None
    first, second = ends
    if first == second:
        return "same"
    known = min(map(len, ends))
    if first[:known] == second[:known]:
        return None
    return "earlier" if first < second else "later"


def is_intensive(indicator: Indicator, text: str) -> bool:
    """Whether the figure does not grow with the territory: a rate, a ratio, hours, so often (每学期不少于2次), so many
    for each (每个县至少2处). So many a year does (每年培训10万人次).

    `text` is that of its clause.
    """
    if indicator.measure in ("ratio", "frequency") or _unit(indicator) in RATE_UNITS:
        return True
    part = re.split("[，。；]", text[: indicator.span.start])[-1]
    return bool(EACH.search(part + indicator.span.text + indicator.object))


def falls(indicator: Indicator, text: str) -> bool:
    """Whether something is to come down to the figure (将辍学率降低到1%), so that less is asked more. `text` is that of
    its clause."""
    if indicator.comparator != "=":
        return False
    part = re.split("[，。；]", text[: indicator.span.start] + indicator.span.text)[-1]
    turns = [match["down"] for match in TURN.finditer(part)]
    return bool(turns and turns[-1])


def is_grant(indicator: Indicator, text: str) -> bool:
    """Whether the figure is of what is given to somebody: 给予最高5万元奖励. `text` is that of its clause."""
    ahead = re.split("[，。；]", text[: indicator.span.start])[-1]
    behind = re.split("[，。；]", text[indicator.span.end :])[0]
    return bool(GRANT.search(ahead + indicator.span.text + behind))


def _sizes(one: Indicator, other: Indicator) -> tuple[float, float]:
    """The values to compare by: 1:18 is more than 1:20, though 18 is less than 20; 1.5亿元 is 15000万元."""
    ratios = one.measure == other.measure == "ratio"
    if (ratios or _unit(one) != _unit(other)) and one.normal_value is not None and other.normal_value is not None:
        return one.normal_value, other.normal_value
    return one.value, other.value


def _one_unit(one: Indicator, other: Indicator) -> bool:
    if _unit(one) == _unit(other):
        return True
    known = one.normal_value is not None and other.normal_value is not None and one.normal_unit is not None
    return known and one.normal_unit == other.normal_unit


def _unit(indicator: Indicator) -> str:
    return re.sub(r"\s", "", indicator.unit).translate(FULL_WIDTH)


@cache
def _bare(counted: str) -> str:
    """What is counted, without brackets, places, levels and marks."""
    return BARE.sub("", LEVEL.sub("", counted))


def _common_end(one: str, other: str) -> int:
    """How many characters two texts share at their ends."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((rank for rank, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
