"""The handout is opened again: two pages with all they should say, vector figures, fonts, and a page that needs no host."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from present import handout, talk
from tests.present.takeaways import HOSTILE, choice, drawn_once, hostile, made_of

A4 = (595.3, 841.9)


def bare(text):
    """A text without blanks, for lines are broken anywhere; in an address, a blank without width says where."""
    return re.sub(r"[\s\u200b]", "", text)


def leaves(content):
    """Every text of the content, but the keys of figures and what is said to those who do not see them."""
    if isinstance(content, dict):
        return [text for key, value in content.items() if key not in ("key", "described") for text in leaves(value)]
    if isinstance(content, list):
        return [text for value in content for text in leaves(value)]
    return [content] if isinstance(content, str) else []


def read(made):
    """The PDF of a talk."""
    with drawn_once():
        return PdfReader(BytesIO(handout.pdf(made)))


def check_pages(reader):
    """Two A4 pages, and every word that is not within a figure inside them."""
    assert len(reader.pages) == 2
    for page in reader.pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(A4, abs=0.5)
        places = []

        def visit(text, matrix, inner, font, size, places=places):
            if text.strip() and "Libertinus" in str((font or {}).get("/BaseFont")):
                places.append((inner[4] * matrix[0] + matrix[4], inner[5] * matrix[3] + matrix[5]))

        page.extract_text(visitor_text=visit)
        assert places
        assert all(0 <= across <= A4[0] and 0 <= up <= A4[1] for across, up in places)


def resources(found, parts):
    """Every form, picture and font below the resources of a page."""
    for kind in ["/Font", "/XObject"]:
        for part in (found.get(kind) or {}).values():
            if id(part := part.get_object()) not in parts:
                parts[id(part)] = part
                if "/Resources" in part:
                    resources(part["/Resources"].get_object(), parts)
    return parts.values()


def test_both_forms_say_everything(made):
    printed = bare("".join(page.extract_text() for page in made.pdf.pages))
    on_screen = bare(unescape(re.sub(r"<[^>]*>", "", made.page)))
    for text in leaves(made.content):
        assert bare(text) in printed, text
        assert bare(text) in on_screen, text
    assert len(made.content["questions"]) == len(made.talk.steps)
    assert all(text[0].isupper() for text in made.content["questions"])
    assert len(made.content["references"]) > 5


def table(chosen):
    return handout.content(made_of([], chosen))["table"]


def test_the_table_is_the_filtered_one_with_its_verdicts():
    assert len(table(choice())["rows"]) == 20
    filtered = table(choice("pediatric, systemic"))
    verdicts = {row[0].split(" ")[0]: row[-1] for row in filtered["rows"]}
    assert set(verdicts) == {"Carter", "Pitt", "Lemal"}
    assert verdicts["Pitt"] == "certain"
    assert verdicts["Lemal"].startswith("possible: age 17–93")
    assert filtered["left_out"] == "Rows left out: 17 excluded."
    certain = table(choice("pediatric, systemic", possible=False))
    assert "Lemal" not in str(certain["rows"])
    assert "1 possible" in certain["left_out"]


def test_the_pdf_has_two_pages_vector_figures_and_all_its_fonts(made):
    check_pages(made.pdf)
    found = [part for page in made.pdf.pages for part in resources(page["/Resources"].get_object(), {})]
    assert not [part for part in found if part.get("/Subtype") == "/Image"], "a figure is a picture of pixels"
    fonts = [part for part in found if part.get("/Type") == "/Font"]
    descriptors = [font.get("/DescendantFonts", [font])[0].get_object()["/FontDescriptor"] for font in fonts]
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(part.get_object()) for part in descriptors)
    assert all(name in str(fonts) for name in ["LibertinusSerif", "LiberationSans"])
    drawn = bare(made.pdf.pages[0].extract_text())
    for label in ["Lemal2019", "Tryptase(ng/ml)", "AFIRMMactivityscore"]:
        assert label in drawn, "the letters of the figures are letters"
    assert made.pdf.metadata.title == made.content["title"]


# The talk of all steps is under test above.
@pytest.mark.parametrize("keys", [[], ["bottom-line", "biomarkers", "ages"]])
def test_any_choice_of_steps_takes_two_pages(keys):
    check_pages(read(made_of(talk.steps(keys, choice()))))


@settings(max_examples=4)
@given(st.integers(0, 12), st.integers(1, 4))
def test_any_length_of_text_takes_two_pages(count, repeats):
    check_pages(read(made_of([hostile(repeats)] * count, choice("pediatric, systemic"), sentence=HOSTILE)))


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
    text = made.page
    page = Page(text)
    assert not set(page.tags) & {"script", "link", "img", "iframe", "object", "embed", "base"}
    assert all(address.startswith("#") for address in page.loads)
    assert not re.search(r"@import|url\((?!#)", text)
    assert page.tags["svg"] == sum(len(step["figures"]) for step in made.content["steps"])
    assert max(page.names.values(), default=1) == 1
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(page.names)


def test_figures_stand_in_order_and_no_word_in_them_is_small(made):
    content = made.content
    order = [place for row in content["rows"] for place in row]
    assert order == [place for place, step in enumerate(content["steps"]) if step["figures"]]
    assert [step["key"] for step in content["steps"]] == [step.key for step in made.talk.steps if step.key != "title"]
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', made.page)]
    assert len(sizes) > 100
    # Of a figure of 500 pixels, two of which fill the width of the page.
    assert min(sizes) >= 10


def test_hostile_texts_stay_texts_in_both_forms():
    made = made_of([hostile()], choice("pediatric, systemic"), sentence=HOSTILE)
    page = handout.html(made).decode()
    assert "script" not in Page(page).tags
    assert bare(HOSTILE) in bare(unescape(page))
    assert bare(HOSTILE) in bare("".join(page.extract_text() for page in read(made).pages))


def test_the_same_handout_twice_is_the_same_file():
    made = made_of(talk.steps(["directions"], choice()))
    assert handout.pdf(made) == handout.pdf(made)
