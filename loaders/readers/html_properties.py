"""What a page says about its document beside the text: its title, and properties such as 发文字号 and 成文日期."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.readers.html_blocks import Block, Blocks, Cell
from loaders.readers.page import Line
from loaders.vocabulary import lines as entries
from loaders.vocabulary import rows

PROPERTIES: dict[str, str] = {row[0]: row[1] for row in rows("page_properties.tsv")}
LABEL = re.compile(r"(?:^|(?<=[\s;；|]))[【\[]?(?P<label>(?:[\u4e00-\u9fff][ \xa0\u3000]*){2,8})[】\]]?[:：]\s*")
EMPTY = re.compile(r"^(?:无|暂无|/|[-—]+)$")
GENRE = re.compile(rf"(?:{'|'.join(map(re.escape, entries('genres.txt')))})[”》」）)]*$")
SITE = re.compile(r"\s*(?:[-_|—–]{1,2}|\xa0-\xa0|>>?|<<?)\s*[^-_|—–<>]*$")
MARK = re.compile(r"[《》〈〉“”\"'‘’「」（）()\[\]【】\s]+")
FRONT = 12
"""Blocks at the beginning of a document in which its title stands."""
SHORTEST_TITLE = 6
"""Characters; a shorter line is the name of a chapter or a mark (附件, 通知)."""
TITLE = "标题"
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


def read_properties(before: Sequence[Block], cells: Sequence[Cell]) -> tuple[Property, ...]:
    """The properties that these blocks list.

    Reads, as sites have them: 索 引 号：|……|发文字号：|…… in cells, 文 号： …… in a list, and several in one line,
    文章来源：…… 作者：…… 发布时间：……. What is said in two ways (a page that lists other documents too) is left out."""
    found: dict[str, dict[str, int]] = {}
    for label, value, line in _pairs(before, cells):
        name = PROPERTIES.get(label)
        if name and value and not EMPTY.match(value):
            found.setdefault(name, {}).setdefault(value, line)
    return tuple(
        Property(name, value, line)
        for name, values in found.items()
        for value, line in values.items()
        if len(values) == 1
    )


def _pairs(blocks: Sequence[Block], cells: Sequence[Cell]) -> Iterator[tuple[str, str, int]]:
    """(label, value, line) of all that is labelled, in its own block or in the next one."""
    for index, block in enumerate(blocks):
        if block.cell >= 0 and _squeezed(block.text) in PROPERTIES:
            yield _squeezed(block.text), _beside(blocks, index, cells), block.line
            continue
        labels = list(LABEL.finditer(block.text))
        ends = [*(label.start() for label in labels[1:]), len(block.text)]
        for label, end in zip(labels, ends, strict=False):
            value = block.text[label.end() : end].strip(" \xa0\u3000\t;；|")
            if not value and end == len(block.text):
                value = _beside(blocks, index, cells)
            yield _squeezed(label["label"]), value, block.line


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
    titles = [title for title in _titles(page, before, properties) if title.text]
    front = _bare("".join(block.text for block in work[:FRONT]))
    if any(_bare(title.text) in front for title in titles) or _has_title(work[:FRONT]):
        return None
    return next((title for title in titles if GENRE.search(title.text)), next(iter(titles), None))


def _titles(page: Blocks, before: Sequence[Block], properties: Sequence[Property]) -> Iterator[Line]:
    """What may be the title, the surest first: that of the page's head for its article, the property 标题, the heading
    nearest above the text, and the name of the page, where it ends in a kind of document (通知) without the site's."""
    yield from (Line(title, line) for title, line in page.titles)
    yield from (Line(entry.value, entry.line) for entry in properties if entry.name == TITLE)
    yield from (_line(block) for block in reversed(before) if page.boxes[block.box].tag in HEADINGS)
    names = (_line(block) for block in before if page.boxes[block.box].tag == "title")
    yield from (Line(title, name.number) for name in names if GENRE.search(title := SITE.sub("", name.text)))


def _line(block: Block) -> Line:
    return Line(block.text.strip(), block.line)


def _has_title(front: Sequence[Block]) -> bool:
    """Whether a line before the first sentence is a title, or ends one."""
    for block in front:
        if SENTENCE.search(block.text):
            return False
        if len(block.text) > SHORTEST_TITLE and GENRE.search(block.text.strip()):
            return True
    return False


def _bare(title: str) -> str:
    return MARK.sub("", title)


def _squeezed(label: str) -> str:
    return re.sub(r"\s+", "", label).rstrip("：:").strip("【】[]")
