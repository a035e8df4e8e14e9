"""What the tests of slides and handout share: the talk under two filters, drawn once, and a step that tries to break out."""

import json
from contextlib import contextmanager
from datetime import date
from functools import cache, cached_property
from io import BytesIO

import pandas as pd
import pytest
from pptx import Presentation
from pypdf import PdfReader

import filters
import queries
from charts import renderer
from present import deck, handout, talk
from words import counts

MADE = date(2026, 5, 3)
ADDRESS = "http://127.0.0.1:8501/present?age_group=Pediatric&disease=Systemic&data=0"
FILTERS = {"no filter": {}, "pediatric, systemic": {"age_group": "pediatric", "disease": "systemic"}}
ALL = list(filters.STEPS)
HOSTILE = '<script>alert("&amp;")</script> #panic("x") $ \\ *_`@ref` {{ steps }} https://example.org '
# Every picture by what it was drawn from.
PICTURES: dict[str, bytes] = {}


def choice(setting="no filter", **values):
    """Give one filter on the built-in source, with some values set anew."""
    return filters.choice(queries.built_in(), {**FILTERS[setting], **values})


def made_of(steps, chosen=None, sentence="", address=ADDRESS):
    """Give a talk of some steps."""
    return talk.Talk(steps, chosen or choice(), sentence, address, MADE)


@contextmanager
def drawn_once():
    """Keep every picture: slides, PDF and web page measure the same figures, and some figures no filter changes."""
    real = renderer.apart

    @contextmanager
    def kept():
        with real() as convert:

            def convert_once(*job):
                key = json.dumps(job)
                if key not in PICTURES:
                    PICTURES[key] = convert(*job)
                return PICTURES[key]

            yield convert_once

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(renderer, "apart", kept)
        yield


class Files:
    """A talk and its three files, each made when it is first asked for."""

    def __init__(self, made):
        self.talk = made

    @cached_property
    def slides(self):
        with drawn_once():
            return list(Presentation(BytesIO(deck.deck(self.talk))).slides)

    @cached_property
    def pdf(self):
        with drawn_once():
            return PdfReader(BytesIO(handout.pdf(self.talk)))

    @cached_property
    def page(self):
        with drawn_once():
            return handout.html(self.talk).decode()

    @cached_property
    def content(self):
        return handout.content(self.talk)


@cache
def files(setting):
    """Give the files of the whole talk under one filter."""
    chosen = choice(setting)
    return Files(made_of(talk.steps(ALL, chosen), chosen, counts.sentence(chosen)))


def hostile(repeats=3):
    """Give a step of a table whose every text is markup of some language, and long."""
    text = HOSTILE * repeats
    table = pd.DataFrame([[text, "a"], ["b", text]], columns=["One", HOSTILE])
    return talk.Step("question", text, text, f"{text}\nAsk: {text}", table=table)


def opened(content):
    """Give the slides of a file."""
    return list(Presentation(BytesIO(content)).slides)


def texts(slide):
    """Give the texts of a slide outside its tables."""
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
