"""Groups, units and exclusions at the door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.entering.belonging import (
    Excluded,
    OfferedUnit,
    gravest,
    group_of,
    groups_to_ask,
    role_exclusions,
    standing_of,
    standings_for,
    unit_of,
)
from hoithi.core.rulebook.entry import (
    Exclusion,
    ExclusionEffect,
    Group,
    Standing,
    UnitChoice,
)

PUPILS = Group(key="pupils", title="Học sinh", max_age=17)
STAFF = Group(key="staff", title="Cán bộ, công chức", kinds_of_unit=("department", "commune"))
CITIZENS = Group(key="citizens", title="Người dân", min_age=18)


@pytest.mark.parametrize(
    ("chosen", "kind", "ages", "found"),
    [
        pytest.param("", "school", range(15, 16), ("pupils", None), id="by age"),
        pytest.param("", "school", range(40, 42), ("citizens", None), id="only one is left"),
        pytest.param("", "commune", range(40, 42), ("", "group_to_choose"), id="must choose"),
        pytest.param("staff", "commune", range(40, 42), ("staff", None), id="chosen"),
        pytest.param("pupils", "commune", range(40, 42), ("", "group_to_choose"), id="not fitting"),
        pytest.param("staff", None, range(17, 19), ("", "group_to_choose"), id="seventeen or more"),
    ],
)
def test_group_of(chosen, kind, ages, found):
    groups = (PUPILS, STAFF, CITIZENS)
    assert group_of(groups, chosen, kind_of_unit=kind, ages=ages) == found


def test_without_groups_nobody_is_asked():
    assert group_of((), "x", kind_of_unit=None, ages=None) == ("", None)


def test_whoever_fits_no_group_is_told():
    assert group_of((PUPILS,), "pupils", kind_of_unit=None, ages=range(40, 41)) == ("", "no_group")


HOA_SON = OfferedUnit(7, 70, "hoa-son", "commune", "Xã Hòa Sơn")


@pytest.mark.parametrize(
    ("rule", "chosen", "found"),
    [
        (UnitChoice(), "7", (HOA_SON, None)),
        (UnitChoice(), "8", (None, "unit_not_offered")),
        (UnitChoice(), "٧", (None, "unit_not_offered")),
        (UnitChoice(), "Xã Hòa Sơn", (None, "unit_not_offered")),
        (UnitChoice(), " ", (None, "unit_missing")),
        (UnitChoice(may_have_none=True), "", (None, None)),
    ],
)
def test_unit_of(rule, chosen, found):
    assert unit_of(rule, chosen, {7: HOA_SON}) == found


@pytest.mark.parametrize(
    ("standings", "chosen", "found"),
    [
        ((Standing.WORKPLACE,), "", (Standing.WORKPLACE, None)),
        ((Standing.WORKPLACE, Standing.RESIDENCE), "", ("", "standing_to_choose")),
        ((Standing.WORKPLACE, Standing.RESIDENCE), "residence", (Standing.RESIDENCE, None)),
        ((Standing.WORKPLACE, Standing.RESIDENCE), "school", ("", "standing_to_choose")),
    ],
)
def test_standing_of(standings, chosen, found):
    assert standing_of(UnitChoice(standings=standings), chosen) == found


OFFERED = ("thon", "school", "party_cell")
RESIDENCE, BRANCH, SCHOOL = Standing.RESIDENCE, Standing.BRANCH, Standing.SCHOOL


@pytest.mark.parametrize(
    ("standings", "kind", "offered", "fitting"),
    [
        ((RESIDENCE, BRANCH, SCHOOL), "thon", OFFERED, (RESIDENCE,)),
        ((RESIDENCE, BRANCH, SCHOOL), "school", OFFERED, (SCHOOL,)),
        ((RESIDENCE, BRANCH, SCHOOL), "party_cell", OFFERED, (BRANCH,)),
        pytest.param(
            (RESIDENCE, BRANCH), "thon", ("thon",), (RESIDENCE, BRANCH), id="the cell of a thôn"
        ),
        pytest.param(
            (RESIDENCE, SCHOOL),
            "enterprise",
            (*OFFERED, "enterprise"),
            (RESIDENCE, SCHOOL),
            id="no relation is left",
        ),
        pytest.param(
            (Standing.WORKPLACE, RESIDENCE),
            "commune",
            ("commune", "township"),
            (Standing.WORKPLACE, RESIDENCE),
            id="the commune one works in",
        ),
        ((Standing.ANY, SCHOOL), "thon", OFFERED, (Standing.ANY,)),
    ],
)
def test_standings_for(standings, kind, offered, fitting):
    assert standings_for(UnitChoice(standings=standings), kind, offered) == fitting


@pytest.mark.parametrize("may_have_none", [True, False])
def test_words_that_name_no_unit_are_no_empty_answer(may_have_none):
    rule = UnitChoice(may_have_none=may_have_none)
    assert unit_of(rule, "", {7: HOA_SON}, typed="zzzzz") == (None, "unit_unknown")


BARRED = Excluded("writers", ExclusionEffect.BARRED)
UNRANKED = Excluded("hosts", ExclusionEffect.UNRANKED)


def test_the_gravest_exclusion_holds():
    assert gravest([UNRANKED, BARRED]) == BARRED
    assert gravest([]) is None


def test_roles_carry_exclusions_by_themselves():
    rules = [
        Exclusion(key="hosts", who="BTC", effect=ExclusionEffect.UNRANKED, roles=("organiser",)),
        Exclusion(key="writers", who="Tổ đề", roles=("question_writer", "organiser")),
    ]
    assert role_exclusions(rules) == {"organiser": BARRED, "question_writer": BARRED}


SCHOOL = Group(key="school", title="Trường học", kinds_of_unit=("school",))
LEARNING = Group(key="learning", title="Giáo dục", kinds_of_unit=("school", "thon"))
ANYBODY = Group(key="anybody", title="Mọi người")
YOUNG = Group(key="young", title="Dưới 18", max_age=17)
GROWN = Group(key="grown", title="Từ 18", min_age=18)
BY_DATE = [range(age, age + 1) for age in range(100)]
BY_YEAR = [range(age, age + 2) for age in range(100)]


@pytest.mark.parametrize(
    ("groups", "kinds", "ages", "asked"),
    [
        pytest.param((), ["school"], [None], [], id="no groups"),
        pytest.param((SCHOOL,), ["school", None], [None], [], id="one group"),
        pytest.param((SCHOOL, ANYBODY), ["thon"], [None], [], id="only one fits the units offered"),
        pytest.param(
            (SCHOOL, ANYBODY),
            ["school", "thon"],
            [None],
            ["school", "anybody"],
            id="one by the unit, one for everybody",
        ),
        pytest.param(
            (SCHOOL, LEARNING),
            ["school", "thon"],
            [None],
            ["school", "learning"],
            id="two by the unit that overlap",
        ),
        pytest.param((SCHOOL, LEARNING), ["thon"], [None], [], id="they do not overlap there"),
        pytest.param(
            (SCHOOL, ANYBODY, YOUNG), [None], [None], ["anybody", "young"], id="without a unit"
        ),
        pytest.param((YOUNG, GROWN), [None], BY_DATE, [], id="the date of birth tells"),
        pytest.param((YOUNG, GROWN), [None], BY_YEAR, ["young", "grown"], id="the year may not"),
        pytest.param((YOUNG, GROWN), [None], [None], ["young", "grown"], id="no birth is asked"),
        pytest.param(
            (SCHOOL, YOUNG, GROWN),
            ["school"],
            BY_DATE,
            ["school", "young", "grown"],
            id="unit and age together",
        ),
    ],
)
def test_groups_to_ask(groups, kinds, ages, asked):
    assert [group.key for group in groups_to_ask(groups, kinds, ages)] == asked


GROUPS = [SCHOOL, LEARNING, ANYBODY, YOUNG, GROWN]


@given(
    st.lists(st.sampled_from(GROUPS), unique=True),
    st.sampled_from(["school", "thon", None]),
    st.sampled_from([None, *BY_YEAR]),
)
def test_whoever_must_choose_is_asked_and_nobody_else(groups, kind, ages):
    groups = tuple(groups)
    needs = group_of(groups, "", kind_of_unit=kind, ages=ages)[1] == "group_to_choose"
    offered = groups_to_ask(groups, [kind], [ages])
    assert bool(offered) is needs
    assert all(group_of(groups, g.key, kind_of_unit=kind, ages=ages)[0] == g.key for g in offered)
