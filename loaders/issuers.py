"""The bodies that issue a document, from where they stand: letterhead, title, signature, fields, history, number."""

import re
from collections.abc import Callable, Iterator, Sequence

from graph.ids import ORDER
from loaders.annexes import IMPRINT, SIGNED, is_signature
from loaders.dates import read_date
from loaders.fields import values
from loaders.fronts import BODY_NAME, HISTORY
from loaders.layout import Layout
from loaders.text import Clean
from loaders.vocabulary import rows

SIGNS: dict[str, str] = {row[0]: row[1] for row in rows("department_signs.tsv")}
REPUBLIC = "中华人民共和国"
MEETING = re.compile(r"^(?P<place>.*?)第.{1,3}届(?P<body>.*?)(?:第.{1,5}次会议.*)?$")


def read_issuers(layout: Layout, number: str | None) -> tuple[tuple[str, ...], str]:
    """The issuers as written, and where they stand when it is not the letterhead, the title or the signature.

    A department that writes on its ministry's paper (教育部司局函件) is named by its sign (教职成司函)."""
    department = next((name for sign, name in SIGNS.items() if number and number.startswith(sign)), None)
    if department:
        return (department,), f"sign {number.partition('〔')[0]} of the number" if number else ""
    places: tuple[tuple[Callable[[Layout], Iterator[str]], str], ...] = (
        (_in_letterhead, ""),
        (_in_title, ""),
        (_in_signature, ""),
        (_in_fields, "field around the text"),
        (_in_history, "body that passed or issued the text"),
    )
    for read, reason in places:
        if names := tuple(dict.fromkeys(name.removeprefix(REPUBLIC) or name for name in read(layout))):
            return names, reason
    return (), ""


def _in_letterhead(layout: Layout) -> Iterator[str]:
    return iter(layout.front.letterhead.split())


def _in_title(layout: Layout) -> Iterator[str]:
    before, *about = re.split(r"关于|转发|批转", layout.front.title, maxsplit=1)
    return (name for name in before.split() if about and BODY_NAME.match(name))


def _in_signature(layout: Layout) -> Iterator[str]:
    """The bodies above the date, one a line, or before it in its line."""
    imprint = next((index for index, line in enumerate(layout.back) if IMPRINT.search(line.text)), len(layout.back))
    lines = layout.back[:imprint]
    for index, line in enumerate(lines):
        if signed := SIGNED.match(line.text):
            yield signed["body"]
        elif is_signature(line.text) and _date_below(lines[index + 1 :]):
            yield line.text


def _date_below(lines: Sequence[Clean]) -> bool:
    below = next((line for line in lines if not is_signature(line.text)), None)
    return below is None or read_date(below.text) is not None


def _in_fields(layout: Layout) -> Iterator[str]:
    return (name for value in values(layout.fields, "issuer") for name in re.split(r"[,，、;；\s]+", value) if name)


def _in_history(layout: Layout) -> Iterator[str]:
    """Who passed the text: 示例市人民代表大会常务委员会 for 示例市第九届人民代表大会常务委员会第四十次会议通过; or who
    ordered it: 国务院 for 国务院令第741号."""
    history = [line for line in layout.front.others if HISTORY.match(line) and not line.endswith("会议上")]
    for line in map(undated, history[-1:]):
        if match := MEETING.match(line):
            yield match["place"] + match["body"]
        elif order := ORDER.match(line):
            yield order["code"].removesuffix("令")


def undated(line: str) -> str:
    """A line of the history without the date before it."""
    return re.sub(r"^[（(—]*\d{4}年\d{1,2}月\d{1,2}日", "", line)
