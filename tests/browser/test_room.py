"""The exam room in a real browser: by keyboard, without a network, on two devices."""

from playwright.sync_api import expect

from tests.browser.conftest import answer, answered, begin, enter, hand_in, receipt, saving, state


def test_a_whole_attempt_by_keyboard(phone):
    page = phone.new_page()
    enter(page)
    page.goto("/don-gian/bai-thi/")
    page.wait_for_selector("[data-ready]")
    page.focus("[data-part=begin]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#cau-1", state="visible")
    radios = page.locator("input[type=radio]").first
    radios.focus()
    with saving(page, 1):
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
    page.focus("[data-part=ask]")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    page.keyboard.press("Tab")
    page.focus("[data-part=confirm-yes]")
    page.keyboard.press("Enter")
    assert receipt(page)
    expect(page.locator("[data-part=receipt-points]")).to_contain_text("điểm")


def test_answers_given_without_a_network_arrive_with_it(phone):
    page = phone.new_page()
    enter(page)
    begin(page)
    with saving(page, 1):
        answer(page, 1)
    phone.set_offline(True)
    answer(page, 2)
    answer(page, 3)
    state(page, "waiting")
    expect(page.locator("[data-part=state]")).to_contain_text("lưu trên máy này")
    with saving(page, 1, 2, 3):
        phone.set_offline(False)
    hand_in(page)
    assert receipt(page)


def test_the_page_reloaded_without_a_network_has_paper_and_answers(phone):
    page = phone.new_page()
    enter(page)
    begin(page)
    with saving(page, 1):
        answer(page, 1)
    page.wait_for_function("async () => (await caches.keys()).includes('hoi-thi-bai-thi')")
    page.wait_for_function(
        "async () => (await (await caches.open('hoi-thi-bai-thi')).keys()).length > 10"
    )
    phone.set_offline(True)
    answer(page, 2)
    page.reload()
    page.wait_for_selector("#cau-1", state="visible")
    assert answered(page) == 2
    answer(page, 3)
    with saving(page, 1, 2, 3):
        phone.set_offline(False)
    hand_in(page)
    assert receipt(page)


def test_a_tab_killed_without_a_network_opens_again_and_hands_in(phone):
    page = phone.new_page()
    enter(page)
    begin(page)
    page.wait_for_function(
        "async () => (await (await caches.open('hoi-thi-bai-thi')).keys()).length > 10"
    )
    phone.set_offline(True)
    answer(page, 1)
    state(page, "waiting")
    page.close()
    again = phone.new_page()
    again.goto("/don-gian/bai-thi/")
    again.wait_for_selector("#cau-1", state="visible")
    assert answered(again) == 1
    hand_in(again)
    expect(again.locator("[data-part=handing-text]")).to_contain_text("có mạng")
    phone.set_offline(False)
    assert receipt(again)


def test_a_second_device_takes_the_paper_and_the_first_may_take_it_back(new_phone):
    first, second = new_phone().new_page(), new_phone().new_page()
    who = enter(first)
    begin(first)
    with saving(first, 1):
        answer(first, 1)
    second.goto("/don-gian/tro-lai/")
    for field in ("full_name", "birth_year", "phone", "code"):
        second.fill(f"#{field}", who[field])
    second.click("button.wide")
    second.wait_for_url("**/cua-toi/")
    second.goto("/don-gian/bai-thi/")
    second.wait_for_selector("[data-ready]")
    second.click("[data-part=begin]")
    second.click("[data-part=go-on]")
    second.wait_for_selector("#cau-1", state="visible")
    assert answered(second) == 1
    with saving(second, 1, 2):
        answer(second, 2)
    answer(first, 3)
    first.click("[data-part=take-back]")
    first.wait_for_selector("#cau-1", state="visible")
    assert answered(first) == 3
    hand_in(first)
    assert receipt(first)


def test_leaving_hands_in_where_the_rules_say_so(phone):
    page = phone.new_page()
    enter(page, "thoat-la-nop")
    begin(page, "thoat-la-nop")
    answer(page, 1)
    page.click("[data-part=leave]")
    page.click("[data-part=leave-yes]")
    assert receipt(page)
    expect(page.locator("[data-part=receipt-how]")).to_contain_text("Thoát")


def test_one_code_twice_is_one_receipt(phone):
    page = phone.new_page()
    enter(page)
    begin(page)
    answer(page, 1)
    hand_in(page)
    code = receipt(page)
    page.reload()
    assert receipt(page) == code
    page.goto("/don-gian/cua-toi/")
    expect(page.locator("main")).to_contain_text(code)
