"""Tables of contests: versions of the rulebook, the rounds they index, decisions about them."""

from django.db import models

from hoithi.campaigns.models import Activity, Campaign
from hoithi.files.models import StoredFile
from hoithi.people.models import OrganisingBody, Person


class ContestState(models.TextChoices):
    """How far a contest has come."""

    DRAFT = "draft"
    """Seen by its body only."""
    ANNOUNCED = "announced"
    """Its page is public; rounds open by their windows."""
    CLOSED = "closed"
    """All is published; kept for reading."""
    CANCELLED = "cancelled"
    DELETED = "deleted"
    """A draft that was given up: nobody sees it any more, and the worker clears what it had."""


class Contest(models.Model):
    """A contest of a body; its rules are the versions of its rulebook."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="contests")
    activity = models.ForeignKey(
        Activity, models.SET_NULL, null=True, blank=True, related_name="contests"
    )
    """The activity of the campaign that it is; a rehearsal is none."""
    body = models.ForeignKey(OrganisingBody, models.PROTECT, related_name="contests")
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    state = models.CharField(
        max_length=20, choices=ContestState.choices, default=ContestState.DRAFT
    )
    shared_with = models.ManyToManyField(OrganisingBody, blank=True, related_name="shared_contests")
    """Superior bodies that see its totals."""
    rehearses = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="twins"
    )
    """The contest of which this one is the twin that false people take (chạy thử)."""
    one_official = models.BooleanField(default=False)
    """The body has one official: second persons confirm on signed paper that is uploaded."""
    created_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class JoinedContest(models.Model):
    """A superior's contest that a campaign takes part in: its rules and days are read there."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="joined")
    contest = models.ForeignKey(Contest, models.CASCADE, related_name="joined_by")
    joined_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    joined_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.activity_id} → {self.contest_id}"


class RulebookVersion(models.Model):
    """One version of a contest's rulebook: canonical bytes, their hash, the printed text."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    format = models.PositiveSmallIntegerField()
    document = models.BinaryField()
    """Canonical JSON."""
    sha256 = models.CharField(max_length=64)
    printed = models.TextField(blank=True)
    effective_at = models.DateTimeField(null=True, blank=True)
    """From when it holds; None while a draft. Sittings keep the version they started under."""
    decision_number = models.CharField(max_length=60, blank=True)
    decision_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    reason = models.TextField(blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contest", "number"], name="rulebook_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.contest_id} v{self.number}"


class Round(models.Model):
    """A round of the version in force, as an index of the document that other rows refer to."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="rounds")
    key = models.CharField(max_length=40)
    ordinal = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    scope = models.CharField(max_length=20)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True, db_index=True)
    """When it closes as things stand: the window of the rulebook with the decisions on it."""
    publishes_at = models.DateTimeField(null=True, blank=True)
    """From when its result may be seen as things stand; None where no minute is set."""
    publishes_on_approval = models.BooleanField(default=False)
    """It was decided that the result comes out as soon as it is approved; no minute is set then."""
    paused_at = models.DateTimeField(null=True, blank=True)
    clock_stopped = models.BooleanField(default=False)
    """The pause stops the clock of running papers; they get the time back."""
    cancelled_at = models.DateTimeField(null=True, blank=True)
    version = models.ForeignKey(RulebookVersion, models.PROTECT, null=True, related_name="+")
    """The version under which its sittings begin; None until the round is prepared."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contest", "key"], name="round_key_once")]
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.title


class Release(models.TextChoices):
    """What a decision says of the publication (`core.rounds.Release`)."""

    ON_APPROVAL = "on_approval"
    AT = "at"


class DecisionKind(models.TextChoices):
    """What can be decided about a round while it runs."""

    EXTEND = "extend"
    CLOSE_EARLY = "close_early"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    RERUN = "rerun"
    MOVE_PUBLICATION = "move_publication"
    AMEND = "amend"
    COUNT_LATE = "count_late"


class RoundDecision(models.Model):
    """A recorded decision about a round, with its reason and the document that orders it."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="decisions")
    round = models.ForeignKey(Round, models.CASCADE, null=True, related_name="decisions")
    kind = models.CharField(max_length=20, choices=DecisionKind.choices)
    until = models.DateTimeField(null=True, blank=True)
    """The new closing, for an extension or an early close."""
    release = models.CharField(max_length=12, choices=Release.choices, blank=True)
    """When the result comes out, where the decision says so; blank where it stays as it was."""
    publishes_at = models.DateTimeField(null=True, blank=True)
    """The new moment of publication, for `Release.AT`."""
    stops_clock = models.BooleanField(default=False)
    """A pause in which the clock of running papers stands still."""
    reason = models.TextField()
    document_number = models.CharField(max_length=60, blank=True)
    document_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} {self.round_id}"


class RehearsalState(models.TextChoices):
    """How far a rehearsal has come."""

    ASKED = "asked"
    QUEUED = "queued"
    """The worker has it among its tasks."""
    PLAYING = "playing"
    PLAYED = "played"
    FAILED = "failed"
    STOPPED = "stopped"
    """The organiser ended it, or its time was over, while it was played."""


class Rehearsal(models.Model):
    """A rehearsal of a contest before it opens: false people play a twin, which is then cleared."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="rehearsals")
    twin = models.OneToOneField(
        Contest, models.SET_NULL, null=True, blank=True, related_name="rehearsal"
    )
    """The contest that the false people take; None before it is made and after it is cleared."""
    people = models.PositiveIntegerField()
    """How many false people take part."""
    state = models.CharField(
        max_length=10, choices=RehearsalState.choices, default=RehearsalState.ASKED
    )
    run = models.PositiveSmallIntegerField(default=0)
    """How often it was begun; an older run that is still alive sees that it is no longer wanted."""
    progress = models.JSONField(default=list)
    """What the false people did, round by round; stays as the record of the rehearsal."""
    trouble = models.TextField(blank=True)
    """The sentence that says why it failed."""
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    beat_at = models.DateTimeField()
    """When the run last gave a sign of life."""
    played_at = models.DateTimeField(null=True, blank=True)
    clear_at = models.DateTimeField()
    """When it is cleared at the latest, before the first round opens."""
    ended_at = models.DateTimeField(null=True, blank=True)
    """When the organiser ended it."""
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contest"],
                condition=models.Q(cleared_at__isnull=True),
                name="one_rehearsal_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.contest_id} {self.asked_at}"

    @property
    def is_known(self) -> bool:
        """Whether it was played to its end, or is on its way: nobody has to be told to rehearse."""
        coming = self.state in {RehearsalState.ASKED, RehearsalState.QUEUED, RehearsalState.PLAYING}
        return self.played_at is not None or (coming and self.cleared_at is None)
