"""Deeds about people: accounts and roles, units and their history, personal data."""

from hoithi.people.actions.accounts import (
    close_account,
    make_account,
    make_accounts,
    reset_account,
    reset_second_factor,
    use_sign_in_link,
)
from hoithi.people.actions.bodies import Headings, change_headings, create_body
from hoithi.people.actions.identities import apply_newest_keys, erase_due
from hoithi.people.actions.invitations import (
    Issued,
    invite,
    make_day_card,
    use_day_card,
    use_invitation,
)
from hoithi.people.actions.roles import grant_role, make_first_operator_role, revoke_role

__all__ = [
    "Headings",
    "Issued",
    "apply_newest_keys",
    "change_headings",
    "close_account",
    "create_body",
    "erase_due",
    "grant_role",
    "invite",
    "make_account",
    "make_accounts",
    "make_day_card",
    "make_first_operator_role",
    "reset_account",
    "reset_second_factor",
    "revoke_role",
    "use_day_card",
    "use_invitation",
    "use_sign_in_link",
]
