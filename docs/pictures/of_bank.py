"""Takes the pictures of the question writers' guide from a fresh demonstration, as `take.py` does.

python docs/pictures/of_bank.py http://127.0.0.1:8000

It leaves in the demonstration what the pictures show: questions that were written and taken from a
file, a document that ended, papers for a hall, a correction that waits.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from take import AT_DESK, shot, signed_in, taken

DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 720}
FILE = Path(__file__).with_name("cau-hoi.txt")
ONE_RIGHT = {
    "stem": "Luật Giao dịch điện tử năm 2023 có hiệu lực thi hành từ ngày nào?",
    "option_0": "Ngày 01/01/2024",
    "option_1": "Ngày 01/7/2024",
    "option_2": "Ngày 01/01/2025",
    "option_3": "Ngày 01/7/2025",
    "explanation": "Luật được Quốc hội thông qua ngày 22/6/2023.",
    "document_number": "20/2023/QH15",
    "article": "52",
    "clause": "1",
    "document_title": "Luật Giao dịch điện tử",
    "field": "Chuyển đổi số",
    "topic": "Giao dịch điện tử",
}
PAIRS = {
    "stem": "Hãy ghép mỗi đạo luật với số, ký hiệu của luật đó.",
    "option_0": "Luật Giao dịch điện tử",
    "option_1": "Luật Căn cước",
    "option_2": "Luật Dữ liệu",
    "pair_0": "20/2023/QH15",
    "pair_1": "26/2023/QH15",
    "pair_2": "60/2024/QH15",
    "document_number": "20/2023/QH15",
    "field": "Chuyển đổi số",
}


def main(address: str) -> None:
    """Takes all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        writer(at_desk(browser, address, "soancauhoi"))
        reviewer(at_desk(browser, address, "thamdinh"))
        organiser(at_desk(browser, address, "thuongtruc"))
        browser.close()


def at_desk(browser: Browser, address: str, login: str) -> Page:
    """Somebody of the demonstration, at a screen of an office."""
    page = signed_in(browser, address, login)
    page.set_viewport_size(DESK)
    return page


def bank_of(page: Page) -> str:
    """The address of the commune's bank."""
    page.goto("/quan-tri/ngan-hang/")
    page.locator("main .card-title a").first.click()
    page.wait_for_load_state("networkidle")
    return page.url


def writer(page: Page) -> None:
    """Questions are written on the screen and on a phone, and brought from a file."""
    bank = bank_of(page)
    page.goto(f"{bank}cau-hoi-moi/?loai=single")
    filled(page, ONE_RIGHT)
    page.check("[name=right][value='1']")
    page.mouse.move(0, 0)
    shot(page, "nh-viet-cau")
    page.get_by_role("button", name="Lưu và viết câu tiếp").click()
    page.set_viewport_size(PHONE)
    page.goto(f"{bank}cau-hoi-moi/?loai=matching")
    filled(page, PAIRS)
    shot(page, "nh-dien-thoai", page.locator("label[for=id_stem]"))
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.set_viewport_size(DESK)
    page.goto(f"{bank}tu-tep/")
    page.set_input_files("#tep", FILE)
    page.get_by_role("button", name="Xem trước").click()
    page.wait_for_selector(".stats")
    shot(page, "nh-nhap-tep")
    page.get_by_role("button", name="Chỉ nhập").click()
    page.wait_for_load_state("networkidle")


def filled(page: Page, texts: dict[str, str]) -> None:
    """Fills boxes in by their names."""
    for name, text in texts.items():
        page.fill(f"[name={name}]", text)


def reviewer(page: Page) -> None:
    """What waits is read; the bank is looked at as a whole; a document ends."""
    bank = bank_of(page)
    taken(page, f"{bank}tham-dinh/", "nh-tham-dinh")
    taken(page, f"{bank}kiem-tra/", "nh-kiem-tra")


def organiser(page: Page) -> None:
    """Papers before a round, statistics and a correction after it."""
    ended_document(page)
    simulated(page)
    codes(page)
    statistics(page)


def ended_document(page: Page) -> None:
    """A document that ends keeps its questions out of new papers."""
    page.goto(bank_of(page))
    page.get_by_role("link", name="Văn bản làm căn cứ").click()
    page.get_by_role("link", name="61/2018/NĐ-CP").first.click()
    page.get_by_text("Ghi nhận văn bản thay đổi").click()
    page.get_by_label("Hết hiệu lực", exact=True).check()
    filled(page, {"on": "01/7/2025", "by_document": "118/2025/NĐ-CP"})
    page.get_by_role("button", name="Ghi nhận thay đổi").click()
    page.wait_for_load_state("networkidle")
    shot(page, "nh-van-ban")


def simulated(page: Page) -> None:
    """100,000 papers drawn for trial."""
    papers = f"{AT_DESK}de-thi/week-3/mo-phong/"
    page.goto(papers)
    page.get_by_role("button", name="Mô phỏng 100.000 đề").first.click()
    page.wait_for_load_state("networkidle")
    page.goto(papers)
    # The worker draws them meanwhile.
    while not page.locator("figure").count():
        page.wait_for_timeout(1_000)
        page.reload()
    shot(page, "nh-mo-phong", page.locator("section.card:has(figure)").first)


def codes(page: Page) -> None:
    """Papers for halls without network."""
    page.goto(f"{AT_DESK}dot/week-2/bai-giay/ma-de/")
    page.get_by_role("button", name="Rút và niêm phong đề in").click()
    page.wait_for_load_state("networkidle")
    shot(page, "nh-ma-de", page.get_by_text("Mỗi mã đề rút bộ câu hỏi riêng theo ma trận"))


def statistics(page: Page) -> None:
    """What the answers of a round tell of its questions; a correction that waits."""
    page.goto(f"{AT_DESK}dot/week-1/thong-ke-cau-hoi/")
    shot(page, "nh-thong-ke", page.locator("section.card").first)
    page.get_by_role("link", name="Xem lại đáp án câu").first.click()
    page.wait_for_selector("figure")
    page.get_by_role("link", name="Đính chính đáp án hoặc hủy câu hỏi").click()
    page.get_by_label("Hủy câu hỏi").check()
    page.fill("[name=reason]", "Câu hỏi có thể hiểu theo hai cách.")
    page.get_by_role("button", name="Tính thay đổi và gửi phê duyệt").click()
    page.wait_for_load_state("networkidle")
    while page.get_by_text("Hệ thống đang tính").count():
        page.wait_for_timeout(1_000)
        page.reload()
    shot(page, "nh-dinh-chinh", page.get_by_role("heading", name="Nếu phê duyệt"))


if __name__ == "__main__":
    main(sys.argv[1])
