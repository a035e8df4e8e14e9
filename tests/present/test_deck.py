"""The slides are opened again: steps, filters, figures, tables, notes and sources are there, and nothing overflows."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFont
from pptx import Presentation
from pptx.util import Emu, Inches, Pt

import filters
import queries
from present import deck, talk
from tests.present.takeaways import ADDRESS, HOSTILE, MADE, choice, hostile, made_of, opened, texts
from words import references


def wrapped(text, size, width, bold):
    """How many lines a text takes in a real typeface of Arial's kind, a little wider where it is bold."""
    font, used, count = ImageFont.load_default(100), 0.0, 1
    for word in text.split(" "):
        taken = font.getlength(word + " ") * size / 100 * (1.08 if bold else 1)
        if used and used + taken > width:
            used, count = 0.0, count + 1
        used += taken
        # What cannot be broken between words breaks inside, as an address does.
        count += int(used // (width * 1.001))
        used %= width * 1.001
    return count


def needed(frame, width):
    """The height in points that the text of a frame takes at its width in points."""
    total = 0.0
    for paragraph in frame.paragraphs:
        run = paragraph.runs[0]
        size = run.font.size.pt
        total += wrapped("".join(part.text for part in paragraph.runs), size, width, run.font.bold) * size * 1.15
    return total


def test_each_step_is_a_slide_with_its_title_notes_filters_and_source(made):
    steps, sentence, slides = made.talk.steps, made.talk.sentence, made.slides
    assert [slide.shapes.title.text for slide in slides] == [*(step.title for step in steps), "Sources and licence"]
    for step, slide in zip(steps, slides, strict=False):
        assert slide.notes_slide.notes_text_frame.text == step.notes
        everything = "\n".join(texts(slide))
        # No word of filters where none is set.
        asked = bool(filters.active(made.talk.choice))
        assert (sentence in everything) == (asked and step.filtered)
        assert (deck.NO_FILTER in everything) == (asked and not step.filtered)
        for text in [
            step.caption,
            *step.lines,
            "10.1186/s13052-022-01402-7",
            "CC BY 4.0",
            queries.built_in().version,
            "3 May 2026",
        ]:
            assert text in everything, (step.key, text)
        links = [run.hyperlink.address for shape in slide.shapes if shape.has_text_frame for run in runs(shape)]
        assert ADDRESS in links


def runs(shape):
    return [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]


def test_a_figure_is_a_crisp_picture_that_is_described_and_not_distorted(made):
    for step, slide in zip(made.talk.steps, made.slides, strict=False):
        pictures = [shape for shape in slide.shapes if hasattr(shape, "image")]
        assert len(pictures) == len(step.exhibits)
        for picture, exhibit in zip(pictures, step.exhibits, strict=True):
            wide, high = Image.open(BytesIO(picture.image.blob)).size
            assert wide >= 1900 * picture.width / Inches(deck.WIDTH)
            assert wide / high == pytest.approx(picture.width / picture.height, rel=0.01)
            title = step.title if len(pictures) == 1 else exhibit.title
            assert picture.element.nvPicPr.cNvPr.get("descr").startswith(title)
        if pictures:
            assert pictures[-1].left + pictures[-1].width == pytest.approx(Inches(deck.LEFT + deck.WIDTH), rel=0.001)


def test_a_table_is_a_native_table(made):
    for step, slide in zip(made.talk.steps, made.slides, strict=False):
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        assert len(tables) == (step.table is not None)
        for table in tables:
            cells = [[cell.text for cell in row.cells] for row in table.rows]
            assert cells == [list(step.table.columns), *step.table.astype(str).to_numpy().tolist()]


def test_the_last_slide_holds_every_verified_reference(made):
    everything = "\n".join(texts(made.slides[-1]))
    for entry in references.entries(choice()):
        assert references.line(entry) in everything
    assert ADDRESS in everything


def check_places(slides):
    for slide in slides:
        boxes = []
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.Inches(deck.WIDE)
            assert shape.top + shape.height <= deck.Inches(deck.HIGH)
            if shape.has_text_frame:
                assert needed(shape.text_frame, Emu(shape.width).pt) <= Emu(shape.height).pt, shape.text_frame.text[:80]
            if shape.has_table:
                widths = [Emu(column.width).pt - 14.4 for column in shape.table.columns]
                for row in shape.table.rows:
                    high = max(needed(cell.text_frame, width) for cell, width in zip(row.cells, widths, strict=True))
                    assert high + Pt(6).pt <= Emu(row.height).pt + 1
            boxes.append((shape.left, shape.top, shape.left + shape.width, shape.top + shape.height, shape.name))
        for number, box in enumerate(boxes):
            for other in boxes[number + 1 :]:
                apart = box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]
                assert apart, (box[4], other[4])


def test_nothing_overflows_or_overlaps(made):
    check_places(made.slides)


def test_hostile_and_long_texts_stay_texts_and_fit():
    step = hostile(repeats=2)
    slides = opened(deck.deck(made_of([step], choice("pediatric, systemic"), sentence=HOSTILE)))
    assert slides[0].shapes.title.text == step.title
    assert HOSTILE.strip() in "\n".join(texts(slides[0]))
    check_places(slides)


def test_the_file_says_whose_it_is_and_progress_only_grows():
    progress = []
    content = deck.deck(made_of([hostile()], address=""), lambda share, text: progress.append((share, text)))
    about = Presentation(BytesIO(content)).core_properties
    assert (about.author, about.last_modified_by, about.created.date()) == ("MastoScope", "MastoScope", MADE)
    assert [text for _, text in progress] == ["Question", "Sources"]
    assert [share for share, _ in progress] == sorted(share for share, _ in progress)
    assert all(0 <= share <= 1 for share, _ in progress)
    assert "Open this view" not in "".join(texts(opened(content)[0]))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the children of a process are read from /proc")
def test_work_that_is_broken_off_leaves_no_process_behind():
    def children():
        return {
            child
            for task in os.listdir("/proc/self/task")
            for child in Path(f"/proc/self/task/{task}/children").read_text().split()
        }

    def stop(share, text):
        if share:
            raise InterruptedError

    before = children()
    with pytest.raises(InterruptedError):
        deck.deck(made_of(talk.steps(["directions", "trial"], choice())), stop)
    assert children() <= before
