"""Tables of essays under numbers, their markers, and the sheets that markers hand in."""

from django.db import models

from hoithi.contests.models import Round
from hoithi.entries.models import Entrant
from hoithi.kit.fields import PlainJSONField
from hoithi.people.models import Person, Unit
from hoithi.sittings.models import Submission


class EssayMarking(models.Model):
    """The marking of the essays of one part of a round: begun once, after the round closed."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="essay_markings")
    part_key = models.CharField(max_length=40)
    seed = models.CharField(max_length=32)
    """From which the numbers and the sharing are drawn."""
    top = models.PositiveIntegerField(null=True)
    """How many the rules have marked; none for all."""
    border = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    """The least points for the other questions with which an essay is marked."""
    left_out = models.PositiveIntegerField(default=0)
    begun_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "part_key"], name="essays_marked_once")
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.part_key}"


class Essay(models.Model):
    """What one entrant wrote, under a number; the text stays in the submission as it was."""

    marking = models.ForeignKey(EssayMarking, models.CASCADE, related_name="essays")
    number = models.PositiveIntegerField()
    entrant = models.ForeignKey(Entrant, models.CASCADE, related_name="+")
    submission = models.ForeignKey(Submission, models.CASCADE, related_name="+")
    """Nothing deletes one but the clearing of a rehearsal or of a draft with all that it had."""
    points = models.DecimalField(max_digits=12, decimal_places=4)
    """For the other questions of the paper."""
    words = models.PositiveIntegerField()
    """Nothing was written where there are none: such an essay is worth nothing unmarked."""
    sha256 = models.CharField(max_length=64)
    """Of the text as it was when marking began."""
    lines = PlainJSONField()
    """What is marked: [[key, title, most], …]."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["marking", "number"], name="essay_number_once"),
            models.UniqueConstraint(fields=["marking", "entrant"], name="essay_entrant_once"),
        ]

    def __str__(self) -> str:
        return f"{self.marking_id}/{self.number}"


class EssayMarker(models.Model):
    """Somebody who marks, with the units whose contestants are kept from them."""

    marking = models.ForeignKey(EssayMarking, models.CASCADE, related_name="markers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    units = models.ManyToManyField(Unit, related_name="+")
    """The own unit, and those that are excluded."""
    added_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["marking", "person"], name="essay_marker_once")
        ]

    def __str__(self) -> str:
        return f"{self.marking_id} {self.person_id}"


class EssayTask(models.Model):
    """An essay given to a marker, as the first, second or third."""

    essay = models.ForeignKey(Essay, models.CASCADE, related_name="tasks")
    marker = models.ForeignKey(EssayMarker, models.CASCADE, related_name="tasks")
    turn = models.PositiveSmallIntegerField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["essay", "turn"], name="essay_turn_once"),
            models.UniqueConstraint(fields=["essay", "marker"], name="essay_marked_once_each"),
        ]

    def __str__(self) -> str:
        return f"{self.essay_id}#{self.turn}"


class EssaySheet(models.Model):
    """What a marker gave an essay; once handed in it stays, a correction is the next number."""

    task = models.ForeignKey(EssayTask, models.CASCADE, related_name="sheets")
    number = models.PositiveIntegerField()
    marks = PlainJSONField()
    """By line: the mark as text."""
    total = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    """On the scale of the part; none before every line is marked."""
    remark = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    handed_in_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    """Why the sheet before this one was opened again."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="essay_sheet_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.task_id}/{self.number}"
