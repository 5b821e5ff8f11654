"""Word documents: what a reader of the printed page sees, as lines and cells."""

import contextlib
import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import MAIN, NAMES, cell, level, lists, paragraph, relations, run, table, word_file, zip_file

from graph.errors import UnreadableFile
from graph.numerals import write_numeral
from loaders.readers.docx import read_lines
from loaders.readers.word_numbering import NUMERALS, write_as
from loaders.vocabulary import rows

SECTIONS = level(0, "chineseCounting", "%1、")
TASKS = "序号", "工作任务", "责任单位"


def texts(body, **parts):
    """The lines of a Word document without the white space around them; blank lines left out."""
    return [line.text.strip() for line in read_lines(word_file(body, **parts), "x.docx") if not line.blank]


def cells(body, **parts):
    """The rows of a Word document."""
    return [line.cells for line in read_lines(word_file(body, **parts), "x.docx") if line.cells]


def test_paragraphs_in_order():
    """Each paragraph is a line, and its number is its rank, blank ones counted."""
    lines = read_lines(word_file(paragraph("一、目标") + paragraph() + paragraph("二、任务")), "x.docx")

    assert [(1, "一、目标"), (2, ""), (3, "二、任务")] == [(line.number, line.text.strip()) for line in lines]


def test_generated_numbers():
    """Numbers that Word makes come before the text: kinds of numeral, levels that begin again and that
    say those above."""
    kinds = [
        ("chineseCounting", "%1、"),
        ("chineseCountingThousand", "（%2）"),
        ("decimal", "%3."),
        ("decimal", "%3.%4"),
    ]
    levels = [level(place, kind, pattern) for place, (kind, pattern) in enumerate(kinds)]
    levels.append(level(4, "decimalEnclosedCircle", "%5"))
    places = [0, 1, 1, 2, 3, 3, 4, 2, 0, 1]
    body = "".join(paragraph(f"甲{place}", list_id=1, level=place) for place in places)

    expected = [
        "一、 甲0", "（一） 甲1", "（二） 甲1", "1. 甲2", "1.1 甲3", "1.2 甲3", "① 甲4", "2. 甲2", "二、 甲0",
        "（一） 甲1",
    ]  # fmt: skip
    assert expected == texts(body, numbering=lists(*levels))


