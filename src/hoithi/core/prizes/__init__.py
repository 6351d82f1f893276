"""Prizes: taken from the top of a ranking, explained, none given twice against the rules."""
