"""A page's bytes as text that a parser may be given: encoding found, scripts and comments out, limits kept."""

import re
from itertools import islice

from loaders.readers import plain
from loaders.readers.characters import unified
from loaders.readers.limits import USUAL, Limits

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""")
HEAD = 4_096
"""Bytes in which a page declares its encoding; the HTML standard asks for 1,024, real pages put scripts before it."""
CHINESE = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "x-gbk", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
}
"""What pages declare, and what they hold: as browsers do, the widest encoding of the family is read."""
FEW = 0.002
"""Part of the characters that may be broken, as where a program cut a text in the middle of a character."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<tag>script|style|textarea)(?=[\s/>]).*?(?:</(?P=tag)\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
TAG = re.compile(
    r"""<(?P<name>[A-Za-z][^\s/>=<]*+)(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+>?""",
)
LONGEST_TAG = 400
"""Characters of a tag from which only the attributes are kept that we read: the time to read attributes grows with the
square of their number."""
ATTRIBUTE = re.compile(
    r"""(?<=[\s"'])(?:id|class|style|colspan|rowspan|hidden|name|content|start|value|type)\s*=\s*(?:"[^"]*+"|'[^']*+'|[^\s"'>]++)""",
    re.IGNORECASE,
)
MOST_ATTRIBUTES = 12


def read_source(data: bytes, name: str, limits: Limits = USUAL) -> str:
    """The text of a page without scripts, styles and comments, its lines where they were in the file.

    Raises UnreadableFile for what is not text, and for more of it than any document has."""
    limits.refuse_more(name, len(data), limits.text, "bytes of text")
    text = unified(_decoded(data, name)).replace("\r\n", "\n").replace("\r", "\n")
    text = UNSEEN.sub(_line_ends, CONTROLS.sub(" ", text))
    limits.refuse_more(name, text.count("<"), limits.tags, "tags")
    text = TAG.sub(_short_tag, text)
    limits.refuse_more(name, len(text), limits.characters, "characters")
    return text


def _decoded(data: bytes, name: str) -> str:
    """The text. UTF-8 shows itself, so it is tried before what the page declares, which is often wrong; what is
    neither is read as text files are."""
    declared = DECLARED.search(data[:HEAD])
    label = declared[1].decode("ascii").lower() if declared else ""
    encodings = filter(None, ("utf-8-sig", CHINESE.get(label)))
    found = (_read_as(encoding, data) for encoding in encodings)
    return next(filter(None, found), None) or plain.decode(data, name)


def _read_as(encoding: str, data: bytes) -> str:
    """The text in this encoding; empty when more than a few characters are broken in it."""
    text = data.decode(encoding, errors="replace")
    return text if text.count("\ufffd") + text.count("\0") <= FEW * len(text) else ""


def _line_ends(match: re.Match[str]) -> str:
    return "\n" * match.group().count("\n")


def _short_tag(match: re.Match[str]) -> str:
    tag = match.group()
    if len(tag) <= LONGEST_TAG:
        return tag
    kept = [found.group() for found in islice(ATTRIBUTE.finditer(tag), MOST_ATTRIBUTES)]
    short = " ".join([f"<{match['name']}", *kept]) + ">"
    return short + "\n" * (tag.count("\n") - short.count("\n"))
