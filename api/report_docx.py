"""A paper as a Word file (A4, the fonts of official documents): the one importer of python-docx."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from api.packed import fixed
from api.paper import Block, Cell, Grid, Heading, Marked, Paper, Paragraph, Points, text_of
from graph.errors import MissingExtra
from graph.xml_text import xml_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

TITLE, HEADING, SECOND, BODY, LATIN = "宋体", "黑体", "楷体", "仿宋", "Times New Roman"
"""The fonts of GB/T 9704 that every Chinese Windows has; a program without them takes its own of the same kind."""

MARGINS = (28, 20, 25, 20)  # mm at the top, right, foot and left: less than GB/T 9704 has, for tables need the room
WIDTH = 210 - MARGINS[1] - MARGINS[3]  # mm between the margins
LINE = 28  # points that a line of text is high, as GB/T 9704 has it with letters of 16
COLOURS = {"raised": (0x8A, 0x33, 0x80), "lowered": (0xA3, 0x22, 0x1B), "doubt": (0xA6, 0x40, 0x0B)}
HEAD, TEXT = "TableHead", "TableText"  # ids of styles: to look one up by its name takes a millisecond a cell


def to_docx(paper: Paper) -> bytes:
    """The paper as a Word file; the same paper gives the same bytes. Raises MissingExtra."""
    try:
        import docx  # noqa: PLC0415  # an optional part, and other answers do not wait for it
    except ImportError as error:
        raise MissingExtra("docx", "a Word file") from error
    made = docx.Document()
    _dress(made, paper)
    made.add_paragraph(xml_text(paper.title), style="Title")
    made.add_paragraph(xml_text(paper.subtitle), style="Subtitle")
    for block in paper.blocks:
        _add(made, block)
    stream = BytesIO()
    made.save(stream)
    return fixed(stream.getvalue())


def _add(made: "Document", block: Block) -> None:
    match block:
        case Heading():
            made.add_heading(xml_text(block.text), block.level)
        case Paragraph():
            made.add_paragraph(xml_text(block.text), style="Caption" if block.note else "Normal")
        case Points():
            for item in block.items:
                made.add_paragraph(xml_text(item), style="List Bullet")
        case Grid():
            _grid(made, block)


def _grid(made: "Document", grid: Grid) -> None:
    from docx.shared import Mm  # noqa: PLC0415  # as above

    table = made.add_table(0, len(grid.widths), style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, grid.widths, strict=True):
        column.width = Mm(WIDTH * share / sum(grid.widths))
    if grid.heads:
        _mark(_row(table, grid.heads, [HEAD] * len(grid.heads)), "w:tblHeader")  # stands again on each page
    styles = [TEXT if grid.heads or place else HEAD for place in range(len(grid.widths))]
    for row in grid.rows:
        _row(table, row, styles)
    made.add_paragraph()._p.style = TEXT  # or two tables in a row were one


def _row(table: "Table", cells: tuple[Cell, ...], styles: list[str]) -> Any:
    """The properties of a new row with these cells, which no page break cuts."""
    row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it untyped
    properties = row._tr.get_or_add_trPr()
    _mark(properties, "w:cantSplit")
    for cell, content, style in zip(row.cells, cells, styles, strict=True):
        _write(cell, content, style)
    return properties


def _write(cell: "_Cell", content: Cell, style: str) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415  # as above

    paragraph = cell.paragraphs[0]
    paragraph._p.style = style
    run = paragraph.add_run(xml_text(text_of(content)))  # a line feed in it becomes a line break
    if isinstance(content, Marked) and content.weight in COLOURS:
        run.font.bold, run.font.color.rgb = True, RGBColor(*COLOURS[content.weight])
    if style == HEAD:
        shade = _mark(cell._tc.get_or_add_tcPr(), "w:shd")
        for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "EFECE6")):
            shade.set(_name(name), value)


# how it looks ------------------------------------------------------------------------------------------------------


def _dress(made: "Document", paper: Paper) -> None:
    """A4, fonts and sizes of official documents, the number of the page at its foot."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415  # as above
    from docx.shared import Mm  # noqa: PLC0415  # as above

    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = map(Mm, MARGINS)
    for name in ("Table Head", "Table Text"):
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = made.styles["Normal"]
    for name, font, size, bold in (
        ("Normal", BODY, 16, False),
        ("Title", TITLE, 22, True),
        ("Subtitle", SECOND, 16, False),
        ("Heading 1", HEADING, 16, False),
        ("Heading 2", SECOND, 16, True),
        ("List Bullet", BODY, 16, False),
        ("Caption", SECOND, 12, False),
        ("Table Head", HEADING, 9, False),
        ("Table Text", BODY, 9, False),
    ):
        _font(made.styles[name], font, size, bold=bold)
    _spacing(made)
    _number_pages(page.footer.paragraphs[0])
    known = made.core_properties
    known.title, known.author, known.comments, known.language = (
        xml_text(paper.title)[:255],
        "policy-cascade",
        "",
        "en" if paper.language == "en" else "zh-CN",
    )
    for language in made.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        language.set(_name("w:eastAsia"), "zh-CN")  # or marks stand in the middle of their square, as in Taiwan


def _font(style: Any, font: str, size: int, *, bold: bool) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415  # as above

    style.font.name, style.font.size, style.font.bold, style.font.italic = LATIN, Pt(size), bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_name(f"w:{theme}"), None)
    fonts.set(_name("w:eastAsia"), font)


def _spacing(made: "Document") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415  # as above
    from docx.shared import Pt  # noqa: PLC0415  # as above

    for name, before, after in (
        ("Normal", 0, 4),
        ("Title", 0, 6),
        ("Subtitle", 0, 10),
        ("Heading 1", 14, 6),
        ("Heading 2", 10, 4),
        ("Caption", 2, 6),
        ("Table Head", 1, 1),
        ("Table Text", 1, 1),
    ):
        form = made.styles[name].paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
    for name in ("Title", "Subtitle"):
        made.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name in ("Normal", "List Bullet"):
        made.styles[name].paragraph_format.line_spacing = Pt(LINE)
    for name in ("Table Head", "Table Text", "Caption", "Heading 1", "Heading 2", "Title", "Subtitle"):
        made.styles[name].paragraph_format.line_spacing = 1.0
    for border in made.styles["Title"].element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)


def _number_pages(paragraph: Any) -> None:
    """— 1 —."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415  # as above

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    field = _mark(paragraph._p, "w:fldSimple")
    field.set(_name("w:instr"), "PAGE")
    paragraph.add_run(" —")


def _mark(parent: Any, name: str) -> Any:
    """A new element of this name in `parent`."""
    from docx.oxml import OxmlElement  # noqa: PLC0415  # as above

    made = OxmlElement(name)
    parent.append(made)
    return made


def _name(name: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415  # as above

    return qn(name)
