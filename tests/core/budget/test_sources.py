"""Sources of money as plans name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.budget.sources import Proposed, proposed_source


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("từ ngân sách xã năm 2026.", Proposed("Ngân sách xã", True, 2026)),
        (
            "Từ ngân sách xã năm 2026 và nguồn tài trợ của các doanh nghiệp.",
            Proposed("Ngân sách xã", True, 2026),
        ),
        ("Từ ngân sách thành phố năm 2021 để tổ chức", Proposed("Ngân sách thành phố", True, 2021)),
        ("Từ nguồn ngân sách quận; kêu gọi tài trợ", Proposed("Ngân sách quận", True)),
        (
            "Từ ngân sách tỉnh năm 2026 bố trí cho Sở Nội vụ.",
            Proposed("Ngân sách tỉnh năm 2026 bố trí cho Sở Nội vụ", True, 2026),
        ),
        (
            "từ nguồn không thực hiện tự chủ do Sở Nội vụ quản lý.",
            Proposed("Nguồn không thực hiện tự chủ do Sở Nội vụ quản lý", False),
        ),
        ("Văn phòng lập dự toán trước ngày 10/11/2026.", None),
        ("", None),
    ],
)
def test_the_first_source_is_proposed(said, proposed):
    assert proposed_source(said) == proposed


@given(st.text())
def test_whatever_a_plan_says_a_name_fits_its_box(said):
    found = proposed_source(said)
    assert found is None or 0 < len(found.name) <= 300
