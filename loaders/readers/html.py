"""HTML as government sites publish it: the document found in the page, its tables in cells, the site left out."""

from loaders.readers.html_blocks import read_blocks
from loaders.readers.html_chrome import without_chrome
from loaders.readers.html_events import read_events
from loaders.readers.html_paragraphs import as_lines
from loaders.readers.html_properties import TITLE, read_properties, read_title, split_front, without_repeat
from loaders.readers.html_source import read_source
from loaders.readers.html_tables import with_rows
from loaders.readers.html_work import find_work
from loaders.readers.limits import USUAL, Limits
from loaders.readers.page import Line


def read_lines(data: bytes, name: str, limits: Limits = USUAL) -> tuple[Line, ...]:
    """The lines of the document in a page; `name` is for messages.

    Raises UnreadableFile for what is no text, and for pages made to break readers: elements nested some thousand deep,
    hundreds of thousands of tags. Before the text stands the title when only the page has it, behind it what the page
    says of the document beside its text, as 【发文字号】例政〔2021〕2号."""
    page = read_blocks(read_events(read_source(data, name, limits), name))
    if not page.blocks:
        return ()
    found = find_work(page)
    about, work = split_front(found.blocks, page.cells)
    text = without_repeat(page, without_chrome(work))
    before = (*found.before, *about)
    properties = read_properties(page, before)
    title = read_title(page, before, text, properties)
    return (
        *([title] if title else []),
        *as_lines(with_rows(text, page.cells)),
        *(entry.as_line for entry in properties if entry.name != TITLE),
    )
