"""Activities of a campaign, their moments, and the units that take part."""

from django.db import models

from hoithi.campaigns.models.campaigns import Campaign
from hoithi.core.tasks.holders import HolderSet
from hoithi.people.models import Unit


class ActivityKind(models.TextChoices):
    """What an activity is (`core.founding.records.Kind`)."""

    CONTEST = "contest"
    THEME = "theme"
    CHECK = "check"
    CONFERENCE = "conference"
    SEMINAR = "seminar"
    MEETING = "meeting"
    TRAINING = "training"
    REHEARSAL = "rehearsal"
    EXHIBITION = "exhibition"
    PERFORMANCE = "performance"
    REVIEW = "review"
    FESTIVAL = "festival"


class Activity(models.Model):
    """Something that a campaign holds; contests, conferences and themes refer to theirs."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="activities")
    key = models.CharField(max_length=40)
    """Permanent within the campaign."""
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=ActivityKind.choices)
    title = models.CharField(max_length=1000)
    place = models.CharField(max_length=300, blank=True)
    agency = models.ForeignKey(
        "campaigns.Agency", models.SET_NULL, null=True, blank=True, related_name="activities"
    )
    """The agency responsible for it, where one is named."""
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    is_open = models.BooleanField(default=True)
    """The day is not set: it will fall between the first and the last, or nobody can say."""
    moment_words = models.CharField(max_length=300, blank=True)
    """The time in the plan's words."""
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    is_superiors = models.BooleanField(default=False)
    """Held by the superior whose plan this campaign carries out; its days are only read here."""
    read_from = models.JSONField(null=True, blank=True)
    """Where the plan says so: {"line": …, "characters": [from, to]}."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "key"], name="activity_key_once")
        ]
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.title


class ActivityUnits(models.Model):
    """A set of units that takes part in an activity, by rule or by name."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="unit_sets")
    holder_set = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in HolderSet]
    )
    words = models.CharField(max_length=1000)
    """The set in the plan's words."""
    units = models.ManyToManyField(Unit, blank=True, related_name="+")
    """The units that are named; empty where the rule alone says who."""

    def __str__(self) -> str:
        return self.words
