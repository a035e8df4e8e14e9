"""What every statement about the literature and its table should come to, worked out from the CSV files."""

from collections import Counter

from tests.queries.from_files import (
    CLAIMS,
    OUTCOMES,
    PAIRS,
    PUBLICATIONS,
    TABLE,
    UNKNOWN,
    aged,
    agree,
    count,
    holds,
    numbers,
    row_of,
    size,
    total,
    up_to,
    year,
)


def expected():
    """Each statement's numbers, in the order in which its answer tells them, and its verdict."""
    marked = [row for row in TABLE if row["pediatric_mark_printed"]]
    systemic = [row for row in TABLE if row["section"] == "systemic"]
    (minors, maybe), people = aged(0, 17)
    (adults, maybe_adults), _ = aged(18, 200)
    (young, maybe_young), _ = aged(0, 17, systemic)
    straddling = {
        (row["publication_id"], row["age_printed"])
        for row in TABLE
        if "-" in row["age_printed"] and min(numbers(row["age_printed"])) < 18
    }
    exact = [age for row in systemic if "-" not in row["age_printed"] for age in numbers(row["age_printed"])]
    oldest_child = max(age for age in exact if age < 18)
    twice = sum(int(pair["patients"]) for pair in PAIRS)
    part, whole, z = float(CLAIMS["minors"]["stated_value"]), float(CLAIMS["patients"]["stated_value"]), 1.959964
    centre = (part + z * z / 2) / (whole + z * z)
    margin = z * (part * (1 - part / whole) + z * z / 4) ** 0.5 / (whole + z * z)
    sizes = {
        name: total(row for row in TABLE if row["publication_id"] == name) for name in {row["publication_id"] for row in TABLE}
    }
    trial = next(name for name in sizes if PUBLICATIONS[name]["design"].startswith("randomised"))
    series = [number for name, number in sizes.items() if number > 2 and name != trial]
    small = [number for number in sizes.values() if number <= 2]
    references = {int(row["reference_printed"]): set() for row in TABLE}
    for row in TABLE:
        references[int(row["reference_printed"])].add(row["publication_id"])
    lengths = numbers(row_of("carter2007")["therapy_length_printed"])
    later = [length + year("constantine2018") - year("carter2007") for length in lengths]
    lemal = [row for row in TABLE if row["publication_id"] == "lemal2019"]
    responded = sum(count(f"broesbyolsen2018-{kind}") for kind in ["complete", "major", "partial"])
    treated, evaluated = size("broesbyolsen2018-treated"), size("broesbyolsen2018-evaluated")
    withdrew, review = count("broesbyolsen2018-withdrew"), size("jendoubi2019-included")
    others = review - count("jendoubi2019-tolerance") - count("jendoubi2019-tolerance-unknown")
    arms = [count("distler2020-arm-omalizumab"), count("distler2020-arm-placebo")]
    tests = sorted(float(OUTCOMES[f"distler2020-test-{name}"]["value"]) for name in ["first", "second"])
    scores = [
        float(OUTCOMES[f"distler2020-score-{arm}"][end])
        for arm in ["omalizumab", "placebo"]
        for end in ["value", "value_later"]
    ]
    free, milder, counted = (
        count("slapnicar2019-none-further"),
        count("slapnicar2019-milder"),
        size("slapnicar2019-anaphylaxis"),
    )
    cutaneous = [row for row in TABLE if row["section"] == "cutaneous"]
    read = [row for row in cutaneous if PUBLICATIONS[row["publication_id"]]["status"] != "paper only"]
    trials = [row["role"] for row in PUBLICATIONS.values() if row["design"].startswith("randomised")]
    tryptase = [row["tryptase_printed"] for row in marked]
    rising = [row["total_ige_printed"] for row in TABLE if row["reference_printed"] == "29"]
    falling = [row["total_ige_printed"] for row in TABLE if row["reference_printed"] == "32"]
    ige = Counter(row["total_ige_printed"] for row in TABLE)
    ages = [min(numbers(row["age_printed"])) for row in systemic]
    reports = {row["publication_id"] for row in TABLE} - {trial}
    opened = [name for name in reports if PUBLICATIONS[name]["status"] != "paper only"]
    graded = [count(f"broesbyolsen2018-{kind}") for kind in ["complete", "major", "partial", "withdrew"]]
    first = {row["domain"] for row in OUTCOMES.values() if row["result"] == "most effective"}
    return {
        "patients": ([total(TABLE), people, twice], agree("patients", total(TABLE))),
        "minors": (
            [
                *up_to(minors, maybe),
                minors + len(straddling),
                minors + maybe - len(straddling),
                *(age for _, ages in straddling for age in numbers(ages)),
                maybe,
            ],
            agree("minors", minors),
        ),
        "share_of_minors": (
            [round(100 * part / whole, 1), part, whole, round(100 * (centre - margin), 1), round(100 * (centre + margin), 1)],
            agree("share_of_minors", 100 * part / whole),
        ),
        "marked_children": (
            [total(marked), len(marked), *sorted(int(row["reference_printed"]) for row in marked)],
            agree("marked_children", total(marked)),
        ),
        "systemic_children": ([total(row for row in marked if row in systemic), *up_to(young, maybe_young)], "agrees"),
        "second_systemic_child": (
            [young + 1, oldest_child, *up_to(young, maybe_young)],
            agree("second_systemic_child", young + 1),
        ),
        "mostly_adults": (
            [*up_to(adults, maybe_adults), people, size("jendoubi2020-included"), minors + maybe],
            "agrees" if max(size("jendoubi2020-included") - minors - maybe, adults - people / 2) > 0 else UNKNOWN,
        ),
        "broesby_patients": ([treated, evaluated, responded], agree("broesby_patients", treated)),
        "trial_patients": ([sum(arms), *arms], agree("trial_patients", arms[0])),
        "slapnicar_patients": (
            [size("slapnicar2019-treated")],
            holds(size("slapnicar2019-treated") == total([row_of("slapnicar2019")])),
        ),
        "lieberoth_ages": ([2, *numbers(row_of("lieberoth2015")["age_printed"])], UNKNOWN),
        "prevalence": ([0, len(OUTCOMES)], UNKNOWN),
        "effective_for_children": ([size("bossi2023-child"), *up_to(young, maybe_young), min(ages)], UNKNOWN),
        "successful_reports": (
            [len(opened), len(reports), year("broesbyolsen2018"), responded, evaluated, *graded],
            UNKNOWN if 2 * responded > evaluated else "differs",
        ),
        "other_symptoms": ([1, 4, year("broesbyolsen2018")], UNKNOWN),
        "lemal_patients": ([total(lemal), len(lemal), count("jendoubi2020-cohort-large")], UNKNOWN),
        "therapy_of_same_patients": (
            [min(later), max(later), year("constantine2018"), min(lengths), max(lengths), year("carter2007")],
            UNKNOWN,
        ),
        "stopped_child": (numbers(row_of("matito2013")["therapy_length_printed"]), UNKNOWN),
        "trial_dose": ([], holds(row_of("distler2020")["dose_printed"] in OUTCOMES["distler2020-dose"]["result"])),
        "broesby_therapy": (
            [
                float(OUTCOMES["broesbyolsen2018-duration"]["value"]),
                *numbers(row_of("broesbyolsen2018")["therapy_length_printed"]),
            ],
            UNKNOWN,
        ),
        "tryptase_in_children": (
            [tryptase.count("="), len(tryptase), tryptase.count("na")],
            UNKNOWN if tryptase.count("=") <= len(tryptase) / 2 < tryptase.count("=") + tryptase.count("na") else "agrees",
        ),
        "ige_in_literature": ([len(rising), 29, len(falling), 32], holds(set(rising) == {"↑"} and set(falling) == {"↓"})),
        "ige_of_same_patients": ([year("carter2007"), 2, year("constantine2018"), 2], UNKNOWN),
        "allele_biomarker": ([27, responded, evaluated], UNKNOWN),
        "ige_and_remission": ([size("bossi2023-child"), *(ige[sign] for sign in ["↑", "↓", "=", "na"])], UNKNOWN),
        "trials": ([trials.count("table 1"), len(trials) - trials.count("table 1")], UNKNOWN),
        "trial_difference": (tests, holds(min(tests) > 0.05)),
        "trial_trend": (scores, UNKNOWN),
        "quick_improvement": ([withdrew, evaluated, year("broesbyolsen2018")], holds(withdrew == 0)),
        "side_effects_in_literature": (
            [withdrew, evaluated, year("broesbyolsen2018"), others, review],
            agree("side_effects_in_literature", withdrew),
        ),
        "anaphylaxis_prevented": (
            [free, counted, milder, counted],
            UNKNOWN if first == {"anaphylaxis", "skin"} else "agrees",
        ),
        "skin_in_cutaneous": ([len(read), len(cutaneous)], UNKNOWN),
        "publications": (
            [len(sizes), len(TABLE), len(small), max(small), len(series), min(series), max(series), 1],
            holds((len(small), len(series), 1) == (15, 3, 1)),
        ),
        "reference_numbers": (
            [len(references), len(sizes), 31, len(references[31]), *(set(range(17, 36)) - set(references))],
            agree("reference_numbers", len(references)),
        ),
    }


