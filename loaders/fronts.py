"""The front of a document: letterhead, number, title, recipients, in the order in which they come."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.ids import NUMBER, ORDER
from loaders.dates import read_date
from loaders.numbering import read_mark
from loaders.text import Clean, bare, tidy
from loaders.vocabulary import lines as entries


def _either(name: str) -> str:
    return "|".join(map(re.escape, sorted(entries(name), key=len, reverse=True)))


TITLE_END = re.compile(rf"(?P<genre>{_either('genres.txt')})(?:[（(][^（()）]{{1,20}}[)）])*$")
STATUS = re.compile(rf"[（(](?P<status>{_either('draft_marks.txt')})[)）]$")
LETTERHEAD = re.compile(rf"^(?P<issuer>(?:(?!关于).){{2,60}}?)(?:{_either('letterheads.txt')})$")
BODY_NAME = re.compile(rf"^[\u4e00-\u9fff（）、，\s]{{0,40}}(?:{_either('body_ends.txt')})$")
HISTORY = re.compile(r"^[（(]?\d{4}年\d{1,2}月\d{1,2}日.*(?:通过|公布|修正|修订|发布|施行|批准)[）)]?$")
NOTE = re.compile(
    rf"^[（(]?(?:{_either('closings.txt')})[)）]?$|^[（(]联系人[:：].*[)）]$"
    r"|^(?:特急|加急|平急|急件|绝密|机密|秘密)[★☆]?.*$|^签发人[:：].*$|^目录$"
)
RECIPIENT = re.compile(r"各|有关|[省市区县州厅局委办院校部会府团处司]")
NOT_RECIPIENT = re.compile(r"。|如下|现将|现就|以下|下列|通知|为[了深贯进加推]")
LONGEST_FRONT = 40
"""Lines: fronts of orders with many issuers and dates of passing come to about twenty."""

Role = Literal["number", "letterhead", "status", "other", "title"]


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the text; `end` is the index of the first line of the text, `line` the title's source line."""

    letterhead: str = ""
    number: str = ""
    title: str = ""
    status: str = ""
    recipients: str = ""
    end: int = 0
    line: int = 0


def read_front(lines: Sequence[Clean]) -> Front:
    """The front of the document that these lines begin with; a part that is not there is empty."""
    end = _front_end(lines)
    recipients_at = end - 1 if end and _is_recipients(lines[end - 1].text) else end
    roles = [(line, _role(line)) for line in lines[:recipients_at]]
    number = next((line.text for line, role in roles if role == "number"), "")
    letterhead = next((_issuer(line) for line, role in roles if role == "letterhead"), "")
    titled, rest = _title_lines(roles)
    if not letterhead and titled and _is_lone_issuer(titled, roles):
        letterhead, titled = spaced(titled[0]), titled[1:]
    title, status = without_status(join_title(titled))
    status = status or next((line.text.strip("（）()") for line, role in roles if role == "status"), "")
    recipients = "".join(line.text for line in [*rest, *lines[recipients_at:end]]).rstrip("：:")
    return Front(letterhead, number, title, status, recipients, end, titled[0].number if titled else 0)


def _front_end(lines: Sequence[Clean]) -> int:
    """The index of the first line of the text: after the recipients, else at the first sentence, number or table."""
    for index, line in enumerate(lines[:LONGEST_FRONT]):
        if _is_recipients(line.text):
            return index + 1
        if line.line.cells or read_mark(line.text) or _is_sentence(line.text):
            return index
    return min(len(lines), LONGEST_FRONT)


def _is_sentence(text: str) -> bool:
    if HISTORY.match(text) or TITLE_END.search(text):
        return False
    return "。" in text or text.endswith(("：", ":", "；", "，")) or len(text) > 100


def _is_recipients(text: str) -> bool:
    """各县、区人民政府，各有关单位： and the like."""
    return text.endswith(("：", ":")) and bool(RECIPIENT.search(text)) and not NOT_RECIPIENT.search(text)


def _role(line: Clean) -> Role:
    text = line.text
    if NUMBER.fullmatch(text) or ORDER.fullmatch(text):
        return "number"
    if LETTERHEAD.match(text):
        return "letterhead"
    if STATUS.fullmatch(text):
        return "status"
    if HISTORY.match(text) or NOTE.match(text) or read_date(text):
        return "other"
    return "title"


def _issuer(line: Clean) -> str:
    match = LETTERHEAD.match(spaced(line))
    return match["issuer"].strip() if match else line.text


def _title_lines(roles: Sequence[tuple[Clean, Role]]) -> tuple[list[Clean], list[Clean]]:
    """The lines of the title, and those after it, which belong to the recipients.

    The title is the first run of lines that ends in a kind of document (通知, 方案 …), else the first run."""
    runs = list(_runs(roles))
    for run in runs:
        ends = [n for n in range(1, len(run) + 1) if TITLE_END.search("".join(line.text for line in run[:n]))]
        if ends:
            end = max(n for n in ends if not _repeats(run[:n]))
            return run[:end], run[end:]
    return (runs[0], []) if runs else ([], [])


def _repeats(run: Sequence[Clean]) -> bool:
    """Whether the last line says the title of those before it once more."""
    before = "".join(line.text for line in run[:-1])
    return bool(before) and before == run[-1].text


def _runs(roles: Sequence[tuple[Clean, Role]]) -> Iterator[list[Clean]]:
    run: list[Clean] = []
    for line, role in roles:
        if role in ("title", "status"):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_lone_issuer(titled: Sequence[Clean], roles: Sequence[tuple[Clean, Role]]) -> bool:
    """Whether the first line of the title is a letterhead without 文件: a body by itself, parted from the 关于… below
    it by the document number or by being a heading of its own."""
    first, *others = titled
    if not others or not BODY_NAME.match(first.text) or not others[0].text.startswith("关于"):
        return False
    return first.heading and others[0].heading and others[0].gap


def spaced(line: Clean) -> str:
    """The line without marks, runs of white space as one space: the spaces between joint issuers count."""
    return re.sub(r"\s+", " ", bare(line.line.text)).strip()


def join_title(lines: Sequence[Clean]) -> str:
    """The title over several lines, lost line breaks and spaces inside words mended; the space between joint issuers
    (教育部 示例省人民政府关于…) is kept; brackets full width."""
    text = " ".join(spaced(line) for line in lines)
    issuers, about, rest = text.partition("关于")
    names = issuers.split()
    if about and len(names) > 1 and all(BODY_NAME.match(name) for name in names):
        return " ".join(names) + _full_width(tidy(about + rest))
    return _full_width(tidy(text))


def _full_width(text: str) -> str:
    return text.replace("(", "（").replace(")", "）")


def without_status(title: str) -> tuple[str, str]:
    """The title without its draft mark, and the mark: …实施方案（征求意见稿）."""
    match = STATUS.search(title)
    return (title[: match.start()], match["status"]) if match else (title, "")
