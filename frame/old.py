"""Addresses of old: what once stood at another path is answered there, before any page is sent."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
Application = Callable[[Scope, Any, Any], Awaitable[None]]


class Moved:
    """Send whoever asks for the first page with a setting of the child's timeline on to the timeline, which once stood there.

    A redirect, and no switch of pages by the app: that would leave an entry behind from which Back leads nowhere.
    """

    def __init__(self, app: Application) -> None:
        """Wrap what answers every other request."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["path"] == f"{scope.get('root_path', '')}/" and (query := scope["query_string"]):
            from filters import CONTROLS  # brings the database along, which the start of the server does not wait for

            if any("child" in CONTROLS[key].pages for key in parse_qs(query.decode("latin-1")) if key in CONTROLS):
                # Relative, so that it holds below any path that the app is served at.
                await send({"type": "http.response.start", "status": 307, "headers": [(b"location", b"child?" + query)]})
                await send({"type": "http.response.body", "body": b""})
                return
        await self.app(scope, receive, send)
