"""The papers of a meeting say what was noted, and leave blank what was not."""

from datetime import date, time

import pytest

from hoithi.campaigns.queries.moves import tasks_of_move
from hoithi.conferences import actions
from hoithi.conferences.actions import Answered, NewConclusion, NewGuest, NewItem
from hoithi.conferences.queries import counted, meeting_of
from hoithi.core.attendance import Answer, Presence
from hoithi.core.tasks.moments import set_on
from hoithi.documents.official import BLANK, Heading, Items, Signature, Table, Text
from hoithi.wording.meeting_papers import (
    Dossier,
    attendance_sheet,
    conclusions,
    invitation,
    minutes,
)
from hoithi.wording.meetings import zalo_invitation, zalo_move
from hoithi.wording.move_letters import move_letter
from tests.conferences.conftest import invited
from tests.conferences.test_moving import moved
from tests.make import AT

pytestmark = pytest.mark.django_db
HEAD = Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def dossier(activity) -> Dossier:
    """All that is known of the meeting."""
    guests = tuple(activity.guests.all())
    return Dossier(
        activity,
        meeting_of(activity),
        tuple(activity.agenda.all()),
        guests,
        tuple(activity.conclusions.select_related("agency")),
        counted(guests),
        HEAD,
    )


def test_an_invitation_of_nothing_leaves_blanks(conference):
    paper = invitation(dossier(conference))
    assert (paper.kind, paper.number, paper.signature) == ("Giấy mời", "/GM", HEAD)
    assert paper.blocks[1:] == (
        Heading("1. Thời gian", 2),
        Text("Từ 08h00 đến 11h30 ngày 28/12/2026 (thứ Hai)."),
        Heading("2. Địa điểm", 2),
        Text("Hội trường xã."),
        Heading("3. Chủ trì", 2),
        Text(f"{BLANK}."),
        Heading("4. Thành phần", 2),
        Items((BLANK,)),
        Heading("5. Nội dung", 2),
        Text(BLANK),
        Text("Ủy ban nhân dân xã Bình Phước trân trọng kính mời./."),
    )


def test_an_invitation_names_people_and_gathers_agencies(conference, secretary):
    invited(
        conference,
        secretary,
        NewGuest("Công an xã", post="Lãnh đạo đơn vị"),
        NewGuest("Trường Tiểu học Hòa Sơn", post="Lãnh đạo đơn vị"),
        NewGuest("Đảng ủy xã", "Trần Văn Bình", "Bí thư"),
    )
    item = NewItem("Đón tiếp đại biểu", "Ban Tổ chức", time(8), time(8, 15))
    actions.add_item(conference, item, by=secretary, at=AT)
    told = {"note": "Mang tài liệu", "answer_by": date(2026, 12, 22), "contact": "Văn phòng"}
    actions.set_meeting(conference, told, by=secretary, at=AT)
    blocks = invitation(dossier(conference)).blocks
    assert (
        Items(
            (
                "Ông (bà) Trần Văn Bình, Bí thư, Đảng ủy xã;",
                "Lãnh đạo đơn vị: Công an xã; Trường Tiểu học Hòa Sơn.",
            )
        )
        in blocks
    )
    rows = [("08h00\u00a0-\u00a008h15", "Đón tiếp đại biểu", "Ban Tổ chức")]
    assert Table(("Thời gian", "Nội dung", "Thực hiện"), rows, widths=(22, 50, 28)) in blocks
    asked = "Đề nghị các cơ quan, đơn vị, đại biểu xác nhận thành phần dự trước ngày 22/12/2026;"
    assert Items(("Mang tài liệu;", asked, "Thông tin liên hệ: Văn phòng.")) in blocks


def test_the_list_to_sign_has_the_name_of_the_substitute(conference, secretary):
    one, _two = invited(
        conference,
        secretary,
        NewGuest("Đảng ủy xã", "Trần Văn Bình", "Bí thư"),
        NewGuest("Đoàn xã"),
    )
    sends = Answered(Answer.SENDS, "Lê Thị Hoa", "Phó Bí thư")
    actions.answer(one, sends, by=secretary, at=AT)
    table = attendance_sheet(dossier(conference)).blocks[2]
    assert isinstance(table, Table)
    assert list(table.rows) == [
        ("1", "Lê Thị Hoa (dự thay Trần Văn Bình)", "Phó Bí thư, Đảng ủy xã", ""),
        ("2", "", "Đoàn xã", ""),
    ]


