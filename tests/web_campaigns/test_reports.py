"""Asking units for reports: who is asked, who has sent, the reminder, what all say together."""

import io

import openpyxl
import pytest

from hoithi.campaigns.models import AskedReport, ReportRequest
from hoithi.core.units.kinds import UnitKind
from hoithi.notices.models import Notice
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from tests import make
from tests.campaigns.make import campaign
from tests.campaigns.reports import reported, requested
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
QUERIES = {"": 12, "board": 11}


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body).campaign


def schools(body, number: int):
    """So many schools of the body, each with a contact."""
    for n in range(number):
        new = NewUnit(f"t{n}", f"Trường Tiểu học số {n}", UnitKind.SCHOOL)
        unit = add_unit(body, new, by=None, at=AT).unit
        make.role(make.person(of=body), RoleName.UNIT_CONTACT, over=body, unit=unit)
        yield unit


def at(organiser, founded, rest: str = "") -> str:
    return home(organiser, f"{founded.pk}/bao-cao/{rest}")


FORM = {
    "title": "Báo cáo kết quả tuyên truyền",
    "due_on": "2026-11-10",
    "sections": "I. Kết quả\n- Nêu số liệu",
    "tables": "Bảng 1\n- Hình thức\n- Số lượt (số)",
}


def test_a_request_goes_from_words_to_the_units_that_are_told(desk, organiser, founded):
    list(schools(organiser.body, 2))
    made = desk.post(at(organiser, founded, "yeu-cau-moi/"), {**FORM, "asked": ["kschool"]})
    assert made.status_code == 302
    page = desk.get(made["Location"]).content.decode()
    assert "Gửi yêu cầu tới 2 đơn vị" in page
    assert (
        "đánh dấu ô xác nhận" in desk.post(f"{made['Location']}gui/", follow=True).content.decode()
    )
    assert Notice.objects.count() == 0
    desk.post(f"{made['Location']}gui/", {"xac-nhan": "1"})
    assert Notice.objects.count() == 2
    page = desk.get(made["Location"]).content.decode()
    assert "Nhắc 2 đơn vị chưa gửi" in page
    assert "Trường Tiểu học số 0; Trường Tiểu học số 1" in page
    assert "0/2 đơn vị đã gửi" in desk.get(at(organiser, founded)).content.decode()


def test_a_request_that_reaches_nobody_on_the_site_says_how_to_reach_them(desk, organiser, founded):
    new = NewUnit("t", "Trường Tiểu học Tân An", UnitKind.SCHOOL)
    unit = add_unit(organiser.body, new, by=None, at=AT).unit
    made = requested(founded, [unit], organiser, out=False)
    where = at(organiser, founded, f"{made.pk}/")
    for deed, typed in (("gui", {"xac-nhan": "1"}), ("nhac", {})):
        page = desk.post(f"{where}{deed}/", typed, follow=True).content.decode()
        assert "chưa có đầu mối trên hệ thống" in page
        assert 'id="tin-nhac"' in page


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"title": ""}, id="no title"),
        pytest.param({"due_on": "10/11"}, id="no day"),
        pytest.param({"asked": []}, id="nobody asked"),
        pytest.param({"asked": ["kward"]}, id="units that are not there"),
        pytest.param({"sections": "", "tables": ""}, id="nothing asked"),
        pytest.param({"tables": "Bảng 1"}, id="a table without a column"),
        pytest.param({"sections": "- \x01\x1f"}, id="signs that nobody types"),
    ],
)
def test_what_is_no_request_changes_nothing(desk, organiser, founded, change):
    list(schools(organiser.body, 1))
    sent = {**FORM, "asked": ["kschool"], **change}
    assert desk.post(at(organiser, founded, "yeu-cau-moi/"), sent).status_code == 422
    assert ReportRequest.objects.count() == 0


def test_a_reminder_goes_once_a_day_to_who_has_not_sent(desk, organiser, founded):
    first, second = schools(organiser.body, 2)
    request = requested(founded, [second], organiser)
    reported(founded, first, organiser)
    for _ in range(2):
        assert desk.post(at(organiser, founded, f"{request.pk}/nhac/")).status_code == 302
    assert Notice.objects.count() == 1
    assert AskedReport.objects.exclude(reminded_at=None).count() == 1


def test_a_report_is_sent_back_with_a_remark_and_the_unit_is_told(desk, organiser, founded):
    (unit,) = schools(organiser.body, 1)
    asked = reported(founded, unit, organiser)
    address = at(organiser, founded, f"{asked.request_id}/don-vi/{asked.pk}/")
    page = desk.get(address).content.decode()
    assert "Đã phát thanh" in page
    assert "12,5" in page
    assert desk.post(address, {"ban": "1", "viec": "tra", "remark": " "}).status_code == 422
    assert desk.post(address, {"ban": "7", "viec": "nhan"}).status_code == 422
    sent = {"ban": "1", "viec": "tra", "remark": "Thiếu số liệu tháng 10"}
    assert desk.post(address, sent).status_code == 302
    assert "Thiếu số liệu tháng 10" in Notice.objects.get().text
    assert desk.post(address, {"ban": "1", "viec": "nhan"}).status_code == 422


def test_a_lesser_colleague_reads_and_decides_nothing(organiser, founded):
    (unit,) = schools(organiser.body, 1)
    asked = reported(founded, unit, organiser)
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    address = at(organiser, founded, f"{asked.request_id}/don-vi/{asked.pk}/")
    assert "Nhận báo cáo" not in auditor.get(address).content.decode()
    assert auditor.post(address, {"ban": "1", "viec": "nhan"}).status_code == 404
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))
    assert stranger.get(address).status_code == 404


def test_what_all_units_sent_is_taken_away_in_three_forms(desk, organiser, founded):
    (unit,) = schools(organiser.body, 1)
    asked = reported(founded, unit, organiser)
    where = at(organiser, founded, f"{asked.request_id}/tong-hop")
    book = openpyxl.load_workbook(io.BytesIO(desk.get(f"{where}.xlsx").content))
    assert [len(list(sheet.rows)) for sheet in book] == [6, 5]
    assert desk.get(f"{where}.docx").content[:2] == b"PK"
    assert desk.get(f"{where}.pdf").content[:4] == b"%PDF"


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.parametrize("page", ["", "board"])
def test_list_and_board_ask_a_constant_number_of_times(
    desk, organiser, founded, number, page, django_assert_num_queries
):
    units = list(schools(organiser.body, number))
    request = requested(founded, units, organiser)
    address = at(organiser, founded, f"{request.pk}/" if page else "")
    desk.get(address)
    with django_assert_num_queries(QUERIES[page]):
        assert desk.get(address).status_code == 200
