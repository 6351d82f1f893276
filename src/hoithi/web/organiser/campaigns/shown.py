"""What the screens of campaigns show beside the rows: contests of activities, and who may what."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from hoithi.campaigns.models import Activity
from hoithi.contests.models import Contest, ContestState, JoinedContest
from hoithi.people.models import OrganisingBody
from hoithi.web.permissions import opens


@dataclass(frozen=True)
class ActivityShown:
    """An activity with its contest, or with the superior's that it joins."""

    activity: Activity
    contest: Contest | None = None
    """Of the body itself, and opening for whoever looks."""
    joined: Contest | None = None


def may_found(request: HttpRequest, body: OrganisingBody) -> bool:
    """Whether who looks may read plans and found campaigns."""
    return opens(request, "plan_upload", body)


def may_work(request: HttpRequest, body: OrganisingBody) -> bool:
    """Whether who looks keeps the tasks of campaigns."""
    return opens(request, "campaign_task_new", body)


def contests_in(request: HttpRequest, activities: Iterable[Activity]) -> list[ActivityShown]:
    """Each activity with its contest; two queries."""
    rows = list(activities)
    own = Contest.objects.filter(activity__in=rows, rehearses=None).select_related("body")
    contests = {
        one.activity_id: one
        for one in own.exclude(state=ContestState.DELETED)
        if opens(request, "contest_desk", one)
    }
    joined = JoinedContest.objects.filter(activity__in=rows).select_related("contest__body")
    superiors = {one.activity_id: one.contest for one in joined}
    return [ActivityShown(row, contests.get(row.pk), superiors.get(row.pk)) for row in rows]


_LONGEST_NUMBER = 18
"""Digits that every database takes for a key."""


def number_in(text: str | None) -> int:
    """The number of a row that a button or an address names; 0 for everything else."""
    told = text or ""
    is_number = told.isascii() and told.isdecimal() and len(told) <= _LONGEST_NUMBER
    return int(told) if is_number else 0
