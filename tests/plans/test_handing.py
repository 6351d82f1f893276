"""Campaigns copied to another year and handed to another body, with their contests."""

import json
from datetime import date

import pytest

from hoithi.campaigns.actions import NewMember, add_member, hold, open_set
from hoithi.campaigns.models import Holding
from hoithi.conferences import actions as conferences
from hoithi.conferences.actions import NewConclusion
from hoithi.contests.actions import BeginsInThePast
from hoithi.contests.facts import rulebook_of
from hoithi.core.units.kinds import UnitKind
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from hoithi.plans import actions
from hoithi.plans.facts import draft_from
from hoithi.plans.queries import left_to_look_at, origin_of
from tests import make
from tests.campaigns.make import campaign
from tests.core.founding import texts
from tests.make import AT

pytestmark = pytest.mark.django_db
YEAR = 364


@pytest.fixture
def stage():
    body = make.body("Ủy ban nhân dân xã An Phú")
    return actions.import_plan(texts.STAGE.encode(), "a.txt", body=body, by=None, at=AT).campaign


def copied(made, days=YEAR):
    return actions.copy_campaign(made, days=days, by=None, at=AT)


def test_a_copy_has_what_the_plan_founded_and_asks_what_it_does_not_know(stage):
    twin = copied(stage)
    asked = [task.asks for task in left_to_look_at(twin)[0]]
    assert (twin.title[-4:], twin.plan_number, twin.body) == ("2027", "", stage.body)
    assert origin_of(twin).source == stage
    assert [one.text for one in twin.tasks.filter(asks="")] == [
        one.text for one in stage.tasks.filter(asks="")
    ]
    assert asked == ["where", "later", "header", "header", "when", *["again"] * 3, "rules"]


def test_contests_come_along_under_rules_of_the_new_year(stage):
    twin = copied(stage)
    old, new = stage.contests.get(), twin.contests.get()
    rules = rulebook_of(new.versions.get())
    assert new.activity == twin.activities.get(key=old.activity.key)
    assert (new.title[-4:], new.slug[-4:], rules.plan) == ("2027", "2027", None)
    assert [one.chosen for one in rules.choices] == [None] * 3


def test_nobody_and_no_report_comes_along():
    made = campaign().campaign
    committee = made.committees.get()
    by = make.holder(RoleName.ORGANISER, over=made.body)
    add_member(committee, NewMember("Trần Văn Bình"), by=by, at=AT)
    Holding.objects.update(status="done", evidence="Trần Văn Bình đã gửi")
    twin = copied(made)
    assert [one.members.count() for one in twin.committees.all()] == [0]
    assert set(Holding.objects.filter(task__campaign=twin).values_list("status", "evidence")) == {
        ("waiting", "")
    }


def test_a_set_that_was_opened_is_one_holder_again():
    made = campaign().campaign
    schools = made.agencies.get(holder_set="schools")
    units = [
        add_unit(made.body, NewUnit(f"t{n}", f"Trường {n}", UnitKind.SCHOOL), by=None, at=AT).unit
        for n in range(3)
    ]
    open_set(schools, units, by=make.holder(RoleName.ORGANISER, over=made.body), at=AT)
    twin = copied(made)
    held = Holding.objects.filter(task__campaign=twin, agency__holder_set="schools")
    assert [(one.unit, one.leads) for one in held] == [(None, True)]


def test_units_that_have_ended_are_named_with_what_they_went_into():
    made = campaign().campaign
    unit = add_unit(made.body, NewUnit("cu", "Xã Cũ", UnitKind.COMMUNE), by=None, at=AT).unit
    hold(made.tasks.first(), made.agencies.first(), leads=True, unit=unit)
    unit.versions.update(valid_to=date(2025, 7, 1))
    asked = "\n".join(task.text for task in left_to_look_at(copied(made))[0])
    assert "- Xã Cũ (không còn)" in asked


