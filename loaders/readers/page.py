"""The neutral form of a file: lines, and rows of table cells, each with its place in the source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in the file; `number` is its place (1-based), `page` that of its page where pages are known.

    A row of a table has its cells in `cells`; its `text` is then the cells joined by tabs, and `cell_numbers` are the
    lines where its cells begin, when they do not all stand in line `number`. A blank line has no text. What was read
    by OCR has its `confidence`, from 0 to 1.
    """

    text: str
    number: int
    cells: tuple[str, ...] = ()
    cell_numbers: tuple[int, ...] = ()
    page: int | None = None
    confidence: float | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.cells and not self.text.strip()

    def cell_number(self, column: int) -> int:
        """The source line of the cell in `column`."""
        return self.cell_numbers[column] if column < len(self.cell_numbers) else self.number


@dataclass(frozen=True, slots=True)
class Page:
    """A file, read: its name (no folder) and its lines in order."""

    name: str
    lines: tuple[Line, ...]
