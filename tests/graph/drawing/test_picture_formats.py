"""Each format is what other programs read, says as much as the view, and is the same bytes each time."""

import io
import json
import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from xml.etree import ElementTree

import networkx as nx
import pdfplumber
import pytest
from PIL import Image, ImageChops
from views import node, view

from api import sample
from api.loading import files_of, load
from graph.cascade import cascade_view
from graph.drawing import PICTURES, Anchors, draw, embedded_svg, fonts, png
from graph.drawing.layout import arrange
from graph.drawing.painting import paint
from graph.drawing.words import EN, WORDS, ZH, subject
from graph.drawing.wrapping import listed, width, wrapped
from graph.errors import MissingExtra
from graph.store import open_store

ASKED = "示政[2021]7号 第十一条"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def shown():
    """The cascade of the sample's clause."""
    with open_store(":memory:") as store:
        load(store, files_of([sample.home()]))
        yield cascade_view(store, ASKED)


@pytest.fixture(scope="module")
def folded():
    """The cascade of a document of the sample with folded boxes."""
    with open_store(":memory:") as store:
        load(store, files_of([sample.home()]))
        yield cascade_view(store, "示政〔2021〕7号", limit=20, status=["proposed", "confirmed", "candidate"])


@pytest.mark.parametrize("format", PICTURES)
@pytest.mark.parametrize("language", WORDS)
def test_same_view_same_bytes(folded, format, language):
    """Nothing of the day or of the run is in a picture."""
    assert draw(folded, format, language=language) == draw(folded, format, language=language)


def groups(text: str, kind: str) -> list[ElementTree.Element]:
    """The groups of a kind in an SVG document."""
    return [each for each in ElementTree.fromstring(text).iter(f"{SVG}g") if each.get("class") == kind]


def ends(view_) -> set[tuple[str, str]]:
    """The lines of a view."""
    return {(link.source, link.target) for link in view_.links}


@pytest.mark.parametrize("plain", [True, False])
def test_svg_holds_each_box_and_line(folded, plain):
    """A group for each node and each link, by id."""
    text = draw(folded, "svg", plain=plain).decode()

    assert {each.id for each in folded.nodes} == {each.get("data-node") for each in groups(text, "node")}
    assert ends(folded) == {(each.get("data-source"), each.get("data-target")) for each in groups(text, "link")}


def test_svg_needs_no_font(shown):
    """Characters are outlines, each defined once: there is no text to be set."""
    root = ElementTree.fromstring(draw(shown, "svg").decode())
    used = {each.get("href") for each in root.iter(f"{SVG}use")}

    assert not list(root.iter(f"{SVG}text"))
    assert used <= {f"#{each.get('id')}" for each in root.iter(f"{SVG}path")}
    assert f"#c{ord('育'):x}" in used


def test_png_shows_the_characters(shown):
    """Where the title stands there is ink, and another title has other ink; the ground is white."""
    picture = Image.open(io.BytesIO(draw(shown, "png"))).convert("L")
    other = Image.open(io.BytesIO(draw(shown, "png", language="en"))).convert("L")
    title = (56, 56, 700, 110)
    scene = paint(shown, ZH)

    assert picture.size == pytest.approx((scene.width * 2, scene.height * 2), abs=2)
    assert 255 == picture.getpixel((2, 2))
    assert 0.02 < sum(picture.crop(title).histogram()[:128]) / (644 * 54) < 0.5
    assert ImageChops.difference(picture.crop(title), other.crop(title)).getbbox()


def test_pdf_can_be_searched(shown):
    """Another program reads the title, the addresses and the labels of the lines from the PDF's one page."""
    with pdfplumber.open(io.BytesIO(draw(shown, "pdf"))) as file:
        (page,) = file.pages
        text, names = page.extract_text(), {char["fontname"] for char in page.chars}

    assert "政策脉络：示政〔2021〕7号 四（十一）" in text
    assert Counter(link.carried for link in shown.links)["lowered"] == text.count("降标") - 1  # one in the legend
    assert all("Noto-Sans-SC" in name for name in names)


def test_a_pdf_is_the_same_whatever_was_drawn_before(shown, folded):
    """Each brings its own part of the font: no other picture's characters, and none missing."""
    first = draw(shown, "pdf")
    draw(folded, "pdf")

    assert first == draw(shown, "pdf")
    with pdfplumber.open(io.BytesIO(draw(folded, "pdf"))) as file:
        assert "\0" not in file.pages[0].extract_text()


