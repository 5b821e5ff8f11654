"""The OpenAPI description and the page that is made from it."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from pydantic import TypeAdapter

from api import cascade_examples, examples, following_examples, reading_examples, sample
from api.answers import Health, Resolved
from api.app import create_app
from api.examples import ANSWERS, WRITTEN
from api.loading import files_of, load
from api.problems import KINDS, MEDIA_TYPE, Problem
from api.routes.review import Judgement
from graph import questions
from graph.cascade import CascadeView
from graph.comparison import CompareAnswer
from graph.coverage import CoverageAnswer
from graph.decisions import DecisionCard
from graph.explanations import Explanation, WhyNot
from graph.matrix import Matrix
from graph.model import Clause, Document
from graph.overview import Overview
from graph.questions import ClauseAnswer, DocumentCard, LineageAnswer, TasksAnswer
from graph.reading import Reading
from graph.review import ReviewAnswer, Reviewed
from graph.search import SearchAnswer
from graph.store import open_store
from graph.timeline import TimelineAnswer
from graph.units import Organized, UnitsAnswer

EXAMPLES = (examples, following_examples, cascade_examples, reading_examples)
OPENAPI = create_app("policy.kgl").openapi()
OPERATIONS = {(method, path): each for path, item in OPENAPI["paths"].items() for method, each in item.items()}
ENDPOINTS = {path: each for (method, path), each in OPERATIONS.items() if method == "get"}
ANSWER_TYPES = {
    "/documents": tuple[DocumentCard, ...],
    "/documents/{id}": Document,
    "/documents/{id}/clauses": tuple[Clause, ...],
    "/links": Explanation,
    "/clauses/{document}/{address}/why-not": WhyNot,
    "/clauses/{document}/{address}": ClauseAnswer,
    "/resolve": Resolved,
    "/tasks": TasksAnswer,
    "/lineage": LineageAnswer,
    "/cascade": CascadeView,
    "/overview": Overview,
    "/search": SearchAnswer,
    "/reading": Reading,
    "/coverage": CoverageAnswer,
    "/matrix": Matrix,
    "/compare": CompareAnswer,
    "/units": UnitsAnswer,
    "/organizations": tuple[Organized, ...],
    "/timeline": TimelineAnswer,
    "/review": ReviewAnswer,
    "/decisions": tuple[DecisionCard, ...],
    "/health/live": Health,
    "/health/ready": Health,
}


class Links(HTMLParser):
    """Every address that a page refers to, and every anchor in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        """Collect what a tag refers to."""
        named = dict(attributes)
        self.addresses += [named[name] for name in ("href", "src", "action") if name in named]
        self.anchors |= {named["id"]} if "id" in named else set()


def test_all_endpoints_are_described():
    """The endpoints of the API, no fewer and no more; those that write are few."""
    files = {"/export/{format}", "/export/draw/{format}", "/export/xlsx", "/export/csv", "/report/{id}"}
    assert {*ANSWER_TYPES, *files} == set(ENDPOINTS)
    assert {("put", "/review"), ("delete", "/review")} == {key for key in OPERATIONS if key[0] != "get"}


@pytest.mark.parametrize(
    ("method", "path", "kind"),
    [*(("get", path, kind) for path, kind in ANSWER_TYPES.items()), *((*key, Reviewed) for key in WRITTEN)],
)
def test_example_answers_are_answers(method, path, kind):
    """The example of each endpoint is read as its answer, and is the same again when written."""
    example = OPERATIONS[method, path]["responses"]["200"]["content"]["application/json"]["example"]
    adapter = TypeAdapter(kind)

    assert example == adapter.dump_python(adapter.validate_python(example), mode="json")
    assert set(ANSWERS | following_examples.ANSWERS | cascade_examples.ANSWERS | reading_examples.ANSWERS) == set(
        ANSWER_TYPES
    )


def test_the_example_body_can_be_sent():
    """What the documentation shows to send is what the endpoint takes."""
    example = OPENAPI["paths"]["/review"]["put"]["requestBody"]["content"]["application/json"]["example"]

    assert example == Judgement(**example).model_dump()


def test_whoever_writes_needs_the_token():
    """Every endpoint that is no question says so, and what it answers to others."""
    writing = [operation for (method, _), operation in OPERATIONS.items() if method != "get"]

    assert [[{"HTTPBearer": []}]] * len(writing) == [operation["security"] for operation in writing]
    assert [] == [operation["summary"] for operation in writing if not {"401", "403"} <= set(operation["responses"])]


def test_examples_are_of_the_sample():
    """What the examples say is what the documents of samples/ say."""
    with open_store(":memory:") as store:
        load(store, files_of([sample.home()]))
        for shown in (examples.ABOVE, examples.BELOW):
            clause = questions.clause(store, shown.id).clause
            assert (clause.document_title, clause.text) == (shown.document_title, shown.text)
        assert questions.document(store, examples.DOCUMENT.id).title == examples.DOCUMENT.title
        assert examples.CLAUSE.id == questions.resolve(store, examples.AS_WRITTEN)
        assert examples.BELOW.id in {task.clause.id for task in questions.tasks(store, examples.AS_WRITTEN).tasks}


@pytest.mark.parametrize(
    ("path", "parameter"), [(path, item) for path, each in OPERATIONS.items() for item in each.get("parameters", ())]
)
def test_parameters_are_described(path, parameter):
    """Every parameter says what it is; what has no default shows an example or lists its values."""
    assert parameter["description"]
    assert not parameter["required"] or {"examples", "enum"} & set(parameter["schema"])


@pytest.mark.parametrize(
    "problem",
    [
        shown["value"]
        for operation in OPERATIONS.values()
        for response in operation["responses"].values()
        for shown in response.get("content", {}).get(MEDIA_TYPE, {}).get("examples", {}).values()
    ],
)
def test_example_problems_are_problems(problem):
    """The problems that are shown have the documented form."""
    assert problem == Problem.model_validate(problem).model_dump(exclude_none=True)


@pytest.mark.parametrize("path", [key for key in OPERATIONS if key != ("get", "/health/live")])
def test_whoever_asks_the_store_may_find_it_unavailable(path):
    """503 is described wherever the store is asked."""
    assert "503" in OPERATIONS[path]["responses"]


def test_references_lead_somewhere():
    """Every $ref of the description is in it."""
    names = set(re.findall(r"'#/components/schemas/(\w+)'", str(OPENAPI)))

    assert names <= set(OPENAPI["components"]["schemas"])


def test_page_shows_every_endpoint_and_problem(client):
    """Endpoints with their parameters; each type of problem as the place that its link leads to."""
    page = client.get("/docs").text

    assert {key for key in OPERATIONS if f"{key[0].upper()} {key[1]}" not in page} == set()
    assert {kind.name for kind in KINDS.values()} <= Links(page).anchors


def test_page_needs_nothing_from_elsewhere(client):
    """No script, and no address but our own: the page works on a machine without a network."""
    response = client.get("/docs")

    assert "<script" not in response.text
    assert {address for address in Links(response.text).addresses if not address.startswith("/")} == set()
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_page_leads_to_endpoints(client):
    """What the page offers to try is there: no address of it is an unknown path or a bad parameter."""
    addresses = Links(client.get("/docs").text).addresses

    assert [] == [unquote(address) for address in addresses if "about:blank" in client.get(address).text]


def test_home_leads_to_the_documentation(client):
    """Whoever opens the bare address finds it."""
    assert 'href="/docs"' in client.get("/").text
