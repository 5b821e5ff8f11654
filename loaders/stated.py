"""Whether a number with its unit states a quantity, or is a way of speaking, an enumeration or a time gone by."""

import re
from functools import cache

from loaders.comparators import before_mark
from loaders.counted import COUNTS, Quantity
from loaders.measures import Measure
from loaders.patterns import one_of, one_of_guarded
from loaders.segments import segment
from loaders.vocabulary import lines, rows

EACH = re.compile(r"每(?:满|增加|增|超过?|隔|减少|降低|提高|新增|成功推荐|推荐)?$")
PAST = re.compile(r"(?:近|最近|过去|(?<![满提])前|(?<![线网早晚])上|头|连续|时隔)$")
YEARS = re.compile(r"(?:纳税|会计|财政|预算|自然|保险)?年度|学年|学期|月")  # 近3个纳税年度
BACK = re.compile(r"(?:以上|上述|以下|下列|如下|前述|该|这|此)$")  # 以上两项
FIRST = re.compile(r"(?<![目当此以之提日先])前$")  # 前10名
RANKED = re.compile(r"(?<![目当此以之提日先税底末月年天])[前后]$")  # 考核前10%的学校
PART_OF = re.compile(r"中(?:的)?(?:任[何意选])?[一二两三四五六七八九十\d]")  # 1至3项中一项以上
PERIOD = r"个?(?:学年|学期|季度|年|月|周|星期|日|天)"
PER = re.compile(rf"每(?P<per>(?:\d+|[一二两三四五六七八九十半])?{PERIOD})")
ONCE_IN = re.compile(
    rf"(?<![\d一二两三四五六七八九十近前第每])(?P<per>(?:\d{{1,2}}|[一二两三四五六七八九十半]){PERIOD})$"  # 三年一次
)
REACHES = r"(?:一般|原则上|应当?|须)?(?:达到|达|为|是|满|(?:提高|增加|延长|缩短|压缩|压减|调整)?[到至])?"
AFTER_NOUN = re.compile(r"[\u4e00-\u9fff][^，。；：\d的之这那同每某任另唯又再不是成为第一其各中]$")
EACH_ONE = re.compile(r"一[\u4e00-\u9fff]{1,2}$")  # 一县一所
ABSTRACT = ("套", "种")  # 一套制度, 一种模式
ENDS = re.compile(r"[，。；、,;）)]|和|$")
FROM = re.compile(r"(?:由|从)[^，。；\d]{0,6}$")
CHANGED_FROM = re.compile(r"(?:由|从)[^，。；]{1,14}(?:缩短|压缩|压减|延长|提高|增加|减少|调整|提升)(?:到|至|为)$")
TIMED = re.compile(r"(?:时间|时长|睡眠|[每一]节课|每[天日周])")
CLOCK = ("小时", "分钟", "秒")
INTO = re.compile(r"(?:以?内|左右)?(?:缩短|压缩|压减|延长|提高|增加|减少|调整)(?:到|至|为)")
NOTE = re.compile(r"[（(][^（()）]*[）)]")
GROUP = re.compile(
    r"(?:年龄)?(?:以[上下]|左右)?的?(?:适龄|学龄|残疾|特殊)?(?:婴幼儿|幼儿|儿童|青少年|未成年|人口|人群|老年人|学生|孩子)"
)
BABIES = re.compile(r"以[上下]的?婴幼儿")  # 3岁以下婴幼儿照护: the name of a field
EFFORT = re.compile(r"(?:左右)?的?时间")  # 用3年左右时间
NEAR = 24  # characters beside a number in which words bear on it
SENTENCE = 80  # characters of a sentence in which a word for time governs what is listed
FEW = 100  # below it a count in Chinese numerals may be a way of speaking


def is_marked(quantity: Quantity) -> bool:
    """Whether a comparator is written beside the measure, or bounds on both sides (一年以上三年以下)."""
    measure, reading = quantity.measure, quantity.reading
    return measure.bounded or (reading.start, reading.end) != (measure.start, measure.end)


def is_base(hidden: str, measure: Measure) -> bool:
    """Whether a measure only says for how much each (每满1年), which years gone by (近5年, 连续3年, 近3个年度), which
    are the first of all (前10名, 前10%的学校), or of how many another is a part (3项中一项)."""
    ahead = hidden[max(0, measure.start - 6) : measure.start]
    if EACH.search(ahead) or PART_OF.match(hidden, measure.end):
        return True
    if measure.kind == "rate" and RANKED.search(ahead) and hidden.startswith("的", measure.end):
        return True
    if measure.kind in COUNTS:
        return bool(FIRST.search(ahead) or (PAST.search(ahead) and YEARS.match(hidden, measure.end)))
    rule = ahead.endswith("连续") and hidden.startswith("以上", measure.end)  # 连续3年以上
    return measure.kind == "period" and bool(PAST.search(ahead)) and not rule


def is_qualifier(hidden: str, quantity: Quantity, following: Measure | None) -> bool:
    """Whether an age or sum only says whose quantity follows: 65岁以上老年人健康管理率达到65%, 10亿元以上企业20家."""
    measure, reading = quantity.measure, quantity.reading
    if not following or measure.kind not in ("age", "money") or reading.end == measure.end:
        return False
    between = hidden[reading.end : before_mark(hidden, reading.end, following.start)]
    between = NOTE.sub("", between).strip("的，（(")
    return (
        bool(between)
        and following.end <= segment(hidden, measure.start, measure.end)[1]
        and not re.search("[、和及与或]", between)
    )


