"""Takes the pictures of the guides from a demonstration that runs on this machine.

HOITHI_DATA=var/pictures hoithi demo && HOITHI_DATA=var/pictures hoithi serve
python docs/pictures/take.py http://127.0.0.1:8000
"""

import shutil
import sys
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from hoithi.rehearsals.demo.world import PASSWORD

HERE = Path(__file__).parent
PHONE = {"width": 360, "height": 720}
DESK = {"width": 1200, "height": 800}
CONTEST = "/hoa-son-2026/"


def main(address: str) -> None:
    """Takes all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        contestant(browser, address)
        organiser(browser, address)
        overview(browser)
        browser.close()


def contestant(browser: Browser, address: str) -> None:
    """The way of somebody who takes part on a phone."""
    page = browser.new_page(viewport=PHONE, base_url=address, locale="vi-VN")
    taken(page, CONTEST, "cuoc-thi")
    taken(page, f"{CONTEST}du-thi/", "dang-ky")
    taken(page, f"{CONTEST}ket-qua/week-1/", "ket-qua")


def organiser(browser: Browser, address: str) -> None:
    """The desk of the organiser."""
    page = browser.new_page(viewport=DESK, base_url=address, locale="vi-VN")
    page.goto("/tai-khoan/dang-nhap/")
    page.fill("[name=login]", "thuongtruc")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.click("button[name=code]")
    taken(page, "/quan-tri/hoa-son/viec-can-lam/", "viec-can-lam")
    taken(page, f"/quan-tri/cuoc-thi{CONTEST}", "ban-dieu-hanh")
    taken(page, f"/quan-tri/cuoc-thi{CONTEST}the-le/", "the-le")
    taken(page, f"/quan-tri/cuoc-thi{CONTEST}dot/week-2/", "dot-thi")


def overview(browser: Browser) -> None:
    """The picture of the README: two telephones and a desk side by side."""
    page = browser.new_page(viewport={"width": 1400, "height": 560})
    names = ("cuoc-thi", "ket-qua", "viec-can-lam")
    pictures = "".join(f'<img src="data:image/png;base64,{_encoded(name)}">' for name in names)
    style = "body{margin:20px;display:flex;gap:20px;background:#e9e2d8}img{height:520px}"
    page.set_content(f"<style>{style}</style>{pictures}")
    page.screenshot(path=HERE / "overview.png")


def _encoded(name: str) -> str:
    return b64encode((HERE / f"{name}.png").read_bytes()).decode()


def taken(page: Page, path: str, name: str) -> None:
    """One picture of the top of a page."""
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=HERE / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1])
