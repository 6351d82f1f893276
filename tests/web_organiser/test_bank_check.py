"""The check of a bank on the screen and from the command line."""

import json
from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from hoithi.command.bank_check import check
from hoithi.command.screen import Exit
from hoithi.core.questions.checking import Code, Finding, Grade, Row
from hoithi.core.questions.records import Answer
from hoithi.files.models import Errand
from hoithi.questions import actions
from hoithi.sittings.queries.bank_checks import BankCheck, as_bytes, from_bytes
from hoithi.web import jobs
from hoithi.web.organiser.bank import check as page
from tests.make import AT
from tests.questions import make as builders
from tests.web_organiser.test_bank import bank as _bank
from tests.web_organiser.test_bank import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
bank = _bank


@pytest.mark.parametrize("questions", [0, 1, 3])
def test_the_check_of_a_bank_takes_the_same_queries(
    client, bank, questions, django_assert_num_queries
):
    for number in range(questions):
        builders.question(bank, f"MC-{number:03}")
    signed_in(client, "organiser", bank)
    with django_assert_num_queries(14 if questions else 13):
        assert client.get(reverse("bank_check", args=[bank.pk])).status_code == 200


def test_findings_lead_to_their_questions(client, bank):
    first = builders.question(bank, "MC-001")
    builders.question(bank, "MC-002")
    signed_in(client, "organiser", bank)
    shown = client.get(reverse("bank_check", args=[bank.pk])).content.decode()
    assert "Hai câu giống hệt nhau cả nội dung, phương án và đáp án." in shown
    assert reverse("question_detail", args=[first.pk]) in shown
    assert "Không có gì phải sửa" not in shown


def test_a_document_on_record_is_told_on_screen_and_at_the_command(client, bank, capsys):
    builders.ended(builders.question(bank))
    signed_in(client, "organiser", bank)
    told = "Văn bản 61/2018/NĐ-CP đã ghi nhận hết hiệu lực từ ngày 01/7/2026 theo 118/2025/NĐ-CP"
    assert told in client.get(reverse("bank_check", args=[bank.pk])).content.decode()
    check(bank.pk, json=True)
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["code"], found["questions"]) == ("basis_expired", ["MC-001"])


def test_a_sound_bank_and_an_empty_one_say_so(client, bank):
    signed_in(client, "organiser", bank)
    address = reverse("bank_check", args=[bank.pk])
    assert "Ngân hàng chưa có câu hỏi nào." in client.get(address).content.decode()
    builders.question(bank)
    assert "Không có gì phải sửa." in client.get(address).content.decode()


def test_hostile_text_is_shown_and_not_believed(client, bank):
    options = ("<script>alert(1)</script>", "<script>alert(1)</script> và {option}")
    text = replace(builders.TEXT, options=options)
    actions.add(bank, "X-1", text, Answer(places=frozenset({0})), by=None, at=AT)
    signed_in(client, "organiser", bank)
    shown = client.get(reverse("bank_check", args=[bank.pk])).content.decode()
    assert "<script>alert" not in shown
    assert "{option}" in shown


def test_a_program_is_told_what_must_be_mended(bank, capsys):
    builders.question(bank, "MC-001")
    check(bank.pk, json=True)
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "bank": {"id": bank.pk, "title": bank.title},
        "questions": 1,
        "findings": [],
        "rows": [],
    }
    builders.question(bank, "MC-002")
    with pytest.raises(SystemExit) as left:
        check(bank.pk)
    assert left.value.code == Exit.FOUND
    assert "MC-001, MC-002: Hai câu giống hệt nhau" in capsys.readouterr().out


def test_a_bank_that_is_not_there_is_refused(capsys):
    with pytest.raises(SystemExit) as left:
        check(404, json=True)
    assert left.value.code == Exit.NO_INPUT
    assert json.loads(capsys.readouterr().out) == {"error": "Không có ngân hàng câu hỏi số 404."}


def test_a_large_bank_is_looked_through_by_the_worker(client, bank, monkeypatch):
    monkeypatch.setattr(page, "MOST_AT_ONCE", 1)
    builders.question(bank, "MC-001")
    builders.question(bank, "MC-002")
    signed_in(client, "organiser", bank)
    address = reverse("bank_check", args=[bank.pk])
    same = "Hai câu giống hệt nhau cả nội dung"
    before = client.get(address).content.decode()
    assert ("Chưa có kết quả" in before, same in before) == (True, False)
    client.post(address)
    errand = Errand.objects.get()
    assert "Đang kiểm tra" in client.get(address).content.decode()
    jobs.run_errand.call(errand.pk)
    waited = client.get(reverse("errand", args=[errand.token])).content.decode()
    assert ("Đã kiểm tra 2 câu hỏi." in waited, "Tải tệp" in waited) == (True, False)
    assert client.get(reverse("errand_file", args=[errand.token])).status_code == 404
    shown = client.get(address).content.decode()
    assert ("Kết quả kiểm tra lúc" in shown, same in shown, "Kiểm tra lại" in shown) == (True,) * 3


def test_the_last_outcome_is_shown_to_everybody_who_may_check(client, bank, monkeypatch):
    monkeypatch.setattr(page, "MOST_AT_ONCE", 0)
    builders.question(bank, "MC-001")
    signed_in(client, "organiser", bank)
    client.post(reverse("bank_check", args=[bank.pk]))
    jobs.run_errand.call(Errand.objects.get().pk)
    signed_in(client, "question_reviewer", bank)
    shown = client.get(reverse("bank_check", args=[bank.pk])).content.decode()
    assert "Kết quả kiểm tra lúc" in shown


def test_an_outcome_that_cannot_be_read_any_more_is_as_none(client, bank, monkeypatch):
    monkeypatch.setattr(page, "MOST_AT_ONCE", 0)
    monkeypatch.setattr(page, "as_bytes", lambda _outcome: b"{}")
    builders.question(bank, "MC-001")
    signed_in(client, "organiser", bank)
    client.post(reverse("bank_check", args=[bank.pk]))
    jobs.run_errand.call(Errand.objects.get().pk)
    assert "Chưa có kết quả" in client.get(reverse("bank_check", args=[bank.pk])).content.decode()


def test_an_outcome_comes_back_as_it_was_kept():
    facts = {"number": "1/QĐ-TTg", "count": 3, "day": date(2026, 11, 2), "like": "2026-11-02"}
    found = Finding(Code.BASIS_ENDED, Grade.MUST, ("A", "B"), facts)
    row = Row("Cuộc thi", "Tuần 1", "", "one-stop", "", 3, 2)
    outcome = BankCheck(2, (row,), (found,), {"A": 1, "B": 2})
    assert from_bytes(as_bytes(outcome)) == outcome
