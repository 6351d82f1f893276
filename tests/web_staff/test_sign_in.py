"""From the printed slip to the first working page; wrong passwords are slowed down."""

import re
from datetime import UTC, datetime

import pytest
from allauth.mfa.totp.internal import auth
from django.test import Client

from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people import actions
from hoithi.people.facts.accounts import NewAccount, NewDayCard, Reached
from hoithi.people.models import RoleName
from tests import make
from tests.make import AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
PASSWORD = "một mật khẩu dài của tôi"


def slip(*roles):
    body = make.body()
    made = actions.make_account(NewAccount("an.nt", "Nguyễn Thị An"), body=body, by=None, at=AT)
    for role in roles:
        make.role(made.person, role, over=body)
    return made


def sign_in(client, password=PASSWORD):
    return client.post("/tai-khoan/dang-nhap/", {"login": "an.nt", "password": password})


def test_the_slip_leads_to_a_password_a_second_factor_and_work(client):
    made = slip(RoleName.ADMINISTRATOR)
    page = f"/tai-khoan/phieu/{made.token}/"
    assert "an.nt" in client.get(page).content.decode()
    set_password = client.post(page, {"password": PASSWORD, "again": PASSWORD})
    assert set_password["Location"] == "/tai-khoan/dang-nhap/"
    assert sign_in(client)["Location"] == "/quan-tri/"
    assert client.get("/quan-tri/")["Location"] == "/tai-khoan/bat-hai-lop/"
    activation = client.get("/tai-khoan/hai-lop/totp/activate/").content.decode()
    secret = re.search(r'class="code">([A-Z2-7]+)<', activation)[1]
    counter = next(auth.yield_hotp_counters_from_time())
    code = auth.format_hotp_value(auth.hotp_value(secret, counter))
    answer = client.post("/tai-khoan/hai-lop/totp/activate/", {"code": code})
    assert answer["Location"] == "/tai-khoan/hai-lop/recovery-codes/"
    assert client.get("/quan-tri/").status_code == 200


def test_signing_in_again_asks_for_the_second_factor(client):
    made = slip(RoleName.ADMINISTRATOR)
    actions.use_sign_in_link(made.token, PASSWORD, at=AT)
    auth.TOTP.activate(made.person, auth.generate_totp_secret())
    assert sign_in(client)["Location"] == "/tai-khoan/hai-lop/authenticate/"
    assert client.get("/quan-tri/").status_code == 302
    wrong = client.post("/tai-khoan/hai-lop/authenticate/", {"code": "000000"})
    assert "Mã xác thực không đúng" in wrong.content.decode()


def test_a_unit_contact_works_with_a_password_alone(client):
    made = slip(RoleName.UNIT_CONTACT)
    actions.use_sign_in_link(made.token, PASSWORD, at=AT)
    sign_in(client)
    assert client.get("/quan-tri/").status_code == 200


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("ngắn", "ngắn", "quá ngắn"),
        (PASSWORD, "khác hẳn nhau mà", "không giống nhau"),
        ("", "", "chưa ghi"),
        ("password123", "password123", "quá phổ biến"),
        ("Nguyễn Thị An", "Nguyễn Thị An", "quá giống họ tên"),
    ],
)
def test_a_weak_or_mistyped_password_is_refused(client, password, again, said):
    page = f"/tai-khoan/phieu/{slip().token}/"
    answer = client.post(page, {"password": password, "again": again})
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert client.get(page).status_code == 200


def test_a_used_slip_says_what_to_do(client):
    made = slip()
    actions.use_sign_in_link(made.token, PASSWORD, at=AT)
    answer = client.get(f"/tai-khoan/phieu/{made.token}/")
    assert (answer.status_code, "nhận đường dẫn mới" in answer.content.decode()) == (422, True)


def test_guessing_passwords_is_slowed_down_for_the_login(client):
    made = slip(RoleName.UNIT_CONTACT)
    actions.use_sign_in_link(made.token, PASSWORD, at=AT)
    answers = [sign_in(client, "sai mật khẩu").content.decode() for _ in range(6)]
    assert ["Thử quá nhiều lần" in answer for answer in answers] == [False] * 5 + [True]
    assert "Thử quá nhiều lần" in sign_in(client).content.decode()


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(client):
    made = slip()
    actions.use_sign_in_link(made.token, PASSWORD, at=AT)
    wrong = sign_in(client, "sai mật khẩu").content.decode()
    unknown = client.post("/tai-khoan/dang-nhap/", {"login": "khong.co", "password": "x"})
    sentence = "Tên đăng nhập hoặc mật khẩu không đúng."
    assert (sentence in wrong, sentence in unknown.content.decode()) == (True, True)


def test_nobody_signs_up(client):
    assert client.get("/tai-khoan/signup/").status_code == 404


def test_a_reset_throws_the_person_out(client):
    made = slip(RoleName.UNIT_CONTACT)
    client.force_login(actions.use_sign_in_link(made.token, PASSWORD, at=AT))
    assert client.get("/quan-tri/").status_code == 200
    actions.reset_account(made.person, by=make.person(), at=AT)
    assert client.get("/quan-tri/").status_code == 302


def test_a_day_card_opens_on_its_first_device_without_a_second_factor():
    # A session ends by the system's clock, so the day is today's.
    now = datetime.now(UTC)
    body = make.body()
    by = make.holder(RoleName.ADMINISTRATOR, over=body)
    new = NewDayCard("Lê Thị Hoa", RoleName.JUDGE, Reached(body), local_day(now))
    page = f"/tai-khoan/the/{actions.make_day_card(new, by=by, at=now).token}/"
    first, second = Client(), Client()
    with clock.pinned(now):
        assert first.post(page)["Location"] == "/quan-tri/"
        assert first.get("/quan-tri/")["Location"] == "/giam-khao/"
        other = second.post(page)
        assert (other.status_code, "thiết bị khác" in other.content.decode()) == (422, True)
        assert first.post(page).status_code == 302
