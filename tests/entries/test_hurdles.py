"""A crowd computes or waits a little; nobody is shut out."""

from datetime import timedelta
from itertools import count

import pytest

from hoithi.core.rulebook.entry import EntryRules
from hoithi.entries import queries
from hoithi.entries.actions import hurdles
from tests import make
from tests.entries.make import contest, rulebook

pytestmark = pytest.mark.django_db
SCHOOL = "203.113.131.7"


@pytest.fixture(autouse=True)
def _nobody_came(monkeypatch):
    monkeypatch.setattr(hurdles, "_crowd", hurdles.Crowd(timedelta(minutes=10)))
    monkeypatch.setattr(hurdles, "_waiters", hurdles.Crowd(timedelta(minutes=10)))
    monkeypatch.setattr(hurdles, "BITS", 6)
    monkeypatch.setattr(hurdles, "MORE_BITS", 8)


@pytest.fixture
def door():
    return queries.current_door(contest(rulebook(entry=EntryRules(unit=None))), at=make.AT)


def computed(hurdle) -> str:
    """A proof, found as a page finds it."""
    bits = hurdles.solved
    tries = (f"{hurdle.puzzle}:{n}" for n in count())
    facts = {"at": make.AT, "bits": hurdle.bits}
    secret = hurdles.settings.SECRET_KEY
    return next(one for one in tries if bits(secret, hurdle.subject, proof=one, **facts))


def test_few_people_meet_no_hurdle(door):
    assert hurdles.hurdle_at(door, SCHOOL, at=make.AT, counted=True).taken({}, at=make.AT)


def test_a_school_behind_one_address_computes_and_comes_in(door):
    for _ in range(hurdles.CROWD):
        hurdles.hurdle_at(door, SCHOOL, at=make.AT, counted=True)
    hurdle = hurdles.hurdle_at(door, SCHOOL, at=make.AT, counted=True)
    assert not hurdle.taken({}, at=make.AT)
    proof = {"proof": computed(hurdle)}
    assert hurdle.taken(proof, at=make.AT)
    assert not hurdle.taken(proof, at=make.AT), "one computation lets one form through"
    assert hurdles.hurdle_at(door, "198.51.100.4", at=make.AT).taken({}, at=make.AT)


def test_whoever_cannot_compute_waits_instead(door):
    for _ in range(hurdles.CROWD + 1):
        hurdle = hurdles.hurdle_at(door, SCHOOL, at=make.AT, counted=True)
    asked = {"asked": hurdle.ticket(make.AT)}
    assert not hurdle.taken(asked, at=make.AT + timedelta(seconds=19))
    assert hurdle.taken(asked, at=make.AT + timedelta(seconds=20))


def test_the_rulebook_may_ask_everybody():
    here = contest(rulebook(entry=EntryRules(unit=None, proof_of_work=True)))
    hurdle = hurdles.hurdle_at(queries.current_door(here, at=make.AT), SCHOOL, at=make.AT)
    assert hurdle.bits == hurdles.BITS
    assert not hurdle.taken({"proof": f"{hurdle.puzzle}:0x"}, at=make.AT + timedelta(hours=1))


def test_two_who_ask_in_the_same_second_both_come_in(door, monkeypatch):
    monkeypatch.setattr(hurdles, "CROWD", 0)
    both = [hurdles.hurdle_at(door, SCHOOL, at=make.AT, counted=True) for _ in range(2)]
    assert [one.taken({"proof": computed(one)}, at=make.AT) for one in both] == [True, True]
    later = make.AT + timedelta(seconds=20)
    waited = [{"asked": one.ticket(make.AT)} for one in both]
    assert [both[0].taken(one, at=later) for one in waited] == [True, True]
    assert [both[0].taken(one, at=later) for one in waited] == [False, False]


def test_waiting_in_parallel_has_an_end(door, monkeypatch):
    monkeypatch.setattr(hurdles, "CROWD", 0)
    monkeypatch.setattr(hurdles, "WAITERS", 2)
    hurdle = hurdles.hurdle_at(door, SCHOOL, at=make.AT, counted=True)
    later = make.AT + timedelta(seconds=20)
    tickets = [{"asked": hurdle.ticket(make.AT)} for _ in range(3)]
    assert [hurdle.taken(one, at=later) for one in tickets] == [True, True, False]
    assert hurdle.taken({"proof": computed(hurdle)}, at=later)


def test_a_crowd_is_known_to_another_process_and_after_a_restart(door, monkeypatch):
    for _ in range(hurdles.CROWD + 1):
        hurdles.hurdle_at(door, SCHOOL, at=make.AT, counted=True)
    hurdles.share_crowds()
    hurdles.share_crowds()
    monkeypatch.setattr(hurdles, "_crowd", hurdles.Crowd(timedelta(minutes=10)))
    fresh = hurdles.hurdle_at(door, SCHOOL, at=make.AT, counted=True)
    assert fresh.bits == 0, "the first one is not known yet"
    hurdles.share_crowds()
    assert hurdles.hurdle_at(door, SCHOOL, at=make.AT).bits == hurdles.MORE_BITS
    elsewhere = hurdles.hurdle_at(door, "198.51.100.4", at=make.AT, counted=True)
    assert elsewhere.bits == 0


def test_what_came_in_the_window_before_still_counts_after_a_restart(door, monkeypatch):
    for _ in range(2 * hurdles.CROWD):
        hurdles.hurdle_at(door, SCHOOL, at=make.AT, counted=True)
    hurdles.share_crowds()
    monkeypatch.setattr(hurdles, "_crowd", hurdles.Crowd(timedelta(minutes=10)))
    later = make.AT + timedelta(minutes=11)
    hurdles.hurdle_at(door, SCHOOL, at=later, counted=True)
    hurdles.share_crowds()
    assert hurdles.hurdle_at(door, SCHOOL, at=later).bits == hurdles.MORE_BITS
