"""Options that collide, and options that speak of their own places."""

import pytest

from hoithi.core.questions.checking import Code
from hoithi.core.questions.checking.options import (
    is_sweeping,
    letters_in,
    relation,
    sweeping_loose,
)
from tests.core.questions.checking.make import single

SAME, MARKS = Code.OPTIONS_SAME, Code.OPTIONS_SAME_BUT_MARKS
WITHIN, RANGES = Code.OPTION_WITHIN_OPTION, Code.RANGES_OVERLAP


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("Bộ phận Một cửa", "bộ phận một cửa.", SAME),
        ("Xã, phường", "Xã – phường", SAME),
        ("Một", "01", SAME),
        ("02 bản", "Hai bản", SAME),
        ("01", "10", None),
        ("Mã số", "Ma sơ", MARKS),
        ("Trụ sở", "Trụ sở xã", WITHIN),
        ("Sở", "Sở Nội vụ", None),
        ("Nộp trực tiếp", "Nộp trực tiếp hoặc qua mạng", WITHIN),
        ("Xã", "Xã, phường", WITHIN),
        ("Qua mạng", "Nộp trực tiếp và qua mạng", WITHIN),
        ("30 ngày", "30 ngày làm việc", WITHIN),
        ("Trưởng phòng", "Phó Trưởng phòng", None),
        ("Được cấp lại", "Không được cấp lại", None),
        ("Cơ chế một cửa", "Cơ chế một cửa liên thông", None),
        ("30 ngày", "60 ngày", None),
        ("Từ 10 đến 20 ngày", "Từ 15 đến 30 ngày", RANGES),
        ("10 - 20%", "15 - 25%", RANGES),
        ("dưới 18 tuổi", "từ 16 tuổi trở lên", RANGES),
        ("15 ngày", "từ 10 đến 20 ngày", RANGES),
        ("1.000.000 đồng đến 3.000.000 đồng", "2.000.000 đồng đến 5.000.000 đồng", RANGES),
        ("1,5 đến 2,5 m", "2 đến 3 m", RANGES),
        # An edge in common is how the law writes neighbouring ranges.
        ("Từ 10 đến 20 ngày", "Từ 20 đến 30 ngày", None),
        ("Từ 1 đến 2 triệu đồng", "Từ 1 đến 2 năm", None),
        # Limits on one side are quotations from which one is chosen.
        ("Không quá 05 ngày", "Không quá 10 ngày", None),
        ("05 ngày", "Không quá 10 ngày", None),
        ("2016 - 2025", "2021 - 2030", None),
        ("", "", None),
    ],
)
def test_how_two_options_collide(first, second, code):
    found = relation(first, second)
    assert (found and found[0]) == code
    assert relation(second, first) == found


@pytest.mark.parametrize(
    ("option", "sweeping", "letters"),
    [
        ("Tất cả các phương án trên", True, ""),
        ("Tất cả các đáp án trên đều đúng.", True, ""),
        ("Tất cả đều đúng", True, ""),
        ("Cả ba phương án trên", True, ""),
        ("Cả 3 đáp án đều sai", True, ""),
        ("Không có phương án nào đúng", True, ""),
        ("Cả A và B", False, "AB"),
        ("Cả A, B, C đều đúng", False, "ABC"),
        ("A và C", False, "AC"),
        ("Phương án A và B đúng", False, "AB"),
        ("Tất cả", False, ""),
        ("Tất cả công dân Việt Nam", False, ""),
        ("Hạng A", False, ""),
        ("Không có", False, ""),
        ("Cả nước", False, ""),
    ],
)
def test_what_speaks_of_other_options(option, sweeping, letters):
    assert (is_sweeping(option), letters_in(option)) == (sweeping, frozenset(letters))


@pytest.mark.parametrize(
    ("last", "anchored", "codes"),
    [
        ("Tất cả các phương án trên", (), [Code.SWEEPING_LOOSE]),
        ("Tất cả các phương án trên", (2,), []),
        ("Cả A và B", (), [Code.LETTERS_LOOSE]),
        ("Cả A và B", (2,), [Code.LETTERS_LOOSE]),
        ("Cả A và B", (0, 1), [Code.SWEEPING_LOOSE]),
        ("Cả A và B", (0, 1, 2), []),
        ("Nhà xe", (), []),
    ],
)
def test_what_must_keep_its_place(last, anchored, codes):
    one = single("C1", "Nơi nào?", "Hội trường", "Sân", last, anchored=frozenset(anchored))
    assert [found.code for found in sweeping_loose([one])] == codes
