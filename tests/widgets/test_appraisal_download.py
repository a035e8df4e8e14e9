"""The script that saves a file carries it whole, and nothing in it can become code."""

import re
from base64 import b64decode

from widgets import appraisal_download

HOSTILE = '{"comment": "</script><script>alert(1)</script> \u2028 ü"}\n'.encode()


def test_the_file_is_whole_and_the_script_is_always_the_same():
    script = appraisal_download.script('anna".json', HOSTILE)
    assert re.findall(r"</?script>", script) == ["<script>", "</script>"]
    assert f"<script>{appraisal_download.SCRIPT}</script>" in script
    name, content = re.search(r'<i data-name="([^"]*)" data-content="([^"]*)">', script).groups()
    assert name == "anna&quot;.json"
    assert b64decode(content, validate=True) == HOSTILE
