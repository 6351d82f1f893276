"""The bank on the screen: found, written fast, reviewed by another, taken in from a file."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hoithi.questions import actions, queries
from hoithi.questions.models import QuestionVersion
from tests import make
from tests.make import deeds
from tests.questions import make as builders

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
FORM = {
    "loai": "single",
    "stem": "Nơi nào tiếp nhận hồ sơ?",
    "option_0": "Bộ phận Một cửa",
    "option_1": "Hội trường",
    "right": "0",
    "document_number": "61/2018/NĐ-CP",
    "field": "Cơ chế một cửa",
    "difficulty": "easy",
    "audience": "all",
    "code": "MC-009",
}


@pytest.fixture
def bank():
    return builders.bank()


def signed_in(client, name, bank):
    """Somebody with this role over the bank's body and a second factor."""
    person = make.holder(name, over=bank.body)
    person.authenticator_set.create(type="totp", data={"secret": "x"})
    client.force_login(person)
    return person


@pytest.mark.parametrize("questions", [0, 1, 3])
def test_a_page_of_questions_takes_the_same_queries(
    client, bank, questions, django_assert_num_queries
):
    for number in range(questions):
        builders.question(bank, f"MC-{number:03}")
    signed_in(client, "question_reviewer", bank)
    with django_assert_num_queries(12 if questions else 11):
        assert client.get(reverse("bank_detail", args=[bank.pk])).status_code == 200


def test_the_next_question_keeps_what_the_last_one_had(client, bank):
    signed_in(client, "question_writer", bank)
    saved = client.post(reverse("question_new", args=[bank.pk]), FORM | {"next": ""})
    shown = client.get(saved["Location"]).content.decode()

    assert QuestionVersion.objects.get().stem == FORM["stem"]
    for kept in ('value="61/2018/NĐ-CP"', 'value="Cơ chế một cửa"'):
        assert kept in shown
    assert FORM["stem"] not in shown


def test_a_question_without_a_code_is_numbered_in_its_field(client, bank):
    for code, field in (("MC-001", "one-stop"), ("MC-007", "one-stop"), ("CDS-3", "e-gov")):
        builders.question(bank, code, text=replace(builders.TEXT, field=field))
    signed_in(client, "question_writer", bank)
    address = reverse("question_new", args=[bank.pk])
    client.post(address, FORM | {"code": ""})
    client.post(address, FORM | {"code": "", "stem": "Câu khác?", "field": "Lĩnh vực mới"})
    assert {"MC-008", "CH-001"} < set(queries.codes(bank))


def test_a_double_click_writes_one_question(client, bank):
    signed_in(client, "question_writer", bank)
    address = reverse("question_new", args=[bank.pk])
    first, again = client.post(address, FORM), client.post(address, FORM)
    assert (first.status_code, again.status_code, bank.questions.count()) == (302, 422, 1)
    assert "đã có câu hỏi mang mã “MC-009”" in again.content.decode()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        pytest.param("single", ("phương án trở lên", "Chưa có đáp án"), id="one right"),
        pytest.param("multiple", ("phương án trở lên", "Chưa có đáp án"), id="several right"),
        pytest.param("true_false", ("Đáp án phải là Đúng hoặc Sai",), id="true or false"),
        pytest.param("short_text", ("Chưa có đáp án",), id="short text"),
    ],
)
def test_an_empty_form_says_all_that_is_missing(client, bank, kind, said):
    signed_in(client, "question_writer", bank)
    empty = dict.fromkeys(FORM, "") | {"loai": kind, "difficulty": "medium", "audience": "all"}
    answer = client.post(reverse("question_new", args=[bank.pk]), empty | {"right": []})
    page = answer.content.decode()
    always = ("Chưa có nội dung câu hỏi", "Chưa ghi số, ký hiệu văn bản", "Chưa ghi lĩnh vực")
    assert [one for one in (*said, *always) if page.count(one) != 1] == []
    assert (answer.status_code, "Trường này là bắt buộc" in page) == (422, False)


def test_hostile_fields_are_refused_once_each(client, bank):
    signed_in(client, "question_writer", bank)
    hostile = {"right": "x", "document_date": "32/13/2026", "stem": "a\x00b", "difficulty": "?"}
    answer = client.post(reverse("question_new", args=[bank.pk]), FORM | hostile)
    page = answer.content.decode()
    assert (answer.status_code, page.count("field__error")) == (422, 4)
    assert "Chưa có" not in page


