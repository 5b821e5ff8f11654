"""What a quantity counts or measures: the shortest noun phrase that a reader would put in a table's head.

Behind a count: 2个以上特色专业 counts 特色专业. Before a rate or a sum: 教育费附加用于职业教育的比例 of …不低于30%.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from loaders.comparators import JOINED, Reading, after_mark, before_mark
from loaders.deadlines import deadline_pattern
from loaders.masks import YEAR
from loaders.measures import Measure
from loaders.patterns import one_of, one_of_guarded
from loaders.segments import CLOSE, OPEN, segment
from loaders.vocabulary import lines, rows

COUNTS = ("count", "people", "times")
LONGEST = 40  # characters of an object; a longer run is prose, of which the nearest part is kept

JOINER = re.compile(r"以及|[、和及与或]")
CONNECTIVE = re.compile(r"的(?:比例|标准|额度|(?:目标|任务|规模|水平|要求)$)?")
RELATIVE = re.compile(r"^.{2,}的(?=[^的]{2,}$)")  # 向社会开放的 before the noun itself
BASE = re.compile(r"(?:达到|达|为)[^，。；]{1,16}的$")  # 达到在校生规模的2倍
BASED = re.compile(r"(?:按照|按(?!照)|(?<![可予加得所难])以)(?P<base>[^，。；]{0,16}?)的?$")
TOTAL = re.compile(
    r"(?P<base>[^，。；：、\d]{0,16}?(?:总(?:量|数|人数|额|课时|学时|面积|投入|支出|收入|规模)|人数|数量|规模))的"
)
"""The whole of which a share is stated behind its mark: 达标学校数量不低于学校总量的30%."""
TO_MORE = re.compile(r"[将要应]?(?:达到|实现)(?=(?:新增|净增|增加|增长)$)")  # 招生规模将达到新增14.5万人
HELD = r"(?:[全我][省市州县区国校镇]|[现目]前)?(?:现|共|已|拥|建)有"  # 全县共有
EFFORT = re.compile(r"(?:力争)?(?:通过|经过|利用|用)")  # 通过3—5年的努力，全面达标 is the time for 全面达标
TURNING = re.compile(r"(?:提高|增加|扩大|提升|下降|降低|减少|增长|上升|缩小|调整|降|增)(?:到|至|为)")
TURNED_TO = r"(?:下降|降低|减少|增加|增长|上升|缩小|缩短|压缩|压减)(?:到|至|为)"
IN_YEAR = rf"(?<=[\u4e00-\u9fff])(?<![较比在自以到至])(?:{YEAR})年"
CHANGED_TO = re.compile(r"(?:提高|增加|扩大|提升|下降|降低|减少|缩小|压缩|压减|调整|整合)(?:到|至|为)$")
TO_EACH = r"(?<=[到至为按达由从予])每(?:人|生|名|年|学年|月|天|班|校|户){1,2}(?:每(?:人|生|年|学年|月|天)){0,2}"
NUMBERED = r"[）)]|\d{1,2}[.．]\s*(?!\d)|[（(]\d{1,2}[）)]"  # the number of a list's item, and the end of a bracket
WHO = r"[^，。；：\d、]{0,12}的[^，。；：\d的]{0,14}?"
CONDITION = re.compile(
    rf"{WHO}(?:应(?![用急届])|须|必须|可以|可(?![持再])|不得|按|至少|要(?![求素])|原则上|设立|配(?![套合])|办好|建有|由|予以|给予|取消)"
)
CASE = re.compile(r"的[，,：:]")
HOLDERS = re.compile(r"(?:人口|规模|学生|在校生|人数|教职工)(?:总?数|规模)?$")  # 常住人口4000人以上的行政村
OF_WHOM = re.compile(r"的[^，。；\d]{2}")
SHORT = 8  # characters of a noun directly before a number
BELOW = re.compile(rf"{WHO}[，,]")
STATED_OF = re.compile(r"的?[^，。；：、的]{2,12}(?:[，。；：、]|$)|的")  # 缴纳50%的违约金, 接受10学时的培训
STOPS = re.compile(
    r"(?:应当|(?<![相适供响对反效回呼])应(?![用急届对聘纳缴征收得])|必须|须|可以|不得|不能|达到|参加|认可|获得)"
)
SHORTEST = 2  # characters of a noun
CLASSES = ("count", "people", "score")
PER = r"每(?:学期|学年|季度|年|月|周|天)"


@dataclass(frozen=True, slots=True)
class Counted:
    """The object of a quantity and the span [start, end) that it takes with the measure."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measure that was read: its comparator, what it counts, and where the measure before it ends."""

    measure: Measure
    reading: Reading
    counted: Counted
    before: int


