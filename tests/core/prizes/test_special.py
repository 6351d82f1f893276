"""Special prizes find their own ranking; units are not persons; whom to telephone."""

from datetime import date
from decimal import Decimal

import pytest

from hoithi.core.points import EntrantFacts, PartShare
from hoithi.core.prizes.allotment import allot
from hoithi.core.prizes.candidates import Candidate, CandidateFor, candidates
from hoithi.core.prizes.records import Verdict, Won
from hoithi.core.prizes.special import NotOfPeople, decided_placings, for_units, special_placings
from hoithi.core.rulebook.prizes import OnePrize, PrizeScope, SpecialKind, TiePolicy
from tests.core.make import result
from tests.core.prizes.make import FIRST, SECOND, alloted, occasion, prize, ranking, table, winners
from tests.core.ranking.make import grounds, places

RESULTS = [
    result(1, sittings=5, distance=9, parts=(PartShare("stage", Decimal(7), None),)),
    result(2, sittings=4, distance=2, parts=(PartShare("stage", Decimal(9), None),)),
    result(3, sittings=1, distance=None),
    result(2, sittings=4, distance=40, round_key="week-2"),
    result(3, sittings=8, distance=None, round_key="week-2"),
]
PEOPLE = grounds(
    EntrantFacts(entrant_id=1, birth=date(1944, 1, 1)),
    EntrantFacts(entrant_id=2, birth=date(2010, 1, 1)),
)


def special(kind: SpecialKind | None, **rules):
    return table(FIRST, key="special", scope=PrizeScope.SPECIAL, special=kind, **rules)


@pytest.mark.parametrize(
    ("kind", "order"),
    [
        (SpecialKind.CLOSEST_PREDICTION, [(1, 2), (2, 1)]),
        (SpecialKind.OLDEST, [(1, 1), (2, 2)]),
        (SpecialKind.YOUNGEST, [(1, 2), (2, 1)]),
        (SpecialKind.MOST_SITTINGS, [(1, 3), (2, 2), (3, 1)]),
        (SpecialKind.BEST_PART, [(1, 2), (2, 1)]),
    ],
)
def test_special_prizes(kind, order):
    assert places(special_placings(special(kind, part="stage"), RESULTS, PEOPLE)) == order


def test_of_several_rounds_the_best_part_counts_and_who_has_none_is_not_ranked():
    def stage(entrant: int, week: str, *points: int):
        parts = tuple(PartShare("stage", Decimal(one), None) for one in points)
        return result(entrant, round_key=week, parts=parts)

    results = [
        stage(1, "week-1", 4),
        stage(1, "week-2", 8),
        stage(1, "week-3", 5),
        stage(2, "week-1", 7),
        stage(3, "week-1"),
        stage(4, "week-1"),
        stage(4, "week-2", 0),
    ]
    found = special_placings(special(SpecialKind.BEST_PART, part="stage"), results, PEOPLE)
    assert [(one.place, one.entrant_id, one.values[0]) for one in found] == [
        (1, 1, Decimal(8)),
        (2, 2, Decimal(7)),
        (3, 4, Decimal(0)),
    ]


@pytest.mark.parametrize("kind", [None, SpecialKind.DECIDED, SpecialKind.MOST_PEOPLE_UNIT])
def test_prizes_that_no_ranking_of_people_gives(kind):
    with pytest.raises(NotOfPeople) as refused:
        special_placings(special(kind), RESULTS, PEOPLE)
    assert refused.value.facts == {"table": "special", "special": kind}


def test_prizes_decided_by_name():
    named = decided_placings([30, 10, 20])
    assert places(named) == [(1, 30), (2, 10), (3, 20)]
    six = table(prize("article", 6, 200_000), key="articles", scope=PrizeScope.SPECIAL)
    assert winners(allot(six, named, occasion(round_key=None))) == {"article": [30, 10, 20]}


def test_nothing_about_persons_holds_for_units():
    about_person_1 = occasion(
        won=(Won(1, "grand", "grand", 9, "week-1"),),
        verdicts={1: Verdict.NOT_RECOGNISED},
        entrants={1: EntrantFacts(entrant_id=1, may_win=False)},
        policy={"winners_leave_later_rounds": True},
    )
    units = for_units(about_person_1)
    assert winners(allot(table(FIRST), ranking(9), units)) == {"first": [1]}
    assert units.policy.one_prize is OnePrize.UNLIMITED


def test_candidates_in_the_order_to_be_telephoned():
    third = prize("third", 2, 500_000)
    rules = table(FIRST, SECOND, third, ties=TiePolicy.LOT)
    found = alloted(rules, (9, 8, 8, 7, 6, 5), verdicts={1: Verdict.VERIFIED})
    tie = ("second", "third")
    assert candidates(found) == (
        Candidate(1, 1, CandidateFor.PRIZE, ("first",), verified=True),
        Candidate(2, 2, CandidateFor.TIE, tie),
        Candidate(3, 2, CandidateFor.TIE, tie),
        Candidate(4, 4, CandidateFor.PRIZE, ("third",)),
        Candidate(5, 5, CandidateFor.RESERVE),
        Candidate(6, 6, CandidateFor.RESERVE),
    )
