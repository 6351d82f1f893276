"""A cited document changes: its questions stay out of new papers until somebody looked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hoithi.journal.models import Entry
from hoithi.kit.refusals import Refusal
from hoithi.people.models import RoleName
from hoithi.questions import actions
from hoithi.questions.actions import Change
from hoithi.questions.queries import approved_for
from hoithi.questions.queries.changes import changes_open_for
from hoithi.questions.queries.documents import cited_documents, citing_versions
from tests import make
from tests.entries.make import contest
from tests.make import AT
from tests.questions import make as builders

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)
NEXT = AT + timedelta(hours=2)
ENDED = Change("expired", "Nghị định 61/2018/ND-CP", AT.date(), "118/2025/NĐ-CP")


class Setting:
    """A bank with two approved questions about articles 7 and 8 of one document."""

    def __init__(self) -> None:
        self.bank = builders.bank()
        self.body = self.bank.body
        self.contest = contest(of=self.body)
        self.bank.contests.add(self.contest)
        self.reviewer = make.holder(RoleName.QUESTION_REVIEWER, over=self.body)
        self.seven = self.approved("MC-007", "7")
        self.eight = self.approved("MC-008", "Điều 8")

    def approved(self, code: str, article: str):
        """A question about this article that the reviewer approved."""
        basis = replace(builders.BASIS, article=article)
        text = replace(builders.TEXT, stem=f"Câu {code}?", basis=basis)
        return actions.approve(
            builders.question(self.bank, code, text=text), by=self.reviewer, at=AT
        )

    def change(self, told: Change = ENDED):
        """The change, put down by somebody an hour later."""
        return actions.change_document(self.body, told, by=make.person(), at=LATER)

    def drawable(self, at=NEXT) -> list[str]:
        """Codes of the questions that papers sat at that moment may have."""
        return [one.question.code for one in approved_for(self.contest, at=at)]


@pytest.fixture
def setting():
    return Setting()


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (ENDED, []),
        (replace(ENDED, kind="amended", article="Điều 7"), ["MC-008"]),
        (replace(ENDED, article="8"), ["MC-007"]),
        (replace(ENDED, on=AT.date() + timedelta(days=1)), ["MC-007", "MC-008"]),
    ],
)
def test_questions_that_cite_it_are_not_drawn_from_that_day_on(setting, told, left):
    setting.change(told)
    assert setting.drawable() == left
    assert setting.drawable(AT + timedelta(days=2)) == [one for one in left if told.article]


def test_the_list_names_each_document_once_with_what_waits(setting):
    change = setting.change(replace(ENDED, article="7"))
    (found,) = cited_documents(setting.body, at=NEXT)
    assert (found.key, found.number, found.questions, found.waiting, found.changes) == (
        "61-2018-ndcp",
        "61/2018/NĐ-CP",
        2,
        1,
        (change,),
    )
    rows = citing_versions(setting.body, found.key)
    assert [(one.question.code, one.waits) for one in rows] == [("MC-007", True), ("MC-008", False)]
    assert [one.question.code for one in citing_versions(setting.body, found.key, "Điều 8")] == [
        "MC-008"
    ]
    assert cited_documents(setting.body, "118/2025", at=NEXT) == []


def test_a_confirmed_question_is_drawn_again(setting):
    setting.change()
    actions.confirm(setting.seven, by=setting.reviewer, at=NEXT)
    assert setting.drawable() == ["MC-007"]
    with pytest.raises(actions.NothingToConfirm):
        actions.confirm(setting.seven, by=setting.reviewer, at=NEXT)
    again = replace(ENDED, kind="amended")
    actions.change_document(setting.body, again, by=make.person(), at=NEXT)
    assert setting.drawable() == []


def test_a_revised_question_is_drawn_again_once_it_is_approved(setting):
    change = setting.change()
    text = replace(builders.TEXT, stem="Câu sửa?")
    revised = actions.revise(
        setting.seven, text, builders.ANSWER, by=setting.seven.author, at=LATER
    )
    assert setting.drawable() == []
    with pytest.raises(actions.BasisChanged):
        actions.approve(revised, by=setting.reviewer, at=NEXT)
    assert setting.drawable() == []
    actions.approve(revised, by=setting.reviewer, at=NEXT, compared=[change.pk])
    assert setting.drawable() == ["MC-007"]


def written(setting):
    """A question typed after the change."""
    return builders.question(setting.bank, "MC-009")


def imported(setting):
    """One of a file that a review outside the system has passed."""
    data = builders.table({"code": "MC-009"})
    actions.import_reviewed(setting.bank, data, "a.xlsx", review="BB 1", by=make.person(), at=NEXT)
    return setting.bank.questions.get(code="MC-009").versions.get()


def test_an_article_that_nobody_cites_yet_waits_for_the_question_that_will(setting):
    setting.change(replace(ENDED, kind="amended", article="Điều 5"))
    assert setting.drawable() == ["MC-007", "MC-008"]
    five = replace(builders.TEXT, basis=replace(builders.BASIS, article="5"))
    made = builders.question(setting.bank, "MC-005", text=five)
    assert changes_open_for(made).count() == 1


@pytest.mark.parametrize("come", [written, imported])
def test_a_question_that_comes_after_the_change_waits_like_all_others(setting, come):
    change = setting.change()
    version = come(setting)
    (found,) = cited_documents(setting.body, at=NEXT)
    assert (found.waiting, setting.drawable()) == (3, [])
    assert [one.pk for one in changes_open_for(version)] == [change.pk]
    actions.confirm(version, by=setting.reviewer, at=NEXT)
    assert list(changes_open_for(version)) == []


def test_nobody_confirms_what_they_wrote(setting):
    setting.change()
    with pytest.raises(actions.OwnQuestion):
        actions.confirm(setting.seven, by=setting.seven.author, at=NEXT)
    assert setting.drawable() == []


def test_a_change_taken_back_keeps_nothing_out(setting):
    change = setting.change()
    with pytest.raises(actions.ReasonMissing):
        actions.take_change_back(change, reason=" ", by=setting.reviewer, at=NEXT)
    actions.take_change_back(change, reason="Ghi nhầm", by=setting.reviewer, at=NEXT)
    assert setting.drawable() == ["MC-007", "MC-008"]
    assert [entry.deed for entry in Entry.objects.order_by("-pk")[:2]] == [
        "questions.document_change_taken_back",
        "questions.document_changed",
    ]


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        (replace(ENDED, number="1/NQ-CP"), actions.NotCited),
        (replace(ENDED, number=""), actions.NotCited),
        (replace(ENDED, by_document=" "), actions.ReasonMissing),
    ],
)
def test_what_is_no_change_is_refused_and_changes_nothing(setting, told, refusal):
    with pytest.raises(refusal):
        setting.change(told)
    assert setting.drawable() == ["MC-007", "MC-008"]


def test_the_same_change_is_put_down_once(setting):
    setting.change()
    with pytest.raises(Refusal) as refused:
        setting.change(replace(ENDED, number="61/2018/NĐ-CP"))
    assert isinstance(refused.value, actions.ChangedAlready)


def test_another_body_is_left_alone(setting):
    other = Setting()
    setting.change()
    assert other.drawable() == ["MC-007", "MC-008"]


def test_a_question_without_an_article_waits_for_any_article(setting):
    basis = replace(builders.BASIS, article="", issued_on=date(2018, 4, 23))
    text = replace(builders.TEXT, stem="Chung?", basis=basis)
    made = builders.question(setting.bank, "MC-100", text=text)
    actions.approve(made, by=setting.reviewer, at=AT)
    setting.change(replace(ENDED, article="7"))
    assert setting.drawable() == ["MC-008"]
