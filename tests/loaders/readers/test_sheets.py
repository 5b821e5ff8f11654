"""Printed sheets: what a person reads on them, in which order, and where paragraphs begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import LEFT, SIZE, STEP, cells, glyphs, set_lines, sheet

from loaders.readers.characters import unified
from loaders.readers.sheet_rows import joined, rows
from loaders.readers.sheet_tables import Cell, Grid, mended
from loaders.readers.sheet_text import read_sheets
from loaders.readers.sheets import Glyph
from loaders.vocabulary import rows as entries

SENTENCES = [
    "全市中小学校要把体育工作摆在更加突出的位置，统筹安排场地和经费，确保每天一小时。",
    "各县区要建立工作机制。",
    "教育部门负责指导，财政部门负责保障，体育部门负责开放场馆，卫生健康部门负责监测。",
    "每年报告一次进展情况。",
    "到二〇二五年，全市新建和改造运动场一百八十片，场馆开放率达到百分之八十五以上。",
    "以上任务按季度调度。",
]
TASKS = ("序号", "工作任务", "责任单位")
TOPS = (100.0, 130.0, 160.0, 190.0)
LEFTS = (90.0, 150.0, 350.0, 500.0)


def texts(*sheets):
    """The lines of these sheets without indents."""
    return [line.text.strip("\u3000") for line in read_sheets(sheets)]


def table(rows_, tops=TOPS, lefts=LEFTS):
    """The characters of a table with a text in each cell."""
    return [
        glyph
        for top, row in zip(tops, rows_, strict=False)
        for left, text in zip(lefts, row, strict=False)
        for glyph in glyphs(text, left + 4, top + 20, 12)
    ]


def table_rows(*sheets):
    """The rows of the tables on these sheets."""
    return [line.cells for line in read_sheets(sheets) if line.cells]


@pytest.mark.parametrize("indent", [0, 2])
def test_paragraphs(indent):
    """Lines of one paragraph are one line, with and without indents; its number is that of its first line."""
    lines = read_sheets([sheet(set_lines(SENTENCES, indent=indent))])

    assert SENTENCES == [line.text.strip("\u3000") for line in lines]
    assert [(1, 1), (3, 1), (4, 1)] == [(line.number, line.page) for line in lines[:3]]


def test_paragraphs_over_pages():
    """A paragraph goes on over a page break, and keeps the page where it begins."""
    printed = set_lines(SENTENCES)
    lines = read_sheets([sheet(printed[:5]), sheet(printed[5:], 2)])

    assert SENTENCES == [line.text.strip("\u3000") for line in lines]
    assert [1, 1, 1, 2, 2, 2] == [line.page for line in lines]


@given(
    st.lists(st.text("学校体育工作要加强场地", min_size=8, max_size=90), min_size=6, max_size=12), st.integers(7, 20)
)
def test_any_paragraphs(found, most):
    """Paragraphs come back as they were set, whatever their length and wherever pages break."""
    found = [f"{name}{text}。" for name, text in zip("甲乙丙丁戊己庚辛壬癸子丑", found, strict=False)]
    printed = set_lines(found)
    pages = [printed[start : start + most] for start in range(0, len(printed), most)]

    assert found == texts(*(sheet(lines, number) for number, lines in enumerate(pages, 1)))


def test_paragraphs_by_gaps():
    """Without indents, a gap between paragraphs tells them apart, even where a line is full to its end; where there is
    no gap, the paragraph goes on."""
    full = "各地要加强组织领导落实工作责任确保各项任务落地见效。"
    found = [full * 2, "各校要制定方案。", full + "各校自查。", full] * 2
    placed, base = [], 120.0
    for text in found:
        for n, (_, line) in enumerate(set_lines([text], indent=0)):
            base += STEP if n else STEP * 1.3
            placed += glyphs(line, LEFT, base)

    assert found == texts(sheet([], more=placed))


def test_what_the_print_does_not_show():
    """Without indents and gaps, a full line that ends a sentence or a bracket may end its paragraph: the next one
    stands by itself, without the indent of a beginning."""
    ended = "各地要加强组织领导落实工作责任确保各项任务落地见效。"
    lines = read_sheets([sheet([ended, "（一）各校要制定方案。", *[ended, "各校自查。"] * 3])])

    assert [True, False] == [line.text.startswith("\u3000") for line in lines[:2]]


def test_ragged_lines():
    """Where the right edge is not even, a line that leaves room for two letters may go on; where it is, it ends."""
    full = "各地要加强组织领导落实工作责任确保各项任务落地见效果"
    ragged = [full[:24], full, full[:24], full[:25], full[:24], full[:23] + "。", "各校要制定方案。"]
    even = [*[full] * 5, full[:23] + "。", "各校要制定方案。"]

    assert not read_sheets([sheet(ragged)])[-1].text.startswith("\u3000")
    assert read_sheets([sheet(even)])[-1].text.startswith("\u3000")


def test_hanging_lines():
    """Lines of a list that hang below its numbers go on with it, also behind a full stop; numbers begin, though they
    stand where the list around them goes on."""
    full = "各地要加强组织领导落实工作责任确保各项任务落地见效"
    lines, expected = [], []
    for n in "一二三":
        lines += [
            (0, f"{n}、{full[:24]}"),
            (2, full[:24]),
            (2, f"{full[:23]}。"),
            (2, f"1.{full[:21]}。"),
            (2, "2.自查。"),
        ]
        expected += [f"{n}、{full[:24]}{full[:24]}{full[:23]}。", f"1.{full[:21]}。", "2.自查。"]

    assert expected == texts(sheet(lines))


def test_centred_lines():
    """A title in the middle over two lines is two lines, or one where the first fills the page; then text begins."""
    text = set_lines(SENTENCES)
    title = [(6.5, "示例市学校体育提升行动方案"), (9.5, "（征求意见稿）")]
    history = [(0, "二〇二〇年一月一日示例市人民代表大会常务委员会第一"), (10, "次会议通过")]

    assert [title[0][1], title[1][1], SENTENCES[0]] == texts(sheet([*title, *text]))[:3]
    assert "二〇二〇年一月一日示例市人民代表大会常务委员会第一次会议通过" == texts(sheet([*history, *text]))[0]


def test_dates_and_signatures():
    """A line set to the right ends there: the one below it begins, on its page and on the next."""
    text = set_lines(SENTENCES)
    signed = [(14, "示例市人民政府"), (15, "二〇二一年一月一日"), (0, "附件")]

    assert ["示例市人民政府", "二〇二一年一月一日", "附件"] == texts(sheet([*text, *signed]))[-3:]
    assert ["示例市人民政府", "二〇二一年一月一日", "附件"] == texts(sheet([*text, *signed[:2]]), sheet(signed[2:], 2))[
        -3:
    ]


def test_pages_with_room():
    """A page that leaves room ends its last paragraph, whether or not a mark ends it."""
    text = set_lines(SENTENCES)
    rest = "学校体育工作要加强场地和器材建设经费由市财政保障到位"

    assert [rest, rest] == texts(sheet(text), sheet([rest], 2), sheet([rest], 3))[-2:]


def test_larger_letters():
    """A line in larger letters is not part of the text below it."""
    lines = read_sheets(
        [
            sheet(
                ["学校体育工作要加强场地和器材建设经费由市财政保障到位"],
                more=glyphs("第一章总则学校体育工作场地", LEFT, 90, 28),
            )
        ]
    )

    assert 2 == len(lines)


def test_two_columns():
    """Columns are read one after the other, also where their lines are not level; a title over both comes first, what
    stands below both comes last."""
    left, right = set_lines(SENTENCES[:3], 12), set_lines(SENTENCES[3:], 12)
    title = glyphs("示例市人民政府公报第三期", 200, 80)
    last = glyphs("以上文件由示例市人民政府办公室负责解释并自印发之日起施行", LEFT, 120 + STEP * 13)
    beside = [
        g for row, (indent, text) in enumerate(right) for g in glyphs(text, 320 + SIZE * indent, 129 + STEP * row)
    ]

    expected = ["示例市人民政府公报第三期", *SENTENCES, "以上文件由示例市人民政府办公室负责解释并自印发之日起施行"]
    assert expected == texts(sheet(left, more=[*title, *beside, *last]))


def test_columns_made_even():
    """Where the columns of the last page are of one length, a paragraph goes on from one to the next."""
    printed = set_lines([*SENTENCES, *SENTENCES[:5]], 12)
    first, last = printed[:24], printed[24:]
    half = len(last) // 2

    def both(left, right, number):
        beside = [
            glyph
            for row, (indent, text) in enumerate(right)
            for glyph in glyphs(text, 320 + SIZE * indent, 120 + STEP * row)
        ]
        return sheet(left, number, more=beside)

    pages = both(first[:12], first[12:], 1), both(last[:half], last[half:], 2)
    assert [*SENTENCES, *SENTENCES[:5]] == texts(*pages)


def test_three_columns():
    """There may be three columns."""
    found = [SENTENCES[0] * 2, SENTENCES[2] * 2, SENTENCES[4] * 2]
    printed = [
        glyph
        for column, text in enumerate(found)
        for row, (indent, part) in enumerate(set_lines([text], 9))
        for glyph in glyphs(part, 60 + 170 * column + SIZE * indent, 120 + STEP * row)
    ]

    assert found == texts(sheet([], more=printed))


def test_lists_of_names_are_no_columns():
    """Names beside posts, and signatures beside each other, are read row by row."""
    names = [
        glyph
        for row, name in enumerate(("张三", "李四", "王五", "赵六"))
        for glyph in glyphs(name, LEFT, 120 + STEP * row)
    ]
    posts = [glyph for row in range(4) for glyph in glyphs("副市长", 320, 120 + STEP * row)]

    assert ["张三  副市长", "李四  副市长"] == texts(sheet([], more=names + posts))[:2]


def test_running_heads_and_page_numbers():
    """Heads and feet that repeat, page numbers and marks below the text are left out; the marks of annexes are not."""
    foots = ("— {} —", "第{}页 共4页", "{}/4", "{}")
    pages = [
        sheet(
            ["附件" + str(n), *SENTENCES[n : n + 2]],
            n,
            more=[
                *glyphs("示例公报", 240, 60),
                *glyphs("内部资料", 200, 400),
                *glyphs(foots[n - 1].format(n), 280, 800),
            ],
        )
        for n in (1, 2, 3, 4)
    ]

    assert [text for n in (1, 2, 3, 4) for text in (f"附件{n}", *SENTENCES[n : n + 2])] == texts(*pages)


def test_a_head_above_a_single_line():
    """A head that stands on two pages is left out though one of them has but a line of text."""
    printed = set_lines(SENTENCES)
    head = glyphs("示例省人民政府公报", 200, 60)
    first, second = sheet(printed[:-1], more=head), sheet(printed[-1:], 2, more=head)

    assert SENTENCES == texts(first, second)


def test_a_head_above_a_table():
    """A head that stands on two pages is left out though nothing but a table stands below it."""
    head = glyphs("示例省人民政府公报", 90, 60, 10)
    first = sheet(
        [], tables=[cells(LEFTS, TOPS)], more=[*table([TASKS, ("1", "培训", "甲"), ("2", "检查", "乙")]), *head]
    )
    second = sheet([], 2, tables=[cells(LEFTS, TOPS[:3])], more=[*table([TASKS, ("3", "总结", "丙")]), *head])

    assert [] == [line.text for line in read_sheets([first, second]) if not line.cells]


def test_a_flush_heading_on_the_next_page():
    """A heading with a number begins though it is not set in as paragraphs are, below a line that leaves some room."""
    printed = set_lines([SENTENCES[2], SENTENCES[4], SENTENCES[3], SENTENCES[0], f"{'各' * 46}。"])
    first, second = sheet(printed), sheet([(0, "二、加强领导"), *set_lines([SENTENCES[0]])], 2)

    assert "二、加强领导" in texts(first, second)


def test_a_head_with_a_page_number():
    """A running head that says the page, too, is one."""
    pages = [sheet([SENTENCES[n]], n, more=glyphs(f"示例公报　{n}", 240, 60)) for n in (1, 2, 3)]

    assert SENTENCES[1:4] == texts(*pages)


def test_a_table():
    """A ruled table is rows with cells; text above and below it is text."""
    ruled = table([TASKS, ("1", "开展培训", "教育局"), ("2", "组织比赛", "体育局")])
    lines = read_sheets(
        [sheet(["附件"], top=60, tables=[cells(LEFTS, TOPS)], more=[*ruled, *glyphs("注：按季报告", LEFT, 300)])]
    )

    assert ["附件", "\t".join(TASKS), "1\t开展培训\t教育局", "2\t组织比赛\t体育局", "注：按季报告"] == [
        line.text.strip("\u3000") for line in lines
    ]
    assert [TASKS, ("1", "开展培训", "教育局"), ("2", "组织比赛", "体育局")] == [line.cells for line in lines[1:4]]
    assert [1, 2, 3, 4, 5] == [line.number for line in lines]


def test_merged_cells():
    """A cell merged downwards says the same in each row, one merged across says it in its first column."""
    boxes = [box for box in cells(LEFTS, TOPS) if box[0] != 350.0 and box[1] != 100.0]
    boxes += [(350.0, 130.0, 500.0, 190.0), (90.0, 100.0, 500.0, 130.0)]
    words = table([("一、教学",), ("1", "开展培训", "教育局"), ("2", "组织比赛")])

    assert [("一、教学", "", ""), ("1", "开展培训", "教育局"), ("2", "组织比赛", "教育局")] == table_rows(
        sheet([], tables=[boxes], more=words)
    )


def test_cells_over_several_lines():
    """The lines of a cell are parted by line ends."""
    words = [
        *table([TASKS, ("1", "", "教育局")]),
        *glyphs("开展培训并", 154, 142, 12),
        *glyphs("组织比赛。", 154, 156, 12),
    ]

    assert [("1", "开展培训并\n组织比赛。", "教育局")] == table_rows(
        sheet([], tables=[cells(LEFTS, TOPS[:3])], more=words)
    )[1:]


def test_a_table_over_pages():
    """A head that is repeated on the next page is left out, and a row that the page break tore is put together."""
    first = sheet(
        [], tables=[cells(LEFTS, TOPS)], more=table([TASKS, ("1", "开展培训", "教育局"), ("2", "组织", "体育局、")])
    )
    rest = [TASKS, ("", "比赛", "教育局"), ("3", "检查", "督导室")]
    second = sheet([], 2, tables=[cells(LEFTS, TOPS)], more=table(rest))

    assert [
        TASKS,
        ("1", "开展培训", "教育局"),
        ("2", "组织\n比赛", "体育局、\n教育局"),
        ("3", "检查", "督导室"),
    ] == table_rows(first, second)


def test_a_row_alone_on_its_page():
    """The only row of a table on a page is a row when the table goes on elsewhere; a frame like it is none."""
    first = sheet(
        [], tables=[cells(LEFTS, TOPS)], more=table([TASKS, ("1", "开展培训", "教育局"), ("2", "组织比赛", "体育局")])
    )
    second = sheet([], 2, tables=[cells(LEFTS, TOPS[:2])], more=table([("3", "检查", "督导室")]))

    assert ("3", "检查", "督导室") == table_rows(first, second)[-1]
    assert [] == table_rows(second)


def test_a_merged_cell_over_pages():
    """A cell that is merged over the page break says the same below it."""
    boxes = [box for box in cells(LEFTS, TOPS) if not (box[0] == 90.0 and box[1] > 100.0)]
    first = [*boxes, (90.0, 130.0, 150.0, 190.0)]
    second = [box for box in cells(LEFTS, TOPS[:3]) if box[0] != 90.0] + [(90.0, 100.0, 150.0, 160.0)]
    above = sheet([], tables=[first], more=table([TASKS, ("教学", "开展培训", "教育局"), ("", "组织比赛", "体育局")]))
    below = sheet([], 2, tables=[second], more=table([("", "检查", "督导室"), ("", "总结", "教育局")]))

    assert ["教学"] * 4 == [row[0] for row in table_rows(above, below)[1:]]


def test_a_row_over_pages_that_repeat_the_head():
    """The rest of a row goes on with it on any page of the table, though it was the only one on the page before."""
    rows_of = [("1", "开展培训", "教育局"), ("2", "组织", "体育局"), ("", "比赛", ""), ("3", "检查", "督导室")]
    pages = [[TASKS, rows_of[0]], [TASKS, rows_of[1]], [TASKS, *rows_of[2:]]]
    drawn = [
        sheet([], n, tables=[cells(LEFTS, TOPS[: len(page) + 1])], more=table(page)) for n, page in enumerate(pages, 1)
    ]

    assert [TASKS, rows_of[0], ("2", "组织\n比赛", "体育局"), rows_of[3]] == table_rows(*drawn)


def test_the_head_of_a_table_over_pages():
    """A head that a page break tears is whole again."""
    above = sheet([], tables=[cells(LEFTS, TOPS[:2])], more=table([("序号", "任务", "责任")]))
    below = sheet(
        [], 2, tables=[cells(LEFTS, TOPS)], more=table([("", "", "单位"), ("1", "培训", "甲"), ("2", "检查", "乙")])
    )

    assert ("序号", "任务", "责任\n单位") == table_rows(above, below)[0]


def test_the_rest_of_a_row_in_a_group():
    """The name of a group, merged over the break, does not make the rest of a row a row of its own."""
    boxes = [box for box in cells(LEFTS, TOPS[:3]) if box[0] != 90.0] + [(90.0, 100.0, 150.0, 160.0)]
    above = sheet([], tables=[boxes], more=table([("教学", "1", "开展"), ("", "2", "组织")]))
    below = sheet([], 2, tables=[boxes], more=table([("", "", "比赛"), ("", "3", "检查")]))

    assert [("教学", "2", "组织\n比赛"), ("教学", "3", "检查")] == table_rows(above, below)[1:]


def test_other_tables_stay_apart():
    """A table with other columns is another one, and so is one that text parts from the table before."""
    ruled = table([TASKS, ("1", "开展培训", "教育局"), ("2", "组织比赛", "体育局")])
    other = table([TASKS, ("", "检查", "督导室")])
    wider = cells((90.0, 180.0, 350.0, 500.0), TOPS[:3])
    above = sheet([], tables=[cells(LEFTS, TOPS)], more=ruled)

    assert 5 == len(table_rows(above, sheet([], 2, tables=[wider], more=other)))
    assert 5 == len(table_rows(above, sheet(["附件2"], 2, top=80, tables=[cells(LEFTS, TOPS[:3])], more=other)))


def test_frames_are_no_tables():
    """A frame around text, and one row of boxes, are text."""
    frame = ((60.0, 60.0, 540.0, 800.0),)
    row = cells(LEFTS, TOPS[:2])

    assert [] == table_rows(sheet(SENTENCES, tables=[frame, row]))


def test_a_table_in_a_cell():
    """A table inside a cell of another is not read twice."""
    words = table([TASKS, ("1", "开展培训", "教育局"), ("2", "组织比赛", "体育局")])
    inner = cells((160.0, 220.0, 330.0), (132.0, 145.0, 158.0))
    more = [*glyphs("甲", 165, 142, 8), *glyphs("乙", 230, 142, 8)]

    assert 3 == len(table_rows(sheet([], tables=[cells(LEFTS, TOPS), inner], more=words + more)))


def test_spaces():
    """A space stands where one is printed, and where a gap shows one; not where letters are set wide."""
    wide = [Glyph(letter, 100 + 24 * n, 116 + 24 * n, 100, 16) for n, letter in enumerate("示例省人民政府")]
    words = [*glyphs("PM", 100, 100), *glyphs("2.5", 140, 100), Glyph(" ", 188, 192, 100, 16), *glyphs("AQI", 192, 100)]

    assert "示例省人民政府" == joined(rows(wide)[0]).text
    assert "PM 2.5 AQI" == joined(rows(words)[0]).text


def test_bold_letters_printed_twice():
    """Letters that are printed twice to look bold are read once; letters that stand twice are two."""
    assert "一、目标" == joined(rows([*glyphs("一、目标", 100, 100), *glyphs("一、目标", 100.5, 100)])[0]).text
    assert "人人" == joined(rows(glyphs("人人", 100, 100))[0]).text


def test_raised_digits():
    """Small digits above the line are an exponent or the mark of a note."""
    small = [Glyph(digit, 180 + 8 * n, 188 + 8 * n, 94, 8) for n, digit in enumerate("18")]

    assert "计算十万10¹⁸" == joined(rows([*glyphs("计算十万", 84, 100), *glyphs("10", 148, 100), *small])[0]).text


def test_confidence_of_the_least_sure_word():
    """A line and a row of a table are as sure as their least sure word."""
    words = [Glyph("各校要", 90, 140, 100, 16, 0.99), Glyph("做好。", 180, 230, 100, 16, 0.7)]
    ruled = [
        Glyph(text, left, left + 30, top + 20, 12, 0.9 if text == "1" else 1.0)
        for top in TOPS[:3]
        for left, text in zip(LEFTS, ("1", "培训", "局"), strict=False)
    ]

    assert [0.7] == [line.confidence for line in read_sheets([sheet([], more=words)])]
    assert {0.9} == {line.confidence for line in read_sheets([sheet([], tables=[cells(LEFTS, TOPS)], more=ruled)])}


def test_no_sheets():
    """Empty sheets have no lines."""
    assert () == read_sheets([]) == read_sheets([sheet([])])


@pytest.mark.parametrize(("given", "meant"), entries("lookalikes.tsv"))
def test_lookalikes(given, meant):
    """A character that a file gives for another which looks the same is that other one."""
    assert f"甲{meant}乙" == unified(f"甲{given}乙")


def test_compatibility_forms():
    """Radicals of the old list, compatibility ideographs and ligatures are the usual characters; all else stays."""
    assert "一、办法（①）fi" == unified("⼀、办法（①）ﬁ")
    assert "龟母凉" == unified("⻳⺟\uf979")


def test_a_table_goes_on_over_a_page_that_held_only_the_rest_of_a_row():
    """Nothing stands above the break any more, and the rows below it are kept."""
    rows_of = [tuple(map(Cell, row)) for row in (TASKS, ("1", "开放场馆", "教育局"))]
    head = Grid((90, 100, 500, 190), LEFTS[:3], tuple(rows_of))
    emptied = Grid((90, 100, 500, 130), LEFTS[:3], ())

    assert (emptied, Grid(head.box, head.edges, (rows_of[1],))) == mended(head, emptied, head)
