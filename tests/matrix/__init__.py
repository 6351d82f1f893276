"""What every address answers to everyone, a module an audience; `tests/test_matrix.py` walks it."""

from tests.matrix import (
    bank,
    budget,
    campaigns,
    committees,
    common,
    contestant,
    essays,
    hall,
    handing,
    judge,
    keys,
    lists,
    meetings,
    organiser,
    outreach,
    public,
    reports,
    staff,
    tasks,
    unit,
)
from tests.matrix.record import Address

_MODULES = (
    bank,
    budget,
    campaigns,
    committees,
    common,
    contestant,
    essays,
    hall,
    handing,
    judge,
    keys,
    lists,
    meetings,
    organiser,
    outreach,
    public,
    reports,
    staff,
    tasks,
    unit,
)
ADDRESSES: dict[str, Address] = {
    address.name: address for module in _MODULES for address in module.ADDRESSES
}
