"""The handout is opened again: two pages with all they should say, vector figures and their fonts, and a page that needs no host."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from present import handout, names
from tests.present.takeaways import ADDRESS, ALL, HOSTILE, MADE, NONE, SETTINGS, hostile, sentence, steps

A4 = (595.3, 841.9)


@pytest.fixture(scope="module", params=SETTINGS)
def made(request):
    """What the handout should say under one filter, and both of its forms."""
    arguments = (steps(request.param), SETTINGS[request.param], sentence(request.param), ADDRESS, MADE)
    return handout.content(*arguments), PdfReader(BytesIO(handout.pdf(*arguments))), handout.html(*arguments).decode()


def bare(text):
    """A text without blanks, for lines are broken anywhere; in an address, a blank without width says where."""
    return re.sub(r"[\s\u200b]", "", text)


def leaves(said):
    """Every text of the content, but the keys of figures and what is said to those who do not see them."""
    if isinstance(said, dict):
        return [text for key, value in said.items() if key not in ("key", "described") for text in leaves(value)]
    if isinstance(said, list):
        return [text for value in said for text in leaves(value)]
    return [said] if isinstance(said, str) else []


def check_pages(reader):
    """Two A4 pages, and every word that is not within a figure inside them."""
    assert len(reader.pages) == 2
    for page in reader.pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(A4, abs=0.5)
        seen = []

        def visit(text, matrix, own, font, size, seen=seen):
            if text.strip() and "Libertinus" in str((font or {}).get("/BaseFont")):
                seen.append((own[4] * matrix[0] + matrix[4], own[5] * matrix[3] + matrix[5]))

        page.extract_text(visitor_text=visit)
        assert seen
        assert all(0 <= across <= A4[0] and 0 <= up <= A4[1] for across, up in seen)


def resources(found, seen):
    """Every form, picture and font below the resources of a page."""
    for kind in ["/Font", "/XObject"]:
        for one in (found.get(kind) or {}).values():
            if id(one := one.get_object()) not in seen:
                seen[id(one)] = one
                if "/Resources" in one:
                    resources(one["/Resources"].get_object(), seen)
    return seen.values()


def test_both_forms_say_everything(made):
    said, reader, page = made
    printed, shown = bare("".join(one.extract_text() for one in reader.pages)), bare(unescape(re.sub(r"<[^>]*>", "", page)))
    for text in leaves(said):
        assert bare(text) in printed, text
        assert bare(text) in shown, text
    assert len(said["questions"]) == len(ALL)
    assert len(said["references"]) > 5


def test_the_table_is_the_filtered_one_with_its_verdicts():
    assert len(handout.content([], NONE, "", "", MADE)["table"]["rows"]) == 20
    said = handout.content([], SETTINGS["pediatric, systemic"], "", "", MADE)["table"]
    verdicts = {row[0].split(" ")[0]: row[-1] for row in said["rows"]}
    assert set(verdicts) == {"Carter", "Pitt", "Lemal"}
    assert verdicts["Pitt"] == "certain"
    assert verdicts["Lemal"].startswith("possible: age 17–93")
    assert said["left_out"] == "Rows left out: 17 excluded."
    certain = handout.content([], {**SETTINGS["pediatric, systemic"], "possible": False}, "", "", MADE)["table"]
    assert "Lemal" not in str(certain["rows"])
    assert "1 possible" in certain["left_out"]


def test_the_pdf_has_two_pages_vector_figures_and_all_its_fonts(made):
    said, reader, _ = made
    check_pages(reader)
    found = [one for page in reader.pages for one in resources(page["/Resources"].get_object(), {})]
    assert not [one for one in found if one.get("/Subtype") == "/Image"], "a figure is a picture of pixels"
    fonts = [one for one in found if one.get("/Type") == "/Font"]
    descriptors = [font.get("/DescendantFonts", [font])[0].get_object()["/FontDescriptor"] for font in fonts]
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(one.get_object()) for one in descriptors)
    assert {name for name in ["LibertinusSerif", "LiberationSans"] if name in str(fonts)} == {
        "LibertinusSerif",
        "LiberationSans",
    }
    drawn = bare(reader.pages[0].extract_text())
    for label in ["Lemal2019", "Symptomscore(pointsof10)", "Monthsfromthefirstdose"]:
        assert label in drawn, "the letters of the figures are letters"
    assert reader.metadata.title == said["title"]


@pytest.mark.parametrize(
    "keys", [[], ["response"], ["bottom-line", "biomarkers"], ["ages", "trial", "directions"], names.USUAL]
)
def test_any_choice_of_steps_takes_two_pages(keys):
    check_pages(PdfReader(BytesIO(handout.pdf(steps("no filter", keys), NONE, "", ADDRESS, MADE))))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 12), st.integers(1, 4))
def test_any_length_of_text_takes_two_pages(count, repeats):
    check_pages(PdfReader(BytesIO(handout.pdf([hostile(repeats)] * count, NONE, HOSTILE, ADDRESS, MADE))))


class Page(HTMLParser):
    """The tags, names and links of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.names, self.loads = Counter(), Counter(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        for name, value in attrs:
            if name == "id":
                self.names[value] += 1
            if name in ("src", "srcset", "data", "background", "poster") or (name.endswith("href") and tag != "a"):
                self.loads.append(value)


def test_the_page_loads_nothing_runs_nothing_and_its_figures_keep_their_names_apart(made):
    said, _, text = made
    page = Page(text)
    assert not set(page.tags) & {"script", "link", "img", "iframe", "object", "embed", "base"}
    assert all(one.startswith("#") for one in page.loads)
    assert not re.search(r"@import|url\((?!#)", text)
    assert page.tags["svg"] == sum(bool(step["described"]) for step in said["steps"])
    assert page.names, "the timeline cuts its marks at its frame"
    assert max(page.names.values()) == 1
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(page.names)


def test_hostile_texts_stay_texts_in_both_forms():
    arguments = ([hostile()], NONE, HOSTILE, ADDRESS, MADE)
    page = handout.html(*arguments).decode()
    assert "script" not in Page(page).tags
    assert bare(HOSTILE) in bare(unescape(page))
    printed = bare("".join(one.extract_text() for one in PdfReader(BytesIO(handout.pdf(*arguments))).pages))
    assert bare(HOSTILE) in printed


def test_the_same_handout_twice_is_the_same_file():
    arguments = (steps("no filter", ["response", "bottom-line"]), NONE, "", "", MADE)
    assert handout.html(*arguments) == handout.html(*arguments)
    assert handout.pdf(*arguments) == handout.pdf(*arguments)
