"""The document found in a page, and what the page says of it beside its text."""

import pytest
from html_pages import FOOTER, LATEST, NAVIGATION

from loaders.readers.html import read_lines

TITLE = "示例市教育局关于加强职业教育工作的通知"
BODY = f"<p>{TITLE}</p><p>各县区：</p><p>现将有关要求通知如下，请认真落实。</p><p>一、提高认识，落实责任。</p>"
SHOWN = [TITLE, "各县区：", "现将有关要求通知如下，请认真落实。", "一、提高认识，落实责任。"]


def shown(page):
    """The lines of a page, those of properties left out."""
    return [text for text in lines_of(page) if not text.startswith("【")]


def properties_of(page):
    """What a page says beside its text."""
    return [text for text in lines_of(page) if text.startswith("【")]


def lines_of(page):
    """The texts of the lines of a page."""
    return [line.text.strip() for line in read_lines(page.encode(), "x.html")]


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "<div class=wrap><div class=inner>{}</div></div>",
        "<table><tr><td>{}</td></tr></table>",
        "<form><div id=UCAP-CONTENT>{}</div><p>相关链接，请看其他文件。</p></form>",
        "<div class='view TRS_UEDITOR trs_paper_default'>{}</div>",
        "<article>{}</article><aside><p>热点，请看。</p></aside>",
    ],
)
def test_the_box_of_the_document(around):
    """The document is found in its box, whatever boxes stand around it, and the site is left out."""
    assert SHOWN == shown(f"<body>{NAVIGATION}{LATEST}{around.format(BODY)}{FOOTER}</body>")


def test_annexes_beside_the_box_of_the_text():
    """A box that holds most of the text, but not the annexes behind it, is not all of the document."""
    page = f"<div><div>{BODY}{BODY[-40:] * 20}</div><p>附件1</p><p>任务清单</p><p>1.开展培训，组织比赛。</p></div>"

    assert ["附件1", "任务清单", "1.开展培训，组织比赛。"] == shown(page)[-3:]


def test_a_table_behind_the_list_of_the_text():
    """Nor is it when a table of data stands behind it: paragraphs may be items of a list, and tables stand outside."""
    rows = "".join(f"<tr><td>{n}</td><td>开展第{n}项培训</td><td>市教育局</td></tr>" for n in range(1, 5))
    page = f"<div class=con><ul><li>{'</li><li>'.join(SHOWN * 3)}</li></ul><table>{rows}</table></div>"

    assert "4\t开展第4项培训\t市教育局" == shown(page)[-1]


def test_paragraphs_that_are_no_boxes():
    """Elements that the page shows as blocks are lines of their own."""
    spans = "".join(f'<span style="display: block">{text}</span>' for text in SHOWN)

    assert SHOWN == shown(f"<div class=zoom>{spans}</div>")


def test_titles_among_broken_lines():
    """Where <br> parts paragraphs, a line that is too short to be wrapped ends one."""
    text = "过去一年，全市教育工作坚持把学校体育放在重要位置，开展了培训和检查。"
    page = f"<div class=zoom>{'<br>'.join(['工作回顾', text, '工作安排', text])}</div>"

    begun = [line.text.startswith("\u3000\u3000") for line in read_lines(page.encode(), "x.html")]
    assert begun == [True] * 4


def test_validity_among_properties():
    """What a page says of the validity of its document, and from when on it is valid, is read."""
    table = "<table><tr><td>有 效 性：</td><td>失效</td><td>实施日期：</td><td>2021年4月1日</td></tr></table>"

    assert properties_of(f"{table}<div class=zoom>{BODY}</div>") == ["【有效性】失效", "【施行日期】2021年4月1日"]


def test_a_sentence_before_the_box_of_the_text():
    """Nor is it when a sentence of the document stands before it."""
    page = f"<div><p>为了加强职业教育工作，现将要求通知如下。</p><div>{BODY * 4}</div></div>"

    assert "为了加强职业教育工作，现将要求通知如下。" in shown(page)


