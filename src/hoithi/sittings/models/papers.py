"""Drawn papers: their pools, printed codes, and what trials of them showed."""

from django.db import models

from hoithi.contests.models import Round
from hoithi.people.models import Person


class PoolKind(models.TextChoices):
    """What a set of papers is for."""

    ONLINE = "online"
    """A start takes one of them."""
    ONE_SET = "one_set"
    """Printed for a hall: one set of questions, in another order for each code."""
    OWN_SETS = "own_sets"
    """Printed for a hall: each code draws its own questions."""


class PaperPool(models.Model):
    """Papers drawn ahead for one round, part and group when the bank is sealed, or for a hall."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="pools")
    part_key = models.CharField(max_length=40)
    group = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10, choices=PoolKind.choices, default=PoolKind.ONLINE)
    number = models.PositiveSmallIntegerField(default=1)
    seed = models.CharField(max_length=64)
    draw_version = models.PositiveSmallIntegerField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    """Hash over the contents of its papers, in order."""
    sealed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "part_key", "group", "number"], name="pool_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.part_key} {self.group}"

    @property
    def last_code(self) -> str:
        """Of papers by code: the last one."""
        return max((paper.code for paper in self.papers.all()), default="")


class Paper(models.Model):
    """One paper of a pool: question versions with the order of their options."""

    pool = models.ForeignKey(PaperPool, models.CASCADE, related_name="papers")
    ordinal = models.PositiveIntegerField()
    code = models.CharField(max_length=8, blank=True)
    """Printed for a hall: the code on it (mã đề), once in a round; empty for papers online."""
    content = models.JSONField()
    """[[question version, [option order]], …]"""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pool", "ordinal"], name="paper_once")]

    def __str__(self) -> str:
        return f"{self.pool_id}/{self.ordinal}"


class PaperSimulation(models.Model):
    """Many papers drawn for trial by the bank and rules of one day; the newest one is shown."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="simulations")
    part_key = models.CharField(max_length=40)
    group = models.CharField(max_length=40, blank=True)
    facts = models.JSONField()
    """A `core.papers.simulation.Simulation`."""
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    """When an organiser first looked at it."""

    def __str__(self) -> str:
        return f"{self.round_id} {self.part_key} {self.group}"
