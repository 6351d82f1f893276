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
from hoithi.people.actions.outside import link_outside, person_from_outside
from hoithi.people.actions.register import Loaded, load_register
from hoithi.people.actions.roles import grant_role, make_first_operator_role, revoke_role
from hoithi.people.actions.second_factors import apply_newest_key_to_second_factors
from hoithi.people.actions.staff_counts import take_count_table, take_staff_counts
from hoithi.people.actions.unit_tables import take_units
from hoithi.people.actions.units import add_unit, change_unit, close_unit, merge_or_split

__all__ = [
    "Headings",
    "Issued",
    "Loaded",
    "add_unit",
    "apply_newest_key_to_second_factors",
    "apply_newest_keys",
    "change_headings",
    "change_unit",
    "close_account",
    "close_unit",
    "create_body",
    "erase_due",
    "grant_role",
    "invite",
    "link_outside",
    "load_register",
    "make_account",
    "make_accounts",
    "make_day_card",
    "make_first_operator_role",
    "merge_or_split",
    "person_from_outside",
    "reset_account",
    "reset_second_factor",
    "revoke_role",
    "take_count_table",
    "take_staff_counts",
    "take_units",
    "use_day_card",
    "use_invitation",
    "use_sign_in_link",
]
