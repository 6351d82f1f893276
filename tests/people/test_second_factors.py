"""Secrets of second factors lie sealed in the database, under numbered keys."""

import json
from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from django.apps import apps
from django.db import connection

from hoithi.config.installation import Secrets
from hoithi.people import actions, facts
from tests import make

ONE = Secrets("s", {1: "11" * 32}, {1: "aa" * 32})
TWO = Secrets("s", {1: "11" * 32, 2: "22" * 32}, {1: "aa" * 32})
ONLY_TWO = Secrets("s", {2: "22" * 32}, {1: "aa" * 32})


def stored() -> list[dict]:
    """The data of all authenticators as the table holds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator ORDER BY id")
        return [json.loads(data) for (data,) in cursor.fetchall()]


def code(secret: str) -> str:
    counter = list(auth.yield_hotp_counters_from_time())[1]
    return auth.format_hotp_value(auth.hotp_value(secret, counter))


@pytest.mark.django_db
def test_neither_the_secret_nor_the_seed_is_in_the_table():
    person, secret = make.person(), auth.generate_totp_secret()
    totp, codes = auth.TOTP.activate(person, secret), RecoveryCodes.activate(person)
    application, recovery = stored()
    assert secret not in json.dumps(application)
    assert facts.opened_secret(application["secret"]) == secret
    seed = facts.opened_secret(recovery["seed"])
    assert seed not in json.dumps(recovery)
    assert totp.validate_code(code(secret))
    assert codes.validate_code(codes.generate_codes()[3])


@pytest.mark.django_db
def test_newer_keys_take_over_and_the_older_one_may_go(settings):
    settings.KEYS = ONE
    person, secret = make.person(), auth.generate_totp_secret()
    auth.TOTP.activate(person, secret)
    codes = RecoveryCodes.activate(person).generate_codes()
    Authenticator.objects.create(user=person, type="webauthn", data={"credential": {}, "name": ""})
    settings.KEYS = TWO
    changed = [actions.apply_newest_key_to_second_factors() for _ in range(2)]
    settings.KEYS = ONLY_TWO
    totp, recovery, _passkey = Authenticator.objects.order_by("pk")
    assert changed == [2, 0]
    assert totp.wrap().validate_code(code(secret))
    assert recovery.wrap().generate_codes() == codes


@pytest.mark.parametrize(
    "put_there",
    [
        pytest.param("JBSWY3DPEHPK3PXP", id="a secret in the clear"),
        pytest.param("", id="nothing"),
        pytest.param("1:", id="no bytes"),
        pytest.param("9:AAAA", id="a key that is not there"),
        pytest.param("x:AAAA", id="no number"),
        pytest.param("1:%%%%", id="no base64"),
    ],
)
def test_what_the_keys_did_not_seal_is_refused(put_there):
    with pytest.raises(facts.SealBroken):
        facts.opened_secret(put_there)


@pytest.mark.parametrize("place", [0, 12, -1])
def test_a_changed_byte_is_refused(place):
    number, _, text = facts.sealed_secret("JBSWY3DPEHPK3PXP").partition(":")
    data = bytearray(facts.second_factors.b64decode(text))
    data[place] ^= 1
    with pytest.raises(facts.SealBroken):
        facts.opened_secret(f"{number}:{facts.second_factors.b64encode(data).decode()}")


@pytest.mark.django_db
def test_secrets_of_before_are_sealed_once():
    migration = import_module("hoithi.people.migrations.0002_seal_second_factors")
    person = make.person()
    row = Authenticator.objects.create(
        user=person, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"}
    )
    for _ in range(2):
        migration.seal(apps, None)
    row.refresh_from_db()
    assert facts.opened_secret(row.data["secret"]) == "JBSWY3DPEHPK3PXP"
