"""RSS and iCalendar as their readers expect them, whatever the texts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.vietnamese.moments import VIETNAM_TIME
from hoithi.documents.feeds import Event, Feed, FeedItem, calendar, rss
from tests.documents.printed import parsed

OPENS = datetime(2026, 3, 5, 8, 0, tzinfo=VIETNAM_TIME)
ROUND = Event(
    key="vong-2@hoithi.example.vn",
    title="Tuần 2: Tìm hiểu cải cách hành chính; chuyển đổi số, năm 2026",
    starts_at=OPENS,
    ends_at=OPENS + timedelta(days=7),
    changed_at=OPENS - timedelta(days=1),
    text="Dòng một\r\nDòng hai \\",
    place="Xã Bình Sơn",
    address="https://hoithi.example.vn/a,b;c",
)
ITEM = FeedItem("kq-1", "Kết quả <Tuần 1> & 2", "https://h.vn/1?a=1&b=2", OPENS, "Nội dung")


def test_a_round_in_a_calendar():
    assert calendar("Hội thi", [ROUND]).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hoi Thi//hoithi//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Hội thi",
        "X-WR-CALNAME:Hội thi",
        "BEGIN:VEVENT",
        "UID:vong-2@hoithi.example.vn",
        "DTSTAMP:20260304T010000Z",
        "DTSTART:20260305T010000Z",
        "DTEND:20260312T010000Z",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "SUMMARY:Tuần 2: Tìm hiểu cải cách hành chính\\; chuyển đổi s",
        " ố\\, năm 2026",
        "DESCRIPTION:Dòng một\\nDòng hai \\\\",
        "LOCATION:Xã Bình Sơn",
        "URL:https://hoithi.example.vn/a,b;c",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def unfolded(data: bytes) -> list[str]:
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


@given(st.text(max_size=300))
def test_lines_are_short_and_come_back_whole(text):
    data = calendar(text, [replace(ROUND, title=text, text=text, address=text)])
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    names = [line.partition(":")[0] for line in unfolded(data)]
    assert names.count("END") == names.count("BEGIN") == 2
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_cancelled_round_says_so():
    lines = unfolded(calendar("H", [replace(ROUND, is_cancelled=True, changes=3)]))
    assert {"STATUS:CANCELLED", "SEQUENCE:3"} <= set(lines)


def test_a_moment_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="2026"):
        calendar("H", [replace(ROUND, starts_at=OPENS.replace(tzinfo=None))])


def test_news_in_rss():
    feed = Feed("Hội thi", "Tin của hội thi", "https://h.vn/", "https://h.vn/tin.rss", [ITEM])
    root = parsed(rss(feed))
    texts = [(element.tag, element.text) for element in root.iter() if element.text]
    assert texts == [
        ("title", "Hội thi"),
        ("link", "https://h.vn/"),
        ("description", "Tin của hội thi"),
        ("language", "vi"),
        ("lastBuildDate", "Thu, 05 Mar 2026 01:00:00 GMT"),
        ("title", "Kết quả <Tuần 1> & 2"),
        ("link", "https://h.vn/1?a=1&b=2"),
        ("guid", "kq-1"),
        ("pubDate", "Thu, 05 Mar 2026 01:00:00 GMT"),
        ("description", "Nội dung"),
    ]
    assert root.find("channel/{http://www.w3.org/2005/Atom}link").attrib["rel"] == "self"


@given(st.text(max_size=100))
def test_any_text_makes_rss_that_parses(text):
    item = FeedItem(text, text, "https://h.vn", datetime(2026, 1, 1, tzinfo=UTC), text)
    assert parsed(rss(Feed(text, text, text, text, [item]))).tag == "rss"


def test_a_feed_without_news_is_still_a_feed():
    assert b"lastBuildDate" not in rss(Feed("H", "T", "https://h.vn", "https://h.vn/r", []))
