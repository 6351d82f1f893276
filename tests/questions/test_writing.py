"""Writing, revising, reviewing and withdrawing a question."""

from dataclasses import replace

import pytest

from hoithi.journal.models import Entry
from hoithi.questions import actions, queries
from hoithi.questions.models import QuestionState
from tests import make
from tests.make import AT
from tests.questions.make import ANSWER, TEXT, bank, question
from tests.results import boards

pytestmark = pytest.mark.django_db
OTHER = replace(TEXT, stem="Cơ quan nào trả kết quả?")


def states(version):
    return list(queries.history(version).values_list("number", "state"))


def test_a_code_is_given_once():
    into = bank()
    question(into, "MC-001")
    with pytest.raises(actions.CodeTaken) as refused:
        question(into, "MC-001")
    assert refused.value.facts == {"code": "MC-001"}


def test_a_faulty_question_leaves_nothing_behind():
    into = bank()
    with pytest.raises(actions.QuestionFaulty):
        question(into, text=replace(TEXT, options=("Một",)))
    assert not into.questions.exists()


def test_a_revision_is_proposed_again_and_an_equal_one_is_none():
    writer, reviewer = make.person(), make.person()
    first = question(bank(), by=writer)
    actions.approve(first, by=reviewer, at=AT)

    assert actions.revise(first, TEXT, ANSWER, by=writer, at=AT) == first
    actions.revise(first, OTHER, ANSWER, by=writer, at=AT)
    assert states(first) == [(2, QuestionState.PROPOSED), (1, QuestionState.APPROVED)]


def test_what_was_sent_back_may_be_proposed_again_unchanged():
    first = question(bank())
    actions.send_back(first, remark="Sai khoản", by=make.person(), at=AT)

    actions.revise(first, TEXT, ANSWER, by=make.person(), at=AT)
    assert states(first) == [(2, QuestionState.PROPOSED), (1, QuestionState.SENT_BACK)]


def test_an_old_page_does_not_overwrite_a_newer_version():
    first = question(bank())
    actions.revise(first, OTHER, ANSWER, by=make.person(), at=AT)
    with pytest.raises(actions.WrittenMeanwhile):
        actions.revise(first, TEXT, ANSWER, by=make.person(), at=AT)


def test_a_version_is_reviewed_once():
    first = question(bank())
    actions.approve(first, by=make.person(), at=AT)
    with pytest.raises(actions.NotProposed):
        actions.send_back(first, remark="Muộn", by=make.person(), at=AT)


def test_nobody_sends_back_without_a_word():
    with pytest.raises(actions.ReasonMissing):
        actions.send_back(question(bank()), remark=" ", by=make.person(), at=AT)


def test_a_withdrawn_question_is_drawn_in_none_of_its_versions():
    into, over = bank(), boards.contest()
    actions.use_in(into, over, by=None, at=AT)
    first = question(into)
    actions.approve(first, by=make.person(), at=AT)
    second = actions.revise(first, OTHER, ANSWER, by=make.person(), at=AT)
    assert list(queries.approved_for(over, at=AT)) == [first]

    actions.withdraw(second, reason="Văn bản hết hiệu lực", by=make.person(), at=AT)
    assert list(queries.approved_for(over, at=AT)) == []
    with pytest.raises(actions.AlreadyWithdrawn):
        actions.withdraw(second, reason="Lần nữa", by=make.person(), at=AT)


def test_the_journal_names_the_body_of_a_question():
    version = question(bank())
    assert Entry.objects.get(deed="questions.written").body_id == version.question.bank.body_id


def test_a_reviewer_goes_through_what_others_wrote():
    into, reviewer = bank(), make.person()
    question(into, "MC-001")
    question(into, "MC-002", by=reviewer)
    question(into, "MC-003")

    def waiting(after=""):
        found = queries.next_to_review(into, reviewer, after)
        return found and found.question.code

    assert [waiting(), waiting("MC-001"), waiting("MC-003")] == ["MC-001", "MC-003", "MC-001"]
    assert queries.to_review(into, reviewer).count() == 2
