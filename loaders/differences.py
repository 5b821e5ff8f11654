"""Where two texts of one measure differ: word by word, punctuation, white space and width of characters left out.

Read are copies with small changes: 16个学时 and 每学期16个学时, 标准和认定办法 and 标准和办法, 2022年6月底前 and
2022年底前, 养教结合 and 产教结合. Not read as differences: 、 for ，, a bracket that only one text has, 高校 for
高等学校, particles and 要, 应.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from graph.model import DiscrepancyKind, DiscrepancyWeight
from graph.numerals import read_numeral
from loaders.localise import spelled_out
from loaders.vocabulary import lines, rows

ANCHOR = 4  # characters in a row that hold two texts together; shorter ones only beside others
SHORT = 10  # characters: longer pieces are measures of their own

HALF_WIDTH = str.maketrans("０１２３４５６７８９％()：，；", "0123456789%（）:,;")
DROPPED = re.compile(r"[\s，、。；;,：:“”‘’\"'《》〈〉·！？!?…—-]")
BREAKS = {"，": 1, ",": 1, "；": 2, ";": 2, "。": 3, "！": 3, "？": 3, "\n": 3}
BRACKET = re.compile(r"（[^（）]*）")
DATE = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[底末初]?[前起]?|\d{1,2}月[底末]?前?")
FIGURE = re.compile(r"[\d%‰]|[一二两三四五六七八九十百千万]+[个所名次]|每(?:学?年|学期|季度|[月周天日])|百分之")
OFFICE = re.compile(r"[\u4e00-\u9fff]{0,2}?(?:厅|局|委|部门)")
PERCENT = "百分之"
LISTED = re.compile(
    r"\d[\d.]*[万亿]?[\u4e00-\u9fff]{4,}(?<!左右|以上|以下|以内)"
)  # 10名教学能手: a thing of a list, with its figure

VERBS, ADVERBS = "|".join(lines("action_verbs.txt")), "|".join(lines("adverbs.txt"))
MEASURE = re.compile(rf"(?:.{{0,12}}?(?<![重主需])(?:要|应当|应))?(?:{ADVERBS})*(?:{VERBS})")


def is_measure(text: str) -> bool:
    """Whether a part of a sentence begins with what somebody is to do: 建设…, 大力开展…, 各学校要制定…."""
    return MEASURE.match(text) is not None


@dataclass(frozen=True)
class Bare:
    """A text without punctuation; character `i` stands at `offsets[i]` of the original.

    `breaks[i]` says what stands before it: 0 nothing, 1 a comma, 2 a semicolon, 3 a full stop or the beginning;
    inside brackets nothing counts.
    """

    text: str
    offsets: tuple[int, ...]
    breaks: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) stands in the original."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def part(self, start: int, end: int, strength: int = 1) -> tuple[int, int]:
        """The part around [start, end), from break to break of at least this strength."""
        while start > 0 and self.breaks[start] < strength:
            start -= 1
        while end < len(self.text) and self.breaks[end] < strength:
            end += 1
        return start, end


def bare(text: str) -> Bare:
    """`text` as it is compared with a copy."""
    chars, offsets, breaks = [], [], []
    stop, depth = 3, 0
    for offset, char in spelled_out(text):
        if DROPPED.match(char):
            stop = max(stop, 0 if depth else BREAKS.get(char, 0))
            continue
        depth = max(0, depth + (char in "（(") - (char in "）)"))
        chars.append(char.translate(HALF_WIDTH))
        offsets.append(offset)
        breaks.append(stop)
        stop = 0
    return Bare("".join(chars), tuple(offsets), tuple(breaks))


@dataclass(frozen=True, slots=True)
class Gap:
    """What two texts have between two anchors: [a, a_end) of the one and [b, b_end) of the other; one may be empty."""

    a: int
    a_end: int
    b: int
    b_end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What a gap means, and the parts of both texts around it."""

    kind: DiscrepancyKind
    weight: DiscrepancyWeight
    gap: Gap
    a: tuple[int, int]
    b: tuple[int, int]


Judgement = tuple[DiscrepancyKind, DiscrepancyWeight]
MATERIAL_SCOPE: Judgement = "scope", "material"
MINOR: Judgement = "wording", "minor"
JOINED: Judgement = "scope", "minor"
DOUBLED: Judgement = "typo", "material"


