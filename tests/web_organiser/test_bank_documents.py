"""Cited documents on the screen: listed, changed, confirmed, taken back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from hoithi.kit import clock
from hoithi.questions.models import DocumentChange
from hoithi.questions.queries.changes import changes_open_for
from tests.make import AT
from tests.questions import make as builders
from tests.web_organiser.test_bank import FORM as FORM_NEW
from tests.web_organiser.test_bank import bank as _bank
from tests.web_organiser.test_bank import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
bank = _bank
FORM = {"kind": "expired", "on": "01/7/2026", "by_document": "118/2025/NĐ-CP", "article": ""}
KEY = "61-2018-ndcp"


@pytest.mark.parametrize("questions", [0, 1, 3])
def test_the_list_takes_the_same_queries(client, bank, questions, django_assert_num_queries):
    for number in range(questions):
        builders.question(bank, f"MC-{number:03}")
    signed_in(client, "organiser", bank)
    with django_assert_num_queries(7):
        shown = client.get(reverse("cited_documents", args=[bank.body.slug])).content.decode()
    assert ("61/2018/NĐ-CP" in shown) is bool(questions)


@pytest.mark.parametrize("questions", [1, 3])
def test_a_document_takes_the_same_queries(client, bank, questions, django_assert_num_queries):
    for number in range(questions):
        builders.question(bank, f"MC-{number:03}")
    signed_in(client, "question_reviewer", bank)
    with django_assert_num_queries(13):
        client.get(reverse("cited_document", args=[bank.body.slug, KEY]))


def test_a_document_ends_and_a_reviewer_confirms_its_question(client, bank):
    version = builders.question(bank)
    with clock.pinned(AT + timedelta(hours=1)):
        signed_in(client, "organiser", bank)
        address = reverse("document_changed", args=[bank.body.slug, KEY])
        shown = client.post(address, FORM, follow=True).content.decode()
        assert "Đã ghi nhận. 1 câu hỏi chờ xem lại." in shown
        assert "Hết hiệu lực từ ngày 01/07/2026 theo 118/2025/NĐ-CP" in shown
        assert "Vẫn đúng, cho ra đề" not in shown
        signed_in(client, "question_reviewer", bank)
        detail = client.get(reverse("question_detail", args=[version.pk])).content.decode()
        assert "Câu này không được lấy vào đề mới cho đến khi được xem lại." in detail
        confirmed = client.post(reverse("question_confirm", args=[version.pk]), follow=True)
    assert "Câu MC-001 vẫn đúng và được ra đề trở lại." in confirmed.content.decode()
    assert "cho đến khi được xem lại" not in confirmed.content.decode()


def test_the_reviewer_reads_of_the_change_before_approving(client, bank):
    builders.question(bank)
    change = builders.ended(builders.question(bank, "MC-002"))
    version = builders.question(bank, "MC-003")
    signed_in(client, "question_reviewer", bank)
    address = reverse("question_review", args=[bank.pk])
    page = client.get(address).content.decode()
    assert "Tôi đã đối chiếu với 118/2025/NĐ-CP" in page
    for sent in ({}, {"compared": "x"}, {"compared": str(change.pk + 1)}):
        refused = client.post(address, {"version": version.pk, "approve": ""} | sent)
        assert (refused.status_code, "Hãy đối chiếu" in refused.content.decode()) == (422, True)
    client.post(address, {"version": version.pk, "approve": "", "compared": change.pk})
    version.refresh_from_db()
    assert (version.state, list(changes_open_for(version))) == ("approved", [])


def test_a_writer_is_told_that_the_document_was_changed(client, bank):
    builders.ended(builders.question(bank))
    signed_in(client, "question_writer", bank)
    address = reverse("question_new", args=[bank.pk])
    page = client.post(address, FORM_NEW | {"code": "MC-005"}, follow=True).content.decode()
    assert "câu MC-005 chờ xem lại, chưa được lấy vào đề." in page
    assert "Chờ xem lại" in client.get(reverse("bank_detail", args=[bank.pk])).content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"on": ""}, "Hãy ghi ngày thay đổi có hiệu lực."),
        ({"on": "31/02/2026"}, "Không có ngày “31/02/2026”"),
        ({"by_document": ""}, "Hãy ghi số, ký hiệu văn bản làm thay đổi."),
        ({"kind": "x"}, "is-invalid"),
        ({"by_document": "x" * 121}, "120"),
    ],
)
def test_a_bad_form_says_why_and_changes_nothing(client, bank, change, said):
    builders.question(bank)
    signed_in(client, "organiser", bank)
    address = reverse("document_changed", args=[bank.body.slug, KEY])
    answer = client.post(address, FORM | change)
    assert (answer.status_code, DocumentChange.objects.count()) == (422, 0)
    if said != "is-invalid":
        assert said in answer.content.decode()


def test_a_document_that_nobody_cites_is_not_there(client, bank):
    signed_in(client, "organiser", bank)
    assert client.get(reverse("cited_document", args=[bank.body.slug, KEY])).status_code == 404
    changed = client.post(reverse("document_changed", args=[bank.body.slug, KEY]), FORM)
    assert changed.status_code == 404
