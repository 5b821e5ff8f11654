"""One invented work in every format: text, Markdown, HTML, Word, PDF. The same clauses are read from all of them."""

import io
import re
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle
from works import squeezed, works

from graph.numerals import read_numeral
from loaders.heads import read_head
from loaders.outline import read_clauses
from loaders.readers import read_page

sys.path.insert(0, str(Path(__file__).parent / "readers"))
from html_pages import FOOTER, LATEST, NAVIGATION
from word_files import level, paragraph, table, word_file

TITLE = "示例市教育局关于示例工作的意见"
LEAD = "为做好示例工作，现提出以下意见。"
SIGNED = ("示例市教育局", "2022年3月1日")
LISTED = ("附件：1.重点任务分工表", "2.示例学校建设要求")
TASKS = ("重点任务分工表", "示例学校建设要求")
HEAD = ("序号", "工作任务", "责任单位")
ROWS = (
    ("1", "建设示范学校50所以上，完成教师培训。", "市教育局、市财政局"),
    ("2", "组织职业院校技能竞赛，选拔优秀选手。", "市人力资源社会保障局"),
    ("3", "开展督导评估。", "市教育局"),
)
DEMANDS = (("一、", "办学条件达到标准。"), ("二、", "教师学历合格。"))
FONT = "STSong-Light"


@dataclass(frozen=True)
class Block:
    """A paragraph or a table: what it says, the number that it begins with, and whether it is a title, set in the
    middle, or a paragraph, set in."""

    text: str = ""
    rows: tuple = ()
    centred: bool = False
    indented: bool = True
    mark: str = ""


def blocks(parts):
    """The whole document, with an annex that is a table and one that is a list."""
    body = [
        Block(part.mark * (n == 0) + text, mark=part.mark * (n == 0))
        for part in parts
        for n, text in enumerate(part.texts)
    ]
    return [
        Block(TITLE, centred=True), Block("各学校：", indented=False), Block(LEAD), *body, *map(Block, LISTED),
        *(Block(text, indented=False) for text in SIGNED),
        Block("附件1", indented=False), Block(TASKS[0], centred=True), Block(rows=(HEAD, *ROWS)),
        Block("附件2", indented=False), Block(TASKS[1], centred=True),
        *(Block(mark + text) for mark, text in DEMANDS),
    ]  # fmt: skip


def expected(parts):
    """Address and text of the clauses as they were meant."""
    rows = [(f"附件1第{number}项", text) for number, text, _ in ROWS]
    demands = [(f"附件2{mark[0]}", text) for mark, text in DEMANDS]
    whole = [*((part.address, part.text) for part in parts), ("附件1", TASKS[0]), *rows, ("附件2", TASKS[1]), *demands]
    return [(address, squeezed(text)) for address, text in whole]


def as_text(found):
    """Lines, cells parted by tabs."""
    lines = []
    for block in found:
        lines += ["\t".join(row) for row in block.rows] or [
            ("\u3000\u3000" if block.indented and not block.centred else "") + block.text
        ]
    return "\n".join(lines).encode()


def as_markdown(found):
    """Paragraphs parted by blank lines, tables of pipes, titles as headings."""
    lines = []
    for block in found:
        if block.rows:
            head, *rows = [f"| {' | '.join(row)} |" for row in block.rows]
            lines += [head, "|---" * len(block.rows[0]) + "|", *rows, ""]
        else:
            lines += ["# " * block.centred + block.text, ""]
    return "\n".join(lines).encode()


