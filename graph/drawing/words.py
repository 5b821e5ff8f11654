"""What pictures say, in Chinese and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.answers import DEPTH_LIMIT, Direction
from graph.cascade_answers import CascadeColumn, CascadeLink, CascadeNode, CascadeView
from graph.ids import split_clause_id
from graph.model import Carried, Level, LinkStatus

Language = Literal["zh", "en"]
TITLED = re.compile(
    r"[^《关]*关于(?:(?:印发|转发|发布|公布)(?P<made_known>《[^《》]+》|[^《》]+)的通知|(?P<subject>[^《]{4,}.*))$"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. What has braces is filled in."""

    levels: dict[Level | None, str]
    carried: dict[Carried, str]
    status: dict[LinkStatus, str]
    ways: dict[Direction, str]
    title: str
    deep: str
    at_least: str
    only: str
    region: str
    separator: str
    comma: str
    colon: str
    shown: str
    column: str
    rest: str
    documents: str
    beyond: str
    up: str
    down: str
    folded: str
    further: str
    filtered: str
    other_measures: str
    unlinked: str
    near: str
    left_out: str
    stop: str
    carried_title: str
    status_title: str
    width_title: str
    asked: str
    on_the_way: str
    many: str
    page: str
    evidence: dict[str, str]
    lower: str
    upper: str
    close: str
    score: str
    by_hand: str
    fit: str


ZH = Words(
    levels={"national": "国家", "provincial": "省级", "municipal": "市级", "county": "县级", None: "层级不明"},
    carried={"verbatim": "照抄", "refined": "细化", "raised": "加码", "lowered": "降标", "partial": "缺项"},
    status={
        "confirmed": "人工确认",
        "proposed": "系统判定，待人工确认",
        "candidate": "备选，不算关联",
        "rejected": "人工否定",
    },
    ways={"up": "依据（向上）", "down": "落实（向下）", "both": "依据与落实"},
    title="政策脉络：{name}",
    deep="{depth} 层以内",
    at_least="置信度不低于 {score}",
    only="只看{level}",
    region="地区：{region}",
    separator="；",
    comma="，",
    colon="：",
    shown="图中条款 {clauses} 条，公文 {documents} 份，关联 {steps} 条；由所问条款派生的任务 {derived} 项",
    column="{documents} 份公文，{clauses} 条",
    rest="合并 {clauses} 条",
    documents="{documents} 份公文",
    beyond="未画：{counts}",
    up="上 {count} 条",
    down="下 {count} 条",
    folded="有 {count} 条合并在框中（--expand {expand}，或提高 --limit）",
    further="再往外还有 {count} 条关联（加大 --depth，现为 {depth}）",
    filtered="有 {count} 条不合所选层级、地区或置信度（放宽 --level、--region、--min-score）",
    other_measures="另有 {count} 条只经别的措施相连，不算派生（见 lineage）",
    unlinked="本文件另有 {count} 条没有关联（见 coverage）",
    near="另有备选 {count} 条（--candidates，或 status=candidate）",
    left_out="未画出：",
    stop="。",
    carried_title="落实方式",
    status_title="关联状态",
    width_title="线越粗，置信度越高",
    asked="所问",
    on_the_way="只因路径经过",
    many="合并的条款",
    page="点框或线看原文；拖动平移，滚轮缩放",
    evidence={
        "heading": "标题相同",
        "indicator": "同一指标",
        "meaning": "语义相近",
        "measure": "同一措施",
        "programme": "同名项目",
        "term": "用语相同",
        "verbatim": "照抄",
    },
    lower="下位条款（落实）",
    upper="上位条款（依据）",
    close="关闭",
    score="置信度",
    by_hand="人工认定，没有对照文字",
    fit="看全图",
)
EN = Words(
    levels={
        "national": "National",
        "provincial": "Provincial",
        "municipal": "Municipal",
        "county": "County",
        None: "Level unknown",
    },
    carried={
        "verbatim": "verbatim",
        "refined": "refined",
        "raised": "raised",
        "lowered": "lowered",
        "partial": "partial",
    },
    status={
        "confirmed": "confirmed",
        "proposed": "proposed",
        "candidate": "candidate (no link)",
        "rejected": "rejected",
    },
    ways={"up": "what it derives from", "down": "what derives from it", "both": "above and below"},
    title="Cascade: {name}",
    deep="up to {depth} links away",
    at_least="score at least {score}",
    only="{level} only",
    region="region: {region}",
    separator="; ",
    comma=", ",
    colon=": ",
    shown="{clauses} clauses, {documents} documents, {steps} links; {derived} tasks derive from what was asked for",
    column="documents: {documents}, clauses: {clauses}",
    rest="{clauses} folded",
    documents="{documents} documents",
    beyond="not shown: {counts}",
    up="{count} above",
    down="{count} below",
    folded="{count} clauses are folded into boxes (--expand {expand}, or a higher --limit)",
    further="{count} links lead further (a higher --depth, now {depth})",
    filtered="{count} clauses do not fit level, region or score (widen --level, --region, --min-score)",
    other_measures="{count} clauses are linked by other measures only and do not derive (lineage has them)",
    unlinked="{count} clauses of this document have no link (coverage has them)",
    near="{count} near misses (--candidates, or status=candidate)",
    left_out="Not shown: ",
    stop=".",
    carried_title="How it is carried out",
    status_title="Links",
    width_title="wider: higher score",
    asked="asked for",
    on_the_way="only on the way",
    many="folded clauses",
    page="Click a box or a line for the texts; drag to pan, scroll to zoom",
    evidence={
        "heading": "same heading",
        "indicator": "same indicator",
        "meaning": "like meaning",
        "measure": "same measure",
        "programme": "same programme",
        "term": "terms in common",
        "verbatim": "same words",
    },
    lower="Below (carries out)",
    upper="Above (carried out)",
    close="Close",
    score="score",
    by_hand="a person says so; no passages",
    fit="Whole picture",
)
WORDS: dict[Language, Words] = {"zh": ZH, "en": EN}


