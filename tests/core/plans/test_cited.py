"""Numbers and dates of the documents that a text names."""

import pytest

from tests.core.plans.texts import plan


def cited(body: str) -> list[tuple[str | None, str | None]]:
    read = plan(f"I. NỘI DUNG\n\n{body}")
    return [(one.number, one.date) for one in (*read.legal_bases, *read.cited)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.",
            [("61/2018/NĐ-CP", "2018-04-23")],
            id="decree",
        ),
        pytest.param(
            "Nghị quyết 09-NQ/TU ngày 23 tháng 3 năm 2020 của Tỉnh ủy.",
            [("09-NQ/TU", "2020-03-23")],
            id="Party style",
        ),
        pytest.param(
            "Chương trình hành động số 10/Ctr-TU ngày 15/7/2021.",
            [("10/Ctr-TU", "2021-07-15")],
            id="small letters",
        ),
        pytest.param(
            "Công văn số 893 /STTTT - CNTT, ngày 02/3/2020.",
            [("893/STTTT-CNTT", "2020-03-02")],
            id="spaces",
        ),
        pytest.param(
            "Công điện số 05/CĐ-C06 ngày 24/3/2023; Kế hoạch số 129/KH-BCA-X03 ngày 20/3/2023.",
            [("05/CĐ-C06", "2023-03-24"), ("129/KH-BCA-X03", "2023-03-20")],
            id="figures in the code",
        ),
        pytest.param("Kế hoạch số 12/KH-ƯBND của huyện.", [("12/KH-UBND", None)], id="misread"),
        pytest.param(
            "Quyết định số 125/QĐ-BTCCT (ngày 05/9/2023).",
            [("125/QĐ-BTCCT", "2023-09-05")],
            id="brackets",
        ),
        pytest.param(
            "Kế hoạch số 5/KH-UBND ngày 04/01/2024; thực hiện Kế hoạch số 5/KH-UBND.",
            [("5/KH-UBND", "2024-01-04")],
            id="named twice",
        ),
        pytest.param(
            "Luật số 91/2025/QH15 ngày 26/6/2025.", [("91/2025/QH15", "2025-06-26")], id="law"
        ),
        pytest.param("Kế hoạch số ....../KH-UBND ngày .../.../2024.", [], id="left blank"),
        pytest.param("Trao 02 giải, 500.000đ/giải; phục vụ 24/7; xã 01/KT.", [], id="no document"),
    ],
)
def test_documents_are_named_by_number_and_day(
    body: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert cited(body) == expected
