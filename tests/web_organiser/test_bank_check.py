"""The check of a bank on the screen and from the command line."""

import json
from dataclasses import replace

import pytest
from django.urls import reverse

from hoithi.command.bank_check import check
from hoithi.command.screen import Exit
from hoithi.core.questions.records import Answer
from hoithi.questions import actions
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
    with django_assert_num_queries(11 if questions else 10):
        assert client.get(reverse("bank_check", args=[bank.pk])).status_code == 200


def test_findings_lead_to_their_questions(client, bank):
    first = builders.question(bank, "MC-001")
    builders.question(bank, "MC-002")
    signed_in(client, "organiser", bank)
    shown = client.get(reverse("bank_check", args=[bank.pk])).content.decode()
    assert "Hai câu giống hệt nhau cả nội dung, phương án và đáp án." in shown
    assert reverse("question_detail", args=[first.pk]) in shown
    assert "Không có gì phải sửa" not in shown


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