def test_pieces_of_the_text():
    """Boxes of the name that holds the text are pieces of it, and so is what stands between them."""
    piece = '<div class="TRS_Editor">{}</div>'
    last = piece.format("<p>三、附则，自印发之日起施行。</p>")
    page = f"<body>{piece.format(BODY)}<p>二、落实任务，加强督导。</p>{last}{FOOTER}"

    assert [*SHOWN, "二、落实任务，加强督导。", "三、附则，自印发之日起施行。"] == shown(page)


def test_hidden_text():
    """What no browser shows is no text of a page."""
    hidden = (
        "<p style='display: none'>二、隐藏。</p><div hidden><p>三、隐藏。</p></div><span style='display:none'>四</span>"
    )

    assert SHOWN == shown(f"<div>{BODY}{hidden}</div>")


def test_a_page_that_a_program_builds():
    """Where nearly all of a page is hidden until a program shows it, the hidden text is read."""
    assert SHOWN[1:] == shown(f"<p>正在加载，请稍候。</p><div style='display:none'>{BODY}</div>")[-3:]


def test_the_better_copy():
    """Of two copies the one counts whose lines have not run together, wherever it stands."""
    flat = "".join(SHOWN)

    assert SHOWN == shown(f"<body><div>{flat}</div><div>{BODY}</div></body>")
    assert SHOWN == shown(f"<body><div>{BODY}</div><div>{flat}</div></body>")


def test_what_restates_is_no_copy():
    """Two texts that share a part of their sentences both count."""
    other = BODY.replace("提高认识，落实责任", "健全机制，明确分工").replace("现将有关要求通知如下", "经研究决定如下")

    assert "一、健全机制，明确分工。" in shown(f"<body><div>{BODY}</div><div>{other}</div></body>")


@pytest.mark.parametrize(
    "line",
    [
        "【打印】 【字体：<a>大</a> <a>中</a> <a>小</a>】",
        "分享到：<a>微信</a> <a>微博</a>",
        "扫一扫在手机打开当前页",
        "责任编辑：张某某",
        "政策解读：<a href=1>https://example.cn/1.html</a>",
        "<a href=1>附件：任务清单.docx</a>",
        "附件1.任务清单</p><p><a href=1>20210301120000.doc</a>",
        "上一篇：<a href=1>关于某事的通知</a>",
    ],
)
def test_chrome_below_the_text(line):
    """What sites put below a text, in its own box, is left out."""
    assert SHOWN == shown(f"<div>{BODY}<p>{line}</p></div>")


def test_chrome_in_the_text_stays():
    """In the midst of a document nothing is cut that looks like chrome."""
    page = f"<div>{BODY * 4}<p>分享到：微信</p>{BODY * 4}</div>"

    assert "分享到：微信" in shown(page)


def test_signers_are_no_footer():
    """Names and telephones below a document, with no footer below them, belong to it."""
    page = f"<div>{BODY}<p>联系电话：000-0000000</p><p>主办单位：示例市教育局</p></div>"

    assert ["联系电话：000-0000000", "主办单位：示例市教育局"] == shown(page)[-2:]


TABLE = (
    "<table><tr><td>索 引 号：</td><td>00001/2021-1</td><td>主题分类：</td><td>教育</td></tr><tr><td>发文机关：</td>"
    "<td>示例市教育局</td><td>成文日期：</td><td>2021年3月1日</td></tr><tr><td>标　　题：</td>"
    "<td colspan=3>{title}</td></tr><tr><td>发文字号：</td><td>{number}</td><td>发布日期：</td><td></td></tr></table>"
)
FIELDS = ["【发文机关】示例市教育局", "【成文日期】2021年3月1日", "【发文字号】例教〔2021〕15号"]


@pytest.mark.parametrize("page", ["{table}<div class=TRS_Editor>{body}</div>", "<div>{table}{body}</div>"])
def test_properties_in_a_table(page):
    """A table of properties, above the box of the text or in it, says what it knows of the head and is no text."""
    table = TABLE.format(title=TITLE, number="例教〔2021〕15号")

    found = lines_of(page.format(table=table, body=BODY))

    assert [*SHOWN, *FIELDS] == found


