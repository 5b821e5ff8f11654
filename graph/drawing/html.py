"""HTML: one file that opens offline, with the picture to pan and zoom, and the texts behind each box and line.

The page is viewer.html beside this module, which holds the only script of it.
"""

import json
from base64 import b64encode
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from graph.answers import ClauseCard, LinkStep
from graph.cascade_answers import CascadeView
from graph.drawing import fonts, svg
from graph.drawing.scene import Scene
from graph.drawing.words import WORDS, Language, Words
from graph.model import Span

PAGE = Path(__file__).with_name("viewer.html")
Json = dict[str, object]


def render(view: CascadeView, scene: Scene, language: Language, *, embedded: bool = True) -> str:
    """The page; with the font `embedded` it shows on machines without one. Raises MissingExtra where it is."""
    words = WORDS[language]
    data = json.dumps(_data(view, words), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    picture = svg.render(scene, outlined=False)
    page = Template(PAGE.read_text(encoding="utf-8"))
    return page.substitute(
        language="zh-CN" if language == "zh" else "en",
        title=escape(scene.title),
        picture=picture,
        data=data.replace("<", "\\u003c"),
        families=svg.FAMILIES,
        font=_font(picture + data) if embedded else "",
        help=escape(words.page),
        close=escape(words.close),
        fit=escape(words.fit),
    )


def _font(shown: str) -> str:
    """The characters that the page shows as a font in it."""
    data = b64encode(fonts.part({*shown}, "woff")).decode()
    return f"@font-face{{font-family:'{fonts.FAMILY}';src:url(data:font/woff;base64,{data}) format('woff')}}"


def _data(view: CascadeView, words: Words) -> Json:
    cards = {card.id: card for node in view.nodes for card in node.clauses}
    return {
        "clauses": {id: _clause(card, words) for id, card in cards.items()},
        "nodes": {node.id: [card.id for card in node.clauses] for node in view.nodes},
        "links": {f"{link.source}\n{link.target}": [_step(step, words) for step in link.steps] for link in view.links},
        "words": {"lower": words.lower, "upper": words.upper, "none": words.by_hand},
    }


def _clause(card: ClauseCard, words: Words) -> Json:
    place = words.comma.join(filter(None, (card.region_name, words.levels[card.level])))
    return {"name": f"{card.document} {card.address}", "title": card.document_title, "place": place, "text": card.text}


def _step(step: LinkStep, words: Words) -> Json:
    told = (words.carried[step.carried], words.status[step.status], f"{words.score} {step.score:.2f}")
    return {
        "source": step.source,
        "target": step.target,
        "told": words.separator.join(told),
        "reasons": [
            words.evidence.get(item.kind, item.kind) + (f"{words.colon}{item.name}" if item.name else "")
            for item in step.evidence
        ],
        "below": _spans(item.source for item in step.evidence),
        "above": _spans(item.target for item in step.evidence),
    }


def _spans(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
