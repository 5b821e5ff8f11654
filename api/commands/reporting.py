"""The command that writes a document up for a meeting: report."""

from pathlib import Path
from typing import Annotated, get_args

import typer

from api.answers import ReportFormat
from api.commands.common import DEFAULT_STORE, DocumentText, StoreUrl, command, put
from graph.errors import InputError
from graph.store import open_store


@command("report 示政〔2021〕7号 -o report.docx", "report 示政[2021]7号 -o report.html")
def report(
    document: DocumentText,
    file: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to; - is stdout.")],
    format: Annotated[ReportFormat | None, typer.Option(help="If the file's name does not tell it.")] = None,
    english: Annotated[
        bool, typer.Option("--english", help="In English; official texts are quoted as written.")
    ] = False,
    store: StoreUrl = DEFAULT_STORE,
) -> None:
    """Write a document up for a meeting: what became of it.

    A page or a Word file, in Chinese or in English: what it rests on, what was taken up below and what was not, figures
    raised and lowered side by side, who must act by when, discrepancies, with evidence; how that was found, and what a
    person has to check. Word needs the extra docx.
    """
    from api.report_files import report_file  # noqa: PLC0415  # questions do not wait for templates
    from graph.report import report as report_on  # noqa: PLC0415  # likewise

    chosen = format or next((each for each in get_args(ReportFormat) if file.suffix.lower() == f".{each}"), None)
    if chosen is None:
        raise InputError(f"{file}: its name does not tell a format: end it in .html, .docx or .json, or give --format")
    with open_store(store) as opened:
        answer = report_on(opened, document)
    put(file, report_file(answer, chosen, "en" if english else "zh"))
