"""The colours and strokes of pictures. Text on its ground has a contrast of 4.5 or more; what colour tells, a word or
the form of a line tells too."""

from dataclasses import dataclass

from graph.model import Carried, Level, LinkStatus


@dataclass(frozen=True, slots=True)
class Paint:
    """How something is filled and drawn round; `dash` are lengths of strokes and gaps."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


PAINTS: dict[str, Paint] = {
    "ground": Paint("#ffffff"),
    "band": Paint("#f4f6f8"),
    "frame": Paint("#eaeef2", "#d3dae1"),
    "box": Paint("#ffffff", "#aeb9c4"),
    "box asked": Paint("#fff6dc", "#a66a00", 2.0),
    "box passing": Paint("#ffffff", "#7b8794", 1.0, (4, 3)),
    "box beside": Paint("#fafafa", "#7b8794", 1.0, (1.5, 2.5)),
    "sheet": Paint("#ffffff", "#aeb9c4"),
    "strong": Paint("#14202b"),
    "text": Paint("#2b3a47"),
    "quiet": Paint("#56646f"),
    "halo": Paint("#ffffff"),
    "rule": Paint("#aeb9c4"),
    "shaded": Paint("#f0f3f6"),
    "deep": Paint("#17693f"),
    "partly": Paint("#85530a"),
    "none": Paint("#5c6670"),
    "raised": Paint("#8a2f8f"),
    "lowered": Paint("#b1440e"),
    "bar deep": Paint("#17693f"),
    "bar partly": Paint("#a9cdb9"),
    "bar none": Paint("#e3e7eb"),
}
CARRIED: dict[Carried, str] = {
    "verbatim": "#52616e",
    "refined": "#1a66a8",
    "raised": "#8a2f8f",
    "lowered": "#b1440e",
    "partial": "#776000",
}
LEVELS: dict[Level | None, str] = {
    "national": "#a33b2e",
    "provincial": "#c07a12",
    "municipal": "#2f7d5b",
    "county": "#2b6cb0",
    None: "#6b7680",
}
NO_LINK = "#6b7680"
DASHES: dict[LinkStatus, tuple[float, ...]] = {
    "confirmed": (),
    "proposed": (9, 4),
    "candidate": (1.5, 3.5),
    "rejected": (1.5, 3.5),
}
THIN, THICK = 0.6, 2.4


def link_paint(carried: Carried, status: LinkStatus, score: float) -> Paint:
    """A line: coloured by how it carries, broken where nobody confirmed it, wider with its score."""
    colour = CARRIED[carried] if status in ("confirmed", "proposed") else NO_LINK
    return Paint(None, colour, round(THIN + (THICK - THIN) * max(0.0, min(1.0, score)), 2), DASHES[status])
