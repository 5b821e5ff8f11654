"""Which titles in 《》 are those of documents, and not of books, newspapers, courses, forms and certificates.

A title counts that has a number, ends like a document (意见, 条例, 课程标准（2022年版）), is 关于 something, ends in a
year (教育现代化2035) or in so many articles (减负三十条); any other one only where the text says that it is carried
out, issued or rested on.
"""

import re
from functools import cache

from loaders.named_documents import NamedDocument
from loaders.patterns import one_of
from loaders.vocabulary import lines, rows

EDITION = re.compile(r"(?:[（(][^（()）]*[)）])+$")
ABOUT = re.compile(r"关于|^(?:印发|转发)")
YEAR_OR_ARTICLES = re.compile(r"(?:19|20)\d\d年?$|[\d一二三四五六七八九十百]+条(?:措施|意见|政策|举措)?$")
ACTS = frozenset({"贯彻落实", "依据", "制定", "印发", "转发", "重新发布", "废止"})
NO_LAW = re.compile(r"(?:书|兵|方|教学|语|笔|画|刀|针|推拿|手|做|想|看|说|用|算|战)法$")


def names_document(text: str, named: NamedDocument, relation: str) -> bool:
    """Whether a title is that of a document, by its own words, those around it, and what is done with it."""
    if named.number or not named.title:
        return True
    title = EDITION.sub("", named.title)
    if ABOUT.search(title):
        return not _of_paper(text, named)
    ending, paper = _longest(_genres(), title), _longest(_papers(), title)
    if (paper and paper >= ending) or NO_LAW.search(title) or _of_paper(text, named):
        return False
    return bool(ending or YEAR_OR_ARTICLES.search(title) or relation in ACTS)


def is_bare_genre(title: str) -> bool:
    """Whether a title is a kind of document and no more: 《意见》, 《实施方案》. It means what the text has defined."""
    return title in {*lines("genres.txt"), *lines("cited_genres.txt")}


def _longest(ending: re.Pattern[str], title: str) -> int:
    found = ending.search(title)
    return len(found.group()) if found else 0


def _of_paper(text: str, named: NamedDocument) -> bool:
    """Whether the words around say that it is a book, a course, a form: 教材《…》, 填写《…》, 《…》一书."""
    before, after = text[max(0, named.start - 12) : named.start], text[named.end : named.end + 12]
    return bool(_around("before").search(before) or _around("after").match(after))


@cache
def _genres() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of((*lines('genres.txt'), *lines('cited_genres.txt')))})$")


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(lines('not_documents.txt'))})$")


@cache
def _around(side: str) -> re.Pattern[str]:
    words = one_of(word for word, place in rows("not_documents_around.tsv") if place == side)
    return re.compile(rf"(?:{words})[：:]?$" if side == "before" else rf"等?(?:系列)?(?:{words})")
