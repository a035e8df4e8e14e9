"""What a server does: the time of runs asked over a real web socket, and the memory of open sessions."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench import servers
from bench.pages import GROUPS, MODELS_SERVER, PAGES, SEEN_SERVER, WARM_UP, Target
from bench.protocol import change, enter, run
from bench.rows import Memory, Times

SESSIONS = 20
# What app, empty page and naive page took.
Sides = tuple[list[float], list[float], list[float]]


def _sentence(messages: list[ForwardMsg]) -> str:
    """Give the bold text of a page: the filter sentence, or the echo of the empty page."""
    texts = (message.delta.new_element.markdown.body for message in messages)
    return next((text for text in texts if text.startswith("**")), "")


def _in_turn(three: tuple[servers.Server, ...], page: str, target: Target, highs: list[int]) -> Sides:
    sessions = [enter(server, path) for server, path in zip(three, [page, "", ""], strict=True)]
    taken: Sides = ([], [], [])
    sentences = ["", "", ""]
    for group, high in zip(cycle(GROUPS), highs, strict=False):
        for side, (socket, state, _) in enumerate(sessions):
            change(state, {"age_group": [group], "age": [str(target.low), str(high)], **target.settings})
            milliseconds, messages = run(socket, state)
            before, sentences[side] = sentences[side], _sentence(messages)
            if sentences[side] in ("", before):
                raise RuntimeError(f"{state.context_info.url} does not answer a changed filter with a new sentence")
            taken[side].append(milliseconds)
            # The server collects garbage after each run; a reader does not ask again within that time.
            time.sleep(0.05)
    for socket, *_ in sessions:
        socket.close()
    app, empty, naive = (times[WARM_UP:] for times in taken)
    return app, empty, naive


def reruns(repeats: int) -> Iterator[Times]:
    """Time the server's run after a filter change on each literature page, for states asked before and for new ones."""
    with servers.together() as three:
        for page, target in PAGES.items():
            times = WARM_UP + repeats
            for state, highs, wanted in [
                ("seen", [100] * times, SEEN_SERVER),
                ("new", [99 - place for place in range(times)], target.server),
            ]:
                app, empty, naive = _in_turn(three, page, target, highs)
                yield Times(f"/{page} server run, {state}", app, empty, naive, wanted)


def models(repeats: int) -> Iterator[Times]:
    """Time the server's run after a new weight on the page of the dosing interval: both models and all intervals anew."""
    taken: Sides = ([], [], [])
    with servers.together() as three:
        sessions = [enter(server, path) for server, path in zip(three, ["interval", "", ""], strict=True)]
        for group, weight in zip(cycle(GROUPS), range(40, 40 + min(WARM_UP + repeats, 80)), strict=False):
            for times, (socket, state, _) in zip(taken, sessions, strict=True):
                change(state, {"age_group": [group], "weight": [str(weight)]})
                times.append(run(socket, state)[0])
                time.sleep(0.05)
        for socket, *_ in sessions:
            socket.close()
    app, empty, naive = (times[WARM_UP:] for times in taken)
    yield Times("/interval server run, new weight", app, empty, naive, MODELS_SERVER)


def memory(_: int) -> Iterator[Memory]:
    """Measure what each further open session adds to the server's memory on /cohort and on the yardsticks."""
    sizes: Sides = ([], [], [])
    with servers.together() as three, ExitStack() as still_open:
        for _ in range(WARM_UP + SESSIONS):
            for taken, server, page in zip(sizes, three, ["cohort", "", ""], strict=True):
                before = servers.memory(server)
                still_open.callback(enter(server, page)[0].close)
                time.sleep(0.1)
                taken.append(servers.memory(server) - before)
    app, empty, naive = (taken[WARM_UP:] for taken in sizes)
    yield Memory("memory per further open session", app, empty, naive, 5)