def is_stated(hidden: str, quantity: Quantity, *, joined: bool) -> bool:
    """Whether a measure states a quantity; `joined`: it is joined to one before it.

    1. A period: with a comparator (不少于6个月, 3年内) or a word for it (有效期5年, 通过3—5年的努力, 力争用3年时间).
    2. An age: but not that which names a group (6岁儿童, 3—6岁幼儿, 3岁以下婴幼儿).
    3. Another unit: but not 十分 and 二元.
    4. A count: not of what cannot be counted (3个方面), what was listed (以上两项) or the number of an item (3.10种).
    """
    measure, name = quantity.measure, quantity.counted.name
    marked = is_marked(quantity)
    if measure.kind == "period":
        bounded = joined and quantity.reading.comparator != "="  # 满10年、20年
        return marked or bounded or _is_span(hidden, measure)
    if measure.kind == "age":
        return not (BABIES if marked else GROUP).match(hidden, measure.end)
    if measure.kind not in COUNTS:
        return marked or not (measure.unit == "成" or _is_saying(measure))
    if _is_item_number(hidden, measure) or _uncountable(
        hidden[measure.end : measure.end + NEAR], name, chinese=measure.chinese
    ):
        return False
    return marked or _is_plain_count(hidden, measure, joined=joined)


def _is_plain_count(hidden: str, measure: Measure, *, joined: bool) -> bool:
    """Whether a number without comparator counts: not 以上两项 and 15班, the name of a class."""
    if measure.unit == "班" or BACK.search(hidden, max(0, measure.start - NEAR), measure.start):
        return False
    return not measure.chinese or joined or _is_real_count(hidden, measure)


def frequency_of(hidden: str, measure: Measure, before: int) -> re.Match[str] | None:
    """The period of a frequency, behind the measure that ends at `before`: 每3年 of 每3年修订1次, 三年 of 三年一次."""
    low, _ = segment(hidden, measure.start, measure.end)
    found = list(PER.finditer(hidden, max(low, before), measure.start))
    return found[-1] if found else ONCE_IN.search(hidden, low, measure.start)


def _is_span(hidden: str, measure: Measure) -> bool:
    """Whether words make a period a quantity: those of period_words.tsv, 用3年时间, 由10天缩短至5天, 每天锻炼1小时."""
    near = max(0, measure.start - NEAR)
    low, _ = segment(hidden, measure.start, measure.end)
    if PER.search(hidden, max(near, low), measure.start):
        return True
    if _period_ahead().search(hidden, near, measure.start) or _period_behind().match(hidden, measure.end):
        return True
    if FROM.search(hidden, near, measure.start) and INTO.match(hidden, measure.end):
        return True
    if CHANGED_FROM.search(hidden, near, measure.start) or _is_share_of_day(hidden, measure, low):
        return True
    return hidden.startswith("用", measure.start - 1) and bool(EFFORT.match(hidden, measure.end))


def _is_share_of_day(hidden: str, measure: Measure, low: int) -> bool:
    """Whether hours behind a noun say how long a thing of the day lasts: 睡眠时间小学生10小时，初中生9小时."""
    if measure.unit not in CLOCK or low == measure.start or not ENDS.match(hidden, measure.end):
        return False
    sentence = max(hidden.rfind(mark, 0, measure.start) for mark in "。\n") + 1
    return bool(TIMED.search(hidden, max(sentence, measure.start - SENTENCE), measure.start))


def _is_item_number(hidden: str, measure: Measure) -> bool:
    """3.10种 at the head of a line is item 3; 每百名学生拥有教师4.2人 is a share of a whole."""
    if not measure.value % 1 or measure.unit.startswith(("万", "亿")):
        return False
    return not measure.start or hidden[measure.start - 1] in "。；\n "


def _is_real_count(hidden: str, measure: Measure) -> bool:
    """Whether a number in Chinese numerals counts: from a hundred on, for each period (每年一次), after a verb of
    founding (新建一所) or behind its noun (设校长一名); 一个, 两项 in running prose, 一套制度 and 一县一所 are none."""
    ahead = hidden[max(0, measure.start - NEAR) : measure.start]
    if measure.value >= FEW or (measure.kind == "times" and frequency_of(hidden, measure, 0)):
        return True
    if measure.value == 1 and measure.unit in ABSTRACT:
        return False
    behind_noun = AFTER_NOUN.search(ahead) and ENDS.match(hidden, measure.end) and not EACH_ONE.search(ahead)
    return bool(_founding().search(ahead) or behind_noun)


def _is_saying(measure: Measure) -> bool:
    """十分重视, 二元结构: scores and small sums in Chinese numerals are words."""
    return measure.chinese and (measure.unit == "分" or (measure.unit == "元" and measure.value < 10))


def _uncountable(behind: str, name: str, *, chinese: bool) -> bool:
    """Whether an enumeration (3个方面) or, in Chinese numerals, a figure of speech (一支…队伍) is numbered."""
    nouns = tuple(row[0] for row in rows("not_counted.tsv") if chinese or row[1] == "any")
    return behind.startswith(nouns) or name.endswith(nouns)


@cache
def _founding() -> re.Pattern[str]:
    """A verb of founding at the end, with 了, 好, 有 … or without."""
    return re.compile(rf"(?:{one_of(lines('founding_verbs.txt'))})[了好出成起有]?$")


@cache
def _period_ahead() -> re.Pattern[str]:
    return re.compile(rf"(?:{_period_words('ahead')}){REACHES}$")


@cache
def _period_behind() -> re.Pattern[str]:
    return re.compile(rf"的?(?:{_period_words('behind')})")


def _period_words(side: str) -> str:
    entries = [(row[0], row[2] if len(row) > 2 else "") for row in rows("period_words.tsv") if row[1] == side]
    return one_of_guarded(entries, ahead=side == "ahead")