def title(view: CascadeView, words: Words) -> str:
    """What was asked: 政策脉络：示政〔2021〕7号 四（十一）."""
    asked = view.question
    return words.title.format(name=f"{asked.document} {asked.address}" if asked.address else asked.document)


def question(view: CascadeView, words: Words) -> str:
    """How it was asked: direction and filters."""
    return words.separator.join(_filters(view, words))


def _filters(view: CascadeView, words: Words) -> Iterator[str]:
    asked = view.question
    yield words.ways[asked.direction]
    if asked.depth < DEPTH_LIMIT:
        yield words.deep.format(depth=asked.depth)
    if asked.level:
        yield words.only.format(level=words.levels[asked.level])
    if asked.region:
        yield words.region.format(region=asked.region_name or asked.region)
    if asked.min_score:
        yield words.at_least.format(score=f"{asked.min_score:g}")


def shown(view: CascadeView, words: Words) -> str:
    """How much the picture shows."""
    return words.shown.format(clauses=view.clauses, documents=view.documents, steps=view.steps, derived=view.derived)


def left_out(view: CascadeView, words: Words) -> str:
    """What the picture does not show, and how to get it; empty where it shows all."""
    out = view.left_out
    folded = [node.id for node in view.nodes if node.kind != "clause"]
    told = (
        (out.folded, words.folded.format(count=out.folded, expand=" ".join(folded[:3]) + ("…" if folded[3:] else ""))),
        (out.further, words.further.format(count=out.further, depth=view.question.depth)),
        (out.filtered, words.filtered.format(count=out.filtered)),
        (out.other_measures, words.other_measures.format(count=out.other_measures)),
        (out.unlinked, words.unlinked.format(count=out.unlinked)),
        (out.near, words.near.format(count=out.near)),
    )
    parts = [text for count, text in told if count]
    return words.left_out + words.separator.join(parts) + words.stop if parts else ""


def head(node: CascadeNode, words: Words) -> str:
    """The first line of a box: the address; how many clauses are folded."""
    if node.kind == "clause":
        return node.clauses[0].address
    count = words.rest.format(clauses=len(node.clauses))
    if node.kind == "section" and node.section:
        return f"{split_clause_id(node.section)[1]} · {count}"
    return count


def body(node: CascadeNode, words: Words) -> str:
    """What a box says below: the heading or the text; of folded clauses the section's heading or the addresses."""
    if node.kind == "clause":
        card = node.clauses[0]
        return card.heading or card.text
    if node.kind == "section" and node.section_heading:
        return node.section_heading
    if node.kind == "level":
        return words.documents.format(documents=node.documents)
    return "、".join(addresses(node))


def addresses(node: CascadeNode) -> tuple[str, ...]:
    """What a box lists that holds folded clauses of one document, and no section that says what they are about."""
    if node.kind in ("clause", "level") or (node.kind == "section" and node.section_heading):
        return ()
    return tuple(card.address for card in node.clauses)


def foot(node: CascadeNode, words: Words) -> str:
    """How many links of a box lead out of the picture; empty where none does."""
    counts = ((node.up, words.up), (node.down, words.down))
    told = [text.format(count=count) for count, text in counts if count]
    return words.beyond.format(counts=words.comma.join(told)) if told else ""


def label(link: CascadeLink, words: Words) -> str:
    """What stands on a line: 细化 ✓, 细化×12; what is no link says so."""
    if link.status in ("candidate", "rejected"):
        return words.status[link.status].partition("，")[0].partition(" (")[0]
    several = f"×{len(link.steps)}" if len(link.steps) > 1 else ""
    return words.carried[link.carried] + several + ("✓" if link.status == "confirmed" else "")


def column(found: CascadeColumn, words: Words) -> tuple[str, str]:
    """The head of a column: the level, and how much there is of it."""
    return words.levels[found.level], words.column.format(documents=found.documents, clauses=found.clauses)


def subject(title: str) -> str:
    """What a title is about, without who issued it and that it is made known: 示例省人民政府关于加强体育工作的意见 →
    加强体育工作的意见; 关于印发《示例市体育规划》的通知 → 示例市体育规划. Other titles stay."""
    found = TITLED.match(title)
    return (found["made_known"] or found["subject"]).strip("《》") if found else title


def owner(node: CascadeNode, words: Words) -> tuple[str, str]:
    """Whose a box is: the document's number with its region, and its title; for folded documents the level."""
    if node.document is None:
        return words.levels[node.level], node.region_name or ""
    title = node.document_title or node.document
    named = node.document if node.document != title and not title.startswith(node.document) else ""
    return " · ".join(filter(None, (named, node.region_name))) or words.levels[node.level], title
