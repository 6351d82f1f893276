"""Takes the pictures of the guide about plans from the same demonstration as `take.py`.

python docs/pictures/of_plans.py http://127.0.0.1:8000
"""

import shutil
import sys
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from take import shot, signed_in, taken

from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.rehearsals.demo.texts import filled

TEXT = Path(__file__).parents[2] / "examples" / "plans" / "hoa-son-2026.txt"
SECTIONS = {
    "kh-tong-quan": "",
    "kh-hoat-dong": "hoat-dong/",
    "kh-nhiem-vu": "nhiem-vu/bang/",
    "kh-ban-to": "ban/",
    "kh-tuyen-truyen": "tuyen-truyen/",
    "kh-kinh-phi": "kinh-phi/",
    "kh-bao-cao": "bao-cao/",
    "kh-ho-so": "ho-so/",
}


def main(address: str) -> None:
    """Takes all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        sections(signed_in(browser, address, "thuongtruc"))
        review(signed_in(browser, address, "tiengiang"))
        unit(browser, address)
        browser.close()


def sections(page: Page) -> None:
    """Every section of the commune's campaign."""
    page.goto("/quan-tri/hoa-son/ke-hoach/")
    page.locator("main a", has_text="Ngày hội chuyển đổi số").first.click()
    page.wait_for_load_state("networkidle")
    campaign = page.url
    for name, path in SECTIONS.items():
        taken(page, campaign + path, name)


def review(page: Page) -> None:
    """A plan that waits to be looked through."""
    page.goto("/quan-tri/tien-giang/ke-hoach/nap-van-ban/")
    text = TEXT.with_name("tien-giang-2019.txt").read_text(encoding="utf-8")
    text = filled(text, local_day(clock.now()) + timedelta(days=1))
    file = {"name": "ke-hoach-hoi-nghi.txt", "mimeType": "text/plain", "buffer": text.encode()}
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Đọc văn bản").click()
    if "/van-ban/" not in page.url:
        # The worker reads it meanwhile; the page of the errand renews itself.
        page.locator("main a[href*='/van-ban/']").click(timeout=60_000)
    page.wait_for_selector("#van-ban")
    shot(page, "kh-xem-lai", page.locator(".plan-review"))


def unit(browser: Browser, address: str) -> None:
    """What a thôn sees."""
    page = signed_in(browser, address, "daumoi")
    page.set_viewport_size({"width": 360, "height": 720})
    taken(page, "/don-vi/ke-hoach/", "kh-don-vi")


if __name__ == "__main__":
    main(sys.argv[1])
