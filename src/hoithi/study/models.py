"""Tables of the study set: releases, and the questions of each under numbers of their own."""

from django.db import models

from hoithi.contests.models import Contest
from hoithi.people.models import Person
from hoithi.questions.models import AnswerKey, Bank, Question, QuestionVersion


class StudyRelease(models.Model):
    """Questions of a bank that its head made public for a contest from a moment on."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="study_releases")
    bank = models.ForeignKey(Bank, models.PROTECT, related_name="study_releases")
    visible_from = models.DateTimeField()
    document_number = models.CharField(max_length=120, blank=True)
    """The document by which the list was approved."""
    released_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    released_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.contest_id} {self.released_at:%d/%m/%Y}"


class StudyQuestion(models.Model):
    """One question of a release; its number in the contest's set is all that readers see of it."""

    release = models.ForeignKey(StudyRelease, models.CASCADE, related_name="questions")
    contest = models.ForeignKey(Contest, models.CASCADE, related_name="+")
    """That of the release: numbers run through all releases of a contest."""
    number = models.PositiveIntegerField()
    question = models.ForeignKey(Question, models.PROTECT, related_name="study_places")
    version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="+")
    """The wording that was released."""
    key = models.ForeignKey(AnswerKey, models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    """Why it was taken back; readers of the page read it."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contest", "number"], name="study_number_once"),
            models.UniqueConstraint(
                fields=["contest", "question"],
                condition=models.Q(taken_back_at=None),
                name="study_question_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contest_id}/{self.number}"
