"""What is said of rows and filters, in plain sentences: pure functions, for screen, slides and handout alike."""
