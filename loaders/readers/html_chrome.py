"""Lines that sites put around an article: buttons, counters, codes to scan, links to what is said about it."""

import re
from collections.abc import Sequence

from loaders.readers.html_blocks import Block
from loaders.vocabulary import lines as entries

BEGINNINGS = re.compile("|".join(f"(?:{entry})" for entry in entries("page_chrome.txt")), re.IGNORECASE)
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
ENDS = 12
"""Lines at the beginning and the end of a document among which chrome is looked for: sites put a handful there, and in
the text itself nothing is cut."""


def without_chrome(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without chrome at the beginning and the end, and without links to files and what names them:

    附件1.申报表 above the link 202509171436.doc. The file is not here, so nothing can be read of it."""
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        if _is_file(block):
            kept = kept[:-1] if kept and _names_file(kept[-1]) else kept
        elif ENDS <= index < len(blocks) - ENDS or not is_chrome(block.text):
            kept.append(block)
    return tuple(kept)


def is_chrome(text: str) -> bool:
    """Whether a line is chrome:

    1. nothing but buttons: 【打印】【字体：大 中 小】, 分享到：微信 微博;
    2. a line that begins as such lines do: 扫一扫在手机打开当前页, 当前位置：首页 > 公开, 责任编辑：……, 相关阅读.
    """
    squeezed = re.sub(r"\s+", "", text)
    rest, buttons = BUTTONS.subn("", squeezed)
    return bool(BEGINNINGS.match(squeezed) or (buttons and not BARS.sub("", rest)))


def _is_file(block: Block) -> bool:
    return block.linked >= LINKED * len(block.text) and bool(FILE.search(block.text.strip()))


def _names_file(block: Block) -> bool:
    """Whether the line above the link to a file only names it."""
    return not SENTENCE.search(block.text) and bool(NAMED.match(block.text.strip()))
