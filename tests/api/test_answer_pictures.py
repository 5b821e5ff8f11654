"""Answers as pictures, by the command line and over HTTP: the same bytes, and what they show is what the JSON says."""

import io
from collections import Counter
from xml.etree import ElementTree

import httpx
import pdfplumber
import pytest
from PIL import Image
from serving import served

from api import following_examples, sample
from api.loading import files_of, load
from api.pictures.coverage import MOST_PLACES, matrix
from api.pictures.duties import MOST_OF_LEVEL
from api.pictures.figures import MOST_CHAINED, MOST_DUE, compare
from api.pictures.frame import MOST_ROWS, Frame
from api.pictures.overview import overview
from graph.answers import ClauseCard, DocumentCard
from graph.comparison import CompareAnswer, Part, Sum
from graph.coverage import Share
from graph.drawing import TABLE_FORMATS
from graph.drawing.table import Said
from graph.matrix import Matrix, MatrixRow, Place, PlaceCell
from graph.overview import LevelOverview, LoadedDocument, Overview
from graph.store import open_store

PROVINCE, UNIT = "示政〔2021〕7号", "示例省教育厅"
COMMANDS = {
    "coverage": ("document", PROVINCE),
    "compare": ("of", f"{PROVINCE} 第十一条"),
    "units": ("name", "样本市体育局"),
}
ASKED = {
    "/coverage": {"document": PROVINCE},
    "/compare": {"of": PROVINCE},
    "/units": {"name": UNIT},
    "/organizations": {},
    "/timeline": {},
    "/matrix": {"of": f"{PROVINCE} 第十一条"},
    "/overview": {},
}
MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
SIGNS = {"●": "deep", "◐": "partly", "○": "none"}
SVG = "{http://www.w3.org/2000/svg}"
Words = list[str]


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory):
    """A file with the sample."""
    path = tmp_path_factory.mktemp("sample") / "policy.kgl"
    with open_store(str(path), writable=True) as store:
        load(store, files_of([sample.home()]))
    return path


@pytest.fixture(scope="module")
def site(sample_file):
    """A client of the API over the sample."""
    with served(str(sample_file)) as client:
        client.timeout = 60  # seconds: large pictures are painted while other tests run
        yield client


@pytest.fixture
def draw(cascade, sample_file, tmp_path):
    """What a command draws of the sample."""

    def run(command: str, asked: str, name: str, *options: str) -> bytes:
        ran = cascade(command, asked, "--picture", tmp_path / name, *options, "--store", sample_file)
        assert (0, "", "") == (ran.status, ran.out, ran.err)
        return (tmp_path / name).read_bytes()

    return run


def groups(picture: bytes, kind: str) -> list[tuple[str | None, Words]]:
    """What each group of a kind shows, and its words."""
    root = ElementTree.fromstring(picture.decode())
    return [
        (each.get("data-node"), [line.get("aria-label") for line in each.iter(f"{SVG}g") if line.get("aria-label")])
        for each in root.iter(f"{SVG}g")
        if each.get("class") == kind
    ]


def drawn(site: httpx.Client, path: str, **query: str) -> list[tuple[str | None, Words]]:
    """The rows of a picture."""
    return groups(site.get(path, params=ASKED.get(path, {}) | query | {"format": "svg"}).content, "row")


def notes(site: httpx.Client, path: str, **query: str) -> str:
    """What stands below a picture."""
    picture = site.get(path, params=ASKED.get(path, {}) | query | {"format": "svg"}).content
    return "".join(line for _, words in groups(picture, "notes") for line in words)


def answer(site: httpx.Client, path: str, **query: str) -> dict:
    """The JSON of the same question."""
    return site.get(path, params=ASKED.get(path, {}) | query).json()


@pytest.mark.parametrize(("format", "lang"), [*((format, "zh") for format in TABLE_FORMATS), ("svg", "en")])
@pytest.mark.parametrize("command", COMMANDS)
def test_command_and_http_give_the_same_bytes(draw, site, command, format, lang):
    """The file's name tells the format; nothing is printed."""
    name, value = COMMANDS[command]
    content = draw(command, value, f"picture.{format}", *(["--english"] if lang == "en" else []))
    given = site.get(f"/{command}", params={name: value, "format": format, "lang": lang})

    assert content == given.content
    assert given.headers["content-type"].startswith(MEDIA_TYPES[format])
    assert given.headers["content-disposition"] == f'attachment; filename="{command}.{format}"'


@pytest.mark.parametrize("path", ASKED)
def test_every_answer_is_drawn_in_each_format(site, path):
    """XML, a page of PDF with Chinese in it, a picture that Pillow opens; English words where they are asked for."""
    given = {format: site.get(path, params=ASKED[path] | {"format": format}).content for format in TABLE_FORMATS}
    english = site.get(path, params=ASKED[path] | {"format": "svg", "lang": "en"}).content
    with pdfplumber.open(io.BytesIO(given["pdf"])) as file:
        (page,) = file.pages
        text = page.extract_text()

    assert "一切结论以原文为准" in text
    assert "what counts is the original text" in "".join(
        line for _, words in groups(english, "notes") for line in words
    )
    assert Image.open(io.BytesIO(given["png"])).size[0] > 1000
    assert groups(given["svg"], "row")


