"""Outreach of a campaign: who is to tell what by which channel, what was told, edited drafts."""

from django.db import models

from hoithi.campaigns.models.campaigns import Campaign
from hoithi.campaigns.models.tasks import Agency, Task
from hoithi.core.outreach.channels import Cadence, Channel, Phase
from hoithi.files.models import StoredFile
from hoithi.people.models import Person, Unit

_PHASES = [(one.value, one.value) for one in Phase]
_CHANNELS = [(one.value, one.value) for one in Channel]
_CADENCES = [(one.value, one.value) for one in Cadence]


class OutreachDuty(models.Model):
    """An agency, or every unit of its set, tells of the campaign by one channel in one phase."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="outreach_duties")
    agency = models.ForeignKey(Agency, models.CASCADE, related_name="outreach_duties")
    phase = models.CharField(max_length=10, choices=_PHASES)
    channel = models.CharField(max_length=20, choices=_CHANNELS)
    cadence = models.CharField(max_length=15, choices=_CADENCES, default=Cadence.ONCE.value)
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    """Days of its own; where there are none, those of the phase as the activities stand."""
    words = models.CharField(max_length=1000, blank=True)
    """What is to be told, where the channel does not say it all."""
    task = models.ForeignKey(Task, models.SET_NULL, null=True, blank=True, related_name="+")
    """The task of the plan from which it was made."""
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "agency", "phase", "channel"], name="outreach_duty_once"
            )
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.phase} {self.channel}"


class OutreachDeed(models.Model):
    """Something that was told: when, by which channel, to how many, with link or photographs."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="outreach_deeds")
    agency = models.ForeignKey(Agency, models.CASCADE, related_name="outreach_deeds")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    """The unit of the agency's set; None for the agency itself."""
    phase = models.CharField(max_length=10, choices=_PHASES)
    channel = models.CharField(max_length=20, choices=_CHANNELS)
    done_on = models.DateField()
    words = models.CharField(max_length=500, blank=True)
    link = models.URLField(max_length=500, blank=True)
    reached = models.PositiveIntegerField(null=True, blank=True)
    """How many people it reached, as the unit estimates; None where it does not say."""
    reported_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reported_pass = models.ForeignKey(
        "campaigns.OutreachPass", models.SET_NULL, null=True, related_name="deeds"
    )
    """The link without an account by which it was reported."""
    reported_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-done_on", "-pk"]
        indexes = [models.Index(fields=["campaign", "agency"])]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.channel} {self.done_on}"


class OutreachPhoto(models.Model):
    """A photograph of what was told; where it was taken was cut from it."""

    deed = models.ForeignKey(OutreachDeed, models.CASCADE, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.deed_id} {self.file_id}"


class OutreachPass(models.Model):
    """The leave of a unit to report by a link without an account: until when, and taken back when.

    The link is signed with the number of the row, so that it can be printed again.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="outreach_passes")
    agency = models.ForeignKey(Agency, models.CASCADE, related_name="outreach_passes")
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.agency_id} {self.unit_id}"


class OutreachDraft(models.Model):
    """A draft as somebody rewrote it; without a row the one made from the facts holds."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="outreach_drafts")
    phase = models.CharField(max_length=10, choices=_PHASES)
    kind = models.CharField(max_length=20)
    """A code of `core.outreach.drafts.DraftKind`."""
    text = models.TextField()
    edited_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    edited_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "phase", "kind"], name="draft_once_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.phase} {self.kind}"
