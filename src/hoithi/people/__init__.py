"""Organising bodies, accounts, roles, units and their history, staff counts, identities."""
