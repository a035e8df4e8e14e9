"""A line, BibTeX and RIS hold the verified fields and nothing else; the two files as two reference libraries read them back."""

import csv
import re
from datetime import date

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

import queries
from data.source import Choice
from tests.conftest import ROOT
from words import references

with (ROOT / "data" / "publications.csv").open(encoding="utf-8", newline="") as stream:
    PUBLICATIONS = {row["publication_id"]: row for row in csv.DictReader(stream)}
with (ROOT / "data" / "study_groups.csv").open(encoding="utf-8", newline="") as stream:
    PAGES: dict[str, list[str]] = {}
    for row in csv.DictReader(stream):
        PAGES.setdefault(row["publication_id"], []).append(row["source_url"])
ENTRIES = references.entries(Choice(queries.built_in()))
SOFTWARE = references.software("0123abcd", "http://127.0.0.1:8501/cohort?age=0&age=17&left=%7B%7D", "2026-01-31T12:00:00Z")
RIS = {
    "title": "title", "secondary_title": "journal", "year": "year", "doi": "doi", "accession_number": "pmid",
}  # fmt: skip


def from_bibtex(entries):
    library = bibtexparser.parse_string(references.bibtex(entries), append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    return {entry.key: entry for entry in library.entries}


def fields_of(entry):
    return {field.key: field.value for field in entry.fields}


def test_every_publication_that_was_read_or_has_an_identifier_is_there_the_paper_first():
    cited = {key for key, row in PUBLICATIONS.items() if row["title"] or row["doi"] or row["pmid"]}
    assert {entry["publication_id"] for entry in ENTRIES} == cited | set(PAGES)
    assert {"slapnicar2019", "lieberoth2015"} <= set(PAGES) - cited
    assert ENTRIES[0]["publication_id"] == "bossi2023"
    for entry in ENTRIES:
        row = PUBLICATIONS[entry["publication_id"]]
        assert {**{key: row[key] for key in entry if key != "url"}, "url": entry["url"]} == entry
        assert bool(entry["url"]) != bool(row["doi"] or row["pmid"]), "a page where nothing else finds it"
        assert entry["url"] in {"", *PAGES.get(entry["publication_id"], [])}


def test_bibtex_holds_the_verified_fields_and_no_other():
    read = from_bibtex([SOFTWARE, *ENTRIES])
    assert list(read) == ["mastoscope", *(entry["publication_id"] for entry in ENTRIES)]
    for entry in ENTRIES:
        fields, row = fields_of(read[entry["publication_id"]]), PUBLICATIONS[entry["publication_id"]]
        assert fields.get("title", "").strip("{}") == row["title"]
        for key in ["journal", "year", "doi", "pmid"]:
            assert fields.get(key, "") == row[key], key
        places = [re.sub("--|–", "-", fields[key]) for key in ["volume", "number", "pages"] if key in fields]
        assert places == re.findall(r"[\w-]+", row["volume_pages"])
        assert bool(fields.get("author")) == bool(row["authors"])
        assert (" and others" in fields.get("author", "")) == ("et al" in row["authors"])
    # An address is read as it stands, without LaTeX.
    [software] = bibtexparser.parse_string(references.bibtex([SOFTWARE])).entries
    assert fields_of(software)["url"] == SOFTWARE["url"]
    assert "0123abcd" in fields_of(read["mastoscope"])["version"]


def test_ris_holds_the_verified_fields_and_no_other():
    text = references.ris([SOFTWARE, *ENTRIES])
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in text.split("\r\n")[:-1])
    read = {entry["id"]: entry for entry in rispy.loads(text)}
    assert set(read) == {"mastoscope", *(entry["publication_id"] for entry in ENTRIES)}
    for entry in ENTRIES:
        fields, row = read[entry["publication_id"]], PUBLICATIONS[entry["publication_id"]]
        for name, key in RIS.items():
            assert fields.get(name, "") == row[key], (name, row[key])
        last = fields.get("end_page")
        pages = f"{fields.get('start_page', '')}{f'-{last}' if last else ''}"
        place = f"{fields['volume']}({fields['number']}):{pages}" if "volume" in fields else ""
        assert place == row["volume_pages"]
        assert len(fields.get("authors", [])) == len([name for name in re.split(r",? et al\.|, ", row["authors"]) if name])
        assert not any("et al" in author for author in fields.get("authors", []))
    assert read["mastoscope"]["urls"] == [SOFTWARE["url"]]


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
    assert f"author = {{{names}}}," in references.bibtex([{"publication_id": "x", "authors": authors}])


