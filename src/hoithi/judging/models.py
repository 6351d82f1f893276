"""Tables of points that the secretariat enters and a second person confirms."""

from django.db import models

from hoithi.contests.models import Contest, Round
from hoithi.entries.models import Entrant
from hoithi.files.models import StoredFile
from hoithi.kit.fields import PlainJSONField
from hoithi.people.models import Person, Unit


class JudgeSheet(models.Model):
    """What one judge gave in a part, from that judge's own signed sheet; the newest counts."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="judge_sheets")
    part_key = models.CharField(max_length=40)
    judge = models.CharField(max_length=120)
    """The name of the judge as it was typed first."""
    judge_key = models.CharField(max_length=120)
    """The folded name: one judge, however it is typed."""
    number = models.PositiveIntegerField()
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    """The judge's signed sheet, scanned."""
    entered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    """The judge, where typed in the judge's own account; none where it was typed from paper."""
    signed_at = models.DateTimeField(null=True, blank=True)
    """From when the judge stands by it: nobody changes it after that, and only then it counts."""
    reason = models.TextField(blank=True)
    """Why the secretariat opened a signed sheet again, for the judge to correct."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "part_key", "judge_key", "number"], name="judge_sheet_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.part_key} {self.judge} {self.number}"

    @property
    def is_unsigned(self) -> bool:
        """A judge is still typing it."""
        return self.person_id is not None and self.signed_at is None


class JudgeMark(models.Model):
    """The total that a judge gave one entrant."""

    sheet = models.ForeignKey(JudgeSheet, models.CASCADE, related_name="marks")
    entrant = models.ForeignKey(Entrant, models.CASCADE)
    total = models.DecimalField(max_digits=12, decimal_places=4)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "entrant"], name="mark_once")]

    def __str__(self) -> str:
        return f"{self.entrant_id}: {self.total}"


class PointsSheet(models.Model):
    """Points of one part of a round, typed from signed paper; counts once confirmed."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="points_sheets")
    part_key = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    """The signed paper, scanned."""
    reason = models.TextField(blank=True)
    """Why points that counted were entered anew."""
    document_number = models.CharField(max_length=60, blank=True)
    """The document that orders the correction."""
    judge_sheets = models.ManyToManyField(JudgeSheet, related_name="points_sheets")
    """Of which sheets of single judges the points were made; none where they were typed."""
    entered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "part_key", "number"], name="points_sheet_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.part_key} {self.number}"


class EnteredPoints(models.Model):
    """One line of a points sheet."""

    sheet = models.ForeignKey(PointsSheet, models.CASCADE, related_name="lines")
    entrant = models.ForeignKey(Entrant, models.CASCADE)
    points = models.DecimalField(max_digits=12, decimal_places=4)
    passed = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "entrant"], name="points_once")]

    def __str__(self) -> str:
        return f"{self.entrant_id}: {self.points}"


class Confirmation(models.Model):
    """The second person's word on a points sheet."""

    sheet = models.OneToOneField(PointsSheet, models.CASCADE)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    invited_name = models.CharField(max_length=120, blank=True)
    """Who confirmed by a one-time link, with post and decision."""
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    """The signed sheet, where the body has one official only."""
    confirmed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.sheet_id}"


class Retyping(models.Model):
    """A second typing of a points sheet that was unlike the first: it waits for a third look."""

    sheet = models.ForeignKey(PointsSheet, models.CASCADE, related_name="retypings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    lines = PlainJSONField()
    """[[entrant, points as text, passed], …]."""
    typed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "person"], name="retyped_once")]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.person_id}"


class Judged(models.Model):
    """The committee's value for a judged ranking key, with its reason."""

    round = models.ForeignKey(Round, models.CASCADE)
    entrant = models.ForeignKey(Entrant, models.CASCADE)
    key_title = models.CharField(max_length=200)
    value = models.DecimalField(max_digits=12, decimal_places=4)
    reason = models.TextField()
    entered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.entrant_id}: {self.value}"


class JudgedUnit(models.Model):
    """The committee's value for a unit under a judged key of a collective ranking."""

    contest = models.ForeignKey(Contest, models.CASCADE)
    round = models.ForeignKey(Round, models.CASCADE, null=True, blank=True)
    """None for the ranking over the whole contest."""
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    key_title = models.TextField(blank=True)
    value = models.DecimalField(max_digits=12, decimal_places=4)
    reason = models.TextField()
    document_number = models.CharField(max_length=60)
    """The minutes in which the committee says so."""
    entered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.value}"
