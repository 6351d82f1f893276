"""What is late, on screen and on paper, and the annex of assignments."""

import io
from datetime import date

import docx
import openpyxl
import pypdfium2
import pytest

from hoithi.campaigns import actions
from hoithi.campaigns.actions import NewTask, Report
from hoithi.campaigns.models import Agency, Holding, HoldingStatus
from hoithi.core.tasks.due import until
from hoithi.core.units.kinds import UnitKind
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from tests import make
from tests.campaigns.make import campaign
from tests.web_campaigns.conftest import home

pytestmark = pytest.mark.django_db
NOTHING = "Không có nhiệm vụ nào quá hạn."


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body).campaign


@pytest.fixture
def where(organiser, founded):
    return home(organiser, f"{founded.pk}/nhiem-vu/")


def late(founded, name: str, text: str):
    """One more agency that is late with a task."""
    agency = Agency.objects.create(campaign=founded, ordinal=20, name=name)
    new = NewTask(text, until(date(2026, 10, 20)), leads=(agency,))
    return actions.add_task(founded, new, by=make.person(), at=make.AT)


def words_of(answer) -> str:
    """Every word of a .docx in the order of its paragraphs and cells."""
    document = docx.Document(io.BytesIO(answer.content))
    cells = (c.text for table in document.tables for row in table.rows for c in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def opened_to_schools(founded, number: int) -> None:
    schools = founded.agencies.get(holder_set="schools")
    new = [NewUnit(f"t{n}", f"Trường số {n}", UnitKind.SCHOOL) for n in range(number)]
    units = [add_unit(founded.body, one, by=None, at=make.AT).unit for one in new]
    actions.open_set(schools, units, by=make.person(), at=make.AT)


def test_the_page_names_units_that_have_not_finished_and_what_stands_in_the_way(
    desk, founded, where
):
    opened_to_schools(founded, 3)
    first, second, _third = Holding.objects.filter(unit__isnull=False).order_by("unit_id")
    by = make.person()
    actions.report(first, Report(HoldingStatus.DONE), by=by, at=make.AT)
    stuck = Report(HoldingStatus.STUCK, obstacle="Chưa có kinh phí")
    actions.report(second, stuck, by=by, at=make.AT)
    page = desk.get(f"{where}qua-han/").content.decode()
    assert "Quá hạn 1 ngày" in page
    assert "2 đơn vị chưa xong: Trường số 1, Trường số 2" in page
    assert "Chưa có kinh phí" in page


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_asks_a_constant_number_of_times(
    desk, founded, where, number, django_assert_num_queries
):
    for n in range(number):
        late(founded, f"Phòng số {n}", "Việc chậm")
    desk.get(f"{where}qua-han/")
    with django_assert_num_queries(9):
        desk.get(f"{where}qua-han/")


def test_nothing_late_says_so_and_papers_still_open(desk, founded, where):
    founded.tasks.all().delete()
    assert NOTHING in desk.get(f"{where}qua-han/").content.decode()
    for paper in ("qua-han/bao-cao.docx", "qua-han/don-doc.pdf", "phu-luc.pdf", "phan-cong.xlsx"):
        assert desk.get(f"{where}{paper}").status_code == 200


def test_a_task_that_nobody_leads_is_told_apart(desk, founded, where):
    founded.tasks.filter(text="Chuẩn bị hội trường").update(
        falls_first=date(2026, 10, 1), falls_last=date(2026, 10, 1)
    )
    page = desk.get(f"{where}qua-han/").content.decode()
    assert "Quá hạn mà chưa có cơ quan chủ trì" in page


def test_the_letter_tells_those_within_reach_and_asks_all_others(desk, founded, where):
    late(founded, "Phòng Kinh tế", "Cân đối kinh phí;")
    late(founded, "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Vận động hội viên")
    words = words_of(desk.get(f"{where}qua-han/don-doc.docx"))
    issuer = founded.body.name
    assert f"{issuer} yêu cầu Các trường học trên địa bàn xã, Phòng Kinh tế khẩn trương" in words
    assert f"{issuer} đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã quan tâm" in words
    assert "V/v đôn đốc thực hiện nhiệm vụ theo Kế hoạch số 15/KH-UBND" in words
    assert "\nCân đối kinh phí\n" in words


def test_a_letter_to_one_agency_names_no_other(desk, founded, where):
    task = late(founded, "Phòng Kinh tế", "Cân đối kinh phí")
    agency = task.holdings.get().agency_id
    words = words_of(desk.get(f"{where}qua-han/don-doc.docx?co_quan={agency}"))
    assert ("Phòng Kinh tế" in words, "Các trường học" in words) == (True, False)


def test_the_report_counts_the_whole_plan(desk, where):
    words = words_of(desk.get(f"{where}qua-han/bao-cao.docx"))
    told = "trong tổng số 04 nhiệm vụ có 00 nhiệm vụ đã hoàn thành, 01 nhiệm vụ quá hạn"
    assert told in words
    pdf = pypdfium2.PdfDocument(desk.get(f"{where}qua-han/bao-cao.pdf").content)
    assert "BÁO CÁO" in pdf[0].get_textpage().get_text_range()


def test_a_task_that_two_lead_counts_once_on_screen_and_in_both_papers(desk, founded, where):
    founded.tasks.all().delete()
    names = ("Phòng Kinh tế", "Văn phòng")
    both = [Agency.objects.create(campaign=founded, ordinal=20, name=name) for name in names]
    new = NewTask("Cân đối kinh phí", until(date(2026, 10, 20)), leads=tuple(both))
    actions.add_task(founded, new, by=make.person(), at=make.AT)
    report = words_of(desk.get(f"{where}qua-han/bao-cao.docx"))
    assert "01 nhiệm vụ quá hạn, 00 nhiệm vụ chưa đến hạn" in report
    assert "Như trên" not in report
    assert "còn 01 nhiệm vụ đã quá" in words_of(desk.get(f"{where}qua-han/don-doc.docx"))
    assert "Còn 1 nhiệm vụ đã quá hạn" in desk.get(f"{where}qua-han/").content.decode()


def test_the_annex_lists_every_task_in_the_plans_order(desk, founded, where):
    holding = Holding.objects.filter(task=founded.tasks.first()).get()
    told = Report(HoldingStatus.DONE, "Công văn 12")
    actions.report(holding, told, by=make.person(), at=make.AT)
    book = openpyxl.load_workbook(io.BytesIO(desk.get(f"{where}phan-cong.xlsx").content))
    rows = [[cell.value for cell in row] for row in book.active.iter_rows()]
    numbered = [row for row in rows if isinstance(row[0], int)]
    assert [row[:4] for row in numbered][2] == [
        3,
        "Đăng ký tham luận",
        "Các trường học trên địa bàn xã",
        "Phòng Văn hóa - Xã hội",
    ]
    assert numbered[0][4].startswith("Trước Hội nghị tổng kết 07 ngày (từ ngày 14/12/2026")
    assert numbered[0][5] == "Công văn 12"


def test_the_annex_lies_across_the_page(desk, where):
    pdf = pypdfium2.PdfDocument(desk.get(f"{where}phu-luc.pdf").content)
    width, height = pdf[0].get_size()
    assert width > height
