"""Time in the room: the server's, said rarely, and over when it is over."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import answer, begin, enter, passes_until, receipt, saving, types_until
from tests.browser.server import decide

SPOKEN = """() => {
  window.spoken = [];
  const voice = document.querySelector('[data-part=voice]');
  new MutationObserver(() => window.spoken.push(voice.textContent))
    .observe(voice, { childList: true });
}"""


def seconds(page) -> int:
    """What the timer shows."""
    minutes, rest = page.locator("[data-part=time]").inner_text().split(":")
    return int(minutes) * 60 + int(rest)


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_wrong_by_a_day_changes_nothing(phone, days):
    page = phone.new_page()
    wrong = f"""{{ const right = Date.now; Date.now = () => right() + {days} * 86400000; }}"""
    page.add_init_script(wrong)
    enter(page)
    begin(page)
    assert 14 * 60 < seconds(page) <= 15 * 60
    with saving(page, 1):
        answer(page, 1)
    page.reload()
    page.wait_for_selector("#cau-1", state="visible")
    assert 14 * 60 < seconds(page) <= 15 * 60


def test_the_time_is_spoken_at_ten_five_and_one_minute_and_half_a_minute_only(phone):
    page = phone.new_page()
    page.clock.install()
    enter(page)
    begin(page)
    page.evaluate(SPOKEN)
    phone.set_offline(True)
    page.clock.run_for(14 * 60 * 1000 + 50_000)
    spoken = [one for one in page.evaluate("window.spoken") if re.match(r"Còn \d", one)]
    assert spoken == ["Còn 10 phút.", "Còn 5 phút.", "Còn 1 phút.", "Còn 30 giây."]


def test_when_time_is_over_the_page_hands_in_by_itself(phone, folder: Path):
    page = phone.new_page()
    enter(page, "het-gio")
    begin(page, "het-gio")
    with saving(page, 1):
        answer(page, 1)
    decide(folder, "het-gio", "close_early", "12")
    types_until(
        page, 2, lambda told: any(one["code"] == "shortened" for one in told.get("notices", ()))
    )
    expect(page.locator("[data-part=time]")).to_have_text(re.compile(r"^0?0:\d\d"))
    phone.set_offline(True)
    expect(page.locator("[data-part=handing-text]")).to_contain_text("Đã hết thời gian")
    phone.set_offline(False)
    assert receipt(page)


def test_a_page_that_thinks_its_time_is_over_goes_on_while_the_server_has_time(phone):
    page = phone.new_page()
    page.clock.install()
    enter(page)
    begin(page)
    with saving(page, 1):
        answer(page, 1)
        page.clock.run_for(2000)
    phone.set_offline(True)
    page.clock.run_for(15 * 60 * 1000)
    expect(page.locator("[data-part=handing-text]")).to_contain_text("Đã hết thời gian")
    phone.set_offline(False)
    passes_until(page, page.locator("#cau-2"))
