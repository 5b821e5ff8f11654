"""What the head of a document says, and what follows from it: number, title, issuers, dates, genre, level, region."""

import re
from dataclasses import dataclass

from graph.ids import DocumentNumber, document_id
from graph.model import Document, Doubt, Region
from loaders.dates import find_date
from loaders.fronts import BODY_NAME, TITLE_END
from loaders.layout import Layout, lay_out
from loaders.readers.page import Page
from loaders.regions import NATION, begins_with, containing, level_of
from loaders.vocabulary import rows


@dataclass(frozen=True, slots=True)
class Head:
    """The document, the regions that contain it, the parts of its text, and what is doubtful."""

    document: Document
    regions: tuple[Region, ...]
    layout: Layout
    doubts: tuple[Doubt, ...] = ()


def read_head(page: Page) -> Head:
    """The head of the document on this page."""
    layout = lay_out(page)
    fields = dict(layout.fields)
    written = layout.front.number or fields.get("number", "")
    number = str(DocumentNumber.parse(written)) if written else None
    title = layout.title or page.name.rpartition(".")[0]
    issuers = _issuers(layout)
    code, reason = _region(issuers, title, number)
    genre = TITLE_END.search(title)
    document = Document(
        id=document_id(number, title), title=title, number=number,
        notice_title=layout.front.title if layout.wrapped else None, genre=genre["genre"] if genre else None,
        issuers=issuers, recipients=tuple(filter(None, re.split(r"[，,]", layout.front.recipients))),
        level=level_of(code) if code else None, region=code, issued=_issued(layout), printed=_printed(layout),
        status=layout.status or None, source=page.name, inferences=(("region", reason),) if code else (),
    )  # fmt: skip
    return Head(document, containing(code) if code else (), layout)


def _issuers(layout: Layout) -> tuple[str, ...]:
    names = layout.front.letterhead.split()
    if not names:
        before, about, _ = layout.front.title.partition("关于")
        names = [name for name in before.split() if BODY_NAME.match(name)] if about else []
    if not names:
        names = [line.text for line in layout.back if BODY_NAME.match(line.text)]
    return tuple(dict.fromkeys(names))


def _region(issuers: tuple[str, ...], title: str, number: str | None) -> tuple[str | None, str]:
    if number:
        for prefix, code in rows("number_prefixes.tsv"):
            if number.startswith(prefix):
                return code, f"document number begins with {prefix}"
    for issuer in issuers:
        if code := begins_with(issuer):
            return code, f"issuer {issuer}"
    if any(re.match(r"教育部|国务院|财政部", issuer) for issuer in issuers):
        return NATION, "issuer of the nation"
    if code := begins_with(title):
        return code, "title"
    return None, ""


def _issued(layout: Layout) -> str | None:
    dates = [find_date(line.text) for line in layout.back if "印发" not in line.text]
    return next((date for date in dates if date), None)


def _printed(layout: Layout) -> str | None:
    return next((find_date(line.text) for line in layout.back if "印发" in line.text), None)
