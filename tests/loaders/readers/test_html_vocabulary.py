"""The words by which pages are read: every entry fires, and none stands twice."""

import re

import pytest

from loaders.readers.html import read_lines
from loaders.readers.html_blocks import read_blocks
from loaders.readers.html_chrome import is_chrome
from loaders.readers.html_events import End, Start, Text
from loaders.vocabulary import lines as entries
from loaders.vocabulary import rows

BODY = "<p>示例市教育局关于某事的通知</p><p>现将有关要求通知如下，请认真落实。</p><p>一、提高认识，落实责任。</p>"
LAST = "一、提高认识，落实责任。"
FILES = ("page_work_boxes.txt", "page_chrome_boxes.txt", "page_buttons.txt", "page_chrome.txt", "page_footers.txt")

CHROME = """
当前位置：首页 > 公开
您现在的位置：首页
您的位置是：首页
首页 > 政务公开
扫一扫在手机打开当前页
扫描二维码
责任编辑：张某
责编：张某
初审：张某
终审：张某
上一篇：关于某事的通知
下一条：关于某事的通知
浏览次数：12
浏览：12
相关链接
【政策解读】
政策解读：关于某事的解读
一图读懂：https://example.cn/1.html
点击查看全文
附件下载：
相关附件下载：
关于我们 | 网站声明
联系我们
法律声明
友情链接
今天是2021年3月1日
您是第12位访问者
本站总访问12次
IPv6
热搜词：社保
搜索热词：社保
热门搜索
版权声明：
来源链接：
原文链接：
信息公开选项：
回到顶部
返回顶部
文章属性
正文
""".strip().splitlines()
FOOTERS = """
版权所有：示例市人民政府
Copyright 2021
网站标识码：1234567890
示ICP备12345678号
示公网安备 12345678901234号
网站地图
建议使用IE9以上浏览器浏览本网站
浏览器推荐分辨率1024×768
本网站由示例市人民政府版权所有
党政机关 网站找错
""".strip().splitlines()


def shown(page):
    """The lines of a page."""
    return [line.text.strip() for line in read_lines(page.encode(), "x.html")]


@pytest.mark.parametrize("name", FILES)
def test_no_entry_twice(name):
    """No entry stands in a file twice."""
    assert len(set(entries(name))) == len(entries(name))


@pytest.mark.parametrize("name", entries("page_work_boxes.txt"))
def test_boxes_of_the_text(name):
    """A box of this name is the document, and what stands beside it is not, though it is written as a clause is."""
    page = f"<div><div id=a><div class='x {name.upper()}'>{BODY}</div></div><p>二、其他，略。</p></div>"

    assert LAST == shown(page)[-1]


@pytest.mark.parametrize("word", entries("page_chrome_boxes.txt"))
@pytest.mark.parametrize("form", ["{}", "top_{}", "{}-box2", "site{}"])
def test_boxes_around_the_text(word, form):
    """A box with this word in its name holds nothing of the document."""
    name = form.format(word.capitalize() if form.startswith("site") else word)

    assert LAST == shown(f"<div>{BODY}<div class='{name}'><p>二、其他，略。</p></div></div>")[-1]


@pytest.mark.parametrize("word", entries("page_buttons.txt"))
def test_buttons(word):
    """A line of this button is none of the document."""
    assert is_chrome(f"【{word}】")


@pytest.mark.parametrize("line", [*CHROME, *FOOTERS])
def test_chrome(line):
    """Each of these lines is chrome."""
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line",
    ["中小学", "一、扫一扫", "编辑出版", "政策解读工作", "打印材料", "返回", "——", "版权保护", "相关部门", "网站建设"],
)
def test_what_is_no_chrome(line):
    """Words of documents that look like chrome are none, but for a button that stands alone."""
    assert is_chrome(line) == (line == "返回")


@pytest.mark.parametrize(("name", "lines"), [("page_chrome.txt", CHROME), ("page_footers.txt", FOOTERS)])
def test_patterns_of_chrome(name, lines):
    """Every pattern is that of one of these lines."""
    squeezed = [re.sub(r"\s+", "", line) for line in lines]
    idle = [entry for entry in entries(name) if not any(re.search(entry, line, re.IGNORECASE) for line in squeezed)]

    assert [] == idle


@pytest.mark.parametrize(("label", "field"), rows("page_properties.tsv"))
def test_properties(label, field):
    """A property of this name is said as its field, and none is text."""
    said = [f"【{field}】甲乙"] if field not in ("-", "标题") else []
    found = shown(f"<div><div>{' '.join(label)}：甲乙</div>{BODY}</div>")

    assert said == found[3:]


@pytest.mark.parametrize(("tag", "seen"), rows("page_elements.tsv"))
def test_elements(tag, seen):
    """A block stands in a line of its own; what is unseen is no text."""
    events = [
        *(Start("div", {}, 1), Text("甲", 1), Start(tag, {}, 1), Text("乙", 1), End(tag), Text("丙", 1), End("div")),
    ]

    assert (["甲", "乙", "丙"] if seen == "block" else ["甲丙"]) == [block.text for block in read_blocks(events).blocks]
