"""What every statement about the child, and of the news item, should come to, worked out from the CSV files."""

import re

from tests.queries.from_files import (
    CHILD,
    DRUGS,
    EVENTS,
    MEASURED,
    UNKNOWN,
    agree,
    at,
    bounds,
    doses_before,
    holds,
    numbers,
    value,
)


def expected():
    """Each statement's numbers, in the order in which its answer tells them, and its verdict."""
    gap = int(re.search(r"(\d+) weeks after", EVENTS["relapse"]["detail"])[1])
    weeks = [4, 5, gap]
    left = [round(100 * 0.5 ** (7 * week / 26)) for week in weeks]
    before, during = value("tryptase-before"), value("tryptase-during")
    printed = [value(name) for name in MEASURED if name.startswith("tryptase-") and name != "tryptase-limit"]
    limit, kit, kit_later = value("tryptase-limit"), value("kit-before"), value("kit-during")
    ige, first, then = value("ige-before"), value("ige-first"), value("ige-later")
    major, minor = (sum(name.startswith(kind) for name in EVENTS) for kind in ["major-", "minor-"])
    markers = numbers(" ".join(re.findall(r"CD25?\b", EVENTS["major-criterion"]["detail"])))
    scores = [MEASURED[f"score-{name}"]["low"] for name in ["after-3", "relapse", "20-months"]]
    amounts = [1 * 2, 1, 250 * 4, 250 * 3]
    for drug, amount in zip(["ketotifen-1", "ketotifen-2", "cromolyn-1", "cromolyn-2"], amounts, strict=True):
        dose = DRUGS[drug]["dose_printed"]
        factor = 2 if "twice" in dose else numbers(dose)[1] if len(numbers(dose)) > 1 else 1
        assert numbers(dose)[0] * factor == amount
    stop, score = bounds("steroids-stop-abstract"), doses_before("score-zero")
    relapsed = at("score-zero") < at("relapse") < at("last-report")
    body, asymptomatic, age = bounds("steroids-stop-body"), doses_before("asymptomatic"), at("referral") // 12
    return {
        "half_life": ([number for pair in zip(left, weeks, strict=True) for number in pair], UNKNOWN),
        "dose_by_weight": ([float(CHILD["dose"]["low"]), 0], UNKNOWN),
        "missed_dose": ([1, gap], UNKNOWN),
        "other_medications": (amounts, holds(amounts[1] < amounts[0] and amounts[3] < amounts[2])),
        "allele_burden": (
            [round(100 * (kit - kit_later) / kit, 1), kit, kit_later],
            agree("allele_burden", 100 * (kit - kit_later) / kit, -1),
        ),
        "ige_after_first_dose": ([first * ige, first, ige], UNKNOWN),
        "ige_later": ([then * ige, then, ige], UNKNOWN),
        "ige_baseline": ([ige, 0], UNKNOWN),
        "ige_progressive": ([first, then], holds(then >= first)),
        "tryptase_stable": (
            [round(100 * (during - before) / before, 1), before, during, value("tryptase-referral"), value("tryptase-peak")],
            UNKNOWN,
        ),
        "tryptase_high": (
            [
                sum(value > limit for value in printed),
                len(printed),
                min(printed),
                max(printed),
                limit,
                round(min(printed) / limit, 1),
                sum(value > 20 for value in printed),
                20,
            ],
            holds(min(printed) > 20 > limit),
        ),
        "tryptase_rise": ([27.5, 44, round(100 * (44 - 27.5) / 27.5)], holds(printed[:2] == [27.5, 44])),
        "who_criteria": ([major, minor, minor + bool(markers), *markers, 1], holds((major, minor) == (1, 2))),
        "age_at_referral": (
            [age, float(CHILD["age at first dose"]["low"]), float(CHILD["age at first dose"]["high"])],
            agree("age_at_referral", age),
        ),
        "steroid_end": ([*stop, *body], holds(body[0] <= stop[1])),
        "symptom_end": ([asymptomatic, score], agree("symptom_end", score)),
        "steady_remission": ([1, *bounds("relapse")], holds(not relapsed)),
        "steady_score": ([0, 3, 0, at("last-report")], UNKNOWN if "" in scores and set(scores) <= {"", "0"} else "differs"),
        "side_effects_of_child": ([1], holds("local-swelling" not in EVENTS)),
        "follow_up": ([float(CHILD["therapy length"]["high"])], agree("follow_up", float(CHILD["therapy length"]["high"]))),
        "news_severe": ([], holds("severe" in EVENTS["systemic-mastocytosis"]["detail"].split(":")[0])),
        "news_age": ([age], agree("news_age", age)),
        "news_year_later": ([at("dose-1") - at("systemic-mastocytosis")], UNKNOWN),
        "news_interval": ([float(CHILD["interval"]["low"]), float(CHILD["interval"]["high"])], "agrees"),
        "news_symptom_end": ([asymptomatic, score], agree("news_symptom_end", asymptomatic)),
        "news_side_effects": ([1], holds("local-swelling" in EVENTS)),
        "news_biomarkers": ([first, then], holds(min(first, then) > 1 and CHILD["tryptase"]["directions"] == "unchanged")),
        "news_twenty_months": ([at("last-report"), relapsed], agree("news_twenty_months", at("last-report"))),
        "news_resolution": ([1, *bounds("relapse")], holds(not relapsed)),
        "news_anaphylaxis": ([age], holds("tryptase" in EVENTS["anaphylaxis"]["detail"])),
        "news_antihistamines": ([at("cetirizine-stop"), *amounts[:2]], holds(amounts[1] < amounts[0])),
        "news_steroid_end": (body, holds(int(EVENTS["steroids-stop-body"]["sequence"]) > int(EVENTS["re-start"]["sequence"]))),
    }
