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