def test_a_fault_is_said_and_nothing_typed_is_lost(client, bank):
    signed_in(client, "question_writer", bank)
    answer = client.post(reverse("question_new", args=[bank.pk]), FORM | {"right": "3"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Đáp án không nằm trong các phương án đã ghi." in page
    assert FORM["stem"] in page
    assert not bank.questions.exists()


def test_another_kind_of_question_keeps_what_was_typed(client, bank):
    signed_in(client, "question_writer", bank)
    address = reverse("question_new", args=[bank.pk])
    answer = client.post(address, FORM | {"doi": "multiple", "right": ["0", "2"]})
    page = answer.content.decode()
    assert (answer.status_code, bank.questions.exists()) == (200, False)
    assert FORM["stem"] in page
    assert 'name="loai" value="multiple"' in page
    assert "field__error" not in page
    assert page.count(" checked>") == 2
    assert client.post(address, FORM | {"doi": "<x>"}).status_code == 200
    assert client.post(address, FORM | {"loai": "single"}).status_code == 302


def test_the_right_answer_is_chosen_behind_all_options(client, bank):
    signed_in(client, "question_writer", bank)
    page = client.get(reverse("question_new", args=[bank.pk])).content.decode()
    first_radio = page.index('type="radio" name="right"')
    assert page.index('name="option_7"') < first_radio
    assert page.count('type="radio" name="right"') == 8


def test_a_reviewer_gets_one_question_after_the_other(client, bank):
    builders.question(bank, "MC-001")
    second = builders.question(bank, "MC-002")
    signed_in(client, "question_reviewer", bank)
    address = reverse("question_review", args=[bank.pk])
    first = client.get(address).context["version"]

    onward = client.post(address, {"version": first.pk, "approve": ""})
    assert client.get(onward["Location"]).context["version"] == second
    refused = client.post(address, {"version": second.pk, "remark": " "})
    assert (refused.status_code, refused.context["version"]) == (422, second)
    client.post(address, {"version": second.pk, "remark": "Sai khoản"})
    states = dict(queries.newest_versions(bank).values_list("question__code", "state"))
    assert states == {"MC-001": "approved", "MC-002": "sent_back"}


def upload(client, bank, data):
    file = SimpleUploadedFile("cau-hoi.xlsx", data)
    return client.post(reverse("bank_import", args=[bank.pk]), {"tep": file})


def test_a_file_is_shown_before_it_is_taken_in(client, bank):
    signed_in(client, "organiser", bank)
    seen = upload(client, bank, builders.table({}, {}))
    assert (seen.status_code, bank.questions.count()) == (200, 0)
    taken = client.post(
        reverse("bank_import_take", args=[bank.pk]), {"tep": seen.context["reference"]}
    )
    assert (taken.status_code, bank.questions.count()) == (302, 2)


def test_a_faulty_file_comes_back_with_its_reasons(client, bank):
    signed_in(client, "organiser", bank)
    seen = upload(client, bank, builders.table({}, {"right": ""}))
    returned = client.post(
        reverse("bank_import_return", args=[bank.pk]), {"tep": seen.context["reference"]}
    )
    assert (seen.status_code, returned.status_code, returned.content[:2]) == (422, 200, b"PK")
    assert "Chưa có đáp án." in seen.content.decode()


def test_taking_the_bank_away_is_journaled(client, bank):
    builders.question(bank)
    signed_in(client, "organiser", bank)
    for kind in ("xlsx", "csv"):
        taken = client.get(reverse("bank_export", args=[bank.pk, kind]))
        assert actions.preview(taken.content, f"a.{kind}").can_be_imported
    assert deeds().count("questions.exported") == 2


def test_keys_are_not_in_the_list(client, bank):
    writer = signed_in(client, "question_writer", bank)
    version = builders.question(bank, by=writer)
    listed = client.get(reverse("bank_detail", args=[bank.pk])).content.decode()
    read = client.get(reverse("question_detail", args=[version.pk])).content.decode()
    assert ("Đáp án đúng" in listed, "Đáp án đúng" in read) == (False, True)


def test_a_field_of_the_banks_own_is_shown_as_it_was_written(client, bank):
    signed_in(client, "question_writer", bank)
    told = FORM | {"field": "Hộ tịch & Đất đai", "next": ""}
    saved = client.post(reverse("question_new", args=[bank.pk]), told)
    assert 'value="Hộ tịch &amp; Đất đai"' in client.get(saved["Location"]).content.decode()
    for address in (
        reverse("bank_detail", args=[bank.pk]),
        reverse("question_detail", args=[QuestionVersion.objects.get().pk]),
    ):
        page = client.get(address).content.decode()
        assert "Hộ tịch &amp; Đất đai" in page
        assert "ho-tich-dat-dai</" not in page
