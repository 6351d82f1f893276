"""Entrants, exclusions, named lists of units, entry codes."""
