"""Reminders name the hour until which one may take part, or from which; never a wrong one."""

import pytest

from hoithi.wording.contacts import Progress, reminders

FACTS = {"contest": "Cuộc thi", "unit": "Thôn An Bình", "done": 3, "people": 10, "address": "x.vn"}


@pytest.mark.parametrize(
    ("when", "told"),
    [
        pytest.param(
            {"closes": "20h00 ngày 01/12/2026"},
            "vào x.vn và hoàn thành trước 20h00 ngày 01/12/2026",
            id="open",
        ),
        pytest.param(
            {"opens": "08h00 ngày 27/11/2026"},
            "mở từ 08h00 ngày 27/11/2026; đề nghị các đồng chí chưa dự thi vào x.vn ngay khi",
            id="coming",
        ),
    ],
)
def test_a_reminder_says_when(when, told):
    short, full = reminders(Progress(**FACTS, **when))
    assert (told in full, *when.values()) == (True, *(one for one in when.values() if one in short))
    assert short.startswith("Thôn An Bình: đã có 3/10 người dự thi. ")


def test_nobody_is_reminded_when_all_is_over():
    assert reminders(Progress(**FACTS)) == []
