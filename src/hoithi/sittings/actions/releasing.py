"""Releasing questions for study where no round keeps them secret."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.models import Bank
from hoithi.sittings.queries.held import Held, holding
from hoithi.study import actions as study
from hoithi.study.models import StudyRelease


class QuestionsHeld(Refusal):
    """Rounds being held, or sealed and still to come, keep these questions secret (`held`)."""

    def __init__(self, held: Sequence[Held]) -> None:
        super().__init__(rounds=tuple(one.round.pk for one in held))
        self.held = tuple(held)


@transaction.atomic
def release(
    bank: Bank, questions: Collection[int], terms: study.Terms, *, by: Person, at: datetime
) -> StudyRelease:
    """Makes approved questions public with their keys for a contest, all or none.

    Refuses (QuestionsHeld) what stands in the papers or under the seal of a round of any contest
    that is open or still to come, whatever the day of the release: a round may be prolonged.
    """
    if held := holding(questions, at=at):
        raise QuestionsHeld(held)
    return study.release(bank, questions, terms, by=by, at=at)


def release_listed(
    bank: Bank, codes: Sequence[str], terms: study.Terms, *, by: Person, at: datetime
) -> StudyRelease:
    """The same for an approved list of codes; refuses those that cannot be released."""
    return release(bank, study.listed(bank, codes, terms), terms, by=by, at=at)
