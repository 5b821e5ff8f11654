"""Lines that sites put around an article: buttons, counters, codes to scan, links to what is said about it."""

import re
from collections.abc import Sequence

from loaders.readers.html_blocks import Block
from loaders.vocabulary import lines as entries

BEGINNINGS = re.compile("|".join(f"(?:{entry})" for entry in entries("page_chrome.txt")), re.IGNORECASE)
FOOTER = re.compile("|".join(f"(?:{entry})" for entry in entries("page_footers.txt")), re.IGNORECASE)
ADDRESS = re.compile(r"^(?:主办|承办|协办|运维|地址|电话|联系电话|传真|邮编|邮箱|技术支持)(?:单位)?[:：]")
BUTTONS = re.compile(
    "|".join(map(re.escape, sorted(entries("page_buttons.txt"), key=len, reverse=True))), re.IGNORECASE
)
NAMED = re.compile(r"^(?:附\s*[件表]|关于|《)")
SENTENCE = re.compile(r"[。；，]")
BARS = re.compile(r"[\s【】\[\]()（）|｜/·：:+-]+")
FILE = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|jpe?g|png|gif|mp3|mp4)(?:[（(].*[)）])?$", re.IGNORECASE
)
LINKED = 0.5
"""Part of a line in links from which it is one."""
LONGEST = 400
"""Characters of a line of chrome; footers that say all in one line come to three hundred."""
ENDS = 12
"""Lines at the beginning and the end of a document among which chrome is looked for: sites put a handful there, and in
the text itself nothing is cut."""


def without_chrome(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without chrome at the beginning and the end, and without links to files and what names them:

    附件1.申报表 above the link 202509171436.doc. The file is not here, so nothing can be read of it."""
    kept: list[Block] = []
    end = _footer(blocks)
    for index, block in enumerate(blocks[:end]):
        if _is_file(block):
            kept = kept[:-1] if kept and _names_file(kept[-1]) else kept
        elif ENDS <= index < end - ENDS or not is_chrome(block.text):
            kept.append(block)
    return tuple(kept)


def is_chrome(text: str) -> bool:
    """Whether a line is chrome:

    1. nothing but buttons: 【打印】【字体：大 中 小】, 分享到：微信 微博;
    2. a line that begins as such lines do: 扫一扫在手机打开当前页, 当前位置：首页 > 公开, 责任编辑：……, 相关阅读;
    3. what footers say: 网站标识码：1234567890, 示ICP备12345678号.
    """
    if len(text) > LONGEST:
        return False
    squeezed = re.sub(r"\s+", "", text)
    rest, buttons = BUTTONS.subn("", squeezed)
    return bool(BEGINNINGS.match(squeezed) or FOOTER.search(squeezed) or (buttons and not BARS.sub("", rest)))


def _footer(blocks: Sequence[Block]) -> int:
    """Where the footer of the site begins: among the last lines, at the first that only footers have, or at the
    addresses right above it."""
    first = max(len(blocks) - 2 * ENDS, 0)
    start = next((index for index in range(first, len(blocks)) if _is_footer(blocks[index])), len(blocks))
    while start < len(blocks) and start and ADDRESS.match(blocks[start - 1].text.strip()):
        start -= 1
    return start


def _is_footer(block: Block) -> bool:
    return len(block.text) <= LONGEST and bool(FOOTER.search(re.sub(r"\s+", "", block.text)))


def _is_file(block: Block) -> bool:
    return LINKED * len(block.text) <= block.linked <= LONGEST and bool(FILE.search(block.text.strip()))


def _names_file(block: Block) -> bool:
    """Whether the line above the link to a file only names it."""
    return not SENTENCE.search(block.text) and bool(NAMED.match(block.text.strip()))