def test_empty_properties():
    """A property without a value, or said to have none, is left out, and does not take that of its neighbour."""
    assert FIELDS[:2] == properties_of(TABLE.format(title=TITLE, number="") + f"<div class=zoom>{BODY}</div>")
    assert FIELDS[:2] == properties_of(TABLE.format(title=TITLE, number="无") + f"<div class=zoom>{BODY}</div>")
    assert [] == properties_of(f"<p>来源：本站原创 作者：佚名 文号：/</p><div class=zoom>{BODY}</div>")


@pytest.mark.parametrize(
    "line",
    [
        "<ul><li><b>文　号：</b> 例教〔2021〕15号</li><li>点击数：12</li></ul>",
        "<div>文号：例教〔2021〕15号　　浏览次数：12</div>",
        "<div><span>索引号：01/2021</span><span>文号：例教〔2021〕15号</span><span>浏览次数：12</span></div>",
        "<ol class=info><li>[主题分类] 教育</li><li>[发文字号] <span>例教〔2021〕15号</span></li></ol>",
        "<dl><dt>文号</dt><dd>例教〔2021〕15号</dd></dl>",
        "<div><span>文号：</span><p>例教〔2021〕15号</p></div>",
    ],
)
def test_properties_in_lists_and_lines(line):
    """Properties stand in lists, in one line, and in pairs."""
    assert ["【发文字号】例教〔2021〕15号"] == properties_of(f"{line}<div class=zoom>{BODY}</div>")


def test_properties_of_other_documents():
    """A page that says a property twice, and not the same, speaks of other documents too; it is left out."""
    page = f"<p>文号：例教〔2021〕15号</p><p>文号：例教〔2021〕16号</p><div class=zoom>{BODY}</div>"

    assert [] == properties_of(page)


UNTITLED = "<div class=zoom><p>为了加强职业教育工作，现将要求通知如下。</p><p>一、提高认识，落实责任。</p></div>"


@pytest.mark.parametrize(
    "above",
    [
        f"<meta name=ArticleTitle content='{TITLE}'>",
        f"<h1>示例市人民政府门户网站</h1><h2>{TITLE}</h2>",
        f"<title>{TITLE}_示例市教育局</title>",
        f"<title>{TITLE} - 示例市人民政府门户网站</title>",
        f"<h1>（转载）{TITLE}</h1>",
        TABLE.format(title=TITLE, number="无"),
    ],
)
def test_the_title_of_the_page(above):
    """Where the text has no title, that of the page is its first line: of its head, its heading or its properties."""
    assert TITLE == shown(f"{above}{UNTITLED}")[0]


def test_no_title():
    """A heading that is no title, such as the site's name, does not become one."""
    page = f"<title>示例市教育局</title><h1>示例市教育局门户网站</h1><h3>最新文件</h3>{UNTITLED}"

    assert "为了加强职业教育工作，现将要求通知如下。" == shown(page)[0]


@pytest.mark.parametrize("heading", [TITLE, "关于加强职业教育工作的通知"])
def test_the_title_once(heading):
    """The heading of the page is left out where the text says the title itself, in the box of the text or above it."""
    assert SHOWN == shown(f"<h1>{heading}</h1><div class=zoom>{BODY}</div>")
    assert SHOWN == shown(f"<div><h2>{heading}</h2>{BODY}</div>")


def test_a_title_in_several_lines():
    """A title over two lines, and one glued to the number below it, is the text's own."""
    for first in ("<p>示例市教育局</p><p>关于加强职业教育工作的通知</p>", f"<p>{TITLE} 例教〔2021〕15号 各县区：</p>"):
        page = f"<meta name=ArticleTitle content='职业教育工作通知'>{UNTITLED.replace('<p>', first + '<p>', 1)}"

        assert "职业教育工作通知" not in shown(page)
