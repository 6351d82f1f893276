"""No key of a paper that is still to be sat becomes public: releases of such questions refused."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from hoithi.core.rulebook.parts import Draw, PaperPart
from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.questions.actions import lift_seal
from hoithi.questions.models import QuestionVersion
from hoithi.sittings.actions.pools import seal_pool
from hoithi.sittings.actions.releasing import QuestionsHeld, release, release_listed
from hoithi.sittings.actions.rounds import seal_round
from hoithi.sittings.models import PaperPool
from hoithi.study.actions import Terms
from hoithi.study.models import StudyRelease
from tests import make
from tests.entries.make import contest, rulebook
from tests.study.make import approved, bank_of

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
PART = PaperPart(
    key="bai-thi",
    title="Bài thi",
    minutes=15,
    blueprint=(Draw(field="one-stop", count=1),),
    released_share=100,
)


class Setting:
    """A bank with two questions for a contest whose round draws one of them."""

    def __init__(self) -> None:
        self.contest = contest(rulebook(parts=(PART,)))
        self.bank = bank_of(self.contest)
        self.head = make.holder(RoleName.ORGANISER, over=self.contest.body)
        self.round = self.contest.rounds.get()
        self.before = self.round.opens_at - HOUR
        self.one, self.two = approved(self.bank, "MC-001"), approved(self.bank, "MC-002")
        QuestionVersion.objects.update(made_at=self.before - HOUR)

    def seal(self):
        """Papers are drawn, and what could be drawn is sealed."""
        seal_round(self.round, by=self.head, at=self.before, size=2)

    def release(self, *versions, at=None, terms=None, to=None):
        """Makes these public from then on."""
        wanted, at = [one.question_id for one in versions], at or self.before
        terms = terms or Terms(to or self.contest, at)
        return release(self.bank, wanted, terms, by=self.head, at=at)

    def held(self, *versions, **more):
        """Which rounds refuse it, with the codes they keep."""
        with pytest.raises(QuestionsHeld) as refusal:
            self.release(*versions, **more)
        assert not StudyRelease.objects.filter(released_at=more.get("at", self.before)).exists()
        return [(one.round, one.codes, one.is_open) for one in refusal.value.held]


@pytest.fixture
def setting():
    return Setting()


def test_what_a_coming_round_sealed_is_not_released(setting):
    setting.seal()
    told = [(setting.round, ("MC-001", "MC-002"), False)]
    assert setting.held(setting.one, setting.two) == told


def test_nor_while_the_round_is_open_whatever_the_day_of_the_release(setting):
    setting.seal()
    open_at = setting.round.opens_at + HOUR
    later = Terms(setting.contest, setting.round.closes_at + HOUR)
    assert setting.held(setting.one, at=open_at, terms=later) == [
        (setting.round, ("MC-001",), True)
    ]


def test_nor_for_another_contest_of_the_bank(setting):
    setting.seal()
    other = contest(rulebook(), of=setting.contest.body)
    setting.bank.contests.add(other)
    assert setting.held(setting.one, to=other) == [(setting.round, ("MC-001",), False)]


def test_a_seal_that_was_lifted_frees_what_no_paper_drew(setting):
    setting.seal()
    lift_seal(setting.round, reason="Bổ sung câu", by=setting.head, at=setting.before)
    drawn = {line[0] for paper in _papers(setting.round) for line in paper.content}
    free = [one for one in (setting.one, setting.two) if one.pk not in drawn]
    kept = [one for one in (setting.one, setting.two) if one.pk in drawn]
    codes = tuple(one.question.code for one in kept)
    assert setting.held(*kept) == [(setting.round, codes, False)]
    if free:
        assert setting.release(*free).questions.count() == len(free)


def _papers(round_):
    return [paper for pool in PaperPool.objects.filter(round=round_) for paper in pool.papers.all()]


def test_papers_without_a_seal_keep_their_questions_too(setting):
    QuestionVersion.objects.filter(pk=setting.two.pk).update(field="other")
    seal_pool(setting.round, "bai-thi", "", size=1, by=None, at=setting.before)
    assert setting.held(setting.one) == [(setting.round, ("MC-001",), False)]
    assert setting.release(setting.two).questions.count() == 1


def test_what_was_studied_when_the_papers_were_drawn_is_released_for_another_contest(setting):
    setting.release(setting.one, at=setting.before - HOUR)
    setting.seal()
    other = contest(rulebook(), of=setting.contest.body)
    setting.bank.contests.add(other)
    assert setting.release(setting.one, to=other).questions.count() == 1


def test_before_the_sealing_and_after_the_close_all_is_released(setting):
    assert setting.release(setting.one).questions.count() == 1
    setting.seal()
    after = setting.round.closes_at + HOUR
    assert setting.release(setting.two, at=after).questions.count() == 1


def test_a_trial_and_a_rehearsal_keep_nothing(setting):
    setting.seal()
    setting.contest.rounds.update(scope="trial")
    assert setting.release(setting.one).questions.count() == 1


def test_a_list_is_refused_whole_with_codes_and_rounds_in_the_sentence(setting):
    setting.seal()
    terms = Terms(setting.contest, setting.before)
    with pytest.raises(QuestionsHeld):
        release_listed(setting.bank, ["MC-001"], terms, by=setting.head, at=setting.before)
    setting.head.authenticator_set.create(type="totp", data={"secret": "x"})
    browser = Client()
    browser.force_login(setting.head)
    form = {"contest": setting.contest.pk, "which": "listed", "codes": "MC-001"}
    with clock.pinned(setting.before):
        answer = browser.post(reverse("bank_study", args=[setting.bank.pk]), form)
    told = answer.content.decode()
    assert (answer.status_code, "MC-001" in told, setting.round.title in told) == (422, True, True)
    assert "đề đã niêm phong" in told
    assert not StudyRelease.objects.exists()
