"""Guessing is slowed down in every process; nobody is shut out by another's guesses."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal import auth
from django.core.cache import caches
from django.test import Client

from hoithi.kit import clock
from hoithi.people import actions
from hoithi.people.actions import tallies
from hoithi.people.facts.accounts import NewAccount
from hoithi.people.facts.tries import LOGIN, NETWORK
from hoithi.people.models import RoleName
from tests import make
from tests.make import AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
PASSWORD = "một mật khẩu dài của tôi"
TOO_MANY = "Thử quá nhiều lần. Đề nghị chờ 5 phút rồi thử lại."


@pytest.fixture(autouse=True)
def person():
    made = actions.make_account(
        NewAccount("an.nt", "Nguyễn Thị An"), body=make.body(), by=None, at=AT
    )
    make.role(made.person, RoleName.UNIT_CONTACT, over=made.person.body)
    return actions.use_sign_in_link(made.token, PASSWORD, at=AT)


def sign_in(client, password=PASSWORD, login="an.nt", address="203.113.131.7"):
    sent = {"login": login, "password": password}
    response = client.post("/tai-khoan/dang-nhap/", sent, REMOTE_ADDR=address)
    return "in" if response.status_code == 302 else response.content.decode()


def guess(times, **where):
    return [sign_in(Client(), "sai mật khẩu", **where) for _ in range(times)]


@pytest.mark.parametrize("login", ["an.nt", "khong.co"])
def test_the_sixth_guess_waits_whether_or_not_the_name_exists(login):
    said = guess(6, login=login)
    assert [TOO_MANY in one for one in said] == [False] * 5 + [True]


def test_the_count_outlives_the_process_and_ends_with_its_time():
    guess(5)
    caches["default"].clear()
    assert TOO_MANY in sign_in(Client())
    with clock.pinned(AT + timedelta(minutes=4, seconds=30)):
        assert "chờ 30 giây" in sign_in(Client())
    with clock.pinned(AT + timedelta(minutes=5)):
        assert sign_in(Client()) == "in"


def test_another_address_does_not_help_who_guesses():
    said = [guess(1, address=f"198.51.100.{n}")[0] for n in range(6)]
    assert TOO_MANY in said[-1]


def test_the_owner_comes_in_on_the_device_used_before_while_another_guesses():
    own = Client()
    assert sign_in(own) == "in"
    own.post("/tai-khoan/dang-xuat/")
    guess(9)
    assert TOO_MANY in sign_in(Client())
    assert sign_in(own) == "in"


def test_a_known_device_that_is_stolen_does_not_guess_for_ever():
    own = Client()
    sign_in(own)
    own.post("/tai-khoan/dang-xuat/")
    said = [sign_in(own, "sai mật khẩu") for _ in range(11)]
    assert ["Thử quá nhiều" in one for one in said] == [False] * 10 + [True]


def test_a_device_known_to_one_is_new_to_another(person):
    other = actions.make_account(
        NewAccount("binh.lv", "Lê Văn Bình"), body=person.body, by=None, at=AT
    )
    actions.use_sign_in_link(other.token, PASSWORD, at=AT)
    own = Client()
    sign_in(own)
    own.post("/tai-khoan/dang-xuat/")
    said = [sign_in(own, "sai mật khẩu", login="binh.lv") for _ in range(6)]
    assert TOO_MANY in said[-1]
    assert sign_in(own) == "in"


def test_a_school_behind_one_address_signs_in_however_many_they_are():
    said = [sign_in(Client()) for _ in range(NETWORK.most + 5)]
    assert set(said) == {"in"}


def test_many_names_tried_from_one_network_wait_a_minute_at_most():
    for number in range(NETWORK.most):
        guess(1, login=f"nguoi.{number}")
    assert "Thử quá nhiều lần. Đề nghị chờ 1 phút" in sign_in(Client())
    assert sign_in(Client(), address="198.51.100.4") == "in"
    with clock.pinned(AT + timedelta(minutes=1)):
        assert sign_in(Client()) == "in"


def test_codes_are_guessed_five_times(person, client):
    auth.TOTP.activate(person, auth.generate_totp_secret())
    sign_in(client)
    page = "/tai-khoan/hai-lop/authenticate/"
    said = [client.post(page, {"code": "000000"}).content.decode() for _ in range(6)]
    assert [TOO_MANY in one for one in said] == [False] * 5 + [True]


def test_a_cookie_that_is_not_ours_makes_no_device_known():
    own = Client()
    own.cookies["may-quen"] = "eyJpZCI6IngifQ:1:x"
    assert TOO_MANY in [sign_in(own, "sai mật khẩu") for _ in range(6)][-1]


def test_what_is_over_is_forgotten():
    guess(2)
    tallies.spend([tallies.to_spend("x", until=AT)])
    assert tallies.forget_tallies(AT + timedelta(minutes=59)) == 0
    assert tallies.forget_tallies(AT + timedelta(hours=2)) == 3
    assert LOGIN.most == 5


def test_a_thing_is_used_once_and_writing_it_again_is_no_second_use():
    first, second = (tallies.to_spend("x", until=AT) for _ in range(2))
    assert tallies.spend([first, second, tallies.to_spend("y", until=AT)]) == [True, False, True]
    assert tallies.spend([first]) == [True]
    assert tallies.spend([second]) == [False]
