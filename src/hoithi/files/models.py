"""The table of stored uploads."""

from django.db import models

from hoithi.people.models import OrganisingBody, Person


class StoredFile(models.Model):
    """An upload: its bytes under the hash, its name and type as checked, its owner."""

    body = models.ForeignKey(OrganisingBody, models.CASCADE)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    uploaded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
