"""Builders of study sets."""

from datetime import timedelta

from hoithi.contests.models import Contest
from hoithi.core.questions.records import QuestionText
from hoithi.people.models import Person
from hoithi.questions.actions import approve
from hoithi.questions.models import Bank, QuestionVersion
from hoithi.study.actions import Terms, release
from hoithi.study.models import StudyRelease
from tests import make
from tests.entries.make import contest
from tests.make import AT
from tests.questions import make as questions

A_DAY = timedelta(days=1)


def approved(bank: Bank, code: str, text: QuestionText = questions.TEXT) -> QuestionVersion:
    """A question that a reviewer approved."""
    version = questions.question(bank, code, text=text)
    approve(version, by=make.person("Người thẩm định"), at=AT)
    version.refresh_from_db()
    return version


def bank_of(made: Contest) -> Bank:
    """A bank from which papers of the contest are drawn."""
    bank = questions.bank(made.body)
    bank.contests.add(made)
    return bank


def released(
    versions: list[QuestionVersion], made: Contest, *, by: Person | None = None
) -> StudyRelease:
    """Questions that are public from now on."""
    bank, wanted = versions[0].question.bank, [one.question_id for one in versions]
    return release(bank, wanted, Terms(made, AT), by=by or make.person(), at=AT)


__all__ = ["AT", "A_DAY", "approved", "bank_of", "contest", "released"]