def test_a_name_without_format_is_said(cascade, sample_file, tmp_path):
    """What is no picture is refused, and leaves no file."""
    ran = cascade("coverage", PROVINCE, "--picture", "coverage.bmp", "--store", sample_file)

    assert (2, []) == (ran.status, [path.name for path in tmp_path.iterdir()])
    assert ".png" in ran.err


def test_the_matrix_says_what_coverage_says(site):
    """Each clause that counts has at each place the sign that the JSON has, and the heads count them."""
    found = answer(site, "/coverage")
    ranks = [
        rank
        for rank, column in enumerate(found["columns"])
        if column["region"] and column["level"] and not column["document"]
    ]
    counted = {item["clause"]["id"]: item for item in found["clauses"] if item["exempt"] is None}
    (_, sums), *rows = drawn(site, "/coverage")
    shown = {id: [SIGNS[word] for word in words if word in SIGNS] for id, words in rows}

    assert {id: [item["cells"][rank]["standing"] for rank in ranks] for id, item in counted.items()} == {
        id: standings for id, standings in shown.items() if id in counted
    }
    for name, standing in (("落实较深", "deep"), ("部分落实", "partly"), ("未见落实", "none")):
        assert [f"{name} {found['columns'][rank][standing]}" for rank in ranks] == [
            word for word in sums if word.startswith(name)
        ]


def test_the_matrix_says_what_it_leaves_out(site):
    """Clauses that do not count, clauses below without anything above, and where it comes from, with dates."""
    found, told = answer(site, "/coverage"), notes(site, "/coverage")
    bare = [item for item in found["clauses"] if item["exempt"] and not item["cells"][0]["by"]]

    assert f"不计的条款 {len(bare)} 条" in told
    assert f"没有上位依据的条款 {len(found['orphans'])} 条" in told
    assert "示政〔2021〕7号（2021-06-15）" in told


def test_the_matrix_of_a_clause(site):
    """One row, with the sign of each place."""
    (row,) = answer(site, "/matrix")["rows"]
    ((id, words),) = drawn(site, "/matrix")

    assert row["clause"]["id"] == id
    assert [cell["standing"] for cell in row["cells"]] == [SIGNS[word] for word in words if word in SIGNS]


def test_the_matrix_of_clauses_that_stand_so(site):
    """The rows of the JSON under the same filter, and the picture says which it keeps."""
    asked = {"of": PROVINCE, "at": "范例区", "only": "none", "exempt": "false"}
    rows = [row["clause"]["id"] for row in site.get("/matrix", params=asked).json()["rows"]]
    picture = site.get("/matrix", params=asked | {"format": "svg"})

    assert rows
    assert rows == [id for id, _ in groups(picture.content, "row") if id]
    assert "只列未见落实的条款" in picture.text


def test_of_many_places_those_that_take_something_up_come_first():
    """Ten places of which the last alone has something: it is drawn, in its order, and the picture says what is not."""
    places = tuple(Place("municipal", f"9{n}", f"第{n}市", (), int(n == 10), 0, int(n < 10)) for n in range(1, 11))
    task = ClauseCard("例/一", "例", "例", "一", "clause", None, "建成学院。", True, "provincial", "990000", "示例省")
    cells = tuple(PlaceCell("deep" if n == 10 else "none", int(n == 10), (), ()) for n in range(1, 11))
    rows = (MatrixRow(task, 1, None, (), (), cells),)
    table = matrix(Matrix("例", "例", None, None, None, (), 1, 0, places, rows), Frame.of_documents([], "zh"))
    heads = [column.head.items[0].text for column in table.columns[1:]]

    assert [*(f"第{n}市（市级）" for n in range(1, MOST_PLACES)), "第10市（市级）"] == heads
    assert f"另有 {10 - MOST_PLACES} 个地区" in table.notes[0]


def test_a_level_narrows_the_matrix(site):
    """The picture is of the question that is asked."""
    heads = [
        groups(site.get("/coverage", params=ASKED["/coverage"] | query | {"format": "svg"}).content, "head")[0][1]
        for query in ({}, {"level": "county"})
    ]

    assert {"范例区（县级）"} == {word for word in heads[1] if word.endswith("级）")} < {*heads[0]}
    assert len(heads[0]) < MOST_PLACES * 3


