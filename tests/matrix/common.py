"""Addresses that all audiences share."""

from tests.matrix.record import Address, everyone

ADDRESSES = [
    Address("set_language", get=everyone(302), post=everyone(302)),
    Address("set_type_size", post=everyone(302)),
]
