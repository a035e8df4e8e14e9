"""Readers who never pause: thousands of runs over random states of all pages, each answer checked, and what memory does.

``python -m bench.soak --runs 50000`` prints memory as it goes and its slope after the first tenth.
"""

import argparse
import asyncio
import os
import random
import time
from collections.abc import Sequence

from websockets.exceptions import WebSocketException

from bench import servers
from bench.crowd import Walk, arrive, digest, do, truth, walks
from bench.load import use


async def soak(port: int, runs: int, readers: int, strolls: Sequence[Walk], told: list[list[str]]) -> None:
    """Run so many times over random walks, and print what comes of it."""
    done, wrong, errors = 0, 0, 0
    seen: list[tuple[int, float]] = []
    begun = time.monotonic()

    async def reader() -> None:
        nonlocal done, wrong, errors
        while done < runs:
            number = random.randrange(len(strolls))
            try:
                one = await arrive(port)
                for step, wanted in zip(strolls[number], told[number], strict=True):
                    await do(one, step)
                    done += 1
                    wrong += digest(one) != wanted
                    if done % (runs // 20) == 0:
                        told_use = use(port)
                        seen.append((done, told_use.memory))
                        print(
                            f"{done:>8}{told_use.memory:>10.1f}{told_use.files:>7}{told_use.threads:>9}{wrong:>7}{errors:>8}"
                            f"{done / (time.monotonic() - begun):>9.1f}",
                            flush=True,
                        )
                await one.socket.close()
            except (OSError, RuntimeError, TimeoutError, WebSocketException) as error:
                errors += 1
                print(f"    {type(error).__name__}: {error}", flush=True)

    print(f"{'runs':>8}{'memory MB':>10}{'files':>7}{'threads':>9}{'wrong':>7}{'errors':>8}{'runs/s':>9}")
    await asyncio.gather(*(reader() for _ in range(readers)))
    late = [(at, memory) for at, memory in seen if at > runs / 10]
    middle = sum(at for at, _ in late) / len(late), sum(memory for _, memory in late) / len(late)
    slope = sum((at - middle[0]) * (memory - middle[1]) for at, memory in late) / sum((at - middle[0]) ** 2 for at, _ in late)
    spread = (sum((memory - middle[1] - slope * (at - middle[0])) ** 2 for at, memory in late) / max(1, len(late) - 2)) ** 0.5
    error = spread / sum((at - middle[0]) ** 2 for at, _ in late) ** 0.5
    print(f"{done} runs, {wrong} wrong, {errors} errors; after the first tenth, memory goes by")
    print(f"{slope * 1000:+.2f} MB in 1,000 runs (± {error * 2000:.2f}, two standard errors)")


def main() -> None:
    """Soak one process."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--runs", type=int, default=50_000)
    parser.add_argument("--readers", type=int, default=4, help="how many run at the same time")
    parser.add_argument("--walks", type=int, default=200, help="how many different walks there are")
    asked = parser.parse_args()
    strolls = walks(asked.walks, seed=2)
    with servers.serve(servers.APP) as server:
        told = asyncio.run(truth(server.port, strolls))
    print(f"{len(strolls)} walks of {sum(map(len, told))} answers; load of the machine {os.getloadavg()[0]:.1f}.")
    with servers.serve(servers.APP) as server:
        asyncio.run(soak(server.port, asked.runs, asked.readers, strolls, told))


if __name__ == "__main__":
    main()
