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
        "With several filters the weakest answer counts. “6, up to 46” means 6 certain patients and at most 46. The "
        "table does not say whether a range is that of just the patients beside it. If it is, each of its ends is somebody's "
        "age; the paper check says what that gives for a group, while filters judge each patient alone. Age is in "
        "completed years: pediatric is 0 to 17. A length in years is taken as 12 months a year. A slash with as many values "
        "as patients gives one to each; otherwise it is a range."
    )
    st.header("Where Table 1 and its text disagree", anchor=False)
    for conflict in queries.run("about/conflicts", choice).itertuples():
        st.markdown(f"**{conflict.topic}.** Stated: {conflict.stated}. Found: {conflict.found}. {conflict.reading}")

    conflicts.draw(choice)

    st.header("What is not known", anchor=False)
    st.markdown(
        "- The values drawn in Fig. 1 of the paper are not in its text, so they are not here.\n"
        "- The missed dose has no date: only its place in the order of events is known.\n"
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
