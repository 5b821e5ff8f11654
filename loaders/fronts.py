"""The front of a document: letterhead, number, title, recipients, in the order in which they come."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from graph.ids import ANNOUNCED, NUMBER
from graph.numerals import NUMERAL
from loaders.dates import DATE
from loaders.numbering import read_mark
from loaders.text import Clean, bare, tidy
from loaders.vocabulary import lines as entries
from loaders.written_numbers import ORDERED


def either(name: str) -> str:
    """A regular expression for any entry of this data file, the longest first."""
    return "|".join(map(re.escape, sorted(entries(name), key=len, reverse=True)))


TITLE_END = re.compile(rf"(?P<genre>{either('genres.txt')})(?:[（(][^（()）]{{1,20}}[)）])*$")
STATUS = re.compile(rf"[（(](?P<status>{either('draft_marks.txt')})[)）]$")
LETTERHEAD = re.compile(rf"^(?P<issuer>(?:(?!关于).){{2,60}}?)(?:{either('letterheads.txt')})$")
BODY_NAME = re.compile(rf"^(?!关于)[\u4e00-\u9fff（）、，\s]{{0,40}}(?:{either('body_ends.txt')})$")
NOTE = re.compile(rf"^(?:{'|'.join(entries('closings.txt'))})$")
HISTORY = re.compile(
    r"^(?:[（(—]*|根据|依据)\d{4}年\d{1,2}月\d{1,2}日.*(?:通过|公布|修正|修订|修改|发布|施行|批准|会议上)[）)]?$"
)
SERIAL = re.compile(rf"^(?:[〔（(［\[][^〔（(［\[〕）)］\]]{{1,8}}[〕）)］\]])?第?(?:\d{{1,4}}|{NUMERAL})号$")
"""The number of an order or a law's announcement in a line of its own: 第179号, 第五十九号, 〔十六届〕第十五号."""
ENACTS = re.compile(r"^《[^《》]+》.*(?:通过|批准).*(?:公布|发布)")
WRAPPER = re.compile(r"(?:关于|印发|转发|批转|公布|发布).*的(?:通知|函|决定|通告|公告|批复|复函)$")
"""A title that ends here, whatever follows: a work with a title of its own does."""
RECIPIENT = re.compile(r"各|有关|[省市区县州厅局委办院校部会府团处司]")
NOT_RECIPIENT = re.compile(
    r"。|如下|现将|现就|以下|下列|通知|要求|目标|原则|情况|是[：:]$|为[了深贯进加推]|^(?:为|根据|按|依据|经|现|近|当前)"
)
LETTERS = re.compile(r"[\u4e00-\u9fff](?: [\u4e00-\u9fff]){3,}")
QUOTED = re.compile(r"^(?:.{0,30}(?:[：:]|如下)\s*)?“(.+)”$")
"""A title in quotation marks, behind a remark of whoever passes it on: 各位老师：现转发通知如下“……通知”."""
JOINT = re.compile(
    rf"等(?:(?P<count>\d{{1,2}}|{NUMERAL})[个家]?)?(?:有关)?(?:部门|单位|部委|厅局|机关)(?:[（(]单位[)）])?$"
)
"""How the name of several issuers ends of whom only the first are named: 教育部等八部门."""
STAMP = re.compile(
    rf"^[（(—]*(?P<before>[\u4e00-\u9fff、\s]{{0,60}}?)[，,\s]*(?:{DATE.pattern}|(?:19|20)\d\d年\d{{1,2}}月)[，,\s]*(?P<after>[\u4e00-\u9fff、\s]{{0,60}}?)"
    r"(?:印发|发布|公布|下发)?[)）—]*$"
)
LISTS = re.compile(r"^各|^(?!.*关于).*[，、]")
OPENING = re.compile(
    r"^(?:为(?:了|贯彻|深入|进一步|全面|加快|推动|推进|落实|规范|加强|切实|认真|做好|促进|提高|保障|深化|改善)|根据|按照"
    r"|现将|现就|经.{2,20}(?:同意|批准)|近年来|近日|日前|当前|今年以来)"
)
POSTED = re.compile(rf"^(?:{DATE.pattern})\s*\d{{1,2}}[:：]\d\d")
"""When a site put the text on its page, which is not when it was issued: 2021-03-15 18:30 来源：……."""
ABOUT = re.compile(r"(?:印发|转发|批转|公布|发布)(?=《|关于)|关于|转发")
"""Where in a title the issuers end."""
OPEN = re.compile(r"(?:关于|印发|转发|批转|公布|发布|《[^》]*)$")
"""How a line ends in which a title has only begun."""
LABEL = re.compile(r"^[^，、]{1,12}[：:].")
LONGEST_RECIPIENTS = 8
"""Lines: recipients of a provincial document fill four of them."""
LONGEST_FRONT = 40
"""Lines: fronts of orders with many issuers and dates of passing come to about twenty."""

