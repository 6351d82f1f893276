"""A unit fills in a report: on screen and by spreadsheet, whole or nothing, its own only."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.campaigns.facts import answer_of
from hoithi.campaigns.models import ReportAnswer
from hoithi.core.units.kinds import UnitKind
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from tests import make
from tests.campaigns.make import campaign
from tests.campaigns.reports import FILLED, reported, requested
from tests.make import AT
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
TABLE = 'Hình thức,Số lượt,Ngày\nPhát thanh,"12,5",01/11/2026\n'
TYPED = {
    "muc-0": "Đã phát thanh",
    "muc-1": "Không",
    "bang-0": "1",
    "o-0-0-0": "Phát thanh",
    "o-0-0-1": "12,5",
    "o-0-0-2": "1/11/2026",
    "o-0-1-0": "",
    "ban": "0",
}


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body).campaign


@pytest.fixture
def units(founded):
    new = [NewUnit(f"t{n}", f"Trường số {n}", UnitKind.SCHOOL) for n in range(2)]
    return [add_unit(founded.body, one, by=None, at=AT).unit for one in new]


def contact(unit):
    """The browser of the unit's contact."""
    person = make.person(of=unit.body)
    make.role(person, RoleName.UNIT_CONTACT, over=unit.body, unit=unit)
    return browser(person)


@pytest.fixture
def asked(founded, units, organiser):
    return requested(founded, units, organiser).asked.get(unit=units[0])


@pytest.fixture
def address(asked):
    return f"/don-vi/ke-hoach/bao-cao/{asked.pk}/"


def upload(text: str | bytes, name: str = "bang.csv") -> dict[str, SimpleUploadedFile]:
    data = text.encode() if isinstance(text, str) else text
    return {"tep": SimpleUploadedFile(name, data)}


def test_an_empty_table_is_asked_about_before_it_goes(units, address):
    client = contact(units[0])
    bare = {**TYPED, "o-0-0-0": "", "o-0-0-1": "", "o-0-0-2": "", "viec": "gui"}
    page = client.post(address, bare)
    assert page.status_code == 422
    assert 'name="bang-trong"' in page.content.decode()
    assert client.post(address, {**bare, "ban": "1", "bang-trong": "1"}).status_code == 302
    assert ReportAnswer.objects.get().state == "sent"


def test_a_contact_fills_in_saves_and_sends(units, asked, address):
    client = contact(units[0])
    assert "Báo cáo kết quả tuyên truyền" in client.get("/don-vi/ke-hoach/").content.decode()
    assert client.post(address, {**TYPED, "viec": "luu"}).status_code == 302
    sent = client.post(address, {**TYPED, "ban": "1", "viec": "gui"})
    assert sent.status_code == 302
    answer = ReportAnswer.objects.get(asked=asked)
    assert (answer.state, answer_of(answer)) == ("sent", FILLED)
    page = client.get(address).content.decode()
    assert "Gửi báo cáo" not in page
    assert "Sửa và gửi bản khác" in page


def test_nobody_of_another_unit_or_body_opens_it(units, address):
    for client in (contact(units[1]), browser(make.person())):
        assert client.get(address).status_code == 404
        assert client.post(address, TYPED).status_code == 404
        assert client.get(f"{address}bang/0/mau.xlsx").status_code == 404
        assert client.post(f"{address}bang/0/xem-truoc/", upload(TABLE)).status_code == 404
    assert ReportAnswer.objects.count() == 0


def test_the_organiser_writes_it_down_for_a_unit(organiser, address, asked):
    assert browser(organiser).post(address, {**TYPED, "viec": "gui"}).status_code == 302
    assert ReportAnswer.objects.get(asked=asked).sent_by == organiser


