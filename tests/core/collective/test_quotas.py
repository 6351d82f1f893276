"""Quotas (F18): whom each counts by post and by kind of unit, and how many it needs."""

from decimal import Decimal

import pytest

from hoithi.core.collective.figures import UnitFigures
from hoithi.core.collective.gates import Failure, failures
from hoithi.core.collective.quotas import QuotaState, goes_by_lists, quota_states
from hoithi.core.rulebook.entry import EntryRules, Quota
from hoithi.core.rulebook.ranking import Aggregate, Gate, GateKind, InOrder, UnitKey
from tests.core.collective.make import collective, named, unit

LEADERS = Quota(key="leaders", title="Lãnh đạo", posts=("Lãnh đạo",), least=1)
HEADS = Quota(key="heads", title="Trưởng phòng", posts=("Trưởng phòng",), percent=Decimal(50))
OTHERS = Quota(
    key="others", title="Công chức", posts=("Chuyên viên", "Một cửa"), percent=Decimal(30)
)
CLERKS = Quota(key="clerks", title="Bộ phận Một cửa", posts=("Một cửa",), percent=Decimal(100))
QUOTAS = (LEADERS, HEADS, OTHERS, CLERKS)
F18 = (
    *named("Lãnh đạo", 1, 2, 3),
    *named("Trưởng phòng", *range(10, 18)),
    *named("Chuyên viên", *range(20, 41)),
    *named("một cửa", *range(50, 54)),
)
MEMBERS = Quota(key="members", title="Đảng viên", kinds=("party_cell",), percent=Decimal(80))
HAMLETS = Quota(key="hamlets", title="Người dân", kinds=("thon", "ban"), least=20)
ALL = Quota(key="all", title="Mọi người", percent=Decimal(50))


def test_f18_what_each_quota_needs():
    done = {1, 10, 11, 12, 13, 20, 21, 22, 50, 51, 52, 53, 999}
    assert list(quota_states(QUOTAS, F18, done, kind="department")) == [
        QuotaState(LEADERS, 3, 1, 1),
        QuotaState(HEADS, 8, 4, 4),
        QuotaState(OTHERS, 25, 8, 7),
        QuotaState(CLERKS, 4, 4, 4),
    ]


@pytest.mark.parametrize(
    ("kind", "bound"),
    [
        ("party_cell", [MEMBERS, ALL]),
        ("thon", [HAMLETS, ALL]),
        ("ban", [HAMLETS, ALL]),
        ("school", [ALL]),
    ],
)
def test_a_quota_binds_units_of_its_kinds(kind, bound):
    states = quota_states((MEMBERS, HAMLETS, ALL), (), (), kind=kind)
    assert [state.quota for state in states] == bound


def test_the_rules_know_which_quotas_bind_a_ranking():
    rules = EntryRules(quotas=(MEMBERS, HAMLETS, ALL))
    assert rules.quotas_for(()) == (MEMBERS, HAMLETS, ALL)
    assert rules.quotas_for(("ban", "school")) == (HAMLETS, ALL)
    assert rules.quotas_for(("school",)) == (ALL,)


@pytest.mark.parametrize(
    ("post", "counted"),
    [
        pytest.param("Một cửa", 1, id="as the rules write it"),
        pytest.param("MỘT CỬA", 1, id="in capitals"),
        pytest.param("mot cua", 1, id="without diacritics"),
        pytest.param(" Một  cửa ", 1, id="with idle spaces"),
        pytest.param("Tổ Một cửa", 0, id="another post"),
        pytest.param(None, 0, id="no post"),
    ],
)
def test_posts_are_compared_as_lists_are_typed(post, counted):
    (state,) = quota_states([CLERKS], named(post, 1), {1}, kind="commune")
    assert (state.members, state.done) == (counted, counted)


def test_the_exempt_count_on_neither_side():
    listed = (*named("Đảng viên", 1, None), *named("Đảng viên", 2, exempt=True))
    (state,) = quota_states([ALL], listed, {1, 2}, kind="commune")
    assert state == QuotaState(ALL, 2, 1, 1)
    assert state.met


def gated(kind, listed, done):
    figures = UnitFigures(unit=unit(1, kind=kind, listed=listed), people=9, done=frozenset(done))
    return failures([Gate(kind=GateKind.QUOTAS)], figures, [MEMBERS])


FIVE = named("", 1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("kind", "listed", "done", "missed"),
    [
        pytest.param("party_cell", FIVE, (1, 2, 3, 4), (), id="80 % of five"),
        pytest.param(
            "party_cell",
            FIVE,
            (1, 2, 3),
            (Failure(GateKind.QUOTAS, 3, 4, quota="members"),),
            id="one too few",
        ),
        pytest.param("party_cell", (), (), (Failure(GateKind.QUOTAS),), id="no list handed in"),
        pytest.param("thon", FIVE, (), (), id="it does not bind a thon"),
        pytest.param("thon", (), (), (), id="nor ask it for a list"),
    ],
)
def test_the_gate_asks_each_unit_for_its_own_quotas(kind, listed, done, missed):
    assert gated(kind, listed, done) == missed


COMPULSORY = UnitKey(by=Aggregate.COMPULSORY_PARTICIPATION)


@pytest.mark.parametrize(
    ("rules", "asks"),
    [
        pytest.param({}, False, id="by people"),
        pytest.param({"method": InOrder(keys=(COMPULSORY,))}, True, id="in the formula"),
        pytest.param({"ties": (COMPULSORY,)}, True, id="between equals"),
        pytest.param({"gates": (Gate(kind=GateKind.QUOTAS),)}, True, id="quotas"),
        pytest.param({"gates": (Gate(kind=GateKind.ALL_COMPULSORY),)}, True, id="all of the list"),
        pytest.param({"gates": (Gate(kind=GateKind.A_WINNER),)}, False, id="another condition"),
        pytest.param(
            {"gates": (Gate(kind=GateKind.LEAST, by=COMPULSORY.by, least=Decimal(50)),)},
            True,
            id="a least share of it",
        ),
    ],
)
def test_which_rankings_ask_for_lists(rules, asks):
    assert goes_by_lists(collective(**rules)) is asks
