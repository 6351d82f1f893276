"""Tables of stored uploads, and of what is being made for somebody."""

from django.db import models

from hoithi.kit.ids import new_token
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


class ErrandState(models.TextChoices):
    """How far something that was asked for has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class Errand(models.Model):
    """Something that takes longer than a page may, done by the worker for one person."""

    token = models.CharField(max_length=30, unique=True, default=new_token)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    body = models.ForeignKey(OrganisingBody, models.CASCADE, null=True, related_name="+")
    handler = models.CharField(max_length=200)
    """The function of the site that does it, by its dotted name."""
    wish = models.JSONField()
    title = models.CharField(max_length=200)
    onward = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=ErrandState.choices, default="waiting")
    asked_at = models.DateTimeField(db_index=True)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    progress = models.PositiveIntegerField(default=0)
    """Lines that are done for good, where it is done in pieces."""
    sentence = models.CharField(max_length=1000, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.title} ({self.state})"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in {ErrandState.WAITING, ErrandState.RUNNING}
