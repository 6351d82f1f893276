"""Addresses of accounts, bodies, units and the journal."""

from tests.matrix.record import Address

ADDRESSES: list[Address] = []
