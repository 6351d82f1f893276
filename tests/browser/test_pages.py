"""Every page of the contestant: narrow, light, dark, weighed, and open to all."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import FORGETS, answer, begin, enter, hand_in, receipt, saving

MOST = 100 * 1024
"""Bytes of the first page with its paper, compressed."""
PAGES = ("/hoa-son/", "/hoa-son/du-thi/", "/hoa-son/tro-lai/", "/hoa-son/cap-lai-ma/")
axe = Axe()


def clean(page) -> None:
    """Neither a violation of accessibility nor a sideways scroll."""
    found = axe.run(page)
    assert not found.response["violations"], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_before_entry_are_clean(new_phone, scheme):
    page = new_phone(color_scheme=scheme, reduced_motion="reduce").new_page()
    for address in PAGES:
        page.goto(address)
        clean(page)
    page.goto("/hoa-son/du-thi/")
    page.click("button.wide")
    page.wait_for_selector(".field__error")
    clean(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_way_from_the_code_to_the_receipt_is_clean(new_phone, scheme):
    page = new_phone(color_scheme=scheme, reduced_motion="reduce").new_page()
    enter(page)
    clean(page)
    begin(page)
    with saving(page, 1):
        answer(page, 1)
    page.click("#cau-2 [data-flag]")
    clean(page)
    page.click("[data-part=ask]")
    clean(page)
    page.click("[data-part=confirm-no]")
    hand_in(page)
    receipt(page)
    clean(page)
    page.goto("/don-gian/cua-toi/")
    clean(page)


def test_large_type_is_changed_without_leaving_the_paper(phone):
    page = phone.new_page()
    enter(page)
    begin(page)
    with saving(page, 1):
        answer(page, 1)
        page.click("button[name=size]")
    page.wait_for_selector("html[data-type=large]")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.reload()
    page.wait_for_selector("html[data-type=large]")


def test_the_first_page_with_its_paper_weighs_at_most_a_hundred_kilobytes(phone):
    page = phone.new_page()
    enter(page)
    bodies: dict[str, bytes] = {}
    page.on("response", lambda one: bodies.setdefault(one.url, one.body()) if one.ok else None)
    begin(page)
    page.wait_for_load_state("networkidle")
    weights = {address: len(gzip.compress(body)) for address, body in bodies.items()}
    assert sum(weights.values()) <= MOST, weights
    scripts = sum(len(body) for url, body in bodies.items() if url.endswith(".js"))
    assert scripts <= 44 * 1024


def test_a_browser_that_keeps_nothing_says_so_and_still_hands_in(phone):
    page = phone.new_page()
    page.add_init_script(FORGETS)
    enter(page)
    page.goto("/don-gian/bai-thi/")
    page.wait_for_selector("[data-part=start-unsafe]:not([hidden])")
    page.click("[data-part=begin]")
    page.wait_for_selector("#cau-1", state="visible")
    with saving(page, 1):
        answer(page, 1)
    hand_in(page)
    assert receipt(page)


def test_in_zalo_the_code_is_a_picture_to_hold(new_phone):
    agent = "Mozilla/5.0 (Linux; Android 13; SM-A047F; wv) Chrome/120.0 Mobile Zalo android/23"
    page = new_phone(user_agent=agent).new_page()
    enter(page)
    page.click("[data-save]")
    page.wait_for_selector("[data-picture]:not([hidden])")
    assert (
        page.locator("[data-picture]").evaluate(
            "image => image.decode().then(() => image.naturalWidth)"
        )
        == 1080
    )


def test_units_are_picked_by_typing_without_diacritics_by_keyboard(phone):
    page = phone.new_page()
    page.goto("/hoa-son/du-thi/")
    page.fill("#unit", "minh khai")
    page.wait_for_selector("[role=option]:has-text('Minh Khai')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#unit").endswith("Nguyễn Thị Minh Khai")
    assert page.input_value("[name=unit]").isdecimal()


def fill_in(page) -> None:
    """The form of somebody whom nobody has seen."""
    who = {"full_name": "Lò Văn Pán", "birth_year": "1957", "phone": "0977000111"}
    for field, text in who.items():
        page.fill(f"#{field}", text)
    page.check("[name=consent]")


def test_a_browser_without_cookies_is_told_so_and_registers_nobody(phone):
    page = phone.new_page()
    page.goto("/don-gian/du-thi/")
    fill_in(page)
    phone.clear_cookies()
    page.click("button.wide")
    expect(page.locator("h1")).to_have_text("Chưa ghi nhận")
    expect(page.locator("main")).to_contain_text("mở bằng trình duyệt")
    # The same person enters afterwards as somebody new: nothing was half-kept.
    page.goto("/don-gian/du-thi/")
    fill_in(page)
    page.click("button.wide")
    page.wait_for_selector(".code-card__code")


@pytest.mark.parametrize(
    ("broken", "said", "shows"),
    [
        pytest.param("", "Không thấy tệp", True, id="a download that may be lost"),
        pytest.param(
            "HTMLCanvasElement.prototype.toBlob = (done) => done(null);",
            "không tạo được ảnh",
            False,
            id="no picture at all",
        ),
        pytest.param(
            "HTMLCanvasElement.prototype.getContext = () => null;",
            "không tạo được ảnh",
            False,
            id="no canvas",
        ),
    ],
)
def test_a_code_that_cannot_be_saved_offers_another_way(phone, broken, said, shows):
    page = phone.new_page()
    page.add_init_script(broken)
    enter(page)
    page.click("[data-save]")
    expect(page.locator(".code-card [role=status]")).to_contain_text(said)
    expect(page.locator(".code-card [role=status]")).to_contain_text("chụp màn hình")
    assert page.locator("[data-picture]").is_visible() is shows
