"""Invented pairs of documents with planted links: measures (link_measures.tsv) that a lower document restates,
shortens, words anew, mixes or merges, with figures of its own, among slogans and the closing sections of all subjects.

Of each five pairs three have links, one is of two subjects, and one is of one subject, cites the upper document and
shares no measure with it: these two must have no links. The same seed makes the same pairs. The wordings were written
for the bench; some slogans and headings of the vocabulary were added after what they showed.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

KINDS = ("linked", "linked", "linked", "other subject", "other measures")
FIGURE = re.compile(r"\[(\d+)\]")
LEVELS = (("国务院办公厅", "国家", "国办发", "全国"), ("示例省人民政府", "省", "示政", "全省"))
BELOW = (("示例省", "省"), ("示例市", "市"))
"""Issuer, word of the level, number and region of an upper document; region and word of the lower one."""

SLOGANS = (
    "坚持改革创新",
    "着力破解突出问题",
    "把这项工作摆上重要议事日程",
    "不断提升工作水平",
    "增强群众获得感",
    "坚持因地制宜、分类施策",
    "确保取得实效",
    "充分发挥示范引领作用",
    "形成可复制可推广的经验",
    "加快构建高质量发展新格局",
    "强化系统思维",
    "补短板、强弱项",
    "以点带面推动工作提质增效",
    "久久为功，善作善成",
)
"""Of two of these a slogan is made, so that two documents share parts of slogans and seldom all of one."""

AIMS = (
    "以习近平新时代中国特色社会主义思想为指导，坚持以人民为中心，统筹发展和安全，推动{subject}高质量发展。",
    "全面贯彻党的二十大精神，立足新发展阶段，完整、准确、全面贯彻新发展理念，开创{subject}工作新局面。",
)
CLOSINGS = {
    "加强组织领导": (
        "各地各有关部门要高度重视，成立工作专班，明确责任分工，确保各项任务落到实处。",
        "建立政府主导、部门协同、社会参与的工作机制，主要负责同志亲自抓、负总责。",
    ),
    "强化经费保障": (
        "各级财政要统筹现有资金渠道，加大投入力度，提高资金使用效益。",
        "完善多元投入机制，鼓励社会力量参与，加强资金监督管理。",
    ),
    "严格督导考核": (
        "将落实情况纳入年度考核，加强跟踪问效，对工作不力的严肃追责问责。",
        "建立定期通报制度，开展专项督查，考核结果作为评先评优的重要依据。",
    ),
    "营造良好氛围": (
        "加强政策宣传解读，及时总结推广典型经验，形成全社会关心支持的良好氛围。",
        "充分利用各类媒体，广泛宣传先进典型，凝聚工作合力。",
    ),
}
SLOGAN_SHARE = 0.25  # of the clauses end with a slogan
CLOSING_HEADINGS = ("组织保障", "保障措施", "组织实施")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure worded twice."""

    subject: str
    above: str
    wording_above: str
    below: str
    wording_below: str


@dataclass(frozen=True, slots=True)
class Made:
    """The texts of two documents and the links between them by the headings of their clauses, below and above; the
    second links are as good present as absent."""

    name: str
    source: str
    target: str
    links: tuple[tuple[str, str], ...]
    either: tuple[tuple[str, str], ...]


@cache
def measures() -> tuple[Measure, ...]:
    """The invented measures."""
    text = Path(__file__).with_name("link_measures.tsv").read_text(encoding="utf-8")
    return tuple(Measure(*line.split("\t")) for line in text.splitlines() if not line.startswith("#"))


def subjects() -> tuple[str, ...]:
    """The subjects of the measures."""
    return tuple(dict.fromkeys(measure.subject for measure in measures()))


def pairs(count: int, seed: int) -> Iterator[Made]:
    """`count` pairs, all kinds in turn."""
    for number in range(count):
        yield _pair(number, KINDS[number % len(KINDS)], random.Random(f"{seed}/{number}"))


def _pair(number: int, kind: str, chance: random.Random) -> Made:
    subject, other = chance.sample(subjects(), 2)
    known = chance.sample([m for m in measures() if m.subject == subject], 10)
    level = chance.randrange(len(LEVELS))
    taken, own = (known[:5], known[8:]) if kind == "linked" else ([], known[5:])
    upper = known[:8] if kind == "linked" else known[:5]
    if kind == "other subject":
        upper = chance.sample([m for m in measures() if m.subject == other], 7)
    target_subject = upper[0].subject
    clauses, links = _lower_clauses(taken, own, BELOW[level][1], chance)
    title = f"{LEVELS[level][0]}关于加强{target_subject}工作的意见"
    cited = "" if kind == "other subject" else f"为贯彻落实《{title}》，"
    return Made(
        name=f"{number}: {kind}, {subject}",
        source=_lower_text(subject, BELOW[level], cited, clauses, chance),
        target=_upper_text(title, upper, LEVELS[level], chance),
        links=tuple(links),
        either=(("总体要求", "总体要求"),),
    )


