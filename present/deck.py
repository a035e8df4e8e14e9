"""The talk as a PowerPoint file: one slide a step, editable text, native tables, figures as pictures, notes, sources."""

import textwrap
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches, Pt

import filters
from charts import renderer
from figures import Exhibit
from present import pictures
from present.talk import Step, Talk
from words import references

Advance = Callable[[float, str], Any]

# Inches on a slide of 16 to 9.
WIDE, HIGH = 13.333, 7.5
LEFT, WIDTH = 0.6, 12.13
TITLE_TOP, TITLE_HEIGHT = 0.3, 1.05
BODY_TOP, BODY_HEIGHT = 1.5, 4.7
CAPTION_TOP, CAPTION_HEIGHT = 6.25, 0.5
FOOT_TOP, FOOT_HEIGHT = 6.9, 0.4
# Several figures stand side by side, so far apart, each below its title.
GAP, NAME_HEIGHT = 0.45, 0.65
# Pixels of a slide from side to side where figures fill it, crisp on a projector of 1920; pixels of a drawing for an inch.
PIXELS, INCH = 2000, 100
# The least type within a figure in points, as large as that of the captions; two less where a figure is higher than this
# on a page, in pixels, because its lines are many.
LETTERS, MANY = 14, 360
INK, QUIET = RGBColor(0x1F, 0x24, 0x2B), RGBColor(0x55, 0x5B, 0x64)  # type: ignore[no-untyped-call]
HEAD, BAND = RGBColor(0xD5, 0xE2, 0xEE), RGBColor(0xF3, 0xF6, 0xF9)  # type: ignore[no-untyped-call]
PAPER = RGBColor(0xFF, 0xFF, 0xFF)  # type: ignore[no-untyped-call]
# Widths of letters in Arial vary; text set by this share of its size never needs more room than planned.
LETTER, BOLD_LETTER = 0.53, 0.58
LEADING = 1.2
NO_FILTER = "The filters do not apply here: this is about the child or the whole paper."


def lines(text: str, size: float, width: float, letter: float = LETTER) -> int:
    """Give how many lines a text takes at most.

    Args:
        size: of its letters in points; width: of its place in inches.
        letter: the mean width of a letter as a share of its size.
    """
    return sum(len(textwrap.wrap(part, max(1, int(width * 72 / (size * letter))))) or 1 for part in text.split("\n"))


def fitting(texts: list[str], sizes: range, width: float, height: float, letter: float = LETTER) -> int:
    """Give the first of some letter sizes at which texts, one below the other, fit a place in inches; the last if none does."""
    for size in sizes:
        if sum(lines(text, size, width, letter) for text in texts) * size * LEADING <= height * 72:
            return size
    return sizes[-1]


def deck(talk: Talk, advance: Advance = lambda share, text: None) -> bytes:
    """Give a talk as a PowerPoint file, with a last slide of sources.

    Args:
        advance: is called with the share done and the name of each step before its slide is made.
    """
    show, steps = _empty(talk), talk.steps
    with renderer.apart() as convert:
        for number, step in enumerate(steps):
            advance(number / (len(steps) + 1), step.name)
            slide = _slide(show, step.title)
            _body(slide, step, talk, convert)
            slide.notes_slide.notes_text_frame.text = step.notes
            _foot(slide, step, talk)
    advance(len(steps) / (len(steps) + 1), "Sources")
    _sources(show, talk)
    file = BytesIO()
    show.save(file)
    return file.getvalue()


def _empty(talk: Talk) -> Any:
    show = Presentation()
    stretch = Inches(WIDE) / show.slide_width
    for place in [show.slide_master, *show.slide_layouts]:
        for shape in place.placeholders:
            box = round(shape.left * stretch), shape.top, round(shape.width * stretch), shape.height
            shape.left, shape.top, shape.width, shape.height = box
    show.slide_width, show.slide_height = Inches(WIDE), Inches(HIGH)
    # Arial is at hand, or has a twin of the same widths, wherever slides are shown; the template's Calibri is not.
    theme = show.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', b'typeface="Arial"')
    about = show.core_properties
    about.title, about.subject = "Omalizumab in mastocytosis: a journal-club talk", talk.choice.source.citation
    about.author = about.last_modified_by = "MastoScope"
    about.created = about.modified = datetime(talk.made.year, talk.made.month, talk.made.day)
    about.keywords, about.comments = "", references.imprint(talk.choice.source, talk.made)
    return show


