"""A unit says in a minute what it told: its contact, and whoever has its link."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hoithi.campaigns.actions.outreach_passes import give_passes
from hoithi.campaigns.models import OutreachDeed, OutreachPass
from hoithi.campaigns.queries import outreach, outreach_units
from hoithi.kit import clock
from hoithi.people.models import RoleName, Unit
from hoithi.people.queries import units as units_now
from tests import make
from tests.campaigns.outreach import HAMLETS, campaign, duty
from tests.documents.photographs import jpeg
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
SAID = {"channel": "zalo", "done_on": "2026-11-02", "words": "Đã gửi vào nhóm thôn"}


@pytest.fixture
def founded(organiser):
    made = campaign(organiser.body, hamlets=2).campaign
    duty(made)
    return made


def hamlet(number: int = 0) -> Unit:
    return Unit.objects.get(code=f"thon-{number}")


def page(founded, number: int = 0) -> str:
    """The address of a hamlet's own page."""
    agency = founded.agencies.get(name=HAMLETS)
    return f"/don-vi/ke-hoach/tuyen-truyen/{founded.pk}/{agency.pk}/{hamlet(number).pk}/"


@pytest.fixture
def contact(founded):
    who = make.person()
    make.role(who, RoleName.UNIT_CONTACT, unit=Unit.objects.get(body=founded.body, code="thon-0"))
    return browser(who)


@pytest.fixture
def link(founded, organiser):
    """The link of the first hamlet."""
    tellers = outreach.tellers(founded, founded.agencies.filter(name=HAMLETS), on=AT.date())
    until = AT + timedelta(days=30)
    give_passes(founded, tellers, until=until, by=organiser, at=AT)
    given = OutreachPass.objects.get(unit=hamlet())
    return f"/tuyen-truyen/{outreach_units.token_of(given)}/"


def test_the_contact_sees_what_to_tell_and_says_it(founded, contact):
    assert "1 hình thức chưa thực hiện" in contact.get("/don-vi/ke-hoach/").content.decode()
    photo = SimpleUploadedFile("a.jpg", jpeg())
    assert contact.post(page(founded), {**SAID, "photos": [photo]}).status_code == 302
    shown = contact.get(page(founded)).content.decode()
    assert ("Đã gửi vào nhóm thôn" in shown, "1 ảnh" in shown) == (True, True)
    assert "Không còn việc bỏ trống" in contact.get("/don-vi/ke-hoach/").content.decode()
    made = OutreachDeed.objects.get()
    assert (made.unit, made.phase, made.photos.count()) == (hamlet(), "before", 1)


def test_the_same_form_twice_is_one_report(founded, contact):
    token = re.search(
        r'csrfmiddlewaretoken" value="(\w+)', contact.get(page(founded)).content.decode()
    )
    for _ in range(2):
        contact.post(page(founded), {**SAID, "csrfmiddlewaretoken": token[1]})
    assert OutreachDeed.objects.count() == 1


def test_nobody_speaks_for_another_unit(founded, contact, organiser):
    others = [browser(make.person()), browser(organiser), contact]
    asked = [page(founded), page(founded), page(founded, 1)]
    for client, address in zip(others, asked, strict=True):
        assert client.get(address).status_code == 404
        assert client.post(address, SAID).status_code == 404
    assert OutreachDeed.objects.count() == 0


def test_a_contact_sees_photographs_of_the_own_unit_only(founded, contact, link):
    Client().post(link, {**SAID, "photos": [SimpleUploadedFile("a.jpg", jpeg())]})
    photo = OutreachDeed.objects.get().photos.get()
    assert contact.get(f"{page(founded)}anh/{photo.pk}/").status_code == 200
    other = make.person()
    make.role(other, RoleName.UNIT_CONTACT, unit=hamlet(1))
    assert browser(other).get(f"{page(founded, 1)}anh/{photo.pk}/").status_code == 404


def test_whoever_has_the_link_says_it_without_an_account(link):
    answer = Client().get(link)
    assert "Tuyên truyền: Thôn số 0" in answer.content.decode()
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == (
        "same-origin",
        "noindex, nofollow",
    )
    assert Client().post(link, SAID).status_code == 302
    made = OutreachDeed.objects.get()
    assert (made.unit, made.reported_by, made.reported_pass) == (
        hamlet(),
        None,
        OutreachPass.objects.get(unit=hamlet()),
    )


def test_who_is_signed_in_by_chance_does_not_report_under_the_own_name(link, organiser):
    browser(organiser).post(link, SAID)
    assert OutreachDeed.objects.get().reported_by is None


def test_a_link_that_was_taken_back_or_is_over_opens_nothing(founded, link, desk, organiser):
    given = OutreachPass.objects.get(unit=hamlet())
    desk.post(home(organiser, f"{founded.pk}/tuyen-truyen/lien-ket/{given.pk}/thu-hoi/"))
    for client_answer in (Client().get(link), Client().post(link, SAID)):
        assert client_answer.status_code == 410
        assert "đã hết hạn hoặc đã được thu hồi" in client_answer.content.decode()
    OutreachPass.objects.update(revoked_at=None)
    with clock.pinned(AT + timedelta(days=31)):
        assert Client().get(link).status_code == 410
    assert OutreachDeed.objects.count() == 0


@pytest.mark.parametrize("token", ["1", "1.x", "1.", "abc", "999999.AAAA", "1.%00", "-1.x" * 90])
@pytest.mark.usefixtures("link")
def test_a_forged_link_is_nothing(token):
    assert Client().get(f"/tuyen-truyen/{token}/").status_code == 404


def test_a_link_is_slowed_down(link):
    answers = [Client().post(link, {**SAID, "channel": "tv"}).status_code for _ in range(3)]
    assert answers == [422] * 3  # A form with a slip in it is not counted.
    for number in range(40):
        day = f"2026-10-{1 + number // 20:02d}"
        assert Client().post(link, {**SAID, "done_on": day}).status_code == 302
    answer = Client().post(link, {**SAID, "done_on": "2026-10-20"})
    assert (answer.status_code, OutreachDeed.objects.count()) == (422, 40)


def test_links_are_given_once_shown_and_printed(founded, desk, organiser):
    address = home(organiser, f"{founded.pk}/tuyen-truyen/lien-ket")
    assert desk.get(f"{address}.pdf").status_code == 302
    for _ in range(2):
        assert desk.post(f"{address}/", {"until": "2026-12-01"}).status_code == 302
    assert OutreachPass.objects.count() == 2
    shown = desk.get(f"{address}/").content.decode()
    assert shown.count("/tuyen-truyen/") >= 2
    answer = desk.get(f"{address}.pdf")
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize("until", ["2026-11-01", "2028-01-01", "", "hôm nay"])
def test_a_link_must_end(founded, desk, organiser, until):
    address = home(organiser, f"{founded.pk}/tuyen-truyen/lien-ket/")
    assert desk.post(address, {"until": until}).status_code == 422
    assert OutreachPass.objects.count() == 0


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize("campaigns", [1, 4])
def test_what_units_are_to_tell_takes_four_queries(organiser, campaigns, django_assert_num_queries):
    for _ in range(campaigns - 1):
        duty(campaign(organiser.body).campaign)
    versions = {one.unit_id: one for one in units_now.versions_on(AT.date(), organiser.body)}
    with django_assert_num_queries(4):
        found = outreach_units.tellings_of(versions, today=AT.date())
    assert len(found) == campaigns * 2
