"""Tables of plan documents, of what was understood of them, and of where copies come from."""

from django.db import models

from hoithi.campaigns.models import Campaign
from hoithi.files.models import StoredFile
from hoithi.people.models import OrganisingBody, Person


class PlanDocument(models.Model):
    """A signed plan as it was uploaded; a body has the same document once."""

    body = models.ForeignKey(OrganisingBody, models.CASCADE, related_name="plan_documents")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    text = models.TextField(blank=True)
    """The text as it was taken out of the file; places of facts count its lines."""
    doubts = models.JSONField(default=list)
    """Passages that were not understood, as `core.plans.as_json` tells them."""
    uploaded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    campaign = models.OneToOneField(
        Campaign, models.PROTECT, null=True, blank=True, related_name="plan_document"
    )
    founded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    founded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "sha256"], name="plan_document_once_a_body")
        ]

    def __str__(self) -> str:
        return self.file.name


class UnderstoodState(models.TextChoices):
    """Who stands for a fact: the reader alone, or a person."""

    READ = "read"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ADDED = "added"
    REFUSED = "refused"
    """A person said that the plan does not say so; it counts for nothing."""


class Understood(models.Model):
    """One fact of a plan, where it was read, and what a person made of it."""

    document = models.ForeignKey(PlanDocument, models.CASCADE, related_name="understood")
    field = models.CharField(max_length=40)
    """A field of `core.plans.records.Facts` or `core.founding.noticing.Noticed`."""
    ordinal = models.PositiveIntegerField()
    value = models.JSONField()
    """The fields of the record, without its place."""
    was = models.JSONField(null=True, blank=True)
    """What was read, where a person corrected it."""
    line = models.PositiveIntegerField(null=True, blank=True)
    """None for what a person added without a place."""
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    last_line = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(
        max_length=10, choices=UnderstoodState.choices, default=UnderstoodState.READ
    )
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return f"{self.document_id} {self.field} {self.ordinal}"


class CampaignOrigin(models.Model):
    """Where a campaign comes from that no plan founded: an earlier one, or another body's file."""

    campaign = models.OneToOneField(Campaign, models.CASCADE, related_name="origin")
    body = models.ForeignKey(OrganisingBody, models.CASCADE, related_name="+")
    source = models.ForeignKey(
        Campaign, models.SET_NULL, null=True, blank=True, related_name="copies"
    )
    """The earlier campaign of the same body."""
    sha256 = models.CharField(max_length=64, blank=True)
    """The hash of the file that another body gave; a body opens the same file once."""
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "sha256"],
                condition=~models.Q(sha256=""),
                name="campaign_file_once_a_body",
            )
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} ← {self.source_id or self.sha256[:8]}"