def test_numbers_through_styles():
    """A style numbers its paragraphs, on the level that is tied to it, also through the style that it is based on; a
    paragraph may do without."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>'
    )
    tied = level(1, "decimal", "%2.", more='<w:pStyle w:val="B"/>')
    body = "".join(paragraph(name, style=name) for name in "ABCA") + paragraph("无", style="A", list_id=0)

    assert ["一、 A", "1. B", "2. C", "二、 A", "无"] == texts(body, numbering=lists(SECTIONS, tied), styles=styles)


def test_lists_share_the_count_of_their_abstract_list():
    """Two lists over one abstract list count on; one with a start of its own begins again where it is first used."""
    own = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = "".join(paragraph("文", list_id=id) for id in (1, 2, 3, 3, 1))

    expected = ["一、 文", "二、 文", "一、 文", "二、 文", "三、 文"]
    assert expected == texts(body, numbering=lists(SECTIONS, nums=("", "", own)))


def test_levels_that_run_on():
    """A level that never begins again runs on through the text, as （一）…（二十八） over all sections."""
    run_on = level(1, "chineseCounting", "（%2）", more='<w:lvlRestart w:val="0"/>')
    body = "".join(paragraph("文", list_id=1, level=place) for place in (0, 1, 0, 1))

    assert ["一、 文", "（一） 文", "二、 文", "（二） 文"] == texts(body, numbering=lists(SECTIONS, run_on))


def test_lists_by_way_of_a_style():
    """A list whose levels stand with a list style is numbered by them, and a level that counts in digits alone does."""
    legal = level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2">{SECTIONS}{legal}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    style = '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    body = paragraph("甲", list_id=1) + paragraph("乙", list_id=1, level=1)

    assert ["一、 甲", "1.1 乙"] == texts(body, numbering=numbering, styles=style)


@pytest.mark.parametrize(("kind", "number", "written"), [
    ("japaneseCounting", 21, "二十一"), ("ideographDigital", 20, "二〇"), ("chineseLegalSimplified", 3, "叁"),
    ("ideographTraditional", 10, "癸"), ("ideographZodiac", 12, "亥"), ("ideographEnclosedCircle", 2, "㊁"),
    ("decimalEnclosedCircle", 20, "⑳"), ("decimalEnclosedCircleChinese", 21, "21"),
    ("decimalEnclosedParen", 4, "（4）"), ("decimalEnclosedFullstop", 4, "4."),
    ("decimalZero", 7, "07"), ("numberInDash", 3, "- 3 -"), ("none", 3, ""),
    ("upperRoman", 1994 - 1000, "CMXCIV"), ("lowerRoman", 4, "iv"), ("upperLetter", 27, "AA"), ("lowerLetter", 2, "b"),
    ("decimal", 1000, "1000"), ("chineseCounting", 0, "0"), ("hebrew1", 5, "5"),
])  # fmt: skip
def test_kinds_of_numeral(kind, number, written):
    """Each kind of numeral as Word writes it; beyond its end and where it is unknown to us, digits."""
    assert written == write_as(kind, number)


@given(st.integers(1, 999), st.sampled_from(sorted(NUMERALS)))
def test_no_number_fails(number, kind):
    """Every kind writes every number, and Chinese numerals are those that clauses are read by."""
    assert write_as(kind, number)
    assert write_numeral(number) == write_as("chineseCounting", number)


def test_bullets():
    """A bullet from a symbol font is one that is read as a goal; one that is drawn as a dash stays."""
    body = paragraph("甲", list_id=1) + paragraph("乙", list_id=1, level=1)

    assert ["● 甲", "—— 乙"] == texts(body, numbering=lists(level(0, "bullet", "\uf06c"), level(1, "bullet", "——")))


def test_numbers_of_empty_paragraphs():
    """An empty numbered paragraph counts; its number is said in the cell of a table alone, as that of the row."""
    numbering = lists(level(0, "decimal", "%1."))
    numbered = cell(paragraph(list_id=1))
    body = table(TASKS, [numbered, "培训", "教育局"], [numbered, "比赛", "体育局"]) + paragraph(list_id=1)

    assert ["1", "2"] == [row[0] for row in cells(body, numbering=numbering)[1:]]
    assert "4. 文" == texts(body + paragraph("文", list_id=1), numbering=numbering)[-1]


def test_tracked_changes():
    """What was deleted or moved away is left out, what was inserted or moved here is read, and a paragraph whose end
    was deleted goes on in the next one, without counting twice."""
    deleted = f"<w:del>{run('不').replace('w:t', 'w:delText')}</w:del>"
    body = (
        paragraph(f"{run('应')}{deleted}<w:ins>{run('当')}</w:ins><w:moveFrom>{run('旧')}</w:moveFrom>", list_id=1)
        + paragraph("前", "<w:rPr><w:del/></w:rPr>", list_id=1)
        + paragraph(f"<w:moveTo>{run('后')}</w:moveTo>", list_id=1)
    )

    assert ["一、 应当", "二、 前后"] == texts(body, numbering=lists(SECTIONS))
    assert ["前"] == texts(paragraph("前", "<w:rPr><w:del/></w:rPr>"))


def test_deleted_rows_and_cells():
    """Rows and cells whose deletion was tracked are left out."""
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('旧')}{cell('旧')}{cell('旧')}</w:tr>"
    body = table(TASKS, ["1", "培训", "教育局", cell("旧", "<w:cellDel/>")]).replace("</w:tbl>", f"{gone}</w:tbl>")

    assert [TASKS, ("1", "培训", "教育局")] == cells(body)


def test_fields():
    """Of a field its result is read, not its code; a page number is no text; a circled number is drawn by a code."""

    def field(code, result=None):
        shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        begin = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        return f'{begin}{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    link = f"<w:hyperlink>{field('HYPERLINK x', '《示例意见》')}</w:hyperlink>"
    simple = f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>'
    circled = field(r" eq \o\ac(○,3)") + run("甲") + field(r"eq \o\ac(○,31)") + run("乙")
    body = paragraph(run("按照") + link + field("PAGE", "7") + simple) + paragraph(circled)

    assert ["按照《示例意见》", "③甲（31）乙"] == texts(body)


def test_a_field_without_end():
    """A field whose end is missing takes no text beyond its paragraph."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert ["后文"] == texts(paragraph(f"{begin}{run('码')}") + paragraph("后文"))


