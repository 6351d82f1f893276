"""Tables of the journal: entries, the seals that chain them, forms that were taken."""

from django.db import models


class Entry(models.Model):
    """One deed: who, what, to which object, when, with which facts. Never changed."""

    body_id = models.BigIntegerField(null=True, db_index=True)
    contest_id = models.BigIntegerField(null=True, db_index=True)
    deed = models.CharField(max_length=60, db_index=True)
    subject = models.CharField(max_length=60)
    """The kind of object, such as `contests.Round`."""
    subject_id = models.BigIntegerField(null=True, db_index=True)
    person_id = models.BigIntegerField(null=True)
    """Who did it; None where the system did."""
    person_name = models.CharField(max_length=120, blank=True)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.deed}"


class Seal(models.Model):
    """Gives a committed entry its number in the chain and hashes it with the one before."""

    number = models.BigIntegerField(primary_key=True)
    """From 1 without gaps, in the order of sealing: an entry that commits late comes later."""
    entry_id = models.BigIntegerField(unique=True)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"


class TakenForm(models.Model):
    """A form that was taken: the same one sent again, by a double click, is not taken twice."""

    key = models.CharField(max_length=64, unique=True)
    """A hash of who sent what from which page; nothing of what was typed can be read from it."""
    onward = models.CharField(max_length=500, blank=True)
    """The address to which its sender was led."""
    taken_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key[:12]
