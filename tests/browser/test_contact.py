"""The contact of a unit in a real browser: the list sent, read, exempted, on a narrow screen."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import enter

LIST = "Họ và tên,Ngày sinh,Chức vụ\nNguyễn Thị An,05/3/1957,Giáo viên\nTrần Văn Bình,1/2/1980,\n"


def have_list(page, tmp_path: Path) -> None:
    """Sends the list, unless the test before this one has sent it: each runs alone or second."""
    if page.locator("table.people").count():
        return
    file = tmp_path / "danh-sach.csv"
    file.write_text(LIST, "utf-8")
    page.set_input_files("#tep", file)
    page.get_by_role("button", name="Gửi danh sách").click()
    page.wait_for_selector("table.people")


def test_a_contact_sends_the_list_and_exempts_somebody(signed_in, tmp_path):
    page = signed_in("dau-moi").new_page()
    page.goto("/don-vi/")
    page.locator("main h2 a").first.click()
    expect(page.locator("h1")).to_contain_text("Trường Phổ thông dân tộc bán trú")
    have_list(page, tmp_path)
    row = page.locator("tr", has_text="Trần Văn Bình")
    row.locator("summary").click()
    row.locator("[name=ly-do]").fill("Nghỉ thai sản")
    row.get_by_role("button", name="Ghi nhận").click()
    expect(page.locator("tr", has_text="Trần Văn Bình")).to_contain_text("Nghỉ thai sản")
    page.get_by_role("link", name="Miễn", exact=True).click()
    expect(page.locator("tbody tr")).to_have_count(1)


def test_nothing_is_wider_than_a_phone(signed_in, tmp_path):
    page = signed_in("dau-moi").new_page()
    page.goto("/don-vi/")
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)
    page.locator("main h2 a").first.click()
    have_list(page, tmp_path)
    assert not page.evaluate(wide)
    page.click(".side-menu summary")
    poster = page.get_by_role("link", name="Áp phích mã QR", exact=True).get_attribute("href")
    assert page.request.get(str(poster)).body()[:5] == b"%PDF-"


def test_others_find_no_unit_here(phone, signed_in):
    page = phone.new_page()
    enter(page)
    page.goto("/don-vi/")
    expect(page).to_have_url(re.compile("/tai-khoan/dang-nhap/"))
    helper = signed_in("ho-tro").new_page()
    helper.goto("/don-vi/")
    expect(helper.locator("main")).to_contain_text("Chưa có cuộc thi nào")
