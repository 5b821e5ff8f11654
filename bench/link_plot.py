"""The reliability plot: how often links of a score are right, by tenths, as a plain SVG file."""

from collections.abc import Sequence

from link_scores import Tenth

SIDE, LEFT, TOP = 320, 60, 40  # of the square that is plotted, and where it begins
FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
    'font-family="sans-serif" font-size="12">\n<title>{title}</title>\n'
    '<rect width="100%" height="100%" fill="white"/>\n{parts}\n</svg>\n'
)


def plotted(found: Sequence[Tenth | None], title: str) -> str:
    """The plot as SVG: a dot for each tenth at what was said and what was right, with the number of links."""
    parts = [_text(LEFT, TOP - 16, title), *_axes()]
    for one in found:
        if one:
            x, y = _place(one.said, one.right)
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1f5fa8"/>')
            parts.append(_text(x + 7, y + 4 + 14 * (one.right > one.said), f"{one.count:,}"))
    return FRAME.format(width=LEFT + SIDE + 60, height=TOP + SIDE + 60, title=title, parts="\n".join(parts))


def _axes() -> list[str]:
    """The square, the line on which a score is what is right, and the numbers."""
    (left, bottom), (right, top) = _place(0, 0), _place(1, 1)
    parts = [
        f'<rect x="{left}" y="{top}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>',
        f'<line x1="{left}" y1="{bottom}" x2="{right}" y2="{top}" stroke="#888" stroke-dasharray="4 4"/>',
        _text(left + SIDE / 2, bottom + 40, "score", "middle"),
        f'<g transform="rotate(-90 {left - 42} {top + SIDE / 2})">',
        _text(left - 42, top + SIDE / 2, "share right", "middle"),
        "</g>",
    ]
    for fifth in range(6):
        x, y = _place(fifth / 5, fifth / 5)
        parts += [
            _text(x, bottom + 18, f"{fifth / 5:.1f}", "middle"),
            _text(left - 8, y + 4, f"{fifth / 5:.1f}", "end"),
        ]
    return parts


def _place(said: float, right: float) -> tuple[float, float]:
    return LEFT + said * SIDE, TOP + (1 - right) * SIDE


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'
