"""Whether the numbers of the paper hold."""
