"""Counts of a round that the worker brings up to date."""

from django.db import models

from hoithi.contests.models import Round


class Figure(models.Model):
    """A count of a round that the worker brings up to date: for staff, never a public file."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="figures", db_index=False)
    kind = models.CharField(max_length=8)
    """`all`, `unit`, `hour` or `device`."""
    key = models.CharField(max_length=40, blank=True)
    """The version of a unit, an hour in UTC, a class of device; empty for all."""
    people = models.PositiveIntegerField()
    newcomers = models.PositiveIntegerField(default=0)
    """Those of them who had sat in no earlier round, trials aside: summed over the rounds they are
    the people of the contest."""
    sittings = models.PositiveIntegerField()
    submitted = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "kind", "key"], name="figure_once")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.kind} {self.key}"


class FigureTally(models.Model):
    """Up to where the figures of a round are settled, so that only what came since is read."""

    round = models.OneToOneField(Round, models.CASCADE, related_name="tally")
    revision = models.PositiveIntegerField(default=0)
    stamp = models.CharField(max_length=60)
    """What was decided about sittings of the contest; a change has everything counted again."""
    mark = models.BigIntegerField(default=0)
    """Sittings and submissions with an id up to here are in `settled`."""
    settled = models.JSONField(default=dict)
    """By kind and key of a figure: people, newcomers, sittings, submitted."""

    def __str__(self) -> str:
        return f"{self.round_id} {self.mark}"
