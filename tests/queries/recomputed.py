"""What every statement of the paper should come to, in plain Python from the CSV files: no SQL, no code of the app."""

import csv
import re

from tests.conftest import ROOT


def _rows(name):
    with (ROOT / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _by(name, key):
    return {row[key]: row for row in _rows(name)}


TABLE = _rows("table_rows")
EVENTS, MEASURED = _by("case_events", "event_id"), _by("case_measurements", "measurement_id")
CHILD, DRUGS = _by("index_case", "quantity"), _by("case_medications", "medication_id")
OUTCOMES, GROUPS = _by("outcomes", "outcome_id"), _by("study_groups", "group_id")
PUBLICATIONS, CLAIMS = _by("publications", "publication_id"), _by("claims", "claim_id")
PAIRS = _rows("same_patients")
UNKNOWN = "cannot be checked"


def _agree(claim, number, decimals=0):
    said = float(CLAIMS[claim]["stated_value"])
    if number == said:
        return "agrees"
    return "agrees within rounding" if round(number, decimals) == said else "differs"


def _if(holds):
    return "agrees" if holds else "differs"


def _row(publication):
    return next(row for row in TABLE if row["publication_id"] == publication)


def _n(rows):
    return sum(int(row["patients"]) for row in rows)


def _numbers(text):
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]


def _aged(first, last, rows=TABLE):
    """Patients certainly and possibly of an age; a pair reported twice counts once, with its better verdict."""
    same = {pair["publication_id"]: pair["same_as_publication_id"] for pair in PAIRS}
    best = {}
    for row in rows:
        ages, patients = _numbers(row["age_printed"]), int(row["patients"])
        exact = "-" not in row["age_printed"] and len(ages) == patients
        for index in range(patients):
            low, high = (ages[index], ages[index]) if exact else (min(ages), max(ages))
            verdict = 0 if first <= low and high <= last else 1 if low <= last and high >= first else 2
            name = same.get(row["publication_id"], row["publication_id"]), row["row"] if not exact else "", index
            best[name] = min(best.get(name, 2), verdict)
    return [list(best.values()).count(verdict) for verdict in [0, 1]], len(best)


def _at(event, end="start_low_months"):
    return float(EVENTS[event][end])


def _value(measurement):
    return float(MEASURED[measurement]["low"])


def _count(outcome):
    return int(OUTCOMES[outcome]["patients"])


def _of(group):
    return int(GROUPS[group]["patients"])


def _year(publication):
    return int(PUBLICATIONS[publication]["year"])


def _bounds(event):
    return [round(_at(event), 1), round(_at(event, "start_high_months"), 1)]


def _doses_before(event):
    return sum(_at(dose) <= _at(event) for dose in EVENTS if re.fullmatch(r"dose-\d", dose))


def _up_to(certain, possible):
    return [certain, certain + possible] if possible else [certain]


