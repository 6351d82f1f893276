"""The public page of a campaign: there only while it is public; visits are totals and no more."""

from datetime import date, timedelta

import pytest
from django.test import Client

from hoithi.campaigns.actions import public as actions
from hoithi.campaigns.models import CampaignVisits
from hoithi.contests import actions as contests
from hoithi.contests.actions import NewContest
from hoithi.files.actions import store
from hoithi.files.facts import FileKind
from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.web.public import files
from hoithi.web.public.visits import share_visits
from tests import make
from tests.campaigns.make import campaign as conference
from tests.campaigns.outreach import campaign
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
READER = {"HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 13) Chrome/120 Mobile Zalo"}
PAGE = "/ke-hoach/to-chuc-hoi-nghi-tong-ket-chuyen-de-thi-dua-nam-2026/"


@pytest.fixture(autouse=True)
def nobody_waits():
    """Visits of another test are none of this one."""
    share_visits()


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body).campaign


@pytest.fixture
def opened(desk, organiser, founded):
    """The campaign, its page public."""
    words = "Mời bà con <b>tham gia</b>."
    form = {"deed": "mo", "words": words, "shows_plan": "on"}
    assert desk.post(home(organiser, f"{founded.pk}/trang-cong-khai/"), form).status_code == 302
    return founded


def visit(rest: str = "", **headers: str):
    return Client().get(f"{PAGE}{rest}", **(READER | headers))


@pytest.mark.parametrize("rest", ["", "van-ban/", "tin.xml", "lich.ics", "anh-xem-truoc.png"])
@pytest.mark.usefixtures("founded")
def test_before_it_is_public_nothing_is_there(rest):
    assert visit(rest).status_code == 404


def test_the_preview_is_for_staff_and_the_buttons_for_the_organiser(desk, organiser, founded):
    address = home(organiser, f"{founded.pk}/trang-cong-khai/")
    assert "Bản xem trước" in desk.get(f"{address}xem-truoc/").content.decode()
    shown = desk.get(address).content.decode()
    assert ("Công khai trang" in shown, "Chưa có lời giới thiệu." in shown) == (True, True)
    secretary = browser(make.holder(RoleName.SECRETARY, over=organiser.body))
    assert "Công khai trang" not in secretary.get(address).content.decode()
    assert secretary.post(address, {"deed": "mo"}).status_code == 404
    assert visit().status_code == 404


@pytest.mark.usefixtures("opened")
def test_the_page_says_what_the_organiser_let_out_and_nothing_else():
    answer = visit()
    page = answer.content.decode()
    assert "Mời bà con &lt;b&gt;tham gia&lt;/b&gt;." in page
    assert "Từ ngày 10/11/2026" in page or "từ ngày 10/11/2026" in page
    for inside in ("Chuẩn bị giải thưởng", "Phòng Văn hóa", "csrfmiddlewaretoken", "quan-tri/hoa"):
        assert inside not in page
    assert 'property="og:image" content="http://testserver/ke-hoach/' in page
    assert "set-cookie" not in {name.lower() for name in answer.headers}


def test_open_moments_are_said_in_words(organiser):
    founded = conference(organiser.body).campaign
    actions.open_page(founded, by=organiser, at=AT)
    page = visit().content.decode()
    assert "cuối tháng 12 năm 2026 (chưa ấn định ngày)" in page
    assert b"BEGIN:VEVENT" not in visit("lich.ics").content


@pytest.mark.usefixtures("opened")
def test_it_is_sent_once_and_then_by_its_etag():
    first = visit()
    assert first["Cache-Control"] == "public, max-age=60"
    assert visit(HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304


def test_a_withdrawn_page_is_gone_and_comes_back_at_its_address(desk, organiser, opened):
    address = home(organiser, f"{opened.pk}/trang-cong-khai/")
    assert desk.post(address, {"deed": "thu-hoi"}).status_code == 302
    assert [visit(rest).status_code for rest in ("", "tin.xml", "lich.ics")] == [404] * 3
    assert desk.post(address, {"deed": "thu-hoi"}).status_code == 422
    desk.post(address, {"deed": "mo"})
    assert visit().status_code == 200
    assert make.deeds().count("campaigns.page_opened") == 2


def test_the_plan_is_there_only_where_it_was_let_out(desk, organiser, opened):
    assert visit("van-ban/").status_code == 404
    opened.plan_file = store(
        b"%PDF-1.4\n%%EOF\n", "kh.pdf", body=organiser.body, by=None, at=AT, allowed={FileKind.PDF}
    )
    opened.save()
    answer = visit("van-ban/")
    assert answer["Content-Disposition"].startswith("attachment")
    desk.post(home(organiser, f"{opened.pk}/trang-cong-khai/"), {"deed": "luu"})
    assert visit("van-ban/").status_code == 404


def test_public_contests_are_shown_and_drafts_are_not(organiser):
    new = NewContest(pattern="xa-2026", title="Cuộc thi xã An Phú", first_day=date(2026, 11, 1))
    contest = contests.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)
    page = actions.open_page(contest.campaign, by=organiser, at=AT)
    address = f"/ke-hoach/{page.slug}/"
    assert f"/{contest.slug}/the-le/" not in Client().get(address).content.decode()
    contests.put_in_force(contest, by=organiser, at=AT)
    contests.announce(contest, by=organiser, at=AT)
    assert f"/{contest.slug}/the-le/" in Client().get(address).content.decode()


