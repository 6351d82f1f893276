"""Accounts are made, handed over, used and reset without e-mail."""

from datetime import timedelta

import pytest

from hoithi import wording
from hoithi.people import actions, queries
from hoithi.people.facts.accounts import (
    LinkNotValid,
    LoginNotAllowed,
    LoginTaken,
    NameMissing,
    NameNotAPersons,
    NewAccount,
)
from hoithi.people.facts.tables import MOST_LETTERS
from hoithi.people.models import Person
from tests import make
from tests.make import AT

pytestmark = pytest.mark.django_db


def slip(**changes):
    new = NewAccount(**{"login": "an.nt", "full_name": "NGUYỄN THỊ AN"} | changes)
    return actions.make_account(new, body=make.body(), by=None, at=AT)


def test_a_new_account_waits_for_its_own_password():
    person = slip().person
    assert (person.login, person.full_name, person.has_usable_password()) == (
        "an.nt",
        "Nguyễn Thị An",
        False,
    )
    assert make.deeds() == ["people.account_made"]


def test_the_slip_sets_a_password_once():
    given = slip()
    person = actions.use_sign_in_link(given.token, "mật khẩu của tôi", at=AT)
    assert (person.check_password("mật khẩu của tôi"), person.must_change_password) == (True, False)
    with pytest.raises(LinkNotValid) as caught:
        actions.use_sign_in_link(given.token, "khác", at=AT)
    assert wording.sentence(caught.value).startswith("Đường dẫn")


def test_a_slip_is_over_after_fourteen_days():
    given = slip()
    with pytest.raises(LinkNotValid):
        actions.use_sign_in_link(given.token, "mật khẩu", at=AT + timedelta(days=14))
    with pytest.raises(LinkNotValid):
        queries.sign_in_link("không có", AT)


def test_a_reset_ends_sessions_and_older_slips(client):
    given = slip()
    person = actions.use_sign_in_link(given.token, "mật khẩu của tôi", at=AT)
    client.force_login(person)
    session_hash = person.get_session_auth_hash()
    first = actions.reset_account(person, by=make.person(), at=AT)
    second = actions.reset_account(person, by=make.person(), at=AT)
    person.refresh_from_db()
    assert person.get_session_auth_hash() != session_hash
    with pytest.raises(LinkNotValid):
        actions.use_sign_in_link(first.token, "x", at=AT)
    assert actions.use_sign_in_link(second.token, "mới", at=AT) == person


def test_a_closed_account_has_no_slip_any_more():
    given = slip()
    actions.close_account(given.person, by=make.person(), at=AT)
    with pytest.raises(LinkNotValid):
        actions.use_sign_in_link(given.token, "x", at=AT)


@pytest.mark.parametrize(
    ("login", "name", "refusal"),
    [
        ("ab", "An", LoginNotAllowed),
        ("nguyễn.an", "An", LoginNotAllowed),
        ("an nguyen", "An", LoginNotAllowed),
        ("a" * 61, "An", LoginNotAllowed),
        ("", "An", LoginNotAllowed),
        ("an.nt", "  ", NameMissing),
    ],
)
def test_an_account_is_refused(login, name, refusal):
    with pytest.raises(refusal) as caught:
        slip(login=login, full_name=name)
    assert wording.sentence(caught.value)
    assert not Person.objects.exists()


def test_a_sign_in_name_is_taken_whatever_its_case():
    slip()
    with pytest.raises(LoginTaken):
        slip(login="AN.NT")


def test_of_many_accounts_none_is_made_when_one_is_refused():
    new = [NewAccount("mot.hai", "Lê Một"), NewAccount("mot.hai", "Lê Hai")]
    with pytest.raises(LoginTaken):
        actions.make_accounts(new, body=make.body(), by=None, at=AT)
    assert not Person.objects.exists()


def test_a_table_takes_no_more_letters_than_the_row_of_an_account():
    room = {key: Person._meta.get_field(key).max_length for key in MOST_LETTERS}
    assert room == MOST_LETTERS


@pytest.mark.parametrize("people", [1, 60])
def test_many_accounts_take_as_few_statements_as_one(people, django_assert_num_queries):
    new = [NewAccount(f"nguoi.{number}x", "Lê An") for number in range(people)]
    with django_assert_num_queries(6):
        slips = actions.make_accounts(new, body=None, by=None, at=AT)
    assert {slip.person.login for slip in slips} == {one.login for one in new}
    assert make.deeds() == ["people.account_made"] * people
    used = actions.use_sign_in_link(slips[-1].token, "mật khẩu của tôi", at=AT)
    assert used == slips[-1].person


@pytest.mark.parametrize("name", ["<i>Lý</i> 123", "Nguyễn", "a", "Lý 123", "Nguyễn An (VP)"])
def test_an_account_is_a_persons(name):
    with pytest.raises(NameNotAPersons):
        slip(full_name=name)
