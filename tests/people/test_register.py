"""The national register is loaded with its history, once, and units are found in it by typing."""

from dataclasses import replace
from datetime import date

import pytest

from hoithi.core.units.index import index_of
from hoithi.core.units.kinds import UnitKind
from hoithi.core.units.queries import communes_of_former_district
from hoithi.core.units.records import Share, Succession, UnitRecord
from hoithi.core.units.vietnam import units_of_vietnam
from hoithi.people import actions, queries
from hoithi.people.actions import Loaded
from hoithi.people.models import Unit, UnitVersion
from tests.make import AT

pytestmark = pytest.mark.django_db
NOW, THEN = date(2026, 11, 2), date(2025, 6, 30)


@pytest.mark.long
def test_the_whole_register_is_loaded_once_and_answers():
    first = actions.load_register(AT)
    assert (first.units, first.versions, first.successions > 10_000) == (14_141, 14_141, True)
    assert actions.load_register(AT) == Loaded(0, 0, 0)
    binh_son = queries.find_units(None, "xã bình sơn", on=NOW)
    assert sorted(choice.label for choice in binh_son) == [
        "Xã Bình Sơn · xã · Tỉnh An Giang",
        "Xã Bình Sơn · xã · Tỉnh Ninh Bình",
        "Xã Bình Sơn · xã · Tỉnh Quảng Ngãi",
    ]
    district = next(
        unit for unit in queries.former_districts("51", NOW) if unit.name == "Huyện Bình Sơn"
    )
    communes = queries.communes_of_former_district(district.unit, THEN, NOW)
    code = district.unit.code.partition("-")[0]
    told = communes_of_former_district(units_of_vietnam(), code, THEN, by=NOW)
    assert sorted((c.version.unit.code, wholly) for c, wholly in communes) == [
        (heir.unit.code, heir.wholly) for heir in told
    ]
    assert len(told) == 5


OLD = UnitRecord("00001", UnitKind.COMMUNE, "Xã Hòa", "", "09", None, date(2025, 7, 1), "nq")
NEW = UnitRecord("00001", UnitKind.WARD, "Phường Đức Hòa", "09", "09", date(2025, 7, 1), None, "nq")
TOP = UnitRecord("09", UnitKind.PROVINCE, "Tỉnh An", "09", "", None, None, "nq")
STEP = Succession("00001", "00001", date(2025, 7, 1), Share.WHOLE, "nq")


def test_a_code_given_again_names_two_units():
    assert actions.load_register(AT, index_of([TOP, OLD, NEW], [STEP])) == Loaded(3, 3, 1)
    ended = queries.register_unit("00001-20250701")
    assert [s.after.code for s in ended.successors.all()] == ["00001"]
    assert queries.version_on(ended, THEN).name == "Xã Hòa"
    with pytest.raises(UnitVersion.DoesNotExist):
        queries.version_on(ended, NOW)


def test_a_unit_that_ends_in_a_later_table_keeps_its_row():
    actions.load_register(AT, index_of([TOP, NEW], []))
    row = queries.register_unit("00001")
    ended = replace(NEW, valid_to=date(2027, 1, 1))
    follower = replace(NEW, name="Phường Mới", valid_from=date(2027, 1, 1))
    actions.load_register(AT, index_of([TOP, ended, follower], []))
    assert Unit.objects.get(pk=row.pk).code == "00001-20270101"
    assert queries.version_on(queries.register_unit("00001"), date(2027, 1, 1)).name == "Phường Mới"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("duc hoa", True),
        ("Đức Hoà", True),
        ("phuong duc", True),
        ("p", True),
        ("hoa duc", True),
        ("oa", False),
        ("", False),
        ("%", False),
        ("_", False),
    ],
)
def test_typing_finds_words_by_their_beginnings(typed, found):
    actions.load_register(AT, index_of([TOP, OLD, NEW], []))
    names = [choice.version.name for choice in queries.find_units(None, typed, on=NOW)]
    assert ("Phường Đức Hòa" in names) is found


def test_finding_takes_two_queries(django_assert_num_queries):
    actions.load_register(AT, index_of([TOP, OLD, NEW], []))
    with django_assert_num_queries(2):
        queries.find_units(None, "hoa", on=NOW)
