"""Activities: added, changed, moved with all tasks whose days are counted from them."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction
from django.db.models import Max

from hoithi.campaigns.facts import due_of, falling, moment_of, with_moment
from hoithi.campaigns.models import Activity, Agency, Campaign, Task
from hoithi.core.tasks.due import DueKind, Moved, moved
from hoithi.core.tasks.moments import Moment
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class SuperiorsActivity(Refusal):
    """The activity is the superior's: its days and rules are only read here."""


class MomentBackwards(Refusal):
    """An activity would end before it begins."""


@dataclass(frozen=True)
class ActivityTold:
    """What is told of an activity."""

    kind: str
    title: str
    moment: Moment
    place: str = ""
    agency: Agency | None = None
    starts_at: time | None = None
    ends_at: time | None = None


@transaction.atomic
def add_activity(
    campaign: Campaign, told: ActivityTold, *, by: Person | None, at: datetime
) -> Activity:
    """An activity that the plan does not name, or of a contest made alone."""
    _checked(told.moment)
    last = campaign.activities.aggregate(last=Max("ordinal"))["last"] or 0
    activity = Activity(campaign=campaign, ordinal=last + 1, key=f"hoat-dong-{last + 1}")
    _written(activity, told).save()
    journal.record(
        "campaigns.activity_added", campaign, by=by, at=at, facts={"activity": activity.pk}
    )
    return activity


def only_activity(campaign: Campaign, kind: str, title: str) -> Activity:
    """The one activity of a campaign that a contest made alone founds; it tells of itself."""
    return Activity.objects.create(
        campaign=campaign, ordinal=1, key="hoat-dong-1", kind=kind, title=title
    )


@transaction.atomic
def change_activity(
    activity: Activity, told: ActivityTold, *, by: Person, at: datetime
) -> list[Moved]:
    """Changes what is told of the activity; which tasks moved with it.

    Refuses what belongs to a superior, and an end before the beginning.
    """
    locked = Activity.objects.select_for_update().get(pk=activity.pk)
    if locked.is_superiors:
        raise SuperiorsActivity
    _checked(told.moment)
    before = moment_of(locked)
    _written(locked, told).save()
    return _carried(locked, before, by=by, at=at)


def set_moment(activity: Activity, moment: Moment, *, by: Person, at: datetime) -> list[Moved]:
    """Sets when the activity takes place; which tasks moved with it."""
    told = ActivityTold(
        activity.kind,
        activity.title,
        moment,
        activity.place,
        activity.agency,
        activity.starts_at,
        activity.ends_at,
    )
    return change_activity(activity, told, by=by, at=at)


@transaction.atomic
def follow(activity: Activity, moment: Moment, *, by: Person | None, at: datetime) -> list[Moved]:
    """The activity takes place when its contest does, the superior's too; what moved with it.

    The contest's own journal tells of the change; here it is told where tasks moved.
    """
    locked = Activity.objects.select_for_update().get(pk=activity.pk)
    before = moment_of(locked)
    if before == moment:
        return []
    with_moment(locked, moment).save()
    return _carried(locked, before, by=by, at=at, is_told=False)


def _checked(moment: Moment) -> None:
    if moment.first and moment.last and moment.last < moment.first:
        raise MomentBackwards


def _written(activity: Activity, told: ActivityTold) -> Activity:
    activity.kind, activity.title, activity.place = told.kind, told.title, told.place
    activity.agency = told.agency
    activity.starts_at, activity.ends_at = told.starts_at, told.ends_at
    return with_moment(activity, told.moment)


def _carried(
    activity: Activity, before: Moment, *, by: Person | None, at: datetime, is_told: bool = True
) -> list[Moved]:
    """Moves the tasks that are counted from the activity, and journals what moved."""
    tasks = {
        task.pk: task
        for task in Task.objects.filter(activity=activity, due_kind=DueKind.RELATIVE.value)
    }
    dues = {key: due_of(task) for key, task in tasks.items()}
    changed = moved(dues, before, moment_of(activity))
    rows = [falling(tasks[one.task], one.after) for one in changed]
    Task.objects.bulk_update(rows, ["falls_first", "falls_last"], batch_size=100)
    if changed or is_told:
        facts = {"activity": activity.pk, "moved": [one.task for one in changed]}
        journal.record("campaigns.activity_changed", activity.campaign, by=by, at=at, facts=facts)
    return changed
