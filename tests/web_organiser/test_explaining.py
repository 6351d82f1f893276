"""Why this one stands above that one: any two lines, the sheets, at a steady cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hoithi.awards import actions as awards
from hoithi.people.models import RoleName
from hoithi.results import actions
from hoithi.results.queries import stored
from tests import make
from tests.results import boards
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
NAMES = [f"Nguyễn V. {letter}**" for letter in "ABCDEFGH"]


def held(organiser, board):
    """A closed round with a prepared draft."""
    contest = boards.contest(body=organiser.body)
    boards.drafted(contest, contest.rounds.get(key="week-1"), board)
    return contest


def address(contest, rest: str = "") -> str:
    return f"/quan-tri/cuoc-thi/{contest.slug}/ket-qua/week-1/{rest}"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        pytest.param("tren=1&duoi=2", "Nguyễn V. A** (1) xếp trên Nguyễn V. B** (2)", id="next"),
        pytest.param("tren=8&duoi=3", "Nguyễn V. C** (3) xếp trên Nguyễn V. H** (8)", id="any two"),
        pytest.param("tren=3&duoi=3", "Không so sánh được", id="the same"),
        pytest.param("tren=1&duoi=9", "Không so sánh được", id="beyond the last"),
        pytest.param("tren=0&duoi=-1", "Vì sao người này", id="no lines"),
        pytest.param("tren=%3Cb%3E&duoi=1", "Không so sánh được", id="no number"),
        pytest.param("trang=99", "Nguyễn V. A**", id="a page that is not there"),
    ],
)
def test_any_two_lines_are_compared(desk, organiser, asked, said):
    contest = held(organiser, boards.Board(NAMES))
    page = desk.get(address(contest, f"bang/?{asked}"))
    assert page.status_code == 200
    assert said in page.content.decode()


def test_the_deciding_key_is_marked_once(desk, organiser):
    contest = held(organiser, boards.Board(NAMES))
    compared = desk.get(address(contest, "bang/?tren=2&duoi=5")).context["compared"]
    assert [(one.number, one.is_decisive) for one in compared.keys] == [(1, False), (2, True)]
    assert (compared.upper.number, compared.lower.number) == (2, 5)


@pytest.mark.parametrize("rest", ["bang/", "tap-the/"])
def test_a_ranking_without_lines_says_so(desk, organiser, rest):
    contest = held(organiser, boards.Board([], prizes=0))
    assert desk.get(address(contest, rest)).status_code == 200


def test_the_sheet_of_a_line_is_a_pdf_without_the_full_name(desk, organiser):
    contest = held(organiser, boards.Board(NAMES))
    token = contest.entrants.get(name=NAMES[2]).token
    page = desk.get(address(contest, f"nguoi/{token}/giai-thich.pdf"))
    assert (page["Content-Type"], page.content[:5]) == ("application/pdf", b"%PDF-")
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))
    assert stranger.get(address(contest, f"nguoi/{token}/giai-thich.pdf")).status_code == 404


def queries_of(client, path):
    stored._chunk.cache_clear()
    with CaptureQueriesContext(
        connection,
    ) as counted:
        assert client.get(path).status_code == 200
    return len(counted)


@pytest.mark.parametrize("rest", ["", "bang/?tren=1&duoi=2", "tap-the/"])
def test_the_number_of_queries_does_not_grow_with_the_people(desk, organiser, rest):
    few = held(organiser, boards.Board(NAMES[:2], prizes=1))
    many = held(organiser, boards.Board(NAMES * 20, prizes=100))
    desk.get(address(few, rest))
    assert queries_of(desk, address(few, rest)) == queries_of(desk, address(many, rest))


def test_certificates_are_withdrawn_and_issued_anew_at_the_desk(desk, organiser):
    contest = held(organiser, boards.Board(NAMES))
    draft = contest.drafts.get()
    early = actions.publish_preliminary(draft, at=boards.PUBLISHES)
    type(early).objects.filter(pk=early.pk).update(preliminary=False)
    early.refresh_from_db()
    (row,) = awards.issue(early, by=organiser, at=boards.LATER)
    base = f"/quan-tri/cuoc-thi/{contest.slug}/giay-chung-nhan/{row.code}"

    assert desk.post(f"{base}/thu-hoi/", {}).status_code == 422
    assert desk.post(f"{base}/cap-lai/", {"reason": "In sai tên"}).status_code == 302
    assert desk.post(f"{base}/thu-hoi/", {"reason": "Lần nữa"}).status_code == 422
    shown = desk.get(address(contest, "giay-chung-nhan/")).content.decode()
    assert shown.count("có giá trị</span>") == 1
    assert shown.count("đã thu hồi</span>") == 1
