"""What a meeting says, its conclusions, and their becoming tasks."""

from datetime import date, time

import pytest

from hoithi.campaigns.actions import HoursBackwards, NothingTold
from hoithi.campaigns.models import Task
from hoithi.conferences import actions
from hoithi.conferences.actions import NewConclusion, NewItem
from hoithi.conferences.queries import meeting_of
from tests.make import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(founded):
    return founded.campaign.agencies.first()


def test_conclusions_with_an_agency_become_tasks_once(conference, secretary, office):
    new = NewConclusion("In phông hội nghị", office, date(2026, 12, 30))
    made = actions.add_conclusion(conference, new, by=secretary, at=AT)
    actions.add_conclusion(conference, NewConclusion("Thống nhất chủ trương"), by=secretary, at=AT)
    [task] = actions.assign(conference, by=secretary, at=AT)
    made.refresh_from_db()
    assert (made.task, task.text, task.activity) == (task, "In phông hội nghị", conference)
    assert (task.falls_last, task.holdings.get().agency) == (date(2026, 12, 30), office)
    with pytest.raises(actions.NothingToAssign):
        actions.assign(conference, by=secretary, at=AT)
    assert Task.objects.filter(text="In phông hội nghị").count() == 1


def test_a_conclusion_is_changed_until_it_is_a_task(conference, secretary, office):
    made = actions.add_conclusion(conference, NewConclusion("In phông"), by=secretary, at=AT)
    new = NewConclusion("In phông, băng rôn", office)
    actions.change_conclusion(made, new, by=secretary, at=AT)
    actions.assign(conference, by=secretary, at=AT)
    for deed in (
        lambda: actions.change_conclusion(made, new, by=secretary, at=AT),
        lambda: actions.drop_conclusion(made, by=secretary, at=AT),
    ):
        with pytest.raises(actions.AlreadyATask):
            deed()
    assert conference.conclusions.get().text == "In phông, băng rôn"


def test_a_conclusion_that_is_no_task_can_be_taken_out(conference, secretary):
    made = actions.add_conclusion(conference, NewConclusion("In phông"), by=secretary, at=AT)
    actions.drop_conclusion(made, by=secretary, at=AT)
    assert not conference.conclusions.exists()


def test_a_conclusion_without_a_word_is_refused(conference, secretary):
    with pytest.raises(NothingTold):
        actions.add_conclusion(conference, NewConclusion(" "), by=secretary, at=AT)


def test_nothing_concluded_falls_due_before_the_meeting(conference, secretary, office):
    early = NewConclusion("In phông", office, date(2026, 12, 27))
    made = actions.add_conclusion(conference, NewConclusion("In phông"), by=secretary, at=AT)
    for deed in (
        lambda: actions.add_conclusion(conference, early, by=secretary, at=AT),
        lambda: actions.change_conclusion(made, early, by=secretary, at=AT),
    ):
        with pytest.raises(actions.DueBeforeMeeting):
            deed()
    on_the_day = NewConclusion("Chụp ảnh", office, date(2026, 12, 28))
    actions.add_conclusion(conference, on_the_day, by=secretary, at=AT)
    assert [one.due for one in conference.conclusions.all()] == [None, date(2026, 12, 28)]


def test_what_is_told_of_a_meeting_is_kept_and_the_rest_stays(conference, secretary):
    actions.set_meeting(conference, {"chair": "Ông Trần Văn Bình"}, by=secretary, at=AT)
    actions.set_meeting(conference, {"secretary": "Bà Lê Thị Hoa"}, by=secretary, at=AT)
    told = meeting_of(conference)
    assert (told.chair, told.secretary) == ("Ông Trần Văn Bình", "Bà Lê Thị Hoa")
    backwards = {"opened_at": time(11), "closed_at": time(8)}
    with pytest.raises(HoursBackwards):
        actions.set_meeting(conference, backwards, by=secretary, at=AT)


def test_the_programme_stands_in_the_order_of_its_hours(conference, secretary):
    late = NewItem("Kết luận", starts_at=time(11), ends_at=time(11, 30))
    early = NewItem("Đón tiếp đại biểu", "Ban Tổ chức", time(8), time(8, 15))
    items = [actions.add_item(conference, one, by=secretary, at=AT) for one in (late, early)]
    assert [one.content for one in conference.agenda.all()] == ["Đón tiếp đại biểu", "Kết luận"]
    with pytest.raises(HoursBackwards):
        actions.add_item(conference, NewItem("x", "", time(9), time(8)), by=secretary, at=AT)
    actions.drop_item(items[0], by=secretary, at=AT)
    assert conference.agenda.count() == 1
