"""The contact's list: matched, settled, exempted, counted against the quota; seen by few."""

from decimal import Decimal

import pytest

from hoithi.core.rulebook.entry import EntryRules, Quota
from hoithi.entries import actions, queries
from hoithi.entries.actions import lists as deeds
from hoithi.entries.actions.taking import take_list
from hoithi.entries.facts.lists import twin_lines
from hoithi.entries.models import ListedPerson, UnitList
from hoithi.entries.queries import lists, matching
from hoithi.entries.queries.matching import QuotaShown, Standing
from hoithi.people.facts.tables import TableFaulty
from hoithi.people.models import RoleName, Unit
from hoithi.wording.spreadsheets import doubt_sentence
from tests import make
from tests.entries.make import AN, contest, rulebook, unit

pytestmark = pytest.mark.django_db
TABLE = """Họ và tên,Ngày sinh,Chức vụ,Lý do miễn
Nguyễn Thị An,05/03/1985,Công chức,
Trần Văn Bình,1979,Lãnh đạo,
Lê Thị Chi,1990,Công chức,Nghỉ thai sản
"""


class Scene:
    """A contest, its unit, the unit's contact."""

    def __init__(self):
        self.body = make.body()
        self.unit = unit("Phòng Văn hóa - Xã hội", of=self.body, kind="office_division")
        quota = Quota(key="cc", title="Công chức", posts=("Công chức",), percent=Decimal(100))
        self.contest = contest(rulebook(entry=EntryRules(quotas=(quota,))), of=self.body)
        self.contact = make.person("Đầu mối")
        make.role(self.contact, RoleName.UNIT_CONTACT, unit=self.unit.unit)
        self.quota = quota

    def take(self, table=TABLE):
        read = lists.named_lines(table.encode(), "ds.csv", on=make.AT.date())
        return take_list(self.contest, self.unit.unit, read, by=self.contact, at=make.AT)

    def enter(self, **changes):
        door = queries.current_door(self.contest, at=make.AT)
        answers = {**AN, "unit": str(self.unit.unit_id), **changes}
        return actions.enter(door, answers, at=make.AT).entrant

    def standings(self):
        newest = lists.newest_list(self.contest, self.unit.unit)
        return {line.name: line.standing for line in matching.lines_shown(newest)}


@pytest.fixture
def scene():
    return Scene()


def test_each_line_reads_done_or_not_or_exempt_or_doubtful(scene):
    scene.take()
    scene.enter()
    scene.enter(full_name="Trần Văn Binh", birth_year="1979", phone="0900000001")
    assert scene.standings() == {
        "Nguyễn Thị An": Standing.NOT_YET,
        "Trần Văn Bình": Standing.DOUBTFUL,
        "Lê Thị Chi": Standing.EXEMPT,
    }


@pytest.mark.parametrize("born", ["01/01/2090", "05/03/1905", "2025"])
def test_a_birth_that_nobody_has_keeps_the_list_out(scene, born):
    read = lists.named_lines(
        f"{TABLE}Phạm Thị Dung,{born},,\n".encode(), "ds.csv", on=make.AT.date()
    )
    with pytest.raises(TableFaulty):
        take_list(scene.contest, scene.unit.unit, read, by=scene.contact, at=make.AT)
    (doubt,) = read.faults[5]
    assert "không thể là ngày sinh" in doubt_sentence(doubt)


def test_four_digits_that_are_no_year_keep_the_list_out(scene):
    read = lists.named_lines(f"{TABLE}Phạm Thị Dung,3000,,\n".encode(), "ds.csv", on=make.AT.date())
    (doubt,) = read.faults[5]
    assert doubt_sentence(doubt) == "“Ngày sinh”: không có ngày “3000”."
    with pytest.raises(TableFaulty):
        take_list(scene.contest, scene.unit.unit, read, by=scene.contact, at=make.AT)


