"""Coming back: by identity and code, by a device's token, by a new code."""

from datetime import timedelta

import pytest

from hoithi.core.rulebook.entry import EntryRules
from hoithi.entries import actions, queries
from hoithi.entries.actions import codes
from hoithi.entries.facts import code_shown, entrant_of_token, entrant_token
from hoithi.people.models import RoleName
from tests import make
from tests.entries.make import AN, contest, rulebook

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return contest(rulebook(entry=EntryRules(unit=None)))


@pytest.fixture
def door(here):
    return queries.current_door(here, at=make.AT)


@pytest.fixture
def entered(door):
    return actions.enter(door, AN, at=make.AT)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(lambda code: code, id="as given"),
        pytest.param(code_shown, id="as shown"),
        pytest.param(lambda code: f" {code.lower()} ", id="in small letters"),
    ],
)
def test_identity_and_code_open(door, entered, typed):
    found = queries.return_by_code(door, AN, typed(entered.code), at=make.AT)
    assert found == entered.entrant


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({}, "22222222", id="wrong code"),
        pytest.param({}, "", id="no code"),
        pytest.param({"phone": "0912345679"}, None, id="wrong identity"),
        pytest.param({"full_name": "Ai Đó"}, "22222222", id="nobody"),
    ],
)
def test_whatever_is_wrong_the_answer_is_the_same(door, entered, changes, code):
    code = entered.code if code is None else code
    assert queries.return_by_code(door, {**AN, **changes}, code, at=make.AT) is None


def test_a_renewed_code_replaces_the_old_one(door, entered):
    secretary = make.person()
    new = codes.renew_code(entered.entrant, by=secretary, reason="Mất điện thoại", at=make.AT)
    assert queries.return_by_code(door, AN, entered.code, at=make.AT) is None
    assert queries.return_by_code(door, AN, new, at=make.AT) == entered.entrant
    assert make.deeds()[-1] == "entries.code_renewed"


def test_a_one_time_code_opens_once(door, entered):
    sent = codes.one_time_code(entered.entrant, at=make.AT)
    assert sent is not None
    new = codes.renew_by_one_time_code(entered.entrant, sent, at=make.AT)
    assert queries.return_by_code(door, AN, new, at=make.AT) == entered.entrant
    with pytest.raises(codes.CodeRefused):
        codes.renew_by_one_time_code(entered.entrant, sent, at=make.AT)


def test_a_one_time_code_dies_after_five_wrong_tries(entered):
    sent = codes.one_time_code(entered.entrant, at=make.AT)
    wrong = "000000" if sent != "000000" else "000001"
    for _ in range(codes.TRIES):
        with pytest.raises(codes.CodeRefused):
            codes.renew_by_one_time_code(entered.entrant, wrong, at=make.AT)
    with pytest.raises(codes.CodeRefused):
        codes.renew_by_one_time_code(entered.entrant, sent, at=make.AT)


def test_a_one_time_code_dies_in_ten_minutes(entered):
    sent = codes.one_time_code(entered.entrant, at=make.AT)
    with pytest.raises(codes.CodeRefused):
        codes.renew_by_one_time_code(entered.entrant, sent, at=make.AT + codes.LASTS)


def test_nobody_is_pestered_with_codes(entered):
    sent = [codes.one_time_code(entered.entrant, at=make.AT) for _ in range(codes.A_DAY + 1)]
    assert sent[-1] is None
    assert codes.one_time_code(entered.entrant, at=make.AT + timedelta(days=1, minutes=1))


def test_a_token_names_its_entrant_and_no_other_text_does(here, entered):
    token = entrant_token(entered.entrant)
    assert entrant_of_token(token) == (entered.entrant.pk, here.pk)
    assert entrant_of_token(token[:-1]) is None
    assert queries.entrant_at_device(here, token) == entered.entrant
    assert queries.entrant_at_device(contest(rulebook(title="Khác")), token) is None


def test_the_secretariat_finds_by_code_and_a_stranger_does_not(here, entered):
    secretary = make.holder(RoleName.SECRETARY, over=here.body)
    assert queries.entrant_by_code(secretary, here, entered.code, at=make.AT) == entered.entrant
    stranger = make.holder(RoleName.SECRETARY, over=make.body())
    with pytest.raises(type(entered.entrant).DoesNotExist):
        queries.entrant_by_code(stranger, here, entered.code, at=make.AT)
