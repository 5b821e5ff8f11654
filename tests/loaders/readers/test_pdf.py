"""PDF files: their text where it stands, and what is refused."""

import json
import time

import pytest
from PIL import Image
from printed import HEIGHT, glyphs, pdf_file, set_lines, written
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from graph.errors import MissingExtra, UnreadableFile
from loaders.readers import apart, ocr, pdf_pages
from loaders.readers.apart import answer
from loaders.readers.limits import USUAL, Limits
from loaders.readers.pdf import read_lines
from loaders.readers.sheets import Sheet

SENTENCES = [
    "一、全市中小学校要把体育工作摆在更加突出的位置，统筹安排场地和经费，确保每天一小时。",
    "二、各县区要建立工作机制。",
    "三、教育部门负责指导，财政部门负责保障，体育部门负责开放场馆，卫生健康部门负责监测。",
    "四、每年报告一次进展情况。",
    "五、到2025年，全市新建和改造运动场180片，场馆开放率达到85%以上。",
]


def lines_of(data, pages=1000):
    """The lines that the reader finds in this process."""
    return pdf_pages.read_pdf(data, "x.pdf", Limits(pages=pages), tick=lambda *_, **__: None)


def texts(data):
    """The words of those lines."""
    return [line.text.strip("\u3000") for line in lines_of(data)]


def test_paragraphs_of_a_pdf():
    """A PDF is read in another process: paragraphs, page numbers left out, each with its page."""
    printed = set_lines(SENTENCES)

    def numbered(number, lines):
        def draw(drawn):
            written(lines)(drawn)
            drawn.drawString(280, 40, f"— {number} —")

        return draw

    lines = read_lines(pdf_file(numbered(1, printed[:4]), numbered(2, printed[4:])), "x.pdf")
    assert SENTENCES == [line.text.strip("\u3000") for line in lines]
    assert [1, 1, 1, 2, 2] == [line.page for line in lines]
    assert {None} == {line.confidence for line in lines}


def grid(lefts, tops):
    """A function that rules a table; places are those of the test, from the top."""
    return lambda drawn: drawn.grid(lefts, [HEIGHT - top for top in tops])


def test_a_ruled_table():
    """A ruled table is rows with cells."""

    def draw(drawn):
        grid([90, 200, 400], [100, 130, 160])(drawn)
        for left, top, text in ((95, 120, "序号"), (205, 120, "任务"), (95, 150, "1"), (205, 150, "培训")):
            drawn.drawString(left, HEIGHT - top, text)

    assert [("序号", "任务"), ("1", "培训")] == [line.cells for line in lines_of(pdf_file(draw))]


def test_a_table_without_outer_lines():
    """A table that is open to both sides has its outer columns all the same."""

    def draw(drawn):
        for top in (100, 130, 160):
            drawn.line(90, HEIGHT - top, 400, HEIGHT - top)
        for left in (200, 300):
            drawn.line(left, HEIGHT - 100, left, HEIGHT - 160)
        for column, left in enumerate((95, 205, 305)):
            drawn.drawString(left, HEIGHT - 120, ("序号", "任务", "单位")[column])
            drawn.drawString(left, HEIGHT - 150, ("1", "培训", "局")[column])

    assert [("序号", "任务", "单位"), ("1", "培训", "局")] == [line.cells for line in lines_of(pdf_file(draw))]


def test_a_row_that_a_page_break_tears():
    """A row that is open to the foot of its page is a row."""

    def draw(drawn):
        for top in (100, 130):
            drawn.line(90, HEIGHT - top, 400, HEIGHT - top)
        for left in (90, 200, 400):
            drawn.line(left, HEIGHT - 100, left, HEIGHT - 160)
        for column, left in enumerate((95, 205)):
            drawn.drawString(left, HEIGHT - 120, ("序号", "任务")[column])
            drawn.drawString(left, HEIGHT - 150, ("1", "培训")[column])

    assert [("序号", "任务"), ("1", "培训")] == [line.cells for line in lines_of(pdf_file(draw))]


def torn(lefts, top, foot, levels):
    """A function that draws a table whose rows a page break tears: upright lines down to the foot of the page, level
    ones as (place, from, to)."""

    def draw(drawn):
        for left in lefts:
            drawn.line(left, HEIGHT - top, left, HEIGHT - foot)
        for place, start, end in levels:
            drawn.line(start, HEIGHT - place, end, HEIGHT - place)

    return draw


