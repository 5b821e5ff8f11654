"""Tables as pictures: everything has its place, and other programs read each format."""

import io
from xml.etree import ElementTree

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from graph.drawing import TABLE_FORMATS, draw_table, fonts
from graph.drawing.scene import Rectangle, Text
from graph.drawing.table import Bar, Cell, Column, Row, Said, Table
from graph.drawing.tabulating import MARGIN, PAD, tabulate

SVG = "{http://www.w3.org/2000/svg}"
TEXT = "推进体育场馆双向开放，每周不少于14小时。A Latin phrase 也在其中；"
COLUMNS = (
    Column(Cell((Said("条款", "strong"),)), 280.0),
    Column(Cell((Said("示例市"), Said("例政〔2024〕2号", "quiet"))), 140.0),
)
SHOWN = Table(
    title="各地落实对照：示例意见",
    under=("下级 1 个地区对照。",),
    columns=COLUMNS,
    rows=(
        Row((Cell((Said("合计"),)), Cell((Bar((("deep", 3), ("partly", 1), ("none", 0))), Said("落实较深 3"))))),
        Row((Cell((Said("本单位的任务", "strong"),), "shaded"),), heavy=True),
        Row((Cell((Said("一（一）"),)), Cell((Said("落实较深 2/2", "deep", "●"),))), "示政〔2024〕1号/一（一）"),
    ),
    key=(Said("落实较深", "deep", "●"), Said("未见落实", "none", "○")),
    notes=("未画出：不计的条款 3 条。", "来源：示政〔2024〕1号（2024-03-01）。"),
)  # fmt: skip

said = st.builds(
    Said,
    st.text(max_size=60) | st.just(TEXT * 3),
    st.sampled_from(("text", "strong", "quiet", "raised")),
    st.sampled_from(("", "●", "▲")),
    st.integers(1, 4),
    st.booleans(),
)
bars = st.builds(lambda deep, none: Bar((("deep", deep), ("none", none))), st.integers(0, 9), st.integers(0, 9))
cells = st.builds(Cell, st.lists(said | bars, max_size=4).map(tuple), st.sampled_from(("plain", "shaded")))


@st.composite
def tables(draw) -> Table:
    """Up to four columns and five rows of anything, and rows that span all columns."""
    count = draw(st.integers(1, 4))
    columns = draw(
        st.lists(st.builds(Column, cells, st.sampled_from((90.0, 140.0, 300.0))), min_size=count, max_size=count)
    )
    whole = st.lists(cells, min_size=count, max_size=count) | st.lists(cells, min_size=1, max_size=1)
    rows = draw(st.lists(st.builds(Row, whole.map(tuple), heavy=st.booleans()), max_size=5))
    texts = st.lists(st.text(max_size=200), max_size=3).map(tuple)
    return Table(draw(st.text(max_size=80)), draw(texts), tuple(columns), tuple(rows), (), draw(texts))


@settings(max_examples=60, deadline=None)
@given(tables())
def test_everything_has_its_place(table):
    """Nothing stands outside of the picture, rows stand below one another, and no row's words leave it."""
    scene = tabulate(table)
    end = 0.0
    for group in scene.groups:
        for form in group.forms:
            if isinstance(form, Text):
                assert MARGIN <= form.x < scene.width - PAD
                assert 0 < form.y < scene.height
            elif group.kind != "ground":
                assert MARGIN <= form.area.x
                assert form.area.x + form.area.width <= scene.width - MARGIN + 0.3
        if group.kind in ("head", "row"):
            top = group.forms[-1].area.y
            assert all(top < form.y for form in group.forms if isinstance(form, Text))
            assert end <= top
            end = max([top, *(form.y for form in group.forms if isinstance(form, Text))])


@pytest.mark.parametrize("text", [TEXT * 4, "落实较深 " * 20, "Words in Latin letters " * 9])
def test_words_stay_in_their_column(text):
    """With the widths of the real font no line is wider than its column; what is too long ends in …."""
    column = Column(Cell((Said("头"),)), 400.0)
    scene = tabulate(Table("题", (), (column, column), (Row((Cell((Said(text, sign="●"),)), Cell((Said("右"),)))),)))
    (row,) = (group for group in scene.groups if group.kind == "row")
    *lines, right = [form for form in row.forms if isinstance(form, Text) and form.text != "●"]

    assert "右" == right.text
    assert all(form.x + sum(map(fonts.advance, form.text)) * form.size < right.x for form in lines)
    assert lines[-1].text.endswith("…")


def test_bars_are_as_long_as_their_counts():
    """Three of four are three quarters; what is none takes no room."""
    (row,) = (
        group for group in tabulate(SHOWN).groups if group.forms and "bar deep" in {form.style for form in group.forms}
    )
    bars = {form.style: form.area for form in row.forms if isinstance(form, Rectangle) and form.style.startswith("bar")}

    assert {"bar deep", "bar partly"} == set(bars)
    assert bars["bar deep"].width == pytest.approx(3 * bars["bar partly"].width, abs=0.2)


@pytest.mark.parametrize("format", TABLE_FORMATS)
def test_same_table_same_bytes(format):
    """Nothing of the day or of the run is in a picture."""
    assert draw_table(SHOWN, format) == draw_table(SHOWN, format)


def test_svg_needs_no_font_and_says_its_words():
    """A group a row, with what it shows; outlines for characters, and the words for those who do not see them."""
    root = ElementTree.fromstring(draw_table(SHOWN, "svg").decode())
    rows = [each for each in root.iter(f"{SVG}g") if each.get("class") == "row"]
    words = [each.get("aria-label") for each in rows[-1].iter(f"{SVG}g") if each.get("aria-label")]

    assert [None, None, "示政〔2024〕1号/一（一）"] == [each.get("data-node") for each in rows]
    assert ["一（一）", "●", "落实较深 2/2"] == words
    assert not list(root.iter(f"{SVG}text"))


def test_pdf_can_be_searched():
    """Another program reads title, cells, key and notes from the one page."""
    with pdfplumber.open(io.BytesIO(draw_table(SHOWN, "pdf"))) as file:
        (page,) = file.pages
        text = page.extract_text()

    for words in (SHOWN.title, "示例市", "● 落实较深 2/2", "○ 未见落实", *SHOWN.notes):
        assert words in text


def test_png_shows_the_characters():
    """Where the title stands there is ink, the bar has its colour, the ground is white."""
    picture = Image.open(io.BytesIO(draw_table(SHOWN, "png")))
    scene = tabulate(SHOWN)
    title = picture.convert("L").crop((56, 40, 600, 110))

    assert picture.size == pytest.approx((scene.width * 2, scene.height * 2), abs=2)
    assert (255, 255, 255) == picture.convert("RGB").getpixel((2, 2))
    assert (0x17, 0x69, 0x3F) in {colour for _, colour in picture.convert("RGB").getcolors(1 << 20)}
    assert 0.02 < sum(title.histogram()[:128]) / (544 * 70) < 0.5