class Page(HTMLParser):
    """Addresses that a page loads, and its data."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.inside, self.data = False, ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        """Collect."""
        named = dict(attributes)
        self.loaded += [named[name] for name in ("src", "href") if name in named]
        self.inside = named.get("id") == "data"

    def handle_data(self, data):
        """Collect."""
        self.data += data if self.inside else ""


def test_html_needs_nothing_from_elsewhere(folded):
    """One file: no address is loaded, its policy forbids any, and it holds texts and evidence of what it shows."""
    page = draw(folded, "html").decode()
    data = json.loads(Page(page).data)

    assert [] == Page(page).loaded
    assert "default-src 'none'" in page
    assert folded.clauses == len(data["clauses"])
    assert sum(len(link.steps) for link in folded.links) == sum(map(len, data["links"].values()))


def test_html_cannot_be_broken_by_a_text():
    """What a text says is shown, not run."""
    evil = view([node(0, "provincial", 1, text="</script><script>alert(1)</script>${picture}<b>")], [])
    page = draw(evil, "html", plain=True).decode()

    assert 2 == page.count("<script")
    assert "<b>" not in page


@pytest.mark.parametrize(
    ("format", "read"),
    [
        ("graphml", lambda data: nx.read_graphml(io.BytesIO(data))),
        ("gexf", lambda data: nx.read_gexf(io.BytesIO(data))),
        ("cytoscape", lambda data: nx.cytoscape_graph(json.loads(data))),
    ],
)
def test_graphs_are_read_by_networkx(folded, format, read):
    """The nodes and edges of the view, with what they are."""
    graph = read(draw(folded, format))

    assert {each.id for each in folded.nodes} == set(graph.nodes)
    assert ends(folded) == set(graph.edges())
    assert {link.carried for link in folded.links} == {data["carried"] for _, _, data in graph.edges(data=True)}


def test_gexf_has_what_gephi_shows(shown):
    """Each node has a place, a size and a colour, each edge a colour, a thickness and a shape."""
    root = ElementTree.fromstring(draw(shown, "gexf"))
    viz = Counter(each.tag.partition("}")[2] for each in root.iter() if "viz" in each.tag)

    assert {"position": 10, "size": 10, "color": 25, "thickness": 15, "shape": 15} == dict(viz)


def test_cytoscape_has_places(shown):
    """Boxes of different levels stand at different places."""
    nodes = json.loads(draw(shown, "cytoscape"))["elements"]["nodes"]

    assert len(nodes) == len({(each["position"]["x"], each["position"]["y"]) for each in nodes})


def test_drawio_is_a_drawing(folded):
    """Cells with a place for each box, edges between them; those of the legend join nothing."""
    cells = list(ElementTree.fromstring(draw(folded, "drawio")).iter("mxCell"))
    edges = [cell for cell in cells if cell.get("source")]
    ids = {cell.get("id") for cell in cells}

    assert len(folded.links) == len(edges)
    assert {cell.get("source") for cell in edges} | {cell.get("target") for cell in edges} <= ids
    assert len(folded.nodes) == sum(bool(re.fullmatch(r"n\d+", cell.get("id", ""))) for cell in cells)


def test_graphviz_lays_it_out(folded):
    """Graphviz reads the file: as many nodes and edges, in the layers of our pictures."""
    if not shutil.which("dot"):
        pytest.skip("no Graphviz: apt-get install graphviz")
    ran = subprocess.run(["dot", "-Tjson"], input=draw(folded, "dot"), capture_output=True, check=True, timeout=120)
    graph = json.loads(ran.stdout)
    places = {each["name"]: each["pos"].split(",")[0] for each in graph["objects"] if "nodes" not in each}
    layers = {(box.layer, float(places[box.node.id])) for box in arrange(folded, ZH).boxes}

    assert {each.id for each in folded.nodes} == set(places)
    assert len(folded.links) == len(graph["edges"])
    assert len(layers) == len({layer for layer, _ in layers})
    assert sorted(layers) == sorted(layers, key=lambda layer: layer[1])


def test_mermaid_has_each_box_and_line(folded):
    """A line of the flowchart for each box and each link; no text can end its quotes."""
    text = draw(folded, "mermaid").decode()
    lines = text.splitlines()

    assert len(folded.nodes) == sum(bool(re.match(r"    n\d+\[\"[^\"]*\"\]:::", line)) for line in lines)
    assert len(folded.links) == sum(bool(re.match(r"  n\d+ (--|-\.) \"[^\"]*\" \S+ n\d+$", line)) for line in lines)


def test_carried_and_status_are_told_without_colour(folded):
    """Each line has its word; a link that nobody confirmed is broken, a near miss dotted and called so."""
    text = draw(folded, "svg", plain=True).decode()
    words = Counter("".join(each.itertext()) for each in groups(text, "label"))
    near = [link for link in folded.links if link.status == "candidate"]
    dashes = {each.find(f"{SVG}path").get("stroke-dasharray") for each in groups(text, "link")}

    assert near
    assert len(near) == words["备选"]
    assert {"9 4", "1.5 3.5"} == dashes


@pytest.mark.parametrize(("words", "said"), [(ZH, "还有 2 条关联"), (EN, "2 links lead further")])
def test_what_is_left_out_is_said(words, said):
    """The picture says how much it does not show, and how to get it."""
    scene = paint(view([node(0, "provincial", 1)], []), words)
    texts = "".join(form.text for group in scene.groups if group.kind == "left-out" for form in group.forms)

    assert said in texts
    assert "--depth" in texts


def test_a_page_has_the_picture_alone(shown):
    """For a page: no title, no legend, text as text, ids to click on, and no paints: they are the page's."""
    text = embedded_svg(shown, "zh", Anchors(lambda _: None, lambda _: None, lambda *_: None)).svg
    kinds = Counter(group.get("class").split()[0] for group in ElementTree.fromstring(text).iter("g"))

    assert len(shown.nodes) == kinds["node"] == 10
    assert len(shown.links) == kinds["link"] == kinds["label"]
    assert not kinds["legend"]
    assert "推进体育场馆双向开放" in text
    assert "fill=" not in text


