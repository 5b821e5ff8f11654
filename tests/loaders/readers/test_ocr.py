"""Scans and pictures: read by OCR with how sure it is, or refused with the command that installs it."""

import io

import numpy
import pytest
from PIL import Image, ImageDraw

from graph.errors import MissingExtra, UnreadableFile
from loaders.readers import ocr, picture
from loaders.readers.limits import USUAL, Limits
from loaders.readers.ocr import read_picture, read_sheet
from loaders.readers.sheet_text import read_sheets

WORDS = [([[100, 100], [420, 100], [420, 120], [100, 120]], "一、学校体育工作加强场地。", 0.98765)]


def picture_file(*pages, kind="PNG"):
    """A picture file with these pages."""
    file = io.BytesIO()
    pages[0].save(file, kind, **({"save_all": True, "append_images": pages[1:]} if len(pages) > 1 else {}))
    return file.getvalue()


def blank(width=595, height=842):
    """A white page."""
    return Image.new("RGB", (width, height), "white")


def lines_of(data, limits=USUAL):
    """The lines that the reader finds in this process."""
    return read_picture(data, "x.png", limits, tick=lambda *_, **__: None)


@pytest.fixture
def said(monkeypatch):
    """What the engine is made to read; each call takes the next one, the last one stays."""
    answers = [WORDS]
    monkeypatch.setattr(ocr, "is_there", lambda: True)
    monkeypatch.setattr(ocr, "_words", lambda _: answers.pop(0) if len(answers) > 1 else answers[0])
    return answers


def test_words_with_their_confidence(said):
    """What is read stands where it was found, with how sure the engine is."""
    (line,) = lines_of(picture_file(blank()))

    assert ("一、学校体育工作加强场地。", 0.988, 1) == (line.text.strip("\u3000"), line.confidence, line.page)


def test_dashes_between_numbers(said):
    """A dash between two numbers, or beside one at the edge, is no Chinese numeral: 3一5年 is 3—5年."""
    said[:] = [[(WORDS[0][0], text, 1.0)] for text in ("用3一5年时间一2", "一2一", "第一3中学")]

    found = [read_sheet(blank(), 1).glyphs[0].text for _ in range(3)]
    assert ["用3—5年时间一2", "—2—", "第一3中学"] == found


def test_sizes_are_evened():
    """Lines that are read a little too high or too low are lines of one size; a title is larger."""
    corners = [
        [[100, y], [100 + 12 * width, y], [100 + 12 * width, y + 20], [100, y + 20]]
        for y, width in ((100, 15), (140, 15.6), (180, 22))
    ]
    found = [(box, "一学校体育工作要加强场地和器材"[:15], 1.0) for box in corners]

    sizes = [glyph.size for glyph in ocr._glyphs(found, 1.0)]
    assert sizes[0] == sizes[1] < sizes[2]


def test_a_sheet_that_lies_askew(said):
    """A sheet is turned straight before it is read again; one on its side as well."""
    said[:] = [[([[100, 100], [420, 111], [420, 131], [100, 120]], "歪", 1.0)], WORDS]
    assert WORDS[0][1] == read_sheet(blank(), 1).glyphs[0].text

    said[:] = [[([[100, 100], [120, 100], [120, 420], [100, 420]], "竖", 1.0)], WORDS]
    turned = read_sheet(blank(), 1)
    assert (WORDS[0][1], 842) == (turned.glyphs[0].text, round(turned.width))


def test_ruled_tables(said):
    """The cells of a table are what its rules enclose; merged cells are larger."""
    page = blank(1190, 1684)
    drawn = ImageDraw.Draw(page)
    for y in (200, 300, 400):
        drawn.line([(200, y), (1000, y)], fill="black", width=2)
    for x in (200, 500, 1000):
        drawn.line([(x, 200), (x, 300 if x == 500 else 400)], fill="black", width=2)

    (boxes,) = read_sheet(page, 1).tables
    assert {(100, 100, 250, 150), (250, 100, 500, 150), (100, 150, 500, 200)} == {
        tuple(round(place / 50) * 50 for place in box) for box in boxes
    }


def test_pages_of_a_file(said):
    """A file may have several pages, up to the limit."""
    data = picture_file(blank(), Image.new("RGB", (595, 842), "gray"), kind="GIF")

    assert [1, 2] == [line.page for line in lines_of(data)]
    with pytest.raises(UnreadableFile, match=r"x\.png: 2 pages; at most 1 are read; --max-pages 2"):
        lines_of(data, Limits(pages=1))


@pytest.mark.parametrize("data", [b"", b"no picture", picture_file(blank())[:200]])
def test_damaged(said, data):
    """What is no picture, or only part of one, is damaged."""
    with pytest.raises(UnreadableFile, match=r"x\.png: a damaged picture"):
        lines_of(data)


def test_too_many_pixels(said):
    """A picture that would unpack to more pixels than any sheet is refused."""
    with pytest.raises(UnreadableFile, match="100,020,000 pixels; at most 100,000,000 are read; --max-size 201MB"):
        lines_of(picture_file(Image.new("1", (10_000, 10_002))))


def test_without_the_extra(monkeypatch):
    """Without the extra, the message says how to install it."""
    monkeypatch.setattr(ocr, "is_there", lambda: False)

    for read in (lambda: lines_of(picture_file(blank())), lambda: read_sheet(blank(), 1)):
        with pytest.raises(
            MissingExtra, match=r"reading scans and pictures needs .*pip install 'policy-cascade\[ocr\]'"
        ):
            read()


def test_the_engine():
    """The engine reads print with the models that come with it: digits and letters drawn large."""
    pytest.importorskip("rapidocr_onnxruntime")
    page = blank(1190, 600)
    ImageDraw.Draw(page).text((100, 200), "PM2.5 2021", fill="black", font_size=64)

    lines = picture.read_lines(picture_file(page), "x.png")
    assert ["PM2.52021"] == [line.text.strip("\u3000").replace(" ", "") for line in lines]
    assert lines[0].confidence > 0.8


def test_an_empty_picture():
    """A picture with nothing on it has no lines."""
    pytest.importorskip("rapidocr_onnxruntime")

    assert () == read_sheets([read_sheet(Image.fromarray(numpy.full((842, 595), 255, "uint8")), 1)])