def test_figures_are_those_of_compare(site):
    """As many pairs of each verdict as the JSON has in the rows that are drawn; the others are said."""
    found = answer(site, "/compare")
    targets = {row["target"]["id"] for row in found["rows"]}
    rows = {id: words for id, words in drawn(site, "/compare") if id in targets}
    verdicts = Counter(row["verdict"] for row in found["rows"] if row["target"]["id"] in rows and row["share"] is None)
    signs = Counter(word for words in rows.values() for word in words)

    assert MOST_CHAINED == len(rows) < len(targets)
    assert {"raised": signs["▲"], "lowered": signs["▼"]} == {name: verdicts[name] for name in ("raised", "lowered")}
    assert {"▲", "▼"} <= set(signs)
    assert f"另有 {len(targets) - MOST_CHAINED} 行" in notes(site, "/compare")
    assert f"没有对应指标的 {len(found['alone'])} 项" in notes(site, "/compare")


def test_raised_and_lowered_come_first(site):
    """What a meeting asks about is not what is left out."""
    found = answer(site, "/compare")
    moved = {row["target"]["id"] for row in found["rows"] if row["verdict"] in ("raised", "lowered")}

    assert moved <= {id for id, _ in drawn(site, "/compare")}


def test_what_else_a_region_says_of_its_share_is_told():
    """Which of two figures is right is for a person to say."""
    below, above = following_examples.INDICATOR, following_examples.ABOVE_HOURS
    part = Part("990100", "示例市", below.id, "例政〔2024〕2号", 10.0, 0.1, (12.0,))
    total = Sum(above, following_examples.COMPARISON.rows[0].above, "municipal", (part,), (), 0.1, "")
    table = compare(CompareAnswer("例", (), (total,) * 14, ()), Frame.of_documents([], "zh"))
    told = [item.text for row in table.rows for item in row.cells[0].items if isinstance(item, Said)]

    assert 12 == sum("示例市 10" in text and "另有表述：12" in text for text in told)
    assert "另有分解数量 2 项" in table.notes[0]


def test_figures_that_meet_none_are_no_picture_of_nothing(ask, tmp_path):
    """A document whose figures have none above says so."""
    file = tmp_path / "figures.svg"
    ask("compare", "范例区“家/校”社区教育方案", "--picture", file)

    assert ["没有可以上下对照的指标。"] in [words for _, words in groups(file.read_bytes(), "row")]


def test_the_timeline_has_the_years_of_the_answer(site):
    """Each year with how many deadlines it has; those beyond the first of a level are counted."""
    found, rows = answer(site, "/timeline"), drawn(site, "/timeline")
    cells = Counter((year["year"], due["clause"]["level"]) for year in found["years"] for due in year["due"])
    beyond = sum(max(0, count - MOST_DUE) for count in cells.values())

    assert [(str(year["year"] or ""), f"{len(year['due'])} 项") for year in found["years"]] == [
        (id or "", words[1]) for id, words in rows
    ]
    assert f"只计数的期限 {beyond} 项" in notes(site, "/timeline")
    assert beyond


def test_tasks_of_a_unit_are_those_of_the_answer(site):
    """Its own tasks first; what is not drawn is counted."""
    found, rows = answer(site, "/units"), drawn(site, "/units")
    own = [task["clause"]["id"] for task in found["tasks"] if task["unit"]["standing"] == "asked"]
    ids = [id for id, _ in rows if id]

    assert own == ids[: len(own)]
    assert MOST_ROWS == len(ids)
    assert f"另有 {len(found['tasks']) - MOST_ROWS} 行" in notes(site, "/units")


def test_organizations_are_counted_by_level(site):
    """The first of each level, and how many there are."""
    found, rows = answer(site, "/organizations"), drawn(site, "/organizations")
    levels = Counter(item["level"] for item in found)
    words = {"national": "国家", "provincial": "省级", "municipal": "市级", "county": "县级"}

    assert [f"{words[level]} {count}" for level, count in levels.items()] == [
        text for id, (text, *_) in rows if id is None
    ]
    assert sum(min(count, MOST_OF_LEVEL) for count in levels.values()) == sum(id is not None for id, _ in rows)
    assert f"另有 {sum(max(0, count - MOST_OF_LEVEL) for count in levels.values())} 个单位" in notes(
        site, "/organizations"
    )


def test_the_home_counts_what_is_below():
    """A cell a document with its share; a level with more than are drawn says how many."""
    card = DocumentCard("例政〔2024〕1号", "例", None, "county", None, None, None, None, True, {"clause": 3}, 2, 0, 0)
    documents = tuple(LoadedDocument(card, Share(1, 4, 2, 1)) for _ in range(20))
    table = overview(Overview((LevelOverview("county", documents),), (), {}, 0), Frame.of_documents([card], "zh"))

    assert 15 == len(table.rows)
    assert {"下级已落实 3/4", "落实较深 2 · 部分落实 1 · 未见落实 1"} <= {
        item.text for item in table.rows[0].cells[0].items if hasattr(item, "text")
    }
    assert "县级另有公文 5 份" in table.notes[0]
