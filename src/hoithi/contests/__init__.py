"""Contests, rulebook versions, rounds and decisions about them."""
