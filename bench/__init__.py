"""Speed against an empty page: ``python -m bench`` times the app and ``empty.py`` in turn and prints one table.

Absolute times belong to one machine at one moment; the ratio of two pages measured in turn does not. Every measure
therefore alternates app, empty, app, empty, and each target is a ratio (memory apart, which is an amount).

- ``servers.py`` starts and stops the two apps and reads their memory.
- ``browser.py`` and ``watch.js`` time a filter change, and a cold start, as a reader sees them.
- ``sessions.py`` speaks to a server as a browser does and times its runs.
- ``takeaway.py`` times slides and handout against one picture, and sees what memory stays.
- ``rows.py`` holds one line of the table.
"""
