"""Every view where it is hardest to read: 320 pixels wide (as at a zoom of 400 %), in the dark, in English."""

import pytest
from looking import axe, overflow, screenshot

from api.page.addresses import view

DOCUMENT, CLAUSE, ABOVE = "示政〔2021〕7号", "示政〔2021〕7号/四（十一）", "教体艺〔2021〕99号/二1"
VIEWS = {
    "home": {},
    "units": {},
    "unit": {"name": "示例省教育厅"},
    "document": {"id": DOCUMENT},
    "cascade": {"id": CLAUSE},
    "pair": {"source": CLAUSE, "target": ABOVE},
    "targets": {"id": DOCUMENT},
    "horizontal": {"id": DOCUMENT},
    "search": {"q": "体育"},
    "review": {},
}
ALL = {**{name: view(name, **query) for name, query in VIEWS.items()}, "targets-all": view("targets")}
ALL |= {"horizontal-clause": view("horizontal", id=CLAUSE), "cascade-document": view("cascade", id=DOCUMENT)}
NARROW = {"width": 320, "height": 640}
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""


@pytest.mark.parametrize("name", ALL)
def test_narrow_dark_and_english(open_page, name):
    """Nothing sticks out of the window, and axe-core finds nothing serious, in either language."""
    page = open_page(viewport=NARROW, color_scheme="dark")
    for lang in ("", "en"):
        address = ALL[name]
        page.goto(f"{address}{'&' if '?' in address else '?'}lang={lang}")
        screenshot(page, f"narrow-{name}-{lang or 'zh'}")

        assert overflow(page) <= 0, lang
        assert [] == axe(page), lang


@pytest.mark.parametrize("name", ALL)
def test_text_that_is_spaced(open_page, name):
    """Who sets wider lines, words and letters (WCAG 1.4.12) loses nothing at the side."""
    page = open_page(viewport={"width": 640, "height": 720}, bypass_csp=True)
    page.goto(ALL[name])
    page.add_style_tag(content=SPACED)

    assert overflow(page) <= 0
