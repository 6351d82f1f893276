"""Decisions about rounds on screen: in under a minute, with a reason, journaled."""

import pytest

from hoithi.people.models import RoleName
from hoithi.sittings.models import Figure
from tests import make
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
ORDER = {"reason": "Mất điện diện rộng", "document_number": "16/TB-BTC"}


def address(contest, rest: str = "") -> str:
    return f"/quan-tri/cuoc-thi/{contest.slug}/dot/week-1/{rest}"


def round_of(contest):
    return contest.rounds.get(key="week-1")


def test_the_desk_offers_what_makes_sense_now(desk, contest):
    page = desk.get(address(contest))
    offered = [word for word, _ in page.context["changes"]]
    assert offered == ["gia-han", "dong-som", "tam-dung", "doi-gio-cong-bo", "huy"]


def test_an_extension_is_one_short_form(desk, contest):
    response = desk.post(
        address(contest, "quyet-dinh/gia-han/"), {**ORDER, "until": "2026-11-08T07:00"}
    )

    decision = contest.decisions.get()
    assert response.url == address(contest)
    assert (decision.kind, decision.reason) == ("extend", "Mất điện diện rộng")
    assert round_of(contest).closes_at == decision.until
    assert make.deeds()[-1] == "contests.round_extend"
    assert "Mất điện diện rộng" in desk.get(address(contest)).content.decode()


def test_an_early_close_publishes_as_soon_as_approved(desk, contest):
    form = {**ORDER, "publication": "on_approval"}
    desk.post(address(contest, "quyet-dinh/dong-som/"), form)

    assert round_of(contest).publishes_on_approval
    for shown in (address(contest), f"/quan-tri/cuoc-thi/{contest.slug}/"):
        assert "Ngay khi được duyệt" in desk.get(shown).content.decode()
    for public in (f"/{contest.slug}/", f"/{contest.slug}/the-le/"):
        page = desk.get(public).content.decode()
        assert "Kết quả công bố ngay khi được duyệt." in page, public
    results = desk.get(f"/{contest.slug}/ket-qua/").content.decode()
    assert "công bố tại trang này ngay khi được duyệt" in results
    calendar = desk.get(f"/{contest.slug}/lich.ics").content.decode()
    assert "Công bố kết quả: ngay khi được duyệt" in calendar.replace("\r\n ", "")


def test_the_publication_alone_is_moved(desk, contest):
    form = {**ORDER, "publication": "at", "publishes_at": "2026-11-30T09:15"}
    response = desk.post(address(contest, "quyet-dinh/doi-gio-cong-bo/"), form)

    assert response.url == address(contest)
    assert "09h15 ngày 30/11/2026" in desk.get(address(contest)).content.decode()
    assert "09h15 ngày 30/11/2026" in desk.get(f"/{contest.slug}/").content.decode()


@pytest.mark.parametrize(("clock", "stopped"), [("stops", True), ("runs", False)])
def test_pausing_and_going_on(desk, contest, clock, stopped):
    desk.post(address(contest, "quyet-dinh/tam-dung/"), {**ORDER, "clock": clock})
    paused = round_of(contest)
    assert (paused.paused_at is not None, paused.clock_stopped) == (True, stopped)
    told = "dừng đồng hồ bài đang làm" in desk.get(address(contest)).content.decode()
    assert told is stopped
    desk.post(address(contest, "quyet-dinh/tiep-tuc/"), ORDER)
    assert (round_of(contest).paused_at, round_of(contest).clock_stopped) == (None, False)


def test_a_round_is_held_again(desk, contest):
    times = {"opens_at": "2026-11-05T08:00", "closes_at": "2026-11-07T20:00"}
    response = desk.post(address(contest, "to-chuc-lai/"), {**ORDER, **times})

    again = contest.rounds.get(key="week-1-lai-1")
    assert response.url.endswith(f"/dot/{again.key}/")
    assert round_of(contest).cancelled_at is not None


