"""The line under which a task is listed."""

import pytest

from hoithi.web.templatetags.campaigns import first_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Gửi báo cáo.", "Gửi báo cáo."),
        ("Các hoạt động sau tổ chức tại đâu?\n- A\n- B", "Các hoạt động sau tổ chức tại đâu?"),
        ("Còn những nội dung chưa nêu:\n- A.\n- B.", "Còn những nội dung chưa nêu: A; B"),
        ("Còn những nội dung chưa nêu:", "Còn những nội dung chưa nêu:"),
        ("", ""),
    ],
)
def test_a_question_does_not_end_at_the_colon_before_its_list(text, line):
    assert first_line(text) == line
