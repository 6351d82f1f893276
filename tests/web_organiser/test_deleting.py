"""A draft is given up after a look at what goes with it; what people know of stays."""

from datetime import date

import pytest

from hoithi.contests import actions
from hoithi.contests.actions import NewContest
from hoithi.contests.models import Contest, ContestState
from hoithi.entries.models import ListedExclusion
from hoithi.journal.models import Entry
from hoithi.people.models import Role, RoleName, Scope
from hoithi.rehearsals import jobs
from hoithi.wording.journal import facts_said
from tests import make
from tests.make import AT
from tests.results import boards
from tests.web_organiser.again import told_again
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(organiser):
    """A contest in preparation: rules in force, one person on the list, a role of its own."""
    new = NewContest(pattern="xa-2026", title="Cuộc thi thử", first_day=date(2026, 12, 1))
    made = actions.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)
    actions.put_in_force(made, by=organiser, at=AT)
    ListedExclusion.objects.create(contest=made, rule="btc", effect="barred", added_at=AT)
    scope = {"scope": Scope.CONTEST, "body": made.body, "contest_id": made.pk, "since": AT}
    Role.objects.create(person=make.person(), name=RoleName.SECRETARY, **scope)
    return made


def address(contest) -> str:
    return f"/quan-tri/cuoc-thi/{contest.slug}/xoa/"


def worked() -> None:
    """What the worker does by the clock."""
    for deed in jobs.due(AT):
        deed()


def test_the_page_names_what_goes_and_changes_nothing(desk, draft):
    desk_page = desk.get(f"/quan-tri/cuoc-thi/{draft.slug}/").content.decode()
    page = desk.get(address(draft)).content.decode()
    assert address(draft) in desk_page
    told = ("1 phiên bản thể lệ", "4 đợt thi", "1 người trong danh sách không", "1 vai trò")
    assert [one for one in told if one not in page] == []
    assert Contest.objects.get().state == ContestState.DRAFT


def test_deleted_it_is_gone_at_once_and_its_rows_with_the_next_tick(desk, draft, organiser):
    answer = desk.post(address(draft))
    assert answer.url == f"/quan-tri/{organiser.body.slug}/viec-can-lam/"
    home = desk.get(answer.url).content.decode()
    assert "Đã xóa bản nháp: Cuộc thi thử." in home
    assert f"/quan-tri/cuoc-thi/{draft.slug}/" not in home
    assert desk.get(f"/quan-tri/cuoc-thi/{draft.slug}/").status_code == 404
    worked()
    assert (Contest.objects.count(), ListedExclusion.objects.count()) == (0, 0)
    assert not Role.objects.filter(contest_id=draft.pk).exists()


def test_the_journal_keeps_who_deleted_what(desk, draft, organiser):
    desk.post(address(draft))
    worked()
    row = Entry.objects.get(deed="contests.deleted")
    assert (row.person_name, row.body_id, row.at) == (organiser.full_name, organiser.body_id, AT)
    assert ("tên", "Cuộc thi thử") in facts_said(row.facts)


def test_an_announced_contest_stays(desk, contest):
    assert "Xóa bản nháp" not in desk.get(f"/quan-tri/cuoc-thi/{contest.slug}/").content.decode()
    assert "đã công khai nên không xóa được" in desk.get(address(contest)).content.decode()
    assert told_again(desk.post(address(contest)), "đã công khai nên không xóa được")
    assert Contest.objects.get().state == ContestState.ANNOUNCED


def test_a_draft_in_which_somebody_is_entered_stays(desk, draft):
    boards.entrant(draft, "Đội thôn Đông", kind="team")
    assert told_again(desk.post(address(draft)), "Đã có 1 người, đội hoặc đơn vị")
    assert Contest.objects.get().state == ContestState.DRAFT


def test_only_its_organiser_deletes(draft):
    secretary = browser(make.holder(RoleName.SECRETARY, over=draft.body))
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))
    for who in (secretary, stranger):
        assert [who.get(address(draft)).status_code, who.post(address(draft)).status_code] == [
            404,
            404,
        ]
    assert Contest.objects.get().state == ContestState.DRAFT
