"""Agencies of a campaign, what they are to do until when, and how far they are."""

from django.db import models

from hoithi.campaigns.models.activities import Activity
from hoithi.campaigns.models.campaigns import Campaign
from hoithi.core.tasks.due import DayCount, DueKind, Edge
from hoithi.core.tasks.holders import HolderSet
from hoithi.files.models import StoredFile
from hoithi.people.models import Person, Unit


class Agency(models.Model):
    """An agency that the plan gives tasks to; a set ("UBND các xã") is one row too."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="agencies")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    holder_set = models.CharField(
        max_length=20,
        choices=[(one.value, one.value) for one in HolderSet],
        default=HolderSet.ONE.value,
    )
    unit = models.ForeignKey(Unit, models.SET_NULL, null=True, blank=True, related_name="+")
    """The unit of the dated tree, when known."""
    is_standing = models.BooleanField(default=False)
    """Cơ quan thường trực."""
    read_from = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "name"], name="agency_name_once")
        ]
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.name


class Task(models.Model):
    """What is to be done, or asked: a question is a task whose `asks` names what is open."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="tasks")
    activity = models.ForeignKey(
        Activity, models.SET_NULL, null=True, blank=True, related_name="tasks"
    )
    """The activity it belongs to; days of a relative due date are counted from it."""
    ordinal = models.PositiveIntegerField()
    text = models.TextField()
    due_kind = models.CharField(
        max_length=10,
        choices=[(one.value, one.value) for one in DueKind],
        default=DueKind.NONE.value,
    )
    due_first = models.DateField(null=True, blank=True)
    due_last = models.DateField(null=True, blank=True)
    due_offset = models.SmallIntegerField(default=0)
    """Days from the activity; negative before it."""
    due_counted = models.CharField(
        max_length=15,
        choices=[(one.value, one.value) for one in DayCount],
        default=DayCount.DAYS.value,
    )
    due_edge = models.CharField(
        max_length=5, choices=[(one.value, one.value) for one in Edge], default=Edge.START.value
    )
    due_words = models.CharField(max_length=300, blank=True)
    falls_first = models.DateField(null=True, blank=True)
    falls_last = models.DateField(null=True, blank=True, db_index=True)
    """On which days it falls due as the activities stand (`core.tasks.due.span_of`)."""
    asks = models.CharField(max_length=40, blank=True)
    """A code of `core.founding.records.Asks`: what the plan left open. Empty for work."""
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    """Who added it by hand; None for what the plan says."""
    read_from = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ["ordinal"]
        indexes = [models.Index(fields=["campaign", "falls_last"])]

    def __str__(self) -> str:
        return self.text[:80]


class HoldingStatus(models.TextChoices):
    """How far a holder is with a task."""

    WAITING = "waiting"
    DOING = "doing"
    DONE = "done"
    STUCK = "stuck"
    """An obstacle was reported and is not answered yet."""


class Holding(models.Model):
    """An agency, or one unit of its set, holds a task: leads it or cooperates."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="holdings")
    agency = models.ForeignKey(Agency, models.CASCADE, related_name="holdings")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    """The unit of the agency's set; None for the agency itself."""
    leads = models.BooleanField(default=True)
    status = models.CharField(
        max_length=10, choices=HoldingStatus.choices, default=HoldingStatus.WAITING
    )
    reported_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    reported_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    evidence = models.CharField(max_length=1000, blank=True)
    """What shows that it was done: a sentence or an address."""
    evidence_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+"
    )
    obstacle = models.TextField(blank=True)
    obstacle_answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["task", "agency"],
                condition=models.Q(unit__isnull=True),
                name="holding_once_an_agency",
            ),
            models.UniqueConstraint(fields=["task", "agency", "unit"], name="holding_once_a_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.agency_id} {self.status}"
