"""The only module that knows lxml: a page's text as opening tags, closing tags and text, each with its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from graph.errors import UnreadableFile

LAST_LINE = 65_535
"""The line that libxml2 gives to everything behind it; from there on the line ends in the text are counted."""


@dataclass(frozen=True, slots=True)
class Start:
    """An opening tag, its names in lower case."""

    tag: str
    attributes: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class End:
    """A closing tag, written or not."""

    tag: str


@dataclass(frozen=True, slots=True)
class Text:
    """Text between tags; `line` is where it begins."""

    text: str
    line: int


Event = Start | End | Text


def read_events(source: str, name: str) -> Iterator[Event]:
    """The page as a browser would build it: every element closed, in the order of the source.

    Raises UnreadableFile where elements nest deeper than the parser goes (2,048)."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, recover=True)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise UnreadableFile(name, f"not read as HTML: {error}") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableFile(name, "elements nested deeper than the parser goes, or names longer")
    return iter(()) if root is None else _events(root)


def _events(root: Any) -> Iterator[Event]:
    line = 1
    for kind, element in etree.iterwalk(root, events=("start", "end")):
        if kind == "start":
            line = max(line, element.sourceline or 0) if line < LAST_LINE else line
            yield Start(element.tag.lower(), {key.lower(): value for key, value in element.attrib.items()}, line)
            text = element.text
        else:
            yield End(element.tag.lower())
            text = element.tail
        if text:
            yield Text(text, line)
            line += text.count("\n")
