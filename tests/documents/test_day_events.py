"""Events of whole days in a calendar file."""

from datetime import UTC, date, datetime

from hoithi.documents.feeds import DayEvent, calendar

AT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)


def test_a_day_ends_before_the_next_and_a_range_includes_its_last():
    one = DayEvent("a@x", "Nộp báo cáo", date(2026, 12, 31), date(2026, 12, 31), AT)
    two = DayEvent(
        "b@x", "Họp, bàn; kết luận", date(2026, 2, 27), date(2026, 3, 1), AT, "Dòng\nhai",
        "https://x.vn/a b", is_tentative=True,
    )  # fmt: skip
    text = calendar("Lịch", [one, two]).decode()
    first, second = text.split("BEGIN:VEVENT\r\n")[1:]
    assert first.splitlines() == [
        "UID:a@x",
        "DTSTAMP:20261102T030000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "SUMMARY:Nộp báo cáo",
        "END:VEVENT",
    ]
    assert second.splitlines()[2:-1] == [
        "DTSTART;VALUE=DATE:20260227",
        "DTEND;VALUE=DATE:20260302",
        "STATUS:TENTATIVE",
        "TRANSP:TRANSPARENT",
        "SUMMARY:Họp\\, bàn\\; kết luận",
        "DESCRIPTION:Dòng\\nhai",
        "URL:https://x.vn/ab",
        "END:VEVENT",
    ]
