"""Finding a person by a code, and decisions about one person's sittings."""

import pytest

from hoithi.people.models import RoleName
from hoithi.sittings.models import Figure, SittingDecision
from tests import make
from tests.make import AT
from tests.results import boards, rows
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
GROUNDS = {"reason": "Máy tại điểm thi hỏng", "document_number": "17/TB-BTC"}


@pytest.fixture
def handed_in(contest):
    """Somebody handed in a paper of week 1."""
    who = boards.entrant(contest, "Nguyễn T. A.")
    return rows.sit(who, contest.rounds.get(key="week-1"), rows.Sat(80))


def address(contest, rest: str) -> str:
    return f"/quan-tri/cuoc-thi/{contest.slug}/{rest}"


def page_of(handed_in) -> str:
    entrant = handed_in.sitting.entrant
    return address(entrant.contest, f"nguoi/{entrant.token}/")


def test_a_receipt_leads_to_the_person_with_a_masked_name(desk, contest, handed_in):
    found = desk.get(address(contest, "tim-nguoi/"), {"ma": f" {handed_in.receipt.lower()} "})

    assert found.url == page_of(handed_in)
    page = desk.get(found.url).content.decode()
    assert "Nguyễn T. A." in page
    assert handed_in.receipt in page


@pytest.mark.parametrize("code", ["ABCDEFGH", "' OR 1=1", "x" * 500])
def test_an_unknown_code_finds_nobody(desk, contest, code):
    page = desk.get(address(contest, "tim-nguoi/"), {"ma": code})
    assert page.status_code == 200
    assert "Không có người dự thi nào" in page.content.decode()


def test_an_attempt_is_given_back(desk, handed_in):
    path = f"{page_of(handed_in)}them-luot/"
    assert desk.post(path, {**GROUNDS, "round": "week-1"}).status_code == 302
    assert desk.post(path, {"round": "week-1"}).status_code == 422

    made = SittingDecision.objects.get()
    assert (made.kind, made.document_number) == ("permit", "17/TB-BTC")
    assert "Máy tại điểm thi hỏng" in desk.get(page_of(handed_in)).content.decode()


@pytest.mark.parametrize(
    ("sent", "kinds"),
    [
        pytest.param({"deed": "extend", "minutes": 5}, ["extend"], id="more time"),
        pytest.param({"deed": "annul"}, ["annul"], id="annulled"),
        pytest.param({"deed": "extend"}, [], id="no minutes"),
        pytest.param({"deed": "count_late"}, [], id="nothing came late"),
        pytest.param({"deed": "delete"}, [], id="unknown"),
    ],
)
def test_a_decision_about_one_sitting(desk, handed_in, sent, kinds):
    path = f"{page_of(handed_in)}luot/{handed_in.sitting.token}/"

    response = desk.post(path, {**GROUNDS, **sent})

    assert response.status_code == (302 if kinds else 422)
    assert list(SittingDecision.objects.values_list("kind", flat=True)) == kinds


def test_the_figures_keep_people_and_attempts_apart(desk, contest):
    week = contest.rounds.get(key="week-1")
    for kind, key in (("all", ""), ("unit", "0"), ("hour", AT.isoformat()), ("device", "phone")):
        Figure.objects.create(
            round=week,
            kind=kind,
            key=key,
            people=1439,
            sittings=2463,
            submitted=2400,
            counted_at=AT,
        )

    page = desk.get(address(contest, "dot/week-1/so-lieu/")).content.decode()

    assert "1.439" in page
    assert "2.463" in page
    assert page.count("<svg") == 3


def test_a_secretary_finds_but_only_the_organiser_decides(contest, handed_in):
    secretary = browser(make.holder(RoleName.SECRETARY, over=contest.body))
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))

    assert secretary.get(page_of(handed_in)).status_code == 200
    path = f"{page_of(handed_in)}them-luot/"
    assert secretary.post(path, {**GROUNDS, "round": "week-1"}).status_code == 404
    assert stranger.get(page_of(handed_in)).status_code == 404