def test_minutes_are_drafted_from_what_was_noted(conference, secretary, founded):
    one, two, three = invited(
        conference, secretary, NewGuest("Một"), NewGuest("Hai"), NewGuest("Ba")
    )
    actions.check_in(one, Presence.LATE, by=secretary, at=AT)
    actions.answer(two, Answered(Answer.EXCUSED, reason="Ốm"), by=secretary, at=AT)
    actions.note_left_over(conference, by=secretary, at=AT)
    told = {"opened_at": time(8, 5), "closed_at": time(11), "discussion": "Thảo luận."}
    actions.set_meeting(conference, told, by=secretary, at=AT)
    office = founded.campaign.agencies.first()
    new = NewConclusion("In phông", office, date(2026, 12, 30))
    actions.add_conclusion(conference, new, by=secretary, at=AT)
    blocks = minutes(dossier(conference)).blocks
    for block in (
        Text("Thời gian bắt đầu: 08h05 ngày 28 tháng 12 năm 2026."),
        Text("Có mặt: 01/03, trong đó 01 đến muộn."),
        Items(("Một.",)),
        Text("Vắng: 02."),
        Items(("Hai (có lý do: Ốm);", "Ba.")),
        Text("Thảo luận."),
        Items(
            (f"In phông. Cơ quan thực hiện: {office.name}; hoàn thành chậm nhất ngày 30/12/2026.",),
            ordered=True,
        ),
        Text("Hội nghị kết thúc vào 11h00 cùng ngày./."),
    ):
        assert block in blocks, block
    assert three.full_name == ""


def test_the_notice_of_conclusions_gives_work_to_agencies(conference, secretary, founded):
    office = founded.campaign.agencies.first()
    new = NewConclusion("In phông", office, date(2026, 12, 30))
    actions.add_conclusion(conference, new, by=secretary, at=AT)
    actions.add_conclusion(conference, NewConclusion("Thống nhất."), by=secretary, at=AT)
    paper = conclusions(dossier(conference))
    headings = ("TT", "Nội dung", "Cơ quan thực hiện", "Thời hạn")
    rows = [("1", "In phông", "Phòng Văn hóa - Xã hội", "30/12/2026")]
    assert paper.blocks[1:4] == (
        Items(("Thống nhất.",), ordered=True),
        Text("Giao các cơ quan, đơn vị thực hiện các nhiệm vụ sau:"),
        Table(headings, rows, widths=(7, 50, 26, 17)),
    )
    assert paper.copies_to == ("Phòng Văn hóa - Xã hội", "Các đại biểu dự", "Lưu: VT")


def test_the_letter_has_the_days_as_they_were_and_are(conference, secretary):
    made = moved(conference, set_on(date(2026, 12, 30)), secretary)
    made.reason = "Trùng kỳ họp."
    tasks = tasks_of_move(made)
    paper = move_letter(made, tasks, ["Công an xã"], HEAD)
    assert (paper.kind, paper.addressed_to) == ("", ("Công an xã",))
    assert paper.subject == "điều chỉnh thời gian Hội nghị tổng kết"
    first, when, _told, table, _last = paper.blocks
    assert isinstance(first, Text)
    assert "; trùng kỳ họp, Ủy ban nhân dân xã Bình Phước thông báo điều chỉnh" in first.text
    assert isinstance(when, Table)
    assert list(when.rows) == [
        (
            "Thời gian",
            "từ 08h00 đến 11h30 ngày 28/12/2026",
            "từ 08h00 đến 11h30 ngày 30/12/2026",
        )
    ]
    assert isinstance(table, Table)
    assert table.rows[0] == (
        "1",
        "Dự thảo bài phát biểu kết luận",
        "Phòng Văn hóa - Xã hội",
        "21/12/2026",
        "23/12/2026",
    )


def test_texts_for_groups_say_what_the_papers_say(conference, secretary):
    made = moved(conference, set_on(date(2026, 12, 30)), secretary)
    told = zalo_move(made, [("Dự thảo;", "23/12/2026")])
    assert told.splitlines()[-1] == "- Dự thảo: 23/12/2026"
    asked = zalo_invitation(conference, meeting_of(conference), "https://thi.vn/1/")
    assert asked.splitlines() == [
        "GIẤY MỜI: Hội nghị tổng kết",
        "Thời gian: từ 08h00 đến 11h30 ngày 28/12/2026",
        "Địa điểm: Hội trường xã",
        "Người có tài khoản xem và trả lời tại: https://thi.vn/1/",
    ]


def test_minutes_before_anybody_was_counted_have_blanks_for_numbers_and_contents(conference):
    blocks = minutes(dossier(conference)).blocks
    at = blocks.index(Heading("II. NỘI DUNG"))
    assert blocks[at - 3 : at] == (
        Text(f"Có mặt: {BLANK}."),
        Text(BLANK),
        Text(f"Vắng: {BLANK}."),
    )
    assert blocks[at + 1 : at + 3] == (Text(BLANK), Heading("III. DIỄN BIẾN"))


def test_minutes_of_a_meeting_without_a_day_name_none(conference):
    conference.is_open = True
    paper = minutes(dossier(conference))
    assert paper.signed_on is None
    assert paper.blocks[0] == Text(f"Thời gian bắt đầu: {BLANK} {BLANK}.")


def test_minutes_of_several_days_name_the_last_one(conference, secretary):
    conference.last_day = date(2026, 12, 30)
    conference.save()
    actions.set_meeting(conference, {"closed_at": time(11)}, by=secretary, at=AT)
    blocks = minutes(dossier(conference)).blocks
    assert Text("Hội nghị kết thúc vào 11h00 ngày 30 tháng 12 năm 2026./.") in blocks
