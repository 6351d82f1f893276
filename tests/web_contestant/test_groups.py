"""The form asks for the group exactly where unit and age do not say it."""

import pytest

from hoithi.core.rulebook.entry import EntryRules, Group
from hoithi.entries.models import Entrant
from tests.entries.make import AN, contest, rulebook, unit
from tests.web_contestant.test_way import text_of

pytestmark = pytest.mark.django_db
SCHOOL = Group(key="school", title="Trường học", kinds_of_unit=("school",))
ANYBODY = Group(key="anybody", title="Mọi người")
THON = Group(key="thon", title="Thôn", kinds_of_unit=("thon",))


def opened(*groups):
    """A contest with these groups, a school and a thôn."""
    made = contest(rulebook(groups=groups, entry=EntryRules()))
    school = unit("Trường Tiểu học Hòa Sơn", of=made.body, kind="school")
    return made, school, unit("Thôn Đông", of=made.body)


def send(phone, made, **answers):
    return phone.post(f"/{made.slug}/du-thi/", {**AN, **answers})


def test_one_group_by_the_unit_and_one_for_everybody_are_asked(phone):
    made, school, _ = opened(SCHOOL, ANYBODY)
    assert "Nhóm đối tượng" in text_of(phone.get(f"/{made.slug}/du-thi/"))
    again = send(phone, made, unit=school.unit_id)
    assert (again.status_code, "Hãy chọn nhóm đối tượng." in text_of(again)) == (422, True)
    send(phone, made, unit=school.unit_id, group="anybody")
    assert Entrant.objects.get().group == "anybody"


def test_a_unit_that_says_the_group_needs_no_choice(phone):
    made, _, thon = opened(SCHOOL, ANYBODY)
    send(phone, made, unit=thon.unit_id)
    assert Entrant.objects.get().group == "anybody"


def test_where_every_unit_says_the_group_nothing_is_asked(phone):
    made, school, _ = opened(SCHOOL, THON)
    assert "Nhóm đối tượng" not in text_of(phone.get(f"/{made.slug}/du-thi/"))
    send(phone, made, unit=school.unit_id)
    assert Entrant.objects.get().group == "school"


def test_who_fits_no_group_reads_it_at_the_unit(phone):
    made, _, thon = opened(SCHOOL)
    again = send(phone, made, unit=thon.unit_id)
    assert (again.status_code, Entrant.objects.count()) == (422, 0)
    assert 'id="unit-error"' in again.content.decode()
    assert "không có nhóm đối tượng nào phù hợp" in text_of(again)
