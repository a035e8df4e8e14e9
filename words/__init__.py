"""What is told in words: pure functions, no Streamlit."""