def test_text_boxes():
    """The words of a text box stand once, whichever versions of Word it is drawn for, before its paragraph or behind it
    as it is tied; word art says what it draws."""
    box = f"<w:txbxContent>{paragraph('例政〔2021〕1号')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    art = '<w:r><w:pict><v:shape><v:textpath string="示例市人民政府文件"/></v:shape></w:pict></w:r>'
    body = paragraph(art) + paragraph(both + run("标题")) + paragraph(run("正文") + both)

    assert ["示例市人民政府文件", "例政〔2021〕1号", "标题", "正文", "例政〔2021〕1号"] == texts(body)


def test_content_controls_and_hidden_text():
    """Content controls, smart tags and formulas hold text like any other; hidden text, phonetic guides and notes do
    not."""
    controlled = f"<w:sdt><w:sdtPr><w:t>名</w:t></w:sdtPr><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>"
    ruby = f"<w:r><w:ruby><w:rt>{run('yi')}</w:rt><w:rubyBase>{run('乙')}</w:rubyBase></w:ruby></w:r>"
    formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    inside = f"<w:smartTag>{run('丙')}</w:smartTag>{run('密', '<w:vanish/>')}{ruby}{formula}"

    assert ["甲", "丙乙x=1"] == texts(controlled + paragraph(inside + '<w:r><w:footnoteReference w:id="1"/></w:r>'))


@pytest.mark.parametrize(("font", "code", "meant"), rows("symbol_fonts.tsv"))
def test_characters_of_symbol_fonts(font, code, meant):
    """A place in a symbol font is the character that it shows, inserted as a symbol or typed: ≥ must not be lost."""
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    typed = run(chr(int(code, 16)), f'<w:rFonts w:ascii="{font}"/>')

    assert [f"比例{meant}{meant}80"] == texts(paragraph(run("比例") + symbol + typed + run("80")))


def test_unknown_symbols_are_seen():
    """A symbol that we do not know leaves a mark, not nothing."""
    assert ["比例\ufffd80"] == texts(
        paragraph(run("比例") + '<w:r><w:sym w:font="Webdings" w:char="F0AA"/></w:r>' + run("80"))
    )


def test_raised_digits():
    """Digits that are set higher are an exponent or the mark of a note, and do not run into the number before them."""
    assert ["10¹⁸次"] == texts(paragraph(run("10") + run("18", '<w:vertAlign w:val="superscript"/>') + run("次")))


def test_soft_hyphens_and_tabs():
    """A soft hyphen is nothing, a hyphen that does not break is one, a tab is a tab."""
    assert ["A-B\tC"] == texts(
        paragraph(f"{run('A')}<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>{run('B')}<w:r><w:tab/></w:r>{run('C')}")
    )


def test_heads_and_feet():
    """Heads and feet of pages are no text; but the head that the first page has for itself holds the letterhead."""
    head = paragraph("示例市人民政府文件")
    section = '<w:sectPr><w:headerReference w:type="{}" r:id="rId9"/>{}</w:sectPr>'

    assert ["示例市人民政府文件", "文"] == texts(paragraph("文") + section.format("first", "<w:titlePg/>"), head=head)
    assert ["文"] == texts(paragraph("文") + section.format("first", ""), head=head)
    assert ["文"] == texts(paragraph("文") + section.format("default", "<w:titlePg/>"), head=head)


SENTENCE = "全市中小学校要把体育工作摆在更加突出的位置，统筹安排"


