"""Addresses of accounts, bodies, units and the journal."""

from tests.matrix.record import Address, everyone, only, signed_in
from tests.matrix.world import World, slug

ADMINISTER = ("administrator", "operator")
SEE_ACCOUNTS = (*ADMINISTER, "organiser")
SEE_JOURNAL = ("administrator", "other_administrator", "auditor", "other_auditor", "operator")


def account(world: World) -> dict[str, object]:
    return {"body": world.body.slug, "person": world.account.pk}


def role(world: World) -> dict[str, object]:
    return {"body": world.body.slug, "role": world.role.pk}


def unit(world: World) -> dict[str, object]:
    return {"body": world.body.slug, "code": world.unit.code}


def authority(_world: World) -> dict[str, object]:
    return {"provider_id": "cong-vu"}


def errand(world: World) -> dict[str, object]:
    return {"token": world.errand.token}


def as_csv(world: World) -> dict[str, object]:
    return {**slug(world), "kind": "csv"}


def shown(name: str, args=slug) -> Address:
    """A page or file that only administrators of the body see."""
    return Address(name, get=only(200, *ADMINISTER), args=args)


def form(name: str, args=slug) -> Address:
    """A page with a form, which refuses what is empty."""
    return Address(name, get=only(200, *ADMINISTER), post=only(422, *ADMINISTER), args=args)


def sent(name: str, status: int, args=slug) -> Address:
    """A form without a page of its own."""
    return Address(name, post=only(status, *ADMINISTER), args=args)


AT_THE_DOOR = signed_in(302, anonymous=200)
AGAIN = signed_in(302)
"""The person is asked for the password once more."""
HERE = signed_in(200)

SIGNING_IN = [
    Address("account_login", get=AT_THE_DOOR, post=AT_THE_DOOR, put=AT_THE_DOOR),
    Address("account_logout", get=HERE, post=everyone(302)),
    Address("account_inactive", get=everyone(200)),
    Address("account_reauthenticate", get=HERE, post=HERE, put=HERE),
    Address("account_change_password", get=HERE, post=HERE, put=HERE),
    Address("my_account", get=HERE),
    Address("second_factor_needed", get=HERE),
    Address(
        "sign_in_link",
        get=everyone(200),
        post=everyone(422),
        args=lambda world: {"token": world.slip.token},
    ),
    Address("openid_connect_login", get=everyone(404), args=authority),
    Address(
        "openid_connect_callback", get=everyone(404), args=lambda _: {"provider_id": "cong-vu"}
    ),
    Address("errand", get=only(200, "administrator"), args=errand),
    Address("errand_file", get=only(200, "administrator"), args=errand),
    Address("day_card", get=everyone(200), post=everyone(302), args=lambda world: world.card),
]
SECOND_FACTOR = [
    Address("mfa_index", get=HERE),
    Address("mfa_authenticate", get=everyone(302), post=everyone(302)),
    Address("mfa_reauthenticate", get=HERE, post=HERE, put=HERE),
    Address("mfa_activate_totp", get=AGAIN, post=AGAIN),
    Address("mfa_deactivate_totp", get=AGAIN, post=AGAIN),
    Address("mfa_view_recovery_codes", get=signed_in(404)),
    Address("mfa_generate_recovery_codes", get=AGAIN, post=AGAIN),
    Address("mfa_download_recovery_codes", get=signed_in(404), post=signed_in(404)),
    Address("mfa_list_webauthn", get=HERE),
    Address("mfa_add_webauthn", get=AGAIN, post=AGAIN),
    Address("mfa_reauthenticate_webauthn", get=AGAIN, post=AGAIN),
    Address("mfa_login_webauthn", get=everyone(302), post=everyone(302)),
    Address("mfa_remove_webauthn", get=AGAIN, post=AGAIN, args=lambda _: {"pk": 1}),
    Address("mfa_edit_webauthn", get=AGAIN, post=AGAIN, args=lambda _: {"pk": 1}),
]
ACCOUNTS = [
    Address("body_accounts", get=only(200, *SEE_ACCOUNTS), post=only(422, *ADMINISTER), args=slug),
    Address("body_slips", post=only(302, *SEE_ACCOUNTS), args=slug),
    sent("body_account_outside", 302, account),
    shown("accounts_form"),
    form("accounts_import"),
    sent("accounts_take", 422),
    sent("accounts_give_back", 422),
    Address("body_account", get=only(200, *SEE_ACCOUNTS), args=account),
    Address("role_grant", post=only(422, *SEE_ACCOUNTS), args=account),
    # The role is a secretary's, which an organiser does not take back.
    Address("role_revoke", post=only(302, *ADMINISTER, organiser=422), args=role),
    sent("account_second_factor", 302, account),
    sent("body_account_close", 302, account),
    form("body_headings"),
    form("day_cards"),
    shown("day_cards_out", as_csv),
]
UNITS = [
    form("body_units"),
    shown("units_found"),
    form("units_rearrange"),
    shown("units_export", as_csv),
    shown("staff_counts_out", as_csv),
    shown("accounts_out", as_csv),
    Address("journal_out", get=only(200, *SEE_JOURNAL), args=lambda _world: {"kind": "csv"}),
    form("units_import"),
    sent("units_take", 422),
    sent("units_give_back", 422),
    shown("body_unit", unit),
    sent("unit_change", 422, unit),
    sent("unit_close", 422, unit),
    form("staff_counts"),
    shown("staff_counts_form"),
    sent("staff_counts_take", 422),
    sent("staff_counts_give_back", 422),
]
ONE_WAY_TO_GO = [
    f"{over}{role}"
    for over in ("", "other_")
    for role in (
        *("organiser", "secretary", "approver", "auditor"),
        *("question_writer", "question_reviewer", "judge"),
    )
]
"""Their home is the one place of their work; the others choose."""
ADDRESSES = [
    *SIGNING_IN,
    *SECOND_FACTOR,
    *ACCOUNTS,
    *UNITS,
    Address("staff_home", get=signed_in(200, **dict.fromkeys(ONE_WAY_TO_GO, 302))),
    Address("bodies_out", get=only(200, "operator"), args=lambda _world: {"kind": "csv"}),
    Address("operator_home", get=only(200, "operator"), post=only(422, "operator")),
    Address("journal", get=only(200, *SEE_JOURNAL), post=only(200, *SEE_JOURNAL)),
]
