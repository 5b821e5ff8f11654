"""A paper as a page of its own: nothing is loaded from elsewhere, and it prints well."""

from api.page.rendering import template
from api.paper import Paper


def to_html(paper: Paper) -> bytes:
    """The paper as a page in UTF-8."""
    return template("report.html").render(paper=paper, kind=lambda item: type(item).__name__).encode("utf-8", "replace")
