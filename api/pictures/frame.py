"""What a picture needs beside its answer: words of a language, how things are named, and what the documents are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from api.page import as_of
from api.page.words import Language, word
from api.wording import Wording
from graph import questions
from graph.answers import DocumentCard
from graph.as_of import as_of as state_of
from graph.drawing.table import Cell, Row, Said
from graph.ids import split_clause_id
from graph.model import Level
from graph.store import Store

MOST_ROWS = 50  # more is no picture to paste into a report
SOURCES = 8  # documents that are named as its source
NAME = 16  # characters of a document's name before a clause: titles are long


@dataclass(frozen=True, slots=True)
class Frame:
    """The wording of a picture, the documents by id, and what its answer rests on (empty where that is not known)."""

    words: Wording
    documents: Mapping[str, DocumentCard]
    rests_on: str = ""

    @classmethod
    def of(cls, store: Store, language: Language) -> "Frame":
        """The frame of pictures of what a store holds."""
        made = cls.of_documents(questions.documents(store), language)
        return replace(made, rests_on=as_of.said(state_of(store), language))

    @classmethod
    def of_documents(cls, cards: Iterable[DocumentCard], language: Language) -> "Frame":
        """The frame of pictures of what is in these documents."""
        return cls(Wording(language), {card.id: card for card in cards})

    def word(self, key: str, /, **values: object) -> str:
        """A word of words/ in the language."""
        return word(key, self.words.language, **values)

    def level(self, level: Level | None) -> str:
        """市级; 层级不明."""
        return self.word(level or "unknown level")

    def clause(self, id: str, region: str | None = None) -> str:
        """样本市 样政〔2022〕3号 三（一）; a name that begins with the region says it once."""
        document, address = split_clause_id(id)
        place = "" if region is None or document.startswith(region) else f"{region} "
        return f"{place}{self.named(document)} {address}"

    def named(self, document: str) -> str:
        """A document's id, of a long title the beginning."""
        return document if len(document) <= NAME else f"{document[:NAME]}…"

    def source(self, ids: Iterable[str]) -> str:
        """The documents that a picture is drawn from, with their dates, each once; then what counts."""
        found = list(dict.fromkeys(ids))
        named = [self._dated(id) for id in found[:SOURCES]]
        if len(found) > SOURCES:
            named.append(self.word("picture more documents", count=len(found) - SOURCES))
        return self.word("picture source", documents=self.words.listed(named))

    def _dated(self, id: str) -> str:
        issued = self.documents[id].issued if id in self.documents else None
        return self.word("picture dated", document=id, date=issued or self.word("picture no date"))

    def notes(self, left_out: Iterable[str], source: str) -> tuple[str, ...]:
        """What stands below a picture: what it leaves out, where it comes from, and what counts."""
        told = "".join(left_out)
        missing = (self.word("picture left out", what=told),) if told else ()
        return (*missing, source, *filter(None, (self.rests_on,)), self.word("footer"))

    def more(self, rows: Sequence[object]) -> tuple[str, ...]:
        """That there are more rows than are drawn."""
        beyond = len(rows) - MOST_ROWS
        return (self.word("picture more rows", count=beyond),) if beyond > 0 else ()


def band(*items: Said) -> Row:
    """A row that spans all columns, above a group of rows or alone."""
    return Row((Cell(items, "shaded"),), heavy=True)


def brief(text: str, limit: int = 120) -> str:
    """A text that a picture shows in part, without its line breaks."""
    return " ".join(text[:limit].split()) + ("…" if len(text) > limit else "")
