"""Personal data is sealed under numbered keys, bound to its row, and found by keyed hashes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.config.installation import Secrets
from hoithi.people import actions, facts, queries
from hoithi.people.models import Identity, IdentityIndex, RoleName
from tests import make

ONE = Secrets("s", {1: "11" * 32}, {1: "aa" * 32})
TWO = Secrets("s", {1: "11" * 32, 2: "22" * 32}, {1: "aa" * 32, 2: "bb" * 32})
AN = {"name": "nguyễn thị an", "phone": "+84912345678", "birth_year": "1990"}


def stored(body, fields=AN, erase_after=None):
    identity, index = facts.sealed_identity(body.pk, fields, "Nguyễn T. A**", make.AT, erase_after)
    identity.save()
    IdentityIndex.objects.bulk_create(index)
    return identity


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=50), max_size=6))
def test_what_is_sealed_opens_to_the_same_fields(fields):
    identity, _ = facts.sealed_identity(7, fields, "A**", make.AT, None)
    assert facts.opened(identity) == fields


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_keys_of_persons_are_equal_only_for_equal_parts(one, other):
    assert (facts.key_hash(1, 2, one) == facts.key_hash(1, 2, other)) == (one == other)


@pytest.mark.parametrize(
    ("body", "contest", "parts"),
    [
        pytest.param(2, 5, ["an", "1990"], id="another body"),
        pytest.param(1, 6, ["an", "1990"], id="another contest"),
        pytest.param(1, 5, ["1990", "an"], id="another order"),
        pytest.param(1, 5, ["an1990"], id="parts run together"),
    ],
)
def test_the_key_of_a_person_differs_for(body, contest, parts):
    assert facts.key_hash(body, contest, parts) != facts.key_hash(1, 5, ["an", "1990"])


def test_the_index_depends_on_body_field_and_value():
    hashes = {
        facts.index_hash(1, "phone", "+84912345678"),
        facts.index_hash(2, "phone", "+84912345678"),
        facts.index_hash(1, "name", "+84912345678"),
        facts.index_hash(1, "phone", "+84912345679"),
    }
    assert len(hashes) == 4


@pytest.mark.django_db
def test_bytes_moved_to_another_row_do_not_open():
    body = make.body()
    one, other = stored(body), stored(body)
    other.sealed = one.sealed
    with pytest.raises(facts.SealBroken):
        facts.opened(other)


@pytest.mark.parametrize("place", [0, 11, 12, 30, -1])
def test_a_changed_byte_does_not_open(place):
    identity, _ = facts.sealed_identity(7, AN, "A**", make.AT, None)
    sealed = bytearray(identity.sealed)
    sealed[place] ^= 1
    identity.sealed = bytes(sealed)
    with pytest.raises(facts.SealBroken):
        facts.opened(identity)


@pytest.mark.django_db
def test_newest_keys_are_applied_and_older_ones_still_find(settings):
    body = make.body()
    settings.KEYS = ONE
    identity = stored(body)
    settings.KEYS = TWO
    assert list(queries.identities_with(body.pk, "phone", AN["phone"])) == [identity]
    assert (actions.apply_newest_keys(), actions.apply_newest_keys()) == (1, 0)
    settings.KEYS = Secrets("s", {2: "22" * 32}, {2: "bb" * 32})
    assert facts.opened(Identity.objects.get()) == AN
    assert list(queries.identities_with(body.pk, "phone", AN["phone"])) == [identity]


def test_the_key_of_a_person_stays_while_keys_are_changed(settings):
    settings.KEYS = ONE
    before = facts.key_hash(1, 5, ["an"])
    settings.KEYS = TWO
    assert facts.key_hash(1, 5, ["an"]) == before


@pytest.mark.django_db
def test_identities_are_erased_on_the_day_after_their_retention():
    body = make.body()
    over = stored(body, erase_after=date(2026, 11, 1))
    kept = stored(body, erase_after=date(2026, 11, 2))
    assert (actions.erase_due(make.AT), actions.erase_due(make.AT)) == (1, 0)
    over.refresh_from_db()
    assert (facts.opened(over), over.masked_name, over.erased_at) == (
        {}, "Nguyễn T. A**", make.AT,
    )  # fmt: skip
    assert set(IdentityIndex.objects.values_list("identity", flat=True)) == {kept.pk}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "over_own_body", "may"),
    [
        (RoleName.ORGANISER, True, True),
        (RoleName.SECRETARY, True, True),
        (RoleName.APPROVER, True, True),
        (RoleName.ADMINISTRATOR, True, False),
        (RoleName.AUDITOR, True, False),
        (RoleName.UNIT_CONTACT, True, False),
        (RoleName.ORGANISER, False, False),
    ],
)
def test_an_identity_is_read_only_by(role, over_own_body, may):
    body = make.body()
    identity = stored(body)
    reader = make.holder(role, over=body if over_own_body else make.body())
    if may:
        read = queries.opened_identity(identity, by=reader, reason="xác minh", at=make.AT)
        assert read == AN
    else:
        with pytest.raises(Identity.DoesNotExist):
            queries.opened_identity(identity, by=reader, reason="xác minh", at=make.AT)
    assert make.deeds() == (["people.identity_read"] if may else [])
