"""Whether what a PDF packs came through whole: damaged, it would be read with words missing, or with other ones."""

import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_DCT_DECODE,
    LITERALS_FLATE_DECODE,
    PDFStream,
    resolve1,
)
from pdfminer.psparser import literal_name

CHUNK = 1_000_000
"""Bytes that are unpacked at a time: a bomb is not unpacked as a whole."""
JPEG_END = b"\xff\xd9"
BEHIND = 1_000
"""Bytes that programs leave behind the end of a JPEG picture."""


def text_streams(page: Any) -> Iterator[PDFStream]:
    """What says the text of a page of pdfminer: its drawing, the forms that it draws, what the characters of its fonts
    mean."""
    contents = resolve1(page.contents)
    yield from _streams(contents if isinstance(contents, list) else [contents])
    yield from _drawn(page, "Form")
    yield from _streams(font.get("ToUnicode") for font in _resources(page, "Font") if isinstance(font, Mapping))


def picture_streams(page: Any) -> Iterator[PDFStream]:
    """The pictures on a page of pdfminer."""
    yield from _drawn(page, "Image")


def is_whole(stream: PDFStream) -> bool:
    """False where it is sure that a part of a stream is missing or another: deflated data that end early or do not fit
    their sum, a JPEG picture without its end. What was unpacked before is not looked at again."""
    data = stream.get_rawdata()
    if not data or stream.decipher:
        return True
    for kind, _ in stream.get_filters():
        if kind in LITERALS_FLATE_DECODE:
            return _is_whole_deflated(data)
        if kind in LITERALS_DCT_DECODE:
            return JPEG_END in data[-BEHIND:]
        if kind in LITERALS_ASCII85_DECODE:
            data = ascii85decode(data)
        elif kind in LITERALS_ASCIIHEX_DECODE:
            data = asciihexdecode(data)
        else:
            return True
    return True


def _is_whole_deflated(data: bytes) -> bool:
    """The sum of what was packed stands behind it; some programs leave it out."""
    unpacker, rest, found = zlib.decompressobj(-zlib.MAX_WBITS), data[2:], 1
    try:
        while rest and not unpacker.eof:
            found = zlib.adler32(unpacker.decompress(rest, CHUNK), found)
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return False
    said = unpacker.unused_data[:4]
    return unpacker.eof and (len(said) < 4 or int.from_bytes(said) == found)


def _drawn(page: Any, kind: str) -> Iterator[PDFStream]:
    for stream in _streams(_resources(page, "XObject")):
        if literal_name(resolve1(stream.get("Subtype"))) == kind:
            yield stream


def _resources(page: Any, kind: str) -> Iterator[Any]:
    found = resolve1((resolve1(page.resources) or {}).get(kind))
    yield from map(resolve1, found.values() if isinstance(found, Mapping) else ())


def _streams(found: Any) -> Iterator[PDFStream]:
    yield from (stream for stream in map(resolve1, found) if isinstance(stream, PDFStream))
