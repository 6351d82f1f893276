"""Papers drawn, sittings, answer sheets, submissions: append-only."""
