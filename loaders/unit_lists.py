"""From the text of a unit cell or bracket to the pieces that name bodies, each with its role.

省教育厅牵头，省财政厅、人力资源社会保障厅配合 is three pieces: one leads, two cooperate. How a piece becomes a full
name is another matter: see organization_names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import cast

from graph.model import Role
from loaders.organization_forms import LEVEL_BRACKET, PARTY, is_field, is_national, level_word, names_body
from loaders.vocabulary import rows

WIDE = str.maketrans("(),;:<>[]【】［］〔〕", "（），；：（）（）（）（）（）")
"""Every bracket as （）, half width as full, character for character, so that offsets stay."""

NOISE = re.compile(r"</?[A-Za-z]\w*>|\s+")  # <u>教育厅</u>, spaces of OCR

SPACES = re.compile(r"\s+")
HEADS_OTHERS = re.compile(r"(?:[省市州盟县区旗]委|党委|政府)$")  # 市委 组织部 is one body
MARKS = re.compile(r"[、，；。：,;:/（）()\n]")
ITEM_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff）)])\s*\d{1,2}[.．、]\s*(?=[\u4e00-\u9fff])")

UNIT = "(?:单位|部门|主体|机构|[处科股]室)"
DUTY = "(?:牵头|责任|负责|主办|承办|主责|落实|实施|完成|配合|协办|协助|协同|参与|参加|支持)"
LABEL = re.compile(rf"(?:{DUTY}(?:[、（和及/]*{DUTY}）?)*{UNIT}|(?:承担|承接){UNIT}|主管单位|(?:责任|任务|部门)分工)")
"""What a column, a bracket or a line that lists bodies is called: 责任单位, 负责部门, 牵头（责任）单位, 责任分工."""

NEXT_LABEL = re.compile(rf"(?<=[局厅委会部办院校府区县市处科室社联行队心])(?=(?:第[一二三])?{LABEL.pattern}[：:])")
"""Where a label follows a list without a mark between them: 牵头单位：市教育局 配合单位：市财政局."""
FIRST_LEADS = re.compile(
    r"[（，；]?(?:排名|排序|排|列|位列)?(?:在|的)?(?:首位|第[一1]位?|最前)的?(?:单位|部门)?(?:为|是)"
    r"(?:牵头|主办|主责)(?:责任)?(?:单位|部门)(?P<on>，?下同)?）?"
)
"""The note that the first of each list leads: 排名第一位为牵头单位，下同; 列第一位的为牵头单位."""

SPLIT = "、，；。/"
WITH = "会同"
ROLES = {verb: cast("Role", role) for verb, role in rows("unit_roles.tsv")}
VERB = rf"(?:{'|'.join([WITH, *sorted(ROLES, key=len, reverse=True)])})(?![人者制方]|同志)"  # 负责人 does nothing
TOKEN = re.compile(
    rf"(?P<label>(?:^|(?<=[{SPLIT}]))[^：（）{SPLIT}]{{2,14}}：)"
    rf"|(?P<verb>(?:为|是){DUTY}{UNIT}|{VERB})"
    rf"|(?P<split>[{SPLIT}])"
)
MARK = re.compile(rf"为?{DUTY}{UNIT}?")  # 省教育厅（牵头）
TRIM = re.compile(
    r"^\d+[.．]|^(?:(?:[此该本]项(?:工作|任务))?由|请|以及|及|和|与|并)"
    r"|(?:要|应|须|各自|按职责分工|按照职责分工|按职责|共同|分别|具体|主要|积极|密切|主动|协同|(?:抓好|组织)?落实)$"
)
OTHERS = re.compile(r"(?P<body>.*?)(?<![高中平初同均优])等(?P<rest>.*)")
SEVERAL = re.compile(r"部门(?:和单位)?$")
GOVERNMENT = ("政府", "人民政府")
LONGEST_PIECE = 120  # characters without a mark; what is longer is a sentence
JOINTS = re.compile("(?:以及|及)其(?![他它])|以及|和|及|与|暨|或者")  # 市政府及其有关部门: 其 means the same place


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a list. `text` has full-width brackets and no spaces, `written` is as the document has it.

    `close` says that it continues the enumeration of the piece before it (after 、 or 和); `others` that the list ends
    in 等, so that it names only some; `ending` is what the fields before it want (民政、残联等部门: 民政部门).
    """

    text: str
    written: str
    role: Role
    close: bool = False
    others: bool = False
    ending: str = ""


