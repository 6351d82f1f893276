"""Who reads in a bank is written down and shown; writers read their own; the head unseals."""

import pytest
from django.urls import reverse

from hoithi.questions.models import BankSeal
from tests import make
from tests.make import deeds
from tests.questions import make as builders
from tests.questions.test_sealing import Setting
from tests.web_organiser.test_bank import bank as _bank
from tests.web_organiser.test_bank import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
bank = _bank


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_the_readings_take_the_same_queries(client, bank, rows, django_assert_num_queries):
    version = builders.question(bank)
    signed_in(client, "organiser", bank)
    for _ in range(rows):
        client.get(reverse("question_detail", args=[version.pk]))
    with django_assert_num_queries(9 if rows else 8):
        client.get(reverse("bank_readings", args=[bank.pk]))


def test_every_reading_is_shown_to_head_and_auditor(client, bank):
    version = builders.question(bank)
    signed_in(client, "question_reviewer", bank)
    client.get(reverse("bank_detail", args=[bank.pk]))
    client.get(reverse("question_detail", args=[version.pk]))
    assert deeds()[-2:] == ["questions.read"] * 2
    for role in ("organiser", "auditor"):
        signed_in(client, role, bank)
        shown = client.get(reverse("bank_readings", args=[bank.pk])).content.decode()
        assert "Danh sách câu hỏi</td>" in shown
        assert "Câu MC-001</td>" in shown
        found = client.get(reverse("bank_readings", args=[bank.pk]), {"cau": "MC-001"})
        assert "Danh sách câu hỏi</td>" not in found.content.decode()
        nobody = client.get(reverse("bank_readings", args=[bank.pk]), {"nguoi": "Không có ai"})
        assert "Không có lần đọc nào khớp." in nobody.content.decode()


def test_an_auditor_finds_the_readings_and_no_question(client, bank):
    version = builders.question(bank)
    signed_in(client, "auditor", bank)
    shown = client.get(reverse("bank_list")).content.decode()
    assert reverse("bank_readings", args=[bank.pk]) in shown
    assert f'"{reverse("bank_detail", args=[bank.pk])}"' not in shown
    for address, number in (("bank_detail", bank.pk), ("question_detail", version.pk)):
        assert client.get(reverse(address, args=[number])).status_code == 404


def test_a_writer_sees_what_they_wrote_and_nothing_else(client, bank):
    writer = signed_in(client, "question_writer", bank)
    own = builders.question(bank, "MC-001", by=writer)
    other = builders.question(bank, "MC-002", by=make.person())
    shown = client.get(reverse("bank_detail", args=[bank.pk])).content.decode()
    assert ("MC-001" in shown, "MC-002" in shown) == (True, False)
    for version, status in ((own, 200), (other, 404)):
        for address in ("question_detail", "question_edit"):
            assert client.get(reverse(address, args=[version.pk])).status_code == status


def test_the_head_unseals_on_the_page_of_papers(client):
    setting = Setting()
    signed_in(client, "organiser", setting.bank)
    BankSeal.objects.get()
    address = reverse("bank_unseal", args=[setting.round.contest.slug])
    # At this moment the round is open: what is sealed stays.
    refused = client.post(address, {"round": setting.round.key, "reason": "Sửa"})
    assert refused.status_code == 422
    assert "Không có niêm phong nào để mở" in refused.content.decode()
