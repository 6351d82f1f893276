"""Which units the door offers, how they are found, and when the door is made anew."""

from datetime import timedelta

import pytest

from hoithi.core.rulebook.entry import EntryRules, Exclusion, UnitChoice
from hoithi.entries import actions, queries
from tests import make
from tests.entries.make import AN, contest, rulebook, unit

pytestmark = pytest.mark.django_db


def names(units):
    return [one.name for one in units]


def offered(rule, body):
    door = queries.current_door(contest(rulebook(entry=EntryRules(unit=rule)), of=body), at=make.AT)
    return sorted(names(door.units.values()))


def test_the_bodys_own_units_are_offered_by_kind():
    body = make.body()
    unit("Thôn Đông", of=body)
    unit("Trường THCS Hòa Sơn", of=body, kind="school")
    unit("Thôn của nơi khác", of=make.body())
    unit("Xã Hòa Sơn", of=None, kind="commune")
    assert offered(UnitChoice(), body) == ["Thôn Đông", "Trường THCS Hòa Sơn"]
    assert offered(UnitChoice(kinds=("school",)), body) == ["Trường THCS Hòa Sơn"]


def test_units_below_a_named_one_are_offered_at_any_depth():
    body = make.body()
    province = unit("Tỉnh Thái Nguyên", of=None, kind="province", code="19")
    commune = unit("Xã Hòa Sơn", of=None, kind="commune", parent=province.unit)
    unit("Thôn Đông", of=body, parent=commune.unit)
    unit("Xã nơi khác", of=None, kind="commune")
    assert offered(UnitChoice(under=("19",)), body) == ["Thôn Đông", "Xã Hòa Sơn"]
    assert offered(UnitChoice(under=("19",), kinds=("commune",)), body) == ["Xã Hòa Sơn"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hoa son", ["Thôn Hòa Sơn", "Trường THCS Hòa Sơn"]),
        ("HÒA SƠN", ["Thôn Hòa Sơn", "Trường THCS Hòa Sơn"]),
        ("thcs", ["Trường THCS Hòa Sơn"]),
        ("son tr", ["Trường THCS Hòa Sơn"]),
        ("", ["Thôn Đông", "Thôn Hòa Sơn", "Trường THCS Hòa Sơn"]),
        ("không có", []),
    ],
)
def test_units_are_found_by_typing_without_diacritics(typed, found):
    body = make.body()
    for name in ("Thôn Đông", "Thôn Hòa Sơn", "Trường THCS Hòa Sơn"):
        unit(name, of=body)
    door = queries.current_door(contest(of=body), at=make.AT)
    assert names(queries.search_units(door, typed)) == found


def test_the_door_learns_of_a_new_exclusion(django_assert_num_queries):
    rule = Exclusion(key="btc", who="Ban Tổ chức")
    here = contest(rulebook(entry=EntryRules(unit=None, exclusions=(rule,))))
    first = queries.current_door(here, at=make.AT)
    with django_assert_num_queries(0):
        assert queries.current_door(here, at=make.AT + timedelta(seconds=1)) is first
    named = [actions.Named("Nguyễn Thị An", birth_year="1985")]
    actions.exclude(here, rule, named, source="QĐ", by=make.person(), at=make.AT)
    later = make.AT + timedelta(seconds=3)
    with pytest.raises(actions.Barred):
        actions.prepare(queries.current_door(here, at=later), AN, at=later)
