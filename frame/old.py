"""Addresses of old: what once stood at another path or under another name is answered there, before any page is sent."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs, urlencode

from streamlit import get_option

Scope = MutableMapping[str, Any]
Application = Callable[[Scope, Any, Any], Awaitable[None]]
STAGE = ("present", "speaker-notes")


def place(path: str, query: str) -> str | None:
    """Give where an address stands now, relative to itself, so that it holds below any path that the app is served at.

    Args:
        path: below that of the app; query: what follows it.
    """
    if path not in ("", "child", "table", *STAGE) or not query:
        return None
    import filters  # brings the database along, which the start of the server does not wait for

    asked = parse_qs(query, keep_blank_values=path in STAGE)
    if path == "table":  # whose card is lit everywhere now
        new = {"study" if key == "card" else key: found for key, found in asked.items()}
        return f"table?{urlencode(new, doseq=True)}" if "card" in asked and "study" not in asked else None
    if path not in STAGE:
        of_child = path == "" and any("child" in filters.CONTROLS[key].pages for key in asked if key in filters.CONTROLS)
        return f"child?{urlencode(renewed(asked), doseq=True)}" if of_child or asked.keys() & filters.OLD.keys() else None
    named = {key: _renamed(found) if key in ("step", "steps") else found for key, found in asked.items()}
    return f"{path}?{urlencode(named, doseq=True)}" if named != asked else None


def _renamed(steps: list[str]) -> list[str]:
    """Give steps by the names they have now, each once, which two may share; small letters are forgiven."""
    from filters import FORMER_STEPS

    return list(dict.fromkeys(FORMER_STEPS.get(step.capitalize(), step) for step in steps))


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
    """Send whoever asks for an address of old on to where it stands now.

    These are the first page with a setting of the child's timeline, which once stood there, the timeline with settings of old,
    the table with the card of a study, and steps of the talk that are one now. A redirect, and no switch by the app: that would
    leave an entry behind from which Back leads nowhere.
    """

    def __init__(self, app: Application) -> None:
        """Wrap what answers every other request."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer one request."""
        root = f"{_root(scope)}/"
        if scope["type"] == "http" and scope["path"].startswith(root):
            to = place(scope["path"].removeprefix(root), scope["query_string"].decode("latin-1"))
            if to is not None:
                await send({"type": "http.response.start", "status": 307, "headers": [(b"location", to.encode("latin-1"))]})
                await send({"type": "http.response.body", "body": b""})
                return
        await self.app(scope, receive, send)
