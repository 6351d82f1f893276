"""Collective rankings: units ordered by declared aggregates of the people who stand for them."""
