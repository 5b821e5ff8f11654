"""Commands that say what follows from links: coverage, compare, units."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import RenderableType

from api import following_sheets as sheets
from api import following_tables as tables
from api.commands.common import DEFAULT_STORE, AsJson, DocumentText, StoreUrl, command, put, show
from api.sheets import Sheet, to_csv, to_xlsx
from api.wording import ENGLISH, Wording
from graph import comparison as figures
from graph import coverage as covering
from graph import units as bodies
from graph.errors import InputError
from graph.model import Level
from graph.store import Store, open_store

CsvFile = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the table as CSV; - is stdout.")]
XlsxFile = Annotated[
    Path | None, typer.Option("--xlsx", metavar="FILE", help="Write all tables as an Excel file; needs the extra xlsx.")
]
PictureFile = Annotated[
    Path | None,
    typer.Option("--picture", metavar="FILE", help="Draw it as .svg, .png or .pdf, to paste; needs the extra draw."),
]
English = Annotated[bool, typer.Option("--english", help="csv, xlsx, picture: heads and words in English.")]


@dataclass(frozen=True, slots=True)
class Outlets:
    """Where an answer goes: to stdout as JSON or table, or to files, in Chinese or English words, or both."""

    csv: Path | None
    xlsx: Path | None
    picture: Path | None
    english: bool
    as_json: bool


@command(
    "coverage 示政〔2021〕7号",
    "coverage 示政[2021]7号 --level county --region 范例区",
    "coverage 示政〔2021〕7号 --csv coverage.csv --xlsx coverage.xlsx --picture coverage.png",
)
def coverage(  # noqa: PLR0913, PLR0917  # a command's options are its arguments
    document: DocumentText,
    level: Annotated[Level | None, typer.Option(help="Only what is below at this level.")] = None,
    region: Annotated[str | None, typer.Option(help="Only what is below in this region: a code or a name.")] = None,
    csv: CsvFile = None,
    xlsx: XlsxFile = None,
    picture: PictureFile = None,
    english: English = False,
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """Which clauses of a document are carried out below.

    Deep, partly or not at all, per level, region and document; which are exempt and why; orphans below.
    """
    with open_store(store) as opened:
        answer = covering.coverage(opened, document, level=level, region=region)
        _give(opened, answer, Outlets(csv, xlsx, picture, english, as_json), tables.coverage, sheets.coverage)


@command("compare 示政〔2021〕7号/四（十一）", "compare 例政〔2021〕15号 --csv figures.csv")
def compare(  # noqa: PLR0913, PLR0917  # as above
    reference: Annotated[
        str, typer.Argument(metavar="CLAUSE|DOCUMENT", help="A clause or document as people write it.")
    ],
    csv: CsvFile = None,
    xlsx: XlsxFile = None,
    picture: PictureFile = None,
    english: English = False,
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """Figures against those above and below them.

    Equal, raised, lowered, a share of a total, or why they cannot be compared; what shares add up to; deadlines.
    """
    with open_store(store) as opened:
        answer = figures.compare(opened, reference)
        _give(opened, answer, Outlets(csv, xlsx, picture, english, as_json), tables.compare, sheets.compare)


@command("units 示例省教育厅", "units 市教体局 --xlsx units.xlsx")
def units(  # noqa: PLR0913, PLR0917  # as above
    name: Annotated[str, typer.Argument(metavar="NAME", help="An organization as people write it.")],
    csv: CsvFile = None,
    xlsx: XlsxFile = None,
    picture: PictureFile = None,
    english: English = False,
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """The tasks of an organization and of its counterparts (对口).

    Those above and below it, with role, deadlines and where each task comes from; then conflicts.
    """
    with open_store(store) as opened:
        answer = bodies.units(opened, name)
        _give(opened, answer, Outlets(csv, xlsx, picture, english, as_json), tables.units, sheets.units)


def _give(
    store: Store,
    answer: object,
    outlets: Outlets,
    table: Callable[[Any], RenderableType],
    as_sheets: Callable[[Any, Wording], Sequence[Sheet]],
) -> None:
    """Write the files that are wanted; print the answer as JSON where that is wanted, as a table where no file is."""
    words = ENGLISH if outlets.english else Wording("zh")
    if outlets.csv:
        put(outlets.csv, to_csv(as_sheets(answer, words)[0]))
    if outlets.xlsx:
        put(outlets.xlsx, to_xlsx(as_sheets(answer, words)))
    if outlets.picture:
        _draw(store, answer, outlets.picture, words)
    if outlets.as_json or not (outlets.csv or outlets.xlsx or outlets.picture):
        show(answer, outlets.as_json, table)


def _draw(store: Store, answer: object, file: Path, words: Wording) -> None:
    """Draw an answer in the format that the file's name tells. Raises InputError, MissingExtra."""
    from api.pictures.drawn import drawn  # noqa: PLC0415  # questions do not wait for networkx
    from api.pictures.frame import Frame  # noqa: PLC0415  # likewise
    from graph.drawing import TABLE_FORMATS, draw_table  # noqa: PLC0415  # likewise

    format = next((each for each in TABLE_FORMATS if file.suffix.lower() == f".{each}"), None)
    if format is None:
        raise InputError(f"{file}: its name does not tell a format: end it in .svg, .png or .pdf")
    put(file, draw_table(drawn(answer, Frame.of(store, words.language)), format))
