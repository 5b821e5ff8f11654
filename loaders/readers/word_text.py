"""The words of a Word paragraph: tracked deletions, field codes and hidden text left out, text boxes set apart."""

import re
from collections.abc import Callable, Iterable, Iterator
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
LEFT_OUT = {W + name for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "rt", "sdtPr", "delText")}
PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
ENCLOSED = re.compile(r"\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇]\s*[,;，]\s*(?P<number>\d{1,2})\s*\)", re.IGNORECASE)
SYMBOLS = {(font, chr(int(code, 16))): meant for font, code, meant in rows("symbol_fonts.tsv")}
PRIVATE = re.compile("[\uf000-\uf0ff]")
UNKNOWN = "\ufffd"


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
        self._readers: dict[str, Callable[[Element], Iterable[str | Element]]] = {
            f"{W}t": self._leaf,
            MATH_TEXT: self._leaf,
            f"{W}sym": lambda part: self._shown(_symbol(part)),
            f"{W}tab": lambda _: self._shown("\t"),
            f"{W}ptab": lambda _: self._shown("\t"),
            f"{W}br": lambda _: self._shown(BREAK),
            f"{W}cr": lambda _: self._shown(BREAK),
            f"{W}noBreakHyphen": lambda _: self._shown("-"),
            WORD_ART: lambda part: self._shown(part.get("string", "")),
            BOX: self._shown,
            f"{W}r": self._run,
            f"{W}fldChar": self._field,
            f"{W}instrText": self._code,
            f"{W}fldSimple": self._simple_field,
            f"{COMPATIBLE}AlternateContent": self._alternative,
            **dict.fromkeys(LEFT_OUT, lambda _: ()),
        }

    def pieces(self, paragraph: Element) -> list[str | Element]:
        """The words of a paragraph, BREAK where its line is broken by hand, and its text boxes where they are tied."""
        self._fields = [field for field in self._fields if field.shown]  # the others cannot go on: an end is missing
        return [piece for piece in self._inside(paragraph) if piece != ""]

    def _inside(self, whole: Element) -> Iterator[str | Element]:
        for part in whole:
            yield from self._readers.get(part.tag, self._inside)(part)

    def _shown(self, piece: str | Element) -> Iterable[str | Element]:
        return (piece,) if all(field.shown for field in self._fields) else ()

    def _leaf(self, part: Element) -> Iterable[str | Element]:
        return self._shown(part.text or "")

    def _run(self, run: Element) -> Iterator[str | Element]:
        if not on(run, "rPr/vanish"):
            yield from (_set(piece, run) if isinstance(piece, str) else piece for piece in self._inside(run))

    def _alternative(self, part: Element) -> Iterable[str | Element]:
        """The first of the branches that says anything: all of them hold the same for different versions of Word."""
        branches = ([piece for piece in self._inside(branch) if piece != ""] for branch in part)
        return next(filter(None, branches), ())

    def _simple_field(self, part: Element) -> Iterable[str | Element]:
        return () if PAGE_FIELD.match(part.get(f"{W}instr", "")) else self._inside(part)

    def _code(self, part: Element) -> Iterable[str | Element]:
        if self._fields and not self._fields[-1].result:
            self._fields[-1].code += part.text or ""
        return ()

    def _field(self, part: Element) -> Iterable[str | Element]:
        """Keep up with fields; the circled number that one draws (EQ \\o\\ac(○,11)) stands in its code alone."""
        kind = part.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            return self._shown(_drawn(self._fields.pop()))
        return ()


def _drawn(field: Field) -> str:
    match = ENCLOSED.match(field.code)
    if field.result or not match:
        return ""
    number = int(match["number"])
    return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else f"（{number}）"


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
