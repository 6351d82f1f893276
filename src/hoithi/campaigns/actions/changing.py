"""Tasks that are worded, dated or held otherwise than before, and tasks that are dropped."""

from datetime import datetime

from django.db import transaction

from hoithi.campaigns.actions.holders import held_by, refuse_reported
from hoithi.campaigns.actions.tasks import NewTask, NothingTold
from hoithi.campaigns.facts import with_due
from hoithi.campaigns.models import Task
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class QuestionKept(Refusal):
    """What the plan left open is answered, not changed or dropped."""


@transaction.atomic
def change_task(task: Task, told: NewTask, *, by: Person, at: datetime) -> Task:
    """Words, due date, activity and holders as they are told now.

    An agency that no longer holds the task is let go only while it has reported nothing; one that
    goes on keeps what it reported. Refuses a task without words and an agency named twice.
    """
    locked = _locked(task)
    if not told.text.strip():
        raise NothingTold
    held_by(locked, told.leads, told.cooperates)
    locked.text, locked.activity = told.text, told.activity
    with_due(locked, told.due).save()
    facts = {"task": locked.pk}
    journal.record("campaigns.task_changed", locked.campaign, by=by, at=at, facts=facts)
    return locked


@transaction.atomic
def drop_task(task: Task, *, by: Person, at: datetime) -> None:
    """The task is no longer to be done. Refuses when somebody has reported on it."""
    locked = _locked(task)
    refuse_reported(locked.holdings.all())
    facts = {"task": locked.pk, "text": locked.text[:500]}
    journal.record("campaigns.task_dropped", locked.campaign, by=by, at=at, facts=facts)
    locked.delete()


def _locked(task: Task) -> Task:
    rows = Task.objects.select_for_update(of=("self",))
    locked = rows.select_related("campaign").get(pk=task.pk)
    if locked.asks:
        raise QuestionKept
    return locked
