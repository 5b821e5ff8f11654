"""First clauses that stand in the line of the sentence that leads in to their list: 现通知如下：一、……"""

import re
from collections.abc import Iterator, Sequence

from loaders.joining import NOTE
from loaders.numbering import Mark, inner_marks, read_mark
from loaders.text import Paragraph

BEFORE = re.compile(r"[：:。]")


def without_lead_ins(found: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, parted where the first number of a list stands behind a colon or a stop and the second one begins
    the next numbered paragraph: 现查明：（一）…… above （二）……. A list that is whole in its sentence stays there."""
    following: Mark | None = None
    parts: list[Paragraph] = []
    for paragraph in reversed(found):
        pieces = _parted(paragraph, following)
        parts += reversed(pieces)
        following = next((piece.mark for piece in pieces if piece.mark), following)
    yield from reversed(parts)


def _parted(paragraph: Paragraph, following: Mark | None) -> tuple[Paragraph, ...]:
    if paragraph.mark or paragraph.cells or not following or following.value != 2 or following.kind == "bullet":
        return (paragraph,)
    text = paragraph.passage.text
    if NOTE.match(text):
        return (paragraph,)
    for match in BEFORE.finditer(text):
        mark = read_mark(text[match.end() :])
        if mark and (mark.kind, mark.value) == (following.kind, 1):
            rest = paragraph.passage.after(match.end() + mark.length)
            if any(other.kind == mark.kind for other in inner_marks(rest.text)):
                return (paragraph,)
            return Paragraph(paragraph.passage.until(match.end()), level=paragraph.level), Paragraph(rest, mark)
    return (paragraph,)
