"""Reports that a campaign asks of units, what each sends, and the campaign's own report upward."""

from django.db import models

from hoithi.campaigns.models.campaigns import Campaign
from hoithi.campaigns.models.tasks import Agency
from hoithi.people.models import Person, Unit


class ReportRequest(models.Model):
    """An outline and tables that units are to fill in by a day."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="report_requests")
    title = models.CharField(max_length=300)
    guidance = models.TextField(blank=True)
    outline = models.JSONField()
    """`core.reporting.Outline` as plain data."""
    due_on = models.DateField()
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    """When the units were asked; until then the outline may change."""

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class AskedReport(models.Model):
    """One of those who are to report: an agency, or a unit."""

    request = models.ForeignKey(ReportRequest, models.CASCADE, related_name="asked")
    agency = models.ForeignKey(Agency, models.CASCADE, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "unit"],
                condition=models.Q(unit__isnull=False),
                name="report_asked_once_of_a_unit",
            ),
            models.UniqueConstraint(
                fields=["request", "agency"],
                condition=models.Q(unit__isnull=True),
                name="report_asked_once_of_an_agency",
            ),
            models.CheckConstraint(
                condition=models.Q(unit__isnull=False) | models.Q(agency__isnull=False),
                name="report_asked_of_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.unit_id or self.agency_id}"


class AnswerState(models.TextChoices):
    """How far a version of a report is."""

    DRAFT = "draft"
    SENT = "sent"
    SENT_BACK = "sent_back"
    ACCEPTED = "accepted"


class ReportAnswer(models.Model):
    """A version of what a unit reports; one that was sent never changes again."""

    asked = models.ForeignKey(AskedReport, models.CASCADE, related_name="answers")
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=AnswerState.choices, default=AnswerState.DRAFT)
    filled = models.JSONField()
    """`core.reporting.Answer` as plain data."""
    revision = models.PositiveIntegerField(default=1)
    """How often the draft was saved: whoever saves over another's words is told."""
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()
    sent_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    remark = models.TextField(blank=True)
    """What the organiser wants changed, of a version that was sent back."""
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["asked", "version"], name="report_version_once")
        ]
        ordering = ["version"]

    def __str__(self) -> str:
        return f"{self.asked_id} v{self.version} {self.state}"
