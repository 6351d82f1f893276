"""Pictures for chat groups have the size that chats expect, whatever their texts."""

import pytest

from hoithi.documents.pictures import (
    Day,
    Figure,
    LinkPreview,
    Summary,
    Tone,
    link_preview,
    summary_picture,
)
from tests.documents.printed import pixels

LONG = "Tìm hiểu Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 – 2030 " * 3


@pytest.mark.parametrize("title", ["Hội thi", LONG, "#panic()", ""])
def test_a_preview_is_1200_by_630(title):
    assert pixels(link_preview(LinkPreview("UBND xã", title, "Đang mở", "hoithi.vn"))) == (
        1200,
        630,
    )


@pytest.mark.parametrize("days", [0, 1, 14, 60])
@pytest.mark.parametrize("figures", [1, 2, 5])
def test_the_summary_is_as_wide_as_a_phone_shows(days, figures):
    figure = Figure("Người dự thi", "3.124", "tăng 312", Tone.GOOD)
    summary = Summary(
        body="Ban Tổ chức",
        title=LONG,
        moment="Đến 07h00 ngày 05/3/2026",
        figures=[figure] * figures,
        days=[Day(f"{n}/3", n * 100) for n in range(days)],
    )
    width, height = pixels(summary_picture(summary))
    assert (width, 500 < height < 1_600) == (1080, True)


def test_a_summary_of_nothing_yet_is_still_a_picture():
    figures = [Figure("Người dự thi", "0")] * 5
    empty = Summary("BTC", "Tuần 1", "Đến 07h00", figures, [Day("01/3", 0)])
    assert pixels(summary_picture(empty))[0] == 1080
