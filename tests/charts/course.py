"""The picture of the child's course, read back mark by mark, and how far its events may reach by the CSV files alone."""

import re
from functools import cache

import altair as alt
import vl_convert

import figures
import filters
import queries
from charts import export, story
from data.source import Choice
from tests.queries.from_files import CHILD

ALONE = Choice(queries.built_in())


def printed(row):
    """How far a row of the case may reach, in months from the first dose: the years of the first dose tie the two clocks."""
    low, high = float(row["start_low_months"]), float(row["end_high_months"] or row["start_high_months"])
    first = float(CHILD["age at first dose"]["low"]) * 12, (float(CHILD["age at first dose"]["high"]) + 1) * 12
    return (low - first[1], high - first[0]) if row.get("clock") == "birth" else (low, high)


def shown(opened=(), view="Omalizumab", event="", figure=figures.TIMELINE):
    return figures.show(figure, ALONE, view=view, open=list(opened), event=event)


@cache
def picture(opened=(), view="Omalizumab"):
    """The rows by what names them, and the marks of the tracks: kind, item, what its tooltip says, and its ends in months."""
    exhibit = shown(opened, view)
    with alt.utils.schemapi.debug_mode(False):  # valid elsewhere
        drawn = export.complete(story.story, exhibit.rows(), exhibit.options())
    scene = vl_convert.vegalite_to_scenegraph(drawn)["scenegraph"]
    tracks = scene["items"][0]["items"][1]["items"][0]
    (left, low), (right, high) = [
        (item["x"], float(item["text"].replace("first dose", "0").replace("−", "-")))
        for axis in tracks["items"] if axis.get("role") == "axis"
        for part in axis["items"][0]["items"] if part.get("role") == "axis-label"
        for item in (part["items"][0], part["items"][-1])
    ]  # fmt: skip
    marks = []
    for part in tracks["items"]:
        for item in part["items"] if part.get("role") == "mark" else []:
            said = re.search(r"Event: (.*?); Detail", item.get("description", ""))
            ends = [low + (x - left) / (right - left) * (high - low) for x in (item["x"], item.get("x2", item["x"]))]
            marks.append((part["marktype"], item, said[1] if said else "", sorted(ends)))
    labels = {row.label: row.id for row in exhibit.objects() if row.kind == "mark"}
    return labels, [(kind, item, labels.get(name), ends) for kind, item, name, ends in marks]


def placed(opened=tuple(filters.TRACKS)):
    """The stretches of months that the marks of each event cover; words and arrows beside them stand for no time."""
    found = {}
    for _, item, name, ends in picture(opened, "Whole life")[1]:
        if (
            name
            and item.get("shape") != "triangle-right"
            and item["description"].startswith("Months from the first dose")
            and "said" not in item["description"]
        ):
            found.setdefault(name, []).append(ends)
    return found


def spots(view="Omalizumab"):
    return {name: item["x"] for _, item, name, _ in picture((), view)[1] if name and item["description"].startswith("spot")}
