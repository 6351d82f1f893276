"""The organiser closes the round while papers are open: every page learns of it, and why."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import answer, begin, enter, passes_until, receipt, saving, state
from tests.browser.server import close_overdue, decide

HOW = "[data-part=receipt-how]"


def test_a_page_where_nobody_types_learns_that_the_round_was_closed(phone, folder: Path):
    page = phone.new_page()
    page.clock.install()
    enter(page, "dong-lang")
    begin(page, "dong-lang")
    with saving(page, 1):
        answer(page, 1)
        page.clock.run_for(2000)
    decide(folder, "dong-lang", "close_early")
    close_overdue(folder, 60)
    passes_until(page, page.locator("[data-screen=receipt]"))
    expect(page.locator(HOW)).to_contain_text("đóng sớm theo quyết định của Ban Tổ chức")
    expect(page.locator(HOW)).not_to_contain_text("không tính")
    assert receipt(page)


def test_what_was_typed_too_late_is_said_not_to_count(phone, folder: Path):
    page = phone.new_page()
    enter(page, "dong-som")
    begin(page, "dong-som")
    with saving(page, 1):
        answer(page, 1)
    phone.set_offline(True)
    answer(page, 2)
    state(page, "waiting")
    decide(folder, "dong-som", "close_early")
    close_overdue(folder, 60)
    phone.set_offline(False)
    assert receipt(page)
    expect(page.locator(HOW)).to_contain_text("đóng sớm theo quyết định của Ban Tổ chức")
    expect(page.locator(HOW)).to_contain_text("lưu lại nhưng không tính")
