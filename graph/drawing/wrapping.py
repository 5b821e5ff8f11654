"""How wide a text is, and where it breaks, without a font: so a picture is laid out alike wherever it is made.

Widths are those of Noto Sans SC, in parts of the size, rounded up by class of character.
"""

import unicodedata
from collections.abc import Iterator, Sequence

NARROW = frozenset("iljftrI.,:;'`|!()[]{}/\\ -·")
WIDE = frozenset("mwMW%@—…")
NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’％…—·,.;:?!)]}%")
NOT_LAST = frozenset("（《〈「『【〔“‘([{")
MORE = "…"


def width(text: str, size: float) -> float:
    """How wide a text of this size is."""
    return size * sum(map(_width, text))


def _width(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WFA":
        return 0.0 if unicodedata.combining(sign) else 1.0
    if sign in NARROW:
        return 0.4
    return 0.95 if sign in WIDE else 0.68 if sign.isupper() else 0.58


def wrapped(text: str, room: float, size: float, lines: int) -> tuple[str, ...]:
    """A text on at most so many lines of this room, … where it goes on. No line begins with what closes or ends with
    what opens; white space is one blank, or none at an end."""
    found: list[str] = []
    rest = " ".join(text.split())
    while rest and len(found) < lines - 1:
        cut = _cut(rest, room, size)
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return (*found, shortened(rest, room, size)) if rest and lines else tuple(found)


def listed(names: Sequence[str], room: float, size: float, lines: int) -> tuple[str, ...]:
    """Names with 、 between them on at most so many lines of this room, no name broken that one line holds, … where
    there are more."""
    found: list[str] = []
    for place, name in enumerate(names):
        said = name + ("、" if place < len(names) - 1 else "")
        if found and width(found[-1] + said, size) <= room:
            found[-1] += said
        elif len(found) < lines:
            found.append(shortened(said, room, size))
        else:
            found[-1] = shortened(found[-1].rstrip("、") + MORE, room, size)
            break
    return tuple(found)


def shortened(text: str, room: float, size: float) -> str:
    """A text on one line of this room, … where it is cut."""
    if width(text, size) <= room:
        return text
    return text[: _fitting(text, room - width(MORE, size), size)].rstrip() + MORE


def _cut(text: str, room: float, size: float) -> int:
    """Where a line ends: at a blank in Latin words, and not before or after signs that must not stand there."""
    cut = max(1, _fitting(text, room, size))
    if cut == len(text):
        return cut
    return next((place for place in range(cut, max(cut // 2, 1) - 1, -1) if _breaks(text, place)), cut)


def _breaks(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    return not (before.isascii() and after.isascii() and before.isalnum() and after.isalnum())


def _fitting(text: str, room: float, size: float) -> int:
    """How many signs fit."""
    return next((count - 1 for count, wide in enumerate(_growing(text, size), 1) if wide > room), len(text))


def _growing(text: str, size: float) -> Iterator[float]:
    total = 0.0
    for sign in text:
        total += size * _width(sign)
        yield total
