"""Nobody is counted under two units, unless the rules of a contest say whose count holds."""

import pytest

from hoithi.core.rulebook.entry import EntryRules
from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.people import actions
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName, StaffCount, Unit
from hoithi.results.queries.sources import staff_of
from tests import make
from tests.entries.make import contest, rulebook
from tests.make import AT
from tests.web_staff.test_tables import reasons, reference, table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
COUNTS = ["Mã đơn vị", "Đơn vị", "Số người", "Tính vào đơn vị (mã)"]


@pytest.fixture
def body():
    made = make.body()
    for code, name in (("truong", "Trường A"), ("xa", "Văn phòng xã"), ("so", "Phòng Giáo dục")):
        actions.add_unit(made, NewUnit(code, name, UnitKind.SCHOOL), by=None, at=AT)
    return made


@pytest.fixture
def desk(body, signed_in):
    return signed_in(make.holder(RoleName.ADMINISTRATOR, over=body))


def drop(desk, body, people, under):
    """The page after one table was dropped on it, and what takes or gives back that table."""
    file = table(f"{under}.xlsx", COUNTS, ["truong", "Trường A", people, under])
    day = {"ngay": "2026-11-01"}
    seen = desk.post(f"/quan-tri/{body.slug}/so-luong/", {"tep": file, **day})
    return seen, {"tep": reference(seen), **day}


def test_a_second_count_goes_back_with_its_reason(desk, body):
    page = f"/quan-tri/{body.slug}/so-luong/"
    desk.post(f"{page}nhan/", drop(desk, body, 40, "xa")[1])
    seen, faulty = drop(desk, body, 42, "so")
    returned = desk.post(f"{page}tra-lai/", faulty)
    assert "đã được tính ở đơn vị khác (40 người" in seen.content.decode()
    assert ["đã được tính" in reason for reason in reasons(returned)] == [True]
    assert StaffCount.objects.get().people == 40


def test_rules_that_say_whose_count_holds_let_both_stay(desk, body):
    of_the_office = contest(rulebook(entry=EntryRules(counted_by=("so",))), of=body)
    silent = contest(of=body)
    for people, under in ((40, "xa"), (42, "so")):
        taken = drop(desk, body, people, under)[1]
        desk.post(f"/quan-tri/{body.slug}/so-luong/nhan/", taken)
    school = Unit.objects.get(code="truong").pk
    held = [
        staff_of(one, local_day(AT), by) for one, by in ((of_the_office, ("so",)), (silent, ()))
    ]
    assert held == [{school: 42}, {school: 40}]
    shown = desk.get(f"/quan-tri/{body.slug}/so-luong/").content.decode()
    assert ("(tính vào xa)" in shown, "(tính vào so)" in shown) == (True, True)


def two_files(desk, body, *more):
    """The page after two files of one drop, each counting the school under another unit."""
    files = [table(f"{under}.xlsx", COUNTS, ["truong", "Trường A", 40, under]) for under in more]
    day = {"ngay": "2026-11-01"}
    return desk.post(f"/quan-tri/{body.slug}/so-luong/", {"tep": files, **day}), day


def test_two_files_of_one_drop_that_count_the_same_people_are_found_before(desk, body):
    seen, day = two_files(desk, body, "xa", "so")
    assert [one.read.is_clean for one in seen.context["tables"]] == [True, False]
    assert "đã được tính ở đơn vị khác (40 người" in seen.content.decode()
    page = f"/quan-tri/{body.slug}/so-luong/"
    faulty = {"tep": seen.context["tables"][1].reference, **day}
    returned = desk.post(f"{page}tra-lai/", faulty)
    assert ["đã được tính" in reason for reason in reasons(returned)] == [True]
    assert desk.post(f"{page}nhan/", {"tep": seen.context["tep"], **day}).status_code == 302
    assert StaffCount.objects.get().counted_under.code == "xa"


def test_two_files_of_one_drop_stay_where_the_rules_say_whose_count_holds(desk, body):
    contest(rulebook(entry=EntryRules(counted_by=("so",))), of=body)
    seen, day = two_files(desk, body, "xa", "so")
    assert [one.read.is_clean for one in seen.context["tables"]] == [True, True]
    taken = desk.post(f"/quan-tri/{body.slug}/so-luong/nhan/", {"tep": seen.context["tep"], **day})
    assert (taken.status_code, StaffCount.objects.count()) == (302, 2)


def test_the_same_count_twice_in_one_drop_is_no_fault(desk, body):
    seen, _ = two_files(desk, body, "xa", "xa")
    assert [one.read.is_clean for one in seen.context["tables"]] == [True, True]
