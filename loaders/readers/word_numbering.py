"""The numbers that Word generates before paragraphs (ECMA-376 part 1, 17.9): they stand in no text, only as rules."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from graph.ids import CIRCLED
from graph.numerals import write_numeral
from loaders.readers.word_package import W, child, integer, on, value
from loaders.readers.word_styles import Styles

LEVELS = 9
OWN_BULLETS = re.compile(r"[●•■◆▪★☆○]|[—－–-]{2,}")
BULLET = "●"
IDEOGRAPHS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, its kind of numeral, its pattern (第%1章), what parts it from the text, and
    after which level it starts again (None: any outer one). `style` is the style that numbers by it."""

    start: int
    numeral: str
    pattern: str
    gap: str
    restart: int | None
    legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class List:
    """A list: the abstract one whose count it carries on, its levels, and those that it starts over."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """Counts the numbered paragraphs of a document, which are to be shown to it in their order.

    Lists that share an abstract one share its count; a list with a start of its own starts over where it is first
    used."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = _lists(root, styles) if root is not None else {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, paragraph: Element) -> str:
        """The number before this paragraph, with the space behind it; "" where it has none."""
        found = self._place(paragraph)
        if not found:
            return ""
        id, place = found
        rules = self._lists[id]
        counts = self._counts.setdefault(rules.abstract, [None] * LEVELS)
        if place in rules.starts and (id, place) not in self._begun:
            counts[place] = None
        self._begun.add((id, place))
        _count(counts, rules, place)
        return _written(rules, counts, place)

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, else those of its style."""
        own = child(paragraph, "pPr/numPr")
        id, level = value(own, "numId"), value(own, "ilvl")
        if id is None:
            style = self._styles.nearest(paragraph, "numPr/numId")
            id = value(style, "pPr/numPr/numId")
            level = level or self._level_of_style(id, style)
        place = integer(level)
        return (id, place) if id in self._lists and place in self._lists[id].levels else None

    def _level_of_style(self, id: str | None, style: Element | None) -> str | None:
        if style is None or id not in self._lists:
            return None
        levels = self._lists[id].levels.items()
        own = (str(place) for place, level in levels if level.style == style.get(f"{W}styleId"))
        return next(own, value(style, "pPr/numPr/ilvl"))


def _count(counts: list[int | None], rules: List, place: int) -> None:
    level, count = rules.levels[place], counts[place]
    counts[place] = rules.starts.get(place, level.start) if count is None else count + 1
    for inner in range(place + 1, LEVELS):
        restart = rules.levels[inner].restart if inner in rules.levels else None
        if restart is None or place < restart:
            counts[inner] = None


def _written(rules: List, counts: list[int | None], place: int) -> str:
    own = rules.levels[place]
    if own.numeral == "bullet":
        bullet = own.pattern.strip()
        return f"{bullet if OWN_BULLETS.fullmatch(bullet) else BULLET}{own.gap}" if bullet else ""

    def numeral(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level, count = rules.levels.get(at, own), counts[at]
        kind = "decimal" if own.legal else level.numeral
        return write_as(kind, level.start if count is None else count)

    number = re.sub(r"%([1-9])", numeral, own.pattern)
    return number + own.gap if number.strip() else ""


def write_as(kind: str, number: int) -> str:
    """The number in one of Word's kinds of numeral: 11 is 十一 in chineseCounting, ⑪ in decimalEnclosedCircle; a kind
    that we do not know is written in digits, as Word itself does beyond the end of a kind (㉑)."""
    writer = NUMERALS.get(kind)
    return writer(number) if writer and 0 < number < 1000 else "" if kind == "none" else str(number)


def _chinese(number: int) -> str:
    return write_numeral(number)


def _ideographs(number: int) -> str:
    return "".join(IDEOGRAPHS[int(digit)] for digit in str(number))


def _from(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _letters(number: int) -> str:
    """a to z, then aa, bb: as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    digits = (("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40),
              ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))  # fmt: skip
    written = ""
    for letters, size in digits:
        times, number = divmod(number, size)
        written += letters * times
    return written


NUMERALS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand"),
        _chinese,
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _ideographs),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _from(CIRCLED)),
    "chineseLegalSimplified": _from("壹贰叁肆伍陆柒捌玖拾"),
    "ideographLegalTraditional": _from("壹貳參肆伍陸柒捌玖拾"),
    "ideographTraditional": _from("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _from("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedParen": lambda number: f"（{number}）",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}  # fmt: skip


def _lists(root: Element, styles: Styles) -> dict[str, List]:
    """The lists of a document by their id."""
    abstracts = {abstract.get(f"{W}abstractNumId"): abstract for abstract in root.iter(f"{W}abstractNum")}
    nums = {num.get(f"{W}numId"): num for num in root.iter(f"{W}num")}
    found = {}
    for id, num in nums.items():
        abstract = abstracts.get(value(num, "abstractNumId"))
        linked = nums.get(value(styles.by_id(value(abstract, "numStyleLink")), "pPr/numPr/numId"))
        if linked is not None:
            abstract = abstracts.get(value(linked, "abstractNumId"), abstract)
        if id and id != "0" and abstract is not None:
            found[id] = _list(abstract, num)
    return found


def _list(abstract: Element, num: Element) -> List:
    overrides = [(integer(item.get(f"{W}ilvl")), item) for item in num.iter(f"{W}lvlOverride")]
    levels = {integer(level.get(f"{W}ilvl")): _level(level) for level in abstract.iter(f"{W}lvl")}
    levels |= {place: _level(level) for place, item in overrides if (level := child(item, "lvl")) is not None}
    starts = {place: start for place, item in overrides if (start := value(item, "startOverride")) is not None}
    return List(
        abstract.get(f"{W}abstractNumId", ""),
        {place: level for place, level in levels.items() if 0 <= place < LEVELS},
        {place: integer(start) for place, start in starts.items() if 0 <= place < LEVELS},
    )


def _level(level: Element) -> Level:
    kinds = [kind.get(f"{W}val", "decimal") for kind in level.iter(f"{W}numFmt")]
    restart = value(level, "lvlRestart")
    return Level(
        start=integer(value(level, "start")),
        numeral=next((kind for kind in kinds if kind != "custom"), "decimal"),
        pattern=value(level, "lvlText") or "",
        gap="" if value(level, "suff") == "nothing" else " ",
        restart=None if restart is None else integer(restart),
        legal=on(level, "isLgl"),
        style=value(level, "pStyle"),
    )