def test_unknown_characters_have_a_sign():
    """What the font does not have is shown as a box, in each format that brings the font."""
    odd = view([node(0, "provincial", 1, text="\U0002f800体育\ue000")], [])

    assert "□" == fonts.written("\ue000")
    for format in ("svg", "png", "pdf", "html"):
        assert draw(odd, format)


def test_without_the_extra_it_is_said(monkeypatch, shown):
    """Pictures that bring characters along name what to install; plain ones and graphs need nothing."""

    def missing() -> str:
        raise MissingExtra("draw", "a picture")

    monkeypatch.setattr(fonts, "file", missing)
    monkeypatch.setattr(fonts, "_font", missing)
    with pytest.raises(MissingExtra, match=r"pip install 'policy-cascade\[draw\]'"):
        draw(shown, "html")
    for format in ("svg", "html", "dot", "mermaid", "graphml", "gexf", "cytoscape", "drawio"):
        assert draw(shown, format, plain=True)


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_texts_fit_their_boxes(folded, words):
    """With the widths of the real font, no line of text is wider than its box."""
    for group in paint(folded, words).groups:
        if group.kind == "node":
            rectangle, *texts = [form for form in group.forms if not getattr(form, "style", "").startswith("sheet")]
            for text in texts:
                wide = sum(map(fonts.advance, fonts.written(text.text))) * text.size
                assert text.x + wide <= rectangle.area.x + rectangle.area.width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("短", ("短",)),
        ("", ()),
        ("一二三四五六七八九十", ("一二三四五", "六七八九十")),
        ("一二三四五六七八九十一", ("一二三四五", "六七八九…")),
        ("一二三四，五六七", ("一二三四，", "五六七")),
        ("一二三四五。六七", ("一二三四", "五。六七")),
        ("a longer word", ("a longer", "word")),
    ],
)
def test_lines_break_where_they_may(text, lines):
    """No line begins with a full stop, Latin words stay whole, what is too long ends in …."""
    assert lines == wrapped(text, 5.2, 1.0, 2)
    assert all(width(line, 1.0) <= 5.2 for line in lines)


def test_a_list_breaks_between_its_names():
    """An address stays whole where a line holds it; … says that there are more."""
    names = ("一3", "二（五）", "三8", "附件6")

    assert ("一3、", "二（五）、", "三8、附件6") == listed(names, 6.5, 1.0, 3)
    assert ("一3、", "二（五）…") == listed(names, 6.5, 1.0, 2)
    assert () == listed((), 6.5, 1.0, 2)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("示例省人民政府关于加强学校体育工作的意见", "加强学校体育工作的意见"),
        ("示例市教育局关于印发《示例市体育规划》的通知", "示例市体育规划"),
        ("关于转发示例省体育方案的通知", "示例省体育方案"),
        ("关于印发《甲办法》《乙办法》的通知", "关于印发《甲办法》《乙办法》的通知"),
        ("关于《示例办法》的说明", "关于《示例办法》的说明"),
        ("示例市体育规划", "示例市体育规划"),
    ],
)
def test_what_a_title_is_about(title, short):
    """Without who issued it and that it is made known; what is no such title stays whole."""
    assert short == subject(title)


def test_a_png_keeps_to_what_programs_take(monkeypatch, folded):
    """A large picture has fewer pixels, in the same shape."""
    monkeypatch.setattr(png, "MOST_IN_ALL", 500_000)
    scene = paint(folded, ZH)
    with Image.open(io.BytesIO(png.render(scene))) as image:
        wide, high = image.size

    assert 490_000 < wide * high < 510_000
    assert wide / high == pytest.approx(scene.width / scene.height, rel=0.01)
