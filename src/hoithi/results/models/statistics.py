"""Tables of statistics: figures of a round's papers and questions, reckoned after it closed."""

from django.db import models

from hoithi.contests.models import Round
from hoithi.questions.models import QuestionVersion


class RoundStatistics(models.Model):
    """The figures of a round, with what they were reckoned from; newer ones take their place."""

    round = models.OneToOneField(Round, models.CASCADE, related_name="statistics")
    key_state = models.CharField(max_length=64)
    """The name of the answer keys that were used."""
    handed_in = models.PositiveIntegerField()
    """Sheets that were there."""
    decided = models.BigIntegerField(default=0)
    """The newest decision about a sitting: an annulled one is not counted."""
    content = models.BinaryField()
    """`results.facts.item_statistics.RoundFigures`."""
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.round_id} {self.made_at}"


class QuestionFigure(models.Model):
    """A question in one paper of a round: what its page in the bank tells of it."""

    statistics = models.ForeignKey(RoundStatistics, models.CASCADE, related_name="figures")
    version = models.ForeignKey(QuestionVersion, models.CASCADE, related_name="figures")
    part_key = models.CharField(max_length=40)
    group = models.CharField(max_length=40, blank=True)
    sittings = models.PositiveIntegerField()
    facility = models.FloatField()
    """Mean mark as a share of the points."""
    discrimination = models.FloatField(null=True)
    """Correlation with the other questions, from −1 to 1."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["statistics", "version", "part_key", "group"], name="question_figure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version_id}: {self.facility}"