def _slide(show: Any, title: str) -> Any:
    slide = show.slides.add_slide(show.slide_layouts.get_by_name("Title Only"))
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = Inches(LEFT), Inches(TITLE_TOP), Inches(WIDTH), Inches(TITLE_HEIGHT)
    frame = shape.text_frame
    _plain(frame, MSO_ANCHOR.MIDDLE)
    _write(frame.paragraphs[0], title, fitting([title], range(30, 13, -1), WIDTH, TITLE_HEIGHT, BOLD_LETTER), bold=True)
    return slide


def _body(slide: Any, step: Step, talk: Talk, convert: renderer.Convert) -> None:
    if step.table is not None:
        _table(slide, step)
    if step.lines:
        _opening(slide, step, talk)
    count = len(step.exhibits)
    width = (WIDTH - GAP * (count - 1)) / count if count else 0
    names = [fitting([exhibit.title], range(16, 9, -1), width, NAME_HEIGHT, BOLD_LETTER) for exhibit in step.exhibits]
    for number, exhibit in enumerate(step.exhibits):
        left, top, size = LEFT + number * (width + GAP), BODY_TOP, min(names)
        if count > 1:
            frame = _box(slide, "What is seen", left, top, width, NAME_HEIGHT)
            _write(frame.paragraphs[0], exhibit.title, size, bold=True)
            top += NAME_HEIGHT
        _figure(slide, exhibit, step if count == 1 else None, (left, top, width, BODY_TOP + BODY_HEIGHT - top), convert)
    if step.caption:
        _caption(slide, step)


def _figure(
    slide: Any, exhibit: Exhibit, step: Step | None, place: tuple[float, float, float, float], convert: renderer.Convert
) -> None:
    left, top, width, height = place
    size = width * INCH, height * INCH
    letters = (LETTERS if exhibit.height() < MANY else LETTERS - 2) * INCH / 72
    png = pictures.picture("png", exhibit, size, letters, convert, PIXELS / (WIDTH * INCH))
    picture = slide.shapes.add_picture(BytesIO(png), Inches(left), Inches(top), Inches(width), Inches(height))
    picture.name = f"Figure: {step.name if step else exhibit.title}"
    picture.element.nvPicPr.cNvPr.set("descr", pictures.described(exhibit, step.title if step else exhibit.title))


def _opening(slide: Any, step: Step, talk: Talk) -> None:
    title = slide.shapes.title
    title.top, title.height = Inches(0.9), Inches(1.7)
    title.text_frame.paragraphs[0].runs[0].font.size = Pt(fitting([step.title], range(44, 13, -1), WIDTH, 1.7, BOLD_LETTER))
    frame = _box(slide, "About this talk", LEFT, 2.9, WIDTH, 3.7)
    texts = [*step.lines, references.day(talk.made)]
    size = fitting([text for line in texts for text in (line, "")], range(24, 9, -1), WIDTH, 3.7)
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _write(paragraph, text, size)
        paragraph.space_after = Pt(size * 0.8)


