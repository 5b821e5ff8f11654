"""The numbers of clauses: what number a line begins with, and how it is written in an address."""

import re
from dataclasses import dataclass
from typing import Literal

from graph.ids import CIRCLED
from graph.numerals import NUMERAL, read_numeral, write_numeral

Kind = Literal[
    "part", "chapter", "division", "article", "section", "bracket", "item", "decimal", "digit", "circled", "bullet"
]
RANK: tuple[Kind, ...] = (
    "part",
    "chapter",
    "division",
    "article",
    "section",
    "bracket",
    "item",
    "decimal",
    "digit",
    "circled",
    "bullet",
)
"""The kinds, outermost first, as GB/T 9704 and the legislative norms order them: 一、 （一） 1. （1） ①; 编 章 节 条."""

MARK = re.compile(
    rf"""
    第\s*(?P<unit>{NUMERAL}|\d+)\s*(?P<name>[编章节条])(?P<sub>之{NUMERAL})?(?:\s+|(?=[^的款项规及和至与、，。]))
    | (?P<section>{NUMERAL})\s*[、．.](?!\d)\s*
    | [（(]\s*(?P<bracket>{NUMERAL})\s*[)）]\s*[、.．]?\s*
    | [（(]\s*(?P<digit>\d{{1,3}})\s*[)）]\s*[、.．]?\s*
    | (?P<half>\d{{1,3}})\s*[)）]\s*[、.．]?\s*
    | (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,4}})(?:[、.．]\s*|\s+|(?=[{chr(0x4E00)}-{chr(0x9FFF)}]))
    | (?P<item>\d{{1,3}})\s*[.．、](?!\d)\s*
    | (?P<circled>[{CIRCLED}])\s*
    | (?P<bullet>[●•■◆▪★☆○]|[—－–-]{{2,}})\s*(?!\d+\s*[—-])
    """,
    re.VERBOSE,
)
UNITS: dict[str, Kind] = {"编": "part", "章": "chapter", "节": "division", "条": "article"}


@dataclass(frozen=True, slots=True)
class Mark:
    """The number at the beginning of a line: its kind, its value (0 for a bullet, whose rank is its place), and how
    it was written. `parts` are the numbers of 1.2.3."""

    kind: Kind
    value: int
    written: str
    length: int
    sub: str = ""
    parts: tuple[int, ...] = ()

    @property
    def step(self) -> str:
        """The number as an address writes it: （十一） for (十一), 7 for 7．, 第五条之一."""
        numeral = write_numeral(self.value) if 0 < self.value < 1000 else str(self.value)
        match self.kind:
            case "section":
                return numeral
            case "bracket":
                return f"（{numeral}）"
            case "digit":
                return f"（{self.value}）"
            case "decimal":
                return ".".join(map(str, self.parts))
            case "item":
                return str(self.value)
            case "circled":
                return CIRCLED[self.value - 1]
            case "bullet":
                return f"—{self.value}"
        name = next(name for name, kind in UNITS.items() if kind == self.kind)
        return f"第{numeral}{name}{self.sub}"


def read_mark(text: str) -> Mark | None:
    """The clause number that `text` begins with.

    Reads 一、 （一） (一) 1. 1． 1、 （1） 1) ① 1.1 —— ● 第一章 第五条 第五条之一, with and without white space after it.
    Not a number: 2021年, 1.5万, 一是, 第五条的规定.
    """
    match = MARK.match(text)
    if not match:
        return None
    written, length = match.group().strip(), match.end()
    if name := match["name"]:
        return _valued(UNITS[name], match["unit"], written, length, match["sub"] or "")
    if match["decimal"]:
        parts = tuple(int(part) for part in re.split(r"[.．]", match["decimal"]))
        return Mark("decimal", parts[-1], written, length, parts=parts)
    if match["circled"]:
        return Mark("circled", CIRCLED.index(match["circled"]) + 1, written, length)
    if match["bullet"]:
        return Mark("bullet", 0, written, length)
    if match["half"]:
        return _valued("digit", match["half"], written, length)
    kinds: tuple[Kind, ...] = ("section", "bracket", "digit", "item")
    kind = next(kind for kind in kinds if match[kind])
    return _valued(kind, match[kind], written, length)


def _valued(kind: Kind, numeral: str, written: str, length: int, sub: str = "") -> Mark | None:
    value = read_numeral(numeral)
    return Mark(kind, value, written, length, sub) if 0 < value < 1000 else None
