"""Certificates, slips, sheets and posters hold every word given, and nothing is markup."""

import time
from dataclasses import replace
from datetime import date

import pytest

from hoithi.documents.typeset import (
    Blanks,
    Certificate,
    NewPage,
    OfficialSheet,
    Paper,
    Paragraph,
    Poster,
    Signature,
    Slip,
    Style,
    Table,
    certificate,
    certificates,
    poster,
    sheet,
    slips,
)
from tests.documents.printed import pages, size_in_mm

ALL_LETTERS = (
    "ẮẰẲẴẶ ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ỲỶỸỴÝ ĐĂÂÊÔƠƯ ÁÀẢÃẠ ÉÈẺẼẸ ÍÌỈĨỊ ÓÒỎÕỌ ÚÙỦŨỤ "
    "ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳỷỹỵý đăâêôơư áàảãạ éèẻẽẹ íìỉĩị óòỏõọ úùủũụ"
)
MARKUP = '#panic() *đậm* $x$ <nhãn> @nguồn \\ "ngoặc" [] {} // /* = Đề mục'
AWARD = Certificate(
    name="Nguyễn Thị Phượng Uyên",
    unit="Trường THCS Bình Châu, xã Bình Sơn",
    prize="Đạt giải Nhất cá nhân – Tuần 2",
    contest="Cuộc thi trực tuyến “Tìm hiểu về cải cách hành chính” năm 2026",
    issuer=("Ủy ban nhân dân xã Bình Sơn", "Ban Tổ chức Cuộc thi"),
    address="https://hoithi.example.vn/xac-minh/7KQ2M9XP",
    code="7KQ2-M9XP",
    signing_place="Bình Sơn",
    signed_on=date(2026, 3, 5),
    authority=("TM. BAN TỔ CHỨC", "TRƯỞNG BAN"),
    signer="Trần Lê Hoàng Phương",
    decision="15/QĐ-BTC",
    decided_on=date(2026, 3, 4),
    register="07",
)


def test_a_certificate_says_everything_on_one_page_across():
    data = certificate(AWARD)
    (page,) = pages(data)
    assert size_in_mm(data) == (297, 210)
    assert page == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
        "ỦY BAN NHÂN DÂN XÃ BÌNH SƠN BAN TỔ CHỨC CUỘC THI GIẤY CHỨNG NHẬN Chứng nhận "
        "Nguyễn Thị Phượng Uyên Trường THCS Bình Châu, xã Bình Sơn "
        "Đạt giải Nhất cá nhân – Tuần 2 "
        "Cuộc thi trực tuyến “Tìm hiểu về cải cách hành chính” năm 2026 "
        "Quyết định số 15/QĐ-BTC ngày 04 tháng 3 năm 2026 Số vào sổ: 07 "
        "Quét mã để xác minh 7KQ2-M9XP hoithi.example.vn/xac-minh/7KQ2M9XP "
        "Bình Sơn, ngày 05 tháng 3 năm 2026 TM. BAN TỔ CHỨC TRƯỞNG BAN Trần Lê Hoàng Phương"
    )


def test_what_is_not_known_yet_is_dotted():
    blank = replace(AWARD, signed_on=None, signer="", decision="", decided_on=None, register="")
    (page,) = pages(certificate(blank))
    assert "Quyết định số ...." in page
    assert "Bình Sơn, ngày ...." in page


@pytest.mark.parametrize(
    "text", [ALL_LETTERS, MARKUP, "Nguyễn " * 60, "x" * 400, "\x00\ud800a", ""]
)
def test_any_text_makes_one_page(text):
    hostile = replace(AWARD, name=text, unit=text, prize=text, contest=text, issuer=(text,))
    assert len(pages(certificate(hostile))) == 1


@pytest.mark.parametrize("text", [ALL_LETTERS, MARKUP])
def test_texts_are_printed_as_they_are(text):
    (page,) = pages(sheet(OfficialSheet("BTC", "", "T", [Paragraph(text)])))
    assert " ".join(text.split()) in page


@pytest.mark.long
def test_a_thousand_certificates_take_seconds():
    batch = [replace(AWARD, address=f"{AWARD.address}{n}") for n in range(1_000)]
    begun = time.process_time()
    data = certificates(batch)
    assert time.process_time() - begun < 12
    assert len(pages(data)) == 1_000


def test_the_same_certificate_is_the_same_bytes():
    assert certificate(AWARD) == certificate(AWARD)


@pytest.mark.parametrize("make", [certificates, slips])
def test_nothing_is_refused(make):
    with pytest.raises(ValueError, match=r"\[\]"):
        make([])


def test_nine_slips_fill_two_pages():
    slip = Slip(
        body="Ủy ban nhân dân xã Bình Sơn",
        name="Tôn Nữ Hoàng Nguyễn Quỳnh Trâm Anh",
        login_name="anh.tnhnqt",
        link="https://hoithi.example.vn/vao/Jx2kq9",
        expires="17h00 ngày 12/3/2026",
        role="Giám khảo",
    )
    first, second = pages(slips([slip] * 9))
    assert (first.count("anh.tnhnqt"), second.count("anh.tnhnqt")) == (8, 1)
    for text in ("hoithi.example.vn/vao/Jx2kq9", "17h00 ngày 12/3/2026", "Giám khảo", slip.name):
        assert text in second


