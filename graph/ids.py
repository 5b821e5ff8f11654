"""Ids of documents and clauses: small values whose `parse` and `str` are inverses, and `resolve`, which reads
what people write.

A document id is the document number in canonical form (豫政〔2021〕2号), else the title without white space and
draft mark. A clause id is document id + `/` + address. An address joins the numbers as officials write them,
outermost first: 四（十一）, 二（三）7, 一—1 (first bullet), 第五条（二）, 附件2第13项, 附件1-2, 专栏3第1项, 引言.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import AmbiguousReference, UnknownReference
from graph.numerals import NUMERAL, read_numeral, write_numeral

LEAD = "引言"  # the address of the unnumbered paragraphs before the first number
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

NUMBER = re.compile(
    r"""
    (?P<code>[\u4e00-\u9fff]{1,24})                                  # 豫政, 教职成司函
    [〔﹝\[［【(（]\s*(?P<year>(?:19|20)\d\d)\s*[〕﹞\]］】)）]        # 〔2021〕 as people and OCR write it
    \s*(?:第\s*)?(?P<serial>\d{1,5})\s*号
    """,
    re.VERBOSE,
)
ORDER = re.compile(r"(?P<code>[\u4e00-\u9fff]{1,24}令)\s*(?:第\s*)?(?P<serial>\d{1,5})\s*号")  # 国务院令第741号
ANNOUNCED = re.compile(  # 教育部公告2020年第22号
    r"(?P<code>[\u4e00-\u9fff]{1,22}(?:公告|通告))\s*[〔\[（(]?\s*(?P<year>(?:19|20)\d\d)\s*[年〕\]）)]"
    r"\s*(?:第\s*)?(?P<serial>\d{1,5})\s*号"
)

STEP = re.compile(
    rf"""
    (?P<lead>{LEAD})
    | 附件(?P<annex>\d*)(?:-\d+)*              # 附件, 附件2, 附件2-1
    | 专栏(?P<box>\d*)                           # 专栏3, a box of a plan, which number through the whole text
    | 第(?P<part>{NUMERAL})(?:分?编|篇|部分|章|节)  # 第一章
    | 第(?P<article>{NUMERAL})条(?:之{NUMERAL})?  # 第五条, 第五条之一
    | 第(?P<row>\d+)项                          # 第13项
    | （(?P<bracket>{NUMERAL}|\d+)）            # （十一）, （1）
    | (?P<circled>[{CIRCLED}])
    | —(?P<bullet>\d+)                          # —1
    | (?P<item>\d+(?:\.\d+)*)                   # 7, 1.1
    | (?P<section>{NUMERAL})                    # 四
    """,
    re.VERBOSE,
)
REPEAT = re.compile(r"·\d+")  # 四·2: the second 四 of a document that numbers twice


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """发文字号 (GB/T 9704): issuer's code, year in 〔〕, serial. An order (令) has no year, an announcement
    (公告) has it without brackets: 教育部公告2020年第22号."""

    code: str
    year: int | None
    serial: int

    def __str__(self) -> str:
        if not self.year:
            return f"{self.code}第{self.serial}号"
        year = f"{self.year}年第" if self.code.endswith(("公告", "通告")) else f"〔{self.year}〕"
        return f"{self.code}{year}{self.serial}号"

    @classmethod
    def parse(cls, text: str) -> "DocumentNumber":
        """Read 豫政〔2021〕2号, 豫政[2021] 2 号, 豫政（2021）第2号, 国务院令第741号, 教育部公告2020年第22号; ValueError
        for anything else."""
        squeezed = re.sub(r"\s+", "", text)
        if match := NUMBER.fullmatch(squeezed) or ANNOUNCED.fullmatch(squeezed):
            return cls(match["code"], int(match["year"]), int(match["serial"]))
        if match := ORDER.fullmatch(squeezed):
            return cls(match["code"], None, int(match["serial"]))
        raise ValueError(f"not a document number: {text!r}")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a clause stands in its document: its numbers, outermost first, as written in canonical form."""

    steps: tuple[str, ...]

    def __str__(self) -> str:
        return "".join(self.steps)

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Split 二（三）7 into its steps; ValueError when a part is no clause number."""
        steps, position = [], 0
        while position < len(text):
            match = STEP.match(text, position)
            if not match:
                raise ValueError(f"not an address: {text!r}")
            repeat = REPEAT.match(text, match.end())
            position = repeat.end() if repeat else match.end()
            steps.append(text[match.start() : position])
        if not steps:
            raise ValueError("not an address: ''")
        return cls(tuple(steps))

    @property
    def number(self) -> int | None:
        """The value of the last number: 11 for 四（十一）; None for 引言 and 附件."""
        match = STEP.match(self.steps[-1])
        values = [value for value in match.groupdict().values() if value] if match else []
        if not values or values[0] == LEAD:
            return None
        if values[0] in CIRCLED:
            return CIRCLED.index(values[0]) + 1
        return read_numeral(values[0].rpartition(".")[2])


def step_kind(step: str) -> str:
    """The kind of numbering of one step: section, bracket, item, article, row, annex …"""
    match = STEP.match(step)
    if not match:
        raise ValueError(f"not a clause number: {step!r}")
    return match.lastgroup or "annex"


def clause_id(document: str, address: str) -> str:
    """The id of the clause at `address` of `document`."""
    return f"{document}/{address}"


def split_clause_id(text: str) -> tuple[str, str]:
    """Document id and address of a clause id; ValueError when it is none."""
    document, slash, address = text.rpartition("/")
    if not slash or not document:
        raise ValueError(f"not a clause id: {text!r}")
    return document, str(Address.parse(address))


def document_id(number: str | None, title: str) -> str:
    """The id of a document with this number, else with this title."""
    if number:
        return str(DocumentNumber.parse(number))
    bare = re.sub(r"\s+", "", title)
    return re.sub(r"[（(](?:征求意见稿|草案|送审稿|讨论稿|修订草案|公开征求意见稿)[)）]$", "", bare)


def region_contains(outer: str, inner: str) -> bool:
    """Whether the region with code `outer` contains the one with code `inner` or is it: GB/T 2260 codes nest by
    pairs of digits (410000 河南省 > 411500 信阳市 > 411502 浉河区); 000000 is the nation."""
    return inner.startswith(re.sub(r"(?:00)+$", "", outer))


# resolve: what people write ------------------------------------------------------------------------------------

WORDED = re.compile(rf"^(?:clause|第|条款|款)?({NUMERAL}|\d+)(?:条|款|条款)?$", re.IGNORECASE)
NEAREST = 5  # ids that an error names
BRACKETS = str.maketrans("()[]［］【】﹝﹞", "（）〔〕〔〕〔〕〔〕")


def resolve(text: str, documents: Mapping[str, Iterable[str]], addresses: Callable[[str], Sequence[str]]) -> str:
    """The id of the document or clause that `text` means.

    `documents` maps each document id to its other names (number, title), `addresses` gives a document's addresses
    in order. Reads 豫政[2021]2号 第十一条, 豫政〔2021〕2号 clause 十一, …（十一）, …四（十一）, …附件2第13项 and
    titles in place of numbers, full or half width, with or without 《》 and white space; of statutes also
    第二章第十九条第一款第（一）项: their paragraphs (款) have no addresses, what is meant is the article or its point.
    Raises UnknownReference with the nearest ids, AmbiguousReference with the candidates.
    """
    asked = text.strip()
    document, rest = _split_document(asked, documents)
    if not rest:
        return document
    known = addresses(document)
    found = addresses_meant(rest, known)
    if len(found) == 1:
        return clause_id(document, found[0])
    if found:
        raise AmbiguousReference(asked, [clause_id(document, address) for address in found])
    near = _nearest(rest, known)
    raise UnknownReference(asked, [clause_id(document, address) for address in near])


def addresses_meant(rest: str, known: Sequence[str]) -> list[str]:
    """The addresses of one document that fit what is written of a clause: 第十一条, （十一）, 四（十一）, 附件第3项."""
    return [rest] if rest in known else _statutory(rest, known) or _addresses_like(rest, known)


def squeezed(text: str) -> str:
    """`text` without white space and 《》, its brackets as numbers and addresses have them."""
    return re.sub(r"[\s《》]+", "", text).translate(BRACKETS)


def _split_document(asked: str, documents: Mapping[str, Iterable[str]]) -> tuple[str, str]:
    """The document that the beginning of `asked` names, and the rest of `asked`, which names a clause of it."""
    names = {squeezed(name): key for key, others in documents.items() for name in (key, *others) if name}
    text = squeezed(asked)
    if match := NUMBER.search(text) or ORDER.search(text) or ANNOUNCED.search(text):
        wanted = str(DocumentNumber.parse(match.group()))
        ends = [name for name in names if wanted.endswith(name)]  # 见豫政〔2021〕2号: words may run into the code
        if not ends:
            raise UnknownReference(asked, difflib.get_close_matches(wanted, list(documents), n=NEAREST, cutoff=0.3))
        text = max(ends, key=len) + text[match.end() :]
    starts = [name for name in names if text.startswith(name)]
    if starts:
        name = max(starts, key=len)
        return names[name], text[len(name) :].lstrip("/，,、:：的")
    return _document_by_part(asked, text, names)


def _document_by_part(asked: str, text: str, names: Mapping[str, str]) -> tuple[str, str]:
    """A document whose name holds `text`, where only one does."""
    holding = sorted({key for name, key in names.items() if len(text) >= 4 and text in name})
    if len(holding) == 1:
        return holding[0], ""
    if holding:
        raise AmbiguousReference(asked, holding)
    near = difflib.get_close_matches(text, list(names), n=NEAREST, cutoff=0.3)
    raise UnknownReference(asked, list(dict.fromkeys(names[name] for name in near)))


def _addresses_like(rest: str, known: Sequence[str]) -> list[str]:
    """The addresses that fit `rest`: those that end so, else those with that number."""
    if ending := [address for address in known if address.endswith(rest) and _ends_with_steps(address, rest)]:
        return ending
    number = _number_in(rest)
    return [str(address) for address in _numbered(rest, known) if number is not None and address.number == number]


def _statutory(rest: str, known: Sequence[str]) -> list[str]:
    """The addresses that fit a reference as officials cite statutes. Where lists in several paragraphs of the article
    have such a point, all of them: （一）, （一）·2."""
    wanted = re.compile(rf"{re.escape(_as_addressed(rest))}(?:·\d+)?")
    return [address for address in known if wanted.fullmatch(address)]


def _as_addressed(rest: str) -> str:
    """A reference as officials cite statutes, as addresses are written: 第十九条（一） for 第19条第一款第一项."""
    text = re.sub(rf"^(?:第{NUMERAL}(?:分?编|篇|部分|章|节))+(?=第(?:{NUMERAL}|\d+)条)", "", rest)
    text = re.sub(rf"附件({NUMERAL})", lambda match: f"附件{read_numeral(match[1])}", text)
    text = re.sub(r"第(\d{1,4})条", lambda match: f"第{_numeral(match[1])}条", text)
    text = re.sub(rf"(条(?:之{NUMERAL})?)第(?:{NUMERAL}|\d+)款", r"\1", text)
    text = re.sub(
        rf"(条(?:之{NUMERAL})?)第[（]?({NUMERAL}|\d{{1,2}})[）]?项",
        lambda match: f"{match[1]}（{_numeral(match[2])}）",
        text,
    )
    return re.sub(r"）第(\d{1,2})目", r"）\1", text)


def _numeral(written: str) -> str:
    """一 for 1 and 一."""
    number = read_numeral(written)
    return write_numeral(number) if 0 < number < 10_000 else written


def _nearest(rest: str, known: Sequence[str]) -> list[str]:
    """The addresses that somebody may have meant: those with the next numbers, else those that are written alike."""
    number = _number_in(rest)
    if number is None:
        return difflib.get_close_matches(rest, known, n=NEAREST, cutoff=0.3)
    found = [(abs(address.number - number), str(address)) for address in _numbered(rest, known) if address.number]
    return [address for _, address in sorted(found, key=lambda pair: pair[0])[:NEAREST]]


def _number_in(rest: str) -> int | None:
    """The number in 第十一条, clause 11, （十一）; None for anything else."""
    match = WORDED.match(rest.strip("（）"))
    return read_numeral(match[1]) if match else None


def _numbered(rest: str, known: Sequence[str]) -> list[Address]:
    """The clauses of the body that a number may mean; nobody calls a section with clauses below a 条."""
    body = [Address.parse(address) for address in known if not address.startswith(("附件", "专栏"))]
    clauses = [address for address in body if step_kind(address.steps[-1]) != "section"]
    return clauses if rest.endswith("条") and clauses else body


def _ends_with_steps(address: str, ending: str) -> bool:
    """Whether `ending` is whole steps of `address`: （三）7 ends 二（三）7, but 7 does not end 二（三）17."""
    try:
        wanted = Address.parse(ending).steps
    except ValueError:
        return False
    return Address.parse(address).steps[-len(wanted) :] == wanted
