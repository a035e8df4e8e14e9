"""Speed against an empty page: ``python -m bench`` times the app and two yardsticks in turn and prints one table.

Absolute times belong to one machine at one moment; the ratio of two pages measured in turn does not. Every measure
therefore alternates app, empty page and naive page, and each target is a ratio to the empty page (memory apart, which is an
amount). The naive page tells what the same filter costs where nobody thought of speed. The empty page's run is over at once,
so that its echo is sent only after the collection of garbage that follows every run; the sentence of a page that goes on
drawing is sent before, and its numbers can stand there earlier than the echo. The app is asked for nothing but what it
serves (slides and handout apart), so that its inside may change.

- ``servers.py`` starts and stops the three and reads their memory; ``empty.py`` and ``naive.py`` are the yardsticks.
- ``pages.py`` holds the pages that are timed, and the targets.
- ``reader.py`` times filter changes, verdicts, steps and a cold start in a real browser (``browser.py``, ``watch.js``).
- ``sessions.py`` times the runs of a server over its web socket (``protocol.py``), and the memory of its sessions.
- ``takeaway.py`` times slides and handout against one picture, and sees what memory stays.
- ``rows.py`` holds one line of the table.
- ``walk/`` compares what stands on the pages of two revisions.
"""
