"""Table 1 a second time, as the text of the paper runs, against the curated file."""

import csv
import re

from tests.conftest import ROOT

SYSTEMIC = """
Carter et al., 2007 [17] 2 17 /51 300 mg/4 wk 5.5/4 yrs ↓ =
Pitt et al., 2010 [32]a 1 15 300 mg/4 wk 14 mos ↓ =
Kontou-Fili et al., 2010 [19] 1 48 300 mg/4 wk. 2 yrs na ↓
Douglass et al., 2010 [31] 1 54 150 mg/4 wk 14 mos na ↓
Molderings et al., 2011 [21] 2 48/ 53 150 mg/4 wk. 4.5/6 mos na ↓
Kibsgaard et al., 2014 [23] 1 31 300 mg/4 wk 15 mos na =
Lieberoth et al., 2015 [25] 2 48/57 300 mg/4 wk. 11/15 mos na na
Constantine et al., 2018 [26] 2 29/62 300 mg/4 wk 12 yrs ↑ =/↓
Broesby-Olsen et al.,2018 [27] 11 26-48 75-300 mg/2-4 wk 1-73 mos na =
Slapnicar et al., 2019 [28] 6 38-75 300 mg/2-4 wk. 3mos/2 yrs = ↓/↑
Lemal et al., 2019 [29] 29 17-93 300 mg/2-4 wk 2-40 mos ↑ =
Distler et al., 2020 [31] 5 24-67 150 mg/4wk 6 mos na =
"""
CUTANEOUS = """
Siebenhaar et al., 2007 [18] 1 56 150 mg/2-4 wk 12 mos na na
Bell et al., 2012 [33]a 1 11 150 mg/4 wk 10 mos na na
Matito et al., 2013 [34]a 1 12 450 mg/4 wk 3 mos na na
Paraskevopoulos et al., 2013 [22] 1 25 300 mg/4-7 wk 2 yrs na na
Sokol et al., 2014 [24] 1 77 375 mg/4 wks 12 mos na ↓
Hughes et al., 2018 [35]a 2 2 150 mg/4 wk 3 mos na =
Hinnojosa et al., 2019 [30] 2 51/36 300 mg/4 wk 7/5 mos na na
Lemal et al., 2019 [29] 11 17-93 300 mg/4 wk 2-40 mos ↑ =
"""
LINE = re.compile(
    r"(?P<study>.+?) \[(?P<reference>\d+)\](?P<mark>a?) (?P<patients>\d+) (?P<age>[\d /-]+?) (?P<dose>[\d-]+ mg/[\d-]+ ?wks?\.?)"
    r" (?P<length>[\d.].*?) (?P<ige>\S+) (?P<tryptase>\S+)"
)


def test_every_printed_cell_stands_in_the_file():
    expected = []
    for section, lines in [("systemic", SYSTEMIC), ("cutaneous", CUTANEOUS)]:
        expected += [(section, *LINE.fullmatch(line).groups()) for line in lines.strip().splitlines()]
    with (ROOT / "data" / "table_rows.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    columns = ["section", "study_printed", "reference_printed", "pediatric_mark_printed", "patients", "age_printed"]
    columns += ["dose_printed", "therapy_length_printed", "total_ige_printed", "tryptase_printed"]
    assert [tuple(row[column] for column in columns) for row in rows] == expected
    assert [int(row["row"]) for row in rows] == list(range(1, len(rows) + 1))