def _table(slide: Any, step: Step) -> None:
    assert step.table is not None
    cells = [list(step.table.columns), *step.table.astype(str).to_numpy().tolist()]
    columns = len(cells[0])
    longest = [max(max(len(row[column]) for row in cells), 8) for column in range(columns)]
    widths = [WIDTH * min(length, 90) / sum(min(other, 90) for other in longest) for length in longest]
    size = next((size for size in range(26, 8, -1) if sum(_row_heights(cells, widths, size)) <= BODY_HEIGHT), 8)
    heights = _row_heights(cells, widths, size)
    frame = slide.shapes.add_table(len(cells), columns, Inches(LEFT), Inches(BODY_TOP), Inches(WIDTH), Inches(sum(heights)))
    frame.name = f"Table: {step.name}"
    frame.element.nvGraphicFramePr.cNvPr.set("descr", step.title)
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = Inches(width)
    for number, (row, texts, height) in enumerate(zip(frame.table.rows, cells, heights, strict=True)):
        row.height = Inches(height)
        for cell, text in zip(row.cells, texts, strict=True):
            cell.fill.solid()
            cell.fill.fore_color.rgb = HEAD if number == 0 else (PAPER, BAND)[number % 2]
            cell.margin_top = cell.margin_bottom = Pt(3)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            _write(cell.text_frame.paragraphs[0], text, size, bold=number == 0)


def _row_heights(cells: list[list[str]], widths: list[float], size: int) -> list[float]:
    """Give the height of each row of a table in inches, with the margins of its cells."""
    return [
        (max(lines(text, size, width - 0.2, BOLD_LETTER) for text, width in zip(row, widths, strict=True)) * size * LEADING + 7)
        / 72
        for row in cells
    ]


def _caption(slide: Any, step: Step) -> None:
    frame = _box(slide, "How to read it", LEFT, CAPTION_TOP, WIDTH, CAPTION_HEIGHT)
    size = fitting([step.caption], range(LETTERS + 2, 9, -1), WIDTH, CAPTION_HEIGHT)
    _write(frame.paragraphs[0], step.caption, size, QUIET)


def _foot(slide: Any, step: Step, talk: Talk) -> None:
    """Say where the numbers are from, and under which filters where some are set."""
    texts = []
    if filters.active(talk.choice):
        texts.append(f"Filters: {talk.sentence}" if step.filtered else NO_FILTER)
    imprint = " ".join(references.imprint(source, talk.made) for source in step.sources or (talk.choice.source,))
    size = fitting([*texts, imprint + " Open this view"], range(10, 6, -1), WIDTH, FOOT_HEIGHT)
    frame = _box(slide, "Filters, source and licence" if texts else "Source and licence", LEFT, FOOT_TOP, WIDTH, FOOT_HEIGHT)
    for text in texts:
        _write(frame.paragraphs[0], text, size, QUIET)
    line = frame.add_paragraph() if texts else frame.paragraphs[0]
    _write(line, imprint, size, QUIET)
    if talk.address:
        link = _write(line, " Open this view", size, QUIET)
        link.hyperlink.address = talk.address


def _sources(show: Any, talk: Talk) -> None:
    slide = _slide(show, "Sources and licence")
    texts = [
        *talk.references(),
        "Citation fields that were not verified are left out. MastoScope is for research and discussion and gives no medical "
        "advice.",
        references.imprint(talk.choice.source, talk.made),
        *([f"This view: {talk.address}"] if talk.address else []),
    ]
    # An address has no blanks to break at, so its last line may be long and another one short.
    height = FOOT_TOP - BODY_TOP
    size = fitting([*texts, "", ""], range(16, 5, -1), WIDTH, height, LETTER * 0.9)
    frame = _box(slide, "References", LEFT, BODY_TOP, WIDTH, height)
    for number, text in enumerate(texts):
        _write(frame.paragraphs[0] if number == 0 else frame.add_paragraph(), text, size)


def _box(slide: Any, name: str, left: float, top: float, width: float, height: float) -> Any:
    shape = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    shape.name = name
    _plain(shape.text_frame, MSO_ANCHOR.TOP)
    return shape.text_frame


def _plain(frame: Any, anchor: MSO_ANCHOR) -> None:
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)


def _write(paragraph: Any, text: str, size: float, colour: RGBColor = INK, bold: bool = False) -> Any:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour
    paragraph.alignment = PP_ALIGN.LEFT
    return run