def test_what_is_wrong_is_listed_and_every_word_stays(units, address):
    wrong = {**TYPED, "muc-0": "", "o-0-0-1": "nhiều lắm", "viec": "gui"}
    page = contact(units[0]).post(address, wrong)
    assert page.status_code == 422
    text = page.content.decode()
    assert "chưa ghi nội dung" in text
    assert "không phải là số" in text
    assert 'value="nhiều lắm"' in text
    assert ReportAnswer.objects.get().state == "draft"


def test_words_over_those_of_a_colleague_are_shown_and_not_kept(units, address):
    first, second = contact(units[0]), contact(units[0])
    first.post(address, {**TYPED, "viec": "luu"})
    page = second.post(address, {**TYPED, "muc-0": "Của người khác", "viec": "luu"})
    assert page.status_code == 422
    assert "Của người khác" in page.content.decode()
    assert answer_of(ReportAnswer.objects.get()) == FILLED


def test_a_spreadsheet_is_shown_first_then_taken(units, address):
    client = contact(units[0])
    shown = client.post(f"{address}bang/0/xem-truoc/", upload(TABLE))
    text = shown.content.decode()
    assert "12,5" in text
    assert ReportAnswer.objects.count() == 0
    reference = text.split('name="tep" value="')[1].split('"')[0]
    taken = client.post(f"{address}bang/0/nhan/", {"tep": reference, "ban": "0"})
    assert taken.status_code == 302
    assert answer_of(ReportAnswer.objects.get()).tables == FILLED.tables
    again = client.post(f"{address}bang/0/nhan/", {"tep": reference, "ban": "0", "x": "1"})
    assert again.status_code == 422


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(upload("Hình thức,Số lượt,Ngày\nLoa,abc,31/2/2026\n"), id="faulty lines"),
        pytest.param(upload(b"PK\x03\x04broken", "bang.xlsx"), id="a broken file"),
        pytest.param(upload(b"%PDF-1.4", "bang.xlsx"), id="another kind of file"),
        pytest.param(upload(b"", "bang.xlsx"), id="an empty file"),
        pytest.param({}, id="no file"),
    ],
)
def test_a_faulty_file_is_refused_and_changes_nothing(units, address, file):
    page = contact(units[0]).post(f"{address}bang/0/xem-truoc/", file)
    assert page.status_code == 422
    assert ReportAnswer.objects.count() == 0


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"ban": "x" * 500, "viec": "luu"}, id="a revision that is none"),
        pytest.param({"o-0-999-0": "Cuối", "o-9-0-0": "?", "bang-0": "1"}, id="cells of nowhere"),
        pytest.param({"muc-0": "<script>alert(1)</script>" * 2000}, id="long and hostile"),
    ],
)
def test_hostile_forms_are_kept_as_words_or_refused(units, address, sent):
    client = contact(units[0])
    assert client.post(address, sent).status_code in {302, 422}
    assert "<script>alert" not in client.get(address).content.decode()


def test_a_report_that_was_sent_is_changed_by_a_new_version_only(founded, units, organiser):
    asked = reported(founded, units[0], organiser)
    address, client = f"/don-vi/ke-hoach/bao-cao/{asked.pk}/", contact(units[0])
    assert 'name="muc-0"' in client.get(f"{address}?sua=1").content.decode()
    client.post(address, {**TYPED, "muc-0": "Sửa", "viec": "gui"})
    assert [one.state for one in ReportAnswer.objects.order_by("version")] == ["sent", "sent"]


def test_a_text_that_is_too_long_is_refused_and_not_cut_unseen(asked, address):
    client = contact(asked.unit)
    page = client.post(address, {**TYPED, "muc-0": "Đ" * 100_000, "viec": "gui"})
    assert page.status_code == 422
    assert "“Kết quả thực hiện” dài quá 20.000 ký tự" in page.content.decode().replace("I. ", "")
    assert not ReportAnswer.objects.exists()
    lines = "\r\n".join(["Đ"] * 10_000)
    client.post(address, {**TYPED, "muc-0": lines, "viec": "luu"})
    assert len(answer_of(ReportAnswer.objects.get()).texts[0]) == 19_999
