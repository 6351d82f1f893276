"""What the desk shows in lists is taken away as .xlsx and CSV, names masked, formulas guarded."""

import csv
import io

import pytest

from hoithi.awards import actions as awards
from hoithi.people.models import RoleName
from hoithi.results import actions
from hoithi.results.models import Remark
from tests import make
from tests.results import boards
from tests.web_lists.steps import cells
from tests.web_organiser.conftest import browser
from tests.web_organiser.stage import role, stage

pytestmark = [pytest.mark.django_db, pytest.mark.long]
EVIL = '=HYPERLINK("http://x")'


@pytest.fixture
def held(organiser):
    """A closed round with a prepared draft of four names."""
    contest = boards.contest(body=organiser.body)
    names = ["Nguyễn T. A.", "Lê V. B.", "Trần C.", "Phạm D."]
    boards.drafted(contest, contest.rounds.get(key="week-1"), boards.Board(names))
    return contest


def address(contest, rest: str = "") -> str:
    return f"/quan-tri/cuoc-thi/{contest.slug}/{rest}"


def lines(reader, path):
    """The CSV below its heading, once the .xlsx was seen to hold as many."""
    text = reader.get(f"{path}.csv").content.decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text)))
    sheet = cells(reader.get(f"{path}.xlsx"))
    assert found[0] in sheet
    assert len(sheet) - sheet.index(found[0]) == len(found)
    return found[1:]


def test_whom_to_telephone_in_order(desk, held):
    rows = lines(desk, address(held, "ket-qua/week-1/goi-dien"))
    assert [row[1:3] + row[5:7] for row in rows] == [
        ["1", "Nguyễn T. A.", rows[0][5], "Chưa xác minh"],
        ["1", "Lê V. B.", "Dự bị", ""],
        ["2", "Trần C.", "Dự bị", ""],
        ["3", "Phạm D.", "Dự bị", ""],
    ]


def test_collective_rankings_with_their_criteria(desk, held):
    assert lines(desk, address(held, "ket-qua/week-1/tap-the/bang")) == []


def test_certificates_with_their_state(desk, held, organiser):
    early = actions.publish_preliminary(held.drafts.get(), at=boards.PUBLISHES)
    type(early).objects.filter(pk=early.pk).update(preliminary=False)
    early.refresh_from_db()
    (row,) = awards.issue(early, by=organiser, at=boards.LATER)
    awards.withdraw(row, EVIL, by=organiser, at=boards.LATER)
    (found,) = lines(desk, address(held, "ket-qua/week-1/giay-chung-nhan/danh-sach"))
    assert (found[0], found[1], found[4], found[7]) == (
        row.code,
        "Nguyễn T. A.",
        "đã thu hồi",
        f"'{EVIL}",
    )


def test_remarks_without_names(desk, held):
    result = actions.publish_preliminary(held.drafts.get(), at=boards.PUBLISHES)
    Remark.objects.create(
        result=result,
        entrant=held.entrants.first(),
        number=1,
        text=EVIL,
        filed_at=boards.LATER,
    )
    (found,) = lines(desk, address(held, "phan-anh/danh-sach"))
    assert (found[1], found[3], found[4:]) == ("1", f"'{EVIL}", ["", ""])


def test_points_go_out_as_they_come_in():
    hall = stage()
    typist = role(RoleName.SECRETARY, hall.contest.body)
    hall.enter(typist, "skit", "35,5", "40", "")
    rows = lines(typist, hall.sheet("bang"))
    assert sorted(row[1:] for row in rows) == [
        ["Đội xã Bình Phước", "", "35.5"],
        ["Đội xã Bình Đông", "", "40"],
    ]
    stranger = role(RoleName.SECRETARY, make.body())
    assert stranger.get(hall.sheet("bang.csv")).status_code == 404


def test_teams_that_the_secretariat_registered():
    hall = stage("Đội Hoa Sen", "Đội Hướng Dương")
    typist = role(RoleName.SECRETARY, hall.contest.body)
    rows = lines(typist, address(hall.contest, "doi-thi/danh-sach"))
    assert [row[:2] for row in rows] == [["Đội Hoa Sen", ""], ["Đội Hướng Dương", ""]]


def test_shared_totals(desk, held):
    province = make.body("Ủy ban nhân dân tỉnh Thái Nguyên")
    desk.post(address(held, "chia-se/"), {"body": province.slug})
    there = browser(make.holder(RoleName.ORGANISER, over=province))
    rows = lines(there, f"/quan-tri/{province.slug}/chia-se/so-lieu")
    assert rows == [[held.title, held.body.name, "0", "0", "0"]]
