"""The dictionary of the curated tables, printed from ``data/datapackage.json``, and how to cite them."""

import pandas as pd
import streamlit as st

import data
from data.source import Source
from widgets import figure


def draw() -> None:
    """Draw every table with its columns, types, units and allowed values, and a download of the whole database."""
    for resource in data.dictionary()["resources"]:
        with st.expander(f"{resource['title']} ({resource['path']})"):
            st.markdown(resource["description"])
            fields = [
                {
                    "Column": field["name"], "Type": field["type"], "Unit": field["unit"], "Meaning": field["description"],
                    "Allowed": ", ".join(field.get("constraints", {}).get("enum", [])),
                }
                for field in resource["schema"]["fields"]
            ]  # fmt: skip
            st.table(pd.DataFrame(fields), hide_index=True)
    figure.database("database")


def licence(source: Source) -> str:
    """Give licence, citation and data version as Markdown."""
    package = data.dictionary()
    terms = package["licenses"][0]
    return (
        f"The curated tables are under [{terms['name']}]({terms['path']}), the code under the MIT licence. "
        f"They hold facts read in the paper and other publications, not their sentences.\n\n{source.citation}.\n\n"
        f"To cite a number from here, cite the paper and “MastoScope, data version {source.version}”. "
        "“Copy link” on each page keeps the filters and this version."
    )