Role = Literal["number", "letterhead", "other", "title"]


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the text; `end` is the index of the first line of the text, `line` the title's source line.

    `others` are dates, dates of passing and marks of secrecy."""

    letterhead: str = ""
    number: str = ""
    title: str = ""
    status: str = ""
    recipients: str = ""
    others: tuple[str, ...] = ()
    end: int = 0
    line: int = 0


def read_front(lines: Sequence[Clean]) -> Front:
    """The front of the document that these lines begin with; a part that is not there is empty."""
    start, end = _front_end(lines)
    to = lines[start:end]
    roles = [(line, _role(line)) for line in lines[:start]]
    enacts = end < len(lines) and bool(ENACTS.match(lines[end].text))
    before, titled, rest = _title_lines(roles, enacts=enacts)
    if _is_own_letterhead(titled):
        before, titled = [*before, titled[0]], titled[1:]
    if rest and not to:  # no recipients: what follows the title is the text, such as the work that a notice wraps
        end, rest = lines.index(rest[0]), []
    if titled and all(map(are_bodies, titled)):  # a letterhead; the text follows without a title
        before, titled = [*before, *titled], []
    title, status = without_status(join_title(titled))
    letterhead = _letterhead(roles) or " ".join(_bodies_of(before))
    return Front(
        letterhead=letterhead,
        number=_number(roles),
        title=title,
        status=status or _status(roles),
        recipients="".join(line.text for line in [*rest, *to] if to and not LABEL.match(line.text)).rstrip("：:"),
        others=tuple(spaced(line) if stamped(line.text) else line.text for line, role in roles if role == "other"),
        end=end,
        line=titled[0].number if titled else 0,
    )


def _bodies_of(lines: Sequence[Clean]) -> Iterator[str]:
    """The bodies that stand alone in these lines, or above the announcement of a law (……常务委员会公告)."""
    names = (spaced(line).removesuffix("公告") for line in lines)
    return (name for name in names if BODY_NAME.match(name))


def _front_end(lines: Sequence[Clean]) -> tuple[int, int]:
    """Where the recipients begin and where the text does: after them, else at the first sentence, number or table."""
    for index, line in enumerate(lines[:LONGEST_FRONT]):
        if length := _recipients_length(lines[index : index + LONGEST_RECIPIENTS]):
            return index, index + length
        numbered = read_mark(line.text) and not (NUMBER.match(line.text) or HISTORY.match(line.text))
        if line.line.cells or numbered or _is_sentence(line.text) or line.text == "序号":
            return index, index
    return (min(len(lines), LONGEST_FRONT),) * 2


def _recipients_length(lines: Sequence[Clean]) -> int:
    """How many lines the recipients take that begin here: one, or in hard-wrapped text several; 0 for other lines."""
    text = ""
    for length, line in enumerate(lines, 1):
        text += line.text
        if line.line.cells or (length == 2 and not LISTS.search(lines[0].text)):
            return 0
        if text.endswith(("：", ":")):
            return length if is_recipients(text) else 0
    return 0


def _is_sentence(text: str) -> bool:
    if _is_other(text) or TITLE_END.search(text):
        return False
    if OPENING.match(text) or ("，" in text and "关于" not in text):
        return True
    return "。" in text or text.endswith(("：", ":", "；", "，")) or len(text) > 100


def is_recipients(text: str) -> bool:
    """Whether the line names those to whom a document goes: 各县、区人民政府，各有关单位："""
    return text.endswith(("：", ":")) and bool(RECIPIENT.search(text)) and not NOT_RECIPIENT.search(text)


def _role(line: Clean) -> Role:
    text = line.text
    if is_number(text.partition("签发人")[0]) or SERIAL.match(text):
        return "number"
    if LETTERHEAD.match(text):
        return "letterhead"
    return "other" if _is_other(text) else "title"


def _is_other(text: str) -> bool:
    """Whether the line is a date, a note of passing or one that says nothing of the subject."""
    return bool(HISTORY.match(text) or NOTE.match(text) or POSTED.match(text)) or stamped(text) is not None


def stamped(text: str) -> tuple[str, ...] | None:
    """The bodies of a line that says when and by whom the document was issued; None for a line that does not.

    Reads （2020年3月20日）, （2020年3月）, （2020年3月20日印发）, 1991年1月23日，国家环保局、能源部 and
    （中共示例市委办公厅 示例市人民政府办公厅 2021年8月14日印发）."""
    match = STAMP.match(text)
    names = re.split(r"[、，\s]+", f"{match['before']} {match['after']}".strip()) if match else []
    found = tuple(filter(None, names))
    return found if match and all(BODY_NAME.match(name) for name in found) else None


def is_number(text: str) -> bool:
    """Whether the text is the number of a document, an order or an announcement, and nothing else."""
    return bool(NUMBER.fullmatch(text) or ORDERED.fullmatch(text) or ANNOUNCED.fullmatch(text))


def _letterhead(roles: Sequence[tuple[Clean, Role]]) -> str:
    found = (LETTERHEAD.match(spaced(line)) for line, role in roles if role == "letterhead")
    return next((match["issuer"].strip() for match in found if match), "")


def _number(roles: Sequence[tuple[Clean, Role]]) -> str:
    """The number, left of 签发人：…… or by itself; that of an order has its serial in a line of its own: 第179号."""
    above = ""
    for line, role in roles:
        if role == "number":
            number = line.text.partition("签发人")[0]
            return above + number if SERIAL.match(number) and above.endswith("令") else number
        above = line.text if role == "letterhead" else above
    return ""


def _status(roles: Sequence[tuple[Clean, Role]]) -> str:
    marks = (STATUS.fullmatch(line.text) for line, _ in roles)
    return next((match["status"] for match in marks if match), "")


def _title_lines(roles: Sequence[tuple[Clean, Role]], *, enacts: bool) -> tuple[list[Clean], list[Clean], list[Clean]]:
    """The lines that are not the title, those that are, and those right after it, which belong to the recipients.

    The title is the first run of lines below the number that ends in a kind of document (通知, 方案 …), else the first
    one anywhere, else the last run of all; an order has none of its own, nor an announcement that enacts a law."""
    runs = list(_runs(roles))
    number = max((line.number for line, role in roles if role == "number"), default=0)
    ended = sorted(filter(_title_length, runs), key=lambda run: run[0].number < number)
    ordered = any(role == "letterhead" and line.text.endswith("令") for line, role in roles)
    if enacts and any(line.text.endswith("公告") for line, _ in roles):
        return [line for line, role in roles if role == "title"], [], []
    title = next(iter(ended or ([] if ordered else runs[-1:])), [])
    others = [line for run in runs if run is not title for line in run]
    start = _said_again(title)
    end = start + (_title_length(title[start:]) or len(title[start:]))
    rest = title[end:]
    if rest and all(are_bodies(line) for line in rest):  # issuers below the title, as law databases put them
        others, rest = [*others, *rest], []
    return [*others, *title[:start]], title[start:end], rest


def _said_again(run: Sequence[Clean]) -> int:
    """Where the title stands that begins this run of lines and stands again in it, below the name of its issuer; or
    that Markdown marks as the heading of all, below what else names the file, but not in the midst of the title."""
    marked = next((index for index, line in enumerate(run) if line.level == 1), 0)
    while marked and OPEN.search(run[marked - 1].text):
        marked -= 1
    again = (index for index in range(len(run) - 1, 1, -1) if run[index].text == run[0].text)
    return marked or (next(again, 0) if run and TITLE_END.search(run[0].text) else 0)


def are_bodies(line: Clean) -> bool:
    """Whether the line is names of bodies and nothing else: 国家环保局 能源部."""
    return all(BODY_NAME.match(name) for name in spaced(line).split())


def _title_length(run: Sequence[Clean]) -> int:
    """How many lines of the run are a title: up to the end of a notice's title, else the last kind of document, but no
    title twice; 0 without any."""
    texts = ["".join(line.text for line in run[:end]) for end in range(1, len(run) + 1)]
    if whole := next((end for end, text in enumerate(texts, 1) if _is_whole(text, run[end:])), 0):
        return whole
    ends = [end for end, text in enumerate(texts, 1) if TITLE_END.search(text)]
    return max((end for end in ends if end == 1 or run[end - 1].text != texts[end - 2]), default=0)


def _is_whole(text: str, rest: Sequence[Clean]) -> bool:
    """Whether the text is all of a notice's title: no 《 is open in it, and the next line does not go on with it."""
    goes_on = bool(rest) and rest[0].text.startswith(("的", "》", "（", "("))
    return text.count("《") == text.count("》") and bool(WRAPPER.search(text)) and not goes_on


