"""Pictures of a file of questions are seen on the page before anything is stored."""

from base64 import b64encode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hoithi.files.models import StoredFile
from tests.documents.questions.pictures import picture
from tests.questions import make as builders
from tests.web_organiser.test_bank import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
BESIDE = {"field": "Cơ chế một cửa", "document": "61/2018/NĐ-CP", "difficulty": "hard"}
HELD = b64encode(picture(9)).decode()
FILE = f"""<quiz><question type="truefalse"><name><text>Một</text></name>
<questiontext format="html"><text>Hình gì?</text><file name="a.png" encoding="base64">{HELD}</file>
</questiontext><answer fraction="100"><text>true</text></answer></question></quiz>"""


def test_a_picture_is_shown_with_its_doubt_then_stored_with_its_question(client):
    bank = builders.bank()
    signed_in(client, "question_writer", bank)
    file = SimpleUploadedFile("cau-hoi.xml", FILE.encode())
    seen = client.post(reverse("bank_import", args=[bank.pk]), {"tep": file, **BESIDE})
    page = seen.content.decode()
    assert (f"data:image/png;base64,{HELD}" in page, "chưa có lời mô tả" in page) == (True, True)
    pictures = StoredFile.objects.filter(media_type="image/png")
    assert pictures.count() == 0
    told = {"tep": seen.context["reference"], **BESIDE}
    client.post(reverse("bank_import_take", args=[bank.pk]), told)
    assert (pictures.count(), bank.questions.count()) == (1, 1)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("so-do.svg", b"<svg/>", "Chỉ nhận các loại tệp sau: JPG, MP3, MP4, OGG, PNG, WebM."),
        ("so-do.png", picture(9), "Mỗi tệp kèm theo cần lời mô tả"),
    ],
)
def test_a_file_that_is_not_taken_says_why(client, name, data, said):
    bank = builders.bank()
    version = builders.question(bank)
    signed_in(client, "organiser", bank)
    address = reverse("question_file_add", args=[version.pk])
    answer = client.post(address, {"file": SimpleUploadedFile(name, data), "description": " "})
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
