"""The whole way inside Zalo, Facebook and Messenger, whose browsers keep less and save no file."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import FORGETS, NewPhone, answer, begin, enter, hand_in, receipt, saving

ANDROID = "Mozilla/5.0 (Linux; Android 13; SM-A047F; wv) AppleWebKit/537.36 Chrome/120.0 Mobile"
APPLE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
APPS = {
    "zalo-android": f"{ANDROID} Zalo android/23100623 ZaloTheme/light ZaloLanguage/vi",
    "zalo-ios": f"{APPLE} Zalo iOS/480 ZaloTheme/light ZaloLanguage/vi",
    "facebook-android": f"{ANDROID} [FB_IAB/FB4A;FBAV/440.0.0.30.103;]",
    "facebook-ios": f"{APPLE} [FBAN/FBIOS;FBAV/440.0.0.30.103;FBDV/iPhone14,5;FBLC/vi_VN]",
    "messenger-ios": f"{APPLE} [FBAN/MessengerForiOS;FBAV/440.0.0.30.103;FBLC/vi_VN]",
}


def inside(new_phone: NewPhone, app: str) -> Page:
    """A page in the browser of an app: no worker of the page's own, no downloads."""
    facts = {"service_workers": "block", "accept_downloads": False, "is_mobile": True}
    return new_phone(user_agent=APPS[app], has_touch=True, **facts).new_page()


@pytest.mark.parametrize("app", sorted(APPS))
def test_the_whole_way(new_phone, app):
    page = inside(new_phone, app)
    page.goto("/don-gian/")
    page.click("text=Vào thi >> nth=0")
    page.wait_for_url("**/du-thi/")
    who = enter(page)
    page.click("[data-save]")
    page.wait_for_selector("[data-picture]:not([hidden])")
    begin(page)
    with saving(page, 1, 2):
        answer(page, 1)
        answer(page, 2)
    page.reload()
    page.wait_for_selector("#cau-1", state="visible")
    expect(page.locator("#cau-1 input").first).to_be_checked()
    hand_in(page)
    code = receipt(page)
    page.goto("/don-gian/cua-toi/")
    expect(page.locator("main")).to_contain_text(code)
    assert who["code"]


def test_where_nothing_can_be_kept_the_page_says_so_and_the_paper_counts(new_phone):
    page = inside(new_phone, "facebook-ios")
    page.add_init_script(FORGETS)
    enter(page)
    page.goto("/don-gian/bai-thi/")
    page.wait_for_selector("[data-ready]")
    expect(page.locator("[data-part=start-unsafe]")).to_be_visible()
    begin(page)
    with saving(page, 1):
        answer(page, 1)
    hand_in(page)
    assert receipt(page)
