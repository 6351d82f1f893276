"""The list of contests, the rules, feeds, the frame, certificates."""

import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hoithi.kit import clock
from hoithi.results.actions.publishing import _publish
from hoithi.results.models import Result
from tests.results.boards import CLOSES, LATER, OPENS, Board, contest, drafted

pytestmark = pytest.mark.django_db
NAMES = ["Nguyễn V. A**", "Trần T. B**"]


@pytest.fixture
def online():
    return contest()


@pytest.fixture
def result(online):
    draft = drafted(online, online.rounds.get(key="week-1"), Board(NAMES))
    return _publish(draft, Result(facts={}), by=None, at=CLOSES)


def get(path, at=LATER):
    with clock.pinned(at):
        return Client().get(path)


def text(response):
    return response.content.decode()


def test_the_front_page_lists_public_contests_open_ones_first(online):
    other = contest()
    other.rounds.update(closes_at=OPENS - timedelta(minutes=1), opens_at=OPENS - timedelta(days=1))
    hidden = contest()
    hidden.state = "draft"
    hidden.save()
    page = text(get("/", at=OPENS))
    assert page.index(f"/{online.slug}/") < page.index(f"/{other.slug}/")
    assert hidden.slug not in page
    assert "đến 16h30 ngày 19/12/2021" in page


def test_the_front_page_asks_the_same_queries_for_one_and_for_three():
    counts = []
    for more in (1, 2):
        for _ in range(more):
            contest()
        with CaptureQueriesContext(connection) as asked:
            get("/")
        counts.append(len(asked))
    assert counts == [4, 4]


@pytest.mark.usefixtures("result")
def test_the_front_page_leads_to_the_results_of_a_contest(online):
    address = f'href="/{online.slug}/ket-qua/"'
    assert address in text(get("/"))
    assert address not in text(get("/", at=OPENS))


def test_an_empty_installation_says_that_there_is_nothing():
    assert "Hiện chưa có cuộc thi nào được công khai." in text(get("/"))


def test_the_rules_are_printed_with_version_and_hash(online):
    version = online.versions.get()
    page = text(get(f"/{online.slug}/the-le/"))
    assert version.sha256 in page
    assert "Phiên bản 1 (đang xem)" in page
    assert "THỂ LỆ" in page
    assert "Điều 1." in page
    for missing in ("2", "0", "99999"):
        assert get(f"/{online.slug}/the-le/?phien-ban={missing}").status_code == 404


def test_news_are_a_feed_of_published_numbers(online, result):
    feed = get(f"/{online.slug}/ket-qua/tin.xml").content
    root = ET.fromstring(feed)  # noqa: S314 - our own bytes
    items = root.findall("./channel/item")
    assert [item.findtext("link") for item in items] == [
        f"http://testserver/{online.slug}/ket-qua/week-1/so-1/"
    ]
    assert [item.findtext("guid") for item in items] == [f"{result.sha256}-1"]


def test_the_calendar_holds_every_dated_round(online):
    lines = text(get(f"/{online.slug}/lich.ics")).split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 2
    assert "DTSTART:20211213T013000Z" in lines
    assert all(len(line.encode()) <= 75 for line in lines)


@pytest.mark.usefixtures("result")
def test_the_frame_may_stand_in_a_portal_and_no_other_page(online):
    frame = get(f"/{online.slug}/nhung/")
    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame
    assert len(frame.content) < 4000
    page = get(f"/{online.slug}/ket-qua/week-1/")
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


def test_the_preview_is_a_picture(online):
    response = get(f"/{online.slug}/anh-xem-truoc.png")
    assert response["Content-Type"] == "image/png"
    assert response.content[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("code", ["ABCD2345", "%00", "a%3Cscript%3Ealert", "a" * 300])
def test_an_unknown_certificate_gets_one_sentence(code):
    response = get(f"/xac-minh/{code}/")
    assert response.status_code == 404
    assert "<script" not in text(response)


@pytest.mark.usefixtures("result")
def test_a_result_follows_the_language_the_reader_has_chosen(online):
    address = f"/{online.slug}/ket-qua/week-1/"
    reader = Client()
    asked = []
    with clock.pinned(LATER):
        for cookie, path in (("", address), ("en", address), ("en", f"{address}?ngon-ngu=vi")):
            reader.cookies["django_language"] = cookie
            response = reader.get(path)
            asked.append((response["Content-Language"], b'<html lang="en"' in response.content))
            assert "Cookie" in response["Vary"]
    assert asked == [("vi", False), ("en", True), ("vi", False)]
