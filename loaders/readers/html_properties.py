"""What a page says about its document beside the text: its title, and properties such as 发文字号 and 成文日期."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from loaders.readers.html_blocks import Block, Blocks, Cell
from loaders.readers.page import Line
from loaders.vocabulary import lines as entries
from loaders.vocabulary import rows

PROPERTIES: dict[str, str] = {row[0]: row[1] for row in rows("page_properties.tsv")}
NAME = r"(?:[\u4e00-\u9fff][ \xa0\u3000]*){2,8}"
LABEL = re.compile(rf"(?:^|(?<=[\s;；|]))(?:(?P<label>{NAME})[:：]|[【\[](?P<bracketed>{NAME})[】\]][:：]?)\s*")
NAMES = "|".join(sorted(map(re.escape, PROPERTIES), key=len, reverse=True))
RUN_TOGETHER = re.compile(rf"(?P<name>{NAMES})[:：]\s*(?P<value>.*?)(?=(?:{NAMES})[:：]|$)")
EMPTY = re.compile(r"^(?:无|暂无|/|[-—]+|本站.{0,2}|原创|本网|网络|互联网|佚名)$")
"""What stands for no value: 来源：本站原创 names nobody."""
GENRES = "|".join(map(re.escape, entries("genres.txt")))
GENRE = re.compile(rf"(?:{GENRES}|法)(?:[”》」]|[（(][^（()）]*[)）])*$")
TITLED = re.compile(rf"关于.+的(?:{GENRES})|{GENRE.pattern}")
REPOSTED = re.compile(r"^[（(【\[](?:转载|转发)[)）】\]]\s*")
SITE = re.compile(r"\s*(?:[-_|—–]{1,2}|\xa0-\xa0|>>?|<<?)\s*[^-_|—–<>]*$")
MARK = re.compile(r"[《》〈〉“”\"'‘’「」（）()\[\]【】\s]+")
FRONT = 12
"""Blocks at the beginning of a document in which its title stands."""
SHORTEST_TITLE = 6
"""Characters; a shorter line is the name of a chapter or a mark (附件, 通知)."""
TITLE = "标题"
NOTHING = "-"
LONGEST_TITLE = 300
"""Characters; the longest titles, of many issuers, come to a hundred and fifty."""
HEADINGS = ("h1", "h2", "h3")
SENTENCE = re.compile(r"[。；]")


@dataclass(frozen=True, slots=True)
class Property:
    """What a page says of its document: the name of the field, its value, and the line where it stands."""

    name: str
    value: str
    line: int

    @property
    def as_line(self) -> Line:
        """The property as text files have it: 【发文字号】例政〔2021〕2号."""
        return Line(f"【{self.name}】{self.value}", self.line)


def split_front(work: Sequence[Block], cells: Sequence[Cell]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The properties that stand in the box of the document above its text, and the text: tables with names of
    properties in their cells, and lines such as 来源：…… 发布时间：……."""
    tables = _property_tables(work, cells)
    end = next((index for index, block in enumerate(work) if _is_text(block, cells, tables)), len(work))
    about = [block for block in work[:end] if _is_about(block, cells, tables)]
    return tuple(about), (*(block for block in work[:end] if block not in about), *work[end:])


def _property_tables(work: Sequence[Block], cells: Sequence[Cell]) -> set[int]:
    """The tables of which a third of the cells, and two at least, are names of properties."""
    filled: Counter[int] = Counter()
    named: Counter[int] = Counter()
    for block in work:
        if block.cell >= 0:
            filled[cells[block.cell].table] += 1
            named[cells[block.cell].table] += _squeezed(block.text) in PROPERTIES
    return {table for table, count in named.items() if count > 1 and 3 * count >= filled[table]}


def _is_text(block: Block, cells: Sequence[Cell], tables: set[int]) -> bool:
    return bool(SENTENCE.search(block.text)) and not _is_about(block, cells, tables)


def _is_about(block: Block, cells: Sequence[Cell], tables: set[int]) -> bool:
    label = LABEL.match(block.text)
    in_table = block.cell >= 0 and cells[block.cell].table in tables
    return in_table or (label is not None and _named(label) in PROPERTIES)


def read_properties(page: Blocks, before: Sequence[Block]) -> tuple[Property, ...]:
    """The properties that these blocks list.

    Reads, as sites have them: 索 引 号：|……|发文字号：|…… in cells, 文 号： …… or [文号] …… in a list, and several in
    one line, 文章来源：…… 作者：…… 发布时间：……, with or without white space between them. Left out is what is said in
    two ways: such a page lists other documents too."""
    found: dict[str, dict[str, int]] = {}
    for label, value, line in _pairs(page, before):
        name = PROPERTIES.get(label)
        if name and name != NOTHING and value and not EMPTY.match(value):
            found.setdefault(name, {}).setdefault(value, line)
    return tuple(
        Property(name, value, line)
        for name, values in found.items()
        for value, line in values.items()
        if len(values) == 1
    )


