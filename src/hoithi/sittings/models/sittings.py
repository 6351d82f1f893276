"""Sittings: who holds them, what was saved and handed in, marks, decisions, typed sheets."""

from django.db import models

from hoithi.contests.models import Round, RulebookVersion
from hoithi.entries.models import AssistedPlace, Entrant
from hoithi.files.models import StoredFile
from hoithi.kit.fields import PlainJSONField
from hoithi.kit.ids import new_id, new_token
from hoithi.people.models import Person
from hoithi.sittings.models.papers import Paper


class Sitting(models.Model):
    """An entrant began a paper (lượt thi)."""

    id = models.BigIntegerField(primary_key=True, default=new_id)
    # The unique keys below serve as the indexes of these keys: every index costs the busy door.
    entrant = models.ForeignKey(Entrant, models.CASCADE, related_name="sittings", db_index=False)
    ordinal = models.PositiveIntegerField()
    """Counts up within the entrant: two starts at once cannot both be made."""
    round = models.ForeignKey(Round, models.CASCADE, related_name="sittings", db_index=False)
    part_key = models.CharField(max_length=40)
    paper = models.ForeignKey(Paper, models.PROTECT)
    version = models.ForeignKey(RulebookVersion, models.PROTECT)
    token = models.CharField(max_length=30, unique=True, default=new_token)
    started_at = models.DateTimeField()
    deadline_at = models.DateTimeField(db_index=True)
    """The start plus the minutes of the paper; the round's close and extensions come over it."""
    device_hash = models.CharField(max_length=64, blank=True)
    device_class = models.CharField(max_length=12, blank=True)
    place = models.ForeignKey(AssistedPlace, models.PROTECT, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entrant", "ordinal"], name="sitting_ordinal_once")
        ]
        indexes = [models.Index(fields=["round", "started_at"])]

    def __str__(self) -> str:
        return f"{self.entrant_id}/{self.ordinal}"


class Holder(models.Model):
    """A page that opened or resumed a sitting; the newest one counts."""

    id = models.BigIntegerField(primary_key=True, default=new_id)
    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="holders", db_index=False)
    number = models.PositiveIntegerField()
    device_hash = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sitting", "number"], name="holder_once")]

    def __str__(self) -> str:
        return f"{self.sitting_id}#{self.number}"


class Sheet(models.Model):
    """A whole answer sheet as one page had it at one revision: an equal key means equal content."""

    id = models.BigIntegerField(primary_key=True, default=new_id)
    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="sheets", db_index=False)
    holder = models.PositiveIntegerField()
    revision = models.PositiveIntegerField()
    answers = PlainJSONField()
    """By place of the question in the paper; an option by its place as shown."""
    prediction = models.BigIntegerField(null=True, blank=True)
    received_at = models.DateTimeField()
    late = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "holder", "revision"], name="sheet_revision_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.sitting_id}#{self.holder}.{self.revision}"


class SubmissionKind(models.TextChoices):
    """Who handed the paper in."""

    CONTESTANT = "contestant"
    LEFT = "left"
    """Leaving used the sitting up."""
    CLOSED = "closed"
    """The automatic close took the newest sheet."""
    TYPED = "typed"
    """Typed in by two people from paper."""
    DECIDED = "decided"
    """A recorded decision counts a late sheet."""


class Submission(models.Model):
    """The one handed-in sheet of a sitting; only submissions are marked."""

    id = models.BigIntegerField(primary_key=True, default=new_id)
    sitting = models.OneToOneField(Sitting, models.CASCADE)
    kind = models.CharField(max_length=12, choices=SubmissionKind.choices)
    holder = models.PositiveIntegerField()
    revision = models.PositiveIntegerField()
    answers = PlainJSONField()
    prediction = models.BigIntegerField(null=True, blank=True)
    submitted_at = models.DateTimeField(db_index=True)
    receipt = models.CharField(max_length=16, unique=True)
    """The code the contestant keeps (mã bài thi)."""

    def __str__(self) -> str:
        return self.receipt


class Mark(models.Model):
    """Points of a submission under one state of the answer keys; a new state gives new rows."""

    id = models.BigIntegerField(primary_key=True, default=new_id)
    submission = models.ForeignKey(Submission, models.CASCADE, related_name="marks", db_index=False)
    key_state = models.CharField(max_length=64)
    """Hash of the keys that were used."""
    points = models.DecimalField(max_digits=12, decimal_places=4)
    most = models.DecimalField(max_digits=12, decimal_places=4)
    right = models.PositiveSmallIntegerField()
    questions = models.PositiveSmallIntegerField()
    marked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "key_state"], name="mark_once_a_key")
        ]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.points}"


class SittingDecisionKind(models.TextChoices):
    """What can be decided about one sitting or one entrant."""

    EXTEND = "extend"
    ANNUL = "annul"
    PERMIT = "permit"
    """One more attempt."""
    COUNT_LATE = "count_late"


class SittingDecision(models.Model):
    """A recorded decision about a sitting or an entrant's attempts in a round."""

    entrant = models.ForeignKey(Entrant, models.CASCADE, related_name="decisions")
    sitting = models.ForeignKey(Sitting, models.CASCADE, null=True, related_name="decisions")
    round = models.ForeignKey(Round, models.CASCADE, related_name="sitting_decisions")
    kind = models.CharField(max_length=12, choices=SittingDecisionKind.choices)
    seconds = models.PositiveIntegerField(default=0)
    part_key = models.CharField(max_length=40, blank=True)
    """Of one more attempt: the paper it is for. Empty in orders of before papers were told apart,
    which hold for every paper of the round."""
    part_title = models.CharField(max_length=300, blank=True)
    """What that paper was called then; empty where the round has one only."""
    reason = models.TextField()
    document_number = models.CharField(max_length=60, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} {self.entrant_id}"


class TypedSheet(models.Model):
    """Answers of a paper sat in a hall, as one of two people typed them."""

    entrant = models.ForeignKey(Entrant, models.CASCADE)
    round = models.ForeignKey(Round, models.CASCADE)
    part_key = models.CharField(max_length=40)
    """Of the paper: each part of a round has its own sheet."""
    paper = models.ForeignKey(Paper, models.PROTECT)
    answers = PlainJSONField()
    seconds = models.PositiveIntegerField()
    began_at = models.DateTimeField(null=True)
    """When the session in the hall began."""
    typed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    typed_at = models.DateTimeField()
    confirmed_name = models.CharField(max_length=250, blank=True)
    """The guest who compared it with the paper in the place of a second typist."""
    evidence = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The signed sheet that closed the step where the body has one official only."""
    counted_at = models.DateTimeField(null=True, blank=True)
    """When it was handed in: it counts, and is typed no more."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entrant", "round", "part_key", "typed_by"], name="typed_once_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.entrant_id} {self.typed_by_id}"
