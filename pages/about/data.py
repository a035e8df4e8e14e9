"""Where everything comes from, how it is read, and what is not known."""

import streamlit as st

import queries
from data.source import Choice
from widgets import conflicts, dictionary


def page(choice: Choice) -> None:
    """Draw the page; the filters of the literature do not apply to it."""
    st.markdown(
        "MastoScope shows what one case report and its literature table say about omalizumab in mastocytosis, how sure that "
        "is, and how it stands against the abstracts of other publications. It is for research and discussion and gives no "
        "medical advice."
    )
    st.header("How ranges are read", anchor=False)
    st.markdown(
        "Most ages, and some doses and lengths, are printed only as a range. Each quantity is therefore kept as an "
        "interval, and a filter answers in four ways: **certain** where the whole interval lies inside the filter, "
        "**possible** where only part of it does, **not reported** where the paper prints nothing, **excluded** otherwise. "
        "With several filters the weakest answer counts. “6, up to 46” means 6 certain patients and at most 46. Filters judge "
        "each patient alone; if 17–93, printed for 40 patients, is the range of these 40, one is 17 and one is 93 (paper "
        "check). Age is in completed years: pediatric is 0 to 17. A year of therapy is 12 months. A slash between ages or "
        "lengths gives one to each patient where their numbers are equal, and is a range otherwise. Signs do not follow that "
        "rule, as nothing says whose sign is whose: “=/↓” of two patients leaves both open for each: 0 to 2 count as down."
    )
    st.header("Where Table 1 and its text disagree", anchor=False)
    for conflict in queries.run("about/conflicts", choice).itertuples():
        st.markdown(f"**{conflict.topic}.** Stated: {conflict.stated}. Found: {conflict.found}. {conflict.reading}")

    conflicts.draw(choice)

    st.header("What is not known", anchor=False)
    st.markdown(
        "- The values drawn in Fig. 1 of the paper are not in its text, so they are not here.\n"
        "- The missed dose has no date: only the order of its events and two distances in weeks are printed.\n"
        "- Most publications of Table 1 were not read; what is shown of them is what the table prints. Outcomes come from "
        "the abstracts and openings that were; each says whether its passage was read whole or in part.\n"
        "- Reviews and later reports may share patients with Table 1, so they are never added to it. The results of a "
        "second randomised trial (ACTRN12613001096741) were not seen.\n"
        "- Arrows in the table are directions of a biomarker, not benefit. Case reports favour success, and the paper "
        "itself says that the one randomised trial it names found no statistically significant difference (Discussion, "
        "paragraph 3)."
    )
    st.header("Publications", anchor=False)
    st.dataframe(
        queries.run("about/publications", choice).rename(columns=lambda name: name.replace("_", " ").capitalize()),
        hide_index=True, placeholder="", alt="Publications with their verified citation",
        column_config={
            "Doi": st.column_config.LinkColumn("DOI", display_text=r"https://doi\.org/(.*)"),
            "Year": st.column_config.NumberColumn(format="%d"),
        },
    )  # fmt: skip
    st.caption("A citation field that was not verified is empty; the status says how much of the publication was read.")
    st.header("Dictionary", anchor=False)
    dictionary.draw()

    st.header("Licence and citation", anchor=False)
    st.markdown(dictionary.licence(choice.source))
