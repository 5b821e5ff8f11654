"""The command that draws: draw."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.answers import PictureFormat
from api.commands.common import DEFAULT_STORE, StoreUrl, command, put
from api.progress import working
from graph.answers import DEPTH_LIMIT, Direction
from graph.cascade import LIMIT, STATUSES, cascade_view
from graph.errors import InputError
from graph.model import Level
from graph.store import open_store


class Status(StrEnum):
    """A link's status, as typer takes several."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CANDIDATE = "candidate"
    REJECTED = "rejected"


SETTLED = [Status(each) for each in STATUSES]


@command(
    'draw "示政〔2021〕7号 第十一条" --down -o cascade.svg',
    "draw 示政〔2021〕7号 --region 样本市 -o cascade.pdf",
    "draw 示政〔2021〕7号/四（十一） --format dot -o - | dot -Tsvg > cascade.svg",
)
def draw(  # noqa: PLR0913, PLR0917  # a command's options are its arguments
    of: Annotated[str, typer.Argument(metavar="CLAUSE|DOCUMENT", help="A clause or document as people write it.")],
    file: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to; - is stdout.")],
    up: Annotated[bool, typer.Option("--up", help="What it derives from (依据).")] = False,
    down: Annotated[bool, typer.Option("--down", help="What derives from it (落实).")] = False,
    both: Annotated[bool, typer.Option("--both", help="Both; the default.")] = False,
    depth: Annotated[int, typer.Option(min=1, max=DEPTH_LIMIT, help="How many links away.")] = DEPTH_LIMIT,
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Only paths with at least this score.")] = 0.0,
    region: Annotated[str | None, typer.Option(help="Only this region, and what lies above it.")] = None,
    level: Annotated[Level | None, typer.Option(help="Only this level, and what leads to it.")] = None,
    status: Annotated[list[Status], typer.Option(help="Links of this status; give it several times.")] = SETTLED,
    candidates: Annotated[bool, typer.Option("--candidates", help="Near misses too: they are no links.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="More boxes are folded by document.")] = LIMIT,
    expand: Annotated[list[str], typer.Option(metavar="ID", help="What is not folded: a document, level:county.")] = [],  # noqa: B006  # likewise
    format: Annotated[PictureFormat | None, typer.Option(help="If the file's name does not tell it.")] = None,
    english: Annotated[bool, typer.Option("--english", help="Words in English.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="svg, html: leave characters to the reader's fonts.")] = False,
    store: StoreUrl = DEFAULT_STORE,
) -> None:
    """Draw the cascade around a clause or document, by level.

    A picture, or a graph for other programs. The file's name tells the format: .svg .png .pdf .html .dot .mmd .graphml
    .gexf .cyjs .drawio. The first four bring their Chinese characters along and need the extra draw, unless --plain.
    """
    from graph import drawing  # noqa: PLC0415  # questions do not wait for networkx

    direction: Direction = "both" if both or up == down else "up" if up else "down"
    chosen = format or _format(file, {each.suffix: each.name for each in drawing.PICTURES.values()})
    with open_store(store) as opened:
        view = cascade_view(
            opened,
            of,
            direction=direction,
            depth=depth,
            min_score=min_score,
            region=region,
            level=level,
            status={each.value for each in (*status, *([Status.CANDIDATE] if candidates else []))},
            limit=limit,
            expand=expand,
        )
    with working("drawing"):
        content = drawing.draw(view, chosen, language="en" if english else "zh", plain=plain)
    put(file, content)


def _format(file: Path, names: dict[str, str]) -> str:
    """The format that the end of a file's name tells. Raises InputError."""
    name = names.get(file.suffix.lower())
    if name is None:
        raise InputError(f"{file}: its name does not tell a format: end it in {', '.join(names)}, or give --format")
    return name
