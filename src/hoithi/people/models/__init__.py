"""Tables of people: bodies, accounts and roles, units and their history, identities."""

from hoithi.people.models.accounts import (
    DayCard,
    Invitation,
    Person,
    Role,
    RoleName,
    Scope,
    SignInLink,
)
from hoithi.people.models.bodies import OrganisingBody
from hoithi.people.models.identities import Identity, IdentityIndex
from hoithi.people.models.outside import OutsideAccount
from hoithi.people.models.tallies import Spent, Tally
from hoithi.people.models.units import StaffCount, Unit, UnitSuccession, UnitVersion

__all__ = [
    "DayCard",
    "Identity",
    "IdentityIndex",
    "Invitation",
    "OrganisingBody",
    "OutsideAccount",
    "Person",
    "Role",
    "RoleName",
    "Scope",
    "SignInLink",
    "Spent",
    "StaffCount",
    "Tally",
    "Unit",
    "UnitSuccession",
    "UnitVersion",
]
