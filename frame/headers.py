"""What a browser may do with our pages: load nothing from elsewhere, and be framed by nobody who was not named."""

import base64
import hashlib
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import streamlit

from frame.old import Application, Scope
from widgets import appraisal_download, appraisal_draft

# Who may show the app in a frame, such as "https://journal.example"; nobody where it is not set.
FRAMED_BY = "MASTOSCOPE_FRAMED_BY"
# The files whose scripts stand in the page itself: Streamlit's own page, and what the frame adds to it.
PAGES = [
    Path(streamlit.__file__).parent / "static" / "index.html",
    *(Path(__file__).parent / name for name in ["navigation.html", "opening.html", "projector.html"]),
]
POLICY = {
    "default-src": "'none'",
    # The libraries that draw widgets write their styles into the page.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'none'",
}
PERMISSIONS = ["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "midi", "payment", "usb"]


@cache
def scripts() -> list[str]:
    """Give the hash of every script that stands in the page itself; no other that does is run, nor a text made code."""
    texts = [
        script
        for page in PAGES
        for script in re.findall(r"<script>(.*?)</script>", page.read_text(encoding="utf-8"), re.DOTALL)
    ]
    hashes = [hashlib.sha256(text.encode()).digest() for text in [*texts, appraisal_download.SCRIPT, appraisal_draft.SCRIPT]]
    return [f"'sha256-{base64.b64encode(found).decode()}'" for found in hashes]


def policy(framed_by: str = "") -> str:
    """Give the content security policy.

    Args:
        framed_by: who may show the app in a frame; nobody where it is empty.
    """
    parts = {**POLICY, "script-src": " ".join(["'self'", *scripts()]), "frame-ancestors": framed_by or "'none'"}
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def headers(framed_by: str = "") -> list[tuple[bytes, bytes]]:
    """Give the headers of every answer."""
    named = {
        "content-security-policy": policy(framed_by),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": ", ".join(f"{name}=()" for name in PERMISSIONS),
        "cross-origin-opener-policy": "same-origin",
        **({} if framed_by else {"x-frame-options": "DENY"}),
    }
    return [(name.encode(), value.encode()) for name, value in named.items()]


class Headers:
    """Send them with every answer."""

    def __init__(self, app: Application) -> None:
        """Wrap what answers."""
        self.app, self.headers = app, headers(os.environ.get(FRAMED_BY, ""))

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer one request."""

        async def sent(message: Any) -> None:
            if message["type"] == "http.response.start":
                names = {name for name, _ in self.headers}
                others = [pair for pair in message.get("headers", []) if pair[0].lower() not in names]
                message = {**message, "headers": [*others, *self.headers]}
            await send(message)

        await self.app(scope, receive, sent if scope["type"] == "http" else send)
