"""Another authority lets in only whom an administrator has linked, by its signed word alone."""

import pytest
from allauth.mfa.totp.internal import auth
from cryptography.hazmat.primitives.asymmetric import rsa
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from hoithi.config.openid import FILE, OpenId, openid, providers
from hoithi.people import actions
from hoithi.people.models import OutsideAccount, Person, RoleName
from tests import make
from tests.make import AT
from tests.web_staff.authority import CLIENT, SECRET, Authority

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
BEGIN, BACK = "/tai-khoan/cong-vu/vao/", "/tai-khoan/cong-vu/ve/"
AN = {"sub": "u-1", "email": "an.nt@xa.gov.vn", "email_verified": True}


@pytest.fixture
def authority(settings):
    made = Authority()
    made.start()
    settings.OPENID = OpenId(made.address, CLIENT, SECRET)
    settings.SOCIALACCOUNT_PROVIDERS = providers(settings.OPENID)
    yield made
    made.stop()


@pytest.fixture
def person():
    return make.holder(RoleName.UNIT_CONTACT, over=make.body())


@pytest.fixture
def administrator(person):
    return make.holder(RoleName.ADMINISTRATOR, over=person.body)


def comes_back(authority, client=None, **claims):
    """What the site answers to somebody of whom the authority says this."""
    client = client or Client()
    asked = client.get(BEGIN)["Location"]
    assert asked.startswith(f"{authority.address}/authorize?")
    return client.get(BACK, authority.signs_in(asked, **claims))


def where(response) -> str | int:
    return response.get("Location", response.status_code)


@pytest.mark.parametrize("by", [{"email": "An.NT@xa.gov.vn"}, {"subject": "u-1"}])
def test_who_was_linked_comes_in(authority, person, administrator, by):
    actions.link_outside(person, **by, by=administrator, at=AT)
    client = Client()
    assert where(comes_back(authority, client, **AN)) == "/quan-tri/"
    assert client.get("/quan-tri/").status_code == 200
    assert Person.objects.count() == 2


def test_an_address_opens_once_and_then_the_subject_does(authority, person, administrator):
    actions.link_outside(person, email="an.nt@xa.gov.vn", by=administrator, at=AT)
    assert where(comes_back(authority, **AN)) == "/quan-tri/"
    assert where(comes_back(authority, **{**AN, "email": "ten.moi@xa.gov.vn"})) == "/quan-tri/"
    assert where(comes_back(authority, **{**AN, "sub": "u-2"})) == 403
    assert make.deeds().count("people.outside_bound") == 1


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param(AN, id="nobody linked"),
        pytest.param({**AN, "email": "binh@xa.gov.vn", "email_verified": False}, id="unverified"),
        pytest.param({"sub": "u-9"}, id="without an address"),
    ],
)
def test_nobody_else_comes_in_or_gets_an_account(authority, person, administrator, claims):
    actions.link_outside(person, email="binh@xa.gov.vn", by=administrator, at=AT)
    answer = comes_back(authority, **claims)
    assert (answer.status_code, "chưa được gắn" in answer.content.decode()) == (403, True)
    assert Person.objects.count() == 2


@pytest.mark.parametrize(
    "lie",
    [
        pytest.param({"lies": {"iss": "https://khac.example"}}, id="another issuer"),
        pytest.param({"lies": {"aud": "trang-khac"}}, id="for another site"),
        pytest.param({"lies": {"exp": 1_000_000_000}}, id="over"),
        pytest.param({"signs_with": rsa.generate_private_key(65537, 2048)}, id="another key"),
        pytest.param({"without_token": True}, id="no token"),
    ],
)
def test_a_word_that_was_not_signed_for_us_now_is_not_believed(
    authority, person, administrator, lie
):
    actions.link_outside(person, subject="u-1", by=administrator, at=AT)
    for name, value in lie.items():
        setattr(authority, name, value)
    answer = comes_back(authority, **AN)
    assert (answer.status_code, "Chưa đăng nhập được" in answer.content.decode()) == (403, True)


def test_what_was_begun_elsewhere_or_is_replayed_is_not_taken(authority, person, administrator):
    actions.link_outside(person, subject="u-1", by=administrator, at=AT)
    client = Client()
    back = authority.signs_in(client.get(BEGIN)["Location"], **AN)
    assert Client().get(BACK, back).status_code == 403
    assert where(client.get(BACK, back)) == "/quan-tri/"
    assert client.get(BACK, back).status_code == 403
    assert client.get(BACK, {"error": "access_denied", "state": "x"}).status_code == 403


def test_the_second_factor_is_asked_for_all_the_same(authority, person, administrator):
    actions.link_outside(person, subject="u-1", by=administrator, at=AT)
    auth.TOTP.activate(person, auth.generate_totp_secret())
    client = Client()
    assert where(comes_back(authority, client, **AN)) == "/tai-khoan/hai-lop/authenticate/"
    assert client.get("/quan-tri/").status_code == 302


def test_a_closed_account_stays_closed(authority, person, administrator):
    actions.link_outside(person, subject="u-1", by=administrator, at=AT)
    actions.close_account(person, by=administrator, at=AT)
    assert where(comes_back(authority, **AN)) == "/tai-khoan/da-ngung/"


@pytest.mark.usefixtures("authority")
def test_an_administrator_links_and_unlinks_on_the_page(person, administrator, signed_in):
    desk = signed_in(administrator)
    page = f"/quan-tri/{person.body.slug}/tai-khoan/{person.pk}/"
    assert "tài khoản công vụ" in desk.get(page).content.decode()
    desk.post(f"{page}cong-vu/", {"email": " An.nt@xa.gov.vn "})
    assert OutsideAccount.objects.get().email == "an.nt@xa.gov.vn"
    other = make.person(of=person.body)
    taken = desk.post(
        f"/quan-tri/{person.body.slug}/tai-khoan/{other.pk}/cong-vu/", {"email": "an.nt@xa.gov.vn"}
    )
    assert (taken.status_code, "gắn với một tài khoản khác" in taken.content.decode()) == (
        422,
        True,
    )
    desk.post(f"{page}cong-vu/", {})
    assert not OutsideAccount.objects.exists()


def test_without_a_file_there_is_no_such_way(client):
    assert [client.get(page).status_code for page in (BEGIN, BACK)] == [404, 404]
    assert "cong-vu" not in client.get("/tai-khoan/dang-nhap/").content.decode()


@pytest.mark.parametrize(
    ("text", "mode", "said"),
    [
        ('address = "https://sso.vn"\nclient = "a"\nsecret = "b"', 0o644, "chmod 600"),
        ('address = "http://sso.vn"\nclient = "a"\nsecret = "b"', 0o600, "https"),
        ('address = "https://sso.vn"', 0o600, "không đọc được"),
        ("\xff", 0o600, "không đọc được"),
    ],
)
def test_a_wrong_file_stops_the_start_in_words(tmp_path, text, mode, said):
    path = tmp_path / FILE
    path.write_text(text, encoding="latin-1")
    path.chmod(mode)
    with pytest.raises(ImproperlyConfigured, match=said):
        openid(tmp_path)
    assert openid(tmp_path / "khac") is None


def test_without_a_second_factor_nobody_takes_that_of_others_away(person, administrator):
    client = Client()
    client.force_login(administrator)
    page = f"/quan-tri/{person.body.slug}/tai-khoan/{person.pk}/hai-lop/"
    assert client.post(page)["Location"] == "/tai-khoan/bat-hai-lop/"
