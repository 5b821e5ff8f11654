"""A printed sheet of paper in neutral form: what stands where on it, whether it comes from a PDF or was read by OCR."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the left upper corner of the sheet."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character or a run of them: from `left` to `right` on the line `base`, in letters of this size (points).
    `confidence` is that of the OCR which read it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    confidence: float | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre, across and down."""
        return (self.left + self.right) / 2, self.base - self.size / 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its number from 1, its width, its characters, and the tables ruled on it, each as the boxes of its
    cells."""

    number: int
    width: float
    glyphs: tuple[Glyph, ...]
    tables: tuple[tuple[Box, ...], ...] = ()
