"""What ends a paragraph and what begins one, as far as its words show it."""

import re

from graph.numerals import NUMERAL

INDENT = "\u3000\u3000"
"""What a paragraph begins with in plain text; it tells the reading that nothing goes on there."""
ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)》〉]*$")
BRACKET_ENDED = re.compile(r"[）)]$")
"""A bracket such as （责任单位：……） ends an item as often as it stands in a sentence."""
STARTS = re.compile(
    rf"\s*(?:{NUMERAL}、|[（(](?:{NUMERAL}|\d{{1,2}})[)）]|第{NUMERAL}[编章节条]|\d{{1,2}}[.．、](?!\d)|附\s*[件表录]|[—●])"
)
LONGER = 1.5
"""Times as long as the line above that no line is where a text is wrapped: wrapped lines fill one width, but digits
are narrower than other characters, and a first line is set in."""


def may_be_wrapped(above: str, below: str) -> bool:
    """Whether a line may end where it does for want of room: the next one is not much longer. A title is shorter."""
    return len(below.strip()) <= LONGER * len(above.strip())
