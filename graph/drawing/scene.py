"""A picture as flat forms in the order in which they are painted: what SVG, PDF and the page draw alike."""

from dataclasses import dataclass

from graph.drawing.layout import Area, Point
from graph.drawing.palette import Paint


@dataclass(frozen=True, slots=True)
class Rectangle:
    """`style` is the name of its paint, which a page may paint otherwise."""

    area: Area
    paint: Paint
    style: str
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A start, then two points that bend it and one where it leads, and so on."""

    points: tuple[Point, ...]
    paint: Paint
    style: str


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled form."""

    points: tuple[Point, ...]
    paint: Paint
    style: str


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `x` is its left end and `y` its ground line."""

    x: float
    y: float
    text: str
    size: float
    paint: Paint
    style: str


Form = Rectangle | Curve | Polygon | Text


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together: `kind` is node, link, or else part of the frame; `about` names what it shows: the id of a
    node, source and target of a link. `hint` is its text in whole."""

    kind: str
    forms: tuple[Form, ...]
    about: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture; `title` and `description` are for those who do not see it."""

    width: float
    height: float
    title: str
    description: str
    groups: tuple[Group, ...]
