"""Week 2 of the demonstration on screen: taken, closed early, verified, published, corrected."""

import pytest
from playwright.sync_api import expect

from tests.browser import officials
from tests.browser.conftest import answer, begin, hand_in, receipt
from tests.browser.server import free_port, serving
from tests.browser.test_pages import clean

SLUG = "hoa-son-2026"
RESULT = f"/{SLUG}/ket-qua/week-2/"
MASKED = "Nguyễn T. T. H**"
"""Who takes part in the story, as others see the name."""


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """A data folder with the demonstration."""
    made = tmp_path_factory.mktemp("demonstration")
    officials.demonstration(made)
    return made


@pytest.fixture(scope="module")
def demo_site(demonstration):
    """The address of its server."""
    with serving(demonstration, free_port()) as address:
        yield address


def take_part(page) -> str:
    """Somebody new enters for a village and hands a paper in; answers the receipt."""
    page.goto(f"/{SLUG}/du-thi/")
    said = {"full_name": "Nguyễn Thị Thanh Huyền", "birth_year": "1987", "phone": "0912345678"}
    for field, text in said.items():
        page.fill(f"#{field}", text)
    page.fill("#unit", "dong tam")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    for choice in ("[name=standing]", "[name=group]"):
        page.locator(choice).first.check()
    page.check("[name=consent]")
    page.click("button.wide")
    page.wait_for_selector(".code-card__code")
    begin(page, SLUG)
    answer(page, 1)
    hand_in(page)
    return receipt(page)


def telephone(desk) -> str:
    """Opens the first candidate's number, does not recognise the second, verifies the others."""
    officials.prepare(desk)
    clean(desk)
    first, second, *_ = officials.waiting(desk, but=MASKED)
    desk.goto(first)
    desk.get_by_role("button", name="Xem thông tin liên hệ").click()
    expect(desk.locator("a[href^='tel:']")).to_have_count(1)
    officials.found(desk, second, "Không công nhận", "Thông tin không khớp giấy tờ")
    officials.prepare(desk)
    expect(desk.locator("section:has-text('Không công nhận kết quả')").last).to_be_visible()
    officials.verify_all(desk)
    return first


def certify(desk) -> str:
    """Issues the certificates and orders their print; the address of the first."""
    desk.goto(f"{officials.DESK}giay-chung-nhan/")
    desk.get_by_role("button", name="Lập giấy chứng nhận").click()
    desk.wait_for_selector("article.card")
    clean(desk)
    address = str(desk.locator("article.card a.code").first.get_attribute("href"))
    desk.get_by_role("link", name="In các giấy đang có giá trị").click()
    expect(desk.locator("h1")).to_contain_text("Giấy chứng nhận")
    return address


def correct(desk, winner: str) -> None:
    """Takes the prize from a winner by a new numbered result."""
    officials.found(desk, winner, "Không công nhận", "Thi hộ, đã có biên bản")
    officials.prepare(desk)
    officials.verify_all(desk)
    officials.approve_by_document(desk, "46/QĐ-BTC")
    officials.publish(desk, "Không công nhận một kết quả thi hộ")


def test_week_two_is_closed_early_published_at_once_and_corrected(
    browser, demonstration, demo_site, new_phone
):
    page = new_phone(base_url=demo_site).new_page()
    code = take_part(page)
    desk = officials.signed_in(browser, demo_site, "thuongtruc")
    officials.close_early(desk)
    officials.everybody_has_handed_in(demonstration)
    winner = telephone(desk)
    officials.approve_by_document(desk, "45/QĐ-BTC")
    officials.publish(desk)

    page.goto(RESULT)
    expect(page.locator("text=theo văn bản số 45/QĐ-BTC")).to_be_visible()
    clean(page)
    page.goto(f"{RESULT}tra-cuu/?ma={code}")
    expect(page.locator("h1")).to_contain_text("Hạng")
    certificate = certify(desk)
    page.goto(certificate)
    expect(page.locator("text=Giấy chứng nhận có thật.")).to_be_visible()

    correct(desk, winner)
    # A reader keeps the page for a minute; another one sees the newest at once.
    page = new_phone(base_url=demo_site).new_page()
    page.goto(RESULT)
    expect(page.locator("text=Kết quả số 2, điều chỉnh kết quả trước đó.")).to_be_visible()
    page.goto(f"{RESULT}so-1/")
    expect(page.locator("text=đã được thay bằng kết quả số 2")).to_be_visible()
    page.goto(certificate)
    expect(page.locator("text=đã được điều chỉnh")).to_be_visible()
    desk.context.close()