def differences(a: Bare, b: Bare, within: tuple[int, int], places: tuple[str, ...] = ()) -> Iterator[Difference]:
    """What the copy b[within] says otherwise than the text `a`; names of the own region count for nothing."""
    for gap in _gaps(a, b, within):
        if judged := _judge(a, b, gap, places):
            yield Difference(*judged, gap, *_shown(a, b, gap, judged, opens=gap.b == within[0]))


def _shown(a: Bare, b: Bare, gap: Gap, judged: Judgement, *, opens: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """The parts of both texts that show a difference: those around the gap; both that the copy joins, and what stands
    apart from the first of them in `a`; both times of what it says twice."""
    if judged == JOINED:
        return a.part(gap.a_end, gap.a_end + 1), b.part(gap.b - 1, gap.b + 1)
    around = _around(a, gap.a, gap.a_end, opens)
    if judged == DOUBLED and gap.a == gap.a_end:
        size = gap.b_end - gap.b
        again = b.text.startswith(b.text[gap.b : gap.b_end], gap.b_end)
        return around, (gap.b, gap.b_end + size) if again else (gap.b - size, gap.b_end)
    return around, _around(b, gap.b, gap.b_end, opens)


def _around(text: Bare, start: int, end: int, opens: bool) -> tuple[int, int]:
    """The part around a gap; an empty gap at a break belongs to what follows when it opens the copy."""
    if start == end:
        start, end = (start, start + 1) if opens or start == 0 else (start - 1, start)
    return text.part(start, end)


def _gaps(a: Bare, b: Bare, within: tuple[int, int]) -> list[Gap]:
    """The gaps between the anchors of the copy b[within] in the text `a`, in order.

    The first is what stands before the first anchor in the same part of both texts, the last what stands after the
    last anchor.
    """
    anchors = _anchors(a.text, b.text, within)
    if not anchors:
        return []
    first, last = anchors[0][0], anchors[-1][0] + anchors[-1][2]
    start, end = a.part(first, first + 1)[0], a.part(last - 1, last)[1]
    edges = [(start, within[0], 0), *anchors, (end, within[1], 0)]
    found = [Gap(one[0] + one[2], other[0], one[1] + one[2], other[1]) for one, other in pairwise(edges)]
    return [gap for gap in found if gap.a < gap.a_end or gap.b < gap.b_end]


def _anchors(a: str, b: str, within: tuple[int, int]) -> list[tuple[int, int, int]]:
    """The passages that both texts hold in the same order around the longest one: place in a, place in b, length."""
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    i, j, size = matcher.find_longest_match(0, len(a), *within)
    if size < ANCHOR:
        return []
    before = _following(a[:i][::-1], b[within[0] : j][::-1])
    after = _following(a[i + size :], b[j + size : within[1]])
    back = [(i - start - length, j - begin - length, length) for start, begin, length in reversed(before)]
    return [*back, (i, j, size), *((i + size + start, j + size + begin, length) for start, begin, length in after)]


def _following(a: str, b: str) -> list[tuple[int, int, int]]:
    """The anchors onward from a place where both texts meet, without those that are too short for their distance."""
    kept, reached, copied = [], 0, 0
    for start, begin, length in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        if max(start - reached, begin - copied) <= _reach(length):
            kept.append((start, begin, length))
            reached, copied = start + length, begin + length
    return [block for block in kept if block[2]]


def _reach(length: int) -> int:
    """How far from the last anchor one of this length is no chance meeting: one character 2, four 16, ten 100."""
    return length * length if length >= ANCHOR else 2 * length


def _judge(a: Bare, b: Bare, gap: Gap, places: tuple[str, ...]) -> Judgement | None:
    """What a gap is: nothing, a slip or a deadline, else what `_pieces` says."""
    ours, copied = (_meaning(text, places) for text in (a.text[gap.a : gap.a_end], b.text[gap.b : gap.b_end]))
    if ours == copied or _value(ours) == _value(copied):
        return None
    if not ours and _twice(b, gap, copied):
        return DOUBLED
    if _date_at(a, gap.a, gap.a_end) != _date_at(b, gap.b, gap.b_end):
        return "deadline", "material"
    return _pieces(a, b, gap, (ours, copied))


def _pieces(a: Bare, b: Bare, gap: Gap, texts: tuple[str, str]) -> Judgement | None:
    """What pieces of two texts are, in this order: sentences left out, a long piece, a quantity, other words, a slip, a
    qualifier.

    Where whole sentences are left out, the copy joins into one measure what `a` says in two places, which may mean the
    same. A long piece that only the copy has is a measure of its own; one that only `a` has was left out, which is not
    judged here.
    """
    ours, copied = texts
    if not copied and _parted(a, gap):
        return JOINED
    if max(len(ours), len(copied)) > SHORT:
        return MATERIAL_SCOPE if copied and gap.a == gap.a_end else None
    if FIGURE.search(ours) or FIGURE.search(copied):
        return _figures(ours, copied)
    return _words(a, b, gap, texts)


def _figures(ours: str, copied: str) -> Judgement:
    """Another figure, or a thing of a list with its figure that only one text has."""
    if LISTED.fullmatch(ours or copied) and not (ours and copied):
        return ("scope", "omission") if ours else MATERIAL_SCOPE
    return "quantity", "material"


def _words(a: Bare, b: Bare, gap: Gap, texts: tuple[str, str]) -> Judgement:
    """A slip of one character, another doer, other words for the same, or a qualifier that only one text has."""
    if {*texts} - {""} <= set(lines("minor_differences.txt")):
        return MINOR
    if len(texts[0]) == len(texts[1]) == 1:
        if _both_bodies(a, b, gap):
            return MATERIAL_SCOPE
        return MINOR if _both_words(a, b, gap) else ("typo", "material")
    return MINOR if all(texts) else MATERIAL_SCOPE


def _twice(copy: Bare, gap: Gap, text: str) -> bool:
    """Whether a piece that only the copy has repeats what stands beside it."""
    return len(text) >= ANCHOR and (copy.text.startswith(text, gap.b_end) or copy.text.endswith(text, 0, gap.b))


def _parted(text: Bare, gap: Gap) -> bool:
    """Whether a gap takes whole parts out of `text`, reaches over the end of a sentence and holds a measure."""
    ends = [place for place in range(gap.a, min(gap.a_end + 1, len(text.text))) if text.breaks[place]]
    whole = {gap.a, gap.a_end} <= set(ends) and any(text.breaks[place] == 3 for place in ends)
    return whole and any(is_measure(text.text[place : gap.a_end]) for place in ends)


def _meaning(text: str, places: tuple[str, ...]) -> str:
    """The text without a whole bracket, names of the own region and trivial words."""
    text = BRACKET.sub("", text)
    for name in places:
        text = text.replace(name, "")
    return "" if text in lines("trivial_differences.txt") else text


def _value(text: str) -> int | str:
    """The number or percentage that a text is (一所 and 1所, 百分之百 and 100% are the same), else the text."""
    percent = text.startswith(PERCENT)
    try:
        number = read_numeral(text.removeprefix(PERCENT))
    except ValueError:
        return text
    return f"{number}%" if percent else number


def _date_at(text: Bare, start: int, end: int) -> str:
    """The date that a gap lies in; empty when there is none. What is left out at its edge (2025年，基本建成) is none of
    its own."""
    for match in DATE.finditer(text.text):
        if match.start() <= start and end <= match.end() and (start < end or match.start() < start < match.end()):
            return match.group()
    return ""


def _both_words(a: Bare, b: Bare, gap: Gap) -> bool:
    """Whether a changed character makes a listed word on both sides (扩充, 扩大), so that it is no slip."""
    listed = set(lines("general_words.txt"))
    return all(_pairs(text, place) & listed for text, place in ((a, gap.a), (b, gap.b)))


def _both_bodies(a: Bare, b: Bare, gap: Gap) -> bool:
    """Whether a changed character makes the name of another body: 民政局, 财政局."""
    fields = {row[2] for row in rows("organization_kinds.tsv")}
    return all(
        OFFICE.match(text.text, place + 1) and _pairs(text, place) & fields for text, place in ((a, gap.a), (b, gap.b))
    )


def _pairs(text: Bare, place: int) -> set[str]:
    """The character at this place with the one before it, and with the one after."""
    return {text.text[max(place - 1, 0) : place + 1], text.text[place : place + 2]}
