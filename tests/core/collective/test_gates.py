"""Conditions for being ranked: size brackets (F19), quotas and all the others."""

from decimal import Decimal

import pytest

from hoithi.core.collective.figures import UnitFigures
from hoithi.core.collective.gates import Failure, bracket_for, failures
from hoithi.core.collective.quotas import least_people
from hoithi.core.rulebook.entry import Quota
from hoithi.core.rulebook.ranking import Aggregate, Gate, GateKind, SizeBracket
from tests.core.collective.make import named, unit


@pytest.mark.parametrize(
    ("staff", "needed"),
    [
        pytest.param(49, 15, id="30 % of 49 are 14.7"),
        pytest.param(50, 13, id="25 % of 50 are 12.5"),
        pytest.param(99, 25, id="25 % of 99 are 24.75"),
        pytest.param(100, 20, id="the large ones: at least 20 people"),
        pytest.param(300, 30, id="10 % of 300"),
    ],
)
def test_f19_size_brackets(staff, needed):
    bracket = bracket_for(BRACKETS, staff)
    assert bracket is not None
    assert least_people(bracket.percent, staff, bracket.least_people) == needed


BRACKETS = (
    SizeBracket(percent=Decimal(10), least_people=20),
    SizeBracket(staff_below=100, percent=Decimal(25)),
    SizeBracket(staff_below=50, percent=Decimal(30)),
)


def figures(**facts) -> UnitFigures:
    rules = {"staff": facts.pop("staff", 50), "listed": facts.pop("listed", ())}
    return UnitFigures(unit=unit(1, **rules), **({"people": 10} | facts))


ALL = Gate(kind=GateKind.ALL_COMPULSORY)
HALF = Gate(kind=GateKind.LEAST, by=Aggregate.PARTICIPATION, least=Decimal(50))
SIZES = Gate(kind=GateKind.SIZE_BRACKETS, brackets=BRACKETS)
WINNER = Gate(kind=GateKind.A_WINNER)
PARTS = Gate(kind=GateKind.ALL_PARTS, parts=("paper", "initiative"))
BY_QUOTA = Gate(kind=GateKind.QUOTAS)
TWO = named("Công chức", 1, 2)


@pytest.mark.parametrize(
    ("gate", "facts", "failure"),
    [
        pytest.param(HALF, {"people": 25}, None, id="half of the staff"),
        pytest.param(
            HALF,
            {"people": 24},
            Failure(GateKind.LEAST, 48, Decimal(50), Aggregate.PARTICIPATION),
            id="less than half",
        ),
        pytest.param(
            HALF,
            {"staff": None},
            Failure(GateKind.LEAST, None, Decimal(50), Aggregate.PARTICIPATION),
            id="staff not declared",
        ),
        pytest.param(SIZES, {"people": 13}, None, id="enough for its size"),
        pytest.param(
            SIZES,
            {"people": 12},
            Failure(GateKind.SIZE_BRACKETS, 12, 13, Aggregate.PEOPLE),
            id="too few for its size",
        ),
        pytest.param(
            SIZES,
            {"staff": None},
            Failure(GateKind.SIZE_BRACKETS, by=Aggregate.STAFF),
            id="size not declared",
        ),
        pytest.param(
            Gate(kind=GateKind.SIZE_BRACKETS, brackets=BRACKETS[1:]),
            {"staff": 100, "people": 1},
            None,
            id="larger than every bracket",
        ),
        pytest.param(ALL, {"listed": TWO, "done": frozenset({1, 2})}, None, id="all took part"),
        pytest.param(
            ALL,
            {"listed": TWO, "done": frozenset({1})},
            Failure(GateKind.ALL_COMPULSORY, 1, 2),
            id="one is missing",
        ),
        pytest.param(
            ALL,
            {"listed": (*TWO, *named("x", 3, exempt=True)), "done": frozenset({1, 2})},
            None,
            id="the missing one is exempt",
        ),
        pytest.param(ALL, {}, Failure(GateKind.ALL_COMPULSORY, None, 0), id="no list"),
        pytest.param(
            BY_QUOTA,
            {"listed": TWO, "done": frozenset({1})},
            Failure(GateKind.QUOTAS, 1, 2, quota="all"),
            id="a quota missed",
        ),
        pytest.param(BY_QUOTA, {}, Failure(GateKind.QUOTAS), id="a quota without a list"),
        pytest.param(WINNER, {"prizes": 1}, None, id="has a winner"),
        pytest.param(
            WINNER, {}, Failure(GateKind.A_WINNER, 0, 1, Aggregate.PRIZES), id="has no winner"
        ),
        pytest.param(
            PARTS, {"parts": frozenset({"paper", "initiative"})}, None, id="did every part"
        ),
        pytest.param(
            PARTS,
            {"parts": frozenset({"paper"})},
            Failure(GateKind.ALL_PARTS, 1, 2, missing=("initiative",)),
            id="left a part out",
        ),
    ],
)
def test_gates(gate, facts, failure):
    everybody = Quota(key="all", title="Tất cả", percent=Decimal(100))
    found = failures([gate], figures(**facts), [everybody])
    assert found == (() if failure is None else (failure,))


def test_every_failure_is_told():
    assert [one.kind for one in failures([HALF, WINNER], figures(people=1))] == [
        GateKind.LEAST,
        GateKind.A_WINNER,
    ]


def test_nobody_meets_no_condition():
    nobody = Failure(None, 0, 1, Aggregate.PEOPLE)
    assert failures([HALF, WINNER], figures(people=0)) == (nobody,)
    assert failures([], figures(people=0)) == (nobody,)
