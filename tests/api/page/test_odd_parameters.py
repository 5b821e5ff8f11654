"""Whatever stands in an address, a view answers: a page, never a bug."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

DOCUMENT, CLAUSE, ABOVE = "示政〔2021〕7号", "示政〔2021〕7号/四（十一）", "教体艺〔2021〕99号/二1"
VIEWS = {
    "/": {},
    "/view/document": {"id": DOCUMENT},
    "/view/cascade": {"id": CLAUSE},
    "/view/pair": {"source": CLAUSE, "target": ABOVE},
    "/view/pair/report": {"source": CLAUSE, "target": ABOVE},
    "/view/search": {"q": "体育"},
    "/view/targets": {"id": DOCUMENT},
    "/view/horizontal": {"id": DOCUMENT},
    "/view/units": {},
    "/view/unit": {"name": "教育厅"},
    "/view/review": {"source": CLAUSE, "target": ABOVE},
}
NAMES = (
    *("id", "source", "target", "q", "name", "level", "region", "direction", "depth", "min_score", "status", "limit"),
    *(
        "expand",
        "only",
        "order",
        "role",
        "own",
        "document",
        "note",
        "done_source",
        "done_target",
        "lang",
        "kind",
        "odd",
    ),
)
ODD = (
    *(
        "",
        " ",
        "\u00a0",
        "\u3000",
        "\x00",
        "\x1b[0m",
        "\u202e",
        "\ufeff",
        "0",
        "-1",
        "999",
        "1e999",
        "nan",
        "abc",
        "９",
    ),
    *("〔〕", "[]", "［］", "【】", "()", "/", "//", "/四", f"{DOCUMENT}/", "{x}", "%", "&", "'\"<b>\\", "示" * 3000),
    *(
        "示政［2021］7号",
        "示政【2021】7号",
        "示 政〔2021〕\u00a07 号",
        "示政〔2021〕7号 第十一条",
        CLAUSE,
        ABOVE,
        DOCUMENT,
    ),
)
RAW = ("%ED%A0%80", "%FF", "%00", "%", "%ZZ", "%E4%BD", "+", "%252F")
VALUES = st.one_of(st.sampled_from(ODD), st.text(max_size=12)).map(lambda text: quote(text, safe="")) | st.sampled_from(
    RAW
)
PARAMETERS = st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=4)


@pytest.mark.parametrize("path", VIEWS)
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=PARAMETERS, without=st.booleans())
def test_a_view_answers(site, path, given, without):
    """As a page with a status that says whose fault it is, with any parameters, often doubled, empty or missing."""
    usual = {} if without else VIEWS[path]
    query = "&".join(
        f"{name}={value}" for name, value in [*given, *((name, quote(text)) for name, text in usual.items())]
    )
    answer = site.get(f"{path}?{query}")

    assert answer.status_code in {200, 404, 409, 422}, query
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1" in answer.text


@pytest.mark.parametrize("path", VIEWS)
def test_a_parameter_that_is_empty(site, path):
    """Is as if it were not there, or said to be wrong."""
    statuses = {}
    for name in NAMES:
        others = [(key, text) for key, text in VIEWS[path].items() if key != name]
        statuses[name] = site.get(path, params=[*others, (name, "")]).status_code

    assert {} == {name: status for name, status in statuses.items() if status not in {200, 404, 422}}


@pytest.mark.parametrize("path", [path for path in VIEWS if path != "/view/pair/report"])
def test_a_parameter_that_nobody_knows(site, path):
    """Changes nothing but the addresses that keep it."""
    answer = site.get(path, params={**VIEWS[path], "utm_source": "elsewhere"})

    assert 200 == answer.status_code