def _pairs(page: Blocks, blocks: Sequence[Block]) -> Iterator[tuple[str, str, int]]:
    """(label, value, line) of all that is labelled, in its own block or in the next one."""
    for index, block in enumerate(blocks):
        paired = block.cell >= 0 or page.boxes[block.box].tag == "dt"
        if paired and _squeezed(block.text) in PROPERTIES:
            yield _squeezed(block.text), _beside(blocks, index, page.cells), block.line
            continue
        labels = list(LABEL.finditer(block.text[:LONGEST_TITLE]))
        together = list(RUN_TOGETHER.finditer(block.text[:LONGEST_TITLE]))
        if len(together) > max(1, len(labels)) and not together[0].start():
            yield from ((match["name"], match["value"].strip(), block.line) for match in together)
            continue
        ends = [*(label.start() for label in labels[1:]), len(block.text)]
        for label, end in zip(labels, ends, strict=False):
            value = block.text[label.end() : end].strip(" \xa0\u3000\t;；|")
            if not value and end == len(block.text):
                value = _beside(blocks, index, page.cells)
            yield _named(label), value, block.line


def _beside(blocks: Sequence[Block], index: int, cells: Sequence[Cell]) -> str:
    """The block after this one, when it is no label itself; in a table, only when it stands in the next cell."""
    if index + 1 == len(blocks):
        return ""
    here, after = blocks[index], blocks[index + 1]
    if here.cell >= 0 and (after.cell != here.cell + 1 or cells[after.cell].row != cells[here.cell].row):
        return ""
    return "" if LABEL.match(after.text) else after.text.strip()


def read_title(
    page: Blocks, before: Sequence[Block], work: Sequence[Block], properties: Sequence[Property]
) -> Line | None:
    """The title that the page gives its document, where the text does not begin with one of its own."""
    front = work[:FRONT]
    said = _bare("".join(block.text for block in front))
    titles = [title for title in _titles(page, before, properties) if _is_title(title.text)]
    if any(_bare(title.text) in said for title in titles) or _has_title(front):
        return None
    return next(iter(titles), None)


def without_repeat(page: Blocks, work: Sequence[Block]) -> tuple[Block, ...]:
    """The document without the page's heading above it, where the text itself says that title once more."""
    start = 0
    while start < min(FRONT, len(work)) and _is_repeated(page, work[start], work[start + 1 : start + 1 + FRONT]):
        start += 1
    return tuple(work[start:])


def _is_repeated(page: Blocks, block: Block, below: Sequence[Block]) -> bool:
    heading = page.boxes[block.box].tag in HEADINGS or _is_title(block.text)
    return heading and _bare(block.text) in _bare("".join(other.text for other in below))


def _titles(page: Blocks, before: Sequence[Block], properties: Sequence[Property]) -> Iterator[Line]:
    """What may be the title, the surest first: that of the page's head for its article, the property 标题, the headings
    above the text, the nearest first, and the name of the page without that of the site."""
    yield from (_line(title, line) for title, line in page.titles)
    yield from (_line(entry.value, entry.line) for entry in properties if entry.name == TITLE)
    for box, run in groupby(reversed(before), key=lambda block: block.box):
        if page.boxes[box].tag in HEADINGS:  # one heading over several lines is one title
            *below, first = run
            yield _line("".join(block.text.strip() for block in (first, *reversed(below))), first.line)
    names = (block for block in before if page.boxes[block.box].tag == "title")
    yield from (_line(SITE.sub("", name.text), name.line) for name in names)


def _line(title: str, line: int) -> Line:
    return Line(REPOSTED.sub("", title.strip()), line)


def _is_title(text: str) -> bool:
    return SHORTEST_TITLE <= len(text) <= LONGEST_TITLE and bool(GENRE.search(text.strip()) or "关于" in text)


def _has_title(front: Sequence[Block]) -> bool:
    """Whether a line before the first sentence is a title, ends one, or has one glued to the number below it."""
    before = takewhile(lambda block: not SENTENCE.search(block.text), front)
    return any(
        SHORTEST_TITLE <= len(block.text) <= LONGEST_TITLE and TITLED.search(block.text.strip()) for block in before
    )


def _bare(title: str) -> str:
    return MARK.sub("", title)


def _named(label: re.Match[str]) -> str:
    return _squeezed(label["label"] or label["bracketed"])


def _squeezed(label: str) -> str:
    return re.sub(r"\s+", "", label).rstrip("：:").strip("【】[]")
