"""Keeps what is not saved yet in the reader's own tab, and brings it back where the server no longer knows of it.

A session lives in a server's memory, and goes with a reload or a server that ends. So every run of the form leaves its answers,
as the file they would be saved as, in the storage of the tab (``sessionStorage``: another tab, another reader and the
server's disk never see it). A session that has no answers yet gets them back the way any file comes in: through the box for
files, where they are read as strictly.
"""

from base64 import b64encode

import streamlit as st

from appraisal import NAMELESS, Appraisal, file, is_empty

# What the file is called on its way back.
NAME = "unsaved-answers.json"
# Session state: whether this session ever held an answer; what it cleared since must not come back.
HELD = "appraisal-held"

# Always the same text, so that a browser can be told to run it and no other.
SCRIPT = """
for (const mark of document.querySelectorAll("[data-draft]")) {
  const key = "mastoscope-draft", { draft, held, name } = mark.dataset;
  delete mark.dataset.draft;
  const kept = sessionStorage.getItem(key);
  if (draft) sessionStorage.setItem(key, draft);
  else if (held) sessionStorage.removeItem(key);
  else if (kept) {
    const content = Uint8Array.from(atob(kept), (character) => character.charCodeAt(0));
    const drop = (tries) => {
      const box = document.querySelector("[data-testid=stFileUploader] input[type=file]");
      if (!box && tries) return setTimeout(drop, 100, tries - 1);
      const files = new DataTransfer();
      files.items.add(new File([content], name, { type: "application/json" }));
      box.files = files.files;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    };
    drop(100);
  }
}
"""


def keep(appraisal: Appraisal, saved: bool) -> None:
    """Leave an appraisal in the reader's tab, unless it is saved; call it in every run, below the box for files."""
    if not is_empty(appraisal):
        st.session_state[HELD] = True
    draft = b"" if saved or is_empty(appraisal) else file.write(appraisal._replace(rater=appraisal.rater or NAMELESS))
    st.html(mark(draft, HELD in st.session_state), width="content", unsafe_allow_javascript=True)


def mark(draft: bytes, held: bool) -> str:
    """Give the HTML that keeps a draft; it stands there in Base64, so that nothing a reader wrote can become code.

    Args:
        draft: the file, empty where nothing is to be kept.
        held: whether the session ever held an answer; where it did not, what the tab keeps comes back.
    """
    told = f'data-draft="{b64encode(draft).decode()}" data-held="{"yes" * held}" data-name="{NAME}"'
    return f"<i {told}></i><script>{SCRIPT}</script>"


def comes_back(name: str) -> bool:
    """Say whether a file that was dropped is what the tab kept, for a session that has no answers yet."""
    return name == NAME and HELD not in st.session_state