def as_html(found):
    """Paragraphs and a table, in the box of an editor."""
    parts = []
    for block in found:
        if block.rows:
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block.rows)
            parts.append(f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        else:
            style = "text-align: center" if block.centred else "text-indent: 2em" if block.indented else ""
            parts.append(f'<p style="{style}">{escape(block.text)}</p>')
    head = f"<head><meta charset=utf-8><title>{TITLE}</title></head>"
    return f"<html>{head}<body><div class=TRS_Editor>{''.join(parts)}</div></body></html>".encode()


def as_converted_markdown(found):
    """Paragraphs as converters write them: numbers with backslashes, titles in bold, tables in tags."""
    lines = []
    for block in found:
        rows = "\n".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
        text = re.sub(r"^(\d+)([.)])", r"\1\\\2", block.text)
        lines += [f"<table>\n{rows}\n</table>" if rows else f"**{text}**" if block.centred else text, ""]
    return "\n".join(lines).encode()


def as_broken_html(found):
    """One paragraph of a page, its lines broken by <br> and set in by wide spaces, with the site around it."""
    text = ""
    for block in found:
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
        indent = "&emsp;&emsp;" * (block.indented and not block.centred)
        text += f"</p><table>{rows}</table><p>" if rows else f"{indent}{escape(block.text)}<br/>\n"
    return f"<body>{NAVIGATION}<div class=main><div id=con><p>{text}</p></div>{LATEST}</div>{FOOTER}</body>".encode()


def as_listed_html(found):
    """Paragraphs as items of a list that writes no numbers, tables behind and between such lists."""
    items = ""
    for block in found:
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
        items += f"</ul><table>{rows}</table><ul>" if rows else f"<li>{escape(block.text)}</li>"
    return f"<body><div class=con><ul>{items}</ul></div></body>".encode()


def as_numbered_word(found):
    """Paragraphs of Word whose numbers Word itself writes, as far as it has such."""
    body, numbering = [], ["", ""]
    for id, block in enumerate(found, 1):
        mark = re.fullmatch(r"(\D*?)(\d{1,3}|[一二三四五六七八九十百]+)(\D*)", block.mark.strip(), re.ASCII)
        if block.rows or not mark:
            body.append(table(*block.rows) if block.rows else paragraph(escape(block.text)))
            continue
        kind = "decimal" if mark[2].isascii() else "chineseCounting"
        rule = level(0, kind, f"{mark[1]}%1{mark[3]}", start=read_numeral(mark[2]))
        numbering[0] += f'<w:abstractNum w:abstractNumId="{id}">{rule}</w:abstractNum>'
        numbering[1] += f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>'
        body.append(paragraph(escape(block.text[len(block.mark) :]), list_id=id))
    return word_file("".join(body), numbering="".join(numbering))


def as_word(found):
    """Paragraphs of Word, those of the text with an indent of their first line."""
    body = []
    for block in found:
        place = '<w:jc w:val="center"/>' if block.centred else ""
        indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>' if block.indented and not block.centred else ""
        body.append(table(*block.rows) if block.rows else paragraph(escape(block.text), indent + place))
    return word_file("".join(body))


def as_pdf(found):
    """Pages of text in lines, with page numbers, and a ruled table."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    style = ParagraphStyle("text", fontName=FONT, fontSize=16, leading=28, wordWrap="CJK")
    story = []
    for block in found:
        if block.rows:
            cells = [[Paragraph(escape(cell), style) for cell in row] for row in block.rows]
            story.append(
                Table(cells, colWidths=(50, 250, 130), style=TableStyle([("GRID", (0, 0), (-1, -1), 1, "black")]))
            )
        else:
            indent = 32 if block.indented and not block.centred else 0
            own = ParagraphStyle("own", style, firstLineIndent=indent, alignment=1 if block.centred else 0)
            story.append(Paragraph(escape(block.text), own))

    def number(canvas, document):
        canvas.setFont(FONT, 14)
        canvas.drawCentredString(A4[0] / 2, 40, f"— {document.page} —")

    file = io.BytesIO()
    SimpleDocTemplate(
        file, pagesize=A4, leftMargin=80, rightMargin=74, topMargin=100, bottomMargin=90, invariant=1
    ).build(story, onFirstPage=number, onLaterPages=number)
    return file.getvalue()


FORMATS = (
    (".txt", as_text), (".md", as_markdown), (".md", as_converted_markdown), (".html", as_html),
    (".html", as_broken_html), (".html", as_listed_html), (".docx", as_word), (".docx", as_numbered_word),
    (".pdf", as_pdf),
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder for the files."""
    return tmp_path_factory.mktemp("formats")


@pytest.mark.parametrize(("suffix", "write"), FORMATS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=works())
def test_same_clauses_in_every_format(folder, suffix, write, parts):
    """Whatever the format, the clauses are those that were meant: addresses, texts, rows, and no doubt about them."""
    path = folder / f"work{suffix}"
    path.write_bytes(write(blocks(parts)))
    page = read_page(path)

    facts = read_clauses(page, read_head(page))

    found = [(clause.address, squeezed(clause.text)) for clause in facts.clauses if clause.type != "paragraph"]
    assert expected(parts) == found
    assert TITLE == facts.document.title
    assert [] == [doubt.rule for doubt in facts.doubts if doubt.rule.startswith(("number", "row", "unit"))]