def test_a_doubt_is_settled_either_way(scene):
    made = scene.take()
    maybe = scene.enter(full_name="Trần Văn Binh", birth_year="1979", phone="0900000001")
    listed = made.people.get(masked_name__startswith="Trần")
    facts = {"by": scene.contact, "at": make.AT}
    deeds.settle(listed, maybe, same=False, **facts)
    assert scene.standings()["Trần Văn Bình"] is Standing.NOT_YET
    deeds.settle(listed, maybe, same=True, **facts)
    (line,) = [one for one in matching.lines_shown(made) if one.name == "Trần Văn Bình"]
    assert (line.entered, line.entrant, line.suggested) == (True, maybe.pk, ())


def test_quotas_leave_the_exempt_out(scene):
    shown = matching.quotas_shown(
        [scene.quota], matching.lines_shown(scene.take()), of="office_division"
    )
    assert shown == [QuotaShown("Công chức", people=1, done=0, percent=0, wanted="100%")]


def test_an_exemption_is_taken_back(scene):
    made = scene.take()
    listed = made.people.get(masked_name__startswith="Lê")
    deeds.exempt(listed, reason=" ", by=scene.contact, at=make.AT)
    assert scene.standings()["Lê Thị Chi"] is Standing.NOT_YET


def test_names_of_a_list_are_sealed(scene):
    scene.take()
    assert list(ListedPerson.objects.values_list("masked_name", flat=True)) == [
        "Nguyễn T. A**",
        "Trần V. B**",
        "Lê T. C**",
    ]


def test_a_faulty_list_changes_nothing(scene):
    with pytest.raises(TableFaulty):
        scene.take("Họ và tên,Ngày sinh\nNguyễn Thị An,31/02/1985\n")
    assert not UnitList.objects.exists()


def test_a_new_list_replaces_the_old_one(scene):
    scene.take()
    scene.take("Họ và tên\nPhạm Văn Dũng\n")
    assert list(scene.standings()) == ["Phạm Văn Dũng"]


def test_the_contact_renews_codes_of_the_own_unit_only(scene):
    other = unit("Văn phòng", of=scene.body, kind="office_division")
    queries.doors.forget_doors()
    own = scene.enter()
    foreign = scene.enter(full_name="Lê Bảo", phone="0900000002", unit=str(other.unit_id))
    facts = {"by": scene.contact, "at": make.AT}
    assert deeds.renew_for(scene.unit.unit, own, **facts)
    with pytest.raises(deeds.NotOfThisUnit):
        deeds.renew_for(scene.unit.unit, foreign, **facts)


def test_a_list_is_seen_by_its_contact_and_the_organiser_only(scene):
    slug, code = scene.contest.slug, scene.unit.unit.code
    organiser = make.holder(RoleName.ORGANISER, over=scene.body)
    for person in (scene.contact, organiser):
        assert lists.contact_unit(person, slug, code, at=make.AT) == (scene.contest, scene.unit)
    other = make.person("Đầu mối khác")
    make.role(other, RoleName.UNIT_CONTACT, unit=unit("Văn phòng", of=scene.body).unit)
    for person in (other, make.holder(RoleName.JUDGE, over=scene.body), make.person()):
        with pytest.raises(Unit.DoesNotExist):
            lists.contact_unit(person, slug, code, at=make.AT)
    assert lists.contact_units(scene.contact, at=make.AT) == [(scene.contest, scene.unit)]


def test_totals_are_nobody_and_twins_are_named():
    table = (
        "STT,Họ và tên,Ngày sinh\n1,Nguyễn Thị An,1985\n2,NGUYỄN THỊ AN,1985\n"
        "3,Tổng Văn Cộng,1990\n4,Tổng cộng: 2 người,\n,Tổng cộng: 2 người,\n"
    )
    read = lists.named_lines(table.encode(), "ds.csv", on=make.AT.date())
    assert [one.full_name for one in read.items] == [
        "Nguyễn Thị An",
        "NGUYỄN THỊ AN",
        "Tổng Văn Cộng",
    ]
    assert (read.is_clean, twin_lines(read.items)) == (True, [(2, 3)])
