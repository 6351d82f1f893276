"""An assisted place in a real browser: one device, one person after another, nothing left over."""

from playwright.sync_api import expect

from tests.browser.conftest import answer, begin, enter, hand_in, receipt, saving

KEPT = """async () => {
  const names = (await indexedDB.databases()).map((one) => one.name);
  if (!names.includes("hoi-thi")) return [];
  const open = indexedDB.open("hoi-thi");
  const database = await new Promise((done) => { open.onsuccess = () => done(open.result); });
  const all = database.transaction("luot-thi").objectStore("luot-thi").getAllKeys();
  const keys = await new Promise((done) => { all.onsuccess = () => done(all.result); });
  return keys.filter((key) => key !== "thu");
}"""


def test_the_next_person_finds_a_clean_device(signed_in):
    device = signed_in("ho-tro")
    page = device.new_page()
    page.goto("/don-gian/diem-ho-tro/")
    page.fill("#name", "Nhà văn hóa thôn Đông")
    page.get_by_role("button", name="Mở điểm", exact=True).click()
    device.clear_cookies(name="sessionid")
    first = enter(page)
    begin(page)
    with saving(page, 1):
        answer(page, 1)
    hand_in(page)
    code = receipt(page)
    page.get_by_role("button", name="Xong, mời người tiếp theo").click()
    page.wait_for_url("**/don-gian/")
    assert page.evaluate(KEPT) == []
    for address in ("/don-gian/bai-thi/", "/don-gian/cua-toi/", "/don-gian/"):
        page.goto(address)
        shown = page.content()
        assert not [word for word in (code, first["code"], first["phone"]) if word in shown]
    second = enter(page)
    begin(page)
    expect(page.locator("[data-part=progress]")).to_contain_text("0/")
    assert second["code"] != first["code"]


def test_the_first_person_comes_back_elsewhere_with_the_code(signed_in, new_phone):
    device = signed_in("ho-tro")
    page = device.new_page()
    page.goto("/don-gian/diem-ho-tro/")
    page.fill("#name", "Trụ sở Ủy ban nhân dân xã")
    page.get_by_role("button", name="Mở điểm", exact=True).click()
    device.clear_cookies(name="sessionid")
    who = enter(page)
    begin(page)
    hand_in(page)
    code = receipt(page)
    page.get_by_role("button", name="Xong, mời người tiếp theo").click()
    page.wait_for_url("**/don-gian/")
    own = new_phone().new_page()
    own.goto("/don-gian/tro-lai/")
    for field in ("full_name", "birth_year", "phone", "code"):
        own.fill(f"#{field}", who[field])
    own.click("button.wide")
    own.wait_for_url("**/cua-toi/")
    expect(own.locator("main")).to_contain_text(code)