def _runs(roles: Sequence[tuple[Clean, Role]]) -> Iterator[list[Clean]]:
    for role, run in groupby(roles, key=lambda pair: pair[1]):
        if role == "title":
            yield [line for line, _ in run]


def _is_own_letterhead(titled: Sequence[Clean]) -> bool:
    """Whether the first line of the title is a letterhead without 文件: a body by itself, and a heading of its own
    above the heading 关于…….  In plain lines the body is part of the title."""
    if len(titled) < 2 or not BODY_NAME.match(titled[0].text):
        return False
    return titled[0].heading and titled[1].heading and titled[1].gap


def spaced(line: Clean) -> str:
    """The line without marks, runs of white space as one space: the spaces between joint issuers count, those of a line
    that is set letter by letter (示 例 市 教 育 局) do not."""
    written = re.sub(r"\s+", " ", bare(line.line.text)).strip()
    return written.replace(" ", "") if LETTERS.fullmatch(written) else written


def join_title(lines: Sequence[Clean]) -> str:
    """The title over several lines, lost line breaks and spaces inside words mended; the space between joint issuers
    (教育部 示例省人民政府关于…) is kept; brackets full width."""
    text = QUOTED.sub(r"\1", " ".join(spaced(line) for line in lines))
    if about := ABOUT.search(text):
        names = text[: about.start()].split()
        if len(names) > 1 and all(map(is_issuer, names)):
            return " ".join(names) + _full_width(tidy(text[about.start() :]))
    return _full_width(tidy(text))


def is_issuer(name: str) -> bool:
    """Whether the words name a body, or several by the first of them: 示例省教育厅, 教育部等八部门."""
    return bool(BODY_NAME.match(name) or JOINT.search(name))


def _full_width(text: str) -> str:
    return text.replace("(", "（").replace(")", "）")


def without_status(title: str) -> tuple[str, str]:
    """The title without its draft mark, and the mark: …实施方案（征求意见稿）."""
    match = STATUS.search(title)
    return (title[: match.start()].rstrip(), match["status"]) if match else (title, "")
