"""Names of issuers in the head of a document, and the symbols of its number."""

import pytest

from hoithi.core.vietnamese.issuers import head_lines, names_no_superior, number_said, symbol_of

UBND = "Ủy ban nhân dân tỉnh Thái Nguyên"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (UBND, ("Ủy ban nhân dân", "tỉnh Thái Nguyên")),
        ("Ủy ban nhân dân xã Hòa Sơn", ("Ủy ban nhân dân", "xã Hòa Sơn")),
        ("UBND xã Hòa Sơn", ("UBND xã Hòa Sơn",)),
        ("Sở Nội vụ", ("Sở Nội vụ",)),
        ("Sở Nội vụ tỉnh Bắc Hà", ("Sở Nội vụ tỉnh Bắc Hà",)),
        ("Phòng Văn hóa - Xã hội xã Hòa Sơn", ("Phòng Văn hóa - Xã hội", "xã Hòa Sơn")),
        ("Ban Tổ chức Hội thi Cán bộ giỏi", ("Ban Tổ chức", "Hội thi Cán bộ giỏi")),
        ("", ()),
    ],
)
def test_a_name_breaks_where_its_sense_does(name, lines):
    assert head_lines(name) == lines


@pytest.mark.parametrize(
    ("issuer", "symbol"),
    [
        (UBND, "UBND"),
        ("UBND xã Hòa Sơn", "UBND"),
        ("Sở Nội vụ", "SNV"),
        ("Sở Khoa học và Công nghệ", "SKHCN"),
        ("Sở Văn hóa, Thể thao và Du lịch tỉnh Bắc Hà", "SVHTTDL"),
        ("Phòng Văn hóa - Xã hội", "PVHXH"),
        ("Ban Tổ chức Hội thi", "BTC"),
        ("Đoàn Thanh niên xã", ""),
        ("…………", ""),
    ],
)
def test_symbols_of_issuers(issuer, symbol):
    assert symbol_of(issuer) == symbol


@pytest.mark.parametrize(
    ("number", "kind", "issuer", "said"),
    [
        ("", "QUYẾT ĐỊNH", UBND, "……/QĐ-UBND"),
        ("/GM", "Giấy mời", UBND, "……/GM-UBND"),
        ("/TTr-", "TỜ TRÌNH", "Sở Nội vụ", "……/TTr-SNV"),
        ("/TTr-", "TỜ TRÌNH", "…………", "……/TTr-……"),
        ("", "", UBND, "……/UBND-……"),
        ("", "", "…………", "……"),
        ("/-UBND", "", UBND, "……/UBND-……"),
        ("/SNV-CCHC", "", "Sở Nội vụ", "……/SNV-CCHC"),
        ("15", "QUYẾT ĐỊNH", UBND, "15/QĐ-UBND"),
        ("15/KH-UBND", "KẾ HOẠCH", "Sở Nội vụ", "15/KH-UBND"),
        ("15/GM", "Giấy mời", UBND, "15/GM"),
        ("05-KH/ĐU", "KẾ HOẠCH", "Đảng ủy xã", "05-KH/ĐU"),
        ("", "DỰ TOÁN", UBND, ""),
    ],
)
def test_a_number_has_the_symbols_that_are_known(number, kind, issuer, said):
    assert number_said(number, kind, issuer) == said


def test_only_the_peoples_committees_and_councils_name_nobody_above():
    names = [UBND, "UBND xã A", "Hội đồng nhân dân xã A", "Sở Nội vụ", "Ban Tổ chức"]
    assert [names_no_superior(one) for one in names] == [True, True, True, False, False]
