"""What is added to the document that opens every page: it shows once it stands, and asks for the code of the charts at once."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.datastructures import Headers, MutableHeaders

from frame.old import Application, Scope

# Shows the page once it stands.
ARRIVING = (Path(__file__).parent / "opening.html").read_text(encoding="utf-8")


def _early() -> str:
    """Give the links that load the code of the charts beside the app's own, not after it; none where it has another name."""
    scripts = files("streamlit").joinpath("static", "static", "js")
    names = [
        file.name for file in scripts.iterdir() if file.name.startswith("ArrowVegaLiteChart.") and file.name.endswith(".js")
    ]
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in names)


class Opening:
    """Add to the head of every HTML document that is sent."""

    def __init__(self, app: Application) -> None:
        """Wrap what answers every request."""
        self.app = app
        self.head = (_early() + ARRIVING + "</head>").encode()

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer one request."""
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        # As it is, not packed, or it could not be added to; the document is small.
        scope["headers"] = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        start: dict[str, Any] = {}
        body = b""

        async def adding(message: dict[str, Any]) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                body = body.replace(b"</head>", self.head, 1)
                MutableHeaders(raw=start["headers"])["content-length"] = str(len(body))
                await send(start)
                await send({"type": "http.response.body", "body": body})

        await self.app(scope, receive, adding)
