"""The report on a document as a file."""

from collections.abc import Mapping

from api.answers import ReportFormat, to_json
from api.page.words import Language
from api.report_docx import to_docx
from api.report_html import to_html
from api.report_paper import paper
from graph.report import Report

MEDIA_TYPES: Mapping[ReportFormat, str] = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}


def report_file(report: Report, format: ReportFormat, language: Language = "zh") -> bytes:
    """The report as a page or as a Word file in this language, or as the answer itself. Raises MissingExtra."""
    if format == "json":
        return to_json(report).encode()
    made = paper(report, language)
    return to_docx(made) if format == "docx" else to_html(made)
