"""The title of a copy follows its new year."""

from datetime import date

import pytest

from hoithi.core.rulebook.founding import titled_for

OLD, NEW = date(2021, 12, 13), date(2026, 12, 14)


@pytest.mark.parametrize(
    ("title", "old", "new", "answer"),
    [
        pytest.param("Tìm hiểu luật năm 2021", OLD, NEW, "Tìm hiểu luật năm 2026", id="its year"),
        pytest.param("“Biển đảo 2021”", OLD, NEW, "“Biển đảo 2026”", id="inside quotes"),
        pytest.param("Tìm hiểu luật", OLD, NEW, "Tìm hiểu luật", id="no year"),
        pytest.param("Tìm hiểu luật năm 2020", OLD, NEW, "Tìm hiểu luật năm 2020", id="another"),
        pytest.param("Giai đoạn 2021-2025", OLD, NEW, "Giai đoạn 2021-2025", id="a span"),
        pytest.param("NĐ 15/2021/NĐ-CP", OLD, NEW, "NĐ 15/2021/NĐ-CP", id="a document"),
        pytest.param("Năm 2021", None, NEW, "Năm 2021", id="the old rules have no time"),
        pytest.param("Năm 2021", OLD, date(2021, 12, 20), "Năm 2021", id="the same year"),
    ],
)
def test_titled_for(title, old, new, answer):
    assert titled_for(title, old, new) == answer
