"""SVG: with characters as outlines, so that it looks alike everywhere, or as text that a page can search and style."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from graph.drawing import fonts
from graph.drawing.palette import Paint
from graph.drawing.scene import Curve, Form, Group, Polygon, Rectangle, Scene, Text

FAMILIES = f"'{fonts.FAMILY}', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a click leads, what that is for those who do not see it (None: the text on it), and the data- attribute
    that tells the page's script how to go there."""

    address: str
    says: str | None = None
    way: str | None = None


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where boxes lead (by node), their last lines (what is not shown of a node), and the words on lines (by source and
    target); None leads nowhere."""

    node: Callable[[str], Anchor | None]
    beyond: Callable[[str], Anchor | None]
    link: Callable[[str, str], Anchor | None]


def render(scene: Scene, *, outlined: bool = True, anchors: Anchors | None = None) -> str:
    """The picture as an SVG document. Raises MissingExtra where it is outlined.

    Each node is a group with `data-node`, each link one with `data-source` and `data-target`, as is its label. Classes
    name what is painted, so that a page may paint it otherwise. With `anchors` boxes and labels are links.
    """
    size = f'width="{scene.width:g}" height="{scene.height:g}" viewBox="0 0 {scene.width:g} {scene.height:g}"'
    role = "group" if anchors else "img"  # what is in an image is no link for those who do not see it
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="{role}" font-family="{escape(FAMILIES)}">',
        f"<title>{_text(scene.title)}</title><desc>{_text(scene.description)}</desc>",
    ]
    if outlined:
        parts.append(f"<defs>{''.join(_characters(scene))}</defs>")
    parts += (_group(group, outlined=outlined, anchors=anchors) for group in scene.groups)
    return "\n".join([*parts, "</svg>\n"])


def _characters(scene: Scene) -> Iterator[str]:
    """The outline of each character of the picture, once."""
    used = {sign for group in scene.groups for form in group.forms if isinstance(form, Text) for sign in form.text}
    for sign in sorted({*fonts.written("".join(used))}):
        if path := fonts.outline(sign):
            yield f'<path id="c{ord(sign):x}" d="{path}"/>'


def _group(group: Group, *, outlined: bool, anchors: Anchors | None) -> str:
    names = ("node",) if len(group.about) == 1 else ("source", "target")
    about = "".join(f' data-{name}="{_text(id)}"' for name, id in zip(names, group.about, strict=False))
    hint = f"<title>{_text(group.hint)}</title>" if group.hint else ""
    forms = "".join(
        _anchored("".join(_form(form, outlined=outlined) for form in part), anchor)
        for part, anchor in _parts(group, anchors)
    )
    return f'<g class="{group.kind}"{about}>{hint}{forms}</g>'


def _parts(group: Group, anchors: Anchors | None) -> Iterator[tuple[Sequence[Form], Anchor | None]]:
    """The forms of a group with where they lead; the last line of a box leads elsewhere than the box."""
    if anchors is None or group.kind not in ("node", "label"):
        yield group.forms, None
    elif group.kind == "label":
        yield group.forms, anchors.link(*group.about)
    else:
        yield [form for form in group.forms if form.style != "quiet"], anchors.node(*group.about)
        yield [form for form in group.forms if form.style == "quiet"], anchors.beyond(*group.about)


def _anchored(drawn: str, anchor: Anchor | None) -> str:
    if anchor is None or not drawn:
        return drawn
    says = f' aria-label="{_text(anchor.says)}"' if anchor.says else ""
    way = f' data-{anchor.way}=""' if anchor.way else ""
    return f'<a href="{_text(anchor.address)}"{says}{way}>{drawn}</a>'


def _form(form: Form, *, outlined: bool) -> str:
    if isinstance(form, Rectangle):
        area, radius = form.area, f' rx="{form.radius:g}"' if form.radius else ""
        place = f'x="{area.x:g}" y="{area.y:g}" width="{area.width:g}" height="{area.height:g}"{radius}'
        return f'<rect class="{form.style}" {place}{_paint(form.paint)}/>'
    if isinstance(form, Curve):
        return f'<path class="{form.style}" d="{_path(form)}"{_paint(form.paint)}/>'
    if isinstance(form, Polygon):
        points = " ".join(f"{x:g},{y:g}" for x, y in form.points)
        return f'<polygon class="{form.style}" points="{points}"{_paint(form.paint)}/>'
    return _outlined(form) if outlined else _written(form)


def _path(curve: Curve) -> str:
    before, bends = curve.points[0], list[str]()
    for at in range(1, len(curve.points), 3):
        one, two, end = curve.points[at : at + 3]
        level = before[1] == one[1] == two[1] == end[1]
        bends.append(f"H{end[0]:g}" if level else f"C{' '.join(f'{x:g} {y:g}' for x, y in (one, two, end))}")
        before = end
    return f"M{curve.points[0][0]:g} {curve.points[0][1]:g}{''.join(bends)}"


def _written(text: Text) -> str:
    place = f'x="{text.x:g}" y="{text.y:g}" font-size="{text.size:g}"{_paint(text.paint)}'
    return f'<text class="{text.style}" {place}>{_text(text.text)}</text>'


def _outlined(text: Text) -> str:
    """A line of outlines, each used from where it is defined; what stands there is also said as text."""
    scale, at, uses = text.size / 1000, 0.0, []
    for sign in fonts.written(text.text):
        if fonts.outline(sign):
            uses.append(f'<use href="#c{ord(sign):x}" x="{at:g}"/>')
        at += round(fonts.advance(sign) * 1000)
    place = f'transform="translate({text.x:g} {text.y:g}) scale({scale:g})"'
    return f'<g class="{text.style}" aria-label="{_text(text.text)}" {place}{_paint(text.paint)}>{"".join(uses)}</g>'


def _paint(paint: Paint) -> str:
    drawn = f' stroke="{paint.stroke}" stroke-width="{paint.width:g}"' if paint.stroke else ""
    dash = f' stroke-dasharray="{" ".join(f"{length:g}" for length in paint.dash)}"' if paint.dash else ""
    return f' fill="{paint.fill or "none"}"{drawn}{dash}'


def _text(text: str) -> str:
    return escape("".join(sign if sign.isprintable() else " " for sign in text))
