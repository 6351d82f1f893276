"""A body's units keep their history: names, parents, closings, successions."""

from datetime import date

import pytest

from hoithi import wording
from hoithi.core.units.kinds import UnitKind
from hoithi.people import actions, queries
from hoithi.people.facts.units import (
    Changed,
    CountedTwice,
    CountsKnown,
    NewUnit,
    StaffLine,
    UnitAboveItself,
    UnitCodeTaken,
    UnitHasUnitsBelow,
    UnitNotOfBody,
    UnitNotThen,
)
from hoithi.people.models import Unit
from tests import make
from tests.make import AT

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 1, 1), date(2026, 7, 1)


def unit(body, name, parent=None, since=DAY):
    code = f"d{Unit.objects.count() + 1}"
    new = NewUnit(code, name, UnitKind.SCHOOL, parent, since)
    return actions.add_unit(body, new, by=None, at=AT).unit


def names(body, on):
    return [(branch.depth, branch.version.name) for branch in queries.tree(body, on)]


def test_the_tree_is_that_of_the_day_in_vietnamese_order(django_assert_num_queries):
    body = make.body()
    school = unit(body, "Trường Đồng Tâm")
    unit(body, "Trường Dân Chủ")
    unit(body, "Tổ 10", school)
    unit(body, "Tổ 2", school, since=LATER)
    unit(make.body(), "Đơn vị khác")
    with django_assert_num_queries(1):
        early = names(body, DAY)
    assert early == [(0, "Trường Dân Chủ"), (0, "Trường Đồng Tâm"), (1, "Tổ 10")]
    assert names(body, LATER)[1:] == [(0, "Trường Đồng Tâm"), (1, "Tổ 2"), (1, "Tổ 10")]


def test_a_new_name_holds_from_its_day():
    body, by = make.body(), make.person()
    school = unit(body, "Trường cũ")
    actions.change_unit(school, Changed(LATER, name="Trường mới"), by=by, at=AT)
    assert (names(body, DAY), names(body, LATER)) == ([(0, "Trường cũ")], [(0, "Trường mới")])
    assert [version.source for version in queries.history(school)] == ["", ""]
    with pytest.raises(UnitNotThen) as caught:
        actions.change_unit(school, Changed(DAY, name="x"), by=by, at=AT)
    assert "01/01/2026" in wording.sentence(caught.value)


def test_a_correction_on_the_same_day_makes_no_second_version():
    body = make.body()
    school = unit(body, "Trường sai")
    actions.change_unit(school, Changed(DAY, name="Trường đúng"), by=make.person(), at=AT)
    assert [version.name for version in queries.history(school)] == ["Trường đúng"]


def test_nothing_stands_under_itself():
    body = make.body()
    above = unit(body, "Trên")
    below = unit(body, "Dưới", above)
    with pytest.raises(UnitAboveItself) as caught:
        actions.change_unit(above, Changed(LATER, parent=below), by=make.person(), at=AT)
    assert wording.sentence(caught.value)


def test_units_of_another_body_and_of_the_register_are_left_alone():
    body, foreign = make.body(), unit(make.body(), "Khác")
    national = Unit.objects.create(code="00001")
    with pytest.raises(UnitNotOfBody):
        unit(body, "Con", foreign)
    with pytest.raises(UnitNotOfBody) as caught:
        actions.close_unit(national, LATER, source="", by=make.person(), at=AT)
    assert wording.sentence(caught.value)


def test_a_code_is_given_once_a_body():
    body = make.body()
    new = NewUnit("01", "Trường", UnitKind.SCHOOL)
    actions.add_unit(body, new, by=None, at=AT)
    actions.add_unit(make.body(), new, by=None, at=AT)
    with pytest.raises(UnitCodeTaken) as caught:
        actions.add_unit(body, new, by=None, at=AT)
    assert wording.sentence(caught.value)


def test_a_merger_closes_what_went_in():
    body, by = make.body(), make.person()
    one, two, both = unit(body, "Một"), unit(body, "Hai"), unit(body, "Một Hai", since=LATER)
    below = unit(body, "Dưới", one)
    with pytest.raises(UnitHasUnitsBelow) as caught:
        actions.merge_or_split([one, two], [both], LATER, source="QĐ 1", by=by, at=AT)
    assert wording.sentence(caught.value)
    actions.change_unit(below, Changed(LATER, parent=both), by=by, at=AT)
    actions.merge_or_split([one, two], [both], LATER, source="QĐ 1", by=by, at=AT)
    assert names(body, LATER) == [(0, "Một Hai"), (1, "Dưới")]
    assert [(s.before_id, s.whole) for s in both.predecessors.order_by("pk")] == [
        (one.pk, True),
        (two.pk, True),
    ]


def test_the_same_people_are_not_counted_under_two_parents():
    body, by = make.body(), make.person()
    school, commune, department = unit(body, "Trường"), unit(body, "Xã"), unit(body, "Sở")
    said = {"supplier": "Phòng Nội vụ", "by": by, "at": AT}
    actions.take_staff_counts(body, [StaffLine(school, 40, commune)], DAY, **said)
    actions.take_staff_counts(body, [StaffLine(school, 42, commune)], DAY, **said)
    with pytest.raises(CountedTwice) as caught:
        actions.take_staff_counts(body, [StaffLine(school, 41, department)], LATER, **said)
    assert "42" in wording.sentence(caught.value)
    counts, parents = queries.staff_counts(body, LATER)
    assert [(c.unit, c.people, c.on, c.counted_by) for c in counts] == [
        (str(school.pk), 42, DAY, str(commune.pk))
    ]
    assert parents == {}


def test_the_rules_may_say_whose_count_holds():
    body, by = make.body(), make.person()
    school, commune, department = unit(body, "Trường"), unit(body, "Xã"), unit(body, "Sở")
    said = {"supplier": "Phòng Nội vụ", "by": by, "at": AT}
    actions.take_staff_counts(body, [StaffLine(school, 40, commune)], DAY, **said)
    again = StaffLine(school, 41, department, beside=True)
    actions.take_staff_counts(body, [again], DAY, **said)
    actions.take_staff_counts(body, [again], DAY, **said)
    counted = [(c.people, c.counted_under) for c in queries.newest_counts(body, LATER)]
    assert counted == [(40, commune), (41, department)]
    heading = "Mã đơn vị,Đơn vị,Số người,Tính vào đơn vị (mã)"
    table = f"{heading}\n{school.code},Trường,39,{department.code}\n"
    for decided, clean in (((), False), ((department.code,), True), (("khac",), False)):
        read = queries.counts_in_table(body, table.encode(), "so.csv", DAY, CountsKnown(decided))
        assert read.is_clean is clean
