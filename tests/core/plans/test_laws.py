"""Laws that a plan rests on without giving their number."""

import pytest

from tests.core.plans.texts import facts

PLAN = "KẾ HOẠCH\nTổ chức Hội thi năm 2024\n{}\nI. MỤC ĐÍCH\n1. Tìm hiểu Luật Bầu cử.\n"


@pytest.mark.parametrize(
    ("basis", "laws"),
    [
        pytest.param(
            "Căn cứ Luật Viên chức năm 2010;",
            [(None, None, "Luật Viên chức năm 2010")],
            id="a year alone is no day",
        ),
        pytest.param(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật Cư trú;",
            [
                (None, "2015-06-19", "Luật Tổ chức chính quyền địa phương ngày 19/6/2015"),
                (None, None, "Luật Cư trú"),
            ],
            id="two in one sentence",
        ),
        pytest.param(
            "Căn cứ Luật Căn cước số 26/2023/QH15 ngày 27/11/2023;",
            [
                (
                    "26/2023/QH15",
                    "2023-11-27",
                    "Căn cứ Luật Căn cước số 26/2023/QH15 ngày 27/11/2023",
                )
            ],
            id="with its number it is said once",
        ),
        pytest.param(
            "Căn cứ Kế hoạch số 05/KH-UBND ngày 10/01/2024 thi hành Luật Cư trú;",
            [
                (
                    "05/KH-UBND",
                    "2024-01-10",
                    "Căn cứ Kế hoạch số 05/KH-UBND ngày 10/01/2024 thi hành Luật Cư trú",
                )
            ],
            id="a law that another document carries out is no basis",
        ),
    ],
)
def test_laws_lead_the_clauses_of_the_bases(basis, laws) -> None:
    found = facts(PLAN.format(basis)).legal_bases
    assert [(one.number, one.date, one.title) for one in found] == laws


def test_a_law_of_the_body_is_no_basis() -> None:
    assert facts(PLAN.format("Căn cứ tình hình thực tế.")).legal_bases == ()