def role_named(words: str) -> Role:
    """The role that a column head, label or mark gives: 牵头单位 lead, 配合部门 cooperate, all else responsible.

    A head that names both (牵头单位及配合单位) does not say who is which: responsible.
    """
    lead = "牵头" in words
    helps = re.search("配合|协办|协助|协同|参与|参加|支持", words) is not None
    if lead == helps:
        return "responsible"
    return "lead" if lead else "cooperate"


def read_pieces(text: str, role: Role, *, first_leads: bool = False) -> tuple[Piece, ...]:
    """The pieces of a list of bodies in order, each with its role; `role` where the text marks none.

    Reads 省教育厅、财政厅，各省辖市政府; 牵头单位：市教育局；配合单位：市财政局，完成时限：2025年; 教育部牵头，财政部等
    按职责分工负责; 市民政局会同市残联负责; 省教育厅（牵头）、省财政厅; 市委和市政府; 市交通委（市道运局）.
    With `first_leads` the first one leads (排名第一位为牵头单位，下同).
    """
    squeezed = NEXT_LABEL.sub("；", NOISE.sub("", _parted(text)))
    noted = FIRST_LEADS.search(squeezed.translate(WIDE))
    if noted:
        squeezed = squeezed[: noted.start()] + squeezed[noted.end() :]
    pieces = _Reader(squeezed, role).read()
    if pieces and (first_leads or noted):
        pieces = [replace(pieces[0], role="lead"), *pieces[1:]]
    return tuple(pieces)


def _parted(text: str) -> str:
    """The text with 、 where bodies stand apart without a mark: 教体局 财政局, 1.市教体局2.市财政局."""
    text = ITEM_NUMBER.sub("、", text)
    pieces = SPACES.split(text)
    marks = ("、" if _ends_in_body(left) and _begins_with_body(right) else " " for left, right in pairwise(pieces))
    return pieces[0] + "".join(mark + piece for mark, piece in zip(marks, pieces[1:], strict=True))


def _ends_in_body(text: str) -> bool:
    last = MARKS.split(text)[-1]
    return names_body(last) and not LABEL.fullmatch(last) and not HEADS_OTHERS.search(last)


def _begins_with_body(text: str) -> bool:
    first = MARKS.split(text)[0]
    return names_body(first) and not LABEL.fullmatch(first)


class _Reader:
    """Walks a list once: names gather in a group until a verb, a label or the end says their role."""

    def __init__(self, written: str, role: Role) -> None:
        self.written, self.wide = written, written.translate(WIDE)
        self.masked, self.marks = _mask(self.wide)
        self.role = role
        self.default: Role | None = role
        self.group: list[tuple[Piece, Role | None]] = []
        self.before_with: list[tuple[Piece, Role | None]] = []
        self.helping = self.skipping = self.close = False
        self.done: list[Piece] = []

    def read(self) -> list[Piece]:
        """All pieces of the text in order."""
        position = 0
        for token in TOKEN.finditer(self.masked):
            self.add(position, token.start())
            position = token.end()
            if token.lastgroup == "label":
                self.on_label(token.group())
            elif token.lastgroup == "verb":
                self.on_verb(token.group())
            else:
                self.on_split(token.group())
        self.add(position, len(self.masked))
        self.flush(self.default)
        return self.done

    def on_label(self, label: str) -> None:
        """牵头单位： sets the role of what follows, 适用范围： ends the list, 市教育局： is a body with its duties."""
        self.flush(self.default)
        self.skipping = False
        name = label.removesuffix("：")
        self.default = role_named(label) if LABEL.search(label) else None
        if self.default is None and names_body(name) and not re.search(f"{UNIT}$", name):
            self.done += _parts(Piece(name, name, self.role))

    def on_split(self, mark: str) -> None:
        """、 goes on with an enumeration, ， does not; ； and 。 end what a verb may reach."""
        self.skipping = False
        self.close = mark in "、/"
        if mark in "；。":
            self.flush(self.default)

    def on_verb(self, verb: str) -> None:
        """牵头 closes the group before it; what follows up to the next mark is what they do (牵头组织实施)."""
        if verb == WITH:
            self.before_with += self.group
            self.group, self.helping, self.skipping = [], True, False
            return
        self.flush(ROLES.get(verb) or role_named(verb))
        self.skipping = True

    def add(self, start: int, end: int) -> None:
        """Put the text between two tokens into the group; a note in a bracket is no part of the name."""
        if self.skipping or self.default is None:
            return
        text = "".join(self.wide[i] for i in range(start, end) if self.masked[i] != "\0")
        mark = next((role for offset, role in self.marks.items() if start <= offset < end), None)
        piece = Piece(text, self.written[start:end], self.default, self.close)
        self.group += [(part, mark) for part in _parts(piece)]

    def flush(self, role: Role | None) -> None:
        """Give the group its role: with 会同 those before it have the role, those after it help."""
        groups = ((self.before_with, role), (self.group, "cooperate" if self.helping else role))
        for group, given in groups:
            others = any(piece.others for piece, _ in group)
            self.done += [replace(piece, role=mark or given or "responsible", others=others) for piece, mark in group]
        self.group, self.before_with, self.helping = [], [], False


