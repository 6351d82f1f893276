"""What a person may reach, and what there is to read about people and units."""

from hoithi.people.queries.accounts import (
    account_of,
    accounts_of,
    bodies_for,
    body_administered,
    body_for,
    day_card,
    has_second_factor,
    invitation,
    journal_entries,
    needs_second_factor,
    people_of,
    role_of,
    roles_in_force,
    roles_of,
    sign_in_link,
)
from hoithi.people.queries.identities import identities_with, opened_identity
from hoithi.people.queries.reach import Reach, reach

__all__ = [
    "Reach",
    "account_of",
    "accounts_of",
    "bodies_for",
    "body_administered",
    "body_for",
    "day_card",
    "has_second_factor",
    "identities_with",
    "invitation",
    "journal_entries",
    "needs_second_factor",
    "opened_identity",
    "people_of",
    "reach",
    "role_of",
    "roles_in_force",
    "roles_of",
    "sign_in_link",
]
