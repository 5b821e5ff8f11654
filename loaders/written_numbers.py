"""Document numbers in running text, and where the issuer's code begins.

国发〔2019〕4号, 国人部发【2007】96号 and 豫政（2021）第2号 as GB/T 9704 and its readers write them; orders as
教育部令第20号, 中华人民共和国国务院令第七百四十一号, 教育部第12号令, 国家发展改革委2019年第29号令;
announcements as 教育部公告2020年第22号.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.citing import REPUBLIC, number_key
from graph.ids import ANNOUNCED, NUMBER, DocumentNumber
from graph.numerals import NUMERAL, read_numeral
from loaders.patterns import one_of
from loaders.vocabulary import lines

SERIAL = rf"第?\s*(?P<serial>\d{{1,5}}|{NUMERAL.removesuffix('+')}{{1,9}})\s*号"  # 九万九千九百九十九 is the longest
ORDERED = re.compile(rf"(?P<code>[\u4e00-\u9fff]{{1,24}}令)\s*(?:(?:19|20)\d\d年)?\s*{SERIAL}")
TURNED = re.compile(rf"(?P<code>[\u4e00-\u9fff]{{2,24}}?)(?:(?:19|20)\d\d年)?{SERIAL}令")

WORDS = (
    r"中华人民共和国|[的了据照按以在对将见为]|贯彻|落实|执行|印发|转发|废止|修订|文件|通知|规定|参考|精神|要求|出台"
    r"|^[和及与]"
)
OF_A_COUNTY = "政府办教发委文人财卫民环农水住交商审"  # 原政〔2015〕8号 is of 原阳县, 原示教〔2015〕8号 a former one
BEFORE_NUMBER = (
    rf"{WORDS}|[和及与]|政府|国务院|[省市区县]委|办公厅|办公室|教育[厅局部]|部门"
    rf"|(?<![\u4e00-\u9fff])原(?![{OF_A_COUNTY}])"
)
OFFICE = r"(?:[省市县区州盟旗]|自治区)[\u4e00-\u9fff]{2,12}?(?:厅|局|委员会|委|办|院|会)"
BEFORE_ORDER = re.compile(rf"{WORDS}|第.{{1,3}}届|原(?=国家|教育部)")  # an order names its issuer in full
CODE_LENGTH = 14  # characters of an issuer's code at most: 教职成司函, 人力资源和社会保障部令
SHORTEST_CODE = 2  # 国发, 皖政


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A document number at [start, end) of a text, the words before its code left out."""

    start: int
    end: int
    number: DocumentNumber


def read_numbers(text: str) -> tuple[WrittenNumber, ...]:
    """The document numbers in the text, in order; where two readings overlap, the one that begins first."""
    found = sorted([*_usual(text), *_orders(text), *_announced(text)], key=lambda item: (item.start, -item.end))
    kept: list[WrittenNumber] = []
    for item in found:
        if not kept or kept[-1].end <= item.start:
            kept.append(item)
    return tuple(kept)


def order_number(text: str) -> DocumentNumber | None:
    """The number that `text` is when it is that of an order: 教育部令第59号, 示例省人民政府令第二百三十四号; else None.

    Those of the President (主席令) are counted anew in every term: they tell no document from others."""
    match = ORDERED.fullmatch(text) or TURNED.fullmatch(text)
    if not match:
        return None
    code = match["code"].removeprefix(REPUBLIC).removesuffix("令") + "令"
    number = DocumentNumber(code, None, read_numeral(match["serial"]))
    return number if number_key(str(number)) else None


def _usual(text: str) -> Iterator[WrittenNumber]:
    for match in NUMBER.finditer(text):
        start = _code_start(_before_code(), text, match)
        if start is not None:
            yield WrittenNumber(start, match.end(), DocumentNumber.parse(text[start : match.end()]))


def _orders(text: str) -> Iterator[WrittenNumber]:
    for pattern, ending in ((ORDERED, ""), (TURNED, "令")):
        for match in pattern.finditer(text):
            start = _code_start(BEFORE_ORDER, text, match)
            if start is not None and not _is_joint(text, start, match.end("code")):
                code = text[start : match.end("code")] + ending
                yield WrittenNumber(start, match.end(), DocumentNumber(code, None, read_numeral(match["serial"])))


def _announced(text: str) -> Iterator[WrittenNumber]:
    for match in ANNOUNCED.finditer(text):
        start = _code_start(BEFORE_ORDER, text, match)
        if (
            start is not None
            and match.end("code") - start > len("公告")
            and not _is_joint(text, start, match.end("code"))
        ):
            yield WrittenNumber(start, match.end(), DocumentNumber.parse(text[start : match.end()]))


def _is_joint(text: str, start: int, end: int) -> bool:
    """Whether the order is one of several bodies (财政部、教育部令): of which of them it has the number is not said."""
    return text[max(0, start - 1) : start] in ("、", "和") or "等" in text[start:end]


def _code_start(words: re.Pattern[str], text: str, match: re.Match[str]) -> int | None:
    """Where the issuer's code begins: behind the last word that no code holds. None where what is left is no code."""
    end = match.end("code")
    ends = (word.end() for word in words.finditer(text, match.start(), end))
    start = max((at for at in ends if end - at >= SHORTEST_CODE), default=match.start())
    return start if end - start <= CODE_LENGTH else None


@cache
def _before_code() -> re.Pattern[str]:
    """Words and names of bodies that stand before a code: 省财政厅豫财教, 教育部教基, 财政部财教."""
    bodies = one_of(name for name in lines("national_bodies.txt") if name.endswith(("部", "署", "局", "院")))
    return re.compile(rf"(?:{BEFORE_NUMBER}|{OFFICE}|{bodies})(?=[\u4e00-\u9fff]{{{SHORTEST_CODE}}})")
