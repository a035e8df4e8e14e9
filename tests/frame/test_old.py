"""Addresses of old are answered with where the page stands now; everything else goes through untouched."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs

import pytest

import filters
from frame.old import Moved


def answered(path, query="", root=""):
    """The status and place of a redirect, or None where the app itself answers."""
    sent, asked = [], []

    async def app(scope, receive, send):
        asked.append(scope)

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "path": root + path, "root_path": root, "query_string": query.encode("latin-1")}
    # In a thread of its own, because a browser of another test may keep a loop in this one.
    with ThreadPoolExecutor() as threads:
        threads.submit(asyncio.run, Moved(app)(scope, None, send)).result()
    assert len(asked) + bool(sent) == 1
    return (sent[0]["status"], sent[0]["headers"][0][1].decode()) if sent else None


@pytest.mark.parametrize(("query", "new"), [
    ("axis=birth&view=Omalizumab&lanes=Medication", "view=Omalizumab&open=Steroids&open=Cetirizine&open=Ketotifen&open=Cromolyn"),
    ("data=1&age_group=All&lanes=Skin&lanes=Response", "data=1&age_group=All&open=Earlier&open=Symptoms"),
    ("axis=birth", "view=Whole+life"), ("axis=first+dose&lanes=%3Cscript%3E", ""),
])  # fmt: skip
@pytest.mark.parametrize("root", ["", "/below"])
@pytest.mark.parametrize("path", ["/", "/child"])
def test_an_old_setting_of_the_timeline_leads_to_what_shows_the_same_now(query, new, root, path):
    assert answered(path, query, root) == (307, f"child?{new}")


def test_a_setting_of_the_timeline_at_the_first_page_leads_to_it_and_at_the_timeline_stays():
    assert answered("/", "event=Relapse") == (307, "child?event=Relapse")
    assert answered("/child", "event=Relapse&open=Blood") is None


def test_the_card_of_a_study_is_the_study_that_is_lit_now():
    assert answered("/table", "card=Pitt+2010&age_group=Pediatric") == (307, "table?study=Pitt+2010&age_group=Pediatric")
    assert answered("/table", "study=Pitt+2010") is None


def test_so_it_does_below_a_base_path(monkeypatch):
    monkeypatch.setattr("frame.old.get_option", {"server.baseUrlPath": "below"}.get)
    assert answered("/below/", "axis=birth") == (307, "child?view=Whole+life")
    assert answered("/", "axis=birth") is None


def test_steps_that_are_one_now_lead_to_the_step_that_holds_them():
    query = "steps=Trial&steps=Timeline&steps=Response&steps=Ages&step=Response&age_group=Pediatric&data=1"
    status, now = answered("/present", query, "/below")
    path, _, asked = now.partition("?")
    assert (status, path) == (307, "present")
    assert parse_qs(asked) == {
        "steps": ["Trial", "The child", "Ages"], "step": ["The child"], "age_group": ["Pediatric"], "data": ["1"],
    }  # fmt: skip
    assert answered("/speaker-notes", "step=timeline") == (307, "speaker-notes?step=The+child")
    assert answered("/present", asked) is None
    assert set(filters.FORMER_STEPS.values()) <= set(filters.STEPS.values())
    assert not set(filters.FORMER_STEPS) & set(filters.STEPS.values())


@pytest.mark.parametrize(
    ("path", "query"),
    [("/", ""), ("/", "data=1&age_group=Pediatric"), ("/", "\xff=1"), ("/cohort", "axis=birth"), ("/present", "step=Trial")],
)
def test_every_other_address_is_left_alone(path, query):
    assert answered(path, query) is None
