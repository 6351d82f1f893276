"""The campaign's own reports to its superior: words in progress, and versions that were sent."""

from django.db import models

from hoithi.campaigns.models.campaigns import Campaign
from hoithi.core.reporting.upward import ReportKind
from hoithi.people.models import Person


class UpwardReport(models.Model):
    """A report to the superior; what nobody put in words follows the campaign's figures."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="upward_reports")
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ReportKind])
    subject = models.CharField(max_length=500)
    addressed_to = models.CharField(max_length=300, blank=True)
    words = models.JSONField(default=dict)
    """By key of a sentence, what somebody wrote instead; empty where it is left out."""
    revision = models.PositiveIntegerField(default=0)
    """How often it was written in: whoever writes over another's words is told."""
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.subject


class UpwardVersion(models.Model):
    """The report as it was sent, with its figures: numbered, hashed, never changed."""

    report = models.ForeignKey(UpwardReport, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    document_number = models.CharField(max_length=60, blank=True)
    """Số, ký hiệu; empty while the office has not given it."""
    content = models.TextField()
    """Canonical JSON of what was sent, over which the hash is taken."""
    sha256 = models.CharField(max_length=64)
    as_of = models.DateField()
    sent_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="upward_version_once")
        ]
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.report_id} v{self.number}"


class ParticipationQuota(models.Model):
    """How many people a campaign wants to take part in an activity: the body's own target."""

    activity = models.OneToOneField(
        "campaigns.Activity", models.CASCADE, related_name="participation_quota"
    )
    people = models.PositiveIntegerField()
    set_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.people}"
