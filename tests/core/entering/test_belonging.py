"""Groups, units and exclusions at the door."""

import pytest

from hoithi.core.entering.belonging import (
    Excluded,
    OfferedUnit,
    gravest,
    group_of,
    role_exclusions,
    standing_of,
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
