import streamlit as st

from words import claims


def page(choice):
    st.write(claims.summary(claims.checked(choice)))
