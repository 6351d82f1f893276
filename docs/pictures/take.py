"""Takes the pictures of the guides from a fresh demonstration that runs on this machine.

HOITHI_DATA=var/pictures hoithi demo && HOITHI_DATA=var/pictures hoithi serve
python docs/pictures/take.py http://127.0.0.1:8000

It signs in as people of the demonstration and leaves there what the pictures show: a contest on a
stage with its points, a paper from a hall, the list of a thôn.
"""

import shutil
import sys
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.rehearsals.demo.world import PASSWORD

HERE = Path(__file__).parent
PHONE = {"width": 360, "height": 720}
DESK = {"width": 1200, "height": 800}
MOST_BYTES = 150_000
CONTEST = "/hoa-son-2026/"
AT_DESK = f"/quan-tri/cuoc-thi{CONTEST}"
TEAMS = (
    "Đội thi thôn Đồng Tâm",
    "Đội thi thôn Cầu Trắng",
    "Đội thi Trường Trung học phổ thông Hòa Sơn",
    "Đội thi Trường Tiểu học và Trung học cơ sở Núi Voi",
)
POINTS = ("35,5", "38", "36,25", "")
PEOPLE = (
    ("Triệu Thị Bích Liên", 1985, "Công chức Văn hóa - Xã hội", ""),
    ("Nguyễn Hoàng Thanh Tùng", 1990, "Phó Trưởng thôn", ""),
    ("Lý Văn Páo", 1978, "Chi hội trưởng Chi hội Nông dân", ""),
    ("Đặng Thị Kim Oanh", 1996, "Chi hội trưởng Chi hội Phụ nữ", "Nghỉ thai sản"),
    ("Nông Đức Mạnh", 1969, "Bí thư Chi bộ thôn", ""),
)
"""The list of a thôn: name, year of birth, post, why exempt."""