def words(drawn, *placed):
    """Draw texts at places from the left and from the top."""
    for left, top, text in placed:
        drawn.drawString(left, HEIGHT - top, text)


def test_a_row_that_is_torn_in_some_cells():
    """A row is one where only some of its cells end above the foot of the page."""

    def draw(drawn):
        torn((90, 200, 400), 100, 160, [(100, 90, 400), (130, 90, 400), (160, 90, 200)])(drawn)
        words(drawn, (95, 120, "序号"), (205, 120, "任务"), (95, 150, "1"), (205, 150, "培训"))

    assert [("序号", "任务"), ("1", "培训")] == [line.cells for line in lines_of(pdf_file(draw))]


def test_the_rest_of_a_row_alone_on_its_page():
    """What is left of the last row goes on with it, though no line parts rows on its page."""

    def first(drawn):
        torn((90, 200, 400), 100, 160, [(100, 90, 400), (130, 90, 400)])(drawn)
        words(drawn, (95, 120, "序号"), (205, 120, "任务"), (95, 150, "1"), (205, 150, "培训"))

    def second(drawn):
        torn((90, 200, 400), 100, 130, [(130, 90, 400)])(drawn)
        words(drawn, (205, 120, "教师"))

    assert [("序号", "任务"), ("1", "培训\n教师")] == [line.cells for line in lines_of(pdf_file(first, second))]


def test_a_table_torn_by_columns():
    """The end of a table in one column does not close its part in the other, and neither reaches into the other."""

    def draw(drawn):
        torn((60, 120, 280), 100, 160, [(100, 60, 280), (130, 60, 280)])(drawn)
        torn((310, 370, 530), 100, 160, [(100, 310, 530), (130, 310, 530), (160, 310, 530)])(drawn)
        for left, number, task in ((60, "1", "培训"), (310, "2", "检查")):
            words(drawn, (left + 5, 120, "序号"), (left + 65, 120, "任务"))
            words(drawn, (left + 5, 150, number), (left + 65, 150, task))

    assert [("序号", "任务"), ("1", "培训"), ("2", "检查")] == [line.cells for line in lines_of(pdf_file(draw))]


def test_tables_below_each_other():
    """Text between two tables of one width is none of their rows."""

    def draw(drawn):
        grid([90, 200, 400], [100, 130, 160])(drawn)
        grid([90, 200, 400], [220, 250, 280])(drawn)
        for top in (120, 240):
            words(drawn, (95, top, "序号"), (205, top, "任务"), (95, top + 30, "1"), (205, top + 30, "培训"))
        words(drawn, (90, 195, "附件2"))

    found = [line.cells or line.text.strip() for line in lines_of(pdf_file(draw))]
    assert [("序号", "任务"), ("1", "培训"), "附件2", ("序号", "任务"), ("1", "培训")] == found


def test_a_drawing_is_no_table(monkeypatch):
    """A page with more lines than any table is not searched for one."""
    monkeypatch.setattr(pdf_pages, "MOST_EDGES", 3)

    assert [] == [
        line for line in lines_of(pdf_file(grid([90, 200, 400], [100, 130, 160]), written(["文"]))) if line.cells
    ]


def test_stamps_are_not_read():
    """What stands across the page is a stamp or a mark."""

    def draw(drawn):
        written(SENTENCES[1:2])(drawn)
        drawn.rotate(45)
        drawn.drawString(300, 100, "内部资料")

    assert SENTENCES[1:2] == texts(pdf_file(draw))


def scan(drawn):
    """A page that is a picture, with the number that the scanner put on it."""
    drawn.drawImage(ImageReader(Image.new("L", (60, 80), 255)), 0, 0, 595, 842)
    drawn.drawString(280, 40, "1/2")


def outlines(drawn):
    """A page whose letters were made outlines."""
    for n in range(60):
        drawn.circle(90 + 5 * n, 500, 2)


def sideways(drawn):
    """A page whose text lies on its side."""
    drawn.rotate(90)
    for n in range(10):
        drawn.drawString(100, -200 - 20 * n, "学校体育工作")


@pytest.mark.parametrize("page", [scan, outlines, sideways])
def test_pages_without_text(monkeypatch, page):
    """Pages that have no text are read by OCR; without it, the message says how to install it."""
    monkeypatch.setattr(ocr, "is_there", lambda: False)

    with pytest.raises(MissingExtra, match=r"pip install 'policy-cascade\[ocr\]'"):
        lines_of(pdf_file(written(["文"]), page))


