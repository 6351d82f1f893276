"""From a prepared draft over verdicts and approval to the published result and its correction."""

from datetime import date

import pytest

from hoithi.people import actions as people
from hoithi.people.facts.accounts import Invited
from hoithi.people.models import RoleName
from hoithi.results import actions, queries
from hoithi.results.actions import refusals
from hoithi.results.models import Result, Verdict
from hoithi.results.queries.desk import Missing, desk
from tests import make
from tests.results.boards import CLOSES, LATER, PUBLISHES, Board, contest, drafted

pytestmark = pytest.mark.django_db
NAMES = ["Nguyễn V. A**", "Trần T. B**", "Lê V. C**"]
YES = actions.Finding(verdict=Verdict.VERIFIED)


@pytest.fixture
def online():
    return contest()


@pytest.fixture
def week(online):
    return online.rounds.get(key="week-1")


@pytest.fixture
def draft(online, week):
    return drafted(online, week, Board(NAMES))


@pytest.fixture
def official(online):
    return make.holder(RoleName.ORGANISER, over=online.body)


@pytest.fixture
def chief(online):
    return make.holder(RoleName.APPROVER, over=online.body)


def winner(draft):
    return draft.contest.entrants.get(name=NAMES[0])


def verified(draft, official):
    actions.verify(draft.contest, draft.round, winner(draft), YES, by=official, at=CLOSES)
    return draft


def test_nothing_is_approved_before_the_winners_are_verified(draft, chief):
    with pytest.raises(refusals.WinnersUnverified) as refusal:
        actions.approve(draft, by=chief, at=CLOSES)
    assert refusal.value.people == 1


def test_nothing_is_published_before_it_is_approved(draft, official):
    with pytest.raises(refusals.NotApproved):
        actions.publish(verified(draft, official), by=official, at=CLOSES)


def test_who_verified_does_not_approve(draft, official):
    with pytest.raises(refusals.SecondPersonRequired):
        actions.approve(verified(draft, official), by=official, at=CLOSES)


def test_an_approved_result_is_visible_from_its_minute(online, draft, official, chief):
    actions.approve(verified(draft, official), by=chief, at=CLOSES)
    result = actions.publish(draft, by=official, at=CLOSES)

    assert (result.number, result.sha256) == (1, draft.sha256)
    assert result.visible_from == PUBLISHES
    assert queries.all_published(online, at=CLOSES) == []
    assert queries.all_published(online, at=PUBLISHES) == [result]
    deeds = ["results.candidate_verified", "results.approved", "results.published"]
    assert make.deeds()[-3:] == deeds


def test_a_verdict_that_changes_the_ranking_makes_the_draft_stale(draft, official, chief):
    verified(draft, official)
    no = actions.Finding(verdict=Verdict.NOT_RECOGNISED, reason="Hai tên một người")
    actions.verify(draft.contest, draft.round, winner(draft), no, by=official, at=CLOSES)
    with pytest.raises(refusals.DraftStale):
        actions.approve(draft, by=chief, at=CLOSES)


@pytest.mark.parametrize("verdict", [Verdict.NOT_RECOGNISED, Verdict.UNREACHED])
def test_taking_a_prize_away_needs_a_reason(draft, official, verdict):
    silent = actions.Finding(verdict=verdict, reason=" ")
    with pytest.raises(refusals.ReasonMissing):
        actions.verify(draft.contest, draft.round, winner(draft), silent, by=official, at=CLOSES)


def test_a_leader_approves_on_paper_and_the_result_says_so(draft, official):
    file = make.stored_file(draft.contest.body)
    word = actions.LeaderWord(
        document_number="12/QĐ-BTC", document_date=date(2021, 12, 19), signer="Ngô Văn D", file=file
    )
    actions.approve_by_document(verified(draft, official), word, by=official, at=CLOSES)
    result = actions.publish(draft, by=official, at=LATER)
    assert (result.facts["document"], result.facts["signer"]) == ("12/QĐ-BTC", "Ngô Văn D")
    assert result.visible_from == LATER


def test_a_guest_approves_by_a_link(draft, official):
    verified(draft, official)
    invited = Invited(actions.APPROVE, draft.pk, "Lý Thị E", "Phó Chủ tịch", "15/QĐ-UBND")
    token = people.invite(invited, body=draft.contest.body, by=official, at=CLOSES).token
    approval = actions.approve_by_guest(token, at=CLOSES)
    assert approval.invited_name == "Lý Thị E, Phó Chủ tịch (15/QĐ-UBND)"


def test_one_official_closes_the_step_with_signed_paper(online, draft, official):
    verified(draft, official)
    paper = make.stored_file(online.body)
    with pytest.raises(refusals.OfficialsEnough):
        actions.approve_on_paper(draft, paper, by=official, at=CLOSES)
    online.one_official = True
    online.save()
    actions.approve_on_paper(draft, paper, by=official, at=CLOSES)
    assert actions.publish(draft, by=official, at=CLOSES).facts["on_paper"] is True


def published(draft, official, chief):
    actions.approve(verified(draft, official), by=chief, at=CLOSES)
    return actions.publish(draft, by=official, at=PUBLISHES)


def test_a_correction_is_a_new_number_with_a_reason(online, week, draft, official, chief):
    first = published(draft, official, chief)
    before = Result.objects.values().get(pk=first.pk)
    again = drafted(online, week, Board(["Phạm T. D**"], prizes=0))
    actions.approve(again, by=chief, at=LATER)
    with pytest.raises(refusals.ReasonMissing):
        actions.publish(again, by=official, at=LATER)
    second = actions.publish(again, by=official, at=LATER, reason="Sửa đáp án câu 3")

    assert (second.number, second.correction_reason) == (2, "Sửa đáp án câu 3")
    assert queries.published(online.slug, "week-1", at=LATER) == second
    assert queries.published(online.slug, "week-1", at=LATER, number=1) == first
    assert Result.objects.values().get(pk=first.pk) == before


def test_the_same_draft_is_published_once(draft, official, chief):
    published(draft, official, chief)
    with pytest.raises(refusals.AlreadyPublished):
        actions.publish(draft, by=official, at=LATER)


def test_the_final_result_follows_a_preliminary_one_without_a_reason(
    online, week, draft, official, chief
):
    early = actions.publish_preliminary(draft, at=PUBLISHES)
    assert (early.number, early.preliminary) == (1, True)
    final = drafted(online, week, Board(["Phạm T. D**"], prizes=0))
    actions.approve(final, by=chief, at=LATER)
    assert actions.publish(final, by=official, at=LATER).number == 2


def test_the_desk_says_who_to_telephone_and_what_is_missing(online, draft, official, chief):
    shown = desk(official, online.slug, "week-1", at=make.AT)
    assert [(c.line.name, c.prize) for c in shown.candidates] == [(NAMES[0], "giải Nhất")]
    (board,) = shown.calls.boards
    assert [c.line.name for c in board.reserves] == NAMES[1:]
    assert [c.number for c in (*board.winners, *board.reserves)] == [1, 2, 3]
    assert shown.missing == (Missing.VERIFICATION, Missing.APPROVAL, Missing.PUBLICATION)

    published(draft, official, chief)
    shown = desk(official, online.slug, "week-1", at=make.AT)
    assert (shown.missing, len(shown.results), len(shown.approvals)) == ((), 1, 1)
