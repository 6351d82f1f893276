"""Rules of a contest: drafted, in force, amended while a round runs; the page announced."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from hoithi.contests import actions, queries
from hoithi.contests.actions.founding import slug_of
from hoithi.contests.facts import rulebook_of, state_at
from hoithi.contests.models import Contest, ContestState
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.formats import from_toml
from hoithi.core.rulebook.moments import instant
from hoithi.core.rulebook.parts import AttemptRules
from tests import make
from tests.make import AT

EXAMPLES = Path(__file__).parents[2] / "examples"
SONG_CONG = from_toml((EXAMPLES / "song-cong-2021.toml").read_bytes())
OPENS = instant("2021-12-13T08:30")
pytestmark = pytest.mark.django_db


@pytest.fixture
def official():
    return make.person()


@pytest.fixture
def contest(official):
    return actions.create(SONG_CONG, body=make.body(), by=official, at=AT)


def rounds(contest: Contest) -> list[tuple[str, int | None]]:
    return [(r.key, r.version and r.version.number) for r in contest.rounds.all()]


def test_a_contest_begins_with_a_draft_and_without_rounds(contest):
    assert (contest.state, contest.title) == (ContestState.DRAFT, SONG_CONG.title)
    assert rulebook_of(queries.newest_version(contest)) == SONG_CONG
    assert rounds(contest) == []


def test_putting_in_force_writes_the_rounds(contest, official):
    actions.put_in_force(contest, by=official, at=OPENS - timedelta(days=3))

    assert rounds(contest) == [(r.key, 1) for r in SONG_CONG.rounds]
    first = contest.rounds.first()
    assert state_at(first, OPENS) is RoundState.OPEN


def test_contradictory_rules_are_refused(contest, official):
    first = SONG_CONG.rounds[0]
    crossed = msgspec.structs.replace(
        SONG_CONG, rounds=(msgspec.structs.replace(first, publishes="2021-12-01T08:00"),)
    )
    actions.redraft(contest, crossed, by=official, at=AT)

    with pytest.raises(actions.RulebookContradicts):
        actions.put_in_force(contest, by=official, at=OPENS)
    assert rounds(contest) == []


def test_an_amendment_while_a_round_runs_needs_a_reason_and_waits_for_the_next(contest, official):
    actions.put_in_force(contest, by=official, at=OPENS - timedelta(days=3))
    milder = msgspec.structs.replace(SONG_CONG, attempts=AttemptRules(a_day=3, a_round=None))
    actions.redraft(contest, milder, by=official, at=OPENS)

    with pytest.raises(actions.ReasonMissing):
        actions.put_in_force(contest, by=official, at=OPENS)
    actions.put_in_force(contest, by=official, at=OPENS, reason="Theo công văn 12")

    assert [number for _, number in rounds(contest)] == [1, 2]
    assert [d.reason for d in queries.decisions_shown(contest)] == ["Theo công văn 12"]


def test_once_the_contest_is_public_every_amendment_needs_a_reason(contest, official):
    actions.put_in_force(contest, by=official, at=OPENS - timedelta(days=3))
    actions.announce(contest, by=official, at=OPENS - timedelta(days=3))
    milder = msgspec.structs.replace(SONG_CONG, attempts=AttemptRules(a_day=3, a_round=None))
    actions.redraft(contest, milder, by=official, at=OPENS - timedelta(days=2))

    with pytest.raises(actions.ReasonMissing):
        actions.put_in_force(contest, by=official, at=OPENS - timedelta(days=2), reason=" ")
    assert queries.version_in_force(contest, at=OPENS).number == 1
    actions.put_in_force(contest, by=official, at=OPENS - timedelta(days=2), reason="Công văn 12")
    assert queries.version_in_force(contest, at=OPENS).reason == "Công văn 12"


def test_an_opened_round_cannot_be_dropped(contest, official):
    actions.put_in_force(contest, by=official, at=OPENS - timedelta(days=3))
    shorter = msgspec.structs.replace(SONG_CONG, rounds=SONG_CONG.rounds[1:], weeks=None)
    actions.redraft(contest, shorter, by=official, at=AT)

    with pytest.raises(actions.RoundInUse) as refused:
        actions.put_in_force(contest, by=official, at=OPENS, reason="Bỏ tuần một")
    assert refused.value.keys == [SONG_CONG.rounds[0].key]


def test_two_contests_cannot_have_one_address(contest, official):
    with pytest.raises(actions.SlugTaken) as refused:
        actions.create(SONG_CONG, body=make.body(), by=official, at=AT, slug=contest.slug)
    assert refused.value.facts == {"slug": contest.slug}


def test_an_address_made_from_the_title_is_free(contest, official):
    bodies = (make.body(), contest.body)
    made = [actions.create(SONG_CONG, body=body, by=official, at=AT) for body in bodies]
    assert [one.slug for one in made] == [f"{contest.slug}-2", f"{contest.slug}-3"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Cuộc thi xã Hòa Sơn", "cuoc-thi-xa-hoa-son"),
        (
            "Cuộc thi trực tuyến “Tìm hiểu cải cách hành chính và chuyển đổi số” năm 2026",
            "cuoc-thi-truc-tuyen-tim-hieu-cai-cach-hanh-chinh-va-chuyen-doi-so-nam",
        ),
        ("ă" * 69 + " năm", "a" * 69),
        ("ă" * 90, "a" * 70),
        ("“…”", "song-cong-cchc-2021"),
    ],
)
def test_an_address_ends_with_a_whole_word(title, slug):
    rules = msgspec.structs.replace(SONG_CONG, key="song-cong-cchc-2021", title=title)
    assert slug_of(rules) == slug


def test_a_copy_stands_so_many_days_later(contest, official):
    twin = actions.copy(contest, days=6 * 364, by=official, at=AT)

    rules = rulebook_of(queries.newest_version(twin))
    assert rules.rounds[0].window.opens == "2027-12-06T08:30"


def test_a_copy_never_begins_before_today(contest, official):
    with pytest.raises(actions.BeginsInThePast):
        actions.copy(contest, days=364, by=official, at=AT)
    assert Contest.objects.get() == contest


def test_only_those_with_a_role_over_the_body_find_the_contest(contest):
    organiser = make.holder("organiser", over=contest.body)
    stranger = make.holder("organiser", over=make.body())

    assert queries.contest_for(organiser, contest.slug, at=AT) == contest
    assert list(queries.contests_of(stranger, at=AT)) == []
    with pytest.raises(Contest.DoesNotExist):
        queries.contest_for(stranger, contest.slug, at=AT)


def test_a_draft_is_nobodys_public_page_until_it_is_announced(contest, official):
    with pytest.raises(Contest.DoesNotExist):
        queries.announced(contest.slug)
    actions.put_in_force(contest, by=official, at=AT)
    actions.announce(contest, by=official, at=OPENS - timedelta(days=3))

    assert queries.announced(contest.slug) == contest
