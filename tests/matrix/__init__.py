"""What every address answers to everyone, a module an audience; `tests/test_matrix.py` walks it."""

from tests.matrix import common, public, staff
from tests.matrix.record import Address

ADDRESSES: dict[str, Address] = {
    address.name: address for module in (common, public, staff) for address in module.ADDRESSES
}
