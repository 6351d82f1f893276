"""Tables of corrected answer keys: what is proposed, what it would change, what came of it."""

from django.db import models

from hoithi.contests.models import Round
from hoithi.people.models import Person
from hoithi.questions.models import AnswerKey, QuestionVersion
from hoithi.results.models.outcomes import Result


class CorrectionState(models.TextChoices):
    """How far a correction has come."""

    PREPARING = "preparing"
    """The worker reckons what it would change."""
    READY = "ready"
    """A second person may approve it."""
    APPROVED = "approved"
    """The key is in force; the worker prepares the new results."""
    DONE = "done"
    REJECTED = "rejected"


OPEN_STATES = (CorrectionState.PREPARING, CorrectionState.READY, CorrectionState.APPROVED)


class KeyCorrection(models.Model):
    """Another key for a question that was already sat, or its withdrawal (đính chính đáp án).

    The key itself is added to the bank when a second person approves; until then nothing but the
    preview knows it.
    """

    version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="corrections")
    number = models.PositiveIntegerField()
    """Counts up within the version of the question."""
    base = models.ForeignKey(AnswerKey, models.PROTECT, related_name="+")
    """The key in whose place it comes."""
    right = models.JSONField()
    """As `AnswerKey.right`."""
    withdrawn = models.BooleanField(default=False)
    explanation = models.TextField(blank=True)
    """Why the new key is right, wherever explanations are shown; as that of the key before, unless
    whoever proposes writes another."""
    reason = models.TextField()
    document_number = models.CharField(max_length=60, blank=True)
    reverses = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="reversals"
    )
    state = models.CharField(
        max_length=10, choices=CorrectionState.choices, default=CorrectionState.PREPARING
    )
    proposed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    previewed_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    refusal = models.TextField(blank=True)
    """Why the second person did not approve."""
    made = models.OneToOneField(AnswerKey, models.PROTECT, null=True, blank=True, related_name="+")
    """The key that came into force by it."""
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "number"], name="correction_number_once"),
            models.UniqueConstraint(
                fields=["version"],
                condition=models.Q(state__in=OPEN_STATES),
                name="one_open_correction",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}#{self.number}"

    @property
    def body_id(self) -> int:
        """The body that owns the bank."""
        return self.version.body_id


class CorrectedRound(models.Model):
    """What a correction changes in one round that drew the question."""

    correction = models.ForeignKey(KeyCorrection, models.CASCADE, related_name="rounds")
    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    base_result = models.ForeignKey(Result, models.PROTECT, null=True, blank=True, related_name="+")
    """The newest final result of the round when it was previewed."""
    inputs = models.JSONField(default=dict)
    """What the preview was reckoned from: where that has changed, it is reckoned again."""
    sha256 = models.CharField(max_length=64, blank=True)
    """Of the result as it will be."""
    preview = models.BinaryField()
    """`results.facts.corrections.RoundPreview`."""
    result = models.ForeignKey(
        Result, models.PROTECT, null=True, blank=True, related_name="corrected"
    )
    """The result that was published by it."""
    waits_for = models.CharField(max_length=40, blank=True)
    """What keeps the new result from being published by itself, by the name of the refusal."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["correction", "round"], name="corrected_round_once")
        ]

    def __str__(self) -> str:
        return f"{self.correction_id} {self.round_id}"
