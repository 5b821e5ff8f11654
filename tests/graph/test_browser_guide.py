"""The guide of Neo4j Browser: its slides, its queries, and colours that everybody can tell apart."""

import re
from itertools import combinations

import pytest

from graph import guide
from graph.queries import QueryError

ADDRESS = "http://127.0.0.1:8000/browser/"
STATEMENT = re.compile(r'<pre class="pre-scrollable code runnable">(.*?)</pre>', re.DOTALL)
RULE = re.compile(r"node\.(\w+) \{\n(.*?)\n\}", re.DOTALL)
PROPERTY = re.compile(r"([a-z-]+): ([^;]+);")
LEVELS = ("National", "Provincial", "Municipal", "County")
SEEN_BY = {  # what is left of linear red, green and blue, after Machado, Oliveira and Fernandes 2009
    "everybody": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def style():
    """The properties of the style's nodes by label."""
    text = guide.file("style.grass", ADDRESS).decode()
    return {label: dict(PROPERTY.findall(body)) for label, body in RULE.findall(text)}


def linear(colour):
    """Red, green and blue of #RRGGBB as amounts of light."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def lab(light):
    """Light in CIELAB, where distances are as large as they look."""
    red, green, blue = (min(max(part, 0), 1) for part in light)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour, eyes):
    """A colour as these eyes see it."""
    light = linear(colour)
    return lab(tuple(sum(a * b for a, b in zip(row, light, strict=True)) for row in SEEN_BY[eyes]))


def contrast(one, other):
    """How far two colours are apart in lightness, after WCAG: 1 to 21."""
    light = sorted(
        sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


@pytest.mark.parametrize("eyes", SEEN_BY)
def test_everybody_can_tell_the_levels_apart(eyes):
    """No two levels look alike, whichever cones an eye lacks: 10 is what one sees at a glance."""
    colours = [style()[level]["color"] for level in LEVELS]

    assert [] == [
        (one, other)
        for one, other in combinations(colours, 2)
        if sum((a - b) ** 2 for a, b in zip(seen(one, eyes), seen(other, eyes), strict=True)) ** 0.5 < 10
    ]


def test_captions_can_be_read():
    """The words of a node against its colour have the contrast that WCAG asks of text."""
    coloured = {label: node for label, node in style().items() if "color" in node}

    assert set(LEVELS) < set(coloured)
    assert [] == [
        label for label, node in coloured.items() if contrast(node["color"], node["text-color-internal"]) < 4.5
    ]


def test_captions_are_words_rather_than_ids():
    """Only an organization's id is its name."""
    captions = {label: node["caption"] for label, node in style().items() if "caption" in node}

    assert {"Organization"} == {label for label, caption in captions.items() if "{id}" in caption}
    assert captions["Clause"].startswith('"{address} ')


def test_both_guides_ask_the_same():
    """Slide by slide, each query once, so that whoever helps another sees the same page."""
    chinese, english = (
        STATEMENT.findall(guide.file(f"guide.{language}.html", ADDRESS).decode()) for language in guide.LANGUAGES
    )
    asked = [statement for statement in chinese if statement.startswith("// ")]

    assert chinese == english
    assert sorted(query.meaning for query in guide.queries().values()) == sorted(
        statement.split("\n")[0].removeprefix("// ") for statement in asked
    )


def test_a_cut_is_never_silent():
    """What takes the first few says in a column how many it left, and means the same few."""
    for query in guide.queries().values():
        cuts = re.findall(r"\[0\.\.(\d+)\]", query.text)
        left = re.findall(r"size\(found\[(\d+)\.\.\]\) AS not_(?:drawn|shown)", query.text)
        assert len(set(cuts)) == 1, query.name
        assert set(cuts) == set(left), query.name


def test_queries_of_the_guide_do_not_write():
    """They run with the rights of whoever is signed in."""
    writing = re.compile(r"\b(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD)\b")

    assert [] == [query.name for query in guide.queries().values() if writing.search(query.text)]


def test_near_misses_are_drawn_only_where_they_are_asked_for():
    """Every other query that goes over links asks for those that count."""
    over_links = {name: query.text for name, query in guide.queries().items() if "IMPLEMENTS" in query.text}

    assert ["candidates"] == [name for name, text in over_links.items() if "['proposed', 'confirmed']" not in text]


def test_the_same_queries_make_the_same_zip():
    """It can be compared."""
    assert guide.file("queries.zip", ADDRESS) == guide.file("queries.zip", ADDRESS)


def test_an_address_cannot_break_out_of_its_page():
    """It comes from a request."""
    assert "<script>" not in guide.file("guide.en.html", 'http://a/"><script>').decode()


def test_a_slide_that_asks_for_no_query_is_a_bug(monkeypatch):
    """It is said which."""
    monkeypatch.setattr(guide, "queries", dict)

    with pytest.raises(QueryError, match="guide/documents"):
        guide.file("guide.en.html", ADDRESS)
