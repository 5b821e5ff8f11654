"""The clauses of a document: numbers, annexes and tables as a tree, each with its text and place in the source."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.ids import clause_id
from graph.model import Clause, ClauseType, DocumentFacts, Doubt
from loaders import sequences
from loaders.annexes import is_signature
from loaders.heads import Head
from loaders.numbering import CHAPTERS
from loaders.paragraphs import paragraphs
from loaders.readers.page import Page
from loaders.tasks import is_background, is_case, lists_duties, lists_names, obliges
from loaders.text import Paragraph
from loaders.tree import Node, Tree

TYPES: dict[str, ClauseType] = {
    "lead": "paragraph",
    "annex": "annex",
    "row": "row",
    **dict.fromkeys(CHAPTERS, "section"),
    "section": "section",
    "box": "section",
    "article": "clause",
    "bracket": "clause",
    "bullet": "goal",
}
LONGEST_RUN_IN = 30
"""Characters of a heading that its own sentence follows: 落实各级各类学校体育与健康课程的法定课时 has nineteen."""
LONGEST_ALONE = 60
"""Characters of a heading in a line of its own."""
LABEL = re.compile(r"(?P<label>(?!.*(?:如下|以下|下列))[^，。；：、\d\n]{2,12})[：:](?=[^\n]{8})")
DUTY_BRACKET = re.compile(r"[（(][^（()）]*[：:].*[)）]$")
NO_HEADING = re.compile(r"[；：]|，.*，|\d年\d{1,2}月")
LOST_TABLE = re.compile(r"序号[^，。；、\d]{4,200}?(?=1[^\d年月日.%])")
LOST_HEAD = re.compile(
    r"序号[^，。；、\d的由和与按]{0,8}(?:任务|内容|措施|事项|工作)[^，。；、\d的由和与按]{0,20}(?:单位|部门|科室|处室|时限|时间)"
)
"""The head of a table of tasks whose cells have run together with those of its first row."""
LONGEST_SANE = 3000
"""Characters of a paragraph beyond which 序号 in it is the head of a table that has lost its cells."""


def read_clauses(page: Page, head: Head) -> DocumentFacts:
    """The document of this page with its clauses in order, its regions, and what is doubtful about them.

    What the numbers leave open:
    1. The second clause with an address is ·2. So are the first numbers of a second work in one notice, of a series
       below a heading without a number, and of a group of rows; what lies in them follows: 一·2（一）.
    2. What stands before the first number, and below a heading without one, is a paragraph: 引言, 引言·2.
    3. A row has the number of its column 序号, one without goes on with the row above; where none has, rows are counted
       below the clause or annex that holds them: 一第2项, 附件2第1项.
    4. Parts that are not articles hold what is below them, though its numbers run on: 第一部分二（三）, 第一章第一节.
    5. An annex to annex 1 is 附件1-1, a glossary (名词解释) an annex without a number.
    6. The boxes of a plan number through its whole text, whatever clauses hold them: 专栏3, 专栏3第1项, 专栏3—1.
    """
    tree = Tree()
    document = head.document.id
    body, doubts = _without_lost_tables(document, paragraphs(head.layout.body))
    tree.read(body)
    for part in head.layout.annexes:
        found, more = _without_lost_tables(document, paragraphs(part.lines))
        tree.read(found, tree.annex(part))
        doubts += more
    found_doubts = (*head.doubts, *doubts, *sequences.doubts(document, tree.nodes))
    return DocumentFacts(head.document, _clauses(document, tree.nodes), head.regions, doubts=found_doubts)


def _without_lost_tables(document: str, found: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Doubt, ...]]:
    """The paragraphs up to a table whose cells have run together: whose duty is what cannot be told from there on."""
    for index, paragraph in enumerate(found):
        text = paragraph.passage.text
        if match := LOST_HEAD.search(text) or (LOST_TABLE.search(text) if len(text) > LONGEST_SANE else None):
            cut = replace(paragraph, passage=paragraph.passage.until(match.start()))
            message = f"a table that has lost its cells, and what follows, is left out: {match.group()[:20]}…"
            kept = (*found[:index], cut) if match.start() else found[:index]
            return tuple(kept), (Doubt(document, paragraph.line, "table-lost", message),)
    return tuple(found), ()


def _clauses(document: str, nodes: Sequence[Node]) -> tuple[Clause, ...]:
    return tuple(_clause(document, order, node) for order, node in enumerate(nodes))


def _clause(document: str, order: int, node: Node) -> Clause:
    kind, heading = _type(node), _heading(node)
    return Clause(
        id=clause_id(document, node.address),
        document=document,
        address=node.address,
        type=kind,
        text=node.passage.text,
        heading=heading,
        number=node.mark.written if node.mark else None,
        parent=clause_id(document, node.parent.address) if node.parent else None,
        order=order,
        task=_is_task(node, kind),
        cells=tuple(zip(node.row.table.heads, node.row.cells, strict=False)) if node.row else (),
        lines=node.passage.lines,
    )


def _type(node: Node) -> ClauseType:
    """What a node is as a clause.

    （一） and deeper with clauses below and no sentence of its own only groups them; below an article it is a point.
    一、 with a sentence in its own line and no clauses below speaks itself."""
    kind = TYPES.get(node.kind, "item")
    if kind == "clause" and node.article and node.kind != "article":
        return "item"
    if kind in ("clause", "item") and node.kind != "article" and node.children and not _speaks(node):
        return "subsection"
    if node.kind == "section" and not node.children and "。" in node.passage.text.partition("\n")[0]:
        return "clause"
    return kind


def _speaks(node: Node) -> bool:
    """Whether the clause says more than a heading: a sentence follows it, or what it says is no heading."""
    return _heading(node) != node.passage.text.rstrip("。")


def _heading(node: Node) -> str | None:
    """The heading of a clause: its first sentence when it reads as one.

    1. A line by itself: 二、重点工作, 2.1应急响应. Not that of a goal or an item, which says what is to be done, and no
       以下条件：.
    2. The first sentence of a clause that says more: （三）建设实训基地。支持…… Short, with one comma at most.
    3. A label of 一、 or （一） that a sentence follows, but no body: 一、指导思想：坚持……
    4. Articles of statutes and rows have none: their first sentence is the rule itself.
    """
    if node.kind in ("row", "lead") or node.article:
        return None
    if node.kind in ("section", "bracket") and (label := LABEL.match(node.passage.text)):
        return None if is_signature(label["label"]) else label["label"]
    first, _, more = node.passage.text.partition("\n")
    sentence, stop, rest = first.partition("。")
    if not stop:
        alone = node.kind not in ("bullet", "item", "digit", "circled") or bool(more or node.children)
        return first if alone and len(first) <= LONGEST_ALONE and not re.search(r"[；：;:，,]$", first) else None
    says_more = more or node.children or DUTY_BRACKET.sub("", rest)
    if says_more and len(sentence) <= LONGEST_RUN_IN and not NO_HEADING.search(sentence):
        return sentence
    return None


def _is_task(node: Node, kind: ClauseType) -> bool:
    """Whether the clause obliges someone.

    1. A row of a table of tasks or units.
    2. An article, or a section that speaks itself, which lays a duty on someone; a point of an article that opens a
       list of duties.
    3. Any other item or clause, but not background, goals and names, nor a case or condition of the clause above.
    """
    if node.row:
        return node.row.table.lists_tasks
    if kind in ("paragraph", "goal", "annex", "subsection") or (kind == "section" and node.children):
        return False
    if (
        _is_background(node)
        or lists_names(node.passage.text)
        or (node.parent and is_case(node.passage.text, node.parent.passage.text))
    ):
        return False
    if node.article and node.kind != "article":
        return lists_duties(node.article.passage.text)
    return obliges(node.passage.text) if node.article or kind == "section" else True


def _is_background(node: Node) -> bool:
    headings = [_heading(item) or "" for item in (node, *node.around)]
    return is_background(node.passage.text, headings)
