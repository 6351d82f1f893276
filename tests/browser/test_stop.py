"""The organiser stops the clock: an open page stands still, and goes on with what was left."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import answer, begin, enter, hand_in, receipt, saving, types_until
from tests.browser.server import decide


def seconds(page) -> int:
    minutes, rest = page.locator("[data-part=time]").inner_text().split(":")
    return int(minutes) * 60 + int(rest)


def comes_back(page) -> None:
    """Opens the paper until the room goes on, which reads decisions every second."""
    for _turn in range(40):
        page.goto("/tam-dung/bai-thi/")
        page.wait_for_selector("#cau-1", state="visible")
        if page.locator("#cau-3 input").first.is_enabled():
            return
    raise AssertionError("The room never went on.")


def test_an_open_page_stands_still_and_goes_on(phone, folder: Path):
    page = phone.new_page()
    enter(page, "tam-dung")
    begin(page, "tam-dung")
    with saving(page, 1):
        answer(page, 1)
    decide(folder, "tam-dung", "pause", "stop")
    types_until(
        page, 2, lambda told: any(one["code"] == "clock_stopped" for one in told.get("notices", ()))
    )
    expect(page.locator("[data-part=notices]")).to_contain_text("đồng hồ đã dừng")
    expect(page.locator("#cau-3 input").first).to_be_disabled()
    left = seconds(page)
    page.goto("/tam-dung/")
    expect(page.locator("main")).to_contain_text("tạm dừng, dừng đồng hồ")
    expect(page.get_by_role("link", name="Vào thi")).to_have_count(0)
    decide(folder, "tam-dung", "resume")
    comes_back(page)
    with saving(page, 3):
        answer(page, 3)
    assert 0 <= left - seconds(page) <= 30
    hand_in(page)
    assert receipt(page)
