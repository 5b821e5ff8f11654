"""SVG: with characters as outlines, so that it looks alike everywhere, or as text that a page can search and style."""

from collections.abc import Iterator
from html import escape

from graph.drawing import fonts
from graph.drawing.palette import Paint
from graph.drawing.scene import Curve, Form, Group, Polygon, Rectangle, Scene, Text

FAMILIES = f"'{fonts.FAMILY}', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"


def render(scene: Scene, *, outlined: bool = True) -> str:
    """The picture as an SVG document. Raises MissingExtra where it is outlined.

    Each node is a group with `data-node`, each link one with `data-source` and `data-target`, as is its label. Classes
    name what is painted, so that a page may paint it otherwise.
    """
    size = f'width="{scene.width:g}" height="{scene.height:g}" viewBox="0 0 {scene.width:g} {scene.height:g}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{escape(FAMILIES)}">',
        f"<title>{escaped(scene.title)}</title><desc>{escaped(scene.description)}</desc>",
    ]
    if outlined:
        parts.append(f"<defs>{''.join(_characters(scene))}</defs>")
    parts += (_group(group, outlined=outlined) for group in scene.groups)
    return "\n".join([*parts, "</svg>\n"])


def _characters(scene: Scene) -> Iterator[str]:
    """The outline of each character of the picture, once."""
    used = {sign for group in scene.groups for form in group.forms if isinstance(form, Text) for sign in form.text}
    for sign in sorted({*fonts.written("".join(used))}):
        if path := fonts.outline(sign):
            yield f'<path id="c{ord(sign):x}" d="{path}"/>'


def _group(group: Group, *, outlined: bool) -> str:
    names = ("node",) if len(group.about) == 1 else ("source", "target")
    about = "".join(f' data-{name}="{escaped(id)}"' for name, id in zip(names, group.about, strict=False))
    hint = f"<title>{escaped(group.hint)}</title>" if group.hint else ""
    forms = "".join(_form(form, outlined=outlined) for form in group.forms)
    return f'<g class="{group.kind}"{about}>{hint}{forms}</g>'


def _form(form: Form, *, outlined: bool) -> str:
    if isinstance(form, Rectangle):
        area, radius = form.area, f' rx="{form.radius:g}"' if form.radius else ""
        place = f'x="{area.x:g}" y="{area.y:g}" width="{area.width:g}" height="{area.height:g}"{radius}'
        return f'<rect class="{form.style}" {place}{_paint(form.paint)}/>'
    if isinstance(form, Curve):
        return f'<path class="{form.style}" d="{path_of(form)}"{_paint(form.paint)}/>'
    if isinstance(form, Polygon):
        points = " ".join(f"{x:g},{y:g}" for x, y in form.points)
        return f'<polygon class="{form.style}" points="{points}"{_paint(form.paint)}/>'
    return _outlined(form) if outlined else _written(form)


def path_of(curve: Curve) -> str:
    """What the attribute `d` says of a curve."""
    before, bends = curve.points[0], list[str]()
    for at in range(1, len(curve.points), 3):
        one, two, end = curve.points[at : at + 3]
        level = before[1] == one[1] == two[1] == end[1]
        bends.append(f"H{end[0]:g}" if level else f"C{' '.join(f'{x:g} {y:g}' for x, y in (one, two, end))}")
        before = end
    return f"M{curve.points[0][0]:g} {curve.points[0][1]:g}{''.join(bends)}"


def _written(text: Text) -> str:
    place = f'x="{text.x:g}" y="{text.y:g}" font-size="{text.size:g}"{_paint(text.paint)}'
    return f'<text class="{text.style}" {place}>{escaped(text.text)}</text>'


def _outlined(text: Text) -> str:
    """A line of outlines, each used from where it is defined; what stands there is also said as text."""
    scale, at, uses = text.size / 1000, 0.0, []
    for sign in fonts.written(text.text):
        if fonts.outline(sign):
            uses.append(f'<use href="#c{ord(sign):x}" x="{at:g}"/>')
        at += round(fonts.advance(sign) * 1000)
    place = f'transform="translate({text.x:g} {text.y:g}) scale({scale:g})"'
    return f'<g class="{text.style}" aria-label="{escaped(text.text)}" {place}{_paint(text.paint)}>{"".join(uses)}</g>'


def _paint(paint: Paint) -> str:
    drawn = f' stroke="{paint.stroke}" stroke-width="{paint.width:g}"' if paint.stroke else ""
    dash = f' stroke-dasharray="{" ".join(f"{length:g}" for length in paint.dash)}"' if paint.dash else ""
    return f' fill="{paint.fill or "none"}"{drawn}{dash}'


def escaped(text: str) -> str:
    """A text as it stands in SVG; what does not print is a blank."""
    return escape("".join(sign if sign.isprintable() else " " for sign in text))
