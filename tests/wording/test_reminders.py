"""Reminders name the hour until which one may take part, or from which; never a wrong one."""

import pytest

from hoithi.core.units.kinds import is_of_residents
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


def test_residents_are_not_spoken_to_as_officials():
    facts = {**FACTS, "unit": "Tổ dân phố 5", "closes": "20h00 ngày 01/12/2026"}
    short, full = reminders(Progress(**facts, is_of_residents=True))
    assert short == (
        "Tổ dân phố 5: đã có 3/10 người dự thi. Ai chưa thi mời vào x.vn trước 20h00 ngày "
        "01/12/2026."
    )
    assert full == (
        "Kính thưa bà con Tổ dân phố 5,\nHưởng ứng Cuộc thi, đến nay Tổ dân phố 5 có 3/10 người đã "
        "dự thi. Kính mời bà con chưa dự thi vào x.vn và hoàn thành trước 20h00 ngày 01/12/2026. "
        "Bà con mất mã dự thi thì báo đầu mối của Tổ dân phố 5 để được cấp lại. Trân trọng cảm ơn "
        "bà con!"
    )


def test_without_a_list_nothing_is_said_of_whom_or_of_codes():
    facts = {**FACTS, "people": None, "has_list": False, "opens": "08h00 ngày 27/11/2026"}
    for text in reminders(Progress(**facts)):
        assert ("3/10" in text, "3 người" in text, "mã dự thi" in text) == (False, True, False)


@pytest.mark.parametrize(
    ("kind", "of_residents"),
    [("thon", True), ("ban", True), ("to_dan_pho", True), ("commune", False), ("lạ", False)],
)
def test_who_is_a_resident(kind, of_residents):
    assert is_of_residents(kind) is of_residents
