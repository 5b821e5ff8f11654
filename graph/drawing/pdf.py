"""PDF: one page as large as the picture, its text to be selected and searched, in a part of the font that it brings.

Only this module imports reportlab.
"""

from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any

from graph.drawing import fonts
from graph.drawing.palette import Paint
from graph.drawing.scene import Curve, Form, Polygon, Rectangle, Scene, Text
from graph.errors import MissingExtra

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FONT = "picture"
POINT = 0.75  # points to a pixel
MOST = 14400.0  # points a side: what PDF allows
ONE_AT_A_TIME = Lock()  # reportlab keeps fonts by name in one place


def render(scene: Scene) -> bytes:
    """The picture. Raises MissingExtra."""
    try:
        from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415  # an optional part
        from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415  # likewise
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  # likewise
    except ImportError as error:
        raise MissingExtra("draw", "a PDF picture") from error
    characters = {
        sign for group in scene.groups for form in group.forms if isinstance(form, Text) for sign in form.text
    }
    scale = min(POINT, MOST / max(scene.width, scene.height))
    stream = BytesIO()
    with ONE_AT_A_TIME:
        # Not by registerFont: it keeps the first font of a name, which has only the characters of the first picture.
        pdfmetrics._fonts[FONT] = TTFont(FONT, BytesIO(fonts.truetype(characters)))
        canvas = Canvas(stream, pagesize=(scene.width * scale, scene.height * scale), invariant=1, pageCompression=1)
        canvas.setTitle(scene.title)
        canvas.setSubject(scene.description)
        canvas.setCreator("policy-cascade")
        canvas.scale(scale, scale)
        for group in scene.groups:
            for form in group.forms:
                _draw(canvas, form, scene.height)
        canvas.save()
    return stream.getvalue()


def _draw(canvas: "Canvas", form: Form, height: float) -> None:
    """PDF counts heights from the foot."""
    _set(canvas, form.paint)
    if isinstance(form, Text):
        canvas.setFont(FONT, form.size)
        canvas.drawString(form.x, height - form.y, fonts.written(form.text))
    elif isinstance(form, Rectangle):
        area, filled, drawn = form.area, int(bool(form.paint.fill)), int(bool(form.paint.stroke))
        foot = height - area.y - area.height
        canvas.roundRect(area.x, foot, area.width, area.height, form.radius, stroke=drawn, fill=filled)
    elif isinstance(form, Curve):
        canvas.drawPath(_path(canvas, form, height), stroke=1, fill=0)
    else:
        canvas.drawPath(_polygon(canvas, form, height), stroke=0, fill=1)


def _set(canvas: "Canvas", paint: Paint) -> None:
    canvas.setLineWidth(paint.width)
    canvas.setDash(list(paint.dash))
    if paint.fill:
        canvas.setFillColor(paint.fill)
    if paint.stroke:
        canvas.setStrokeColor(paint.stroke)


def _path(canvas: "Canvas", curve: Curve, height: float) -> Any:
    path = canvas.beginPath()
    path.moveTo(curve.points[0][0], height - curve.points[0][1])
    for at in range(1, len(curve.points), 3):
        path.curveTo(*(value for x, y in curve.points[at : at + 3] for value in (x, height - y)))
    return path


def _polygon(canvas: "Canvas", form: Polygon, height: float) -> Any:
    path = canvas.beginPath()
    path.moveTo(form.points[0][0], height - form.points[0][1])
    for x, y in form.points[1:]:
        path.lineTo(x, height - y)
    path.close()
    return path