@pytest.mark.parametrize(
    ("word", "sent"),
    [
        pytest.param("tam-dung", {"clock": "stops"}, id="no reason"),
        pytest.param("tam-dung", ORDER, id="nothing said of the clock"),
        pytest.param("gia-han", ORDER, id="no closing"),
        pytest.param("gia-han", {**ORDER, "until": "2020-01-01T08:00"}, id="in the past"),
        pytest.param("dong-som", {**ORDER, "until": "2030-01-01T08:00"}, id="later"),
        pytest.param("tiep-tuc", ORDER, id="not paused"),
        pytest.param("doi-gio-cong-bo", ORDER, id="which moment?"),
        pytest.param("doi-gio-cong-bo", {**ORDER, "publication": "at"}, id="at which minute?"),
        pytest.param("dong-som", {**ORDER, "publication": "at"}, id="closed, and out when?"),
        pytest.param(
            "doi-gio-cong-bo",
            {**ORDER, "publication": "on_approval", "publishes_at": "2026-11-30T09:15"},
            id="a moment and none",
        ),
        pytest.param(
            "doi-gio-cong-bo",
            {**ORDER, "publication": "at", "publishes_at": "2026-11-02T09:15"},
            id="before the closing",
        ),
    ],
)
def test_what_makes_no_sense_changes_nothing(desk, contest, word, sent):
    before = round_of(contest).closes_at, round_of(contest).publishes_at
    assert desk.post(address(contest, f"quyet-dinh/{word}/"), sent).status_code == 422
    now = round_of(contest)
    assert ((now.closes_at, now.publishes_at), contest.decisions.count()) == (before, 0)


def test_an_extension_too_far_keeps_what_was_typed(desk, contest):
    sent = {**ORDER, "until": "2036-01-01T08:00"}
    response = desk.post(address(contest, "quyet-dinh/gia-han/"), sent)

    page = response.content.decode()
    assert (response.status_code, contest.decisions.count()) == (422, 0)
    for kept in ("Mất điện diện rộng", "16/TB-BTC", "2036-01-01T08:00"):
        assert kept in page
    assert "Đợt thi sau mở lúc 08h00 ngày 08/11/2026" in page
    assert "Có thể gia hạn muộn nhất đến 08h00 ngày 08/11/2026." in page
    assert "công bố sau giờ đóng mới 11 giờ 30 phút như kế hoạch" in page


def test_closing_early_offers_publication_on_approval_first(desk, contest):
    form = desk.get(address(contest, "quyet-dinh/dong-som/")).context["form"]
    assert form["publication"].initial == "on_approval"


def test_cancelling_names_what_follows_and_asks_once_more(desk, contest):
    Figure.objects.create(
        round=round_of(contest), kind="all", key="", people=12, sittings=15, submitted=14,
        counted_at=make.AT,
    )  # fmt: skip
    page = address(contest, "quyet-dinh/huy/")
    told = desk.get(page).content.decode()
    assert "Đã có 12 người vào thi với 15 lượt thi, 14 bài đã nộp." in told
    assert "giải của đợt này không được trao" in told
    assert desk.post(page, ORDER).status_code == 422
    assert round_of(contest).cancelled_at is None
    assert desk.post(page, {**ORDER, "is_read": "on"}).status_code == 302
    assert round_of(contest).cancelled_at is not None
    assert "Công bố kết quả: 08h00" not in desk.get(f"/{contest.slug}/").content.decode()


def test_what_cannot_be_decided_any_more_shows_no_form(desk, contest):
    contest.rounds.filter(key="week-1").update(closes_at=make.AT)
    sent = {**ORDER, "publication": "on_approval"}
    for answer in (
        desk.get(address(contest, "quyet-dinh/dong-som/")),
        desk.post(address(contest, "quyet-dinh/dong-som/"), sent),
    ):
        page = answer.content.decode()
        assert "Đợt thi hiện ở trạng thái “Đã đóng” nên không thực hiện được việc này nữa." in page
        assert 'name="reason"' not in page


def test_no_extension_is_asked_for_where_none_is_left(desk, contest):
    opens = contest.rounds.get(key="week-2").opens_at
    contest.rounds.filter(key="week-1").update(closes_at=opens)
    page = desk.get(address(contest, "quyet-dinh/gia-han/")).content.decode()
    assert "đợt này không còn gia hạn thêm được" in page
    assert 'name="until"' not in page


@pytest.mark.parametrize("word", ["gia-han", "huy"])
def test_a_reason_has_its_limit(desk, contest, word):
    sent = {"reason": "x" * 6_000, "until": "2026-11-08T07:00", "is_read": "on"}
    refused = desk.post(address(contest, f"quyet-dinh/{word}/"), sent)
    assert (refused.status_code, contest.decisions.count()) == (422, 0)


def test_an_unknown_decision_is_not_there(desk, contest):
    assert desk.get(address(contest, "quyet-dinh/xoa/")).status_code == 404


@pytest.mark.parametrize("name", [RoleName.SECRETARY, RoleName.AUDITOR, RoleName.APPROVER])
def test_others_see_the_desk_and_decide_nothing(contest, name):
    client = browser(make.holder(name, over=contest.body))
    assert client.get(address(contest)).status_code == 200
    assert client.post(address(contest, "quyet-dinh/tam-dung/"), ORDER).status_code == 404
