"""Texts, posters and banners made from the facts of a campaign and its contest."""

import io
from datetime import date

import pytest
from docx import Document

from hoithi.campaigns.models import OutreachDraft
from hoithi.contests import actions as contests
from hoithi.contests.actions import NewContest
from hoithi.core.outreach.channels import Phase
from hoithi.core.outreach.drafts import DraftKind
from hoithi.people.models import RoleName
from hoithi.results import actions as results
from tests import make
from tests.campaigns.outreach import campaign
from tests.make import AT
from tests.results import boards
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def contest(organiser):
    """A public contest; it has a campaign of its own."""
    new = NewContest(pattern="xa-2026", title="Cuộc thi xã An Phú", first_day=date(2026, 11, 1))
    made = contests.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)
    contests.put_in_force(made, by=organiser, at=AT)
    return contests.announce(made, by=organiser, at=AT)


@pytest.fixture
def at_home(organiser, contest):
    """An address of the drafts of its campaign."""
    return lambda rest="": home(organiser, f"{contest.campaign_id}/tuyen-truyen/{rest}")


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("kind", list(DraftKind))
def test_every_text_opens_and_is_a_document(desk, at_home, phase, kind):
    answer = desk.get(at_home(f"soan/{phase}/{kind}/"))
    assert answer.status_code == 200
    data = desk.get(at_home(f"soan/{phase}/{kind}.docx")).content
    assert any(line.text for line in Document(io.BytesIO(data)).paragraphs)


def test_the_post_says_when_and_leads_to_the_contest(desk, at_home, contest):
    page = desk.get(at_home("soan/during/post/")).content.decode()
    assert f"/{contest.slug}/?tu=zalo" in page
    assert "Thời gian: từ " in page


def test_a_draft_says_what_is_not_known(desk, organiser):
    made = campaign(organiser.body).campaign
    page = desk.get(home(organiser, f"{made.pk}/tuyen-truyen/soan/before/news/"))
    assert "đường dẫn trang công khai" in page.content.decode()


def test_a_rewritten_text_holds_until_it_is_made_anew(desk, at_home):
    address = at_home("soan/before/radio/")
    assert desk.post(address, {"text": "Bài đọc của xã <b>nhà</b>"}).status_code == 302
    assert "Bài đọc của xã &lt;b&gt;nhà&lt;/b&gt;" in desk.get(address).content.decode()
    desk.post(address, {"lai": "1"})
    assert (OutreachDraft.objects.count(), "nhà" in desk.get(address).content.decode()) == (
        0,
        False,
    )


@pytest.mark.parametrize("text", ["", "   ", "a" * 20_001, "a\x07b"])
def test_an_empty_or_endless_text_is_refused(desk, at_home, text):
    assert desk.post(at_home("soan/before/radio/"), {"text": text}).status_code == 422
    assert OutreachDraft.objects.count() == 0


@pytest.mark.parametrize("rest", ["soan/never/radio/", "soan/before/tv/", "ap-phich-a3.png"])
def test_what_there_is_not_is_not_found(desk, at_home, rest):
    assert desk.get(at_home(rest)).status_code == 404


@pytest.mark.parametrize(
    ("rest", "begins"),
    [
        ("ap-phich.pdf", b"%PDF-"),
        ("ap-phich-a3.pdf", b"%PDF-"),
        ("ap-phich.png", b"\x89PNG"),
        ("bang-ron.pdf", b"%PDF-"),
        ("bang-ron.png", b"\x89PNG"),
    ],
)
def test_poster_and_banner_are_made(desk, at_home, rest, begins):
    assert desk.get(at_home(rest)).content.startswith(begins)


def test_an_auditor_reads_and_changes_nothing(organiser, at_home):
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    page = auditor.get(at_home("soan/before/radio/"))
    assert (page.status_code, "Lưu bản sửa" in page.content.decode()) == (200, False)
    assert auditor.post(at_home("soan/before/radio/"), {"text": "x"}).status_code == 404


def test_a_preliminary_list_names_no_winner(organiser, desk):
    contest = boards.contest(body=organiser.body)
    draft = boards.drafted(contest, contest.rounds.get(key="week-1"), boards.Board(["A**"]))
    results.publish_preliminary(draft, at=boards.PUBLISHES)
    address = home(organiser, f"{contest.campaign_id}/tuyen-truyen/soan/after/news/")
    assert "kết quả đã công bố" in desk.get(address).content.decode()
