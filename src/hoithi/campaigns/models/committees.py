"""Committees of a campaign under the names that the decision gives them, and their members."""

from django.db import models

from hoithi.campaigns.models.campaigns import Campaign
from hoithi.files.models import StoredFile
from hoithi.people.models import Identity, Person


class CommitteeKind(models.TextChoices):
    """What a committee does, whatever its name (`core.founding.records.CommitteeKind`)."""

    ORGANISING = "organising"
    JURY = "jury"
    SECRETARIAT = "secretariat"
    QUESTIONS = "questions"
    REVIEW = "review"
    SERVICE = "service"
    SUB_COMMITTEE = "sub_committee"
    OTHER = "other"


class Committee(models.Model):
    """Ban Tổ chức, Ban Giám khảo, Tổ thư ký …: its name is data."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="committees")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=CommitteeKind.choices)
    decision_number = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decision_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    duties = models.TextField(blank=True)
    """Its tasks as the decision will state them, one a line."""
    read_from = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "name"], name="committee_name_once")
        ]
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.name


class CommitteeRole(models.TextChoices):
    """What a member is in the committee (`core.committees.Role`)."""

    HEAD = "head"
    STANDING_DEPUTY = "standing_deputy"
    DEPUTY = "deputy"
    STANDING = "standing"
    MEMBER = "member"
    SECRETARY = "secretary"


class CommitteeMember(models.Model):
    """Somebody in a committee, as the decision lists them."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="members")
    ordinal = models.PositiveSmallIntegerField()
    full_name = models.CharField(max_length=120)
    post = models.CharField(max_length=200, blank=True)
    """Chức vụ, đơn vị công tác."""
    role = models.CharField(
        max_length=20, choices=CommitteeRole.choices, default=CommitteeRole.MEMBER
    )
    title = models.CharField(max_length=80, blank=True)
    """The role in the decision's own words, where they are not the usual ones."""
    agency = models.ForeignKey(
        "campaigns.Agency", models.SET_NULL, null=True, blank=True, related_name="members"
    )
    """The agency that nominated them."""
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    identity = models.ForeignKey(Identity, models.SET_NULL, null=True, blank=True, related_name="+")
    """Birth year and telephone, sealed: what the exclusions of contests compare."""

    class Meta:
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.full_name
