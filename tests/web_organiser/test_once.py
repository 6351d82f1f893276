"""A button pressed twice makes one of everything; the page opened again may make another."""

import pytest

from hoithi.contests.models import Contest, RoundDecision
from hoithi.people.models import Invitation
from hoithi.questions.models import Bank
from hoithi.results.models import SignFinding, Verification
from hoithi.sittings.models import SittingDecision
from tests.results import boards, rows
from tests.web_organiser.hall import GUEST

pytestmark = pytest.mark.django_db
GROUNDS = {"reason": "Máy tại điểm thi hỏng", "document_number": "17/TB-BTC"}
PATTERN = {"pattern": "xa-2026", "title": "Cuộc thi mới", "first_day": "2027-03-01"}


def person(contest) -> str:
    """The page of somebody who sat once in week 1."""
    who = boards.entrant(contest, "Nguyễn T. A.")
    rows.sit(who, contest.rounds.get(key="week-1"), rows.Sat(80))
    return f"nguoi/{who.token}/"


def permit(contest):
    return f"{person(contest)}them-luot/", GROUNDS | {"round": "week-1"}


def more_time(contest):
    page = person(contest)
    sitting = contest.entrants.get().sittings.get()
    return f"{page}luot/{sitting.token}/", GROUNDS | {"deed": "extend", "minutes": 5}


def extension(_contest):
    return "dot/week-1/quyet-dinh/gia-han/", GROUNDS | {"until": "2026-11-08T07:00"}


def repetition(_contest):
    moments = {"opens_at": "2026-12-01T08:00", "closes_at": "2026-12-07T17:00"}
    return "dot/week-1/to-chuc-lai/", GROUNDS | moments


def copied(_contest):
    return "nhan-ban/", {"first_day": "2027-11-01"}


def of_sittings() -> int:
    return SittingDecision.objects.count()


def of_rounds() -> int:
    return RoundDecision.objects.filter(kind__in=["extend", "rerun"]).count()


@pytest.mark.parametrize(
    ("form", "made", "first"),
    [
        pytest.param(permit, of_sittings, 1, id="an attempt given back"),
        pytest.param(more_time, of_sittings, 1, id="more time"),
        pytest.param(extension, of_rounds, 1, id="a round extended"),
        pytest.param(repetition, of_rounds, 1, id="a round held again"),
        pytest.param(copied, Contest.objects.count, 2, id="a contest copied"),
    ],
)
def test_about_a_contest(desk, contest, form, made, first):
    rest, sent = form(contest)
    path = f"/quan-tri/cuoc-thi/{contest.slug}/{rest}"
    once = sent | {"csrfmiddlewaretoken": "trang-thu-nhat"}
    answers = [desk.post(path, once) for _ in range(2)]
    assert [(one.status_code, made()) for one in answers] == [(302, first)] * 2
    assert answers[0].url == answers[1].url
    assert "lần gửi lặp lại không ghi thêm" in desk.get(answers[0].url).content.decode()


def test_the_page_opened_again_gives_another_attempt(desk, contest):
    rest, sent = permit(contest)
    path = f"/quan-tri/cuoc-thi/{contest.slug}/{rest}"
    for page in ("trang-thu-nhat", "trang-thu-hai"):
        assert desk.post(path, sent | {"csrfmiddlewaretoken": page}).status_code == 302
    assert of_sittings() == 2


def test_other_words_on_the_same_page_are_another_form(desk, contest):
    rest, sent = permit(contest)
    path = f"/quan-tri/cuoc-thi/{contest.slug}/{rest}"
    for reason in ("Mất điện", "Hỏng máy"):
        desk.post(path, sent | {"reason": reason, "csrfmiddlewaretoken": "trang"})
    assert of_sittings() == 2


@pytest.mark.parametrize(
    ("rest", "sent", "table"),
    [
        pytest.param("cuoc-thi-moi/", PATTERN, Contest, id="a contest founded"),
        pytest.param("ngan-hang", {"title": "Ngân hàng xã"}, Bank, id="a bank"),
    ],
)
def test_about_a_body(desk, organiser, rest, sent, table):
    path = f"/quan-tri/{organiser.body.slug}/{rest}"
    if table is Bank:
        path, sent = "/quan-tri/ngan-hang/", sent | {"body": organiser.body.pk}
    for _ in range(2):
        answer = desk.post(path, sent | {"csrfmiddlewaretoken": "trang"})
        assert (answer.status_code, table.objects.count()) == (302, 1)


@pytest.fixture
def held(organiser):
    """A closed round with a prepared draft."""
    contest = boards.contest(body=organiser.body)
    boards.drafted(contest, contest.rounds.get(key="week-1"), boards.Board(["Nguyễn T. A."]))
    return contest


@pytest.mark.parametrize("table", [Verification, SignFinding])
def test_findings_on_the_way_to_results(desk, held, table):
    token = held.entrants.get().token
    rest, sent = {
        Verification: (f"nguoi/{token}/xac-minh/", {"verdict": "verified"}),
        SignFinding: ("dau-hieu/", {"sign": "shared_device", "subject": "a", "finding": "Một nhà"}),
    }[table]
    path = f"/quan-tri/cuoc-thi/{held.slug}/ket-qua/week-1/{rest}"
    for _ in range(2):
        desk.post(path, sent | {"csrfmiddlewaretoken": "trang"})
    assert table.objects.count() == 1


def test_of_two_links_for_one_guest_the_newer_one_holds(desk, held, client):
    path = f"/quan-tri/cuoc-thi/{held.slug}/ket-qua/week-1/phe-duyet/thu-moi/"
    first, second = (desk.post(path, GUEST).context["address"] for _ in range(2))
    assert client.get(first.removeprefix("http://testserver")).status_code == 422
    assert client.get(second.removeprefix("http://testserver")).status_code == 200
    assert Invitation.objects.filter(used_at=None).count() == 1
