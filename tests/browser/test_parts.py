"""A round of two papers in a real browser: from the receipt of one to the other, and back later."""

from playwright.sync_api import expect

from tests.browser.conftest import answer, begin, enter, hand_in, receipt, state
from tests.browser.test_pages import clean

FIRST, SECOND = "Bài pháp luật", "Bài tìm hiểu nghị quyết của Đảng bộ xã"


def again(page) -> None:
    """The way on from the receipt: the page before the papers, fresh from the server."""
    page.click("[data-part=next-go]")
    page.wait_for_selector("[data-screen=start]:not([hidden])")
    page.wait_for_selector("[data-ready]")


def test_the_receipt_of_one_paper_leads_to_the_next(new_phone):
    page = new_phone(reduced_motion="reduce").new_page()
    enter(page, "hai-bai")
    begin(page, "hai-bai")
    expect(page.locator("[data-part=paper-title]")).to_have_text(FIRST)
    answer(page, 1)
    state(page, "saved")
    hand_in(page)
    first = receipt(page)
    expect(page.locator("[data-part=receipt-part]")).to_have_text(FIRST)
    expect(page.locator("[data-part=next-text]")).to_contain_text(SECOND)
    clean(page)
    again(page)
    clean(page)
    expect(page.locator("[data-screen=start]")).to_contain_text("Đã làm 1 trong 2 bài")
    expect(page.locator("[data-part=begin]")).to_have_text(f"Bắt đầu làm bài: {SECOND}")
    page.click("[data-part=begin]")
    page.wait_for_selector("#cau-1", state="visible")
    expect(page.locator("[data-part=progress]")).to_contain_text("0/")
    hand_in(page)
    assert receipt(page) != first
    expect(page.locator("[data-part=next]")).to_be_hidden()
    page.goto("/hai-bai/cua-toi/")
    for words in (f": {FIRST}", f": {SECOND}", "Đã làm đủ 2 bài", first):
        expect(page.locator("main")).to_contain_text(words)
    clean(page)


def test_the_second_paper_may_come_first_and_the_other_later_on_another_device(new_phone):
    page = new_phone().new_page()
    who = enter(page, "hai-bai")
    page.goto("/hai-bai/bai-thi/")
    page.wait_for_selector("[data-ready]")
    page.click("[data-begin=resolution]")
    page.wait_for_selector("#cau-1", state="visible")
    expect(page.locator("[data-part=paper-title]")).to_have_text(SECOND)
    page.reload()
    page.wait_for_selector("#cau-1", state="visible")
    hand_in(page)
    receipt(page)
    expect(page.locator("[data-part=next-text]")).to_contain_text(FIRST)
    other = new_phone().new_page()
    other.goto("/hai-bai/tro-lai/")
    for field in ("full_name", "birth_year", "phone", "code"):
        other.fill(f"#{field}", who[field])
    other.click("button.wide")
    other.wait_for_url("**/cua-toi/")
    other.get_by_role("link", name=f"Vào thi: {FIRST}").click()
    other.wait_for_selector("[data-ready]")
    other.click("[data-part=begin]")
    other.wait_for_selector("#cau-1", state="visible")
    hand_in(other)
    receipt(other)
    expect(other.locator("[data-part=next]")).to_be_hidden()


def test_at_an_assisted_place_both_papers_come_before_the_next_person(signed_in):
    device = signed_in("ho-tro")
    page = device.new_page()
    page.goto("/hai-bai/diem-ho-tro/")
    page.fill("#name", "Nhà văn hóa thôn Đồng Tâm")
    page.get_by_role("button", name="Mở điểm", exact=True).click()
    device.clear_cookies(name="sessionid")
    enter(page, "hai-bai")
    begin(page, "hai-bai")
    hand_in(page)
    receipt(page)
    again(page)
    page.click("[data-part=begin]")
    page.wait_for_selector("#cau-1", state="visible")
    hand_in(page)
    receipt(page)
    expect(page.locator("[data-part=next]")).to_be_hidden()
    page.get_by_role("button", name="Xong, mời người tiếp theo").click()
    page.wait_for_url("**/hai-bai/")