def test_news_is_on_the_page_and_in_the_feed_until_it_is_withdrawn(desk, organiser, opened):
    base = home(organiser, f"{opened.pk}/trang-cong-khai/")
    news = {"title": "Khai mạc <1>", "text": "Đã khai mạc", "link": "xa.vn/tin"}
    assert desk.post(f"{base}tin-moi/", news).status_code == 302
    assert "Khai mạc &lt;1&gt;" in visit().content.decode()
    assert "Khai mạc &lt;1&gt;" in visit("tin.xml").content.decode()
    made = opened.news.get()
    desk.post(f"{base}tin/{made.pk}/rut/")
    assert "Khai mạc" not in visit().content.decode() + visit("tin.xml").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"text": ""},
        {"link": "javascript:alert(1)"},
        {"title": "a" * 301},
        {"text": "\x07"},
    ],
)
def test_wrong_news_is_refused(desk, organiser, opened, wrong):
    news = {"title": "Khai mạc", "text": "Đã khai mạc"} | wrong
    base = home(organiser, f"{opened.pk}/trang-cong-khai/tin-moi/")
    assert (desk.post(base, news).status_code, opened.news.count()) == (422, 0)


def test_two_campaigns_of_one_title_have_two_addresses(organiser):
    slugs = [
        actions.open_page(campaign(organiser.body).campaign, by=organiser, at=AT).slug
        for _ in range(2)
    ]
    assert slugs == [PAGE.split("/")[2], f"{PAGE.split('/')[2]}-2"]


def counts() -> dict[tuple[date, str], int]:
    share_visits()
    rows = CampaignVisits.objects.values_list("day", "source", "count")
    return {(day, source): number for day, source, number in rows}


@pytest.mark.usefixtures("opened")
def test_visits_are_counted_by_day_and_way_and_nothing_else(desk, organiser, founded):
    for rest in ("", "?tu=zalo", "?tu=ap-phich", "?tu=zalo", "?tu=<script>"):
        visit(rest)
    with clock.pinned(AT + timedelta(days=1)):
        visit()
    day = date(2026, 11, 2)
    assert counts() == {
        (day, ""): 2,
        (day, "zalo"): 2,
        (day, "ap-phich"): 1,
        (day + timedelta(1), ""): 1,
    }
    visit("?tu=zalo")
    assert counts()[day, "zalo"] == 3
    shown = desk.get(home(organiser, f"{founded.pk}/trang-cong-khai/luot-xem/")).content.decode()
    assert "Mã QR trên áp phích" in shown


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_USER_AGENT": "Googlebot/2.1"},
        {"HTTP_USER_AGENT": "facebookexternalhit/1.1"},
        {"HTTP_USER_AGENT": ""},
        {"HTTP_SEC_PURPOSE": "prefetch"},
    ],
)
def test_programs_are_not_counted(headers):
    assert visit(**headers).status_code == 200
    assert counts() == {}


@pytest.mark.usefixtures("opened")
def test_a_view_writes_nothing(django_assert_num_queries):
    visit()
    with django_assert_num_queries(VIEW) as told:
        visit("?tu=zalo")
    assert not [one for one in told.captured_queries if not one["sql"].startswith("SELECT")]


VIEW = 5


def test_the_feeds_are_among_the_files_of_a_static_copy(opened):
    page = actions.open_page(opened, by=make.person(), at=AT)
    found = {
        address: still.body
        for _title, pages in files.parts(at=AT, site="https://thi.vn")
        for address, still in pages
    }
    assert f"/ke-hoach/{page.slug}/tin.xml" in found
    assert b"20261109T170000Z" in found[f"/ke-hoach/{page.slug}/lich.ics"]


def test_the_front_page_leads_there_and_the_link_has_a_picture(opened):
    assert opened.page.is_public
    assert PAGE in Client().get("/").content.decode()
    assert visit("anh-xem-truoc.png").content.startswith(b"\x89PNG")
