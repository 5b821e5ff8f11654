"""Damaged files for bench/fuzzing.py: the sample in every format, changed as transport, programs and attackers do."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from random import Random

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("[0-9]*.txt"))
LINES = 30
"""Lines of the sample in one input: enough for a head, clauses and part of a table."""
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16")
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOMB = 30_000_000
"""Bytes of a member that is packed a thousandfold."""
LAUGHS = '<!DOCTYPE a [<!ENTITY b "&c;&c;&c;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
STRANGE = (
    "\0", "\ufeff", "\u202e", "\ud7ff\ue000", "\U0010ffff", "<", ">", '"', "&#99999999999;", "&lt;&#x0;", "]]>", "<!--",
    "<![CDATA[", "&b;", LAUGHS, "<table>" * 300, "<div>" * 3000, "</w:p>", "<w:tbl><w:tr><w:tc>" * 200, "（" * 500,
    "第" * 500, "一、" * 300, "1." * 300, "《" * 500, "\t" * 500, "\n" * 3000, " " * 5000, "|" * 500, "二〇" * 500,
    '<td colspan="99999999999999999999" rowspan=1000000>', "不少于" * 200, "、" * 500, "万" * 300, "-" * 2000,
)  # fmt: skip
TAG = re.compile(r"<[^<>]*>")
CLOSED = re.compile(r"<[^<>]*/>|<(w:p|w:t|w:tc|td|p)>[^<>]*</\1>")  # without it, XML is XML still
NUMBER = re.compile(r"\d+")
GIANTS = (0, 1, 2**31, 2**63, 10**30, 10**400, 10**4000)


# whole files --------------------------------------------------------------------------------------------------


def sample_lines(rng: Random) -> list[str]:
    """Some lines of a document of the sample, from its beginning or from further on."""
    lines = rng.choice(SAMPLES).read_text(encoding="utf-8").splitlines()
    start = rng.choice((0, 0, rng.randrange(len(lines))))
    return lines[start : start + LINES]


def as_text(lines: list[str], rng: Random) -> bytes:
    """A text file."""
    return damaged_text("\n".join(lines), rng).encode(rng.choice(ENCODINGS), "replace")


def as_html(lines: list[str], rng: Random) -> bytes:
    """A web page, rows as a table."""
    body = "".join(_html_line(line) for line in lines)
    page = (
        f'<html><head><meta charset="utf-8"><title>{lines[0]}</title></head><body><div class=text>{body}</div></body>'
    )
    return damaged_text(page, rng).encode(rng.choice(ENCODINGS), "replace")


def _html_line(line: str) -> str:
    if "\t" in line:
        return f"<table><tr>{''.join(f'<td colspan=1>{escape(cell)}</td>' for cell in line.split(chr(9)))}</tr></table>"
    return f'<p style="text-indent: 2em">{escape(line)}</p>\n'


def as_docx(lines: list[str], rng: Random) -> bytes:
    """A Word document, one of its parts damaged."""
    body = "".join(_word_line(line) for line in lines)
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    kinds = ("styles", "numbering")
    related = "".join(f'<Relationship Id="r{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>' for kind in kinds)
    main = f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    parts = {
        "_rels/.rels": f"<Relationships>{main}</Relationships>",
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>",
        "word/numbering.xml": f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>',
        "word/styles.xml": f'<w:styles {NAMES}><w:style w:styleId="a"><w:basedOn w:val="a"/></w:style></w:styles>',
    }
    hit = rng.choice(("word/document.xml", *parts))
    return zipped({name: _xml(part, rng, hit=name == hit) for name, part in parts.items()}, rng)


def _word_line(line: str) -> str:
    if "\t" in line:
        cells = (f"<w:tc><w:tcPr/><w:p><w:r><w:t>{escape(cell)}</w:t></w:r></w:p></w:tc>" for cell in line.split("\t"))
        return f'<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr>{"".join(cells)}</w:tr></w:tbl>'
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' if len(line) % 3 == 0 else ""
    return f"<w:p>{numbered}<w:r><w:t>{escape(line)}</w:t></w:r></w:p>"


def _xml(part: str, rng: Random, *, hit: bool) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>{damaged_text(part, rng) if hit else part}'.encode(
        "utf-8", "replace"
    )


def as_zip(lines: list[str], rng: Random) -> bytes:
    """A ZIP file of documents in several formats."""
    text = "\n".join(lines)
    members = {"甲/a.txt": text.encode(), "b.docx": as_docx(lines, rng), "c.html": as_html(lines, rng)}
    if rng.random() < 0.05:
        members["bomb.txt"] = b" " * BOMB
    return zipped(members, rng)


def zipped(members: Mapping[str, bytes], rng: Random) -> bytes:
    """A ZIP file with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", rng.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as packed:
        for name, data in members.items():
            packed.writestr(name, data, zipfile.ZIP_DEFLATED if len(data) == BOMB else None)
    return file.getvalue()


