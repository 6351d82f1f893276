"""The table of campaigns."""

from django.db import models

from hoithi.files.models import StoredFile
from hoithi.people.models import OrganisingBody


class Campaign(models.Model):
    """What a plan founds; a contest made alone founds a campaign of one activity."""

    body = models.ForeignKey(OrganisingBody, models.PROTECT, related_name="campaigns")
    title = models.CharField(max_length=1000)
    plan_number = models.CharField(max_length=60, blank=True)
    plan_issued_on = models.DateField(null=True, blank=True)
    plan_issuer = models.CharField(max_length=200, blank=True)
    plan_link = models.URLField(blank=True)
    plan_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    from_plan = models.BooleanField(default=False)
    """Founded by an uploaded plan; it stays when the draft of one of its contests is deleted."""
    superior_number = models.CharField(max_length=60, blank=True)
    superior_issued_on = models.DateField(null=True, blank=True)
    superior_issuer = models.CharField(max_length=200, blank=True)
    """The superior's plan that this one carries out; empty where the body acts on its own."""
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title
