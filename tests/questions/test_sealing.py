"""What is sealed for a round cannot be changed until it opens, and is proved to be as it was."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hoithi.core.rulebook.parts import Draw, PaperPart
from hoithi.people.models import RoleName
from hoithi.questions import actions, jobs
from hoithi.questions.models import AnswerKey, BankSeal, QuestionVersion
from hoithi.sittings.actions.pools import contents_hash
from hoithi.sittings.actions.rounds import seal_round
from hoithi.sittings.models import PaperPool
from hoithi.sittings.queries.papers import paper_at, shown
from tests import make
from tests.entries.make import contest, rulebook
from tests.make import deeds
from tests.questions import make as builders

pytestmark = pytest.mark.django_db
PAPER = PaperPart(
    key="bai-thi", title="Bài thi", minutes=15, blueprint=(Draw(field="one-stop", count=1),)
)
OTHER = replace(builders.TEXT, stem="Câu khác?")


class Setting:
    """A round that opens in an hour, sealed by the head of the bank."""

    def __init__(self) -> None:
        self.bank = builders.bank()
        self.head = make.holder(RoleName.ORGANISER, over=self.bank.body)
        self.reviewer = make.holder(RoleName.QUESTION_REVIEWER, over=self.bank.body)
        made = contest(rulebook(parts=(PAPER,)), of=self.bank.body)
        self.bank.contests.add(made)
        self.round = made.rounds.get()
        self.before = self.round.opens_at - timedelta(hours=1)
        draft = builders.question(self.bank)
        early = self.before - timedelta(hours=1)
        QuestionVersion.objects.filter(pk=draft.pk).update(made_at=early)
        self.question = actions.approve(draft, by=self.reviewer, at=early)
        seal_round(self.round, by=self.head, at=self.before, size=2)

    def revise(self, at=None):
        """Another wording by its author."""
        return actions.revise(
            self.question, OTHER, builders.ANSWER, by=self.question.author, at=at or self.before
        )

    def opened(self) -> BankSeal:
        """The seal after the worker looked at the opened round."""
        for deed in jobs.due(self.round.opens_at):
            deed()
        return BankSeal.objects.latest("pk")


@pytest.fixture
def setting():
    return Setting()


def test_a_sealed_question_is_not_changed_until_the_round_opens(setting):
    for deed in (
        setting.revise,
        lambda: actions.withdraw(
            setting.question, reason="Sai", by=setting.head, at=setting.before
        ),
        lambda: actions.stop_using(
            setting.bank, setting.round.contest, by=setting.head, at=setting.before
        ),
        lambda: actions.import_questions(
            setting.bank,
            builders.table({"stem": "Câu khác?"}),
            "a.xlsx",
            by=setting.head,
            at=setting.before,
        ),
    ):
        with pytest.raises(actions.BankSealed):
            deed()
    assert setting.question.question.versions.count() == 1
    setting.revise(at=setting.round.opens_at)
    assert setting.question.question.versions.count() == 2


def test_new_questions_are_written_beside_the_sealed_ones(setting):
    text = replace(builders.TEXT, stem="Câu mới?")
    made = actions.add(
        setting.bank, "MC-009", text, builders.ANSWER, by=make.person(), at=setting.before
    )
    assert made.state == "proposed"


def test_the_head_lifts_the_seal_with_a_reason_and_seals_again(setting):
    lift = {"by": setting.head, "at": setting.before}
    with pytest.raises(actions.ReasonMissing):
        actions.lift_seal(setting.round, reason=" ", **lift)
    lifted = actions.lift_seal(setting.round, reason="Sai chính tả", **lift)
    with pytest.raises(actions.NotSealed):
        actions.lift_seal(setting.round, reason="Lần nữa", **lift)
    revised = setting.revise()
    actions.approve(revised, by=setting.reviewer, at=setting.before)
    seal_round(setting.round, reason="Đã sửa", by=setting.head, at=setting.before, size=2)
    again = BankSeal.objects.latest("pk")
    assert (lifted.reason, again.sha256 == lifted.sha256) == ("Sai chính tả", False)
    assert [deed for deed in deeds() if deed in {"questions.sealed", "questions.unsealed"}] == [
        "questions.sealed",
        "questions.unsealed",
        "questions.sealed",
    ]


def test_papers_stay_in_force_while_the_seal_is_lifted(setting):
    before = PaperPool.objects.get()
    actions.lift_seal(setting.round, reason="Sửa", by=setting.head, at=setting.before)
    setting.revise()
    assert list(PaperPool.objects.values_list("sha256", flat=True)) == [before.sha256]


def test_what_is_delivered_is_what_was_sealed_whatever_is_written_later(setting):
    actions.lift_seal(setting.round, reason="Sửa", by=setting.head, at=setting.before)
    actions.approve(setting.revise(), by=setting.reviewer, at=setting.before)
    pool = PaperPool.objects.get()
    _paper, (line,) = paper_at(pool.pk, 1)
    assert shown([line.question])[line.question].stem == builders.TEXT.stem
    contents = pool.papers.order_by("ordinal").values_list("content", flat=True)
    assert contents_hash(list(contents)) == pool.sha256


def test_nobody_lifts_the_seal_of_a_round_that_has_opened(setting):
    with pytest.raises(actions.NotSealed):
        actions.lift_seal(setting.round, reason="Muộn", by=setting.head, at=setting.round.opens_at)


def test_the_seal_is_proved_once_when_the_round_opens(setting):
    seal = setting.opened()
    assert (seal.is_whole, seal.checked_at) == (True, setting.round.opens_at)
    assert list(jobs.due(setting.round.opens_at + timedelta(minutes=1))) == []
    assert deeds()[-1] == "questions.seal_proved"


@pytest.mark.parametrize("what", ["stem", "key", "explanation"])
def test_a_change_behind_the_application_is_found_at_the_opening(setting, what):
    if what == "stem":
        QuestionVersion.objects.update(stem="Câu đã bị sửa?")
    else:
        AnswerKey.objects.update(**({"right": [1]} if what == "key" else {"explanation": "Khác"}))
    seal = setting.opened()
    assert (seal.is_whole, deeds()[-1]) == (False, "questions.seal_broken")


def test_another_round_with_other_questions_is_left_alone(setting):
    other = Setting()
    actions.lift_seal(setting.round, reason="Sửa", by=setting.head, at=setting.before)
    setting.revise()
    with pytest.raises(actions.BankSealed):
        other.revise()
