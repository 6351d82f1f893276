"""Activities: added, changed, moved with all that hangs on them, deleted while nothing does."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction
from django.db.models import Max

from hoithi.campaigns.actions.moving import carried
from hoithi.campaigns.facts import Standing, moment_of, standing_of, with_moment
from hoithi.campaigns.models import Activity, ActivityUnits, Agency, Campaign, Task
from hoithi.campaigns.queries.moves import SETTLES, hanging_on
from hoithi.core.tasks.due import Moved
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.tasks.moments import Moment
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person, Unit


class SuperiorsActivity(Refusal):
    """The activity is the superior's: its days and rules are only read here."""


class MomentBackwards(Refusal):
    """An activity would end before it begins."""


class HoursBackwards(Refusal):
    """An activity of one day would end at an hour before it begins."""


class ActivityInUse(Refusal):
    """Something hangs on the activity, by the `tables` it is in: tasks, a contest, a meeting."""


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

    @property
    def standing(self) -> Standing:
        """When and where."""
        return Standing(self.moment, self.starts_at, self.ends_at, self.place)


@dataclass(frozen=True)
class NewUnits:
    """Units that take part: by rule, or the ones that are named."""

    words: str
    holders: HolderSet
    units: tuple[Unit, ...] = ()


def told_of(activity: Activity, standing: Standing | None = None) -> ActivityTold:
    """What is known of the activity, with another time and place where they are given."""
    stands = standing or standing_of(activity)
    return ActivityTold(
        activity.kind,
        activity.title,
        stands.moment,
        stands.place,
        activity.agency,
        stands.starts_at,
        stands.ends_at,
    )


@transaction.atomic
def add_activity(
    campaign: Campaign, told: ActivityTold, *, by: Person | None, at: datetime
) -> Activity:
    """An activity that the plan does not name, or of a contest made alone."""
    _checked(told)
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
    activity: Activity, told: ActivityTold, *, by: Person, at: datetime, reason: str = ""
) -> list[Moved]:
    """Changes what is told of the activity; which tasks moved with it.

    Refuses what belongs to a superior, and an end before the beginning.
    """
    locked = Activity.objects.select_for_update().get(pk=activity.pk)
    check_told(locked, told)
    before, title = standing_of(locked), locked.title
    _written(locked, told).save()
    if title != locked.title:
        _renamed(locked, title)
    changed = carried(locked, before, by=by, at=at, reason=reason)
    _journalled(locked, changed, by=by, at=at)
    return changed


@transaction.atomic
def follow(activity: Activity, moment: Moment, *, by: Person | None, at: datetime) -> list[Moved]:
    """The activity takes place when its contest does, the superior's too; what moved with it.

    The contest's own journal tells of the change; here it is told where tasks moved.
    """
    locked = Activity.objects.select_for_update().get(pk=activity.pk)
    if moment_of(locked) == moment:
        return []
    before = standing_of(locked)
    with_moment(locked, moment).save()
    changed = carried(locked, before, by=by, at=at)
    if changed:
        _journalled(locked, changed, by=by, at=at)
    return changed


@transaction.atomic
def delete_activity(activity: Activity, *, by: Person, at: datetime) -> None:
    """Takes away an activity on which nothing hangs, with the questions when and where it is."""
    locked = Activity.objects.select_for_update().select_related("campaign").get(pk=activity.pk)
    if locked.is_superiors:
        raise SuperiorsActivity
    if tables := hanging_on(locked):
        raise ActivityInUse(tables=tuple(tables))
    locked.tasks.filter(asks__in=SETTLES).delete()
    facts = {"activity": locked.pk, "title": locked.title}
    campaign = locked.campaign
    locked.delete()
    journal.record("campaigns.activity_deleted", campaign, by=by, at=at, facts=facts)


@transaction.atomic
def add_units(activity: Activity, new: NewUnits, *, by: Person, at: datetime) -> ActivityUnits:
    """A set of units that takes part; one told in the same words is changed."""
    made, _ = ActivityUnits.objects.update_or_create(
        activity=activity, words=new.words[:1000], defaults={"holder_set": new.holders.value}
    )
    made.units.set(new.units)
    facts = {"activity": activity.pk, "units": made.words}
    journal.record("campaigns.units_added", activity.campaign, by=by, at=at, facts=facts)
    return made


@transaction.atomic
def drop_units(units: ActivityUnits, *, by: Person, at: datetime) -> None:
    """These units take no part."""
    activity = units.activity
    facts = {"activity": activity.pk, "units": units.words}
    units.delete()
    journal.record("campaigns.units_dropped", activity.campaign, by=by, at=at, facts=facts)


def _renamed(activity: Activity, before: str) -> None:
    """Questions about several activities name them by their titles."""
    listed = activity.campaign.tasks.filter(asks__in=SETTLES, activity=None)
    for question in listed.filter(text__contains=f"- {before}"):
        lines = question.text.split("\n")
        told = [f"- {activity.title}" if line == f"- {before}" else line for line in lines]
        Task.objects.filter(pk=question.pk).update(text="\n".join(told))


def check_told(activity: Activity, told: ActivityTold) -> None:
    """Refuses what may not be told of the activity; nothing is changed."""
    if activity.is_superiors:
        raise SuperiorsActivity
    _checked(told)


def _checked(told: ActivityTold) -> None:
    moment = told.moment
    if moment.first and moment.last and moment.last < moment.first:
        raise MomentBackwards
    is_one_day = moment.first == moment.last
    if is_one_day and told.starts_at and told.ends_at and told.ends_at < told.starts_at:
        raise HoursBackwards


def _written(activity: Activity, told: ActivityTold) -> Activity:
    activity.kind, activity.title, activity.place = told.kind, told.title, told.place
    activity.agency = told.agency
    activity.starts_at, activity.ends_at = told.starts_at, told.ends_at
    return with_moment(activity, told.moment)


def _journalled(
    activity: Activity, changed: list[Moved], *, by: Person | None, at: datetime
) -> None:
    facts = {"activity": activity.pk, "moved": [one.task for one in changed]}
    journal.record("campaigns.activity_changed", activity.campaign, by=by, at=at, facts=facts)
