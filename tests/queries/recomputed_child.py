"""What every statement about the child, and of the news item, should come to, worked out from the CSV files."""

from tests.queries.from_files import (
    CHILD,
    DRUGS,
    EVENTS,
    FACTS,
    HALF_LIFE,
    MEASURED,
    OUTCOMES,
    UNKNOWN,
    agree,
    at,
    bounds,
    count,
    doses_before,
    fact,
    holds,
    numbers,
    value,
)


def expected():
    """Each statement's numbers, in the order in which its answer tells them, and its verdict."""
    gap = fact("relapse-weeks")
    weeks = [4, 5, gap]
    left = [round(100 * 0.5 ** (7 * week / 26)) for week in weeks]
    model = [round(100 * 0.5 ** (7 * week / HALF_LIFE)) for week in weeks]
    spans = sorted({*weeks, 2 * weeks[0]})
    # What is left of all doses before, summed up one by one.
    sums = [sum(0.5 ** (7 * week * doses / HALF_LIFE) for doses in range(1, 400)) for week in spans]
    before, during = value("tryptase-before"), value("tryptase-during")
    printed = [value(name) for name in MEASURED if name.startswith("tryptase-") and name != "tryptase-limit"]
    limit, kit, kit_later = value("tryptase-limit"), value("kit-before"), value("kit-during")
    ige, first, then = value("ige-before"), value("ige-first"), value("ige-later")
    major, minor = (sum(name.startswith(kind) for name in EVENTS) for kind in ["major-", "minor-"])
    markers = numbers(" ".join(row["words"] for row in FACTS.values() if row["fact"] == "marker on mast cells"))
    scores = [MEASURED[f"score-{name}"]["low"] for name in ["after-3", "relapse", "20-months"]]
    amounts = [1 * 2, 1, 250 * 4, 250 * 3]
    for drug, amount in zip(["ketotifen-1", "ketotifen-2", "cromolyn-1", "cromolyn-2"], amounts, strict=True):
        dose = DRUGS[drug]["dose_printed"]
        factor = 2 if "twice" in dose else numbers(dose)[1] if len(numbers(dose)) > 1 else 1
        assert numbers(dose)[0] * factor == amount
    stop, score = bounds("steroids-stop-abstract"), doses_before("score-zero")
    relapsed = at("score-zero") < at("relapse") < at("last-report")
    treated = [float(row["value"]) for row in FACTS.values() if row["fact"] == "length of treatment"]
    tests, shown = (
        {row["words"] for row in FACTS.values() if row["fact"] == kind}
        for kind in ["test of the work-up", "criterion shown by"]
    )
    years, months = float(CHILD["age at first dose"]["low"]), float(CHILD["therapy length"]["low"])
    flares = [at("dose-1") - at("flares", end) for end in ["start_high_months", "start_low_months"]]
    body, asymptomatic, age = bounds("steroids-stop-body"), doses_before("asymptomatic"), at("referral") // 12
    return {
        "half_life": ([number for pair in zip(left, weeks, strict=True) for number in pair], UNKNOWN),
        "drug_left": (
            [HALF_LIFE, *(number for pair in zip(model, weeks, strict=True) for number in pair)],
            UNKNOWN if HALF_LIFE == 26 else "differs",
        ),
        "interval_trough": (
            [
                HALF_LIFE,
                *(number for week, one in zip(spans, sums, strict=True) for number in (week, round(100 * one / sums[0]))),
            ],
            "differs" if gap <= 5 else UNKNOWN,
        ),
        "dose_by_weight": ([float(CHILD["dose"]["low"]), 0], UNKNOWN),
        "missed_dose": ([1, gap, count("jendoubi2019-off-drug")], "differs" if gap <= 5 else UNKNOWN),
        "interval_limit": (
            [fact("interval-now"), gap],
            "differs" if FACTS["interval-plan"]["words"] == "longer" and fact("interval-now") >= 5 else UNKNOWN,
        ),
        "other_medications": (
            [*amounts[:2], 50, *amounts[2:], 25],
            UNKNOWN if amounts[1] < amounts[0] and amounts[3] < amounts[2] else "differs",
        ),
        "other_drugs": ([], UNKNOWN if DRUGS["topical-steroids"]["end_precision"] == "not printed" else "agrees"),
        "cetirizine_months": (sorted({*bounds("cetirizine-stop")}), UNKNOWN),
        "approvals": ([0, len(OUTCOMES)], UNKNOWN),
        "ige_slight": ([first, then, round(100 * (first - then) / first, 1)], UNKNOWN if then < first else "differs"),
        "allele_significant": (
            [kit, kit_later, round(100 * (kit - kit_later) / kit, 1)],
            UNKNOWN if kit_later < kit else "differs",
        ),
        "score_fell": ([7, 10, 10], UNKNOWN if not MEASURED["score-after-1"]["low"] else "differs"),
        "no_more_anaphylaxis": (
            [1, years, float(CHILD["age at first dose"]["high"]), round(months / 12 / years, 1), months],
            "agrees" if months / 12 / years >= 3 else UNKNOWN,
        ),
        "quality_of_life": ([0], UNKNOWN),
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
        "tryptase_rise": ([2, 27.5, 44, round(100 * (44 - 27.5) / 27.5)], UNKNOWN if printed[:2] == [27.5, 44] else "differs"),
        "who_criteria": ([major, minor, minor + bool(markers), *markers], agree("who_criteria", minor + bool(markers))),
        "who_diagnosis": ([major, minor, major, 1], holds(major == 1 and minor >= 1)),
        "age_at_referral": (
            [age, float(CHILD["age at first dose"]["low"]), float(CHILD["age at first dose"]["high"])],
            UNKNOWN,
        ),
        "steroid_end": ([*stop, *body], holds(body[0] <= stop[1])),
        "symptom_end": ([asymptomatic, score], agree("symptom_end", score)),
        "steady_remission": ([1, *bounds("relapse")], holds(not relapsed)),
        "steady_score": ([0, 3, 0, at("last-report")], UNKNOWN if "" in scores and set(scores) <= {"", "0"} else "differs"),
        "side_effects_of_child": ([1], holds("local-swelling" not in EVENTS)),
        "follow_up": ([*treated, len(treated)], holds(set(treated) == {20.0} and len(treated) == 3)),
        "news_severe": ([], holds(FACTS["form"]["words"] == "severe")),
        "news_rapidly": (bounds("asymptomatic"), UNKNOWN),
        "news_work_up": ([len(tests & shown), len(tests)], UNKNOWN if 0 < len(tests & shown) < len(tests) else "differs"),
        "news_age": ([age], agree("news_age", age)),
        "news_year_later": (
            [at("dose-1") - at("systemic-mastocytosis"), *flares],
            UNKNOWN if flares[0] < flares[1] else "agrees",
        ),
        "news_interval": ([float(CHILD["interval"]["low"]), float(CHILD["interval"]["high"])], "agrees"),
        "news_symptom_end": ([asymptomatic, score], agree("news_symptom_end", asymptomatic)),
        "news_side_effects": ([1], holds("local-swelling" in EVENTS)),
        "news_biomarkers": ([first, then], holds(min(first, then) > 1 and CHILD["tryptase"]["directions"] == "unchanged")),
        "news_twenty_months": (
            [value("score-20-months"), at("last-report"), relapsed],
            agree("news_twenty_months", at("last-report")),
        ),
        "news_resolution": ([1, *bounds("relapse")], holds(not relapsed)),
        "news_anaphylaxis": ([age], holds(FACTS["high-tryptase"]["event_id"] == "anaphylaxis")),
        "news_antihistamines": ([at("cetirizine-stop"), *amounts[:2]], holds(amounts[1] < amounts[0])),
        "news_steroid_end": (body, holds(int(EVENTS["steroids-stop-body"]["sequence"]) > int(EVENTS["re-start"]["sequence"]))),
    }
