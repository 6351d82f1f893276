"""What must be looked at again."""

from dataclasses import replace
from datetime import date

import pytest

from hoithi.core.founding.records import ActivityDraft, Asks, CampaignDraft, Kind, TaskDraft
from hoithi.core.handing.again import Before, look_again
from hoithi.core.handing.outdated import Outdated, bodies_in, documents_in, names_older_days
from hoithi.core.tasks.due import until
from hoithi.core.tasks.moments import some_day
from tests.campaigns.make import DRAFT
from tests.core.founding import texts

TODAY = date(2026, 11, 22)


NOTHING = Before()


def asked(draft, before=NOTHING, today=TODAY):
    """The questions as their code and their lines."""
    return [(task.asks, task.text) for task in look_again(draft, before, today=today)]


def test_number_day_committees_and_open_days_are_always_asked():
    found = asked(DRAFT)
    assert [code.value for code, _ in found] == ["header"] * 2 + ["when"] + ["again"] * 3
    assert found[2][1].endswith(
        "- Hội nghị tổng kết: dự kiến từ ngày 21/12/2026 đến hết ngày 31/12/2026"
    )
    assert "Đăng ký tham luận" in found[3][1]
    assert found[5][1].endswith("- Ban Tổ chức Hội nghị")


def test_a_long_title_leaves_room_for_its_days():
    moment = some_day(date(2027, 5, 10), date(2027, 5, 12))
    one = ActivityDraft("a", Kind.CONFERENCE, "Hội nghị " * 100, moment=moment)
    text = next(
        text for code, text in asked(CampaignDraft("x", activities=(one,))) if code is Asks.WHEN
    )
    assert text.endswith("…: dự kiến từ ngày 10/5/2027 đến hết ngày 12/5/2027")


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2027, 2, 6), "06/02/2027 (Tết Nguyên Đán): Hội nghị"),
        (date(2027, 5, 1), "01/5/2027 (Ngày Quốc tế Lao động): Hội nghị"),
        (date(2027, 5, 16), "16/5/2027 (Chủ nhật): Hội nghị"),
        (date(2027, 5, 12), None),
    ],
)
def test_days_on_which_nobody_works_are_named(day, line):
    one = ActivityDraft("a", Kind.CONFERENCE, "Hội nghị", moment=some_day(day, day))
    found = [
        text for _, text in asked(CampaignDraft("x", activities=(one,))) if "ngày nghỉ" in text
    ]
    assert [text.split("\n- ")[1] for text in found] == ([line] if line else [])


def test_a_contest_may_end_on_a_sunday():
    sunday = date(2027, 5, 16)
    one = ActivityDraft("a", Kind.CONTEST, "Cuộc thi", moment=some_day(sunday, sunday))
    assert not any("ngày nghỉ" in text for _, text in asked(CampaignDraft("x", activities=(one,))))


def test_days_that_have_passed_are_named():
    draft = CampaignDraft("x", tasks=(TaskDraft("Gửi danh sách", until(date(2026, 11, 20))),))
    assert (
        Asks.AGAIN,
        "Các mốc sau đã qua; hãy dời sang ngày mới:\n- ngày 20/11/2026: Gửi danh sách",
    ) in asked(draft)


def test_units_bodies_and_documents_that_are_no_more_are_named_with_their_successors():
    draft = replace(
        DRAFT,
        tasks=(
            TaskDraft("Phòng Nội vụ tham mưu theo Luật số 77/2015/QH13"),
            TaskDraft("Báo cáo kết quả năm 2025 trước ngày 30/6/2026"),
        ),
    )
    found = [text for _, text in asked(draft, Before(gone_units=(Outdated("Xã Cũ", "Xã Mới"),)))]
    told = "\n".join(found)
    assert "- Xã Cũ → Xã Mới" in told
    assert "- Phòng Nội vụ → " in told
    assert "- 77/2015/QH13 → Luật Tổ chức chính quyền địa phương số" in told
    assert "- Báo cáo kết quả năm 2025" in told


def test_rules_and_their_money_are_named():
    found = asked(texts.founded(texts.STAGE))
    told = [text for code, text in found if code is Asks.RULES or "giải thưởng" in text]
    assert [line.split("\n")[0][:30] for line in told] == [
        "Mức giải thưởng, đơn giá và đị",
        "Thể lệ “Hội thi sân khấu hóa “",
    ]


def test_what_another_body_gave_is_to_be_renamed():
    found = [text for _, text in asked(DRAFT, Before(is_anothers=True))]
    assert any(
        text.startswith("Tên cơ quan") and "Phòng Văn hóa - Xã hội" in text for text in found
    )


def test_a_thousand_lines_become_one_question():
    tasks = tuple(TaskDraft(f"Việc {n}", until(date(2026, 1, 1))) for n in range(1_000))
    text = next(text for _, text in asked(CampaignDraft("x", tasks=tasks)) if "đã qua" in text)
    assert text.endswith("- … và 960 nội dung khác")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trước ngày 05/3/2026", True),
        ("năm 2026", True),
        ("Nghị định 30/2020/NĐ-CP", False),
        ("năm 2027", False),
    ],
)
def test_older_days_in_words(text, names):
    assert names_older_days(text, 2027) is names


def test_names_in_use_are_left_alone():
    assert bodies_in(["Phòng Kinh tế, Hạ tầng và Đô thị"], TODAY) == []
    assert documents_in(["Nghị định 30/2020/NĐ-CP"], TODAY) == []
