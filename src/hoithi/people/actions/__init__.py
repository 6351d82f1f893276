"""Deeds about people: accounts and roles, units and their history, personal data."""

from hoithi.people.actions.identities import apply_newest_keys, erase_due

__all__ = ["apply_newest_keys", "erase_due"]