def test_a_copy_that_would_begin_in_the_past_is_refused_and_nothing_is_founded():
    made = campaign().campaign
    with pytest.raises(BeginsInThePast):
        copied(made, days=-3_000)
    assert made.body.campaigns.count() == 1


def test_a_copy_may_be_copied_again(stage):
    again = copied(copied(stage))
    assert (again.title[-4:], again.contests.get().title[-4:]) == ("2028", "2028")


def test_the_file_opens_as_the_other_bodys_own_draft(stage):
    other = make.body("Ủy ban nhân dân phường Hòa Bình")
    opened = actions.open_file(exported(stage), body=other, by=None, at=AT)
    contest = opened.campaign.contests.get()
    rules = rulebook_of(contest.versions.get())
    assert (opened.is_new, opened.campaign.body, contest.body) == (True, other, other)
    assert (rules.organiser, rules.plan) == (other.name, None)
    assert opened.campaign.activities.count() == stage.activities.count()


def exported(made) -> bytes:
    return actions.export(made, by=None, at=AT)


def test_the_same_file_again_is_the_campaign_it_was_opened_as(stage):
    data, other = exported(stage), make.body("Xã Khác")
    first = actions.open_file(data, body=other, by=None, at=AT)
    again = actions.open_file(data, body=other, by=None, at=AT)
    third = actions.open_file(data, body=make.body("Xã Thứ Ba"), by=None, at=AT)
    assert (again.campaign, again.is_new, third.is_new) == (first.campaign, False, True)


def test_a_file_begins_on_the_day_that_is_chosen(stage):
    begins = date(2027, 3, 1)
    other = make.body("Xã Khác")
    made = actions.open_file(exported(stage), body=other, by=None, at=AT, begins=begins).campaign
    assert draft_from(made, {}).tasks[0].due.first == begins


def test_export_then_import_then_export_gives_the_same_file():
    made = campaign().campaign
    one = actions.open_file(exported(made), body=make.body("Xã Một"), by=None, at=AT).campaign
    two = actions.open_file(exported(one), body=make.body("Xã Hai"), by=None, at=AT).campaign
    assert exported(two) == exported(one)


def test_nobody_who_is_known_in_the_source_is_in_the_file(stage):
    by = make.holder(RoleName.ORGANISER, over=stage.body)
    by.full_name, by.phone = "Lê Thị Hồng Nhung", "0987654321"
    by.save()
    kind = stage.committees.model._meta.get_field("kind").choices[0][0]
    committee = stage.committees.create(ordinal=1, name="Ban Tổ chức", kind=kind)
    add_member(committee, NewMember("Phạm Quang Minh", "Chủ tịch"), by=by, at=AT)
    task = stage.tasks.first()
    task.text = "Đ/c Phạm Quang Minh và Lê Thị Hồng Nhung (0987 654 321) chuẩn bị"
    task.made_by = by
    task.save()
    text = json.dumps(json.loads(exported(stage)), ensure_ascii=False)
    people = ("Phạm Quang Minh", "Lê Thị Hồng Nhung", "0987 654 321", "0987654321", by.login)
    assert [one for one in people if one in text] == []


def test_the_journal_knows_of_copies_and_files(stage):
    copied(stage)
    exported(stage)
    assert {"plans.copied", "plans.exported", "contests.copied"} <= set(make.deeds())


def test_what_a_meeting_of_the_old_year_concluded_does_not_come_along():
    made = campaign().campaign
    by = make.holder(RoleName.ORGANISER, over=made.body)
    meeting, office = made.activities.get(key="hoi-nghi"), made.agencies.first()
    new = NewConclusion("Phòng Kinh tế lo loa đài", office)
    conferences.add_conclusion(meeting, new, by=by, at=AT)
    conferences.assign(meeting, by=by, at=AT)
    work = [one.text for one in made.tasks.filter(asks="", conclusion=None)]
    assert [one.text for one in copied(made).tasks.filter(asks="")] == work
    assert made.tasks.filter(text="Phòng Kinh tế lo loa đài").exists()
