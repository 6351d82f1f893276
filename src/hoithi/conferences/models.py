"""Tables of meetings: what the invitation says, programme, those invited, conclusions."""

from django.db import models

from hoithi.campaigns.models import Activity, Agency, Task
from hoithi.core.attendance import Answer, Presence
from hoithi.people.models import Person, Unit


class Meeting(models.Model):
    """What an invitation, the minutes and the notice of conclusions say of an activity."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="meeting")
    chair = models.CharField(max_length=300, blank=True)
    """Chủ trì."""
    secretary = models.CharField(max_length=300, blank=True)
    """Thư ký ghi biên bản."""
    content = models.TextField(blank=True)
    note = models.TextField(blank=True)
    """What those invited are to bring or to mind."""
    contact = models.CharField(max_length=300, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    invitation_number = models.CharField(max_length=60, blank=True)
    invitation_on = models.DateField(null=True, blank=True)
    conclusion_number = models.CharField(max_length=60, blank=True)
    conclusion_on = models.DateField(null=True, blank=True)
    signer_authority = models.CharField(max_length=300, blank=True)
    """The lines above the post, such as "TM. ỦY BAN NHÂN DÂN" and "KT. CHỦ TỊCH"."""
    signer_title = models.CharField(max_length=200, blank=True)
    signer_name = models.CharField(max_length=120, blank=True)
    opened_at = models.TimeField(null=True, blank=True)
    closed_at = models.TimeField(null=True, blank=True)
    """When it began and ended, by the minutes."""
    discussion = models.TextField(blank=True)
    """Diễn biến: what was reported and said."""

    def __str__(self) -> str:
        return f"{self.activity_id}"


class AgendaItem(models.Model):
    """A line of the programme."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="agenda")
    ordinal = models.PositiveSmallIntegerField()
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    content = models.CharField(max_length=1000)
    who = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["starts_at", "ordinal"]

    def __str__(self) -> str:
        return self.content[:60]


class Guest(models.Model):
    """A seat: an agency that sends somebody, or somebody by name; their answer, their coming."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="guests")
    ordinal = models.PositiveIntegerField()
    organisation = models.CharField(max_length=300, blank=True)
    full_name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=200, blank=True)
    """The post, or what the agency is to send: "Lãnh đạo đơn vị"."""
    agency = models.ForeignKey(Agency, models.SET_NULL, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.SET_NULL, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)
    """When those with an account were invited on the site."""
    answer = models.CharField(
        max_length=10,
        choices=[(one.value, one.value) for one in Answer],
        default=Answer.WAITING.value,
    )
    substitute_name = models.CharField(max_length=120, blank=True)
    """Who attends for them; of an agency: whom it sends."""
    substitute_post = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    presence = models.CharField(
        max_length=10,
        choices=[(one.value, one.value or "unknown") for one in Presence],
        blank=True,
    )
    came_at = models.DateTimeField(null=True, blank=True)
    is_walk_in = models.BooleanField(default=False)
    """Came without an invitation."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "organisation", "full_name", "post"], name="guest_once"
            )
        ]
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.full_name or self.organisation


class Conclusion(models.Model):
    """What was concluded; with an agency it becomes a task of the campaign."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="conclusions")
    ordinal = models.PositiveSmallIntegerField()
    text = models.TextField()
    agency = models.ForeignKey(Agency, models.SET_NULL, null=True, blank=True, related_name="+")
    due = models.DateField(null=True, blank=True)
    task = models.OneToOneField(
        Task, models.SET_NULL, null=True, blank=True, related_name="conclusion"
    )

    class Meta:
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.text[:60]
