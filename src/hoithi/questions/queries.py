"""The bank as somebody may see it; keys are read by those who may, and for marking only."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from hoithi.contests.models import Contest
from hoithi.core.vietnamese.moments import VIETNAM_TIME
from hoithi.people.models import Person, RoleName
from hoithi.people.queries import reach
from hoithi.questions.models import (
    AnswerKey,
    Bank,
    Question,
    QuestionState,
    QuestionVersion,
)

READERS = (RoleName.ORGANISER, RoleName.QUESTION_WRITER, RoleName.QUESTION_REVIEWER)
WRITERS = (RoleName.ORGANISER, RoleName.QUESTION_WRITER)
REVIEWERS = (RoleName.QUESTION_REVIEWER,)


def banks_of(person: Person, *, at: datetime) -> QuerySet[Bank]:
    """Banks whose questions the person may read."""
    over = reach(person, *READERS, at=at)
    return (
        Bank.objects.filter(over.within("body", "contests__id"))
        .annotate(total=Count("questions", distinct=True))
        .order_by("title")
        .distinct()
    )


def bank_for(person: Person, bank_id: int, *names: RoleName, at: datetime) -> Bank:
    """The bank, for somebody with one of the roles over its body or one of its contests."""
    over = reach(person, *(names or READERS), at=at)
    within = Bank.objects.filter(over.within("body", "contests__id"))
    return within.select_related("body").distinct().get(pk=bank_id)


def newest_versions(bank: Bank) -> QuerySet[QuestionVersion]:
    """The newest version of each question, in the order of their codes."""
    newest = QuestionVersion.objects.filter(question=OuterRef("question")).order_by("-number")
    return (
        QuestionVersion.objects.filter(question__bank=bank, pk=Subquery(newest.values("pk")[:1]))
        .select_related("question", "author", "reviewer")
        .order_by("question__code")
    )


def version_for(person: Person, version_id: int, *names: RoleName, at: datetime) -> QuestionVersion:
    """One version, for somebody with one of the roles over its bank."""
    version = QuestionVersion.objects.select_related("question__bank__body", "author").get(
        pk=version_id
    )
    bank_for(person, version.question.bank_id, *names, at=at)
    return version


def newest_key(version: QuestionVersion) -> AnswerKey:
    """What is right, as last stated."""
    return version.keys.latest("number")


def approved_for(contest: Contest, *, at: datetime) -> QuerySet[QuestionVersion]:
    """Newest approved versions in the contest's banks whose legal basis holds on that day."""
    day = at.astimezone(VIETNAM_TIME).date()
    approved = QuestionVersion.objects.filter(
        question=OuterRef("question"), state=QuestionState.APPROVED
    ).order_by("-number")
    in_force = Q(in_force_from=None) | Q(in_force_from__lte=day)
    not_ended = Q(in_force_to=None) | Q(in_force_to__gt=day)
    return QuestionVersion.objects.filter(
        in_force,
        not_ended,
        question__bank__contests=contest,
        pk=Subquery(approved.values("pk")[:1]),
    ).order_by("pk")


def newest_keys(version_ids: Iterable[int]) -> dict[int, AnswerKey]:
    """The newest key of each of these versions."""
    keys = AnswerKey.objects.filter(version__in=list(version_ids)).order_by("number")
    return {key.version_id: key for key in keys}


def codes(bank: Bank) -> dict[str, Question]:
    """All questions of a bank by their code."""
    return {question.code: question for question in bank.questions.all()}
