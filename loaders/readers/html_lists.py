"""The numbers that a browser writes before the items of a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.numerals import write_numeral

STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
CLASS = re.compile(r"\bcustom_(cn\d?|num\d?)\b")
EDITOR = "list-paddingleft"
FORMS = {
    "decimal": "{digits}.",
    "num": "{digits}.",
    "num1": "{digits}）",
    "num2": "（{digits}）",
    "cjk-ideographic": "{numeral}、",
    "simp-chinese-informal": "{numeral}、",
    "cn": "{numeral}、",
    "cn1": "（{numeral}）",
    "cn2": "（{numeral}）",
}
"""Styles of lists, those of CSS and those of the editor UEditor, which many sites use."""
NUMBERED = re.compile(
    r"^\s*(?:\d{1,3}[.．、)）]|[（(①-⑳]|[一二三四五六七八九十]+[、.．]|第[一二三四五六七八九十百]+[章节条])"
)


@dataclass(slots=True)
class Numbering:
    """A list that is open: how it writes its numbers ("" for not at all), and the last one."""

    form: str
    last: int

    def next(self, value: str | None) -> str:
        """The number of the next item, which may say its own `value`."""
        self.last = int(value) if value and re.fullmatch(r"\d{1,3}", value) else self.last + 1
        if not 0 < self.last < 1000:
            return ""
        return self.form.format(digits=self.last, numeral=write_numeral(self.last))


def read_numbering(tag: str, attributes: Mapping[str, str]) -> Numbering:
    """How the list with this tag and these attributes is numbered. Letters and Roman numbers are left out: official
    documents have none; and so is a list with a class of the site's own, which mostly takes the numbers away."""
    style = STYLE.search(attributes.get("style", ""))
    names = attributes.get("class", "")
    of_class = CLASS.search(names)
    kind = of_class[1] if of_class else style[1].lower() if style else "decimal"
    own = not (style or of_class) and any(not name.startswith(EDITOR) for name in names.split())
    plain = tag == "ol" and attributes.get("type", "1") == "1" and not own
    start = attributes.get("start", "")
    return Numbering(FORMS.get(kind, "") if plain else "", int(start) - 1 if re.fullmatch(r"\d{1,3}", start) else 0)


def numbered(number: str, text: str) -> str:
    """The text of an item with its number, unless it is written there already."""
    return text if NUMBERED.match(text) else number + text