def test_paragraphs_are_not_joined():
    """Each paragraph begins with an indent, so that a heading without an end mark is no part of the sentence below."""
    lines = read_lines(word_file(paragraph("总体要求") + paragraph(SENTENCE) + paragraph("\t场地。")), "x.docx")

    assert ["\u3000\u3000总体要求", f"\u3000\u3000{SENTENCE}", "\u3000\u3000场地。"] == [line.text for line in lines]


def test_lines_broken_by_hand_are_joined():
    """A line that is broken by hand inside a sentence goes on, one that is broken behind a heading does not, nor does
    a title in the middle."""
    broken = "<w:r><w:br/></w:r>".join(map(run, ["一、总体要求", SENTENCE, "场地。"]))
    title = "<w:r><w:cr/></w:r>".join(map(run, [SENTENCE, "的通知"]))

    assert ["一、总体要求", f"{SENTENCE}场地。"] == texts(paragraph(broken))
    assert [SENTENCE, "的通知"] == texts(paragraph(title, '<w:jc w:val="center"/>'))


def test_lines_broken_by_hand_for_paragraphs():
    """Where breaks stand for the ends of paragraphs, a title above the recipients stays by itself; so does any line
    that is too short to be wrapped."""
    lines = [
        "示例市教育局关于印发示例市学校体育工作方案的通知",
        "各县区教育局，各市直学校，各民办学校：",
        SENTENCE + "。",
    ]
    broken = "<w:r><w:br/></w:r>".join(map(run, [*lines, *lines[2:] * 2]))
    short = "<w:r><w:br/></w:r>".join(map(run, [lines[0], SENTENCE * 3]))

    assert [*lines, *lines[2:] * 2] == texts(paragraph(broken))
    assert [lines[0], SENTENCE * 3] == texts(paragraph(short))


def test_a_text_that_was_a_pdf():
    """Where paragraphs are indented, by themselves or by their style, one without indent goes on with the sentence
    above it."""
    style = '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style>'
    first = paragraph(f"（一）{SENTENCE}", '<w:ind w:firstLine="640"/>') + paragraph("场地。")
    body = first + paragraph(f"（二）{SENTENCE}", style="A") + paragraph("场地。")

    assert [f"（一）{SENTENCE}场地。", f"（二）{SENTENCE}场地。"] == texts(body, styles=style)


def test_headings_without_indent():
    """A heading without indent below an indented item is one, though the item ends in a bracket or in nothing."""
    indented = '<w:ind w:firstLine="640"/>'
    items = [f"1.{SENTENCE}（责任单位：市教育局、市体育局）", f"2.{SENTENCE}场地", "主办：市教育局"]
    framed = table([cell(paragraph("主办：市教育局"))])
    body = paragraph(items[0], indented) + paragraph("二、任务") + paragraph(items[1], indented) + framed

    assert [items[0], "二、任务", *items[1:]] == texts(body)


def test_rows_with_their_cells():
    """A row is a line with cells, its number that of its first paragraph; paragraphs of one cell are parted."""
    second = cell(paragraph("开展培训。") + paragraph("组织比赛。"))
    lines = read_lines(word_file(paragraph("表") + table(TASKS, ["1", second, "教育局"])), "x.docx")

    assert [TASKS, ("1", "开展培训。\n组织比赛。", "教育局")] == [line.cells for line in lines if line.cells]
    assert [(5, (5, 6, 8))] == [(line.number, line.cell_numbers) for line in lines[2:]]


