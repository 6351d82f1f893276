"""Drafts in chunks, verifications, approvals, published snapshots that never change."""

from django.db import models

from hoithi.contests.models import Contest, Round, RulebookVersion
from hoithi.entries.models import Entrant
from hoithi.files.models import StoredFile
from hoithi.kit.ids import new_id
from hoithi.people.models import Person


class Draft(models.Model):
    """A prepared result of a round, or of the whole contest where it names none."""

    id = models.BigIntegerField(primary_key=True, default=new_id)
    """Given before the chunks are written, and carrying the moment at which that began."""
    contest = models.ForeignKey(Contest, models.CASCADE, related_name="drafts")
    round = models.ForeignKey(Round, models.CASCADE, null=True, related_name="drafts")
    number = models.PositiveIntegerField()
    version = models.ForeignKey(RulebookVersion, models.PROTECT, related_name="+")
    facts = models.JSONField(default=dict)
    """Counts, the frozen population, the truth of the prediction, the state of the keys, and what
    went into it: so that a change upstream shows the draft as stale."""
    sha256 = models.CharField(max_length=64)
    """Over the chunks in order: what is verified is what is published."""
    prepared_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contest", "round", "number"], name="draft_once"),
            models.UniqueConstraint(
                fields=["contest", "number"],
                condition=models.Q(round__isnull=True),
                name="overall_draft_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contest_id}/{self.round_id}#{self.number}"


class Chunk(models.Model):
    """A piece of a draft: lines of one of its tables, as bytes."""

    draft_id = models.BigIntegerField(db_index=True)
    """A number and no key: chunks are written before the row that makes them valid."""
    table = models.CharField(max_length=60)
    ordinal = models.PositiveIntegerField()
    first_place = models.PositiveIntegerField(default=0)
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft_id", "table", "ordinal"], name="chunk_once")
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.table} {self.ordinal}"


class Verdict(models.TextChoices):
    """What was found about a candidate for a prize."""

    VERIFIED = "verified"
    NOT_RECOGNISED = "not_recognised"
    UNREACHED = "unreached"


class Verification(models.Model):
    """One finding about one candidate; the newest counts, all are kept."""

    contest = models.ForeignKey(Contest, models.CASCADE)
    round = models.ForeignKey(Round, models.CASCADE, null=True)
    entrant = models.ForeignKey(Entrant, models.CASCADE, related_name="verifications")
    verdict = models.CharField(max_length=16, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.entrant_id}: {self.verdict}"


class LotDrawing(models.Model):
    """How equals were parted: by lots drawn before witnesses, or by the committee with a reason."""

    round = models.ForeignKey(Round, models.CASCADE, null=True)
    contest = models.ForeignKey(Contest, models.CASCADE)
    order = models.JSONField()
    """Entrants, or units, in the order drawn or decided."""
    of_units = models.BooleanField(default=False)
    witnesses = models.CharField(max_length=300, blank=True)
    reason = models.TextField(blank=True)
    """Of the committee's decision; empty where lots were drawn."""
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.contest_id} {self.at}"


class Approval(models.Model):
    """The second person's word, and the leader's as recorded from a signed document."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="approvals")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    invited_name = models.CharField(max_length=250, blank=True)
    document_number = models.CharField(max_length=60, blank=True)
    document_date = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=200, blank=True)
    document_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+"
    )
    on_paper = models.BooleanField(default=False)
    """The body has one official: the step was closed by a signed sheet, and the result says so."""
    recorded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.draft_id} {self.at}"


class Result(models.Model):
    """A published result: immutable, numbered, hashed. A correction is a new number."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="results")
    round = models.ForeignKey(Round, models.CASCADE, null=True, related_name="results")
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="results")
    number = models.PositiveIntegerField()
    preliminary = models.BooleanField(default=False)
    correction_reason = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    """What the page says of its making: versions of the rules, who approved by which document."""
    sha256 = models.CharField(max_length=64)
    visible_from = models.DateTimeField(db_index=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contest", "round", "number"], name="result_once"),
            models.UniqueConstraint(fields=["draft", "preliminary"], name="draft_published_once"),
            models.UniqueConstraint(
                fields=["contest", "number"],
                condition=models.Q(round__isnull=True),
                name="overall_result_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contest_id}/{self.round_id} {self.number}"


class SignFinding(models.Model):
    """What a person found about a sign of irregularity; a sign alone changes nothing."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="sign_findings")
    round = models.ForeignKey(Round, models.CASCADE, null=True)
    sign = models.CharField(max_length=40)
    """The kind of sign (`core.signs`)."""
    subject = models.CharField(max_length=80)
    """What it is about: an entrant's number, or the hash of a device or of a sheet."""
    finding = models.TextField()
    serious = models.BooleanField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.sign} {self.subject}"


class Remark(models.Model):
    """A remark on a published result (phản ánh, kiến nghị), and its answer."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="remarks")
    entrant = models.ForeignKey(Entrant, models.SET_NULL, null=True)
    number = models.PositiveIntegerField()
    text = models.TextField()
    filed_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.result_id}#{self.number}"


class MorningReport(models.Model):
    """What was told to the leaders on one morning of a contest: figures, never a person's name."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="morning_reports")
    day = models.DateField()
    facts = models.JSONField()
    """`core.morning.Morning`; the change is against the report before."""
    picture = models.BinaryField()
    """PNG, ready for a chat group."""
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contest", "day"], name="one_report_a_day")]

    def __str__(self) -> str:
        return f"{self.contest_id} {self.day}"
