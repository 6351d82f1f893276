"""Tables of entrants: who takes part, who may not, and the named lists of units."""

from django.db import models

from hoithi.contests.models import Contest
from hoithi.files.models import StoredFile
from hoithi.kit.ids import new_id, new_token
from hoithi.people.models import Identity, OrganisingBody, Person, Unit, UnitVersion


class EntrantKind(models.TextChoices):
    """What takes part."""

    PERSON = "person"
    TEAM = "team"
    UNIT = "unit"


class Channel(models.TextChoices):
    """How an entrant came in."""

    ONLINE = "online"
    ASSISTED = "assisted"
    """At an assisted place, with a named helper."""
    PAPER = "paper"
    SECRETARIAT = "secretariat"


class Entrant(models.Model):
    """A person, team or unit in one contest; what sittings and entered points refer to."""

    id = models.BigIntegerField(primary_key=True, default=new_id)
    contest = models.ForeignKey(Contest, models.CASCADE, related_name="entrants")
    kind = models.CharField(max_length=10, choices=EntrantKind.choices, default="person")
    token = models.CharField(max_length=30, unique=True, default=new_token)
    """Its name in public addresses."""
    identity = models.ForeignKey(Identity, models.SET_NULL, null=True, blank=True)
    key_hash = models.CharField(max_length=64)
    """Keyed hash of what makes one person of the contest; kept when the identity is erased."""
    code_hash = models.CharField(max_length=64, blank=True)
    """Keyed hash of the entry code (mã dự thi)."""
    code_number = models.PositiveSmallIntegerField(default=1)
    """How many codes it was given; only the newest opens."""
    name = models.CharField(max_length=200, blank=True)
    """The masked name of a person; the full name of a team or unit."""
    unit = models.ForeignKey(UnitVersion, models.PROTECT, null=True, blank=True)
    """The version of the unit it stands for."""
    standing = models.CharField(max_length=20, blank=True)
    group = models.CharField(max_length=40, blank=True)
    channel = models.CharField(max_length=12, choices=Channel.choices, default="online")
    effect = models.CharField(max_length=12, blank=True)
    """Of an exclusion: `unranked` or `no_prize`; `barred` only where one was listed afterwards."""
    female = models.BooleanField(null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    consented_at = models.DateTimeField()
    guardian_consented_at = models.DateTimeField(null=True, blank=True)
    device_hash = models.CharField(max_length=64, blank=True)
    registered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contest", "key_hash"], name="one_person_a_contest")
        ]
        indexes = [
            models.Index(fields=["contest", "unit"]),
            models.Index(fields=["contest", "code_hash"]),
        ]

    def __str__(self) -> str:
        return self.name


class TeamMember(models.Model):
    """Somebody in a team; who it is lies sealed in the identity."""

    team = models.ForeignKey(Entrant, models.CASCADE, related_name="members")
    identity = models.ForeignKey(Identity, models.SET_NULL, null=True)
    key_hash = models.CharField(max_length=64)
    """Keyed hash of folded name and birth year: nobody is in one team twice."""
    masked_name = models.CharField(max_length=120)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    post = models.CharField(max_length=120, blank=True)
    captain = models.BooleanField(default=False)
    capacity = models.CharField(max_length=10, default="other")
    """Main member, reserve, or neither (`core.entering.teams.Capacity`)."""
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "key_hash"], name="member_once_in_a_team"),
            models.UniqueConstraint(
                fields=["team"], condition=models.Q(captain=True), name="one_captain_a_team"
            ),
        ]
        ordering = ["team", "-captain", "pk"]

    def __str__(self) -> str:
        return self.masked_name


class LateDecision(models.Model):
    """By what something about a team was taken after the last day on which teams register."""

    entrant = models.ForeignKey(Entrant, models.CASCADE, related_name="late_decisions")
    reason = models.CharField(max_length=500)
    document_number = models.CharField(max_length=60)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.entrant_id} {self.document_number}"


