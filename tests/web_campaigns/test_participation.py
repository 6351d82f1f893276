"""A superior's contest is read here, the own quota set, the own people counted."""

from datetime import date

import pytest

from hoithi.campaigns.models import Activity, ParticipationQuota
from hoithi.contests import actions as contests
from hoithi.core.units.kinds import UnitKind
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from hoithi.sittings.models import Figure
from tests import make
from tests.campaigns.make import campaign
from tests.entries.make import contest
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def superiors():
    return contest(of=make.body("Ủy ban nhân dân tỉnh"))


@pytest.fixture
def activity(organiser, superiors) -> Activity:
    """An activity that joined the superior's contest."""
    found = campaign(organiser.body).campaign.activities.get()
    found.is_superiors = True
    found.save()
    contests.join(found, superiors, by=organiser, at=AT)
    return found


@pytest.fixture
def address(organiser, activity):
    return home(organiser, f"{activity.campaign_id}/hoat-dong/{activity.key}/tham-gia/")


def test_the_superiors_days_and_rules_are_shown_and_cannot_be_changed(
    desk, organiser, address, superiors, activity
):
    page = desk.get(address).content.decode()
    assert "08h30 ngày 02/11/2026" in page
    assert f"/{superiors.slug}/the-le/" in page
    assert "Ủy ban nhân dân tỉnh" in page
    at_activity = home(organiser, f"{activity.campaign_id}/hoat-dong/{activity.key}/")
    assert address in desk.get(at_activity).content.decode()
    change = {"kind": "contest", "title": "Khác", "agency": ""}
    assert desk.post(at_activity, change).status_code == 422


def test_the_own_quota_is_measured_by_the_people_of_the_own_unit_only(
    desk, organiser, address, superiors
):
    assert "chưa xem được số người" in desk.get(address).content.decode()
    new = [NewUnit(f"x{n}", f"Xã số {n}", UnitKind.COMMUNE) for n in range(2)]
    own, other = (add_unit(superiors.body, one, by=None, at=AT) for one in new)
    make.role(organiser, RoleName.UNIT_CONTACT, over=superiors.body, unit=own.unit)
    for version, people in ((own, 30), (other, 900)):
        Figure.objects.create(
            round=superiors.rounds.get(), kind="unit", key=str(version.pk), people=people,
            newcomers=people, sittings=people, submitted=people, counted_at=AT,
        )  # fmt: skip
    assert desk.post(address, {"people": "40"}).status_code == 302
    page = desk.get(address).content.decode()
    assert "75% chỉ tiêu" in page
    assert "Danh sách của Xã số 0" in page
    assert "900" not in page


@pytest.mark.parametrize("people", ["", "-1", "nhiều", "10000001", "1.5"])
def test_what_is_no_quota_changes_nothing(desk, address, people):
    assert desk.post(address, {"people": people}).status_code == 422
    assert ParticipationQuota.objects.count() == 0


def test_a_quota_is_changed_and_taken_away(desk, address):
    for people, kept in (("40", [40]), ("50", [50]), ("0", [])):
        assert desk.post(address, {"people": people}).status_code == 302
        assert list(ParticipationQuota.objects.values_list("people", flat=True)) == kept


def test_a_lesser_colleague_reads_and_sets_nothing(organiser, address):
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    assert "Ghi chỉ tiêu" not in auditor.get(address).content.decode()
    assert auditor.post(address, {"people": "4"}).status_code == 404
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))
    assert stranger.get(address).status_code == 404


def test_a_contest_that_is_not_public_yet_shows_no_days(desk, address, superiors):
    superiors.state = "draft"
    superiors.save()
    page = desk.get(address).content.decode()
    assert "chưa công khai thời gian" in page
    assert "08h30" not in page


@pytest.mark.parametrize(
    ("first", "last", "is_open", "warned"),
    [
        (date(2026, 10, 1), date(2026, 10, 9), False, True),
        (date(2026, 10, 1), date(2026, 10, 9), True, True),
        (date(2026, 11, 1), date(2026, 12, 31), True, False),
        (None, None, True, False),
    ],
)
def test_days_of_the_superior_that_the_plan_has_otherwise_are_pointed_out(
    desk, organiser, superiors, first, last, is_open, warned
):
    found = campaign(organiser.body).campaign.activities.get()
    found.is_superiors = True
    found.first_day, found.last_day, found.is_open = first, last, is_open
    found.save()
    contests.join(found, superiors, by=organiser, at=AT)
    page = desk.get(home(organiser, f"{found.campaign_id}/hoat-dong/{found.key}/"))
    assert ("Kế hoạch ghi" in page.content.decode()) is warned
