"""A paper as a page of its own: nothing is loaded from elsewhere, and it prints well."""

import re

from api.page.rendering import template
from api.paper import Paper

CHINESE = re.compile("[\u3400-\u9fff]")


def to_html(paper: Paper) -> bytes:
    """The paper as a page in UTF-8; in an English one, cells that quote Chinese say so to who reads aloud."""
    page = template("report.html").render(paper=paper, kind=lambda item: type(item).__name__, chinese=CHINESE.search)
    return page.encode("utf-8", "replace")
