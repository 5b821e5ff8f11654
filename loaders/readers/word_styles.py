"""The styles of a Word document: what a paragraph does not say itself, its style says, or the one below it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from loaders.readers.word_package import W, child, value


class Styles:
    """The styles by id."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(f"{W}style") if root is not None else []
        self._by_id = {style.get(f"{W}styleId"): style for style in found}
        usual = (style for style in found if style.get(f"{W}default") in ("1", "true", "on"))
        self._usual = next((style for style in usual if style.get(f"{W}type") == "paragraph"), None)

    def by_id(self, id: str | None) -> Element | None:
        """The style with this id."""
        return self._by_id.get(id)

    def of(self, paragraph: Element) -> Iterator[Element]:
        """The styles of a paragraph, the nearest first."""
        id = value(paragraph, "pPr/pStyle")
        yield from self.chain(self._by_id.get(id, self._usual) if id else self._usual)

    def chain(self, style: Element | None) -> Iterator[Element]:
        """A style and those that it is based on."""
        seen: set[int] = set()
        while style is not None and id(style) not in seen:
            seen.add(id(style))
            yield style
            style = self._by_id.get(value(style, "basedOn"))

    def nearest(self, paragraph: Element, property: str) -> Element | None:
        """The nearest style of a paragraph that has this property, such as numPr/numId."""
        return next((style for style in self.of(paragraph) if child(style, f"pPr/{property}") is not None), None)

    def attribute(self, paragraph: Element, property: str, name: str) -> str | None:
        """The attribute of a property (jc, ind) that a paragraph or the nearest of its styles sets."""
        for holder in (paragraph, *self.of(paragraph)):
            found = child(holder, f"pPr/{property}")
            if found is not None and (written := found.get(W + name)) is not None:
                return written
        return None
