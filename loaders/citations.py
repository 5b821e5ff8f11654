"""cites: the documents that the clauses of a document name, by title in 《》, by number, or by both.

《国家职业教育改革实施方案》（国发〔2019〕4号）; 国人部发【2007】96号规定; 《〈…意见〉任务分工》, one title with a name
inside; 《国务院关于…的意见》（…，以下简称《国务院意见》） with 《国务院意见》 later. Titles stand between 《》 by
GB/T 15834, names inside them between 〈〉, which many write 《》 or <>; numbers are written as in GB/T 9704.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph.ids import NUMBER, ORDER, DocumentNumber, document_id
from graph.model import Citation, Clause, Document, DocumentFacts, Doubt
from loaders.masks import BLANK
from loaders.patterns import one_of
from loaders.segments import segment
from loaders.vocabulary import lines, rows

MENTION = "提及"  # the relation where no word says one
LONGEST = 160  # characters of a title; a longer one has lost its 》

ALIAS = re.compile(r"(?:统称|简称|称)(?:为|作)?[“\"]?$")  # 以下简称《国务院意见》
BRACKET = re.compile(r"\s*[（(]\s*(?:中华人民共和国(?=国务院令|主席令))?")
OWN_ANNEX = re.compile(r"\s*[（(](?:详?见)?附件")
ISSUED_HERE = re.compile(
    r"[^，。；]{0,12}(?:印发|转发|发)给?你们|已?经[^。；]{0,40}现?(?:予以?)?(?:印发|公布|发布|转发)"
)
WORDS = (
    r"中华人民共和国|[的据照按以在对将见为]|贯彻|落实|执行|印发|转发|废止|修订|文件|通知|规定|参考|精神|要求|^[和及与]"
)
BEFORE_NUMBER = re.compile(
    rf"{WORDS}|[和及与]|政府|国务院|[省市区县]委|办公厅|办公室|教育[厅局部]"
)  # what no issuer's code holds: the code begins behind it
BEFORE_ORDER = re.compile(WORDS)  # an order names its issuer in full: 工业和信息化部令
CODE_LENGTH = 14  # characters of an issuer's code at most: 教职成司函, 人力资源和社会保障部令
RELATION_REACH = 40  # characters between the word that says the relation and the title, titles left out


@dataclass(frozen=True, slots=True)
class Named:
    """A document as the text names it, at [start, end); `parts` are the spans of its title and its number."""

    start: int
    end: int
    title: str | None
    number: str | None
    parts: tuple[tuple[int, int], ...]

    @property
    def target(self) -> str:
        """The id of the document: its number, else its title."""
        return document_id(self.number, self.title or "")


def with_citations(facts: DocumentFacts) -> DocumentFacts:
    """The facts with one citation for each document that a clause names, and a doubt for each title without end.

    Not citations: the document's own title, number and annexes, certificates and forms.
    """
    own = _own_names(facts.document)
    aliases: dict[str, Named] = {}
    citations: list[Citation] = []
    doubts: list[Doubt] = []
    for clause in facts.clauses:
        if clause.type == "annex":
            continue
        citations += _citations(clause, own, aliases)
        doubts += _unclosed(clause)
    return replace(facts, citations=facts.citations + tuple(citations), doubts=facts.doubts + tuple(doubts))


def _own_names(document: Document) -> frozenset[str]:
    names = (document.id, document.title, document.notice_title, document.number)
    return frozenset(_bare(name) for name in names if name)


def _bare(name: str) -> str:
    return re.sub(r"[\s《》〈〉<>]+", "", name)


def _citations(clause: Clause, own: frozenset[str], aliases: dict[str, Named]) -> list[Citation]:
    """The citations of one clause, each target once; `aliases` takes up the short titles that the clause gives."""
    found: dict[str, Citation] = {}
    named = find_named(clause.text)
    hidden = _hidden(clause.text, named)
    previous: Named | None = None
    for item in named:
        if previous and item.title and ALIAS.search(clause.text, max(0, item.start - 8), item.start):
            aliases[item.title] = previous
            continue
        previous = item
        meant = aliases.get(item.title or "", item)
        if _is_other(clause.text, item, own) and _is_other(clause.text, meant, own):
            written = clause.text[item.start : item.end]
            relation = _relation(hidden, item)
            found.setdefault(
                meant.target, Citation(clause.id, meant.target, written, relation, meant.title, meant.number)
            )
    return list(found.values())


def _is_other(text: str, item: Named, own: frozenset[str]) -> bool:
    """Whether the item is a document other than this one, its annexes and the work that this notice issues."""
    if item.title and item.title.endswith(lines("not_documents.txt")):
        return False
    if {_bare(name) for name in (item.title, item.number) if name} & own:
        return False
    return not (OWN_ANNEX.match(text, item.end) or ISSUED_HERE.match(text, item.end))


def _relation(hidden: str, item: Named) -> str:
    """What the text does with the item: 废止 behind it, else the nearest word before it, else a word behind it."""
    low, high = segment(hidden, item.start, item.end)
    behind = _after().match(hidden, item.end, high)
    if behind and _relations("after")[behind["word"]] == "废止":
        return "废止"
    ahead = _before().findall(hidden[low : item.start].replace(BLANK, "")[-RELATION_REACH:])
    if ahead:
        return _relations("before")[ahead[-1]]
    return _relations("after")[behind["word"]] if behind else MENTION


@cache
def _relations(place: str) -> dict[str, str]:
    return {word: relation for word, side, relation in rows("citation_relations.tsv") if side == place}


@cache
def _before() -> re.Pattern[str]:
    """A word before the title; one of a single character only directly before it or the titles that it begins."""
    alone = one_of(word for word in _relations("before") if len(word) == 1)
    return re.compile(
        rf"{one_of(word for word in _relations('before') if len(word) > 1)}|(?:{alone})(?=[、和及与（）()]*$)"
    )


@cache
def _after() -> re.Pattern[str]:
    """A word behind the title and those that follow it in a list."""
    words = one_of(_relations("after"))
    return re.compile(rf"[{BLANK}、和及与以（）()]*[^，。；{BLANK}]{{0,12}}?(?P<word>{words})")


def _hidden(text: str, named: tuple[Named, ...]) -> str:
    """The text with titles and numbers blanked."""
    for item in named:
        for start, end in item.parts:
            text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def find_named(text: str) -> tuple[Named, ...]:
    """The documents that the text names, in order."""
    titled = [_with_number(text, start, end) for start, end in _titles(text)]
    return tuple(sorted([*titled, *_bare_numbers(text, titled)], key=lambda item: item.start))


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the outermost titles, 《 to 》; a 《 without its 》 is passed over."""
    position = 0
    while (start := text.find("《", position)) >= 0:
        end = _closing(text, start)
        if end:
            yield start, end
        position = end or start + 1


