"""The table of certificates."""

from django.db import models

from hoithi.entries.models import Entrant
from hoithi.kit.ids import new_code
from hoithi.people.models import Person, Unit
from hoithi.results.models import Result


class Certificate(models.Model):
    """A certificate of a prize, found by the code printed on it."""

    code = models.CharField(max_length=16, unique=True, default=new_code)
    result = models.ForeignKey(Result, models.PROTECT, related_name="certificates")
    table_key = models.CharField(max_length=40)
    prize_key = models.CharField(max_length=40)
    prize_title = models.CharField(max_length=200)
    entrant = models.ForeignKey(Entrant, models.PROTECT, null=True, related_name="certificates")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    masked_name = models.CharField(max_length=200)
    issued_at = models.DateTimeField()
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    """The withdrawn certificate in whose place it was issued."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    withdrawn_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.code