def test_cells_merged_downwards():
    """A cell that is merged downwards says the same in each of its rows, from its own place."""
    begin, on = cell("教育局", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    body = table(TASKS, ["1", "培训", begin], ["2", "比赛", on], ["3", "检查", "体育局"])
    lines = read_lines(word_file(body), "x.docx")

    assert ["责任单位", "教育局", "教育局", "体育局"] == [line.cells[2] for line in lines]
    assert [6, 6] == [line.cell_number(2) for line in lines[1:3]]


def test_cells_merged_across():
    """A cell over several columns says its words in the first of them."""
    wide = cell("一、教学改革", '<w:gridSpan w:val="3"/>')
    old = [cell("一、教学改革", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>'), "教育局"]
    late = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("培训")}{cell("教育局")}</w:tr>'
    body = table(TASKS, [wide], old, grid=(900, 900, 900)).replace("</w:tbl>", f"{late}</w:tbl>")

    assert [TASKS, ("一、教学改革", "", ""), ("一、教学改革", "", "教育局"), ("", "培训", "教育局")] == cells(body)


def test_two_heads_over_each_other():
    """The head of a head is filled down to it, so that each column has one name."""
    tall = [cell(name, '<w:vMerge w:val="restart"/>') for name in TASKS[:2]]
    below = [cell("", "<w:vMerge/>")] * 2
    wide = cell("责任单位", '<w:gridSpan w:val="2"/>')
    body = table(
        [*tall, wide], [*below, "牵头单位", "配合单位"], ["1", "培训", "教育局", "体育局"], grid=(9, 900, 900, 900)
    )

    assert [(*TASKS, ""), (*TASKS[:2], "牵头单位", "配合单位"), ("1", "培训", "教育局", "体育局")] == cells(body)


def test_edges_that_miss_each_other():
    """Rows drawn by hand, whose edges miss each other by little, have the same columns; so have rows of equally many
    cells, wherever their edges are."""
    span = '<w:gridSpan w:val="{}"/>'.format
    shifted = [cell("1", span(2)), cell("培训", span(1)), cell("教育局", span(2))]
    wide = [cell("重点工作", span(5))]
    body = table([cell(TASKS[0]), cell(TASKS[1], span(3)), cell(TASKS[2])], shifted, grid=(900, 100, 900, 100, 900))
    both = table(
        [cell(TASKS[0]), cell(TASKS[1], span(2)), cell(TASKS[2], span(2))], shifted, wide, grid=(900, 100, 900, 90, 900)
    )

    assert [TASKS, ("1", "培训", "教育局")] == cells(body)
    assert [TASKS, ("1", "培训", "教育局"), ("重点工作", "", "")] == cells(both)


def test_tables_that_only_arrange_text():
    """Signature, imprint and letterhead in tables without upright lines are lines, as is the one cell around a text."""
    imprint = table(
        [cell("抄送：市委各部门。", '<w:gridSpan w:val="2"/>')],
        ["示例市人民政府办公室", "2021年9月30日印发"],
        borders="none",
    )
    around = table([cell(paragraph("一、目标") + table(TASKS, ["1", "培训", "教育局"]) + paragraph("二、任务"))])
    long = table(["说明", cell("".join(paragraph(f"{n}、要做好各项工作。") for n in "一二三四五六七"))], ["", ""])

    assert ["抄送：市委各部门。", "示例市人民政府办公室\t2021年9月30日印发"] == texts(imprint)
    assert ["一、目标", "\t".join(TASKS), "1\t培训\t教育局", "二、任务"] == texts(around)
    assert 8 == len(texts(long))
    assert [] == cells(long) + cells(imprint)


def test_tables_without_lines_that_list():
    """A table of several rows lists something, whether or not lines are drawn; so does a ruled one of two rows."""
    rows = [TASKS, ("1", "培训", "教育局"), ("2", "比赛", "体育局")]

    assert rows == cells(table(*rows, borders="none"))
    assert rows[:2] == cells(table(*rows[:2]))


def test_a_table_in_a_cell():
    """A small table inside a cell is part of that cell's words."""
    inner = cell(table(["中学", "5所"], ["小学", "8所"]) + paragraph("以上为新建学校。"))
    body = table(TASKS, ["1", inner, "教育局"], ["2", "这一项任务的说明比较长，超过里面的小表格。", "体育局"])

    assert ("1", "中学\t5所\n小学\t8所\n以上为新建学校。", "教育局") == cells(body)[1]


def test_a_document_of_another_writer(tmp_path):
    """What python-docx writes is read: headings, a table with merged cells, its style."""
    document = docx.Document()
    document.add_heading("一、总体要求", level=1)
    document.add_paragraph("各校要做好工作。")
    made = document.add_table(rows=3, cols=3, style="Table Grid")
    for column, head in enumerate(TASKS):
        made.cell(0, column).text = head
    made.cell(1, 2).merge(made.cell(2, 2)).text = "教育局"
    made.cell(1, 0).text, made.cell(2, 0).text = "1", "2"
    document.save(tmp_path / "x.docx")

    lines = read_lines((tmp_path / "x.docx").read_bytes(), "x.docx")
    assert ["一、总体要求", "各校要做好工作。"] == [line.text.strip() for line in lines[:2]]
    assert [TASKS, ("1", "", "教育局"), ("2", "", "教育局")] == [line.cells for line in lines[2:]]


def test_dangling_relations():
    """A relation to a part that is not there, as Word itself writes some, does not matter."""
    dangling = '<Relationship Id="rId{}" Type="x/{}" Target="{}"/>'.format

    assert ["文"] == texts(paragraph("文"), more=dangling(7, "image", "NULL") + dangling(8, "styles", "no.xml"))


def test_strict_documents():
    """A document in the strict form of the standard is read like any other."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    names = NAMES.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict)
    parts = {
        "_rels/.rels": relations(
            MAIN.replace(
                "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
            )
        ),
        "word/document.xml": f"<w:document {names}><w:body>{paragraph('文')}</w:body></w:document>",
    }
    data = zip_file({name: part.encode() for name, part in parts.items()})

    assert ["文"] == [line.text.strip() for line in read_lines(data, "x.docx")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "an old Word file, or one with a password; save it as .docx"),
        (b"no archive", "a damaged Word file"),
        (zip_file({"a.txt": b"x"}), "no Word document is packed in it"),
        (zip_file({"word/document.xml": b"<w"}), "word/document.xml in it is no sound XML"),
        (zip_file({"word/document.xml": b"<?xml version='1.0' encoding='x-none'?><w/>"}), "no sound XML"),
        (zip_file({"word/document.xml": b"<!DOCTYPE w SYSTEM 'file:///etc/passwd'><w/>"}), "declares a document type"),
        (zip_file({"word/document.xml": '<!DOCTYPE w [<!ENTITY a "b">]><w/>'.encode("utf-16")}), "a document type"),
        (word_file("<w:tbl><w:tr><w:tc>" * 2000 + "</w:tc></w:tr></w:tbl>" * 2000), "in each other too deep"),
    ],
)
def test_unreadable(data, reason):
    """What is no Word document, or would name other files, or grow without end, says so."""
    with pytest.raises(UnreadableFile, match=reason):
        read_lines(data, "x.docx")


def test_too_many_tags():
    """A document with more tags than any text needs is refused before they are read."""
    with pytest.raises(UnreadableFile, match=r"1,250,005 tags in word/document\.xml; at most 1,250,000 are read; "):
        read_lines(word_file("".join(f"<w:p>{n}</w:p>" for n in range(625_000))), "x.docx")


def test_absurd_spans():
    """A cell that claims a billion columns takes no more memory than another."""
    wide = cell("甲", '<w:gridSpan w:val="999999999"/>')

    assert 2 == len(texts(table([wide, "乙"], [wide, "丙"])))


@given(st.binary(max_size=40), st.integers(0, 4000), st.integers(0, 40))
def test_damaged_files(noise, place, gone):
    """However a file is damaged, it is read or refused."""
    data = word_file(table(TASKS, ["1", "培训", "教育局"]) + paragraph("文", list_id=1), numbering=lists(SECTIONS))
    place %= len(data)
    with contextlib.suppress(UnreadableFile):
        assert read_lines(data[:place] + noise + data[place + gone :], "x.docx")


def test_file_in_memory():
    """The bytes of a file are all that is needed."""
    file = io.BytesIO()
    docx.Document().save(file)

    assert [] == [line for line in read_lines(file.getvalue(), "x.docx") if not line.blank]