def _closing(text: str, start: int) -> int | None:
    """The end of the title that begins at `start`, names inside it passed over; None where there is none."""
    depth = 0
    for position in range(start, min(len(text), start + LONGEST)):
        char = text[position]
        depth += (char == "《") - (char == "》")
        if depth == 0:
            return position + 1
        if char in "。\n":
            return None
    return None


def _with_number(text: str, start: int, end: int) -> Named:
    """The title at [start, end) with the number in the brackets behind it: 《…方案》（国发〔2019〕4号）."""
    title = re.sub(r"\s+", "", text[start + 1 : end - 1])
    bracket = BRACKET.match(text, end)
    number = bracket and (NUMBER.match(text, bracket.end()) or ORDER.match(text, bracket.end()))
    if not number:
        return Named(start, end, title, None, ((start, end),))
    last = number.end() + (text[number.end() : number.end() + 1] in ("）", ")"))
    return Named(start, last, title, str(DocumentNumber.parse(number.group())), ((start, end), number.span()))


def _bare_numbers(text: str, titled: list[Named]) -> Iterator[Named]:
    """The numbers that stand without a title, the words before the issuer's code left out."""
    for pattern, words in ((NUMBER, BEFORE_NUMBER), (ORDER, BEFORE_ORDER)):
        for match in pattern.finditer(text):
            if any(item.start < match.end() and match.start("code") < item.end for item in titled):
                continue
            start = max(
                (word.end() for word in words.finditer(text, match.start(), match.end("code"))), default=match.start()
            )
            if 0 < match.end("code") - start <= CODE_LENGTH:
                number = str(DocumentNumber.parse(text[start : match.end()]))
                yield Named(start, match.end(), None, number, ((start, match.end()),))


def _unclosed(clause: Clause) -> list[Doubt]:
    """A doubt for each 《 whose 》 is missing."""
    spans = list(_titles(clause.text))
    opened = (match.start() for match in re.finditer("《", clause.text))
    lost = (start for start in opened if not any(low <= start < high for low, high in spans))
    return [
        Doubt(clause.document, clause.span(at, at + 1).line, "citation", f"{clause.id}: 《 without 》") for at in lost
    ]
