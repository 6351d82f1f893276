"""Teams come in from a table: all of them, or none with the reason of each faulty line."""

import io
from functools import partial

import openpyxl
import pytest

from hoithi import wording
from hoithi.entries import actions
from hoithi.entries.facts import registering
from hoithi.entries.models import Entrant, EntrantKind
from hoithi.people.facts.tables import TableFaulty
from hoithi.people.models import UnitVersion
from tests import make
from tests.results.boards import BINH_SON, OPENS, contest
from tests.results.rows import unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage():
    made = contest(BINH_SON)
    for name in ("Xã Bình Phước", "Xã Bình Đông", "Thôn 1", "Thôn 1"):
        unit(made.body, name, "commune")
    return made


def read(stage, *rows):
    book = openpyxl.Workbook()
    for row in (["DANH SÁCH ĐỘI THI"], ["TT", "Tên đội", "Đơn vị"], *rows):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return actions.teams_in_table(stage, EntrantKind.TEAM, out.getvalue(), "doi.xlsx", at=OPENS)


def taken(stage, read):
    by = make.person()
    return actions.register_teams(stage, read, by=by, at=OPENS)


def faults(read):
    return {line: [type(one) for one in found] for line, found in read.faults.items()}


def test_every_line_is_a_team_of_its_unit(stage):
    found = read(stage, [1, "Đội Hoa Sen", "xã bình phước"], [2, "Xã Bình Đông", None])
    assert not Entrant.objects.exists()
    done = taken(stage, found)
    assert [(one.name, one.unit.name) for one in done] == [
        ("Đội Hoa Sen", "Xã Bình Phước"),
        ("Xã Bình Đông", "Xã Bình Đông"),
    ]
    assert {one.channel for one in done} == {"secretariat"}


def test_one_faulty_line_keeps_all_out(stage):
    found = read(
        stage,
        [1, "Đội A", "Xã Bình Phước"],
        [2, "đội a", None],
        [3, "Đội B", "Xã Không Có"],
        [4, "Đội C", "Thôn 1"],
        [5, "Đội D", "Xã Bình Phước"],
    )
    assert faults(found) == {
        4: [registering.TeamTwice],
        5: [registering.TeamUnitUnknown],
        6: [registering.TeamUnitUnclear],
        7: [registering.UnitTeamsFull],
    }
    assert all(wording.sentence(one) for all_ in found.faults.values() for one in all_)
    with pytest.raises(TableFaulty):
        taken(stage, found)
    assert not Entrant.objects.exists()


def test_the_same_file_again_says_that_they_are_in(stage):
    taken(stage, read(stage, [1, "Đội A", None]))
    again = read(stage, [1, "ĐỘI A", None])
    assert faults(again) == {3: [registering.TeamAlreadyIn]}
    assert Entrant.objects.count() == 1


def test_a_team_typed_in_is_refused_for_the_same_reasons(stage):
    by, unit_id = make.person(), UnitVersion.objects.get(name="Xã Bình Phước").unit_id
    enter = partial(actions.register_team, stage, by=by, at=OPENS)
    assert enter("Đội A", unit_id).unit.name == "Xã Bình Phước"
    with pytest.raises(registering.TeamAlreadyIn):
        enter("đội A", None)
    with pytest.raises(registering.UnitTeamsFull):
        enter("Đội B", unit_id)
    with pytest.raises(registering.TeamUnitUnknown):
        enter("Đội C", 10**9)
    assert Entrant.objects.count() == 1
