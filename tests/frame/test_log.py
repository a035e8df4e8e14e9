"""The log tells of a fault in one line, and repeats nothing that a reader wrote."""

import logging

from frame import log


def test_a_fault_is_one_line_without_its_text():
    try:
        int("a reader's text\n" * 9)
    except ValueError as error:
        record = logging.LogRecord(
            "streamlit.error_util", logging.ERROR, "", 0, "Uncaught\napp", (), (ValueError, error, error.__traceback__)
        )
    logging.getLogger(record.name).setLevel(logging.INFO)
    assert log.OneLine().filter(record)
    text = logging.Formatter().format(record)
    assert text.startswith("Uncaught: ValueError in frame/test_log.py:")
    assert "reader" not in text
    assert "\n" not in text
