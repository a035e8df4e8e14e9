"""Hands a file that the page has just made to the browser, which saves it at once.

``st.download_button`` cannot hold a comment still being typed. Such a comment leaves the browser when its field loses the
focus, by the very click on the button. Bytes made before the click lack it. A callable as ``data`` runs beside the page, in a
thread that may be faster than the comment; and the run that the comment starts draws the button anew, so that Streamlit has
often forgotten the callable when the click asks for it ("Deferred file not found"; measured in a third of such clicks).
The run of an ordinary button begins when every value has arrived. So the page makes the file there and lets the browser
save it.
"""

from base64 import b64encode
from html import escape

import streamlit as st

# Always the same text, so that a browser can be told to run it and no other.
SCRIPT = """
for (const { dataset } of document.querySelectorAll("[data-content]")) {
  const href = `data:application/json;base64,${dataset.content}`;
  Object.assign(document.createElement("a"), { href, download: dataset.name }).click();
  delete dataset.content;
}
"""


def hand_over(file_name: str, content: bytes) -> None:
    """Let the browser save a JSON file; call it only in the run of the click, because every run that draws it saves it.

    Args:
        file_name: the name that the file gets.
        content: the file, JSON in UTF-8.
    """
    st.html(script(file_name, content), width="content", unsafe_allow_javascript=True)


def script(file_name: str, content: bytes) -> str:
    """Give the HTML that saves a file. Its content stands there in Base64, so that nothing a reader wrote can become code."""
    return f'<i data-name="{escape(file_name)}" data-content="{b64encode(content).decode()}"></i><script>{SCRIPT}</script>'
