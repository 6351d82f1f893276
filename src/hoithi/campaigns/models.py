"""The table of campaigns."""

from django.db import models

from hoithi.files.models import StoredFile
from hoithi.people.models import OrganisingBody


class Campaign(models.Model):
    """What a plan founds; a contest made alone founds a campaign of one activity."""

    body = models.ForeignKey(OrganisingBody, models.PROTECT)
    title = models.CharField(max_length=300)
    plan_number = models.CharField(max_length=60, blank=True)
    plan_issued_on = models.DateField(null=True, blank=True)
    plan_issuer = models.CharField(max_length=200, blank=True)
    plan_link = models.URLField(blank=True)
    plan_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title
