"""Beginning the marking: whose essays are marked, under which numbers."""

import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.counting import Counting, results
from hoithi.core.essays.choosing import Chosen, Standing, chosen
from hoithi.core.essays.sheet import lines_of
from hoithi.core.papers.stream import Stream
from hoithi.core.points import PartPoints
from hoithi.core.questions.records import Criterion, QuestionKind
from hoithi.core.rulebook.parts import JuryPart
from hoithi.essays.facts import (
    essay_questions,
    hash_of,
    joined,
    lines_stored,
    words_in,
    written,
)
from hoithi.essays.models import Essay, EssayMarking
from hoithi.essays.queries import essay_part, marking_of, most_of
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.facts import answer_of
from hoithi.questions.models import AnswerKey
from hoithi.questions.queries import newest_keys
from hoithi.sittings.actions.marking import mark_round
from hoithi.sittings.models import Sitting, SittingDecision, SittingDecisionKind, Submission
from hoithi.sittings.queries.points import points

_PURPOSE = "hoithi/essays/numbers/1"
_CHUNK = 200


class RoundStillOpen(Refusal):
    """Somebody may still write: the round has not closed, or a paper is not handed in."""


class AlreadyBegun(Refusal):
    """The essays have their numbers already."""


class NoEssays(Refusal):
    """No paper that was handed in has an essay question."""


def begin(round_: Round, part_key: str, *, by: Person, at: datetime) -> EssayMarking:
    """Chooses the essays that are marked and gives them numbers in a drawn order.

    The first so many by the other questions of the counted sitting, everybody at the border
    included. Refuses before every paper of the round is handed in, and a second time.
    """
    part = essay_part(round_, part_key, at=at)
    _check_over(round_, at=at)
    if marking_of(round_, part_key) is not None:
        raise AlreadyBegun
    counted = _counted(round_, part, at=at)
    found = chosen((Standing(key, one.points) for key, one in counted.items()), _top(part))
    rows = _essays([counted[key] for key in sorted(found.entrants)], part)
    if not rows:
        raise NoEssays
    marking = EssayMarking(
        round=round_,
        part_key=part_key,
        seed=secrets.token_hex(16),
        top=_top(part),
        border=found.border,
        left_out=len(counted) - len(found.entrants),
        begun_by=by,
        begun_at=at,
    )
    return _written(marking, rows, found)


def _top(part: JuryPart) -> int | None:
    return part.essay.top if part.essay else None


def _check_over(round_: Round, *, at: datetime) -> None:
    annulled = SittingDecision.objects.filter(
        round=round_, kind=SittingDecisionKind.ANNUL, sitting__isnull=False
    )
    waiting = Sitting.objects.filter(round=round_, submission__isnull=True)
    closed = round_.closes_at is not None and round_.closes_at <= at
    if not closed or waiting.exclude(pk__in=annulled.values("sitting")).exists():
        raise RoundStillOpen


def _counted(round_: Round, part: JuryPart, *, at: datetime) -> dict[int, PartPoints]:
    """By entrant the sitting that counts; of sums and means the best one is marked."""
    paper = part.essay.of_paper if part.essay else ""
    state = mark_round(round_, at=at)
    every = list(points(round_, paper, key_state=state))
    counting = Counting.of(rules_of_round(round_, at=at))
    wanted = {one.entrant_id: one.counted for one in results(every, counting)}
    best: dict[int, PartPoints] = {}
    for one in every:
        known, ids = best.get(one.entrant_id), wanted.get(one.entrant_id, ())
        if ids and one.sitting_id not in ids:
            continue
        if known is None or one.points > known.points:
            best[one.entrant_id] = one
    return best


def _essays(counted: Sequence[PartPoints], part: JuryPart) -> list[Essay]:
    rows = []
    for begun in range(0, len(counted), _CHUNK):
        rows += list(_piece(counted[begun : begun + _CHUNK], part))
    return rows


def _piece(counted: Sequence[PartPoints], part: JuryPart) -> Iterator[Essay]:
    sat = {one.sitting_id: one for one in counted}
    found = Submission.objects.filter(sitting__in=sat).select_related("sitting__paper")
    submissions = list(found.order_by("sitting__entrant"))
    questions = essay_questions(submissions)
    keys = newest_keys(questions)
    for submission in submissions:
        texts = written(submission, questions)
        rubrics = [_rubric(keys.get(one.version)) for one in texts]
        text = joined(texts)
        if texts:
            yield Essay(
                entrant_id=submission.sitting.entrant_id,
                submission=submission,
                points=sat[submission.sitting_id].points,
                words=words_in(text),
                sha256=hash_of(text),
                lines=lines_stored(lines_of(part.criteria, rubrics, most_of(part))),
            )


def _rubric(key: AnswerKey | None) -> tuple[Criterion, ...]:
    return answer_of(QuestionKind.ESSAY, key).rubric if key else ()


@transaction.atomic
def _written(marking: EssayMarking, rows: list[Essay], found: Chosen) -> EssayMarking:
    locked = Round.objects.select_for_update(of=("self",)).get(pk=marking.round_id)
    if marking_of(locked, marking.part_key) is not None:
        raise AlreadyBegun
    marking.save()
    drawn = Stream(_PURPOSE, marking.seed).shuffled(range(len(rows)))
    for number, place in enumerate(drawn, 1):
        rows[place].marking, rows[place].number = marking, number
    Essay.objects.bulk_create(rows, _CHUNK)
    facts = {
        "part": marking.part_key,
        "essays": len(rows),
        "top": marking.top,
        "border": None if found.border is None else str(found.border),
        "beyond": found.beyond,
        "left_out": marking.left_out,
    }
    by, at = marking.begun_by, marking.begun_at
    journal.record("essays.begun", marking.round, by=by, at=at, facts=facts)
    return marking
