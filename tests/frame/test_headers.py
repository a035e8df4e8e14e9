"""Every answer tells a browser to load nothing from elsewhere and to be framed by nobody."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from frame.headers import Headers


def sent(monkeypatch, framed_by=None):
    """The headers of an answer that already has some."""
    if framed_by:
        monkeypatch.setenv("MASTOSCOPE_FRAMED_BY", framed_by)
    messages = []

    async def app(scope, receive, send):
        own = [(b"Referrer-Policy", b"unsafe-url"), (b"etag", b"1")]
        await send({"type": "http.response.start", "status": 200, "headers": own})

    async def send(message):
        messages.append(message)

    with ThreadPoolExecutor() as threads:
        threads.submit(asyncio.run, Headers(app)({"type": "http"}, None, send)).result()
    [message] = messages
    found = {name.decode().lower(): value.decode() for name, value in message["headers"]}
    assert len(found) == len(message["headers"])
    return found


def test_every_answer_is_strict_and_keeps_its_own_headers(monkeypatch):
    found = sent(monkeypatch)
    policy = dict(part.split(" ", 1) for part in found["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert not any(host in found["content-security-policy"] for host in ["http", "*", "unsafe-eval"])
    assert (found["x-content-type-options"], found["referrer-policy"], found["etag"]) == ("nosniff", "same-origin", "1")
    assert found["x-frame-options"] == "DENY"


def test_a_journal_may_be_allowed_to_frame(monkeypatch):
    found = sent(monkeypatch, "https://journal.example")
    assert found["content-security-policy"].endswith("frame-ancestors https://journal.example")
    assert "x-frame-options" not in found
