"""What a marker sees: the own essays under their numbers, and nothing of whose they are."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from hoithi.contests.models import ContestState
from hoithi.core.questions.records import QuestionKind
from hoithi.essays.facts import Written, essay_questions, written
from hoithi.essays.models import Essay, EssayMarker, EssayMarking, EssaySheet, EssayTask
from hoithi.people.models import Person, RoleName
from hoithi.people.queries import reach
from hoithi.questions.facts import answer_of
from hoithi.questions.models import AnswerKey
from hoithi.questions.queries import newest_keys
from hoithi.sittings.models import Submission


@dataclass(frozen=True)
class OwnTask:
    """One essay of a marker, and how far its sheet is."""

    task: EssayTask
    sheet: EssaySheet | None

    @property
    def is_handed_in(self) -> bool:
        """Whether the newest sheet was handed in."""
        return self.sheet is not None and self.sheet.handed_in_at is not None


@dataclass(frozen=True)
class OwnLot:
    """A marking in which the person marks, with all that was given."""

    marking: EssayMarking
    tasks: tuple[OwnTask, ...]

    @property
    def done(self) -> int:
        """How many were handed in."""
        return sum(one.is_handed_in for one in self.tasks)

    @property
    def next(self) -> OwnTask | None:
        """The first that waits."""
        return next((one for one in self.tasks if not one.is_handed_in), None)


def _markers(person: Person, *, at: datetime) -> QuerySet[EssayMarker]:
    """The person as a marker, as long as the person is a judge of the contest."""
    over = reach(person, RoleName.JUDGE, at=at)
    within = over.within("marking__round__contest__body", "marking__round__contest_id")
    rows = EssayMarker.objects.filter(within, person=person, stopped_at=None)
    return rows.exclude(marking__round__contest__state=ContestState.DELETED)


def lots_of(person: Person, *, at: datetime) -> list[OwnLot]:
    """All that the person marks now. Three queries."""
    rows = list(
        _markers(person, at=at)
        .select_related("marking__round__contest__body", "marking__round__version")
        .order_by("-marking")
    )
    return [OwnLot(row.marking, tuple(_tasks(row))) for row in rows]


def lot_of(person: Person, slug: str, round_key: str, part_key: str, *, at: datetime) -> OwnLot:
    """The person's essays of one part. Raises EssayMarker.DoesNotExist for who marks nothing."""
    marker = (
        _markers(person, at=at)
        .select_related("marking__round__contest__body", "marking__round__version")
        .get(
            marking__round__contest__slug=slug,
            marking__round__key=round_key,
            marking__part_key=part_key,
        )
    )
    return OwnLot(marker.marking, tuple(_tasks(marker)))


def _tasks(marker: EssayMarker) -> list[OwnTask]:
    tasks = list(marker.tasks.select_related("essay").order_by("essay__number"))
    sheets = EssaySheet.objects.filter(task__marker=marker).order_by("number")
    newest = {sheet.task_id: sheet for sheet in sheets}
    return [OwnTask(task, newest.get(task.pk)) for task in tasks]


def task_in(lot: OwnLot, number: int) -> OwnTask:
    """One essay of the lot. Raises EssayTask.DoesNotExist for a number that is not the person's."""
    for one in lot.tasks:
        if one.task.essay.number == number:
            return one
    raise EssayTask.DoesNotExist


def after(lot: OwnLot, number: int) -> OwnTask | None:
    """The next that waits behind this number, from the beginning again behind the last."""
    waiting = [one for one in lot.tasks if not one.is_handed_in]
    behind = [one for one in waiting if one.task.essay.number > number]
    return next(iter(behind or waiting), None)


def texts_of(essay: Essay) -> list[Written]:
    """The questions of the essay with what was written, and how their writer wants them marked.

    Three queries.
    """
    rows = Submission.objects.select_related("sitting__paper")
    submission = rows.get(pk=essay.submission_id)
    questions = essay_questions([submission])
    keys = newest_keys(questions)
    return [_guided(one, keys.get(one.version)) for one in written(submission, questions)]


def _guided(one: Written, key: AnswerKey | None) -> Written:
    if key is None:
        return one
    answer = answer_of(QuestionKind.ESSAY, key)
    return replace(one, rubric=answer.rubric, guide=answer.explanation)
