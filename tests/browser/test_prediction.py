"""The predicted number in a real browser: kept like every answer, counted by the close."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import answer, begin, enter, hand_in, receipt, saving, state
from tests.browser.server import close_everything

NUMBER = "[data-part=prediction]"


def test_a_typed_number_survives_the_network_and_a_reload_and_the_close_counts_it(
    phone, folder: Path
):
    page = phone.new_page()
    enter(page, "du-doan")
    begin(page, "du-doan")
    with saving(page, 1):
        answer(page, 1)
    page.wait_for_function(
        "async () => (await (await caches.open('hoi-thi-bai-thi')).keys()).length > 10"
    )
    phone.set_offline(True)
    page.fill(NUMBER, "12.345")
    state(page, "waiting")
    page.reload()
    page.wait_for_selector("#cau-1", state="visible")
    expect(page.locator(NUMBER)).to_have_value("12345")
    with saving(page, 1):
        phone.set_offline(False)
    closed = close_everything(folder)
    assert [list(answers) for answers, number in closed if number == 12345] == [["1"]]


def test_the_number_comes_to_another_device_and_is_handed_in_from_there(new_phone):
    first, second = new_phone().new_page(), new_phone().new_page()
    who = enter(first, "du-doan")
    begin(first, "du-doan")
    with first.expect_response("**/sittings/current/sheet"):
        first.fill(NUMBER, "700")
    state(first, "saved")
    second.goto("/du-doan/tro-lai/")
    for field in ("full_name", "birth_year", "phone", "code"):
        second.fill(f"#{field}", who[field])
    second.click("button.wide")
    second.wait_for_url("**/cua-toi/")
    second.goto("/du-doan/bai-thi/")
    second.wait_for_selector("[data-ready]")
    second.click("[data-part=begin]")
    second.click("[data-part=go-on]")
    expect(second.locator(NUMBER)).to_have_value("700")
    hand_in(second)
    handed_in = receipt(second)
    first.reload()
    assert receipt(first) == handed_in


def test_what_is_no_number_is_said_and_not_sent(phone):
    page = phone.new_page()
    enter(page, "du-doan")
    begin(page, "du-doan")
    page.fill(NUMBER, "12 nghìn")
    expect(page.locator("[data-part=prediction-wrong]")).to_contain_text("chỉ nhận chữ số")
    with page.expect_response("**/sittings/current/sheet") as saved:
        page.fill(NUMBER, "1.250")
    assert saved.value.request.post_data_json["prediction"] == 1250
    expect(page.locator("[data-part=prediction-wrong]")).to_be_hidden()


def test_the_page_says_before_handing_in_that_the_number_is_missing(phone):
    page = phone.new_page()
    enter(page, "du-doan")
    begin(page, "du-doan")
    expect(page.locator("[data-part=prediction-text]")).to_contain_text("bao nhiêu người dự thi")
    page.click("[data-part=ask]")
    expect(page.locator("[data-part=confirm-prediction]")).to_be_visible()
    page.click("[data-part=confirm-no]")
    page.fill(NUMBER, "10")
    page.click("[data-part=ask]")
    expect(page.locator("[data-part=confirm-prediction]")).to_be_hidden()
