"""The one-click second factor: only in a demonstration, and however long its page was open."""

import pytest
from allauth.mfa.totp.internal import auth
from django.core.cache import cache

from hoithi.people import actions
from hoithi.people.models import RoleName
from tests.make import AT
from tests.web_staff.test_sign_in import PASSWORD, sign_in, slip

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
PAGE = "/tai-khoan/hai-lop/authenticate/"
BUTTON = 'name="code" value="dung-thu"'


@pytest.fixture
def signing_in(client):
    """Somebody at the second step; the secret is the demonstration's."""
    made = slip(RoleName.ADMINISTRATOR)
    actions.use_sign_in_link(made.token, PASSWORD, at=AT)
    secret = auth.generate_totp_secret()
    auth.TOTP.activate(made.person, secret)
    sign_in(client)
    return client, secret


def test_one_click_is_enough_in_a_demonstration(signing_in, settings):
    client, settings.DEMO_SECRET = signing_in
    assert BUTTON in client.get(PAGE).content.decode()
    assert client.post(PAGE, {"code": "dung-thu"})["Location"] == "/quan-tri/"


def test_a_code_already_taken_is_not_offered_again(signing_in, settings):
    client, settings.DEMO_SECRET = signing_in
    person = client.session["account_login"]["user_pk"]
    counters = list(auth.yield_hotp_counters_from_time())
    taken = auth.format_hotp_value(auth.hotp_value(settings.DEMO_SECRET, counters[0]))
    cache.set(f"allauth.mfa.totp.used?user={person}&code={taken}", value=True)
    assert client.post(PAGE, {"code": "dung-thu"})["Location"] == "/quan-tri/"


def test_elsewhere_the_word_is_a_wrong_code(signing_in):
    client, _secret = signing_in
    assert BUTTON not in client.get(PAGE).content.decode()
    assert "Mã xác thực không đúng" in client.post(PAGE, {"code": "dung-thu"}).content.decode()
