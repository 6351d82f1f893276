"""Contests made from others: the title of a copy, and what only the new body knows."""

from datetime import date

import pytest
from msgspec.structs import replace

from hoithi.core.rulebook.document import ChoiceRecord, PlanReference
from hoithi.core.rulebook.founding import (
    Particulars,
    for_another_year,
    titled_for,
    with_particulars,
    without_answered,
)
from tests.core.rulebook.make import rulebook

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


def test_what_was_unknown_is_no_open_choice_once_it_is_filled_in():
    unknown = with_particulars(rulebook(plan=None, lead_agency=None, helpdesk=None), Particulars())
    assert [one.about for one in without_answered(unknown).choices] == [
        "plan",
        "lead_agency",
        "helpdesk",
    ]
    filled = replace(
        unknown,
        plan=PlanReference(title="Tổ chức cuộc thi"),
        lead_agency="Phòng Văn hóa - Xã hội",
    )
    assert [one.about for one in without_answered(filled).choices] == ["plan", "helpdesk"]
    signed = replace(filled, plan=PlanReference(title="Tổ chức cuộc thi", number="15/KH-UBND"))
    assert [one.about for one in without_answered(signed).choices] == ["helpdesk"]


def test_a_copy_for_another_year_asks_for_its_own_plan():
    decided = ChoiceRecord(about="window", found="Hai ngày kết thúc.", chosen="26/01/2022.")
    old = rulebook(plan=PlanReference(title="Cũ", number="86/KH-UBND"), choices=(decided,))
    new = for_another_year(replace(old, lead_agency="Sở Nội vụ", helpdesk="0208 1"), "Năm 2027")
    assert (new.title, new.plan, new.lead_agency) == ("Năm 2027", None, "Sở Nội vụ")
    assert [(one.about, one.chosen) for one in new.choices] == [("plan", None)]


def test_a_choice_of_the_body_itself_stays_open():
    asked = rulebook(choices=(ChoiceRecord(about="lead_agency", found="Kế hoạch nêu hai nơi."),))
    filled = replace(asked, lead_agency="Phòng Văn hóa - Xã hội")
    assert without_answered(filled) == filled
