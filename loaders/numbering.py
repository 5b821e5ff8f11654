"""The numbers of clauses: what number a line begins with, and how it is written in an address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal, get_args

from graph.ids import CIRCLED
from graph.numerals import NUMERAL, read_numeral, write_numeral

Kind = Literal[
    "part", "subpart", "book", "portion", "chapter", "division", "article",
    "section", "bracket", "box", "item", "decimal", "digit", "circled", "bullet",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
"""Outermost first, as GB/T 9704 and the norms of legislation have them: 编 分编 篇 部分 章 节 条 一、 （一） 1."""
UNITS: dict[str, Kind] = {
    "编": "part", "分编": "subpart", "篇": "book", "部分": "portion", "章": "chapter", "节": "division",
    "条": "article",
}  # fmt: skip
CHAPTERS: tuple[Kind, ...] = ("part", "subpart", "book", "portion", "chapter", "division")
"""What articles run through."""
OUTER: tuple[Kind, ...] = (*CHAPTERS, "article", "section")
SIMPLE = str.maketrans("編節條", "编节条")
STEPS: dict[Kind, str] = {
    **{kind: f"第{{numeral}}{unit}" for unit, kind in UNITS.items()},
    "section": "{numeral}",
    "bracket": "（{numeral}）",
    "box": "专栏{value}",
    "digit": "（{value}）",
    "item": "{value}",
    "bullet": "—{value}",
}
SHORT = NUMERAL.replace("+", "{1,7}")
"""A Chinese numeral as clauses are numbered: no longer than 一百二十三."""
BULLETS = "●•■◼◆◇▪▫★☆○▲△▶▸►➢➤❖◎✓✔√⚫‣⁃"
MARK = re.compile(
    rf"""
    第\s*(?P<unit>{SHORT}|\d{{1,3}})\s*(?P<name>分?[编編]|篇|部分|章|[节節]|[条條])(?P<sub>之(?:{SHORT}|\d{{1,2}}))?
        (?!\s*的)(?:[:：]\s*|\s+
            |(?<![条條])[、.．]\s*(?!第)(?=[^，。；、]{{2,40}}$)  # 第一章、总则
            |(?!规定|第|所[称列]|[和及至与]第|[、，。）]))  # 第五条规定, 第五条第二款 are mentions
    | [【［\[（(]?专栏(?:\s*(?P<box>{SHORT}|\d{{1,2}})|(?=[:：\s]))[】］\])）]?(?![所中的列内])[:：、.．]?\s*
        (?=[^，。；：、]{{0,40}}$)  # 专栏3 重点工程: a box, by itself in its line
    | (?P<section>{SHORT})\s*(?:、|[．.](?!\d(?!\d\d\d年)))\s*
    | (?P<slashed>0[1-9]|1\d)\s*[/／|｜]\s*(?=[\u4e00-\u9fff]{{2}})  # 01 / 指导思想, as 一、 is set for telephones
    | [（(〔［\[]\s*(?P<bracket>{SHORT})\s*[)）〕］\]]\s*[、.．]?\s*
    | (?P<open>{SHORT})[)）]\s*
    | [（(]\s*(?P<digit>\d{{1,3}})\s*[)）]\s*[、.．]?\s*
    | (?P<half>\d{{1,3}})\s*[)）]\s*[、.．]?\s*
    | (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,4}})(?:[、.．]\s*|\s+|(?=[\u4e00-\u9fff《“]))
    | (?P<item>\d{{1,3}})\s*[.．、]\s*(?:(?!\d)|(?=(?:19|20)\d\d\s*[年届级—-]))  # 2.2021年底前…… is item 2
    | (?P<circled>[{CIRCLED}])\s*
    | (?P<bullet>[{BULLETS}]|[—－–-]{{2,}}|[-*+—–](?=\s)|[·・](?![·・.…]))\s*+(?!\d+\s*[—-])
    """,
    re.VERBOSE,
)
NO_PART = re.compile(r"第\s*\S{1,4}部分(?:为|是|由|包括|共|占)|第\s*\S{1,4}节(?:课(?![程题堂后外标时])|目(?!标)|点)")
MENTION = re.compile(
    rf"""
    [（(]{SHORT}[)）]
        (?:项(?!目)|款(?![项物])|目(?![标的录前])|[至、，和或及]\s*[（(第]|或者[（(])  # （一）项, （一）、（二）项
    | (?P<first>{SHORT})、(?P<second>{SHORT})(?:年级|季度|线|等奖|类|级|产业|月|楼|层|档|本|[、和至])  # 一、二年级
    """,
    re.VERBOSE,
)
MOST = 999
MOST_ARTICLES = 9999
"""The highest numbers of clauses; the civil code has 1260 articles."""
INNER = re.compile(r"[：:。；;，,]")
ARTICLE = re.compile(rf"第\s*(?P<number>{SHORT}|\d{{1,3}})\s*条[、：:，]?+\s*+(?!之|的|规定的|第|[和及至与]第)")
BEFORE_DIGIT = re.compile(
    r"(?P<number>\d{1,3})\s*(?P<stop>[.．]|、(?=\d{1,2}[:：]\d\d|\d{3}))\s*"
    r"(?!\d+\s*(?:[万亿%％倍元吨亩]|公里|平方|个百分点))(?=\d)"
)
BARE = re.compile(r"(?P<number>\d{1,2})(?:(?=[\u4e00-\u9fff“《])|\s+(?=(?:19|20)\d\d年))")
LONGEST_BARE = 20
"""Characters of a heading whose number has no stop."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The number at the beginning of a line: its kind, its value (0 for a bullet, whose rank is its place), how it was
    written, and how many characters it takes. `sub` is 之一 of 第五条之一, `parts` are the numbers of 1.2.3.
    `lists` says that what it numbers ends in ：, and opens a list."""

    kind: Kind
    value: int
    written: str
    length: int
    sub: str = ""
    parts: tuple[int, ...] = ()
    lists: bool = False

    @property
    def step(self) -> str:
        """The number as an address writes it: （十一） for (十一), 7 for 7．, 第五条之一, —2."""
        if self.kind == "decimal":
            return ".".join(map(str, self.parts))
        if self.kind == "circled":
            return CIRCLED[self.value - 1]
        if self.kind == "box" and not self.value:
            return "专栏"
        form = STEPS[self.kind]
        numeral = write_numeral(self.value) if "{numeral}" in form else ""
        return form.format(numeral=numeral, value=self.value) + self.sub


def read_mark(text: str) -> Mark | None:
    """The clause number that `text` begins with.

    Reads 一、 （一） (一) 1. 1． 1、 （1） 1) ① 1.1 —— ● 第一章 第五条 第五条之一 专栏1, with or without space behind.
    Not a number: 2021年, 1.5, 一是, 第五条的规定, 二十多年, 零、.
    """
    match = MARK.match(text)
    if not match or NO_PART.match(text):
        return None
    written, length = match.group().strip(), match.end()
    if match["decimal"]:
        parts = tuple(int(part) for part in re.split(r"[.．]", match["decimal"]))
        return Mark("decimal", parts[-1], written, length, parts=parts)
    if match["circled"]:
        return Mark("circled", CIRCLED.index(match["circled"]) + 1, written, length)
    if match["bullet"]:
        return Mark("bullet", 0, written, length)
    if "专栏" in written:
        return Mark("box", read_numeral(match["box"]) if match["box"] else 0, written, length)
    kind, numeral = _numbered(match)
    value = read_numeral(numeral)
    most = MOST_ARTICLES if kind == "article" else MOST
    return Mark(kind, value, written, length, _sub(match["sub"])) if 0 < value <= most else None


def _sub(written: str | None) -> str:
    """之一 of 第五条之一, 之1 in the same form."""
    return f"之{write_numeral(read_numeral(written[1:]))}" if written else ""


def is_mention(text: str) -> bool:
    """Whether a number at the beginning of a line in mid sentence belongs to it: （一）项规定的, 一、二年级."""
    match = MENTION.match(text)
    if not match:
        return False
    return not match["first"] or read_numeral(match["second"]) == read_numeral(match["first"]) + 1


def inner_marks(text: str) -> Iterator[Mark]:
    """The numbers inside a text: those behind a colon, a stop or a comma."""
    found = (read_mark(text[match.end() : match.end() + 8]) for match in INNER.finditer(text))
    return filter(None, found)


def read_article(text: str, expected: int) -> Mark | None:
    """The number of the article that is `expected` next, in forms that elsewhere are mentions: 第五条、学校应当,
    第五条规定学校名单由……. Not 第五条的规定."""
    match = ARTICLE.match(text)
    if not match or read_numeral(match["number"]) != expected:
        return None
    return Mark("article", expected, match.group().strip(), match.end())


def read_before_digit(text: str, *expected: int) -> Mark | None:
    """The number of an item that begins with a digit itself: 11.121人才项目 or 1、7:00至8:00 where that item is
    `expected`, 3．98个项目; decimals have no full-width point. 2.5万人 is none."""
    match = BEFORE_DIGIT.match(text)
    if not match or (int(match["number"]) not in expected and match["stop"] != "．"):
        return None
    return Mark("item", int(match["number"]), match.group().strip(), match.end())


def read_bare(text: str) -> Mark | None:
    """The number without a stop of a short heading, as works with decimal numbers have it: 1总则, 2组织指挥体系."""
    match = BARE.match(text)
    if not match or len(text) > LONGEST_BARE or "。" in text or not int(match["number"]):
        return None
    return Mark("item", int(match["number"]), match["number"], match.end())


def _numbered(match: re.Match[str]) -> tuple[Kind, str]:
    if match["name"]:
        return UNITS[match["name"].translate(SIMPLE)], match["unit"]
    groups: dict[str, Kind] = {
        "section": "section", "slashed": "section", "bracket": "bracket", "open": "bracket", "digit": "digit",
        "half": "digit", "item": "item",
    }  # fmt: skip
    return next((kind, match[group]) for group, kind in groups.items() if match[group])


def ranks(marks: Sequence[Mark]) -> tuple[int, ...]:
    """How deep each mark of a text stands, 0 outermost: the order of KINDS, but where a text turns two kinds round
    (1. above （一）) between two outer numbers, or has articles run through its sections, as it has them."""
    kinds = _above(list(KINDS), "section", {"article"} if _holds_articles(marks) else set())
    found: list[int] = []
    for outer, run in groupby(marks, key=lambda mark: mark.kind in OUTER):
        section = list(run)
        order = kinds if outer else _order(section)
        found += [order.index(mark.kind) for mark in section]
    return tuple(found)


def _holds_articles(marks: Sequence[Mark]) -> bool:
    """Whether 一、 二、 are headings above articles, which run on through them, as judicial interpretations have it."""
    sections = [mark.value for mark in marks if mark.kind == "section"]
    articles = [mark.value for mark in marks if mark.kind == "article"]
    first = next((mark.kind for mark in marks if mark.kind in ("section", "article")), "")
    run_on = sections == list(range(1, len(sections) + 1)) and articles == sorted(articles)
    return first == "section" and bool(articles) and run_on


def _order(marks: Sequence[Mark]) -> list[Kind]:
    """The kinds, outermost first. The first kind of a section goes above the others when its numbers run on (1 2 3)
    while those of another begin again or run on between them, which inner numbers never do; bullets go above numbers
    of which they open the lists, and where they come first above those that begin again below each of them."""
    first = marks[0].kind
    own = [mark.value for mark in marks if mark.kind == first]
    last = max(index for index, mark in enumerate(marks) if mark.kind == first)
    between = {mark.kind for mark in marks[:last]} - {first, "bullet"}
    runs_on = len(own) > 1 and all(after == before + 1 for before, after in pairwise(own))
    if first == "bullet":
        return _above(
            list(KINDS), first, _begun_below_bullets(marks, fewest=2) | _begun_below_bullets(marks, lists=True)
        )
    kinds = _above(list(KINDS), first, between if runs_on and first != "decimal" else set())
    return _above(kinds, "bullet", _begun_below_bullets(marks, lists=True) - {first})


def _above(kinds: list[Kind], kind: Kind, others: set[Kind]) -> list[Kind]:
    """The kinds with this one above all of the others, where it stands already when it does."""
    rest = [item for item in kinds if item != kind]
    place = min([kinds.index(kind), *(rest.index(item) for item in others)])
    return [*rest[:place], kind, *rest[place:]]


def _begun_below_bullets(marks: Sequence[Mark], *, fewest: int = 1, lists: bool = False) -> set[Kind]:
    """The kinds whose numbers begin so many times at least, each time right below a bullet; below one that `lists`."""
    begun = [(above, mark.kind) for above, mark in pairwise(marks) if mark.value == 1]
    outers = {kind: [outer for outer, inner in begun if inner == kind] for _, kind in begun}
    return {
        kind
        for kind, above in outers.items()
        if len(above) >= fewest and all(mark.kind == "bullet" and (mark.lists or not lists) for mark in above)
    }