@given(
    st.text(
        st.characters(categories=["Lu", "Ll", "Nd", "Po", "Ps", "Pe", "Sc", "Sm", "Sk", "Zs"], max_codepoint=0x24F), min_size=1
    )
)
def test_no_text_breaks_out_of_its_field(text):
    entry = {"publication_id": "x", "title": text, "journal": text, "authors": ""}
    library = bibtexparser.parse_string(references.bibtex([entry, SOFTWARE]))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["x", "mastoscope"]
    assert {field.key for field in library.entries[0].fields} <= {"title", "journal"}
    first, second = rispy.loads(references.ris([entry, SOFTWARE]))
    assert (first.get("title", ""), second["id"]) == (" ".join(text.split()), "mastoscope")


def test_special_signs_are_read_back():
    title = "50 % of #1 & {x}_y ~ ^ \\ $ ö"
    read = from_bibtex([{"publication_id": "x", "title": title}])
    # The library reads the escaped circumflex as the modifier letter.
    assert fields_of(read["x"])["title"].replace("ˆ", "^").strip("{}").replace(" ", "") == title.strip("{}").replace(" ", "")


def test_mastoscope_is_cited_as_its_own_citation_file_says():
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f'title: "{references.SOFTWARE}"' in text
    assert f'name: "{references.MAKERS}"' in text
    assert references.line(SOFTWARE) == f"{references.MAKERS}. {references.SOFTWARE}. Version: data 0123abcd."


def test_a_line_ends_with_what_finds_the_publication():
    place = "Italian Journal of Pediatrics. 2023;49(1):6. doi 10.1186/s13052-022-01402-7. PMID 36639823."
    assert references.line(ENTRIES[0]).endswith(place)
    for entry in ENTRIES:
        places = [f"{name} {entry[key]}" for key, name in [("doi", "doi"), ("pmid", "PMID")] if entry[key]]
        found = ". ".join(places) + "." if places else f". Read at {entry['url']}"
        assert references.line(entry).endswith(found), entry["publication_id"]


def test_a_line_holds_what_is_verified_and_nothing_in_place_of_the_rest():
    for entry in ENTRIES:
        line, row = references.line(entry), PUBLICATIONS[entry["publication_id"]]
        for key in ["title", "journal", "year", "volume_pages", "doi", "pmid"]:
            assert row[key].rstrip(".") in line, key
        assert line.startswith((row["authors"] or row["label"]).split(",")[0].rstrip("."))
        assert ("Year not seen" in line) == (not row["year"])
        assert not re.search(r"\.\.|\. \.|None|nan", line)


def test_of_many_authors_a_line_names_three():
    assert references.line({"authors": "A A, B B, C C, D D, E E"}).startswith("A A, B B, C C, et al. ")
    assert references.line({"authors": "A A, B B, C C, D D"}).startswith("A A, B B, C C, D D. ")
    assert references.line({"label": "Nobody 2001", "year": "2001"}) == "Nobody 2001. 2001."


def test_an_imprint_names_source_licence_version_and_day():
    source = queries.built_in()
    imprint = references.imprint(source, date(2026, 5, 3))
    assert imprint == f"{source.citation}. {source.licence}. MastoScope, data version {source.version}, made 3 May 2026."