def expected():
    """Each statement's numbers, in the order in which its answer tells them, and its verdict."""
    marked = [row for row in TABLE if row["pediatric_mark_printed"]]
    systemic = [row for row in TABLE if row["section"] == "systemic"]
    early = [row for row in TABLE if 17 <= int(row["reference_printed"]) <= 31]
    (minors, maybe), people = _aged(0, 17)
    (adults, maybe_adults), _ = _aged(18, 200)
    (young, maybe_young), _ = _aged(0, 17, systemic)
    (exceptions, maybe_exceptions), _ = _aged(0, 17, early)
    twice = sum(int(pair["patients"]) for pair in PAIRS)
    part, whole, z = float(CLAIMS["minors"]["stated_value"]), float(CLAIMS["patients"]["stated_value"]), 1.959964
    centre = (part + z * z / 2) / (whole + z * z)
    margin = z * (part * (1 - part / whole) + z * z / 4) ** 0.5 / (whole + z * z)
    sizes = {
        name: _n(row for row in TABLE if row["publication_id"] == name) for name in {row["publication_id"] for row in TABLE}
    }
    trial = next(name for name in sizes if PUBLICATIONS[name]["design"].startswith("randomised"))
    series = [size for name, size in sizes.items() if size > 2 and name != trial]
    small = [size for size in sizes.values() if size <= 2]
    references = {int(row["reference_printed"]): set() for row in TABLE}
    for row in TABLE:
        references[int(row["reference_printed"])].add(row["publication_id"])
    lengths = _numbers(_row("carter2007")["therapy_length_printed"])
    later = [length + _year("constantine2018") - _year("carter2007") for length in lengths]
    gap = int(re.search(r"(\d+) weeks after", EVENTS["relapse"]["detail"])[1])
    weeks = [4, 5, gap]
    left = [round(100 * 0.5 ** (7 * week / 26)) for week in weeks]
    before, during = _value("tryptase-before"), _value("tryptase-during")
    printed = [_value(name) for name in MEASURED if name.startswith("tryptase-") and name != "tryptase-limit"]
    limit, kit, kit_later = _value("tryptase-limit"), _value("kit-before"), _value("kit-during")
    ige, first, then = _value("ige-before"), _value("ige-first"), _value("ige-later")
    lemal = [row for row in TABLE if row["publication_id"] == "lemal2019"]
    responded = sum(_count(f"broesbyolsen2018-{kind}") for kind in ["complete", "major", "partial"])
    treated, evaluated = _of("broesbyolsen2018-treated"), _of("broesbyolsen2018-evaluated")
    withdrew, review = _count("broesbyolsen2018-withdrew"), _of("jendoubi2019-included")
    others = review - _count("jendoubi2019-tolerance") - _count("jendoubi2019-tolerance-unknown")
    arms = [_count("distler2020-arm-omalizumab"), _count("distler2020-arm-placebo")]
    tests = sorted(float(OUTCOMES[f"distler2020-test-{name}"]["value"]) for name in ["first", "second"])
    scores = [
        float(OUTCOMES[f"distler2020-score-{arm}"][end])
        for arm in ["omalizumab", "placebo"]
        for end in ["value", "value_later"]
    ]
    free, milder, counted = (
        _count("slapnicar2019-none-further"),
        _count("slapnicar2019-milder"),
        _of("slapnicar2019-anaphylaxis"),
    )
    cutaneous = [row for row in TABLE if row["section"] == "cutaneous"]
    read = [row for row in cutaneous if PUBLICATIONS[row["publication_id"]]["status"] != "paper only"]
    trials = [row["role"] for row in PUBLICATIONS.values() if row["design"].startswith("randomised")]
    major, minor = (sum(name.startswith(kind) for name in EVENTS) for kind in ["major-", "minor-"])
    amounts = [1 * 2, 1, 250 * 4, 250 * 3]
    for drug, amount in zip(["ketotifen-1", "ketotifen-2", "cromolyn-1", "cromolyn-2"], amounts, strict=True):
        dose = DRUGS[drug]["dose_printed"]
        factor = 2 if "twice" in dose else _numbers(dose)[1] if len(_numbers(dose)) > 1 else 1
        assert _numbers(dose)[0] * factor == amount
    tryptase = [row["tryptase_printed"] for row in marked]
    rising = [row["total_ige_printed"] for row in TABLE if row["reference_printed"] == "29"]
    falling = [row["total_ige_printed"] for row in TABLE if row["reference_printed"] == "32"]
    directions = {_row(name)["total_ige_printed"] for name in ["carter2007", "constantine2018"]}
    stop, score = _bounds("steroids-stop-abstract"), _doses_before("score-zero")
    relapsed = _at("score-zero") < _at("relapse") < _at("last-report")
    body, asymptomatic, age = _bounds("steroids-stop-body"), _doses_before("asymptomatic"), _at("referral") // 12
    return {
        "patients": ([_n(TABLE), people, twice], _agree("patients", _n(TABLE))),
        "minors": (_up_to(minors, maybe), _agree("minors", minors)),
        "share_of_minors": (
            [round(100 * part / whole, 1), part, whole, round(100 * (centre - margin), 1), round(100 * (centre + margin), 1)],
            _agree("share_of_minors", 100 * part / whole),
        ),
        "marked_children": (
            [_n(marked), len(marked), *sorted(int(row["reference_printed"]) for row in marked)],
            _agree("marked_children", _n(marked)),
        ),
        "systemic_children": ([_n(row for row in marked if row in systemic), *_up_to(young, maybe_young)], "agrees"),
        "second_systemic_child": ([young + 1, *_up_to(young, maybe_young)], _agree("second_systemic_child", young + 1)),
        "adult_references": (_up_to(exceptions, maybe_exceptions), _agree("adult_references", exceptions)),
        "mostly_adults": (
            [*_up_to(adults, maybe_adults), people],
            UNKNOWN if adults <= people / 2 < adults + maybe_adults else "agrees",
        ),
        "broesby_patients": ([treated, evaluated, responded], _agree("broesby_patients", treated)),
        "trial_patients": ([sum(arms), *arms], _agree("trial_patients", arms[0])),
        "slapnicar_patients": (
            [_of("slapnicar2019-treated")],
            _if(_of("slapnicar2019-treated") == _n([_row("slapnicar2019")])),
        ),
        "lieberoth_ages": ([2, *_numbers(_row("lieberoth2015")["age_printed"])], "agrees"),
        "lemal_patients": ([_n(lemal), len(lemal), _count("jendoubi2020-cohort-large")], UNKNOWN),
        "therapy_of_same_patients": (
            [min(later), max(later), _year("constantine2018"), min(lengths), max(lengths), _year("carter2007")],
            _if(min(later) <= _numbers(_row("constantine2018")["therapy_length_printed"])[0] <= max(later)),
        ),
        "half_life": ([number for pair in zip(left, weeks, strict=True) for number in pair], UNKNOWN),
        "dose_by_weight": ([float(CHILD["dose"]["low"]), 0], UNKNOWN),
        "missed_dose": ([1, gap], UNKNOWN),
        "stopped_child": (_numbers(_row("matito2013")["therapy_length_printed"]), UNKNOWN),
        "other_medications": (amounts, _if(amounts[1] < amounts[0] and amounts[3] < amounts[2])),
        "trial_dose": ([], _if(_row("distler2020")["dose_printed"] in OUTCOMES["distler2020-dose"]["result"])),
        "broesby_therapy": (
            [
                float(OUTCOMES["broesbyolsen2018-duration"]["value"]),
                *_numbers(_row("broesbyolsen2018")["therapy_length_printed"]),
            ],
            "agrees",
        ),
        "allele_burden": (
            [round(100 * (kit - kit_later) / kit, 1), kit, kit_later],
            _agree("allele_burden", 100 * (kit - kit_later) / kit, -1),
        ),
        "ige_after_first_dose": ([first * ige, first, ige], UNKNOWN),
        "ige_later": ([then * ige, then, ige], UNKNOWN),
        "ige_baseline": ([ige, 0], UNKNOWN),
        "ige_progressive": ([first, then], _if(then >= first)),
        "tryptase_stable": (
            [round(100 * (during - before) / before, 1), before, during, _value("tryptase-referral"), _value("tryptase-peak")],
            UNKNOWN,
        ),
        "tryptase_high": (
            [sum(value > limit for value in printed), len(printed), min(printed), max(printed), limit]
            + [round(min(printed) / limit, 1), sum(value > 20 for value in printed), 20],
            _if(min(printed) > 20 > limit),
        ),
        "tryptase_rise": ([27.5, 44, round(100 * (44 - 27.5) / 27.5)], _if(printed[:2] == [27.5, 44])),
        "tryptase_in_children": (
            [tryptase.count("="), len(tryptase) - tryptase.count("na"), tryptase.count("na")],
            _if(set(tryptase) <= {"=", "na"}),
        ),
        "ige_in_literature": ([len(rising), 29, len(falling), 32], _if(set(rising) == {"↑"} and set(falling) == {"↓"})),
        "ige_of_same_patients": ([_year("carter2007"), 2, _year("constantine2018"), 2], _if(len(directions) == 1)),
        "allele_biomarker": ([evaluated, responded], _if(OUTCOMES["broesbyolsen2018-kit"]["direction"] != "unchanged")),
        "who_criteria": ([major, minor, 1], _if((major, minor) == (1, 2))),
        "trials": ([trials.count("table 1"), len(trials) - trials.count("table 1")], UNKNOWN),
        "trial_difference": (tests, _if(min(tests) > 0.05)),
        "trial_trend": (scores, UNKNOWN),
        "quick_improvement": ([withdrew, evaluated, _year("broesbyolsen2018")], _if(withdrew == 0)),
        "side_effects_in_literature": (
            [withdrew, evaluated, _year("broesbyolsen2018"), others, review],
            _agree("side_effects_in_literature", withdrew),
        ),
        "anaphylaxis_prevented": (
            [free, counted, milder, counted],
            _if(OUTCOMES["broesbyolsen2018-anaphylaxis"]["result"] == "most effective"),
        ),
        "skin_in_cutaneous": ([len(read), len(cutaneous)], UNKNOWN),
        "age_at_referral": (
            [age, float(CHILD["age at first dose"]["low"]), float(CHILD["age at first dose"]["high"])],
            _agree("age_at_referral", age),
        ),
        "steroid_end": ([*stop, *body], _if(body[0] <= stop[1])),
        "symptom_end": ([asymptomatic, score], _agree("symptom_end", score)),
        "steady_remission": ([1, *_bounds("relapse")], _if(not relapsed)),
        "side_effects_of_child": ([1], _if("local-swelling" not in EVENTS)),
        "follow_up": ([float(CHILD["therapy length"]["high"])], _agree("follow_up", float(CHILD["therapy length"]["high"]))),
        "publications": (
            [len(sizes), len(TABLE), len(small), max(small), len(series), min(series), max(series), 1],
            _agree("publications", len(sizes)),
        ),
        "reference_numbers": (
            [len(references), len(sizes), 31, len(references[31]), *(set(range(17, 36)) - set(references))],
            _agree("reference_numbers", len(references)),
        ),
        "news_severe": ([], _if("severe" in EVENTS["systemic-mastocytosis"]["detail"].split(":")[0])),
        "news_age": ([age], _agree("news_age", age)),
        "news_year_later": ([_at("dose-1") - _at("systemic-mastocytosis")], UNKNOWN),
        "news_interval": ([float(CHILD["interval"]["low"]), float(CHILD["interval"]["high"])], "agrees"),
        "news_symptom_end": ([asymptomatic, score], _agree("news_symptom_end", asymptomatic)),
        "news_side_effects": ([1], _if("local-swelling" in EVENTS)),
        "news_biomarkers": ([first, then], _if(min(first, then) > 1 and CHILD["tryptase"]["directions"] == "unchanged")),
        "news_twenty_months": ([1, _at("last-report")], _if(not relapsed)),
        "news_steroid_end": (body, _if(int(EVENTS["steroids-stop-body"]["sequence"]) > int(EVENTS["re-start"]["sequence"]))),
    }
