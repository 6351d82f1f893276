"""The demonstration: bodies, units, accounts, and contests in the middle of their second week."""
