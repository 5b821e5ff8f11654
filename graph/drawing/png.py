"""PNG, painted by resvg from the outlines, with no font of the machine."""

from math import sqrt

from graph.drawing import svg
from graph.drawing.scene import Scene
from graph.errors import MissingExtra

SCALE = 2.0  # pixels of the picture to one of the layout: sharp on paper and on dense screens
MOST = 16000  # pixels a side: more is refused by programs that show pictures
MOST_IN_ALL = 40_000_000  # pixels: five seconds and half a gigabyte; programs refuse twice as many


def render(scene: Scene) -> bytes:
    """The picture, smaller where it would have more than MOST pixels a side or MOST_IN_ALL. Raises MissingExtra."""
    try:
        import resvg_py  # noqa: PLC0415  # an optional part
    except ImportError as error:
        raise MissingExtra("draw", "a PNG picture") from error
    zoom = min(SCALE, MOST / max(scene.width, scene.height), sqrt(MOST_IN_ALL / (scene.width * scene.height)))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg.render(scene),
            width=round(scene.width * zoom),
            height=round(scene.height * zoom),
            skip_system_fonts=True,
        )
    )