class TakenValue(models.Model):
    """A value that no two people of the contest share, where the rulebook says so of its field."""

    contest = models.ForeignKey(Contest, models.CASCADE)
    field = models.CharField(max_length=30)
    value_hash = models.CharField(max_length=64)
    entrant = models.ForeignKey(Entrant, models.CASCADE, related_name="taken_values")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contest", "field", "value_hash"], name="value_once_a_contest"
            )
        ]

    def __str__(self) -> str:
        return f"{self.entrant_id} {self.field}"


class OneTimeCode(models.Model):
    """A code sent to the telephone of somebody who lost the entry code."""

    entrant = models.ForeignKey(Entrant, models.CASCADE)
    code_hash = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.entrant_id} {self.sent_at}"


class UnitCorrection(models.Model):
    """An entrant asks to stand for another unit; the secretariat decides."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="unit_corrections")
    entrant = models.ForeignKey(Entrant, models.CASCADE, related_name="unit_corrections")
    unit = models.ForeignKey(UnitVersion, models.PROTECT)
    """The one asked for."""
    reason = models.CharField(max_length=500)
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    """The unit's contact who asked; none where the contestant did."""
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=500, blank=True)
    """Why it was declined, as the contestant reads it."""
    accepted = models.BooleanField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["contest", "decided_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["entrant"],
                condition=models.Q(decided_at__isnull=True),
                name="one_open_unit_correction",
            )
        ]

    def __str__(self) -> str:
        return f"{self.entrant_id} → {self.unit_id}"


class ListedExclusion(models.Model):
    """Somebody named on the list of those excluded, under a rule of the rulebook."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="exclusions")
    rule = models.CharField(max_length=40)
    identity = models.ForeignKey(Identity, models.SET_NULL, null=True)
    key_hash = models.CharField(max_length=64, blank=True, db_index=True)
    """Keyed hash of folded name and birth year, compared at entry."""
    phone_hash = models.CharField(max_length=64, blank=True, db_index=True)
    """The same of folded name and telephone."""
    masked_name = models.CharField(max_length=120)
    effect = models.CharField(max_length=12)
    source = models.CharField(max_length=200)
    """The decision or list that names the person."""
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.masked_name


class UnitList(models.Model):
    """The named list that a unit handed in for a contest."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="unit_lists")
    unit = models.ForeignKey(Unit, models.PROTECT)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True)
    as_of = models.DateField()
    supplied_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    supplied_at = models.DateTimeField()
    whole = models.BooleanField(default=False)
    """All its people are written; until then it counts nowhere, and is removed if it stays so."""
    revision = models.PositiveIntegerField(default=0)
    """How often somebody said something about its people; a list that replaces it names it."""

    def __str__(self) -> str:
        return f"{self.unit_id} {self.as_of}"


class MatchState(models.TextChoices):
    """How a line of a named list stands to the contestants."""

    NONE = "none"
    CERTAIN = "certain"
    DOUBTFUL = "doubtful"
    CONFIRMED = "confirmed"


def nobody() -> list[int]:
    """An empty list of contestants."""
    return []


class ListedPerson(models.Model):
    """A line of a unit's named list: who should take part, who is exempt and why."""

    list = models.ForeignKey(UnitList, models.CASCADE, related_name="people")
    line = models.PositiveIntegerField()
    identity = models.ForeignKey(Identity, models.SET_NULL, null=True)
    masked_name = models.CharField(max_length=120)
    post = models.CharField(max_length=120, blank=True)
    exempt_reason = models.CharField(max_length=200, blank=True)
    match = models.CharField(max_length=10, choices=MatchState.choices, default="none")
    entrant = models.ForeignKey(Entrant, models.SET_NULL, null=True, blank=True)
    """The contestant whom somebody said it is, or whom it certainly is."""
    rejected = models.JSONField(default=nobody, blank=True)
    """Numbers of contestants whom somebody said it is not."""

    def __str__(self) -> str:
        return self.masked_name


class AssistedPlace(models.Model):
    """A place where a named helper lets people follow one another on one device."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="assisted_places")
    body = models.ForeignKey(OrganisingBody, models.CASCADE)
    name = models.CharField(max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True)
    helper = models.ForeignKey(Person, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
