"""Organising bodies: who owns campaigns, banks, units and personal data."""

from django.db import models

from hoithi.core.morning import READY


class OrganisingBody(models.Model):
    """An authority that organises: a province's committee, a department, a commune, a union."""

    slug = models.SlugField(unique=True, max_length=60)
    name = models.CharField(max_length=200)
    superior = models.CharField(max_length=200, blank=True)
    """The superior agency as the heading of documents names it."""
    place = models.CharField(max_length=100, blank=True)
    """The place beside the date of documents."""
    telephone = models.CharField(max_length=60, blank=True)
    reports_at = models.TimeField(default=READY)
    """When the morning reports of its contests are made, in the time of Vietnam."""
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
