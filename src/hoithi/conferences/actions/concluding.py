"""What was concluded, and how it becomes tasks of the campaign."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.actions import NewTask, NothingTold
from hoithi.campaigns.models import Activity, Agency, Task
from hoithi.conferences import queries
from hoithi.conferences.actions.preparing import own
from hoithi.conferences.models import Conclusion
from hoithi.core.tasks.due import NO_DUE, until
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class NothingToAssign(Refusal):
    """No conclusion names an agency, or all of them are tasks already."""


class AlreadyATask(Refusal):
    """The conclusion is a task: that is changed where it is."""


class DueBeforeMeeting(Refusal):
    """Nothing that a meeting concludes falls due before the meeting."""

    def __init__(self, first_day: date) -> None:
        super().__init__(first_day=first_day)
        self.first_day = first_day


@dataclass(frozen=True)
class NewConclusion:
    """What was concluded; an agency makes it work."""

    text: str
    agency: Agency | None = None
    due: date | None = None


@transaction.atomic
def add_conclusion(
    activity: Activity, new: NewConclusion, *, by: Person, at: datetime
) -> Conclusion:
    """One more conclusion. Refuses one that falls due before the meeting."""
    locked = own(activity)
    _refuse_impossible(new, locked)
    last = locked.conclusions.aggregate(last=Max("ordinal"))["last"] or 0
    made = Conclusion.objects.create(
        activity=locked, ordinal=last + 1, text=new.text, agency=new.agency, due=new.due
    )
    facts = {"activity": locked.pk, "conclusion": made.pk}
    journal.record("conferences.conclusion_added", locked.campaign, by=by, at=at, facts=facts)
    return made


@transaction.atomic
def change_conclusion(
    conclusion: Conclusion, new: NewConclusion, *, by: Person, at: datetime
) -> Conclusion:
    """Another wording, agency or day. Refuses what is a task already or falls due too early."""
    locked = _locked(conclusion)
    _refuse_impossible(new, locked.activity)
    locked.text, locked.agency, locked.due = new.text, new.agency, new.due
    locked.save(update_fields=["text", "agency", "due"])
    _journalled("conferences.conclusion_changed", locked, by, at)
    return locked


@transaction.atomic
def drop_conclusion(conclusion: Conclusion, *, by: Person, at: datetime) -> None:
    """Takes a conclusion out. Refuses what is a task already."""
    locked = _locked(conclusion)
    _journalled("conferences.conclusion_dropped", locked, by, at)
    locked.delete()


@transaction.atomic
def assign(activity: Activity, *, by: Person, at: datetime) -> list[Task]:
    """Makes every conclusion that names an agency a task of the campaign, and links the two.

    Pressed again, only newer conclusions become tasks; without any it is refused.
    """
    locked = own(activity)
    rows = list(queries.unassigned(locked).select_related("agency"))
    if not rows:
        raise NothingToAssign
    return [_assigned(locked, one, by, at) for one in rows]


def _assigned(activity: Activity, conclusion: Conclusion, by: Person, at: datetime) -> Task:
    due = until(conclusion.due) if conclusion.due else NO_DUE
    leads = (conclusion.agency,) if conclusion.agency else ()
    new = NewTask(conclusion.text, due, activity, leads)
    task = campaigns.add_task(activity.campaign, new, by=by, at=at)
    conclusion.task = task
    conclusion.save(update_fields=["task"])
    return task


def _refuse_impossible(new: NewConclusion, activity: Activity) -> None:
    if not new.text.strip():
        raise NothingTold
    if new.due and activity.first_day and new.due < activity.first_day:
        raise DueBeforeMeeting(activity.first_day)


def _locked(conclusion: Conclusion) -> Conclusion:
    rows = Conclusion.objects.select_for_update(of=("self",)).select_related("activity__campaign")
    locked = rows.get(pk=conclusion.pk)
    if locked.task_id:
        raise AlreadyATask
    return locked


def _journalled(deed: str, conclusion: Conclusion, by: Person, at: datetime) -> None:
    activity = conclusion.activity
    facts = {"activity": activity.pk, "conclusion": conclusion.pk}
    journal.record(deed, activity.campaign, by=by, at=at, facts=facts)