def as_pdf(lines: list[str], rng: Random) -> bytes:
    """A PDF: text, rules and a picture, compressed or not."""
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415  # slow, and only here
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415  # likewise
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # noqa: PLC0415  # likewise
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  # likewise

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    drawn = Canvas(file, pageCompression=rng.randrange(2), invariant=True)
    for start in range(0, len(lines), 25):
        drawn.setFont("STSong-Light", 14)
        for row, line in enumerate(lines[start : start + 25]):
            drawn.drawString(90, 780 - 28 * row, line[:30])
        drawn.grid([80, 300, 500], [100, 400, 800])
        drawn.drawImage(ImageReader(io.BytesIO(as_picture(lines, rng, side=60))), 300, 300, 60, 60)
        drawn.showPage()
    drawn.save()
    return file.getvalue()


def as_picture(_: list[str], rng: Random, side: int = 600) -> bytes:
    """A picture with printed words, in one of the formats that scanners write."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  # slow, and only here

    picture = Image.new("RGB", (side, side), "white")
    drawn = ImageDraw.Draw(picture)
    for row in range(side // 60):
        drawn.text((40, 20 + 60 * row), f"PM2.5 {rng.randrange(10**6)}", fill="black", font_size=24)
    file = io.BytesIO()
    picture.save(file, "PNG" if side < 600 else rng.choice(("PNG", "JPEG", "TIFF")))
    return file.getvalue()


FORMATS: Mapping[str, tuple[str, Callable[[list[str], Random], bytes]]] = {
    "text": (".txt", as_text),
    "html": (".html", as_html),
    "docx": (".docx", as_docx),
    "zip": (".zip", as_zip),
    "pdf": (".pdf", as_pdf),
    "picture": (".png", as_picture),
}
"""Each format: the suffix of its files, and what makes one."""


# damage -------------------------------------------------------------------------------------------------------


def damaged_text(text: str, rng: Random) -> str:
    """The text of a file changed up to four times."""
    for _ in range(rng.randrange(5)):
        text = rng.choice((without_tags, with_giant, with_strange, with_block_moved, with_block_repeated))(text, rng)
    return text


def without_tags(text: str, rng: Random) -> str:
    """Some tags are deleted; in plain text, some of the numbers."""
    pattern = rng.choice((TAG, CLOSED, CLOSED)) if TAG.search(text) else NUMBER
    found = [match.span() for match in pattern.finditer(text)]
    for start, end in sorted(rng.sample(found, min(len(found), rng.randint(1, 5))), reverse=True):
        text = text[:start] + text[end:]
    return text


def with_giant(text: str, rng: Random) -> str:
    """A number is one that no document has."""
    found = list(NUMBER.finditer(text))
    if not found:
        return text
    start, end = rng.choice(found).span()
    return f"{text[:start]}{rng.choice(GIANTS)}{text[end:]}"


def with_strange(text: str, rng: Random) -> str:
    """Something stands in it that programs stumble over."""
    place = rng.randrange(len(text) + 1)
    return text[:place] + rng.choice(STRANGE) + text[place:]


def with_block_moved(text: str, rng: Random) -> str:
    """A block of it stands elsewhere."""
    start, end = _block(len(text), rng)
    rest = text[:start] + text[end:]
    place = rng.randrange(len(rest) + 1)
    return rest[:place] + text[start:end] + rest[place:]


def with_block_repeated(text: str, rng: Random) -> str:
    """A block of it stands there many times."""
    start, end = _block(len(text), rng)
    return text[:end] + text[start:end] * rng.choice((1, 3, 30)) + text[end:]


def _block(length: int, rng: Random) -> tuple[int, int]:
    start = rng.randrange(length + 1)
    return start, min(start + rng.choice((1, 10, 100, 1000)), length)


def flipped(data: bytes, rng: Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 30))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(data: bytes, rng: Random) -> bytes:
    """The end is missing."""
    return data[: rng.randrange(len(data))]


def holed(data: bytes, rng: Random) -> bytes:
    """A block is missing, or there twice."""
    start, end = _block(len(data), rng)
    return (
        data[:end] + data[start if rng.random() < 0.5 else end :] if rng.random() < 0.5 else data[:start] + data[end:]
    )


def overwritten(data: bytes, rng: Random) -> bytes:
    """A block is that of another place."""
    start, end = _block(len(data), rng)
    source = rng.randrange(len(data))
    return data[:start] + data[source : source + end - start] + data[end:]


def renumbered(data: bytes, rng: Random) -> bytes:
    """A number that is written in digits is one that no file has."""
    return with_giant(data.decode("latin-1"), rng).encode("latin-1")


def damaged(kind: str, number: int, seed: int) -> bytes:
    """Input `number` of a format: the same one for the same seed."""
    rng = Random(f"{seed} {kind} {number}")
    data = FORMATS[kind][1](sample_lines(rng) or [""], rng)
    binary = kind in ("pdf", "picture")
    for _ in range(rng.randint(1, 3) if binary else rng.choice((0, 0, 0, 0, 1, 2))):
        data = rng.choice((flipped, cut, holed, overwritten, renumbered))(data or b"\n", rng)
    return data