def is_condition(text: str, measure: Measure, reading: Reading) -> bool:
    """Whether a figure only says to whom or when a rule applies: 招收5名以上残疾学生的学校应设立…, 少于20人的学校可以
    只设…, 50人以下的教学点，按50人核定, 出勤率未达到90%的，取消…."""
    if CASE.match(text, reading.end):
        return True
    if measure.kind not in CLASSES or (reading.start, reading.end) == (measure.start, measure.end):
        return False
    if text[: reading.start].endswith(lines("founding_verbs.txt")):
        return False
    if HOLDERS.search(text, max(0, reading.start - SHORT), reading.start) and OF_WHOM.match(text, reading.end):
        return True
    few = reading.comparator in ("<", "<=") and BELOW.match(text, reading.end)
    return bool(few or CONDITION.match(text, reading.end))


def find_counted(text: str, hidden: str, measure: Measure, reading: Reading, around: tuple[int, int]) -> Counted:
    """The object of `measure` in `text`, `around` being the end of the measure before it and the start of the next.

    `hidden` is the text as `loaders.masks.masked` gives it, so that marks inside quoted names part nothing.
    1. A base: 按投资额的30%抵免… is named by what is done with it.
    2. A rate, sum, period: the words before it, else those behind.
    3. A count, and what is joined by 和: the words behind it, else those between its mark and it (至少配备校医1名),
       else those before (建成“数智工厂”5个).
    4. Nothing on both sides: what stands before it in its segment, else the segment before, else the base of a share.
    """
    low, high = segment(hidden, measure.start, measure.end)
    start = max(low, around[0])
    ahead = _ahead(text, start, reading.start, verbs=measure.kind in COUNTS)
    if is_condition(text, measure, reading):
        high = text.index("的", reading.end)
    behind = _behind(text, hidden, reading.end, (high, around[1]))
    base = BASED.search(text, start, reading.start)
    if measure.kind in ("rate", "money") and base and base["base"] and behind.name:
        share = measure.kind == "rate"
        name = f"{behind.name}占{base['base']}的比例" if share else base["base"] + behind.name
        return Counted(name, base.start(), behind.end)
    counts = measure.kind in COUNTS or JOINED.search(text, start, reading.start)
    between = Counted(_between(text, reading.start, measure.start), reading.start, reading.end)
    name = _far(text, hidden, start, reading.start) or _far(text, hidden, low, reading.start)
    far = Counted(name, reading.start, reading.end)
    sides = [behind, between, ahead, far] if counts else [ahead, behind, far, between]
    if not counts and behind.name and _takes().search(text, low, reading.start) and STATED_OF.match(text, reading.end):
        sides.insert(0, behind)
    chosen = next((side for side in sides if side.name), far)
    if measure.kind == "rate" and chosen is ahead and (whole := _whole_of(text, reading.start, measure.start)):
        chosen = replace(chosen, name=f"{ahead.name}占{whole}的比例")
    if measure.kind == "period" and EFFORT.fullmatch(chosen.name):
        chosen = replace(chosen, name=_aim(text, hidden, high))
    each = [
        _trail().sub("", match.group())
        for match in _each().finditer(text, low, measure.end)
        if match.end() <= reading.start
    ]
    whose = each[-1] if each and each[-1] not in chosen.name else ""
    return Counted(whose + chosen.name, min(chosen.start, reading.start), max(chosen.end, reading.end))


def _whole_of(text: str, start: int, end: int) -> str:
    """The total of which a share is stated: 学校总量 between 不低于 and 30%; empty for none."""
    while start < (mark := after_mark(text, start)) <= end:
        start = mark
    total = TOTAL.fullmatch(text, start, end)
    return _clean(total["base"], verbs=False) if total else ""


def _behind(text: str, hidden: str, start: int, ends: tuple[int, int]) -> Counted:
    """The noun phrase behind the measure, up to the end of the segment or what joins the next measure."""
    high, after = ends
    if re.match(r"[（(、和及与或]|(?:共(?![青同建享产])|合计|总计|累计)", text[start:]) or TURNING.match(text, start):
        return Counted("", start, start)
    if lead := CONNECTIVE.match(text, start, high):
        start = lead.end()
    if after < high:
        after = before_mark(hidden, start, after)
        joiners = (match.start() for match in JOINER.finditer(hidden, start, after))
        high = max((joiner for joiner in joiners if _whole(hidden[start:joiner])), default=after)
    stop = STOPS.search(text, start + SHORTEST, high)
    high = stop.start() if stop else high
    phrase = CHANGED_TO.sub("", text[start:high])
    bracket = min((index for mark in "（(" if (index := phrase.find(mark)) >= 0), default=len(phrase))
    name = RELATIVE.sub("", phrase[:bracket]) + (phrase[bracket:] if _whole(phrase[bracket:]) else "")
    return Counted(name[:LONGEST], start, max(start, high))


