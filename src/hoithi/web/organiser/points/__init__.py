"""Points from signed paper: entered, confirmed by a second person, corrected."""
