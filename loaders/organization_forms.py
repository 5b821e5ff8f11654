"""What a body's name looks like: how it ends, which level word it begins with, whether it stands for many, its kind.

Everything here follows from the name alone; the words are data files in loaders/vocabulary/.
"""

import re
from functools import lru_cache
from typing import Literal, cast

from graph.model import Level
from loaders.vocabulary import lines, rows

Form = Literal["body", "office", "inner", "named", "ground"]

MAX_NAME = 40  # characters; the longest names of bodies in lists (with 县（市、区）) stay below
NO_NAME = re.compile(
    r"[的了是或按把被将《》“”：；，。！？]|(?<!自)由|对(?![外口台])|下设|设在|\d{3,}|^\d|^其(?![他它])|农村$|[提报商]请|加强|以下简称"
)
"""What no name of a body holds: marks and small words of a sentence (自由贸易试验区 and 对外联络办 are names)."""

LEVEL_BRACKET = "（[省市州盟县区旗乡镇村街道社、办事处管委会地园]+(?:(?:人民)?政府)?）"


def _no_other_word(word: str) -> str:
    """A look-ahead after a level word: 市 is none where it begins 市场, nor 州市 in 州市场监管局."""
    rests = {
        other[size:]
        for other in lines("level_words_not.txt")
        for size in range(1, len(word) + 1)
        if other.startswith(word[-size:])
    }
    return f"{word}(?!{'|'.join(sorted(rests))})" if rests else word


NOTE_BEHIND = re.compile(rf"(?<=政府){LEVEL_BRACKET}$")
LEVEL_OF: dict[str, str] = dict(cast("tuple[tuple[str, str], ...]", rows("level_words.tsv")))
LEVEL_WORD = re.compile(
    rf"(?:{'|'.join(map(_no_other_word, sorted(LEVEL_OF, key=len, reverse=True)))})(?:{LEVEL_BRACKET})?级?"
)
"""A level word as it stands in front of a name: 省, 市级, 县（市、区）, 省直管县（市）; not the 市 of 市场监管局."""


def _words(where: str) -> tuple[str, ...]:
    return tuple(word for word, place in rows("collectives.tsv") if place == where)


LEADS, FOLLOWERS, PLURALS, GENERIC = _words("starts"), _words("follows"), _words("ends"), _words("is")
GROUNDS = ("地", "地方", "地区", "部委", "校")  # 各地: whoever governs there; 各校
AREAS = ("示范区", "开发区", "高新区", "经开区", "新区", "集聚区")  # in a list beside counties: the one of the city
WHOLE = ("街道办", "办事处")  # endings that name a body without a word before them
PARTY = ("委",)  # 市委: no ending, because 委 alone names no body
DEPARTMENTS = re.compile(r"(?:行政主管|行政|主管)?部门$")
MAX_FIELD = 12  # characters; 科学技术和工业信息化 has ten
BUREAU_OF_PARTY = "机关工"  # 市直机关工委 is one body, 市直机关 are many


def level_word(text: str) -> str:
    """The level word that `text` begins with: 县（市、区） of 县（市、区）政府, none ("") of 市场监管局."""
    match = LEVEL_WORD.match(text)
    return match.group() if match else ""


def bare_lead(text: str) -> str:
    """The word that makes a name a collective from its front: 各 of 各县（区）政府; none ("") of 教育局."""
    return next((lead for lead in LEADS if text.startswith(lead)), "")


def lead_of(text: str) -> str:
    """The same with its level word: 各, 有关, 各县（区）, 各级."""
    lead = bare_lead(text)
    rest = text[len(lead) :]
    return lead + (level_word(rest) or ("级" if rest.startswith("级") else "")) if lead else ""


def level_meant(word: str) -> Level | None:
    """The level of a level word with or without bracket and 级; None below the county and for what is none."""
    bare = re.sub(rf"{LEVEL_BRACKET}|级$", "", word)
    level = LEVEL_OF.get(bare)
    return None if level == "township" else cast("Level | None", level)


@lru_cache(maxsize=4096)
def form_of(text: str) -> Form | None:
    """How a name ends: 妇联 body, 财政局 office, 黄淮学院 named, 东双河镇 ground; None for no name of a body.

    An ending of one character needs two characters before it (局 does not make a body of 各局). A bracket behind a
    government names what is in its place elsewhere: 乡镇人民政府（街道办事处）.
    """
    text = NOTE_BEHIND.sub("", text)
    if len(text) > MAX_NAME or NO_NAME.search(text):
        return None
    found = max((row for row in rows("organization_suffixes.tsv") if text.endswith(row[0])), key=_length, default=None)
    if not found:
        return None
    ending, form = found
    least = 0 if form == "body" or ending in WHOLE else 2 if len(ending) == 1 and form != "ground" else 1
    return cast("Form", form) if len(text) - len(ending) >= least else None


def _length(row: tuple[str, ...]) -> int:
    return len(row[0])


def is_collective(stem: str) -> bool:
    """Whether a name without its place stands for many bodies: 各县（区）人民政府, 直有关部门, 级各部门, 有关院校."""
    if stem.startswith("直") and stem[1:].lstrip("属").startswith(BUREAU_OF_PARTY):
        return False
    return stem.startswith(LEADS + FOLLOWERS) or stem.endswith(PLURALS) or stem in GENERIC


def is_national(text: str) -> bool:
    """Whether a name is one of the nation's bodies: 国家发展改革委, 教育部, 海关总署; 教育部门 is not 教育部."""
    words = (word for word in lines("national_bodies.txt") if text.startswith(word))
    return any(not (word.endswith("部") and text.startswith(f"{word}门")) for word in words)


def kind_of(stem: str) -> str | None:
    """The kind of a body from its name without the place: 教育 for 教体局, 教育厅, 教委, 生态环境 for 环保局 too; None
    where no word tells."""
    stem = re.sub(r"（[^（）]*）$", "", stem).replace("人民政府", "政府")  # so that 民政 is not found in it
    kinds = (kind for kind, where, word in rows("organization_kinds.tsv") if _fits(stem, where, word))
    former = (row[1] for row in rows("renamed_bodies.tsv") if row[0] in stem)
    return next(kinds, None) or next(former, None)


def _fits(stem: str, where: str, word: str) -> bool:
    if where == "is":
        return stem == word
    return stem.endswith(word) if where == "ends" else word in stem


def is_field(text: str) -> bool:
    """Whether a text is a field of government without an ending: 人社 in 人社、财政部门."""
    words = tuple(word for _, where, word in rows("organization_kinds.tsv") if where == "holds")
    words += tuple(row[0] for row in rows("renamed_bodies.tsv"))
    known = text.startswith(words) or f"{text}部" in words
    return len(text) <= MAX_FIELD and known and not form_of(text) and not is_national(text)


def names_body(text: str) -> bool:
    """Whether a text by itself names a body: 财政局, 市委, 各县（区）, 有关院校, 各地, 幼儿园."""
    if form_of(text) or text in GENERIC or text in AREAS:
        return True
    word = level_word(text)
    if word:
        return text[len(word) :] in PARTY
    lead = bare_lead(text)
    rest = text[len(lead) :]
    return lead != "" and (rest in GROUNDS or (rest != "" and level_word(rest) == rest) or names_body(rest))