def _lower_clauses(
    taken: Sequence[Measure], own: Sequence[Measure], level: str, chance: random.Random
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The clauses of a lower document, heading and text, and the links of those with measures of the upper one."""
    clauses, links, left = [(m.below, _said(m.wording_below, level)) for m in own], [], list(taken)
    while left:
        measure = left.pop()
        heading, text = _carried_out(measure, level, chance)
        links.append((heading, measure.above))
        if left and chance.random() < 0.2:  # two measures in one clause
            second = left.pop()
            links.append((heading, second.above))
            text += _carried_out(second, level, chance)[1]
        clauses.append((heading, text))
    chance.shuffle(clauses)
    return clauses, links


def _carried_out(measure: Measure, level: str, chance: random.Random) -> tuple[str, str]:
    """The heading and text of what a lower document says of a measure of the upper one."""
    above, below = _anew(measure.wording_above, chance), measure.wording_below
    way = chance.choice(("restated", "shortened", "reworded", "reworded", "mixed"))
    texts = {"restated": above, "shortened": _half(above), "reworded": below, "mixed": _half(below) + _half(above, -1)}
    return measure.above if way == "restated" else measure.below, _said(texts[way], level)


def _half(text: str, part: int = 0) -> str:
    """The first part of a text, or the last: a sentence, else what a semicolon or comma in the middle parts."""
    parts = [one for one in text.split("。") if one]
    if len(parts) == 1:
        parts = parts[0].split("，")
        middle = (len(parts) + 1) // 2
        parts = ["，".join(parts[:middle]), "，".join(parts[middle:]) or parts[0]]
    return f"{parts[part]}。"


def _anew(text: str, chance: random.Random) -> str:
    """A text with some of its figures set anew: large ones to the share of a lower document."""
    return FIGURE.sub(lambda match: f"[{_figure(int(match[1]), chance)}]", text)


def _figure(number: int, chance: random.Random) -> int:
    if number < 10 or chance.random() < 0.4:
        return number
    return round(number * chance.choice((1.05, 1.1, 1.2))) if number <= 100 else number // chance.choice((5, 10))


def _said(text: str, level: str) -> str:
    return FIGURE.sub(r"\1", text.replace("@", level))


def _upper_text(title: str, upper: Sequence[Measure], issuer: tuple[str, str, str, str], chance: random.Random) -> str:
    clauses = [(m.above, _said(m.wording_above, issuer[1])) for m in upper]
    chance.shuffle(clauses)
    subject = upper[0].subject
    number = f"{issuer[2]}〔2022〕{chance.randrange(1, 90)}号"
    start = f"为做好{issuer[3]}{subject}工作，提出以下意见。"
    return "\n".join((title, number, "各有关单位：", start, *_sections(subject, clauses, "", chance), "2022年3月8日"))


def _lower_text(
    subject: str, region: tuple[str, str], cited: str, clauses: Sequence[tuple[str, str]], chance: random.Random
) -> str:
    start = f"{region[0]}{subject}提升行动实施方案\n{cited}结合实际，制定本方案。"
    unit = f"（责任单位：{region[1]}发展改革委、{region[1]}财政厅）"
    return "\n".join((start, *_sections(subject, clauses, unit, chance), "2022年9月20日"))


def _sections(subject: str, clauses: Sequence[tuple[str, str]], unit: str, chance: random.Random) -> Iterator[str]:
    """The lines of a document: what is aimed at, the clauses in two sections, and the closing one."""
    half = len(clauses) // 2
    yield f"一、总体要求\n{chance.choice(AIMS).format(subject=subject)}{_slogan(chance)}"
    numbers = iter("一二三四五六七八九十")
    for heading, part in (("二、主要任务", clauses[:half]), ("三、重点举措", clauses[half:])):
        yield heading
        for name, text in part:
            slogan = _slogan(chance) if chance.random() < SLOGAN_SHARE else ""
            yield f"（{next(numbers)}）{name}。{text}{slogan}{unit}"
    yield f"四、{chance.choice(CLOSING_HEADINGS)}"
    closings = chance.sample(sorted(CLOSINGS), 3)
    yield from (f"{rank}. {name}。{chance.choice(CLOSINGS[name])}" for rank, name in enumerate(closings, 1))


def _slogan(chance: random.Random) -> str:
    return f"{'，'.join(chance.sample(SLOGANS, 2))}。"
