"""Teams come in from a table: all of them, or none with the reason of each faulty line."""

import io

import openpyxl
import pytest

from hoithi.entries.actions.teams import TeamFault, TeamLine, register_teams
from hoithi.entries.models import Entrant, EntrantKind
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


def register(stage, *rows):
    book = openpyxl.Workbook()
    for row in (["DANH SÁCH ĐỘI THI"], ["TT", "Tên đội", "Đơn vị"], *rows):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    by = make.person()
    return register_teams(stage, EntrantKind.TEAM, out.getvalue(), "doi.xlsx", by=by, at=OPENS)


def test_every_line_is_a_team_of_its_unit(stage):
    done = register(stage, [1, "Đội Hoa Sen", "xã bình phước"], [2, "Xã Bình Đông", None])
    assert [(one.name, one.unit.name) for one in done.entrants] == [
        ("Đội Hoa Sen", "Xã Bình Phước"),
        ("Xã Bình Đông", "Xã Bình Đông"),
    ]
    assert {one.channel for one in done.entrants} == {"secretariat"}


def test_one_faulty_line_keeps_all_out(stage):
    done = register(
        stage,
        [1, "Đội A", "Xã Bình Phước"],
        [2, "đội a", None],
        [3, "Đội B", "Xã Không Có"],
        [4, "Đội C", "Thôn 1"],
    )
    assert done.faults == (
        TeamLine(4, TeamFault.NAME_TWICE, "đội a"),
        TeamLine(5, TeamFault.UNKNOWN_UNIT, "Xã Không Có"),
        TeamLine(6, TeamFault.UNIT_NOT_CLEAR, "Thôn 1"),
    )
    assert not Entrant.objects.exists()


def test_the_same_file_again_says_that_they_are_in(stage):
    register(stage, [1, "Đội A", None])
    done = register(stage, [1, "ĐỘI A", None])
    assert [fault.fault for fault in done.faults] == [TeamFault.ALREADY_IN]
    assert Entrant.objects.count() == 1
