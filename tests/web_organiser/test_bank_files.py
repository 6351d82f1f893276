"""Files of questions on the screen: seen whole, taken in all or in part, taken out again."""

import io
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hoithi.documents.questions.written import Written
from tests.make import deeds
from tests.questions import make as builders
from tests.web_organiser.test_bank import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
GOOD = """Câu 1. Nộp hồ sơ ở đâu?
A. Một cửa
B. Nhà xe
Đáp án: A
Câu 2. Trả đúng hạn?
Đáp án: Đúng
"""
BAD = GOOD + "Câu 3. Thiếu đáp án?\nA. Có\nB. Không\n"
BESIDE = {"field": "Cơ chế một cửa", "document": "61/2018/NĐ-CP", "difficulty": "hard"}


@pytest.fixture
def bank():
    return builders.bank()


def _upload(client, bank, data, name="cau-hoi.txt", **beside):
    file = SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())
    return client.post(reverse("bank_import", args=[bank.pk]), {"tep": file, **beside})


def _take(client, bank, seen, **told):
    address = reverse("bank_import_take", args=[bank.pk])
    return client.post(address, {"tep": seen.context["reference"], **told})


def test_every_question_of_a_file_is_shown_before_any_is_written(client, bank):
    signed_in(client, "question_writer", bank)
    seen = _upload(client, bank, GOOD, **BESIDE)
    page = seen.content.decode()
    assert (seen.status_code, bank.questions.count()) == (200, 0)
    for told in ("Nộp hồ sơ ở đâu?", "Trả đúng hạn?", "Nhập 2 câu hỏi", "Văn bản “Câu 1.”"):
        assert told in page
    taken = _take(client, bank, seen, **BESIDE)
    assert (taken.status_code, bank.questions.count()) == (302, 2)


def test_the_same_file_a_second_time_adds_nothing(client, bank):
    signed_in(client, "question_writer", bank)
    _take(client, bank, _upload(client, bank, GOOD, **BESIDE), **BESIDE)
    seen = _upload(client, bank, GOOD, **BESIDE)
    assert "Mọi câu trong tệp đều đã có trong ngân hàng" in seen.content.decode()
    _take(client, bank, seen, **BESIDE)
    assert bank.questions.count() == 2


def test_a_doubt_keeps_everything_out_until_the_good_ones_alone_are_asked_for(client, bank):
    signed_in(client, "question_writer", bank)
    seen = _upload(client, bank, BAD, **BESIDE)
    told = [(line, why) for line, _name, why in seen.context["lines"]]
    assert told == [(7, "Chưa rõ phương án nào đúng.")]
    assert "<strong>Dòng 7:</strong>" in seen.content.decode()
    refused = _take(client, bank, seen, **BESIDE)
    assert (refused.status_code, bank.questions.count()) == (422, 0)
    _take(client, bank, seen, **BESIDE, partly="1")
    assert bank.questions.count() == 2


def test_a_list_of_an_office_is_shown_and_taken_like_other_files(client, bank):
    signed_in(client, "question_writer", bank)
    head = ("STT", "Câu hỏi", "Phương án 1", "Phương án 2", "Phương án đúng")
    book = openpyxl.Workbook()
    for row in (head, (1, "Nộp ở đâu?", "Một cửa", "Nhà xe", 1), (2, "Thiếu?", "Có", "Không", "")):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    seen = _upload(client, bank, target.getvalue(), name="danh-sach.xlsx", **BESIDE)
    assert "Danh sách câu hỏi trong bảng tính" in seen.content.decode()
    assert seen.context["lines"] == [(3, "Thiếu?", "Chưa rõ phương án nào đúng.")]
    _take(client, bank, seen, **BESIDE, partly="1")
    assert bank.questions.count() == 1


def test_what_the_file_does_not_state_can_be_given_on_the_page(client, bank):
    signed_in(client, "question_writer", bank)
    seen = _upload(client, bank, GOOD)
    assert "Không có câu nào nhập được" in seen.content.decode()
    again = {"tep": seen.context["reference"], **BESIDE}
    seen = client.post(reverse("bank_import", args=[bank.pk]), again)
    assert (seen.status_code, len(seen.context["questions"])) == (200, 2)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xml", "<quiz><question", "Tệp XML bị hỏng."),
        ("a.xml", '<!DOCTYPE q [<!ENTITY a "b">]><quiz/>', None),
        ("a.txt", "Một bài văn.", "Không có câu hỏi nào."),
        ("a.gift", "::a::b{", "Thiếu dấu } đóng phần trả lời."),
    ],
)
def test_a_file_that_is_none_is_refused_with_the_reason(client, bank, name, data, said):
    signed_in(client, "question_writer", bank)
    seen = _upload(client, bank, data, name=name)
    assert seen.status_code == 422
    assert said is None or said in seen.content.decode()
    assert bank.questions.count() == 0


def test_a_package_that_leads_out_of_its_folder_is_refused(client, bank):
    signed_in(client, "question_writer", bank)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("../imsmanifest.xml", "<manifest/>")
    seen = _upload(client, bank, target.getvalue(), name="a.zip")
    assert (seen.status_code, "../imsmanifest.xml" in seen.content.decode()) == (422, True)


@pytest.mark.parametrize("form", Written)
def test_a_bank_that_is_taken_away_comes_back_unchanged(client, bank, form):
    builders.question(bank)
    signed_in(client, "organiser", bank)
    taken = client.get(reverse("bank_take_away", args=[bank.pk, form]))
    assert (taken.status_code, deeds().count("questions.exported")) == (200, 1)
    seen = _upload(client, bank, taken.content, name=f"a.{form.ending}")
    assert (seen.status_code, len(seen.context["foreign"].there)) == (200, 1)


@pytest.mark.parametrize("kind", ["docx", "txt"])
def test_the_samples_are_read_as_they_are(client, bank, kind):
    signed_in(client, "question_writer", bank)
    sample = client.get(reverse("bank_sample", args=[kind]))
    seen = _upload(client, bank, sample.content, name=f"mau.{kind}")
    assert (seen.context["lines"], len(seen.context["questions"])) == ([], 3)
    assert client.get(reverse("bank_sample", args=["exe"])).status_code == 404


def test_a_table_is_shown_whole_too_before_it_is_taken(client, bank):
    signed_in(client, "question_writer", bank)
    taken = _upload(client, bank, builders.table({}), name="bang.xlsx")
    page = taken.content.decode()
    told = [taken.context[name] for name in ("lines", "waiting")]
    assert (told, len(taken.context["questions"])) == ([[], []], 1)
    assert "Định dạng: Bảng câu hỏi" in page
    assert "Các câu sẽ nhập" in page
    assert "Nhập 1 câu hỏi" in page


def test_a_word_file_of_old_is_refused_with_what_to_do(client, bank):
    signed_in(client, "question_writer", bank)
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    page = _upload(client, bank, old, name="cau-hoi.doc").content.decode()
    assert "lưu thành .docx rồi gửi lại" in page
