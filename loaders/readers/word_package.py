"""The parts of a Word document (ECMA-376): which XML holds the text, the styles, the numbers and the first page's head.

python-docx is not used: it opens no file with a dangling relation, which Word writes, nor one in the strict form, and
knows neither generated numbers nor text boxes nor tracked changes.
"""

import posixpath
import re
from dataclasses import dataclass
from typing import NoReturn
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from graph.errors import UnreadableFile
from loaders.readers.limits import Limits
from loaders.readers.zips import Archive

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OLE = b"\xd0\xcf\x11\xe0"
STRICT = (
    (rb"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (rb"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)


@dataclass(frozen=True, slots=True)
class Package:
    """The roots of the parts that we read; `first_head` is the head of the first page where it has one of its own."""

    body: Element
    styles: Element | None
    numbering: Element | None
    first_head: Element | None


def open_package(data: bytes, name: str, limits: Limits) -> Package:
    """The parts of the Word document in `data`. Raises UnreadableFile for what is none, damaged, or too big."""
    if data.startswith(OLE):
        raise UnreadableFile(name, "an old Word file, or one with a password; save it as .docx without a password")
    parts = _Parts(Archive(data, name, limits, kind="Word file"), limits)
    main = parts.target("", "officeDocument") or "word/document.xml"
    document = parts.root(main)
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise UnreadableFile(name, "no Word document is packed in it")
    return Package(
        body,
        parts.root(parts.target(main, "styles")),
        parts.root(parts.target(main, "numbering")),
        parts.root(parts.target(main, "header", _first_head(body))),
    )


def value(element: Element | None, path: str) -> str | None:
    """The w:val of the element at this path, such as "pPr/pStyle", below `element`."""
    found = child(element, path)
    return found.get(f"{W}val") if found is not None else None


def child(element: Element | None, path: str) -> Element | None:
    """The first element at this path of Word's own names below `element`."""
    for step in path.split("/"):
        if element is None:
            return None
        element = element.find(W + step)
    return element


def on(element: Element | None, path: str) -> bool:
    """Whether the switch at this path is there and not turned off."""
    found = child(element, path)
    return found is not None and found.get(f"{W}val") not in ("0", "false", "off")


def integer(written: str | None, default: int = 0) -> int:
    """The whole number that an attribute holds; `default` for a missing or senseless one."""
    return int(written) if written and re.fullmatch(r"-?\d{1,9}", written) else default


def _first_head(body: Element) -> str:
    """The relation of the first page's own head; "" without one. A head on the first page alone is no running head:
    it is where templates put the letterhead."""
    section = next(body.iter(f"{W}sectPr"), None)
    if section is None or not on(section, "titlePg"):
        return ""
    heads = (head for head in section.findall(f"{W}headerReference") if head.get(f"{W}type") == "first")
    return next((head.get(f"{R}id", "") for head in heads), "")


class _Parts:
    """The XML parts of a package, by name and by relation."""

    def __init__(self, archive: Archive, limits: Limits) -> None:
        self.archive = archive
        self.limits = limits
        self.names = {member.filename.lower(): member for member in archive.members}

    def root(self, part: str | None) -> Element | None:
        member = self.names.get((part or "").lower())
        if member is None:
            return None
        data = self.archive.read(member, self.limits.text)
        found = f"tags in {member.filename}"
        self.limits.refuse_more(self.archive.name, data.count(b"<"), self.limits.word_tags, found)
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        try:
            parser = ElementTree.XMLParser(target=_NoDoctype(self.archive.name))  # noqa: S314  # it takes no entities
            return ElementTree.fromstring(data, parser)  # noqa: S314  # as above
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise UnreadableFile(
                self.archive.name, f"a damaged {self.archive.kind}: {member.filename} in it is no sound XML: {error}"
            ) from error

    def target(self, part: str, kind: str, id: str | None = None) -> str | None:
        """The part to which `part` is related in this way, and by this id where one is given."""
        folder, file = posixpath.split(part)
        relations = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in relations if relations is not None else ():
            fits = id is None or relation.get("Id") == id
            if fits and relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        return None


class _NoDoctype(ElementTree.TreeBuilder):
    """A builder for parts of packages, in which no document type may be declared (ECMA-376 part 2, 8.1.4): entities,
    which would name other files or grow without end, are declared there."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def doctype(self, *_: str | None) -> NoReturn:
        raise UnreadableFile(self.name, "its XML declares a document type, which Word documents never do")
