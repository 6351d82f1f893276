"""A button of the staff's desks pressed twice makes one of everything, and shows what holds."""

from datetime import timedelta

import pytest

from hoithi.entries.facts import code_hash
from hoithi.entries.models import Entrant
from hoithi.journal import jobs
from hoithi.journal.models import TakenForm
from hoithi.people.models import DayCard, Person, RoleName, Unit
from hoithi.web.staff import slips
from tests import make
from tests.make import AT
from tests.results import boards
from tests.web_organiser.conftest import browser

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
SAME = {"csrfmiddlewaretoken": "trang-thu-nhat"}
ACCOUNT = {"full_name": "Trần Văn Bình", "login": "binh", "post": "", "phone": "", "email": ""}
UNIT = {
    "name": "Thôn Bắc",
    "kind": "office_division",
    "code": "BAC",
    "since": "2026-01-01",
    "parent": "",
}


@pytest.fixture
def body():
    return make.body("Ủy ban nhân dân xã Hòa Sơn")


@pytest.fixture
def desk(body):
    return browser(make.holder(RoleName.ADMINISTRATOR, over=body))


def twice(client, path: str, sent: dict[str, str]):
    """The answers to a form whose button is pressed twice."""
    return [client.post(path, sent | SAME) for _ in range(2)]


def test_a_day_card_is_one_and_both_answers_carry_its_link(desk, body, monkeypatch):
    drawn = []

    def watched(request, owner, new, token):
        drawn.append(token)
        return slips.card_to_print(request, owner, new, token)

    monkeypatch.setattr("hoithi.web.staff.day_cards.card_to_print", watched)
    sent = {"full_name": "Lê Thị Hoa", "role": "secretary", "day": AT.date().isoformat()}
    answers = twice(desk, f"/quan-tri/{body.slug}/the-trong-ngay/", sent)
    assert [one.status_code for one in answers] == [200, 200]
    assert (DayCard.objects.count(), len(set(drawn))) == (1, 1)
    desk.post(f"/quan-tri/{body.slug}/the-trong-ngay/", sent | {"csrfmiddlewaretoken": "khac"})
    assert DayCard.objects.count() == 2


def test_a_code_is_renewed_once_and_both_answers_show_it(body):
    official = browser(make.holder(RoleName.ORGANISER, over=body))
    contest = boards.contest(body=body)
    who = boards.entrant(contest, "Nguyễn T. A.")
    path = f"/quan-tri/cuoc-thi/{contest.slug}/nguoi/{who.token}/cap-lai-ma/"
    shown = [one.context["new"] for one in twice(official, path, {"reason": "Mất điện thoại"})]
    found = Entrant.objects.get(pk=who.pk)
    assert (found.code_number, len(set(shown))) == (2, 1)
    plain = shown[0].replace("-", "").replace(" ", "")
    assert found.code_hash == code_hash(contest.body_id, contest.pk, plain)


@pytest.mark.parametrize(
    ("rest", "sent", "table"),
    [
        pytest.param("tai-khoan/", ACCOUNT, Person, id="an account"),
        pytest.param("don-vi/", UNIT, Unit, id="a unit"),
    ],
)
def test_what_is_made_leads_on_to_the_same_place(desk, body, rest, sent, table):
    before = table.objects.count()
    answers = twice(desk, f"/quan-tri/{body.slug}/{rest}", sent)
    assert [one.status_code for one in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    assert table.objects.count() == before + 1


def test_a_form_that_is_refused_leaves_no_trace(desk, body):
    answers = twice(desk, f"/quan-tri/{body.slug}/tai-khoan/", ACCOUNT | {"full_name": ""})
    assert [one.status_code for one in answers] == [422, 422]
    assert not TakenForm.objects.exists()


def test_forms_are_forgotten_after_two_days():
    for hours in (1, 47, 49, 500):
        TakenForm.objects.create(key=str(hours), taken_at=AT - timedelta(hours=hours))
    for _ in range(2):
        for deed in jobs.due(AT):
            deed()
    assert set(TakenForm.objects.values_list("key", flat=True)) == {"1", "47"}
