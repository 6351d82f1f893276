"""Sealed papers that ask what no longer holds are named, with the questions."""

from datetime import timedelta

import pytest

from hoithi.questions import actions
from hoithi.questions.actions import Change
from hoithi.questions.models import QuestionVersion
from hoithi.sittings.queries.outdated import outdated
from tests import make
from tests.questions import make as builders
from tests.questions.test_sealing import Setting

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting():
    return Setting()


def told(setting, at=None):
    """Codes of what is found, with the day since when."""
    found = outdated([setting.round], at=at or setting.before)
    return [(one.version.question.code, one.since) for one in found.get(setting.round.pk, [])]


def change(setting, on):
    """The document that the sealed question cites ends on that day."""
    ended = Change("expired", builders.BASIS.number, on, "118/2025/NĐ-CP")
    actions.change_document(setting.bank.body, ended, by=make.person(), at=setting.before)


def test_papers_that_hold_are_none(setting):
    assert told(setting) == []
    assert outdated([], at=setting.before) == {}


def test_a_document_on_record_is_found_until_a_reviewer_confirmed_the_question(setting):
    day = setting.round.opens_at.date()
    change(setting, day)
    assert told(setting) == [("MC-001", day)]
    actions.confirm(setting.question, by=setting.reviewer, at=setting.before)
    assert told(setting) == []


def test_a_change_after_the_opening_day_is_found_while_the_round_runs(setting):
    day = setting.round.opens_at.date() + timedelta(days=2)
    change(setting, day)
    assert told(setting) == []
    assert told(setting, setting.round.opens_at + timedelta(days=3)) == [("MC-001", day)]


def test_the_own_date_of_a_question_counts(setting):
    day = setting.round.opens_at.date()
    QuestionVersion.objects.update(in_force_to=day)
    assert told(setting) == [("MC-001", day)]


def test_a_question_that_no_paper_asks_is_not_named(setting):
    other = builders.question(setting.bank, "MC-002")
    change(setting, setting.round.opens_at.date())
    actions.confirm(setting.question, by=setting.reviewer, at=setting.before)
    assert other.pk
    assert told(setting) == []
