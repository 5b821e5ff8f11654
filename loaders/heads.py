"""What the head of a document says, and what follows from it: number, title, issuers, dates, genre, level, region."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath

from graph.citing import REPUBLIC
from graph.ids import ANNOUNCED, NUMBER, DocumentNumber, document_id
from graph.model import Document, Doubt, DoubtRule, Region
from loaders.annexes import is_signature
from loaders.dates import DATE, find_date, find_dates, read_date
from loaders.fields import values
from loaders.fronts import HISTORY, TITLE_END, is_number, stamped, without_status
from loaders.issuers import read_issuers, report_title, undated
from loaders.joining import joined
from loaders.layout import Layout, lay_out
from loaders.own_titles import own_titles
from loaders.places import Place, find_place
from loaders.readers.page import Page
from loaders.regions import containing
from loaders.validity import IN_FORCE, read_validity, status_of
from loaders.written_numbers import order_number, read_numbers

EARLIER = "the text names the first day of its first version only"
REPORT_TITLE = "year and place of the congress, for all reports are called so"
ISSUED_WORK = re.compile(
    r"《(?P<work>[^《》]+)》[^。]*现(?:予以?|将其)?(?:印发|公布|发布)|现将《(?P<other>[^《》]+)》[^。]*印发"
)
PRINTED = re.compile(r"印发[。.]?$")
PRINTED_ON = re.compile(rf"(?:{DATE.pattern})\s*印发(?![\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Head:
    """The document, the regions that contain it, the parts of its text, and what is doubtful."""

    document: Document
    regions: tuple[Region, ...]
    layout: Layout
    doubts: tuple[Doubt, ...] = ()

    @property
    def notice(self) -> str:
        """What the notice around the work says, without numbers and dates, a paragraph a line; empty without one."""
        said = [line for line in self.layout.notice if not (is_number(line.text) or stamped(line.text) is not None)]
        return "\n".join(paragraph.passage.text for paragraph in joined(said))


def read_head(page: Page) -> Head:
    """The head of the document on this page. What is inferred says why in `Document.inferences`."""
    layout = lay_out(page)
    title = report_title(layout) or layout.title or _issued_work(layout) or PurePath(page.name).stem
    number = _number(layout)
    issuers, issuer_reason = read_issuers(layout, number)
    place = find_place(issuers, number, (title, layout.front.title))
    issued, issued_reason = _issued(layout)
    validity = read_validity(layout, own_titles(filter(None, (title, layout.front.title))), issued)
    status, status_reason = status_of(layout, title)
    genre = TITLE_END.search(title)
    reasons = (
        ("title", REPORT_TITLE if title == report_title(layout) else ""),
        ("issuers", issuer_reason),
        ("level", place.reason if place.level else ""),
        ("region", place.reason if place.code else ""),
        ("issued", issued_reason),
        *validity.reasons,
        ("effective", EARLIER if issued and (validity.effective or issued) < issued else ""),
        ("status", status_reason),
    )
    document = Document(
        id=document_id(number, title),
        title=title,
        number=number,
        notice_title=layout.front.title if layout.wrapped else None,
        genre=genre["genre"] if genre else None,
        issuers=issuers,
        recipients=tuple(filter(None, re.split(r"[，,]", layout.front.recipients))),
        level=place.level,
        region=place.code,
        issued=issued,
        printed=_printed(layout),
        effective=validity.effective,
        expires=validity.expires,
        status=status,
        source=page.name,
        inferences=tuple((field, reason) for field, reason in reasons if reason),
    )
    doubts = tuple(Doubt(document.id, line, rule, message) for line, rule, message in _doubts(layout, document, place))
    return Head(document, containing(place.code) if place.code else (), layout, doubts)


def _issued_work(layout: Layout) -> str:
    """The work that a notice without a title issues: 《示例区实施方案》已经区政府同意，现印发给你们."""
    first = next((line.text for line in layout.body), "")
    match = ISSUED_WORK.match(first)
    return without_status(match["work"] or match["other"])[0] if match else ""


def _number(layout: Layout) -> str | None:
    """The document number: that of the front, of a field (【文号】), of a text that is passed
    on, or of the last order that made the text."""
    history = [undated(line) for line in layout.front.others if HISTORY.match(line)]
    orders = [order_number(str(found.number)) for line in reversed(history) for found in read_numbers(line)]
    written = map(_written_number, (layout.front.number, *values(layout.fields, "number"), layout.inner_number))
    return next((str(number) for number in (*written, *orders) if number), None)


def _written_number(written: str) -> DocumentNumber | None:
    squeezed = re.sub(r"\s+", "", written).removeprefix(REPUBLIC)
    usual = NUMBER.fullmatch(squeezed) or ANNOUNCED.fullmatch(squeezed)
    return DocumentNumber.parse(squeezed) if usual else order_number(squeezed)


def _issued(layout: Layout) -> tuple[str | None, str]:
    """成文日期 and, where it is not the date below the signature, whence it is."""
    signed = (find_date(line.text) for line in (*layout.passed_on, *layout.back) if not PRINTED.search(line.text))
    if date := next(filter(None, signed), None):
        return date, ""
    if date := next(filter(None, map(find_date, values(layout.fields, "issued"))), None):
        return date, "date field"
    alone = (read_date(line.strip("（）()")) for line in layout.front.others)
    if date := next(filter(None, alone), None):
        return date, "date in the front"
    history = [line for line in layout.front.others if HISTORY.match(line)]
    stamps = [line for line in layout.front.others if stamped(line) is not None]
    versions = [date for line in (*history, *stamps) for date in find_dates(IN_FORCE.sub("", line))]
    if versions:
        return max(versions), "last passing or amendment" if history else "date in the front"
    below = (read_date(line.text) for above, line in pairwise(layout.body) if is_signature(above.text))
    date = next(filter(None, below), None)
    return date, "date below a body in the text" if date else ""


def _printed(layout: Layout) -> str | None:
    """印发日期: that of the imprint, which a lost line may break (……2023年4月 / 21日印发), or of a field."""
    back = PRINTED_ON.search(" ".join(line.text for line in layout.back))
    dates = map(find_date, (back.group() if back else "", *values(layout.fields, "printed")))
    return next(filter(None, dates), None)


def _doubts(layout: Layout, document: Document, place: Place) -> Iterator[tuple[int, DoubtRule, str]]:
    if not layout.title:
        yield 1, "title-missing", f"no title found; the file's name, or the work it issues, is taken: {document.title}"
    if not document.issuers:
        yield layout.title_line or 1, "issuer-unknown", "no issuer in letterhead, title or signature"
    if not document.region:
        yield (
            layout.title_line or 1,
            "region-unknown",
            place.doubt or "neither issuer, number nor title names a division",
        )
    elif place.doubt:
        yield layout.title_line or 1, "region-doubtful", place.doubt
    if _differs(document):
        yield layout.title_line, "title-differs", f"the notice calls the work otherwise: {document.notice_title}"


def _differs(document: Document) -> bool:
    """Whether the notice gives the work another name, such as 工作重点 for 工作要点."""
    return document.notice_title is not None and _squeezed(document.title) not in _squeezed(document.notice_title)


def _squeezed(title: str) -> str:
    return re.sub(r"[《》〈〉\s的]|[（(][^（()）]*[)）]", "", title)
