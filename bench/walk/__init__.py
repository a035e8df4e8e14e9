"""What stands on the pages of two revisions: ``python -m bench.walk BEFORE AFTER`` compares two checkouts.

Both are served by the same interpreter, every page of both is opened under the same settings over a web socket, as a browser
does it, and all texts and the rows of all figures and tables are compared. It prints a line per page and ends with 1 if
any number differs. It says nothing of how a figure is drawn from its rows.

- ``settings.py`` lists pages and settings.
- ``seen.py`` reads what stands on a page from the messages of its server.
- ``texts.py``, ``tables.py`` and ``statements.py`` compare two pages; ``tally.py`` keeps count.
"""
