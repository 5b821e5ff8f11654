"""Whether two documents speak of one subject: without that, and without a citation, clauses that share words accuse.

There is no word segmenter: words of a subject are strings without words of the lists (wording), so 技能 and 公租房, not
进行, 管理 or a piece of them, and what subjects.txt names.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.vocabulary import lines
from loaders.wording import Wording, common_words

ENOUGH = 3
"""Characters of words that stand all over both documents: one 幼儿园, or 技能 and 办学. One word of two characters says
too little."""

BROAD = 8  # names of subjects.txt that two documents on education in general both have: plans, yearly work plans

PHRASE = 4
"""Characters that two titles have in a row, besides words of what is done: 城市更新, all words of the lists."""

SHORTEST = 2  # characters of a word of a subject

AS_FIELD = 3  # characters of a word that is a subject although a department is called by it (体育, 民族)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document is about: words that stand all over it, those of its title, what it has of subjects.txt, and the
    phrases of its title."""

    common: frozenset[str]
    title: frozenset[str]
    named: frozenset[str]
    phrases: frozenset[str]

    def is_akin(self, other: "Subject") -> bool:
        """Whether the two have a subject in common: enough words all over both, one of a title that stands all over the
        other (美育 in 学校美育), a phrase of both titles, or both go through all of education."""
        shared = self.common & other.common
        apart = [word for word in shared if not any(less != word and less in word for less in shared)]
        if sum(map(len, apart)) >= ENOUGH or len(self.named & other.named) >= BROAD or self.phrases & other.phrases:
            return True
        return self._names(other) or other._names(self)

    def _names(self, other: "Subject") -> bool:
        return any(named in word for named in self.title for word in other.common | other.title)


def subject(title: str, texts: Sequence[str]) -> Subject:
    """The subject of a document with this title and these clauses, all made comparable."""
    common = _telling(common_words([_specific(text) for text in texts]))
    named = (name for name in _subjects() if any(name in text for text in texts))
    return Subject(frozenset(common), specific_words(title), frozenset(named), phrases(title))


def phrases(title: str) -> frozenset[str]:
    """The strings of PHRASE characters in a title without words of what is done: 城市更新 of 推进城市更新工作方案."""
    words = (title[one.start : one.end] for one in _title_wording().pieces(title))
    parts = "".join("，" if word in _forms() or not word.isalpha() else word for word in words).split("，")
    return frozenset(part[at : at + PHRASE] for part in parts for at in range(len(part) - PHRASE + 1))


def specific_words(text: str) -> frozenset[str]:
    """What a text names besides words of the lists: 心理健康 of 加强学生心理健康工作实施方案."""
    return frozenset(_telling(_specific(text).split("，")))


def _specific(text: str) -> str:
    """`text` with marks in place of words of the lists that name no subject, and around those that do."""
    words = (text[one.start : one.end] if one.weight else "，" for one in _wording().pieces(text))
    return "".join(word if len(word) == 1 else f"，{word}，" if word in _subjects() else "，" for word in words)


@cache
def _wording() -> Wording:
    return Wording(_subjects() | _everyday())


@cache
def _title_wording() -> Wording:
    return Wording(_forms())


@cache
def _forms() -> frozenset[str]:
    return frozenset(
        (*lines("title_forms.txt"), *lines("genres.txt"), *lines("slogans.txt"), *lines("function_words.txt"))
    )


@cache
def _subjects() -> frozenset[str]:
    return frozenset(lines("subjects.txt"))


def _telling(words: Iterable[str]) -> Iterable[str]:
    return (word for word in words if word in _subjects() or not _says_nothing(word))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(lines("everyday_words.txt"))


@cache
def _says_nothing(word: str) -> bool:
    """Whether a word is too short, everyday, or a piece of a department's name: these have duties in documents of any
    subject."""
    body = len(word) > AS_FIELD and any(word in name for name in lines("national_bodies.txt"))
    return body or len(word) < SHORTEST or word in _everyday()
