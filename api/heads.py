"""HEAD: every address that is read by GET says by HEAD what it would answer."""

from starlette.types import ASGIApp, Receive, Scope, Send


class HeadAsGet:
    """The app is asked by GET; the server, which knows that it was HEAD, sends no body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        head = scope["type"] == "http" and scope["method"] == "HEAD"
        await self._app({**scope, "method": "GET"} if head else scope, receive, send)
