"""Placings: results put in order by the rulebook's keys, each line able to explain itself."""
