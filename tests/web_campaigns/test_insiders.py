"""The page that puts members of committees on the list of those whom a contest excludes."""

import pytest

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.actions import NewMember
from hoithi.campaigns.models import CommitteeKind
from hoithi.core.rulebook.entry import EntryRules, Exclusion
from hoithi.entries.actions import enter
from hoithi.entries.models import ListedExclusion
from hoithi.entries.queries.doors import current_door
from hoithi.people.models import RoleName
from tests import make
from tests.entries.make import AN, contest, rulebook
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
RULE = Exclusion(key="gk", who="Ban Giám khảo")


@pytest.fixture
def here(organiser):
    rules = rulebook(entry=EntryRules(unit=None, exclusions=(RULE,)))
    return contest(rules, of=organiser.body)


@pytest.fixture
def jury(here, organiser):
    made = campaigns.add_committee(
        here.campaign, "Ban Giám khảo", CommitteeKind.JURY, by=organiser, at=AT
    )
    told = NewMember("Nguyễn Thị An", "Giáo viên", birth_year="1985")
    campaigns.add_member(made, told, by=organiser, at=AT)
    return made


@pytest.fixture
def page(organiser, here) -> str:
    return home(organiser, f"{here.campaign_id}/ban/khong-du-thi/{here.slug}/")


def test_a_preview_names_who_took_part_and_only_a_second_button_does_it(desk, here, jury, page):
    enter(current_door(here, at=AT), AN, at=AT)
    assert "Nguyễn Thị An" in desk.get(page).content.decode()
    sent = {f"ban-{jury.pk}": "gk"}
    preview = desk.post(page, sent).content.decode()
    assert "đã đăng ký" in preview
    assert "Chưa ghi gì" in preview
    assert not ListedExclusion.objects.exists()
    for _ in range(2):
        assert desk.post(page, {**sent, "xac-nhan": "1"}).status_code in (302, 422)
    assert ListedExclusion.objects.count() == 1
    assert "Đã có</dt>" in desk.get(page).content.decode()


def test_pages_of_committees_offer_who_is_not_listed_yet(desk, organiser, here, jury):
    for rest in ("ban/", f"ban/{jury.pk}/"):
        text = desk.get(home(organiser, f"{here.campaign_id}/{rest}")).content.decode()
        assert "1 thành viên ban, tổ chưa có trong danh sách không dự thi" in text
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    text = auditor.get(home(organiser, f"{here.campaign_id}/ban/")).content.decode()
    assert "chưa có trong danh sách không dự thi" not in text


@pytest.mark.parametrize(
    "sent",
    [{}, {"xac-nhan": "1"}, {"ban-x": "gk"}, {"ban-999999": "gk", "xac-nhan": "1"},
     {"ban-99999999999999999999": "gk", "xac-nhan": "1"}],
)  # fmt: skip
@pytest.mark.usefixtures("jury")
def test_what_names_nobody_changes_nothing(desk, page, sent):
    assert desk.post(page, sent).status_code == 422
    assert not ListedExclusion.objects.exists()


def test_the_contest_of_another_campaign_has_no_page_here(desk, organiser, here):
    other = contest(of=organiser.body)
    address = home(organiser, f"{here.campaign_id}/ban/khong-du-thi/{other.slug}/")
    assert desk.get(address).status_code == 404


@pytest.mark.usefixtures("jury")
def test_the_secretary_looks_and_a_stranger_does_not(organiser, page):
    secretary = browser(make.holder(RoleName.SECRETARY, over=organiser.body))
    text = secretary.get(page).content.decode()
    assert "Nguyễn Thị An" in text
    assert "Xem trước" not in text
    assert secretary.post(page, {"xac-nhan": "1"}).status_code == 404
    stranger = make.holder(RoleName.ORGANISER, over=make.body())
    assert browser(stranger).get(page).status_code == 404