def _mask(wide: str) -> tuple[str, dict[int, Role]]:
    """The text with brackets made opaque, and the roles that brackets give (省教育厅（牵头）) by offset.

    A bracket of level words (县（市、区）) stays, with its 、 hidden; any other one becomes NULs of the same length.
    """
    marks: dict[int, Role] = {}

    def hide(match: re.Match[str]) -> str:
        if re.fullmatch(LEVEL_BRACKET, match.group()):
            return match.group().replace("、", "\1")
        if MARK.fullmatch(match.group()[1:-1]):
            marks[match.start()] = role_named(match.group())
        return "\0" * len(match.group())

    return re.sub(r"（[^（）]*）", hide, wide), marks


def _parts(piece: Piece) -> Iterator[Piece]:
    """The bodies in a piece between two marks: those joined by 和, those run together, and the tail 等省直有关部门."""
    text = TRIM.sub("", piece.text)
    piece = replace(piece, written=TRIM.sub("", piece.written))
    if text.count("（") != text.count("）"):
        text = text.strip("（）")
    found = OTHERS.fullmatch(text)
    if LABEL.fullmatch(text):
        return
    if not found:
        yield from _joined(replace(piece, text=text))
        return
    body, rest = found["body"], found["rest"]
    if SEVERAL.search(rest) and is_field(body[len(level_word(body)) :]):
        body += "部门"
    end = piece.written.rfind("等")
    ending = "部门" if SEVERAL.search(rest) else ""
    yield from _joined(replace(piece, text=body, written=piece.written[:end], others=True, ending=ending))
    if level_word(rest) or is_national(rest):
        yield replace(piece, text=rest, written=piece.written[end:], others=True)


def _joined(piece: Piece) -> Iterator[Piece]:
    """Split at 和 between two bodies (文化和旅游厅 stays), and where the level word begins anew (市委市政府)."""
    plain = piece.text == piece.written
    for index, text in enumerate(_bodies_in(piece.text)):
        close = piece.close or index > 0
        yield replace(piece, text=text, written=text if plain else piece.written, close=close)


@lru_cache(maxsize=4096)
def _bodies_in(text: str) -> tuple[str, ...]:
    """The names that a text without marks holds: more than one only where each of them names a body."""
    for left, joint, right in _halves(text) if len(text) <= LONGEST_PIECE else ():
        rest = _bodies_in(right)
        if rest and _both(left, joint, rest[0]):
            return (left, *rest)
    return (text,) if text else ()


def _halves(text: str) -> Iterator[tuple[str, str, str]]:
    """What stands before, at and after each place where a text may be two bodies."""
    for joint in JOINTS.finditer(text):
        yield text[: joint.start()], joint.group(), text[joint.end() :]
    for again in re.finditer("各", text[1:]) if text.startswith("各") else ():  # 各县区各部门
        yield text[: again.start() + 1], "", text[again.start() + 1 :]
    word = level_word(text)
    for again in re.finditer(re.escape(word), text[1:]) if word else ():
        left, right = text[: again.start() + 1], text[again.start() + 1 :]
        if left[len(word) :] not in PARTY or right[len(word) :] in GOVERNMENT:  # 市委市政府督查室 is one body
            yield left, "", right


def _both(left: str, joint: str, right: str) -> bool:
    """Whether both halves name bodies: 市委 和 市政府, 市 和 区教育局; fields where 及 joins them (教育及财政部门)."""
    if left and level_word(left) == left:
        return level_word(right) != ""
    fields = joint in ("及", "以及") and is_field(left[len(level_word(left)) :])
    return (names_body(left) or fields) and (names_body(right) or (fields and is_field(right)))
