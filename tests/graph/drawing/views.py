"""Views of cascades that nobody loaded: any number of documents, and links between any of their clauses."""

from hypothesis import strategies as st

from graph.answers import DEPTH_LIMIT, ClauseCard, LinkStep
from graph.cascade_answers import CascadeColumn, CascadeNode, CascadeQuestion, CascadeView, LeftOut
from graph.folding import joined
from graph.model import LEVELS

WORDS = "推进体育场馆双向开放，每周不少于14小时。A Latin phrase 也在其中；"


def node(document: int, level: str, number: int, *, place: str = "below", text: str = WORDS) -> CascadeNode:
    """A clause of a document."""
    name = f"例政〔2024〕{document}号"
    card = ClauseCard(
        f"{name}/{number}",
        name,
        f"第{document}号文件",
        str(number),
        "clause",
        None,
        text,
        True,
        level,
        "990000",
        "示例省",
    )
    return CascadeNode(
        id=card.id,
        kind="clause",
        place=place,
        level=level,
        region=card.region,
        region_name=card.region_name,
        document=name,
        document_title=card.document_title,
        section=None,
        section_heading=None,
        clauses=(card,),
        documents=1,
        score=0.9,
        on_the_way=False,
        up=0,
        down=number % 3,
    )


def step(source: str, target: str, score: float = 0.8) -> LinkStep:
    """A link that nobody confirmed."""
    return LinkStep(source, target, score, "terms", "between", "proposed", "refined", ())


def view(nodes: list[CascadeNode], pairs: list[tuple[str, str]]) -> CascadeView:
    """The view of these nodes and links; the first node was asked for."""
    boxes, links = joined([step(*pair) for pair in pairs], nodes)
    first = boxes[0]
    columns = tuple(
        CascadeColumn(level, ids, len({box.document for box in boxes if box.level == level}), len(ids))
        for level in LEVELS
        if (ids := tuple(box.id for box in boxes if box.level == level))
    )
    question = CascadeQuestion(
        first.id, "clause", first.document, first.document_title, first.clauses[0].address, "both", DEPTH_LIMIT, 0.0,
        None, None, None, ("proposed", "confirmed"), 60, (),
    )  # fmt: skip
    left_out = LeftOut(folded=0, further=2, filtered=0, other_measures=0, unlinked=0, near=0)
    steps = len(pairs)
    return CascadeView(question, columns, tuple(boxes), tuple(links), len(boxes), 1, 0, steps, 0, 0, left_out)


@st.composite
def views(draw) -> CascadeView:
    """Up to eight documents of any levels with up to five clauses, and links between any of them, circles too."""
    levels = sorted(draw(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=8)), key=LEVELS.index)
    nodes = [
        node(document, level, number, place="asked" if not document else "below", text=draw(st.text(max_size=60)))
        for document, level in enumerate(levels)
        for number in range(draw(st.integers(1, 5)))
    ]
    ids = [each.id for each in nodes]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
    return view(nodes, draw(st.lists(pairs, max_size=30, unique=True)))
