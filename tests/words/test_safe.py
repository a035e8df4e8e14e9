"""Text of somebody else is shown as it stands, wherever it goes: never as Markdown, a formula or a second line."""

import csv
import io
import re

import pandas as pd
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from appraisal import words as appraisal_words
from widgets import download
from words import safe

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# Pieces of which hostile texts are made, between any other characters.
PIECES = [
    "\n\n", "\r", "\u2028", "\t", "    ", "`", "``", "![x](//e.co/x)", "[x](javascript:alert(1))", "<img src=x>", "<https://e.co>", "https://e.co", "www.e.co",
    "a@e.co", "# ", "> ", "- ", "+ ", "1. ", "1) ", "---", "===", "|a|b|\n|-|-|\n", "~~x~~", "**x**", "__x__", ":red[x]", ":material/home:", ":smile:", "$x$", "&lt;",
    "[^1]", "\\", "\u202e", "{", "=1+1", "@SUM(A1)", "-2+3", "\x00",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=6).map("".join)
# What the browser makes of a text after Markdown was read: coloured text, icons, emoji, links.
LATER = re.compile(r":[\w+/-]+:|:[a-z]+\[|https?://|www\.|[-.\w+]+@[-\w]+\.", re.ASCII | re.IGNORECASE)


def tokens(text):
    [start, inline, end] = MARKDOWN.parse(text)
    assert (start.type, end.type) == ("paragraph_open", "paragraph_close")
    return inline.children


@given(hostile)
@example("\n\n![x](//e.co/x)\n\n")
def test_code_is_one_span(text):
    [span] = tokens(f"The link names {safe.code(text)}, which")[1:-1]
    assert span.type == "code_inline"
    assert len(span.content) <= safe.LONGEST


@given(hostile.filter(lambda text: safe.line(text)))
@example("1. a")
@example("10:30 :100: 5:a")
def test_markdown_shows_a_text_as_it_is(text):
    found = tokens(safe.markdown(text))
    assert {token.type for token in found} <= {"text", "text_special"}
    shown = "".join(token.content for token in found)
    assert shown.replace("\u200b", "") == safe.line(text)
    assert not LATER.search(shown), shown
    assert [token.type for token in tokens(f"**{safe.markdown('a' + text + 'a')}**")][1] == "strong_open"


@given(hostile)
@example("\r=1+1")
def test_a_cell_of_a_file_is_no_formula_and_loses_nothing(text):
    rows = pd.DataFrame({"text": [text], "number": [-1.5]})
    [_, [cell, number]] = csv.reader(io.StringIO(download.text(rows).decode(), newline=""))
    assert number == "-1.5"
    assert cell.removeprefix("'") == re.sub("\r\n?", "\n", text).removeprefix("'")
    assert not re.match(r"[=+\-@\t\r\n].*[a-z(]", cell, re.DOTALL)


def test_numbers_and_printed_signs_stay_as_they_are():
    for text in ["-1", "-1,000.5", "+10 %", "=", "=/↓", "-", "–", "↑", "na", ""]:
        assert safe.cell(text) == text
    assert safe.cell("=HYPERLINK(A1)") == "'=HYPERLINK(A1)"


@given(hostile)
def test_a_file_name_is_plain(text):
    assert re.fullmatch(r"appraisal-[a-z0-9-]+\.json", appraisal_words.file_name(text))