def test_empty_pages():
    """An empty page is nothing; one with a single picture and text is read as text."""

    def sealed(drawn):
        drawn.drawImage(ImageReader(Image.new("L", (60, 80), 255)), 300, 100, 90, 90)
        written(["示例市人民政府"])(drawn)

    assert ["文", "示例市人民政府"] == texts(pdf_file(written(["文"]), written([]), sealed))


def test_fonts_that_do_not_say_their_characters(monkeypatch):
    """A page of characters that their font does not name is read like a scan."""
    monkeypatch.setattr(ocr, "read_sheet", lambda *_: Sheet(1, 595, tuple(glyphs("体育", 90, 100))))
    monkeypatch.setattr(pdf_pages, "unified", lambda _: pdf_pages.UNKNOWN)

    assert ["体育"] == texts(pdf_file(written(["体育"])))


def test_passwords():
    """A PDF that asks for a password is refused, one that only forbids copying is read."""

    def draw(drawn):
        drawn.setFont("Helvetica", 16)  # the names of Chinese fonts do not survive the encryption of reportlab
        drawn.drawString(90, 700, "PM2.5")

    with pytest.raises(UnreadableFile, match=r"x\.pdf: a PDF with a password; save it without one"):
        lines_of(pdf_file(draw, encrypt=StandardEncryption("secret")))
    assert ["PM2.5"] == texts(pdf_file(draw, encrypt=StandardEncryption("", "owner", canCopy=0)))


def test_too_many_pages():
    """Pages are counted before they are read, and too many refused at once; 5,000 are too many."""
    data = pdf_file(*[written([])] * 5000)
    start = time.process_time()

    with pytest.raises(UnreadableFile, match="5,000 pages; at most 1,000 are read; --max-pages 5000 allows it"):
        read_lines(data, "x.pdf")
    assert time.process_time() - start < 10


def test_a_count_that_lies():
    """No more pages are read than are allowed, whatever the file says of their number."""
    data = pdf_file(written(["甲"]), written(["乙"])).replace(b"/Count 2", b"/Count 1")

    assert ["甲"] == [line.text.strip("\u3000") for line in lines_of(data, pages=1)]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"no PDF", pdf_file(written(["文"]))[:300]])
def test_damaged(data):
    """What is no PDF, or only part of one, is damaged."""
    with pytest.raises(UnreadableFile, match=r"x\.pdf: a damaged PDF"):
        lines_of(data)


def test_no_pages():
    """A PDF without pages is refused."""
    pages = b"1 0 obj <</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>>\nendobj\n"

    with pytest.raises(UnreadableFile, match="a PDF without pages"):
        lines_of(b"%PDF-1.4\n" + pages + b"trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")


def test_a_page_that_takes_too_long():
    """A page that takes too long ends its reader, not ours."""
    data = pdf_file(written(SENTENCES * 5))

    with pytest.raises(UnreadableFile, match=r"x\.pdf: a page takes more than 1e-05 seconds to read; --max-seconds"):
        read_lines(data, "x.pdf", Limits(seconds=0.00001))


def test_too_much_memory(monkeypatch):
    """A file that unpacks to more than the memory allowed is refused."""

    def greedy(*_, **__):
        raise MemoryError

    monkeypatch.setattr(pdf_pages, "read_pdf", greedy)

    assert "bytes of memory" in answer("pdf", b"", "x.pdf", USUAL, lambda *_, **__: None)["refused"]


def test_answers_of_the_process(monkeypatch):
    """What the other process answers is what its reader would have said here; when it breaks off, the file is named."""
    missing = {"missing": ["ocr", "reading scans"]}

    def run(answer, status=0):
        done = type("Done", (), {"returncode": status, "stdout": json.dumps(answer).encode(), "stderr": b""})
        monkeypatch.setattr(apart.subprocess, "run", lambda *_, **__: done)
        return apart.read_apart("pdf", b"", "x.pdf", USUAL)

    with pytest.raises(UnreadableFile, match=r"x\.pdf: because"):
        run({"refused": "because"})
    with pytest.raises(MissingExtra, match=r"reading scans needs .*policy-cascade\[ocr\]"):
        run(missing)
    with pytest.raises(UnreadableFile, match="its reader broke off with status -9"):
        run({}, -9)
