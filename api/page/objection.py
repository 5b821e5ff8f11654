"""What somebody who may not decide says of a pair of clauses, as a text to hand to whoever runs the server."""

import shlex
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from api.page import addresses
from api.page.serving import PageRoute, language_of, show
from api.page.words import Language, word
from api.routes.common import OpenStore
from graph.explaining import explain
from graph.explanations import Explanation
from graph.model import Verdict

router = APIRouter(route_class=PageRoute)
MOST = 2_000  # characters of a reason, as of a note


@dataclass(frozen=True, slots=True)
class Objection:
    """What `by` thinks of a pair and why, both in one line; empty where somebody does not say it."""

    verdict: Verdict
    reason: str
    by: str

    @classmethod
    def of(cls, answer: Explanation, verdict: str, reason: str, by: str) -> "Objection":
        """What was filled in; who fills in nothing thinks otherwise than the rules."""
        linked = answer.status in ("proposed", "confirmed")
        otherwise: Verdict = "rejected" if linked else "confirmed"
        given: Verdict = "confirmed" if verdict == "confirmed" else "rejected"
        return cls(given if verdict else otherwise, one_line(reason), one_line(by))


def one_line(text: str) -> str:
    """A text without line breaks and invisible characters: pasted into a terminal it does nothing by itself."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def command(answer: Explanation, objection: Objection) -> str:
    """The command by which whoever runs the server decides so."""
    option = "--confirm" if objection.verdict == "confirmed" else "--reject"
    told = {"--note": objection.reason, "--by": objection.by}
    more = (f"{name}={text}" for name, text in told.items() if text)
    return shlex.join(["cascade", "review", answer.source.id, answer.target.id, option, *more])


def told(answer: Explanation, objection: Objection, address: str, language: Language) -> str:
    """The text to hand on."""

    def say(key: str, value: str) -> str:
        return word("objection line", language, name=word(key, language), value=value)

    score = "" if answer.score is None else f" {answer.score:.2f}"
    lines = [
        say("objection view", word(f"objection {objection.verdict}", language)),
        say("pair below", f"{answer.source.id} {answer.source.document_title}"),
        say("pair above", f"{answer.target.id} {answer.target.document_title}"),
        say("pair status", f"{word(answer.status or 'no link', language)}{score}"),
        say("objection reason", objection.reason or "—"),
        say("objection by", objection.by or "—"),
        say("objection address", address),
        say("objection command", command(answer, objection)),
    ]
    return "\n".join(lines)


def mail(subject: str, text: str) -> str:
    """An address that opens a new mail with this text; its lines end as RFC 6068 asks."""
    body = text.replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


@router.get("/view/objection")
def objection(  # noqa: PLR0913, PLR0917  # the fields of a form are its arguments
    request: Request,
    store: OpenStore,
    source: str,
    target: str,
    verdict: str = "",
    reason: Annotated[str, Query(max_length=MOST)] = "",
    by: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """The form, and the text that it makes."""
    answer, language = explain(store, source, target), language_of(request)
    given = Objection.of(answer, verdict, reason, by)
    ends = {"source": answer.source.id, "target": answer.target.id}
    pair = str(request.base_url).rstrip("/") + addresses.view("pair", **ends)
    text = told(answer, given, pair, language)
    return show(
        request,
        "objection.html",
        answer=answer,
        given=given,
        text=text,
        mail=mail(word("objection", language), text),
    )
