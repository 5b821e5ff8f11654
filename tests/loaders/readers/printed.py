"""Printed sheets for the tests: text set in lines as a printer does it, as characters or as a PDF."""

import io
from itertools import pairwise

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from loaders.readers.sheets import Glyph, Sheet

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
SIZE = 16.0
STEP = 28.0
LEFT = 90.0
LETTERS = 26
"""Letters in a line of text over the whole width."""


def glyphs(text, left, base, size=SIZE):
    """A line of text, each letter as wide as it is high."""
    return [Glyph(letter, left + size * n, left + size * (n + 1), base, size) for n, letter in enumerate(text)]


def set_lines(paragraphs, letters=LETTERS, indent=2):
    """The lines of paragraphs, as (letters from the left, text): the first one indented, none begun by a mark."""
    lines = []
    for text in paragraphs:
        room, rest = letters - indent, text
        while rest:
            end = room - 1 if rest[room : room + 1] in tuple("，。；：）") else room
            lines.append((letters - room, rest[:end]))
            room, rest = letters, rest[end:]
    return lines


def sheet(lines, number=1, *, left=LEFT, top=120.0, step=STEP, tables=(), more=()):
    """A sheet with these lines, (letters from the left, text) or plain text; `more` are further characters."""
    placed = [line if isinstance(line, tuple) else (0, line) for line in lines]
    found = [
        glyph
        for row, (indent, text) in enumerate(placed)
        for glyph in glyphs(text, left + SIZE * indent, top + step * row)
    ]
    return Sheet(number, WIDTH, (*found, *more), tuple(tables))


def cells(lefts, tops):
    """The boxes of a table with these edges."""
    return tuple((left, top, right, bottom) for top, bottom in pairwise(tops) for left, right in pairwise(lefts))


def pdf_file(*pages, **options):
    """A PDF: each page is a function that draws on a canvas, upright and from the left lower corner."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    drawn = canvas.Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=True, **options)
    for page in pages:
        drawn.setFont(FONT, SIZE)
        page(drawn)
        drawn.showPage()
    drawn.save()
    return file.getvalue()


def written(lines, *, left=LEFT, top=120.0):
    """A page with these lines."""

    def draw(drawn):
        for row, line in enumerate(lines):
            indent, text = line if isinstance(line, tuple) else (0, line)
            drawn.drawString(left + SIZE * indent, HEIGHT - top - STEP * row, text)

    return draw