def main(address: str) -> None:
    """Takes all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        contestant(browser, address)
        organiser(signed_in(browser, address, "thuongtruc"))
        secretary(browser, address)
        contact(browser, address)
        overview(browser)
        browser.close()


def contestant(browser: Browser, address: str) -> None:
    """The way of somebody who takes part on a phone."""
    page = browser.new_page(viewport=PHONE, base_url=address, locale="vi-VN")
    taken(page, CONTEST, "cuoc-thi")
    taken(page, f"{CONTEST}du-thi/", "dang-ky")
    taken(page, f"{CONTEST}ket-qua/week-1/", "ket-qua")


def signed_in(browser: Browser, address: str, login: str) -> Page:
    """Somebody of the demonstration at a desk; the second factor is one click where it is asked."""
    page = browser.new_context(viewport=DESK, base_url=address, locale="vi-VN").new_page()
    page.goto("/tai-khoan/dang-nhap/")
    page.fill("[name=login]", login)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/dang-nhap/" not in url)
    if "/authenticate/" in page.url:
        page.click("button[name=code]")
        page.wait_for_url(lambda url: "/authenticate/" not in url)
    return page


def organiser(page: Page) -> None:
    """The desk of the organiser."""
    taken(page, "/quan-tri/hoa-son/viec-can-lam/", "viec-can-lam")
    taken(page, AT_DESK, "ban-dieu-hanh")
    taken(page, f"{AT_DESK}the-le/", "the-le")
    taken(page, f"{AT_DESK}dot/week-2/", "dot-thi")


def secretary(browser: Browser, address: str) -> None:
    """Points from signed sheets, by two people; papers sat in a hall."""
    second = signed_in(browser, address, "thuongtruc")
    stage = founded_stage(second)
    first = signed_in(browser, address, "thuky")
    for team in TEAMS:
        first.goto(f"{stage}doi-thi/")
        first.fill("[name=name]", team)
        # The pattern's last day of registration is over.
        first.fill("#han_reason", "Kế hoạch của xã ban hành sau hạn của thể lệ mẫu")
        first.fill("#han_document_number", "21/TB-BTC")
        first.get_by_role("button", name="Ghi vào danh sách").click()
    taken(first, f"{stage}doi-thi/", "ghi-danh-sach")
    points = f"{stage}dot/cluster-binh-phuoc/diem/"
    first.goto(f"{points}skit/")
    for box, got in zip(first.locator("[name^=diem-]").all(), POINTS, strict=False):
        box.fill(got)
    shot(first, "nhap-diem")
    first.get_by_role("button", name="Ghi bảng điểm").click()
    first.wait_for_load_state("networkidle")
    second.goto(points)
    second.get_by_role("link", name="Xem và xác nhận").click()
    shot(second, "xac-nhan-diem")
    typed_paper(first, printed_code(second))


def founded_stage(page: Page) -> str:
    """A contest on a stage from the pattern that comes with the system; its address at the desk."""
    page.goto("/quan-tri/hoa-son/cuoc-thi-moi/")
    page.check("[name=pattern][value=binh-son-2024]")
    page.fill("[name=title]", "Hội thi tuyên truyền về chuyển đổi số xã Hòa Sơn năm 2026")
    page.get_by_role("button", name="Tạo từ mẫu").click()
    page.wait_for_url("**/the-le/xem-lai/")
    stage = page.url.partition("the-le/")[0]
    page.goto(f"{stage}the-le/ap-dung/")
    page.get_by_role("button", name="Áp dụng").click()
    page.wait_for_load_state("networkidle")
    return stage


def printed_code(page: Page) -> str:
    """The code of a paper that the organiser prints for the hall."""
    page.goto(f"{AT_DESK}dot/week-2/bai-giay/in-de/")
    page.fill("[name=number]", "1")
    page.get_by_role("button", name="Mở đề để in").click()
    return page.locator(".hall-paper__code").inner_text().rpartition(" ")[2]


def typed_paper(page: Page, code: str) -> None:
    """A paper of somebody who was in the hall, half typed."""
    desk = f"{AT_DESK}dot/week-2/bai-giay/"
    page.goto(f"{desk}nguoi/")
    named(page, "Hoàng Thị Thu Hương", 1987, "0987654321")
    page.wait_for_url("**/bai/**")
    page.fill("[name=code]", code)
    page.get_by_role("button", name="Mở bài").click()
    page.fill("[name=began_at]", f"{local_day(clock.now())}T00:05")
    page.fill("[name=minutes]", "12")
    for box, letter in zip(page.locator("[name^=cau-]").all(), "ACBDA", strict=False):
        box.fill(letter)
    shot(page, "nhap-bai-giay", page.locator("main form[method=post]"))


def named(page: Page, name: str, born: int, phone: str) -> None:
    """Fills in who somebody is, as the contest of the commune asks it, and registers them."""
    page.fill("[name=full_name]", name)
    page.fill("[name=birth_year]", str(born))
    page.fill("[name=phone]", phone)
    page.fill("#unit", "dong tam")
    page.locator("#ds-don-vi [role=option]").first.click()
    for choice in ("[name=standing]", "[name=group]"):
        page.locator(choice).first.check()
    page.check("[name=consent]")
    page.locator("form:has([name=full_name]) button.button--main").click()
    page.wait_for_load_state("networkidle")


def contact(browser: Browser, address: str) -> None:
    """The list of a thôn: one is in, one may be the one on the list."""
    desk = signed_in(browser, address, "thuky")
    for name, born, phone in (
        ("Triệu Thị Bích Liên", 1985, "0912000111"),
        ("Nguyễn Hoàng Thanh Tùng", 1991, "0912000222"),
    ):
        desk.goto(f"{AT_DESK}doi-thi/")
        named(desk, name, born, phone)
    page = signed_in(browser, address, "daumoi")
    heads = ("Họ và tên", "Năm sinh", "Chức vụ", "Lý do miễn")
    table = "\n".join(",".join(map(str, line)) for line in (heads, *PEOPLE))
    page.goto("/don-vi/")
    page.get_by_role("link", name="Thôn Đồng Tâm").click()
    file = {"name": "dong-tam.csv", "mimeType": "text/csv", "buffer": table.encode()}
    page.set_input_files("#tep", file)
    page.get_by_role("button", name="Gửi danh sách").click()
    page.wait_for_selector("table.people")
    shot(page, "danh-sach-don-vi")
    shot(page, "nhac-don-vi", page.get_by_role("heading", name="Tin nhắc"))


def overview(browser: Browser) -> None:
    """The picture of the README: two telephones and a desk side by side."""
    page = browser.new_page(viewport={"width": 1080, "height": 440})
    names = ("cuoc-thi", "ket-qua", "viec-can-lam")
    pictures = "".join(f'<img src="data:image/png;base64,{_encoded(name)}">' for name in names)
    style = "body{margin:20px;display:flex;gap:20px;background:#e9e2d8}img{height:400px}"
    page.set_content(f"<style>{style}</style>{pictures}")
    shot(page, "overview")


def _encoded(name: str) -> str:
    return b64encode((HERE / f"{name}.png").read_bytes()).decode()


def taken(page: Page, path: str, name: str) -> None:
    """One picture of the top of a page."""
    page.goto(path)
    shot(page, name)


def shot(page: Page, name: str, at: Locator | None = None) -> None:
    """One picture of what is shown, from the top or from here on. Refuses one that is too heavy."""
    page.wait_for_load_state("networkidle")
    if at is None:
        page.evaluate("scrollTo(0, 0)")
    else:
        at.evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 16)")
    data = page.screenshot(path=HERE / f"{name}.png", animations="disabled")
    if len(data) > MOST_BYTES:
        raise ValueError(name, len(data))


if __name__ == "__main__":
    main(sys.argv[1])
