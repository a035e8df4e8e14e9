"""Refuses every call that Python makes to another machine. Python runs this file at its start where it is on the path."""

import sys


def refuse(event, arguments):
    """Let loopback and local sockets through; tell of anything else and stop it."""
    if event in ("socket.connect", "socket.sendto"):
        host = arguments[1][0] if isinstance(arguments[1], tuple) else "localhost"
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode()
    if host and not host.startswith("127.") and host not in ("localhost", "::1", "0.0.0.0", "::"):
        print(f"Refused: {event} to {host}", file=sys.stderr, flush=True)
        raise OSError(f"the network is cut: {event} to {host}")


sys.addaudithook(refuse)
