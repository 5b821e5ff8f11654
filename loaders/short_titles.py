"""Short names that a text gives to documents, and where they are used.

《国务院关于…的意见》（国发〔2015〕52号，以下简称《国务院意见》）; 《中华人民共和国教育法》（以下简称教育法）;
《甲办法》、《乙规定》（以下统称《办法》）, which means both; 《甲条例》（以下简称“《条例》”）.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from loaders.fronts import TITLE_END
from loaders.named_documents import NamedDocument
from loaders.patterns import one_of

GIVEN = re.compile(
    r"(?:以下|下文|下)?(?:统一|分别)?(?:并称|合称|统称|简称|下称|(?<=以下)称)(?:为|作)?[：:]?\s*"
    r"(?P<names>(?:《[^《》]{1,30}》|[“”\"‘’「」、和及\u4e00-\u9fff]){1,60})"
)
ONE = re.compile(
    r"[“\"‘「]?《(?P<title>[^《》]+)》[”\"’」]?|[“\"‘「](?P<quoted>[^“”\"’」]{2,20})[”\"’」](?=[“\"‘「、和及]|$)"
)
RIGHT_BEFORE = re.compile(r"[^《》，。；、（(]{0,6}[（(〔\[［][^《》（）()。；]{0,30}|[，,]")
"""Between a name and the word 简称: （以下, 的通知（, but no other part of the sentence."""
IN_BRACKET = re.compile(r"[^《》（）()。；]{0,30}")
LISTED = re.compile(r"[）)\]］]?\s*[、和及与]?\s*")
JOINTLY = ("并称", "合称", "统称")
LONGEST_LIST = 40  # documents that get one short name together
SHORTEST_PLAIN = 3  # characters of a short name that is followed without 《》: 教育法, not 条例


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name, given at [start, end), and the documents that it means: none where it is that of something else.
    `plain` says that it is given without 《》."""

    start: int
    end: int
    name: str
    meaning: tuple[NamedDocument, ...]
    plain: bool


def given_names(text: str, named: Sequence[NamedDocument]) -> Iterator[ShortName]:
    """The short names that the text gives, in order; one in 《》 that is given to no document means none."""
    ends = [item.end for item in named]
    for match in GIVEN.finditer(text):
        at = bisect_right(ends, match.start("names"))
        ahead = named[max(0, at - LONGEST_LIST) : at]
        given = bool(ahead) and _is_given_to(text, ahead[-1], match.start())
        names = _names(match["names"])
        for (name, plain), meaning in zip(names, _meanings(text, ahead, match.group(), len(names)), strict=True):
            if given or not plain:
                yield ShortName(match.start(), match.end(), name, meaning if given else (), plain)


def _names(written: str) -> tuple[tuple[str, bool], ...]:
    """The short names in one list, each with whether it stands without 《》: 《甲》《乙》, “甲法”“乙法”, “双减”意见."""
    found = tuple((match["title"] or match["quoted"], match["title"] is None) for match in ONE.finditer(written))
    return found or ((written, True),)


def _meanings(text: str, named: Sequence[NamedDocument], words: str, count: int) -> Iterator[tuple[NamedDocument, ...]]:
    """What each of `count` short names means: one that is given jointly all documents of the list, each of as many as
    the list has its own, a single one the last; else none."""
    listed = _list_up_to(text, named) if named else []
    if count == 1:
        jointly = any(word in words for word in JOINTLY) and "分别" not in words
        yield tuple(listed if jointly else listed[-1:])
    elif count == len(listed):
        yield from ((item,) for item in listed)
    else:
        yield from repeat((), count)


def plain_uses(hidden: str, names: Mapping[str, tuple[NamedDocument, ...]]) -> Iterator[tuple[int, int, str]]:
    """Where short names stand without 《》: 民办教育促进法第十条; not inside 民办教育促进法实施条例."""
    if names:
        for match in re.finditer(rf"(?:{one_of(names)})(?!实施|修正|[\u4e00-\u9fff]{{0,4}}[）”》])", hidden):
            yield match.start(), match.end(), match.group()


def may_stand_plain(name: str) -> bool:
    """Whether a short name without 《》 can only mean the document: it ends like one, and is more than its kind."""
    end = TITLE_END.search(name)
    return end is not None and len(name) >= SHORTEST_PLAIN and end["genre"] != name


def _is_given_to(text: str, item: NamedDocument, at: int) -> bool:
    between = text[item.end : at]
    inside = item.number is not None and not text[: item.end].endswith(("）", ")", "》"))
    return bool(RIGHT_BEFORE.fullmatch(between) or (inside and IN_BRACKET.fullmatch(between)))


def _list_up_to(text: str, named: Sequence[NamedDocument]) -> list[NamedDocument]:
    """The last name and those that stand in a list with it."""
    found = [named[-1]]
    for item in reversed(named[:-1]):
        if not LISTED.fullmatch(text[item.end : found[0].start]):
            break
        found.insert(0, item)
    return found
