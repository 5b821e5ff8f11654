"""Who may write over HTTP: whoever has the token in CASCADE_TOKEN. Without one nobody may.

Programs send the token with each request. People give it once with their name, and their browser keeps a session: a
value that only this server can have made, which is not the token and ends after a day's work or with another token.
"""

import base64
import hashlib
import hmac
import os
import time
from dataclasses import dataclass

from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from graph.errors import CascadeError

TOKEN = "CASCADE_TOKEN"  # noqa: S105  # the name of a variable, no secret
SESSION_SECONDS = 12 * 3600  # a working day


class WritingOff(CascadeError):
    """This server has no token, so nobody may write."""

    def __init__(self) -> None:
        super().__init__(f"this server only answers questions; to let people decide, start it with {TOKEN} set")


class WrongToken(CascadeError):
    """The request has no token, or another."""

    def __init__(self) -> None:
        super().__init__(f"writing needs the header Authorization: Bearer and the server's {TOKEN}")


class TooManyAttempts(CascadeError):
    """So many wrong tokens came from one address that it has to wait."""

    def __init__(self) -> None:
        super().__init__("too many wrong tokens from this address; try again in a minute")


class ForeignForm(CascadeError):
    """A browser sent a form of a page that is not ours."""

    def __init__(self) -> None:
        super().__init__("this form was sent from a page of another site; nothing was done")


@dataclass(frozen=True, slots=True)
class Session:
    """A person who gave the token: the name under which they decide, and what the forms of their pages send back, so
    that a form on a page of somebody else decides nothing in their name."""

    by: str
    form: str


BEARER = HTTPBearer(auto_error=False, description=f"the server's {TOKEN}")


def writing_on() -> bool:
    """Whether this server has a token, so that people may decide."""
    return bool(os.environ.get(TOKEN))


def check_token(given: HTTPAuthorizationCredentials | None) -> None:
    """Raises WritingOff where the server has no token, WrongToken for another than that."""
    # Starlette reads the bytes of headers as Latin-1.
    _check(given.credentials.encode("latin-1") if given else None)


def check_origin(site: str | None) -> None:
    """Raises ForeignForm where the browser says (Sec-Fetch-Site) that another site's page sends the form. Browsers
    that do not say so are held by the form's own value."""
    if site not in (None, "same-origin", "none"):
        raise ForeignForm


def sign_in(token: str, by: str) -> str:
    """The session of somebody who gives the token, for a cookie. Raises WritingOff, WrongToken."""
    _check(token.encode())
    name = base64.urlsafe_b64encode(by.encode()).decode()
    claim = f"{int(time.time()) + SESSION_SECONDS}.{name}"
    return f"{claim}.{_sign('session', claim)}"


def session(cookie: str | None) -> Session | None:
    """Whose session a cookie holds; None for one that is over, of another token, or not ours. Raises WritingOff."""
    claim, _, signature = (cookie or "").rpartition(".")
    if not hmac.compare_digest(signature.encode(), _sign("session", claim).encode()):
        return None
    ends, _, name = claim.partition(".")
    if int(ends) < time.time():
        return None
    return Session(base64.urlsafe_b64decode(name).decode(), _sign("form", claim))


def check_form(cookie: str | None, form: str) -> Session:
    """Whose form was sent. Raises WritingOff, and WrongToken without a session or from a page of another one."""
    found = session(cookie)
    if found is None or not hmac.compare_digest(form.encode(), found.form.encode()):
        raise WrongToken
    return found


def _token() -> str:
    token = os.environ.get(TOKEN)
    if not token:
        raise WritingOff
    return token


def _check(given: bytes | None) -> None:
    token = _token()
    # Compared in constant time: how long it takes tells nothing.
    if given is None or not hmac.compare_digest(given, token.encode()):
        raise WrongToken


def _sign(purpose: str, claim: str) -> str:
    return hmac.new(_token().encode(), f"{purpose}\n{claim}".encode(), hashlib.sha256).hexdigest()
