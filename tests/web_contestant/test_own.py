"""One's own attempts: receipts at once, answers and legal bases never before their time."""

from datetime import timedelta

import pytest
from django.test import Client
from msgspec.structs import replace

from hoithi.contests.models import Contest
from hoithi.core.rulebook.document import AnswersShown, Publication
from hoithi.entries.facts import entrant_token
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.kit.ids import new_code, new_token
from hoithi.results.models import Draft, Result
from hoithi.sittings.models import Mark, Paper, Sitting, Submission
from tests import make
from tests.live import scene
from tests.web_contestant.test_way import text_of

pytestmark = pytest.mark.django_db
BASIS = "61/2018/NĐ-CP"
HOUR = timedelta(hours=1)


def at_home(contest: Contest, entrant: Entrant) -> Client:
    """The browser of this entrant."""
    client = Client()
    client.cookies[f"du-thi-{contest.pk}"] = entrant_token(entrant)
    return client


def sat(contest: Contest, entrant: Entrant) -> Sitting:
    """A paper begun and handed in with one answer."""
    round_ = contest.rounds.get()
    sitting = Sitting.objects.create(
        entrant=entrant,
        ordinal=1,
        round=round_,
        part_key="paper",
        paper=Paper.objects.filter(pool__round=round_).first(),
        version=round_.version or contest.versions.get(),
        token=new_token().replace("_", "-"),
        started_at=make.AT,
        deadline_at=make.AT,
    )
    Submission.objects.create(
        sitting=sitting,
        kind="contestant",
        holder=1,
        revision=1,
        answers={"1": 1},
        submitted_at=make.AT,
        receipt=new_code(),
    )
    return sitting


def published(contest: Contest) -> None:
    """The result of the one round is public from three hours after its close."""
    round_ = contest.rounds.get()
    version = contest.versions.get()
    facts = {"contest": contest, "round": round_, "number": 1, "sha256": "0" * 64}
    draft = Draft.objects.create(version=version, prepared_at=round_.closes_at, **facts)
    moment = round_.closes_at + 3 * HOUR
    Result.objects.create(draft=draft, visible_from=moment, published_at=moment, **facts)


ROUND, RESULT = AnswersShown.AFTER_ROUND, AnswersShown.AFTER_PUBLICATION
CONTEST, NEVER = AnswersShown.AFTER_CONTEST, AnswersShown.NEVER
BEFORE, JUST, AFTER = -HOUR, timedelta(seconds=34), timedelta(seconds=35)


@pytest.mark.parametrize(
    ("rule", "after_close", "shown"),
    [
        pytest.param(ROUND, BEFORE, False, id="the round is open"),
        pytest.param(ROUND, JUST, False, id="others may still hand in"),
        pytest.param(ROUND, AFTER, True, id="the round is over"),
        pytest.param(CONTEST, BEFORE, False, id="the contest runs"),
        pytest.param(CONTEST, AFTER, True, id="all is over"),
        pytest.param(RESULT, AFTER, False, id="nothing is published yet"),
        pytest.param(RESULT, 3 * HOUR - JUST, False, id="published later"),
        pytest.param(RESULT, 3 * HOUR, True, id="published"),
        pytest.param(NEVER, 4 * HOUR, False, id="never"),
    ],
)
def test_answers_are_shown_as_the_rules_say(rule, after_close, shown):
    rules = replace(scene.rules(), publication=Publication(answers=rule))
    contest = scene.contest(rules)
    entrant = scene.entrant(contest)
    sitting, closes = sat(contest, entrant), contest.rounds.get().closes_at
    published(contest)
    with clock.pinned(closes + after_close):
        page = at_home(contest, entrant).get(f"/{contest.slug}/cua-toi/{sitting.token}/")
    assert page.status_code == 200
    assert (BASIS in text_of(page), "(đáp án)" in text_of(page)) == (shown, shown)
    assert ("Theo thể lệ, đáp án" in text_of(page)) is not shown


@pytest.mark.parametrize(
    ("rule", "at_once", "after_close", "shown"),
    [
        pytest.param(NEVER, False, AFTER, False, id="over, not published"),
        pytest.param(NEVER, False, 3 * HOUR, True, id="with the result"),
        pytest.param(NEVER, True, BEFORE, True, id="at once"),
        pytest.param(ROUND, False, BEFORE, False, id="open"),
        pytest.param(ROUND, False, AFTER, True, id="with the answers"),
    ],
)
def test_points_are_shown_as_the_rules_say(rule, at_once, after_close, shown):
    publication = Publication(answers=rule, score_at_once=at_once)
    contest = scene.contest(replace(scene.rules(), publication=publication))
    entrant = scene.entrant(contest)
    sitting, closes = sat(contest, entrant), contest.rounds.get().closes_at
    facts = {"points": 3, "most": 8, "right": 3, "questions": 8, "marked_at": make.AT}
    Mark.objects.create(submission=sitting.submission, key_state="k", **facts)
    published(contest)
    with clock.pinned(closes + after_close):
        page = at_home(contest, entrant).get(f"/{contest.slug}/cua-toi/")
    assert ("/8" in text_of(page)) is shown


def test_the_contest_page_tells_no_number_that_is_being_predicted():
    contest = scene.contest()
    closes = contest.rounds.get().closes_at
    seen = []
    for moment in (make.AT, closes):
        with clock.pinned(moment):
            seen.append("Người đăng ký" in text_of(Client().get(f"/{contest.slug}/")))
    assert seen == [False, True]


def test_the_list_shows_the_receipt_at_once(django_assert_max_num_queries):
    contest = scene.contest()
    entrant = scene.entrant(contest)
    receipt = sat(contest, entrant).submission.receipt
    with django_assert_max_num_queries(26):
        page = at_home(contest, entrant).get(f"/{contest.slug}/cua-toi/")
    assert receipt in text_of(page)


def test_nobody_opens_anothers_attempt():
    contest = scene.contest()
    sitting = sat(contest, scene.entrant(contest))
    stranger = at_home(contest, scene.entrant(contest))
    assert stranger.get(f"/{contest.slug}/cua-toi/{sitting.token}/").status_code == 404


def test_what_was_sat_in_a_cancelled_round_is_said_not_to_count():
    contest = scene.contest()
    entrant = scene.entrant(contest)
    sitting = sat(contest, entrant)
    said = []
    for cancelled_at in (None, make.AT):
        contest.rounds.update(cancelled_at=cancelled_at)
        for path in ("", f"{sitting.token}/"):
            page = at_home(contest, entrant).get(f"/{contest.slug}/cua-toi/{path}")
            said.append("Đã hủy. Bài này không được tính" in text_of(page))
    assert said == [False, False, True, True]
