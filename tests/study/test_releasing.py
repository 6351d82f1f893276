"""The head releases questions for study; what becomes of them shows."""

from dataclasses import replace

import pytest

from hoithi.core.study import Standing, StudyQuestion
from hoithi.questions import actions as questions
from hoithi.study import queries
from hoithi.study.actions import (
    AlreadyTakenBack,
    NothingToRelease,
    NotReleasable,
    ReasonMissing,
    Terms,
    release,
    release_listed,
    take_back,
    take_back_all,
)
from hoithi.study.models import StudyRelease
from tests import make
from tests.questions.make import ANSWER, TEXT, question
from tests.study.make import A_DAY, AT, approved, bank_of, contest, released

pytestmark = pytest.mark.django_db
ONE = StudyQuestion(1, Standing.AS_RELEASED, TEXT, ANSWER)


@pytest.fixture
def made():
    return contest()


def test_only_what_was_released_is_public_and_only_approved_questions_can_be(made):
    bank = bank_of(made)
    chosen, _other = approved(bank, "MC-007"), approved(bank, "MC-008")
    draft = question(bank, "MC-009")
    released([chosen, draft], made)
    assert queries.study_set(made, at=AT) == [ONE]
    assert queries.released_questions(made, by=AT) == {chosen.question_id}
    assert make.deeds()[-1] == "study.released"


def test_nothing_is_public_before_its_moment(made):
    chosen = approved(bank_of(made), "MC-001")
    terms = Terms(made, AT + A_DAY)
    release(chosen.question.bank, [chosen.question_id], terms, by=make.person(), at=AT)
    found = [queries.study_set(made, at=when) for when in (AT, AT + A_DAY)]
    assert found == [[], [ONE]]
    assert queries.released_questions(made, by=AT) == frozenset()


def test_an_approved_list_is_released_whole_or_not_at_all(made):
    bank = bank_of(made)
    approved(bank, "MC-001")
    approved(bank, "MC-002")
    with pytest.raises(NotReleasable) as refusal:
        release_listed(bank, ["mc-001", "XX-9"], Terms(made, AT), by=make.person(), at=AT)
    assert refusal.value.codes == ("XX-9",)
    assert not StudyRelease.objects.exists()
    listed = [" mc-001", "MC-002 ", "", "MC-001"]
    release_listed(bank, listed, Terms(made, AT), by=make.person(), at=AT)
    assert [one.number for one in queries.study_set(made, at=AT)] == [1, 2]


def test_a_question_is_released_once(made):
    chosen = approved(bank_of(made), "MC-001")
    released([chosen], made)
    with pytest.raises(NothingToRelease):
        released([chosen], made)


def test_a_correction_shows_once_it_is_approved(made):
    chosen = approved(bank_of(made), "MC-001")
    released([chosen], made)
    new = replace(TEXT, stem="Nơi nào nhận hồ sơ của công dân?")
    later = AT + A_DAY
    version = questions.revise(chosen, new, ANSWER, by=make.person(), at=later)
    assert queries.study_set(made, at=later) == [ONE]
    questions.approve(version, by=make.person(), at=later)
    corrected = StudyQuestion(1, Standing.CORRECTED, new, ANSWER, since=later)
    assert queries.study_set(made, at=later) == [corrected]


def test_a_question_that_the_bank_withdraws_is_shown_as_such_without_its_text(made):
    chosen = approved(bank_of(made), "MC-001")
    released([chosen], made)
    questions.withdraw(chosen, reason="Nghị định hết hiệu lực", by=make.person(), at=AT)
    assert queries.study_set(made, at=AT) == [StudyQuestion(1, Standing.WITHDRAWN)]


def test_taking_back_leaves_the_number_with_the_reason(made):
    released([approved(bank_of(made), "MC-001")], made)
    line = StudyRelease.objects.get().questions.get()
    with pytest.raises(ReasonMissing):
        take_back(line, reason=" ", by=make.person(), at=AT)
    take_back(line, reason="Trùng câu khác", by=make.person(), at=AT + A_DAY)
    gone = StudyQuestion(1, Standing.TAKEN_BACK, since=AT + A_DAY, reason="Trùng câu khác")
    assert queries.study_set(made, at=AT + A_DAY) == [gone]
    assert queries.released_questions(made, by=AT + A_DAY) == frozenset()
    with pytest.raises(AlreadyTakenBack):
        take_back(line, reason="Nữa", by=make.person(), at=AT + A_DAY)


def test_what_is_taken_back_before_its_moment_is_never_told_of(made):
    chosen = approved(bank_of(made), "MC-001")
    terms = Terms(made, AT + A_DAY)
    made_now = release(chosen.question.bank, [chosen.question_id], terms, by=make.person(), at=AT)
    assert take_back_all(made_now, reason="Nhầm cuộc thi", by=make.person(), at=AT) == 1
    assert queries.study_set(made, at=AT + 2 * A_DAY) == []


def test_taken_back_it_can_be_released_again_under_the_next_number(made):
    chosen = approved(bank_of(made), "MC-001")
    take_back_all(released([chosen], made), reason="Nhầm", by=make.person(), at=AT + A_DAY)
    later = AT + 2 * A_DAY
    terms = Terms(made, later)
    release(chosen.question.bank, [chosen.question_id], terms, by=make.person(), at=later)
    found = queries.study_set(made, at=later)
    assert [(one.number, one.is_studied) for one in found] == [(1, False), (2, True)]


@pytest.mark.parametrize("questions_there", [1, 3])
def test_the_set_is_read_in_three_queries(made, questions_there, django_assert_num_queries):
    bank = bank_of(made)
    released([approved(bank, f"MC-{n}") for n in range(questions_there)], made)
    with django_assert_num_queries(3):
        assert len(queries.study_set(made, at=AT)) == questions_there
