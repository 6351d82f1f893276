"""How the holders of tasks are reminded, of what they were, and calendars of their tasks."""

from django.db import models
from django.db.models import Q

from hoithi.campaigns.models.campaigns import Campaign
from hoithi.campaigns.models.tasks import Agency, Holding
from hoithi.kit.ids import new_token
from hoithi.people.models import Person


class TaskReminding(models.Model):
    """When the holders of a campaign's tasks are reminded; without a row, on the usual days."""

    campaign = models.OneToOneField(Campaign, models.CASCADE, related_name="task_reminding")
    days_before = models.JSONField()
    """Whole days before the deadline, the longest first (`core.tasks.reminding`)."""
    is_on = models.BooleanField(default=True)
    looked_on = models.DateField(null=True, blank=True)
    """The last day on which somebody was or might have been reminded."""

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.days_before}"


class TaskReminded(models.Model):
    """Somebody was reminded of a task at one step before one deadline."""

    holding = models.ForeignKey(Holding, models.CASCADE, related_name="reminded")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    step = models.SmallIntegerField()
    """Days before, 0 on the day, -1 when it is late."""
    deadline = models.DateField()
    reminded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holding", "person", "step", "deadline"], name="reminded_once_a_step"
            )
        ]

    def __str__(self) -> str:
        return f"{self.holding_id} {self.step}"


class TaskFeed(models.Model):
    """The secret address of a calendar: the tasks of a person, or those of an agency."""

    token = models.CharField(max_length=30, unique=True, default=new_token)
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="task_feeds"
    )
    agency = models.ForeignKey(
        Agency, models.CASCADE, null=True, blank=True, related_name="task_feeds"
    )
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(agency__isnull=True),
                name="task_feed_of_one",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(revoked_at=None), name="task_feed_once_a_person"
            ),
            models.UniqueConstraint(
                fields=["agency"], condition=Q(revoked_at=None), name="task_feed_once_an_agency"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id or self.agency_id} {self.made_at:%Y-%m-%d}"
