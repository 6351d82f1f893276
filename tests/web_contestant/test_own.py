"""One's own attempts: receipts at once, answers and legal bases never before their time."""

import msgspec
import pytest
from django.test import Client

from hoithi.contests.models import Contest
from hoithi.core.rulebook.document import AnswersShown, Publication
from hoithi.entries.facts import entrant_token
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.kit.ids import new_code, new_token
from hoithi.sittings.models import Paper, Sitting, Submission
from tests import make
from tests.live import scene
from tests.web_contestant.test_way import text_of

pytestmark = pytest.mark.django_db
BASIS = "61/2018/NĐ-CP"


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


@pytest.mark.parametrize(
    ("rule", "closed", "shown"),
    [
        pytest.param(AnswersShown.AFTER_ROUND, False, False, id="the round is open"),
        pytest.param(AnswersShown.AFTER_ROUND, True, True, id="the round has closed"),
        pytest.param(AnswersShown.AFTER_CONTEST, False, False, id="the contest runs"),
        pytest.param(AnswersShown.AFTER_CONTEST, True, True, id="all has closed"),
        pytest.param(AnswersShown.NEVER, True, False, id="never"),
    ],
)
def test_answers_are_shown_as_the_rules_say(rule, closed, shown):
    rules = scene.rules()
    publication = Publication(answers=rule)
    contest = scene.contest(msgspec.structs.replace(rules, publication=publication))
    entrant = scene.entrant(contest)
    sitting, closes = sat(contest, entrant), contest.rounds.get().closes_at
    with clock.pinned(closes if closed else make.AT):
        page = at_home(contest, entrant).get(f"/{contest.slug}/cua-toi/{sitting.token}/")
    assert page.status_code == 200
    assert (BASIS in text_of(page), "(đáp án)" in text_of(page)) == (shown, shown)


def test_the_list_shows_the_receipt_at_once(django_assert_max_num_queries):
    contest = scene.contest()
    entrant = scene.entrant(contest)
    receipt = sat(contest, entrant).submission.receipt
    with django_assert_max_num_queries(20):
        page = at_home(contest, entrant).get(f"/{contest.slug}/cua-toi/")
    assert receipt in text_of(page)


def test_nobody_opens_anothers_attempt():
    contest = scene.contest()
    sitting = sat(contest, scene.entrant(contest))
    stranger = at_home(contest, scene.entrant(contest))
    assert stranger.get(f"/{contest.slug}/cua-toi/{sitting.token}/").status_code == 404
