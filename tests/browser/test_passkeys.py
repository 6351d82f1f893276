"""Staff sign in with a passkey; contestants pass the puzzle of a contest."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import CDPSession, Page

from tests.browser.conftest import enter

axe = Axe()


@contextmanager
def authenticator(page: Page) -> Iterator[CDPSession]:
    """A device that knows its owner by fingerprint and keeps passkeys."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield cdp
    cdp.send("WebAuthn.removeVirtualAuthenticator", made)


def clean(page: Page) -> None:
    found = axe.run(page)
    assert not found.response["violations"], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def sign_in(page: Page) -> None:
    page.goto("/tai-khoan/dang-nhap/")
    page.fill("[name=login]", "quan-tri")
    page.fill("[name=password]", "mat-khau-quan-tri")
    page.click("button.button--main")


def sign_out(page: Page) -> None:
    page.goto("/tai-khoan/dang-xuat/")
    page.click("main button.button--main")
    page.wait_for_url("**/dang-nhap/**")


def add_passkey(page: Page) -> None:
    page.goto("/tai-khoan/hai-lop/webauthn/add/")
    clean(page)
    page.fill("[name=name]", "Điện thoại của Thảo")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/**")
    clean(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_passkey_is_added_used_alone_used_as_second_factor_and_removed(new_phone, scheme):
    page = new_phone(color_scheme=scheme).new_page()
    wrong: list[str] = []
    page.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
    with authenticator(page):
        sign_in(page)
        page.wait_for_url("**/bat-hai-lop/")
        add_passkey(page)
        sign_out(page)
        page.click("#passkey_login")
        page.wait_for_url("**/quan-tri/")
        sign_out(page)
        sign_in(page)
        page.wait_for_url("**/authenticate/")
        clean(page)
        page.click("#mfa_webauthn_authenticate")
        page.wait_for_url("**/quan-tri/")
        page.goto("/tai-khoan/hai-lop/")
        clean(page)
        page.goto("/tai-khoan/hai-lop/webauthn/")
        clean(page)
        page.click("section a.button--danger")
        page.wait_for_url("**/xac-nhan-lai/**")
        clean(page)
        page.fill("[name=password]", "mat-khau-quan-tri")
        page.click("main button.button--main")
        page.click("main button.button--danger")
        page.wait_for_url("**/webauthn/")
        assert "Chưa có khóa nào" in page.inner_text("main")
        page.goto("/quan-tri/")
        page.wait_for_url("**/bat-hai-lop/")
    assert wrong == []


def test_who_cancels_reads_why_nothing_happened(new_phone):
    page = new_phone().new_page()
    sign_in(page)
    page.wait_for_url("**/bat-hai-lop/")
    page.goto("/tai-khoan/hai-lop/webauthn/add/")
    refused = "Promise.reject(new DOMException('', 'NotAllowedError'))"
    page.evaluate(f"() => {{ navigator.credentials.create = () => {refused} }}")
    page.click("#mfa_webauthn_add")
    page.wait_for_selector("[data-passkey-failed]:not([hidden])")
    assert "chưa" in page.inner_text("[data-passkey-failed]")


def test_a_contest_with_a_puzzle_is_entered_by_a_browser(phone):
    page = phone.new_page()
    sent: list[str] = []
    page.on(
        "request", lambda one: sent.append(one.post_data or "") if one.method == "POST" else None
    )
    enter(page, "chong-may")
    assert any("proof=" in one and "proof=&" not in one for one in sent)
