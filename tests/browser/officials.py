"""What the officials of the demonstration do at the results desk, as their hands would."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.server import HOME, environment

PASSWORD = "dung-thu-hoi-thi"
DESK = "/quan-tri/cuoc-thi/hoa-son-2026/ket-qua/week-2/"
ROUND = "/quan-tri/cuoc-thi/hoa-son-2026/dot/week-2/"
SIGNED = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
CROWD = 60


def demonstration(folder: Path) -> None:
    """Makes the demonstration with a small crowd."""
    command = [sys.executable, "-m", "hoithi.command", "demo", "--people", str(CROWD)]
    environ = environment(folder, 0)
    subprocess.run(command, env=environ, cwd=HOME, check=True, stdout=subprocess.DEVNULL)


def everybody_has_handed_in(folder: Path) -> None:
    """Closes what still ran when the round was closed, as the worker does."""
    command = [sys.executable, "-m", "tests.browser.later"]
    environ = environment(folder, 0)
    subprocess.run(command, env=environ, cwd=HOME, check=True, stdout=subprocess.DEVNULL)


def signed_in(browser: Browser, site: str, login: str) -> Page:
    """An official at a desk, signed in with the one click that only a demonstration has."""
    page = browser.new_context(base_url=site, locale="vi-VN").new_page()
    page.set_default_timeout(20_000)
    page.goto("/tai-khoan/dang-nhap/")
    page.fill("[name=login]", login)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.click("button[name=code]")
    page.wait_for_url("**/quan-tri/**")
    return page


def close_early(desk: Page) -> None:
    """Closes the round now; its result is to come out as soon as it is approved."""
    desk.goto(ROUND)
    desk.get_by_role("link", name="Đóng sớm").click()
    desk.get_by_label("Ngay khi được duyệt").check()
    desk.fill("[name=reason]", "Kết thúc sớm theo ý kiến Trưởng Ban")
    desk.fill("[name=document_number]", "18/TB-BTC")
    desk.get_by_role("button", name="Đóng sớm").click()
    desk.wait_for_selector("text=Ngay khi được duyệt")


def prepare(desk: Page) -> None:
    """Makes the list of results, and parts by lot who is equal at the last prize."""
    desk.goto(DESK)
    desk.get_by_role("button", name="danh sách kết quả").click()
    desk.wait_for_selector("#goi-dien")
    while equals := desk.locator("ol.found > li").count():
        desk.fill("#bang_order", ", ".join(str(number + 1) for number in range(equals)))
        desk.fill("#bang_witnesses", "Ban Tổ chức và Tổ thư ký")
        desk.get_by_role("button", name="Ghi kết quả và lập lại danh sách").click()
        desk.wait_for_selector("#goi-dien")


def waiting(desk: Page, *, but: str = "\0") -> list[str]:
    """The addresses of the candidates whom nobody has telephoned, in order, but for one name."""
    rows = desk.locator("li.row:has-text('Chưa xác minh')").filter(has_not_text=but)
    return [str(one.get_attribute("href")) for one in rows.locator("a:has(strong)").all()]


def found(desk: Page, candidate: str, label: str, reason: str = "") -> None:
    """Says what the telephone call came to."""
    desk.goto(candidate)
    desk.get_by_label(label).check()
    desk.locator("textarea[name=reason]").last.fill(reason)
    desk.get_by_role("button", name="Ghi", exact=True).click()
    desk.wait_for_selector("text=Đã ghi kết quả xác minh")


def verify_all(desk: Page) -> None:
    """Finds everybody to be who they say they are."""
    desk.goto(DESK)
    for candidate in waiting(desk):
        found(desk, candidate, "Đúng người")
    desk.goto(DESK)


def approve_by_document(desk: Page, number: str) -> None:
    """Records the leader's signed decision."""
    desk.click("summary:has-text('Ghi văn bản phê duyệt')")
    desk.fill("#vb_document_number", number)
    desk.fill("#vb_document_date", datetime.now(UTC).date().isoformat())
    desk.fill("#vb_signer", "Hoàng Văn Nam, Chủ tịch Ủy ban nhân dân xã")
    scan = {"name": "quyet-dinh.pdf", "mimeType": "application/pdf", "buffer": SIGNED}
    desk.set_input_files("#vb_file", files=[scan])
    desk.get_by_role("button", name="Ghi văn bản").click()
    desk.wait_for_selector("text=Đã phê duyệt")


def publish(desk: Page, reason: str = "") -> None:
    """Makes the approved list the public result."""
    if reason:
        desk.fill("#cb_reason", reason)
    desk.get_by_role("button", name=re.compile("Công bố (kết quả|ngay)")).click()
    desk.wait_for_selector("text=Đã công bố.")
