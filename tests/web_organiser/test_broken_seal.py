"""A seal that did not hold is told to the head and the approver of its round, once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from hoithi.kit import clock
from hoithi.notices.models import Notice
from hoithi.people.models import RoleName
from hoithi.questions import jobs
from hoithi.questions.models import QuestionVersion
from hoithi.web import seals
from tests import make
from tests.questions.test_sealing import Setting
from tests.web_organiser.test_bank import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting():
    """A round that opened after somebody changed a question in the database."""
    made = Setting()
    QuestionVersion.objects.update(stem="Câu đã bị sửa?")
    return made


def opened(setting) -> None:
    for deed in [*jobs.due(setting.round.opens_at), *seals.due(setting.round.opens_at)]:
        deed()
    for deed in seals.due(setting.round.opens_at):
        deed()


def test_head_and_approver_are_told_once(setting):
    approver = make.holder(RoleName.APPROVER, over=setting.bank.body)
    make.holder(RoleName.SECRETARY, over=setting.bank.body)
    opened(setting)
    contest = setting.round.contest
    assert dict(Notice.objects.values_list("person", "link")) == {
        setting.head.pk: reverse("bank_seal", args=[contest.slug]),
        approver.pk: reverse("round_results", args=[contest.slug, setting.round.key]),
    }
    text = Notice.objects.first().text
    assert (setting.round.title in text, "KHÔNG còn nguyên" in text) == (True, True)
    later = setting.round.opens_at + timedelta(minutes=1)
    assert (list(seals.due(later)), Notice.objects.count()) == ([], 2)


def test_a_seal_that_held_is_told_to_nobody():
    setting = Setting()
    opened(setting)
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("role", "page"), [("organiser", "bank_seal"), ("approver", "round_results")]
)
def test_it_stands_among_what_is_to_be_done(client, setting, role, page):
    opened(setting)
    signed_in(client, role, setting.bank)
    with clock.pinned(make.AT + timedelta(hours=1)):
        shown = client.get(
            reverse("organiser_home", args=[setting.bank.body.slug])
        ).content.decode()
        place = [setting.round.contest.slug]
        there = reverse(page, args=place if page == "bank_seal" else [*place, setting.round.key])
        assert ("Xem xét niêm phong bị phá" in shown, there in shown) == (True, True)
        assert "niêm phong" in client.get(there).content.decode()
