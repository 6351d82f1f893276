"""How activities came to their days: options until one is settled, and moves with their tasks."""

from django.db import models

from hoithi.campaigns.models.activities import Activity
from hoithi.campaigns.models.tasks import Task
from hoithi.people.models import Person


class ActivityOption(models.Model):
    """When an activity may take place; several stand side by side until one is settled."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="options")
    first_day = models.DateField()
    last_day = models.DateField()
    is_open = models.BooleanField(default=False)
    """Some day between the two, such as "cuối tháng 12"; settled, it narrows the days only."""
    words = models.CharField(max_length=300, blank=True)
    """Why this one, or the time in words."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="activity_option_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["activity", "first_day", "last_day"], name="activity_option_once"
            ),
        ]
        ordering = ["first_day", "last_day"]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.first_day}"


class ActivityMove(models.Model):
    """An activity was given another time or place; the row is never changed, only told of."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="moves")
    before = models.JSONField()
    after = models.JSONField()
    """How it stood and stands (`campaigns.facts.Standing`)."""
    reason = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    """When those who wait for it were told; None while that is still to be done."""

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["made_at"], name="activity_move_untold", condition=models.Q(told_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.made_at:%Y-%m-%d}"


class MovedTask(models.Model):
    """A task whose due days moved with its activity."""

    move = models.ForeignKey(ActivityMove, models.CASCADE, related_name="tasks")
    task = models.ForeignKey(Task, models.CASCADE, related_name="moves")
    before_first = models.DateField(null=True, blank=True)
    before_last = models.DateField(null=True, blank=True)
    after_first = models.DateField(null=True, blank=True)
    after_last = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.move_id} {self.task_id}"
