"""What a PDF packs: whole, or damaged on the way."""

import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT
from PIL import Image
from printed import pdf_file, written
from reportlab.lib.utils import ImageReader

from graph.errors import UnreadableFile
from loaders.readers import ocr, pdf_pages
from loaders.readers.limits import USUAL
from loaders.readers.pdf_streams import is_whole
from loaders.readers.sheets import Sheet

PACKED = zlib.compress("一、开展示例工作。".encode() * 20)


def stream(data, *filters):
    """A stream of a PDF."""
    return PDFStream({"Filter": [LIT(name) for name in filters]}, data)


@given(st.binary(max_size=300))
def test_whole_streams(data):
    """What was packed is whole, with or without its sum, and with what programs leave behind it."""
    packed = zlib.compress(data)

    for found in (packed, packed[:-4], packed + b"\r\n"):
        assert is_whole(stream(found, "FlateDecode"))


@given(st.integers(2, len(PACKED) - 5), st.integers(1, 255))
def test_damaged_streams(place, change):
    """One byte that is another, or an end that is missing, is noticed."""
    other = PACKED[:place] + bytes([PACKED[place] ^ change]) + PACKED[place + 1 :]

    assert not is_whole(stream(other, "FlateDecode"))
    assert not is_whole(stream(PACKED[:place], "FlateDecode"))


def test_streams_packed_twice():
    """Deflated data that are written in letters are looked at all the same."""
    for name, write in (("ASCIIHexDecode", lambda data: data.hex().encode() + b">"),):
        assert is_whole(stream(write(PACKED), name, "FlateDecode"))
        assert not is_whole(stream(write(PACKED[:-9]), name, "FlateDecode"))


@pytest.mark.parametrize(
    ("data", "whole"), [(b"\xff\xd8 \xff\xd9", True), (b"\xff\xd8 \xff\xd9\0\0", True), (b"\xff\xd8 ", False)]
)
def test_jpeg_pictures(data, whole):
    """A JPEG picture ends with its mark."""
    assert whole is is_whole(stream(data, "DCTDecode"))


def test_streams_of_which_nothing_is_known():
    """What is not packed, or in another way, is taken as it is."""
    assert is_whole(stream(b"x"))
    assert is_whole(stream(b"x", "JBIG2Decode"))
    assert is_whole(stream(b"", "FlateDecode"))


def lines_of(data):
    """The lines that the reader finds in this process."""
    return pdf_pages.read_pdf(data, "x.pdf", USUAL, tick=lambda *_, **__: None)


def damaged(data, number):
    """The PDF with one byte of a stream changed."""
    found = list(re.finditer(rb"stream\r?\n", data))[2 * number]  # "endstream" ends like it
    place = found.end() + 20
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def scan(drawn):
    """A page that is a picture."""
    drawn.drawImage(ImageReader(Image.linear_gradient("L")), 0, 0, 595, 842)


def read_by_ocr(monkeypatch):
    """The pages that are given to the OCR, which finds nothing on them."""
    found = []
    monkeypatch.setattr(ocr, "read_sheet", lambda _, number: found.append(number) or Sheet(number, 595, ()))
    return found


def test_a_page_that_lost_bytes(monkeypatch):
    """A text that came through with one byte changed is refused: a number in it may be another."""
    data = pdf_file(written(["一、到2025年，建成50所。"] * 9), pageCompression=1)
    assert lines_of(data)

    with pytest.raises(UnreadableFile, match="a damaged PDF: page 1 does not unpack"):
        lines_of(damaged(data, 0))


def test_a_scan_that_lost_bytes(monkeypatch):
    """A damaged picture is not given to the OCR, nor is any page before it."""
    data = pdf_file(scan, pageCompression=1)
    seen = read_by_ocr(monkeypatch)
    lines_of(data)
    assert [1] == seen

    with pytest.raises(UnreadableFile, match="a damaged PDF: page 1 does not unpack"):
        lines_of(damaged(data, 0))
    assert [1] == seen


def test_lost_text_is_not_guessed(monkeypatch):
    """Where the list of a file's objects is broken, a whole scan is read; a page without text has lost it."""
    seen = read_by_ocr(monkeypatch)
    lines_of(pdf_file(scan, pageCompression=1).replace(b"startxref\n", b"startxref\n9"))
    assert [1] == seen

    def outlines(drawn):
        for n in range(60):
            drawn.circle(90 + 5 * n, 500, 2)

    with pytest.raises(UnreadableFile, match="a damaged PDF: page 1 has lost its text"):
        lines_of(pdf_file(outlines).replace(b"startxref\n", b"startxref\n9"))
    assert [1] == seen
