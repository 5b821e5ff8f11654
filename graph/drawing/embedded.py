"""SVG inside a page: its text is the page's, its paints are the page's by class (`static/cascade.css`), its boxes and
the words on its lines are links. There are hundreds of them, so each says only what no other says.

A group has the classes of what it shows: `node asked`, `link refined confirmed`. A node has an id of the page (n0, n1)
beside its own in `data-node`; a link and its label name their ends by these. Places are whole pixels.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.drawing.scene import Curve, Form, Group, Polygon, Rectangle, Scene, Text
from graph.drawing.svg import escaped, path_of

OWN_PAINT = ("box", "line", "line-name", "tip")  # painted as their group is


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a click leads, what that is for those who do not see it (None: the text on it), the data- attribute
    that tells the page's script how to go there, and what is told where the pointer rests on it."""

    address: str
    says: str | None = None
    way: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where boxes lead (by node), their last lines (what is not shown of a node), and the words on lines (by source and
    target); None leads nowhere."""

    node: Callable[[str], Anchor | None]
    beyond: Callable[[str], Anchor | None]
    link: Callable[[str, str], Anchor | None]


def render(scene: Scene, anchors: Anchors) -> str:
    """The picture as an svg element."""
    ids = {group.about[0]: f"n{rank}" for rank, group in enumerate(g for g in scene.groups if g.kind == "node")}
    wide, high = round(scene.width), round(scene.height)
    return "\n".join((
        f'<svg width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" role="group">',
        f"<title>{escaped(scene.title)}</title><desc>{escaped(scene.description)}</desc>",
        *(_group(group, ids, anchors) for group in scene.groups),
        "</svg>\n",
    ))  # fmt: skip


def _group(group: Group, ids: Mapping[str, str], anchors: Anchors) -> str:
    hint = f"<title>{escaped(group.hint)}</title>" if group.hint else ""
    forms = "".join(_anchored("".join(map(_form, forms)), anchor) for forms, anchor in _parts(group, anchors))
    return f'<g class="{_classes(group)}"{_about(group, ids)}>{hint}{forms}</g>'


def _classes(group: Group) -> str:
    """The kind, and how what it shows is painted."""
    styles = [form.style.split() for form in group.forms]
    own = next((rest for first, *rest in styles if first in OWN_PAINT and rest), [])
    return " ".join((group.kind, *own))


def _about(group: Group, ids: Mapping[str, str]) -> str:
    if group.kind == "node":
        (id,) = group.about
        return f' id="{ids[id]}" data-node="{escaped(id)}"'
    if len(group.about) == 2:  # a link's ends
        source, target = group.about
        return f' data-source="{ids[source]}" data-target="{ids[target]}"'
    return ""


def _parts(group: Group, anchors: Anchors) -> Iterator[tuple[Sequence[Form], Anchor | None]]:
    """The forms of a group with where they lead; the last line of a box leads elsewhere than the box."""
    if group.kind == "label":
        yield [form for form in group.forms if isinstance(form, Text)], anchors.link(*group.about)
    elif group.kind == "node":
        yield [form for form in group.forms if form.style != "quiet"], anchors.node(*group.about)
        yield [form for form in group.forms if form.style == "quiet"], anchors.beyond(*group.about)
    else:
        yield group.forms, None


def _anchored(drawn: str, anchor: Anchor | None) -> str:
    if anchor is None or not drawn:
        return drawn
    says = f' aria-label="{escaped(anchor.says)}"' if anchor.says else ""
    way = f' data-{anchor.way}=""' if anchor.way else ""
    hint = f"<title>{escaped(anchor.hint)}</title>" if anchor.hint else ""
    return f'<a href="{escaped(anchor.address)}"{says}{way}>{hint}{drawn}</a>'


def _form(form: Form) -> str:
    first = form.style.split()[0]
    style = "" if first in OWN_PAINT or first == "text" else f' class="{first}"'
    if isinstance(form, Rectangle):
        area = form.area
        size = f'width="{round(area.width)}" height="{round(area.height)}"'
        return f'<rect{style} x="{round(area.x)}" y="{round(area.y)}" {size}/>'
    if isinstance(form, Curve):
        whole = replace(form, points=tuple((round(x), round(y)) for x, y in form.points))
        return f'<path d="{path_of(whole)}" stroke-width="{form.paint.width:g}"/>'
    if isinstance(form, Polygon):
        return f'<path class="tip" d="M{"L".join(f"{round(x)} {round(y)}" for x, y in form.points)}"/>'
    return f'<text{style} x="{round(form.x)}" y="{round(form.y)}">{escaped(form.text)}</text>'
