"""The words of a Word paragraph: tracked deletions, field codes and hidden text left out, text boxes set apart."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from graph.ids import CIRCLED
from loaders.readers.characters import raised
from loaders.readers.word_package import W, child, on, value
from loaders.vocabulary import rows

BREAK = "\n"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
BOX = f"{W}txbxContent"
LEFT_OUT = {W + name for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "rt", "sdtPr", "instrText", "delText")}
PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
ENCLOSED = re.compile(r"\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇]\s*[,;，]\s*(?P<number>\d{1,2})\s*\)", re.IGNORECASE)
SYMBOLS = {(font, chr(int(code, 16))): meant for font, code, meant in rows("symbol_fonts.tsv")}
PRIVATE = re.compile("[\uf000-\uf0ff]")
UNKNOWN = "\ufffd"
PLAIN = {"tab": "\t", "ptab": "\t", "cr": BREAK, "br": BREAK, "noBreakHyphen": "-", "softHyphen": ""}


@dataclass(slots=True)
class Field:
    """A field while it is read: its code so far, and whether its result has begun."""

    code: str = ""
    result: bool = False

    @property
    def shown(self) -> bool:
        """Whether what stands here is text: a result, but not that of a page number."""
        return self.result and not PAGE_FIELD.match(self.code)


class Words:
    """Reads paragraphs in order; a field that spans several is remembered between them."""

    def __init__(self) -> None:
        self._fields: list[Field] = []
        self._leaves: dict[str, Callable[[Element], str | Element]] = {
            f"{W}t": lambda leaf: leaf.text or "",
            MATH_TEXT: lambda leaf: leaf.text or "",
            WORD_ART: lambda leaf: leaf.get("string", ""),
            f"{W}sym": _symbol,
            BOX: lambda leaf: leaf,
            **{W + name: lambda _, text=text: text for name, text in PLAIN.items()},  # type: ignore[misc]  # mypy does not type lambdas with defaults
        }

    def pieces(self, paragraph: Element) -> list[str | Element]:
        """The words of a paragraph, BREAK where its line is broken by hand, and its text boxes where they are tied."""
        self._fields = [field for field in self._fields if field.shown]  # the others cannot go on: an end is missing
        return [piece for piece in self._inside(paragraph) if piece != ""]

    def _inside(self, whole: Element) -> Iterator[str | Element]:
        for part in whole:
            yield from self._part(part)

    def _part(self, part: Element) -> Iterator[str | Element]:
        if part.tag in (f"{W}fldChar", f"{W}instrText"):
            yield self._field(part)
        elif part.tag in LEFT_OUT or (part.tag == f"{W}r" and on(part, "rPr/vanish")):
            return
        elif part.tag in self._leaves:
            if all(field.shown for field in self._fields):
                yield self._leaves[part.tag](part)
        elif part.tag == f"{W}r":
            yield from (_set(piece, part) if isinstance(piece, str) else piece for piece in self._inside(part))
        elif part.tag == f"{COMPATIBLE}AlternateContent":
            yield from self._alternative(part)
        elif part.tag != f"{W}fldSimple" or not PAGE_FIELD.match(part.get(f"{W}instr", "")):
            yield from self._inside(part)

    def _alternative(self, part: Element) -> Iterator[str | Element]:
        """The first of the branches that says anything: all of them hold the same for different versions of Word."""
        for branch in part:
            if found := [piece for piece in self._inside(branch) if isinstance(piece, Element) or piece]:
                yield from found
                return

    def _field(self, part: Element) -> str:
        """Keep up with fields; the circled number that one draws (EQ \\o\\ac(○,11)) stands in its code alone."""
        kind = part.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(Field())
        elif not self._fields:
            return ""
        elif kind == "separate":
            self._fields[-1].result = True
        elif kind == "end":
            field = self._fields.pop()
            if (match := ENCLOSED.match(field.code)) and not field.result:
                number = int(match["number"])
                return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else f"（{number}）"
        elif not self._fields[-1].result:
            self._fields[-1].code += part.text or ""
        return ""


def _symbol(leaf: Element) -> str:
    code = leaf.get(f"{W}char", "")
    font = leaf.get(f"{W}font", "")
    if not re.fullmatch(r"[0-9A-Fa-f]{2,4}", code):
        return UNKNOWN
    place = int(code, 16)
    return SYMBOLS.get((font, chr(place | 0xF000)), UNKNOWN if place >= 0xF000 else chr(place))


def _set(text: str, run: Element) -> str:
    """The text of a run with what its setting says: characters of symbol fonts, raised digits (10¹⁸ is not 1018)."""
    fonts = child(run, "rPr/rFonts")
    if fonts is not None and PRIVATE.search(text):
        font = fonts.get(f"{W}ascii", "")
        text = PRIVATE.sub(lambda match: SYMBOLS.get((font, match.group()), UNKNOWN), text)
    return raised(text) if value(run, "rPr/vertAlign") == "superscript" else text
