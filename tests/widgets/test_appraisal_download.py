"""The script that saves a file carries it whole, and nothing in it can become code."""

import json
import re
from base64 import b64decode

from widgets import appraisal_download

HOSTILE = '{"comment": "</script><script>alert(1)</script> \u2028 ü"}\n'.encode()


def test_the_file_is_whole_and_cannot_become_code():
    script = appraisal_download.script("appraisal-anna.json", HOSTILE)
    assert re.findall(r"</?script>", script) == ["<script>", "</script>"]
    link = json.loads(re.search(r"\{.*\}", script)[0])
    assert link["download"] == "appraisal-anna.json"
    assert b64decode(link["href"].removeprefix("data:application/json;base64,"), validate=True) == HOSTILE
    assert "alert" not in script
