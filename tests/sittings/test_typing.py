"""A paper sheet counts once two people have typed it alike."""

from datetime import timedelta

import pytest

from hoithi.sittings.actions import typing
from hoithi.sittings.actions.typing import Typed, type_sheet
from hoithi.sittings.models import Submission, TypedSheet
from tests import make
from tests.results.boards import CLOSES, OPENS, contest, entrant
from tests.results.rows import paper_of

pytestmark = pytest.mark.django_db
AT = CLOSES


@pytest.fixture
def week():
    return contest().rounds.get(key="week-1")


@pytest.fixture
def paper(week):
    found = paper_of(week)
    found.content = [[1, [0, 1, 2], 0], [2, [1, 0, 2], 0]]
    found.save()
    return found


@pytest.fixture
def who(week):
    return entrant(week.contest, "Nguyễn V. A**", channel="paper")


def typed(seconds=600, **answers):
    return Typed(answers={"1": 2, "2": 1, **answers}, seconds=seconds, began_at=OPENS)


def test_two_equal_typings_hand_the_sheet_in(week, paper, who):
    first, second = make.person(), make.person()
    assert type_sheet(who, week, paper, typed(), by=first, at=AT).submission is None
    submission = type_sheet(who, week, paper, typed(), by=second, at=AT).submission
    assert (submission.kind, submission.answers) == ("typed", {"1": 2, "2": 1})
    assert submission.submitted_at == OPENS + timedelta(seconds=600)
    assert submission.sitting.entrant == who
    with pytest.raises(typing.AlreadyCounted):
        type_sheet(who, week, paper, typed(), by=first, at=AT)


def test_unequal_typings_are_shown_and_may_be_typed_again(week, paper, who):
    first, second = make.person(), make.person()
    type_sheet(who, week, paper, typed(), by=first, at=AT)
    other = typed(seconds=601, **{"2": 3})
    compared = type_sheet(who, week, paper, other, by=second, at=AT)
    assert (compared.submission, compared.differing) == (None, ("2", "seconds"))
    assert compared.other.typed_by == first
    assert not Submission.objects.exists()

    assert type_sheet(who, week, paper, typed(), by=second, at=AT).submission
    assert TypedSheet.objects.count() == 2


def test_capitals_are_no_disagreement(week, paper, who):
    for by, words in ((make.person(), "mã hồ sơ"), (make.person(), "Mã hồ  sơ")):
        done = type_sheet(who, week, paper, typed(**{"2": words}), by=by, at=AT)
    assert done.submission.answers["2"] == "Mã hồ  sơ"


def test_one_person_typing_twice_hands_nothing_in(week, paper, who):
    first = make.person()
    for _ in range(2):
        assert type_sheet(who, week, paper, typed(), by=first, at=AT).submission is None
    assert (TypedSheet.objects.count(), Submission.objects.count()) == (1, 0)


@pytest.mark.parametrize("answers", [{"3": 1}, {"x": 1}, {"1": None}, {"1": {"a": 1}}])
def test_answers_to_no_question_are_refused(week, paper, who, answers):
    with pytest.raises(typing.AnswersMalformed) as refusal:
        type_sheet(who, week, paper, typed(**answers), by=make.person(), at=AT)
    assert refusal.value.places == tuple(answers)


@pytest.mark.parametrize(
    ("began_at", "seconds", "refusal"),
    [
        pytest.param(OPENS - timedelta(minutes=1), 600, typing.OutsideTheRound, id="before"),
        pytest.param(CLOSES, 600, typing.OutsideTheRound, id="after"),
        pytest.param(AT - timedelta(seconds=599), 600, typing.OutsideTheRound, id="not yet over"),
        pytest.param(OPENS, 99 * 60, typing.LongerThanAllowed, id="too long"),
    ],
)
def test_times_that_cannot_be_are_refused(week, paper, who, began_at, seconds, refusal):
    told = Typed(answers={"1": 2}, seconds=seconds, began_at=began_at)
    with pytest.raises(refusal):
        type_sheet(who, week, paper, told, by=make.person(), at=AT)
    assert not TypedSheet.objects.exists()


def test_online_entrants_and_papers_of_other_rounds_are_refused(week, paper, who):
    online = entrant(week.contest, "Trần T. B**")
    with pytest.raises(typing.NotOnPaper):
        type_sheet(online, week, paper, typed(), by=make.person(), at=AT)
    other = paper_of(week.contest.rounds.get(key="week-2"))
    with pytest.raises(typing.PaperOfAnotherRound):
        type_sheet(who, week, other, typed(), by=make.person(), at=AT)


def test_no_more_sheets_than_attempts(week, paper, who):
    by = [make.person(), make.person()]
    for number in range(3):
        who.sittings.create(
            ordinal=number + 1, round=week, part_key="paper", paper=paper, version=week.version,
            token=f"t{number}", started_at=OPENS, deadline_at=OPENS,
        )  # fmt: skip
    with pytest.raises(typing.AttemptsUsedUp):
        type_sheet(who, week, paper, typed(), by=by[0], at=AT)
