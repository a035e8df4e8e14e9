"""BibTeX and RIS hold the verified fields and nothing else, as two reference libraries read them back."""

import csv
import re

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

import queries
from present import citations
from tests.conftest import ROOT

with (ROOT / "data" / "publications.csv").open(encoding="utf-8", newline="") as stream:
    PUBLICATIONS = {row["publication_id"]: row for row in csv.DictReader(stream)}
ENTRIES = queries.run("citations/publications").to_dict("records")
MINE = citations.software("0123abcd", "http://127.0.0.1:8501/cohort?age=0&age=17&left=%7B%7D", "2026-01-31T12:00:00Z")
RIS = {
    "title": "title", "secondary_title": "journal", "year": "year", "doi": "doi", "accession_number": "pmid",
}  # fmt: skip


def from_bibtex(entries):
    library = bibtexparser.parse_string(citations.bibtex(entries), append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    return {entry.key: entry for entry in library.entries}


def fields_of(entry):
    return {field.key: field.value for field in entry.fields}


def test_every_publication_with_a_title_or_an_identifier_is_there_the_paper_first():
    cited = {key for key, row in PUBLICATIONS.items() if row["title"] or row["doi"] or row["pmid"]}
    assert {entry["publication_id"] for entry in ENTRIES} == cited
    assert ENTRIES[0]["publication_id"] == "bossi2023"
    for entry in ENTRIES:
        assert {key: PUBLICATIONS[entry["publication_id"]][key] for key in entry} == entry


def test_bibtex_holds_the_verified_fields_and_no_other():
    read = from_bibtex([MINE, *ENTRIES])
    assert list(read) == ["mastoscope", *(entry["publication_id"] for entry in ENTRIES)]
    for entry in ENTRIES:
        told, row = fields_of(read[entry["publication_id"]]), PUBLICATIONS[entry["publication_id"]]
        assert told.get("title", "").strip("{}") == row["title"]
        for key in ["journal", "year", "doi", "pmid"]:
            assert told.get(key, "") == row[key], key
        places = [re.sub("--|–", "-", told[key]) for key in ["volume", "number", "pages"] if key in told]
        assert places == re.findall(r"[\w-]+", row["volume_pages"])
        assert bool(told.get("author")) == bool(row["authors"])
        assert (" and others" in told.get("author", "")) == ("et al" in row["authors"])
    # An address is read as it stands, without LaTeX.
    [mine] = bibtexparser.parse_string(citations.bibtex([MINE])).entries
    assert fields_of(mine)["url"] == MINE["url"]
    assert "0123abcd" in fields_of(read["mastoscope"])["version"]


def test_ris_holds_the_verified_fields_and_no_other():
    text = citations.ris([MINE, *ENTRIES])
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in text.split("\r\n")[:-1])
    read = {entry["id"]: entry for entry in rispy.loads(text)}
    assert set(read) == {"mastoscope", *(entry["publication_id"] for entry in ENTRIES)}
    for entry in ENTRIES:
        told, row = read[entry["publication_id"]], PUBLICATIONS[entry["publication_id"]]
        for name, key in RIS.items():
            assert told.get(name, "") == row[key], (name, row[key])
        last = told.get("end_page")
        pages = f"{told.get('start_page', '')}{f'-{last}' if last else ''}"
        place = f"{told['volume']}({told['number']}):{pages}" if "volume" in told else ""
        assert place == row["volume_pages"]
        assert len(told.get("authors", [])) == len([name for name in re.split(r",? et al\.|, ", row["authors"]) if name])
        assert not any("et al" in author for author in told.get("authors", []))
    assert read["mastoscope"]["urls"] == [MINE["url"]]


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Bossi G, Brazzelli V, De Amici M, et al.", "Bossi, G and Brazzelli, V and De Amici, M and others"),
        ("Broesby-Olsen et al.", "{Broesby-Olsen} and others"),
        ("Maul J-T, Kolios AGA, Bulai Livideanu C", "Maul, J-T and Kolios, AGA and Bulai Livideanu, C"),
        ("The MastoScope founders", "{The MastoScope founders}"),
    ],
)
def test_names_are_split_only_where_initials_are_printed(authors, names):
    assert f"author = {{{names}}}," in citations.bibtex([{"publication_id": "x", "authors": authors}])


@given(
    st.text(
        st.characters(categories=["Lu", "Ll", "Nd", "Po", "Ps", "Pe", "Sc", "Sm", "Sk", "Zs"], max_codepoint=0x24F), min_size=1
    )
)
def test_no_text_breaks_out_of_its_field(text):
    entry = {"publication_id": "x", "title": text, "journal": text, "authors": ""}
    library = bibtexparser.parse_string(citations.bibtex([entry, MINE]))
    assert not library.failed_blocks
    assert [one.key for one in library.entries] == ["x", "mastoscope"]
    assert {field.key for field in library.entries[0].fields} <= {"title", "journal"}
    first, second = rispy.loads(citations.ris([entry, MINE]))
    assert (first.get("title", ""), second["id"]) == (" ".join(text.split()), "mastoscope")


def test_special_signs_are_read_back():
    title = "50 % of #1 & {x}_y ~ ^ \\ $ ö"
    read = from_bibtex([{"publication_id": "x", "title": title}])
    # The library reads the escaped circumflex as the modifier letter.
    assert fields_of(read["x"])["title"].replace("ˆ", "^").strip("{}").replace(" ", "") == title.strip("{}").replace(" ", "")


def test_mastoscope_is_cited_as_its_own_citation_file_says():
    told = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f'title: "{citations.SOFTWARE}"' in told
    assert f'name: "{citations.MAKERS}"' in told
    assert citations.sentence(MINE) == f"{citations.MAKERS}. {citations.SOFTWARE}. Version: data 0123abcd."


def test_a_sentence_ends_with_the_doi():
    assert citations.sentence(ENTRIES[0]).endswith(
        "Italian Journal of Pediatrics 2023;49(1):6. doi 10.1186/s13052-022-01402-7."
    )