def test_a_day_card_asks_for_no_password_and_says_how_to_come_back():
    card = Slip(
        body="Ủy ban nhân dân xã Bình Sơn",
        name="Hoàng Văn Điểm",
        login_name="",
        link="https://hoithi.example.vn/the/Jx2kq9",
        expires="hết ngày 12/3/2026",
        role="Người hỗ trợ",
        is_day_card=True,
    )
    (text,) = pages(slips([card]))
    for words in ("Thẻ trong ngày", "hết ngày 12/3/2026", "quét lại trên đúng thiết bị đó"):
        assert words in text
    for words in ("mật khẩu", "Dùng một lần", "Tên đăng nhập"):
        assert words not in text


MINUTES = OfficialSheet(
    superior="Ủy ban nhân dân xã Bình Sơn",
    issuer="Ban Tổ chức Cuộc thi",
    kind="Biên bản",
    title="Xác nhận kết quả Tuần 2",
    number="Số: 15/BB-BTC",
    place="Bình Sơn",
    on=date(2026, 3, 5),
    blocks=[
        Paragraph("Căn cứ Thể lệ Cuộc thi.", Style.BASIS),
        Paragraph("I. KẾT QUẢ", Style.HEADING),
        Paragraph("a) Giải Nhất: 01 giải;\nb) Giải Nhì: 02 giải.", Style.POINT),
        Paragraph("In đậm", Style.BOLD),
        Paragraph("Ở giữa", Style.CENTRED),
        Paragraph("Chữ nhỏ", Style.SMALL),
        Table(
            ("STT", "Họ và tên"), [("01", "Lê An"), ("02", "Lê Bình\nTổ 2")], (0, 1), (), "Bảng 1"
        ),
        Blanks(1),
        Paragraph("Biên bản lập thành 02 bản./."),
    ],
    signatures=(
        Signature(("NGƯỜI LẬP",), "Lê Thị Bình", "(Ký, ghi rõ họ tên)"),
        Signature(("TM. BAN TỔ CHỨC", "TRƯỞNG BAN"), "Trần Lê Hoàng Phương"),
    ),
    trace="sha256 8f1c",
    address="https://hoithi.example.vn/kq/2",
    code="KQ-2",
)


def test_minutes_hold_every_part_in_order():
    (page,) = pages(sheet(MINUTES))
    for text in (
        "ỦY BAN NHÂN DÂN XÃ BÌNH SƠN BAN TỔ CHỨC CUỘC THI Số: 15/BB-BTC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Bình Sơn, ngày 05 tháng 3 năm 2026 BIÊN BẢN Xác nhận kết quả Tuần 2",
        "Căn cứ Thể lệ Cuộc thi. I. KẾT QUẢ a) Giải Nhất: 01 giải; b) Giải Nhì: 02 giải. In đậm",
        "Ở giữa Chữ nhỏ Bảng 1 STT Họ và tên 01 Lê An 02 Lê Bình Tổ 2",
        "Biên bản lập thành 02 bản./. NGƯỜI LẬP (Ký, ghi rõ họ tên) TM. BAN TỔ CHỨC TRƯỞNG BAN",
        "Lê Thị Bình Trần Lê Hoàng Phương",
        "Quét mã để đối chiếu KQ-2",
        "sha256 8f1c",
    ):
        assert text in page


def test_pages_are_numbered_from_the_second_and_headings_return():
    rows = [(str(number), f"Người {number}") for number in range(1, 101)]
    long = replace(
        MINUTES, blocks=[Table(("STT", "Họ và tên"), rows), NewPage(), Paragraph("Hết.")]
    )
    printed = pages(sheet(long))
    assert [page.split()[0] for page in printed[1:]] == [str(n) for n in range(2, len(printed) + 1)]
    assert all("STT Họ và tên" in page for page in printed[:-1])
    assert not printed[0].startswith("1")


def test_recipients_stand_left_of_the_one_signature():
    document = replace(MINUTES, recipients=("- Như trên;", "- Lưu: VT."), on=None, is_across=True)
    data = sheet(replace(document, signatures=MINUTES.signatures[1:]))
    assert "Nơi nhận: - Như trên; - Lưu: VT." in pages(data)[-1]
    assert size_in_mm(data) == (297, 210)


def test_a_table_whose_rows_do_not_fit_is_refused():
    with pytest.raises(ValueError, match="STT"):
        sheet(replace(MINUTES, blocks=[Table(("STT", "Tên"), [("1",)])]))


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.A3, (297, 420))])
def test_a_poster_is_one_page_of_its_paper(paper, size):
    content = Poster(
        title="Tìm hiểu về cải cách hành chính " * 6,
        address="https://hoithi.example.vn/tuan-2",
        issuer=("Ủy ban nhân dân xã Bình Sơn",),
        when="Từ 08h00 ngày 05/3/2026 đến 22h00 ngày 19/3/2026",
        steps=("Quét mã", "Trả lời câu hỏi", "Nộp bài"),
        who="Dành cho cán bộ và Nhân dân",
        foot="Hỗ trợ: 0255 3851 234",
    )
    data = poster(content, paper)
    (page,) = pages(data)
    assert "hoithi.example.vn/tuan-2" in page
    assert "1 Quét mã 2 Trả lời câu hỏi 3 Nộp bài" in page
    assert size_in_mm(data) == size


@pytest.mark.parametrize(
    ("title", "times"), [("Cuộc thi trực tuyến “Một cửa”", 1), ("Tìm hiểu về một cửa", 1)]
)
def test_a_poster_says_the_kind_of_event_once(title, times):
    content = Poster(title=title, address="https://a.vn", issuer=("Xã",), when="", steps=())
    (page,) = pages(poster(content))
    assert page.count("Cuộc thi trực tuyến") == times
