"""Cleaning that keeps the place in the source: marks of Markdown and HTML, stamps, white space, lost joins."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.numerals import NUMERAL
from loaders.numbering import Mark, read_mark
from loaders.readers.page import Line

CJK = r"\u2014\u2018-\u201f\u2026\u2460-\u24ff\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef○"
SPACE = re.compile(rf"(?<=[{CJK}])\s+|\s+(?=[{CJK}])")
TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>")
RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
HASHES = re.compile(r"^\s*#{1,6}\s+")
QUOTED = re.compile(r"^\s*(?:>\s?)+(?=\D|$)")
"""The mark of a quotation in Markdown, in which boxes are set."""
STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
BOLD = re.compile(r"^\s*(\*\*|__)[^*]+\1\s*$")
DASH = re.compile(r"^\s*[-*+]\s+(?!\d+\s*[-—]\s*$)")
STAMP = re.compile(
    r"^\s*(?:\d{1,8}|[-—－–·]+\s*\d{1,4}\s*[-—－–·]+|\d{1,4}\s*/\s*\d{1,4}|第\s*\d+\s*页(?:\s*[，,/]?\s*共\s*\d+\s*页)?)\s*$"
)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|~-])")
PART = re.compile(rf"^\s*第\s*(?:{NUMERAL}|\d+)\s*(?:分?[编編]|篇|部分|章|[节節]|[条條])(?:之{NUMERAL})?(?=\s+\S)")
LISTED = re.compile(r"^\s*(?P<dash>[-*+—–])\s+(?P<rest>(?!附[件表录：:])[\u4e00-\u9fff“《].*)$")
ENCLOSED = re.compile(r"^\s*[\u2474-\u249b\u3220-\u3229]")  # ⑴ ⒈ ㈠ at the beginning are （1） 1. （一）
ORNAMENT = re.compile(
    r"^\s*[★☆◆◇■●▲▶►➤]\s*(?=[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}\s*[.．、]\s*[^\d\s]|第[一二三四五六七八九十]+[章条])"
)
DASHED = re.compile(r"^(?P<open>\s*[（(]?)(?P<tens>[二三四五六七八九]?十?)[—－ー―](?P<close>[)）]|、)")
"""A 一 that a scan has read as a dash: —、总体要求, （十—）加强领导."""
OTHER_ENCLOSED = str.maketrans(
    {
        **{chr(start + n): chr(0x2460 + n) for start in (0x2776, 0x2780, 0x278A, 0x24F5) for n in range(10)},  # ❶ is ①
        **{chr(0x3280 + n): f"（{numeral}）" for n, numeral in enumerate("一二三四五六七八九十")},  # ㊀ is （一）
    }
)
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\xad\x0b\x0c]")


@dataclass(frozen=True, slots=True)
class Clean:
    """A line without marks. `heading` says that Markdown marks it as one, by # at that `level` or in bold at none (0),
    `indented` that the paragraph begins there by its white space, `gap` that a blank line, a rule or a stamp stood
    before it, `torn` that it was a page number."""

    line: Line
    text: str
    heading: bool = False
    level: int = 0
    indented: bool = False
    gap: bool = False
    torn: bool = False

    @property
    def number(self) -> int:
        """The source line."""
        return self.line.number

    def saying(self, written: str) -> "Clean":
        """This line with other words, as far as they are `written` in it."""
        return replace(self, line=replace(self.line, text=written), text=tidy(bare(written)))


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with its places: `lines` are (offset, source line) in rising order."""

    text: str = ""
    lines: tuple[tuple[int, int], ...] = ()

    def joined(self, text: str, number: int, by: str = "") -> "Passage":
        """This passage with `text` from line `number` at its end, `by` between them."""
        between = by or ("" if not self.text or _meets(self.text[-1], text[:1]) else " ")
        between = between if self.text else ""
        offset = len(self.text) + len(between)
        return Passage(self.text + between + text, (*self.lines, (offset, number)))

    def before(self, text: str) -> "Passage":
        """This passage with `text` from its first line before it."""
        moved = tuple((offset + len(text) if offset else 0, line) for offset, line in self.lines)
        return Passage(text + self.text, moved)

    def after(self, start: int) -> "Passage":
        """The passage from offset `start` on."""
        first = max((offset for offset, _ in self.lines if offset <= start), default=0)
        kept = tuple((max(offset - start, 0), line) for offset, line in self.lines if offset >= first)
        return Passage(self.text[start:], kept)

    def until(self, end: int) -> "Passage":
        """The passage up to offset `end`."""
        return Passage(self.text[:end], tuple(place for place in self.lines if place[0] < max(end, 1)))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its places in the source; `mark` is the number it begins with, not in `passage`. A row of a
    table has cells, with the source line of each. `level` is that of a Markdown heading, 0 for none."""

    passage: Passage
    mark: Mark | None = None
    cells: tuple[str, ...] = ()
    cell_lines: tuple[int, ...] = ()
    level: int = 0

    @property
    def line(self) -> int:
        """The source line where it begins."""
        return self.passage.lines[0][1] if self.passage.lines else self.cell_lines[0]


def _meets(left: str, right: str) -> bool:
    """Whether two characters stand together without a space: one of them is Chinese."""
    return bool(re.match(rf"[{CJK}]", left) or re.match(rf"[{CJK}]", right) or not right)


def tidy(text: str) -> str:
    """White space next to a Chinese character or Chinese punctuation removed, other runs of it one space.

    培养 500 名 is 培养500名, 1+X 证书 is 1+X证书; 20 2 stays."""
    return re.sub(r"\s+", " ", SPACE.sub("", INVISIBLE.sub("", text))).strip()


def bare(text: str) -> str:
    """Without marks of Markdown and HTML: **四、…** is 四、…, <u>教育厅</u> is 教育厅; white space stays."""
    text = HASHES.sub("", QUOTED.sub("", TAG.sub("", text)))
    return ESCAPED.sub(r"\1", DASH.sub("", STRONG.sub(r"\2", text)))


def clean(lines: Iterable[Line]) -> tuple[Clean, ...]:
    """The lines without marks; blank lines, rules, stamps (000130) and page numbers (— 3 —) are left out."""
    found: list[Clean] = []
    gap = torn = False
    for line in lines:
        if line.cells:
            cells = tuple(tidy(bare(cell)) for cell in line.cells)
            found.append(Clean(replace(line, cells=cells), "\t".join(cells), gap=gap))
        elif text := _text(line.text):
            found.append(replace(_marked(line), text=text, gap=gap, torn=torn))
        gap = not line.cells and not _text(line.text)
        torn = gap and (torn or bool(STAMP.match(line.text)))
    return tuple(found)


def _marked(line: Line) -> Clean:
    """The line with what its marks and its white space say."""
    hashes = HASHES.match(line.text)
    level = hashes.group().count("#") if hashes else 0
    indented = line.text.startswith(("\u3000", "  ", "\t"))
    return Clean(line, "", level > 0 or bool(BOLD.match(line.text)), level, indented)


def _text(written: str) -> str:
    if RULE.match(written) or STAMP.match(written):
        return ""
    if (listed := LISTED.match(STRONG.sub(r"\2", HASHES.sub("", TAG.sub("", written))))) and not read_mark(
        tidy(bare(listed["rest"]))
    ):
        return f"{listed['dash']} {tidy(bare(listed['rest']))}"
    plain = ENCLOSED.sub(lambda match: unicodedata.normalize("NFKC", match.group()), bare(written))
    plain = plain[:2].translate(OTHER_ENCLOSED) + plain[2:]
    plain = DASHED.sub(r"\g<open>\g<tens>一\g<close>", ORNAMENT.sub("", plain))
    part = PART.match(plain) if read_mark(plain.strip()) else None
    return f"{tidy(part.group())} {tidy(plain[part.end() :])}" if part else tidy(plain)
