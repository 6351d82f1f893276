"""Products, sums in words and columns that do not come out."""

import pytest

from hoithi.core.plans.checking import Code
from hoithi.core.plans.checking.money import Sum, sums
from tests.core.plans.checking.papers import codes, found, plan

RECKONED = (Code.PRODUCT_DIFFERS, Code.WORDS_DIFFER, Code.TOTAL_DIFFERS)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("02 giải Nhì x 3.000.000 đồng = 6.000.000 đồng", []),
        ("02 giải Nhì x 3.000.000 đồng = 5.000.000 đồng", [Code.PRODUCT_DIFFERS]),
        ("3.000.000 đồng/giải × 02 giải = 6.500.000 đồng", [Code.PRODUCT_DIFFERS]),
        ("02 giải x 3 triệu đồng x 3 cụm = 18.000.000 đồng", []),
        ("02 giải x 3 triệu đồng x 3 cụm = 16.000.000 đồng", [Code.PRODUCT_DIFFERS]),
        ("Tổng điểm = điểm thi x 2 + điểm thưởng", []),
        ("2 x 3 = 7", []),
        ("Chi tiết: 45 người x 50.000 đồng = 2.250.000 đồng.", []),
        ("16.100.000 đồng (Mười sáu triệu một trăm nghìn đồng)", []),
        ("16.100.000 đồng (bằng chữ: Mười sáu triệu đồng chẵn)", [Code.WORDS_DIFFER]),
        ("5.000.000 đồng (năm triệu đồng/giải)", []),
        ("1.800.000 đồng (theo quy định hiện hành)", []),
        ("04 (bốn) giải", []),
    ],
)
def test_one_line(said: str, expected: list[Code]) -> None:
    assert codes(plan("I. KINH PHÍ", f"1. {said}"), *RECKONED) == expected


TABLE = (
    "TT\tNội dung\tSố lượng\tĐơn giá\tThành tiền",
    "1\tGiải Nhất\t01\t2.000.000\t2.000.000",
    "2\tGiải Nhì\t02\t1.500.000\t3.000.000",
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((*TABLE, "\tTổng cộng\t\t\t5.000.000"), []),
        ((*TABLE, "\tTổng cộng\t\t\t6.000.000"), [Code.TOTAL_DIFFERS]),
        ((*TABLE, "3\tGiải Ba\t03\t1.000.000\t2.000.000"), [Code.PRODUCT_DIFFERS]),
        ((*TABLE, "3\tKhác\t\t\t1.000.000", "\tTổng cộng\t\t\t6.000.000"), []),
    ],
    ids=["right", "total", "row", "a row that was not understood"],
)
def test_tables(rows: tuple[str, ...], expected: list[Code]) -> None:
    assert codes(plan("I. KINH PHÍ", "\n".join(rows)), *RECKONED) == expected


def test_the_finding_tells_both_sums() -> None:
    text = plan("I. KINH PHÍ", "1. 02 giải Nhì x 3.000.000 đồng = 5.000.000 đồng")
    [one] = [one for one in found(text) if one.code is Code.PRODUCT_DIFFERS]
    assert one.facts == {"stated_vnd": 5_000_000, "computed_vnd": 6_000_000}


@pytest.mark.parametrize(
    ("bare", "expected"),
    [
        ("3.000.000 dong", Sum(3_000_000, 0, 14, is_money=True)),
        ("1,5 trieu dong", Sum(1_500_000, 0, 14, is_money=True)),
        ("500 nghin", Sum(500_000, 0, 9, is_money=True)),
        ("02 giai", Sum(2, 0, 2, is_money=False)),
        ("150000", Sum(150_000, 0, 6, is_money=True)),
    ],
)
def test_sums(bare: str, expected: Sum) -> None:
    assert list(sums(bare)) == [expected]
