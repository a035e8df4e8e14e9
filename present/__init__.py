"""The journal-club talk: its steps, and what leaves the house with them."""
