"""Correcting a key after it was sat: proposing, looking at what changes, approving, the notice."""
