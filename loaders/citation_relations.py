"""What a text does with a document that it names: 贯彻落实, 依据, 修订, 废止 …, by the words around the name."""

import re
from functools import cache

from loaders.masks import BLANK
from loaders.patterns import one_of
from loaders.segments import segment
from loaders.vocabulary import rows

MENTION = "提及"  # the relation where no word says one
REPEAL = "废止"
FORWARD = "转发"
FORWARDED = re.compile(r"[^。]{0,40}，现(?:予以?|将其)?转发")
BASIS = "依据"
RELATION_REACH = 40  # characters between the word that says the relation and the title, titles and brackets left out
FARTHEST = 2000  # characters of a list of documents that one word may reach over
INSIDE = re.compile(r"[（(][^（）()]*[)）]")
NUMBERS = r"(?:\d{1,2}[.．、]|[（(].{1,3}[)）]|[、；;\n和（）()])*$"
REPEALED_BELOW = re.compile(rf"(?:废止|失效|停止执行|不再执行)[^，。；：]{{0,12}}[：:]{NUMBERS}")
RESTED_ON_BELOW = re.compile(rf"(?:依据|根据)(?:如下|有|是|为)?[：:]{NUMBERS}")
LAST_SENTENCE = re.compile(r"[^。\n]*[：:]\s*$")
OF_DOCUMENTS = re.compile("文件|规章|法规|规定|法律|办法|依据")


def relation_of(hidden: str, start: int, end: int) -> str:
    """What the text does with the document named at [start, end): 废止 behind it, else the nearest word before it, else
    a word behind it, else 废止 where it stands in a list of what is repealed. `hidden` has all names blanked."""
    cut = max(0, start - FARTHEST)
    hidden, start, end = hidden[cut : end + FARTHEST], start - cut, end - cut
    low, high = segment(hidden, start, end)
    behind = _word_behind(hidden, end, high)
    if REPEAL in (behind, _word_behind(hidden, _outside(hidden, end))):
        return REPEAL
    outer = segment(hidden, low - 1, low - 1)[0] if hidden[low - 1 : low] in ("（", "(") else low
    ahead = _word_before(hidden[low:start]) or _word_before(hidden[outer:low])
    return (
        ahead
        or behind
        or (FORWARD if FORWARDED.match(hidden, end) else "")
        or _listed_below(hidden[:low], hidden[low:start])
    )


def _listed_below(above: str, between: str) -> str:
    """What is done with a list of documents by the words above it: 同时废止：1.…；2.…, （法律依据：…）."""
    words = (above + between).replace(BLANK, "")
    if REPEALED_BELOW.search(words):
        return REPEAL
    rests = RESTED_ON_BELOW.search(words) or RESTED_ON_BELOW.search(above.replace(BLANK, ""))
    return BASIS if rests else MENTION


def relation_below(text: str) -> str:
    """What the last sentence of a text does with the documents listed below it; 提及 where it names none or says two
    things. Reads 下列文件同时废止：, 政策依据：, 决定对下列规章进行修改：."""
    last = LAST_SENTENCE.search(text.replace(BLANK, ""))
    if not last or not OF_DOCUMENTS.search(last.group()):
        return MENTION
    if REPEALED_BELOW.search(last.group()):
        return REPEAL
    words = {**_relations("before"), **_relations("after")}
    found = {words[word] for word in _long_words().findall(last.group())}
    return found.pop() if len(found) == 1 else MENTION


def _outside(hidden: str, end: int) -> int:
    """Behind the bracket that is open at `end`; `end` where none is."""
    depth = 0
    for position in range(end, len(hidden)):
        depth += (hidden[position] in "（(") - (hidden[position] in "）)")
        if depth < 0:
            return position + 1
        if hidden[position] in "。\n":
            break
    return end


def _word_before(hidden: str) -> str:
    found = _before().findall(INSIDE.sub("", hidden.replace(BLANK, ""))[-RELATION_REACH:])
    return _relations("before")[found[-1]] if found else ""


def _word_behind(hidden: str, start: int, end: int | None = None) -> str:
    found = _after().match(hidden, start, len(hidden) if end is None else end)
    return _relations("after")[found["word"]] if found else ""


@cache
def _relations(place: str) -> dict[str, str]:
    return {word: relation for word, side, relation in rows("citation_relations.tsv") if side == place}


@cache
def _before() -> re.Pattern[str]:
    """A word before the title, not one that tells its past (省政府印发的《…》); one of a single character only directly
    before it or the titles that it begins."""
    alone = one_of(word for word in _relations("before") if len(word) == 1)
    return re.compile(
        rf"(?:{one_of(word for word in _relations('before') if len(word) > 1)})(?!过?的[、和及与（）()]*$)"
        rf"|(?:{alone})(?=[、和及与（）()]*$)"
    )


@cache
def _long_words() -> re.Pattern[str]:
    """The words that say a relation wherever they stand."""
    return re.compile(one_of(word for side in ("before", "after") for word in _relations(side) if len(word) > 1))


@cache
def _after() -> re.Pattern[str]:
    """A word behind the title and those that follow it in a list, brackets passed over."""
    words = one_of(_relations("after"))
    return re.compile(rf"(?:[{BLANK}、和及与以]|[（(][^（()）]*[)）])*+[^，。；：{BLANK}（(]{{0,16}}?(?P<word>{words})")
