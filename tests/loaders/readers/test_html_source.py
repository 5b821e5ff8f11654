"""The bytes of pages as text."""

import pytest

from graph.errors import UnreadableFile
from loaders.readers.html import read_lines
from loaders.readers.html_source import LONGEST_TAG, read_source

TEXT = "一、示例镕城要加强教育，落实责任。"


def shown(page):
    """The lines of a page of these bytes."""
    return [line.text.strip() for line in read_lines(page, "x.html")]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "gb18030"),  # 镕 is not in GB 2312
        ("gbk", "gb18030"),
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("nothing-known", "gb18030"),
        ("punycode", "utf-8"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "gb18030"),
        ("gb2312", "utf-16"),
    ],
)
def test_encodings(declared, encoding):
    """A page is read in the encoding that it is in, whatever it declares."""
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>{TEXT}</p>'

    assert [TEXT] == shown(page.encode(encoding))


def test_traditional_characters():
    """A page in Big5 says so, for its bytes could be those of GB18030 as well."""
    text = "一、學校要加強教育，落實責任。"

    assert [text] == shown(f'<meta charset="big5"><p>{text}</p>'.encode("big5"))


def test_xhtml():
    """A page with an XML declaration is read by what it declares there."""
    page = f'<?xml version="1.0" encoding="GBK"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html>'

    assert [TEXT] == shown(page.encode("gb18030"))


def test_a_broken_character():
    """One broken character, as where a program cut a summary, does not spoil a page; it is shown as such."""
    page = f"<p>{TEXT * 40}</p><p>二、甲".encode() + b"\xe6\x95" + "，乙。</p>".encode()

    assert "二、甲\ufffd，乙。" == shown(page)[-1]


@pytest.mark.parametrize("data", [b"%PDF-1.4\x00\x01\x02\x03" * 20, b"MZ\x00\x00" * 30, bytes(range(256))])
def test_what_is_no_text(data):
    """What is no text is refused as in text files."""
    with pytest.raises(UnreadableFile, match=r"binary, not text"):
        read_lines(data, "x.html")


def test_controls_are_white_space():
    """A stray control character, which programs leave behind, parts words and does no harm."""
    assert ["一、甲 乙，丙。"] == shown("<p>一、甲\x0b乙，丙。</p>".encode())


def test_scripts_and_comments_leave_their_lines():
    """Scripts, styles, text fields and comments are taken out, their line ends stay."""
    page = "a<script type=x>\n'<p>'\n</script>b<!-- \n --><STYLE>\np</style >c<textarea>\n</textarea>d"

    assert "a\n\nb\n\nc\nd" == read_source(page.encode(), "x.html")


def test_a_long_tag_keeps_what_is_read_of_it():
    """Of a tag longer than any that is written by hand, the attributes are kept that say how it is shown."""
    tag = f'<td data-x="{"y" * LONGEST_TAG}"\n class="a" ROWSPAN=2 style=\'display:none\'>'

    assert "<td class=\"a\" ROWSPAN=2 style='display:none'>\n甲" == read_source(f"{tag}甲".encode(), "x.html")


def test_entities_are_not_expanded():
    """A page may not define entities: they stay as they are written, however often they name each other."""
    page = '<!DOCTYPE html [<!ENTITY a "甲甲"><!ENTITY b "&a;&a;">]><p>一、&lt;乙&gt;，&b;。</p>'

    assert "一、<乙>，&b;。" == shown(page.encode())[-1]
