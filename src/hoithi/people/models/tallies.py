"""Counts that all processes share: how often something was tried, and what may be used once."""

from django.db import models


class Tally(models.Model):
    """How often something came in one window of time; who or what it was cannot be read."""

    key_hash = models.CharField(max_length=64)
    number = models.BigIntegerField()
    """Of the window: its beginning divided by its length."""
    count = models.IntegerField()
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key_hash", "number"], name="one_tally_a_window")
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.count}"


class Spent(models.Model):
    """Something that may be used once, such as the answer to a puzzle, and who used it first."""

    key_hash = models.CharField(max_length=64, primary_key=True)
    holder = models.BigIntegerField()
    """A number of the request that used it, so that writing it twice is no second use."""
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key_hash
