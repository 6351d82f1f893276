"""What follows when an activity is moved: its tasks, its record, the questions that it answers."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from hoithi.campaigns.actions.tasks import NothingTold
from hoithi.campaigns.facts import (
    Standing,
    due_of,
    falling,
    standing_json,
    standing_of,
    standing_text,
    with_moment,
)
from hoithi.campaigns.models import Activity, ActivityMove, ActivityOption, MovedTask, Task
from hoithi.campaigns.queries.moves import activities_asked
from hoithi.core.founding.records import Asks
from hoithi.core.tasks.due import DueKind, Moved, moved
from hoithi.core.tasks.moments import Moment, hull, some_day
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class AlreadySettled(Refusal):
    """The day of the activity is set, so there is nothing to choose between."""


def carried(
    activity: Activity,
    before: Standing,
    *,
    by: Person | None,
    at: datetime,
    reason: str = "",
) -> list[Moved]:
    """Moves the tasks counted from the saved activity, records the move, answers questions.

    A settled day leaves no options.
    """
    after = standing_of(activity)
    if _bare(after) == _bare(before):
        return []
    changed = _tasks_moved(activity, before)
    move = ActivityMove.objects.create(
        activity=activity,
        before=standing_json(before),
        after=standing_json(after),
        reason=reason,
        made_by=by,
        made_at=at,
    )
    MovedTask.objects.bulk_create(_moved_rows(move, changed))
    if not activity.is_open:
        activity.options.all().delete()
    answer_by_standing(activity, by=by, at=at)
    return changed


def _bare(standing: Standing) -> Standing:
    """The standing without the words of a day that is set: they are no other time."""
    moment = standing.moment
    return standing if moment.is_open else replace(standing, moment=replace(moment, words=""))


def _tasks_moved(activity: Activity, before: Standing) -> list[Moved]:
    tasks = {
        task.pk: task
        for task in Task.objects.filter(activity=activity, due_kind=DueKind.RELATIVE.value)
    }
    dues = {key: due_of(task) for key, task in tasks.items()}
    changed = moved(dues, before.moment, standing_of(activity).moment)
    rows = [falling(tasks[one.task], one.after) for one in changed]
    Task.objects.bulk_update(rows, ["falls_first", "falls_last"], batch_size=100)
    return changed


def _moved_rows(move: ActivityMove, changed: Iterable[Moved]) -> Iterable[MovedTask]:
    for one in changed:
        yield MovedTask(
            move=move,
            task_id=one.task,
            before_first=one.before.first if one.before else None,
            before_last=one.before.last if one.before else None,
            after_first=one.after.first if one.after else None,
            after_last=one.after.last if one.after else None,
        )


def answer_by_standing(activity: Activity, *, by: Person | None, at: datetime) -> None:
    """Answers what asked when or where this activity is, and opens what is open again.

    A question about several is answered once all of them are settled.
    """
    asked = activity.campaign.tasks.filter(asks__in=[Asks.WHEN.value, Asks.WHERE.value])
    for question in asked:
        about = activities_asked(question)
        if activity not in about:
            continue
        told = [_told(one, question.asks) for one in about]
        _answered(question, about, told, by=by, at=at)


def _told(activity: Activity, asks: str) -> str:
    if asks == Asks.WHERE.value:
        return activity.place
    return "" if activity.is_open else standing_text(standing_of(activity))


def _answered(
    question: Task,
    about: list[Activity],
    told: list[str],
    *,
    by: Person | None,
    at: datetime,
) -> None:
    if not all(told):
        if question.answered_at is not None:
            Task.objects.filter(pk=question.pk).update(answered_at=None, answered_by=None)
        return
    lines = [f"{one.title}: {said}" for one, said in zip(about, told, strict=True)]
    answer = told[0] if len(told) == 1 else "\n".join(lines)
    if question.answered_at is None or answer != question.answer:
        known = Task.objects.filter(pk=question.pk)
        known.update(answer=answer, answered_by=by, answered_at=at)
        facts = {"task": question.pk, "answer": answer}
        journal.record("campaigns.question_answered", question.campaign, by=by, at=at, facts=facts)


@transaction.atomic
def add_option(activity: Activity, moment: Moment, *, by: Person, at: datetime) -> ActivityOption:
    """One more time on which the activity may take place. Known days are told anew.

    Refuses where the day is set already, and what has no days.
    """
    locked = Activity.objects.select_for_update().select_related("campaign").get(pk=activity.pk)
    if not locked.is_open:
        raise AlreadySettled
    if moment.first is None or moment.last is None:
        raise NothingTold
    option, _ = ActivityOption.objects.update_or_create(
        activity=locked,
        first_day=moment.first,
        last_day=moment.last,
        defaults={"is_open": moment.is_open, "words": moment.words[:300]},
    )
    facts = {"activity": locked.pk, "from": str(moment.first), "to": str(moment.last)}
    journal.record("campaigns.option_added", locked.campaign, by=by, at=at, facts=facts)
    _between_options(locked, by=by, at=at)
    return option


def _between_options(activity: Activity, *, by: Person, at: datetime) -> None:
    """An open activity falls between its earliest and its latest option; so do its tasks."""
    options = [some_day(one.first_day, one.last_day) for one in activity.options.all()]
    if not options:
        return
    before = standing_of(activity)
    with_moment(activity, hull(options)).save()
    carried(activity, before, by=by, at=at)


@transaction.atomic
def drop_option(option: ActivityOption, *, by: Person, at: datetime) -> None:
    """A time that is out of the question; the last one leaves the days as they are."""
    activity = Activity.objects.select_for_update().get(pk=option.activity_id)
    facts = {"activity": activity.pk, "from": str(option.first_day), "to": str(option.last_day)}
    option.delete()
    journal.record("campaigns.option_dropped", activity.campaign, by=by, at=at, facts=facts)
    _between_options(activity, by=by, at=at)
