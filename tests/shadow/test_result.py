"""The second program writes the same bytes as the stored tables of a draft (R12)."""

import random
import time
from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings

from benchmarks.ranking import KEYS as EIGHT
from hoithi.core.points import EntrantFacts, Result
from hoithi.core.ranking.columns import Grounds
from hoithi.core.ranking.placings import rank
from hoithi.results.facts import showing
from hoithi.results.facts.reckoning import Gathered, reckon
from hoithi.results.facts.showing_units import collective_shown
from hoithi.results.facts.snapshot import UnitName
from hoithi.results.facts.values import written
from tests.core.make import START
from tests.shadow.crowds import gathered
from tests.shadow.people import World, ranked
from tests.shadow.result import Scorer, Tables
from tests.shadow.writing import table, text


def stored(given_: Gathered, names: dict[int, str], units: dict[int, str]) -> Tables:
    """The tables as a draft of this result holds them."""
    outcome = reckon(given_)
    codes = {one.unit_id: one for one in given_.units}
    faces = showing.Faces(
        names,
        {who: one.unit_id for who, one in given_.entrants.items()},
        tuple(
            UnitName(number, codes[number].code, name, codes[number].kind)
            for number, name in units.items()
        ),
    )
    groups = {who: one.group or "" for who, one in given_.entrants.items()}
    people, of_units = showing.prize_titles(outcome)
    encode = msgspec.json.encode
    return Tables(
        encode(list(showing.lines(outcome, faces, groups, people))),
        encode([showing.table_shown(one, got, faces, {}) for one, got in outcome.allotments]),
        encode(
            [
                collective_shown(one, got, faces, given_.rulebook, of_units)
                for one, got in outcome.collectives
            ]
        ),
    )


@pytest.mark.long
@settings(max_examples=400, deadline=None)
@given(given_=gathered())
def test_the_second_program_writes_the_same_tables(given_):
    names = {who: f"Nguyễn V. A** {who}" for who in given_.entrants}
    units = {one.unit_id: f"Xã số {one.unit_id}" for one in given_.units}
    assert Scorer(given_, names, units).tables() == stored(given_, names, units)


CROWD = 100_000


def crowd(seed: int) -> tuple[list[Result], dict[int, EntrantFacts]]:
    """People so much alike that every one of eight criteria has something to decide."""
    chance = random.Random(seed)
    results, people = [], {}
    for who in range(CROWD):
        submitted = START + timedelta(seconds=chance.randrange(40))
        results.append(
            Result(
                entrant_id=who,
                round_key="week-1",
                points=Decimal(chance.randrange(3)) / 2,
                most=Decimal(20),
                right=0,
                questions=20,
                seconds=chance.choice([None, 60, 61]),
                total_seconds=60,
                sittings=chance.randrange(1, 4),
                full_marks=chance.randrange(2),
                submitted_at=submitted,
                distance=chance.choice([None, 0, 1]),
            )
        )
        people[who] = EntrantFacts(
            entrant_id=who,
            registered_at=START - timedelta(seconds=chance.randrange(30)),
            birth=chance.choice([None, date(1950, 1, 1), date(1990, 1, 1)]),
        )
    chance.shuffle(results)
    return results, people


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
def test_a_hundred_thousand_by_eight_criteria(seed):
    results, people = crowd(seed)
    begun = time.process_time()
    found = rank(results, EIGHT, Grounds(people))
    assert time.process_time() - begun < 10
    ours = msgspec.json.encode(
        [[one.place, one.entrant_id, [written(value) for value in one.values]] for one in found]
    )
    second = ranked(results, EIGHT, World(people))
    assert ours == table([[one.place, one.who, [text(v) for v in one.values]] for one in second])
    assert {one.decided_by for one in found} >= set(range(8))


def test_a_difference_of_one_second_is_seen():
    results, people = crowd(3)
    few = results[:1000]
    changed = [replace_seconds(few[0]), *few[1:]]
    assert ranked(few, EIGHT, World(people)) != ranked(changed, EIGHT, World(people))


def replace_seconds(one: Result) -> Result:
    return msgspec.structs.replace(one, seconds=(one.seconds or 0) + 1)
