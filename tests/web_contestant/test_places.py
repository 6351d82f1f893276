"""An assisted place: people follow one another on one device, and nothing of one stays."""

import pytest
from allauth.mfa.models import Authenticator

from hoithi.entries.models import AssistedPlace, Entrant
from hoithi.people.models import RoleName
from tests import make
from tests.entries.make import AN
from tests.web_contestant.test_way import code_on, enter, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def device(phone, here):
    """A device that its helper made one of a place; the helper has signed out."""
    helper = make.holder(RoleName.HELPER, over=here.body)
    Authenticator.objects.create(user=helper, type="totp", data={"secret": "x"})
    phone.force_login(helper)
    phone.post(f"/{here.slug}/diem-ho-tro/", {"name": "Nhà văn hóa thôn Đông"})
    del phone.cookies["sessionid"]
    return phone


def test_who_enters_at_a_place_is_marked_as_assisted(device, here):
    assert "Nhà văn hóa thôn Đông" in text_of(device.get(f"/{here.slug}/"))
    enter(device, here)
    assert Entrant.objects.get().channel == "assisted"
    assert "data-place=" in device.get(f"/{here.slug}/bai-thi/").content.decode()


def test_the_next_person_finds_a_clean_device(device, here):
    enter(device, here)
    code_on(device, here)
    device.post(f"/{here.slug}/diem-ho-tro/ban-giao/")
    assert device.get(f"/{here.slug}/ma-du-thi/")["Location"] == f"/{here.slug}/du-thi/"
    enter(device, here, {**AN, "full_name": "Lò Thị Hương", "phone": "0900000003"})
    assert Entrant.objects.count() == 2


def test_a_closed_place_has_no_devices(device, here):
    AssistedPlace.objects.update(closed_at=make.AT)
    enter(device, here)
    assert Entrant.objects.get().channel == "online"


def test_the_helper_is_signed_out_of_the_device_that_others_use(phone, here):
    helper = make.holder(RoleName.HELPER, over=here.body)
    Authenticator.objects.create(user=helper, type="totp", data={"secret": "x"})
    phone.force_login(helper)
    told = text_of(phone.get(f"/{here.slug}/diem-ho-tro/"))
    phone.post(f"/{here.slug}/diem-ho-tro/", {"name": "Nhà văn hóa thôn Đông"})
    assert ("tự đăng xuất khỏi máy đó" in told, phone.get("/quan-tri/").status_code) == (True, 302)
    assert "Nhà văn hóa thôn Đông" in text_of(phone.get(f"/{here.slug}/"))
