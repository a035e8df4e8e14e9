"""Addresses of old: what once stood at another path is answered there, before any page is sent."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs, urlencode

from streamlit import get_option

Scope = MutableMapping[str, Any]
Application = Callable[[Scope, Any, Any], Awaitable[None]]


def renewed(query: dict[str, list[str]]) -> dict[str, list[str]]:
    """Give the settings of the timeline that show what an address of old asked for: lanes are tracks, ages the whole life."""
    from filters import OLD, TRACKS  # brings the database along, which the start of the server does not wait for

    new = {key: values for key, values in query.items() if key not in OLD}
    told = {track for lane in query.get("lanes", []) for track in OLD["lanes"].get(lane, [])}
    if opened := [track for track in TRACKS if track in told]:
        new.setdefault("open", opened)
    if query.get("axis") == ["birth"]:
        new.setdefault("view", ["Whole life"])
    return new


def _root(scope: Scope) -> str:
    """Give the path below which the app is served or mounted; nothing where it stands at the root."""
    base = (get_option("server.baseUrlPath") or "").strip("/")
    return f"{scope.get('root_path', '')}/{base}" if base else str(scope.get("root_path", ""))


class Moved:
    """Send whoever asks for the first page with a setting of the child's timeline on to the timeline, which once stood there.

    An address of the timeline itself that holds settings of old is sent on to the settings that show the same now.

    A redirect, and no switch of pages by the app: that would leave an entry behind from which Back leads nowhere.
    """

    def __init__(self, app: Application) -> None:
        """Wrap what answers every other request."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer one request."""
        root = _root(scope)
        if scope["type"] == "http" and scope["path"] in (f"{root}/", f"{root}/child") and (query := scope["query_string"]):
            from filters import CONTROLS, OLD

            asked = parse_qs(query.decode("latin-1"))
            moved = scope["path"] == f"{root}/" and any("child" in CONTROLS[key].pages for key in asked if key in CONTROLS)
            if moved or asked.keys() & OLD.keys():
                # Relative, so that it holds below any path that the app is served at.
                place = f"child?{urlencode(renewed(asked), doseq=True)}".encode()
                await send({"type": "http.response.start", "status": 307, "headers": [(b"location", place)]})
                await send({"type": "http.response.body", "body": b""})
                return
        await self.app(scope, receive, send)