def _whole(phrase: str) -> bool:
    """Whether every bracket that opens in the phrase closes in it."""
    return sum(char in OPEN for char in phrase) == sum(char in CLOSE for char in phrase)


def _ahead(text: str, low: int, start: int, *, verbs: bool) -> Counted:
    """The noun phrase before the measure, without what leads into it (with the founding verb, where things are
    counted) and what leads over to the number."""
    if low and text.startswith("的", low):  # the noun of the measure before
        low = max((match.end() for match in JOINER.finditer(text, low, start)), default=start)
    phrase = TO_MORE.sub("", _trail().sub("", BASE.sub("", text[low:start])))
    lead = _lead(verbs).match(phrase)
    begin = lead.end() if lead else 0
    name = deadline_pattern().sub("", phrase[begin:]).strip("的")
    return Counted(name[-LONGEST:], low + begin if name else start, start)


def _between(text: str, start: int, end: int) -> str:
    """The noun between a mark and its number: 至少配备校医1名, 不少于总课时的1/3."""
    while start < (mark := after_mark(text, start)) <= end:
        start = mark
    phrase = _clean(_trail().sub("", text[start:end]).strip("的"), verbs=True)
    return phrase if len(phrase) > 1 else ""


def _aim(text: str, hidden: str, end: int) -> str:
    """What an effort is made for: the next segment."""
    _, high = segment(hidden, end + 1, end + 1)
    return _clean(text[end + 1 : high], verbs=False)[:LONGEST]


def _clean(phrase: str, *, verbs: bool) -> str:
    lead = _lead(verbs).match(phrase)
    return phrase[lead.end() if lead else 0 :]


def _far(text: str, hidden: str, low: int, start: int) -> str:
    """What stands in the segment up to the measure, else in the segment before: 委员应当为单数，不少于25人."""
    if head := _trail().sub("", _clean(text[low:start], verbs=False)).lstrip("（("):
        return head[-LONGEST:]
    before, _ = segment(hidden, low - 1, low) if low and hidden[low - 1] in "，,：:" else (low, low)
    return _clean(text[before : max(low - 1, before)], verbs=False)[-LONGEST:]


def _verbs() -> str:
    """The founding verbs of two characters and more; 开发区 is a noun."""
    return rf"(?:{one_of(verb for verb in lines('founding_verbs.txt') if len(verb) > 1)})(?!区)"


@cache
def _takes() -> re.Pattern[str]:
    """A verb whose object follows the number: 缴纳50%的违约金."""
    verbs = (*(verb for verb in lines("founding_verbs.txt") if len(verb) > 1), *lines("taking_verbs.txt"))
    return re.compile(rf"(?:{one_of(verbs)})$")


@cache
def _lead(verbs: bool) -> re.Pattern[str]:
    """What leads into a noun phrase, a founding verb among it where `verbs`."""
    words = [one_of_guarded(_edges("lead"), ahead=False), NUMBERED, HELD, rf"在?(?:{deadline_pattern().pattern})"]
    return re.compile(f"(?:{'|'.join([*words, _verbs()] if verbs else words)})*", re.VERBOSE)


@cache
def _trail() -> re.Pattern[str]:
    """What leads over from a noun phrase to its number."""
    return re.compile(f"(?:{one_of_guarded(_edges('trail'), ahead=True)}|{TURNED_TO}|{TO_EACH}|{IN_YEAR})+$")


def _edges(side: str) -> list[tuple[str, str]]:
    return [(row[0], row[2] if len(row) > 2 else "") for row in rows("object_edges.tsv") if row[1] == side]


@cache
def _each() -> re.Pattern[str]:
    """For whom or when: 每个县（市、区） before 至少 or a verb, 每50名学生, 每年."""
    verbs = rf"至少|最多|不少于|不超过|要|应|须|设|配|集中|{_verbs()}"
    return re.compile(rf"{PER}|每\d{{0,6}}[^，。；\d]{{1,18}}?(?={verbs})")
