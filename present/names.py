"""What the steps of the talk are called, by the keys under which ``present.talk`` computes them."""

NAMES = {
    "question": "Question",
    "timeline": "Timeline",
    "response": "Response",
    "biomarkers": "Biomarkers",
    "literature": "Literature",
    "children": "Children and adults",
    "directions": "Directions",
    "trial": "Trial",
    "paper": "Paper check",
    "bottom-line": "Bottom line",
    "ages": "Ages",
    "responses": "Responses",
}
# What a talk of fifteen minutes holds; the rest can be chosen.
USUAL = [key for key in NAMES if key not in ("ages", "responses")]
