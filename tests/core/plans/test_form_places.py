"""The form of the event is shown where the text says it."""

import pytest

from tests.core.plans.texts import facts

CONTENT = """KẾ HOẠCH
Tổ chức Hội thi “Chung tay cải cách” xã An Phú năm 2026

Căn cứ tình hình thực tế.

I. MỤC ĐÍCH

Nâng cao nhận thức.

II. NỘI DUNG, HÌNH THỨC

1. Quy mô: toàn xã. Mỗi đội thi trình bày một tiểu phẩm. Không thu phí.
"""


def said(text: str) -> list[tuple[str, str]]:
    lines = text.splitlines()
    return [
        (form.value, lines[form.place.line - 1][form.place.start : form.place.end])
        for form in facts(text).event_form
    ]


def test_a_form_told_by_the_content_stands_in_its_sentence() -> None:
    assert said(CONTENT) == [("stage_contest", "Mỗi đội thi trình bày một tiểu phẩm.")]


def test_a_form_told_by_the_title_stands_there() -> None:
    text = CONTENT.replace("Hội thi “Chung tay", "Cuộc thi trực tuyến “Chung tay")
    title = "Tổ chức Cuộc thi trực tuyến “Chung tay cải cách” xã An Phú năm 2026"
    assert said(text) == [("online_quiz", title)]


@pytest.mark.parametrize(
    ("title", "forms"),
    [
        pytest.param("Hội nghị trực tuyến cải cách hành chính", ["conference"], id="held online"),
        pytest.param("Hội thi Tin học khối cán bộ trẻ", ["skills_test"], id="of computer skills"),
        pytest.param("Tổng kết công tác của Hội đồng thi đua", [], id="a council of thi đua"),
        pytest.param("V/v ban hành Thể lệ Hội thi sáng tạo", ["product_contest"], id="no lễ hội"),
    ],
)
def test_forms_of_titles(title, forms) -> None:
    found = facts(f"KẾ HOẠCH\n{title} năm 2024\n\nI. MỤC ĐÍCH\n\nNâng cao nhận thức.\n")
    assert [form.value for form in found.event_form] == forms
