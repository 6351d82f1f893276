"""Tasks told otherwise, and tasks dropped."""

from dataclasses import replace
from datetime import date

import pytest

from hoithi.campaigns import actions
from hoithi.campaigns.actions import (
    HeldTwice,
    HolderReported,
    NewTask,
    NothingTold,
    QuestionKept,
    Report,
)
from hoithi.campaigns.models import Holding, HoldingStatus, Task
from hoithi.core.tasks.due import DayCount, Due, DueKind, until
from hoithi.people.models import Unit
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 28)


@pytest.fixture
def founded():
    return campaign().campaign


def holders(task):
    rows = task.holdings.order_by("agency__ordinal", "unit_id")
    return [(row.agency.ordinal, row.leads) for row in rows]


def test_words_day_and_holders_are_told_anew(founded):
    task = founded.tasks.first()
    office, schools = founded.agencies.all()
    told = NewTask("Viết bài phát biểu", until(DAY), None, (schools,), (office,))
    changed = actions.change_task(task, told, by=make.person(), at=AT)
    assert (changed.text, changed.falls_last, changed.activity) == ("Viết bài phát biểu", DAY, None)
    assert holders(changed) == [(office.ordinal, False), (schools.ordinal, True)]
    assert make.deeds()[-1] == "campaigns.task_changed"


def test_a_day_counted_from_another_activity_falls_with_it(founded):
    task, activity = founded.tasks.last(), founded.activities.get()
    task = founded.tasks.get(text="Chuẩn bị hội trường")
    due = Due(DueKind.RELATIVE, offset=-2, counted=DayCount.WORKING_DAYS)
    changed = actions.change_task(task, NewTask(task.text, due, activity), by=make.person(), at=AT)
    assert (changed.falls_first, changed.falls_last) == (date(2026, 12, 17), date(2026, 12, 29))


def test_who_goes_on_keeps_what_it_reported(founded):
    task = founded.tasks.first()
    holding = task.holdings.get()
    actions.report(holding, Report(HoldingStatus.DOING, "Dự thảo 1"), by=make.person(), at=AT)
    told = NewTask("Khác", leads=(), cooperates=(holding.agency,))
    actions.change_task(task, told, by=make.person(), at=AT)
    holding.refresh_from_db()
    assert (holding.evidence, holding.leads) == ("Dự thảo 1", False)


def test_who_has_reported_is_not_let_go_nor_its_task_dropped(founded):
    task = founded.tasks.first()
    actions.report(task.holdings.get(), Report(HoldingStatus.DONE), by=make.person(), at=AT)
    with pytest.raises(HolderReported):
        actions.change_task(task, NewTask("Khác"), by=make.person(), at=AT)
    with pytest.raises(HolderReported):
        actions.drop_task(task, by=make.person(), at=AT)
    assert task.holdings.count() == 1


def test_a_task_is_dropped_with_its_holders(founded):
    task = founded.tasks.first()
    actions.drop_task(task, by=make.person(), at=AT)
    assert not Task.objects.filter(pk=task.pk).exists()
    assert not Holding.objects.filter(task=task.pk).exists()
    assert make.deeds()[-1] == "campaigns.task_dropped"


def test_what_makes_no_sense_is_refused_and_nothing_changes(founded):
    task, question = founded.tasks.first(), founded.tasks.get(asks="when")
    agency = founded.agencies.first()
    good = NewTask("Khác", leads=(agency,))
    refused = [
        (task, replace(good, text=" \n"), NothingTold),
        (task, replace(good, cooperates=(agency,)), HeldTwice),
        (question, good, QuestionKept),
    ]
    for row, told, refusal in refused:
        with pytest.raises(refusal):
            actions.change_task(row, told, by=make.person(), at=AT)
    with pytest.raises(QuestionKept):
        actions.drop_task(question, by=make.person(), at=AT)
    task.refresh_from_db()
    assert (task.text, holders(task)) == (
        "Dự thảo bài phát biểu kết luận",
        [(agency.ordinal, True)],
    )


def test_a_new_task_of_an_opened_set_is_held_by_each_of_its_units(founded):
    schools = founded.agencies.get(holder_set="schools")
    units = [Unit.objects.create(body=founded.body, code=f"t{n}") for n in range(3)]
    actions.open_set(schools, units, by=make.person(), at=AT)
    task = actions.add_task(founded, NewTask("Mới", leads=(schools,)), by=make.person(), at=AT)
    assert [row.unit for row in task.holdings.order_by("unit_id")] == units