def rows_behind():
    """The rows of Table 1 that each statement rests on, where it rests on any."""

    def where(holds):
        return [int(row["row"]) for row in TABLE if holds(row)]

    def of(*publications):
        return where(lambda row: row["publication_id"] in publications)

    def under_18(row):
        return min(numbers(row["age_printed"])) < 18

    pair = of(*(pair[column] for pair in PAIRS for column in ["publication_id", "same_as_publication_id"]))
    marked = where(lambda row: row["pediatric_mark_printed"])
    young_systemic = where(lambda row: row["section"] == "systemic" and under_18(row))
    trial = where(lambda row: PUBLICATIONS[row["publication_id"]]["design"].startswith("randomised"))
    shared = {
        reference
        for reference, _ in (
            Counter(reference for reference, _ in {(row["reference_printed"], row["publication_id"]) for row in TABLE})
            - Counter({row["reference_printed"] for row in TABLE})
        ).items()
    }
    return {
        **dict.fromkeys(["ige_of_same_patients", "therapy_of_same_patients"], pair),
        **dict.fromkeys(["patients", "publications"], where(lambda row: True)),
        **dict.fromkeys(["marked_children", "tryptase_in_children"], marked),
        **dict.fromkeys(["systemic_children", "second_systemic_child", "effective_for_children"], young_systemic),
        **dict.fromkeys(["trial_patients", "trial_dose", "trials", "trial_difference", "trial_trend"], trial),
        **dict.fromkeys(["broesby_patients", "broesby_therapy", "allele_biomarker"], of("broesbyolsen2018")),
        **dict.fromkeys(["quick_improvement", "anaphylaxis_prevented"], of("broesbyolsen2018", "slapnicar2019")),
        "minors": where(under_18),
        "mostly_adults": where(
            lambda row: "-" in row["age_printed"] and under_18(row) and max(numbers(row["age_printed"])) >= 18
        ),
        "slapnicar_patients": of("slapnicar2019"),
        "lieberoth_ages": of("lieberoth2015"),
        "lemal_patients": of("lemal2019"),
        "stopped_child": where(lambda row: row["reference_printed"] == "34"),
        "ige_in_literature": where(lambda row: row["reference_printed"] in ("29", "32")),
        "ige_and_remission": where(lambda row: row["total_ige_printed"] != "na"),
        "side_effects_in_literature": of("broesbyolsen2018", "distler2020"),
        "skin_in_cutaneous": where(lambda row: row["section"] == "cutaneous"),
        "successful_reports": of("broesbyolsen2018"),
        "other_symptoms": of("lieberoth2015", "broesbyolsen2018"),
        "reference_numbers": where(lambda row: row["reference_printed"] in shared),
    }
