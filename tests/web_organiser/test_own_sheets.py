"""A judge types and signs the own sheet; signed it is locked until the secretariat opens it."""

import pytest

from hoithi.judging.models import JudgeSheet, PointsSheet
from hoithi.people.models import RoleName
from tests import make
from tests.web_organiser.conftest import browser
from tests.web_organiser.stage import CLUSTER, role, stage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def hall():
    return stage()


def judge(hall, name="Nguyễn Thị Lan"):
    person = make.person(name)
    make.role(person, RoleName.JUDGE, over=hall.contest.body, contest_id=hall.contest.pk)
    return browser(person)


def path(hall):
    return f"/giam-khao/{hall.contest.slug}/{CLUSTER}/skit/"


def send(hall, who, seen, deed, *points):
    data = hall.typed(*points) | {"seen": str(seen), "viec": deed}
    return who.post(path(hall), data)


def totals():
    newest = JudgeSheet.objects.latest("number")
    return sorted(f"{one.normalize():f}" for one in newest.marks.values_list("total", flat=True))


def reopened(hall, who, reason="Cộng nhầm"):
    sheet = JudgeSheet.objects.latest("number")
    return who.post(hall.points("skit/giam-khao/mo-lai/"), {"phieu": sheet.pk, "ly-do": reason})


def test_a_sheet_is_kept_then_signed_then_locked(hall):
    lan = judge(hall)
    assert "Chưa chấm" in lan.get("/giam-khao/").content.decode()
    assert send(hall, lan, 0, "luu", "35", "36").status_code == 302
    assert send(hall, lan, 1, "ky", "35", "36", "30,5").status_code == 302
    assert totals() == ["30.5", "35", "36"]
    assert send(hall, lan, 2, "ky", "1", "1", "1").status_code == 422
    assert totals() == ["30.5", "35", "36"]
    assert "phiếu đã khóa" in lan.get(path(hall)).content.decode()


def test_a_page_older_than_the_sheet_changes_nothing(hall):
    lan = judge(hall)
    send(hall, lan, 0, "luu", "35")
    assert send(hall, lan, 0, "luu", "20").status_code == 422
    assert totals() == ["35"]


@pytest.mark.parametrize("points", ["-1", "1000", "abc", "1,23456"])
def test_points_out_of_bounds_stay_on_the_page(hall, points):
    assert send(hall, judge(hall), 0, "ky", points).status_code == 422
    assert not JudgeSheet.objects.exists()


def test_an_unsigned_sheet_counts_nowhere_and_the_secretary_sees_whose_it_is(hall):
    lan, secretary = judge(hall), role(RoleName.SECRETARY, hall.contest.body)
    send(hall, lan, 0, "luu", "35", "36", "30")
    page = secretary.get(hall.points("skit/giam-khao/"))
    assert ([one.full_name for one in page.context["unsigned"]], page.context["sheets"]) == (
        ["Nguyễn Thị Lan"],
        [],
    )
    send(hall, lan, 1, "ky", "35", "36", "30")
    page = secretary.get(hall.points("skit/giam-khao/"))
    assert (page.context["unsigned"], len(page.context["sheets"])) == ([], 1)


def test_a_correction_needs_a_reason_and_the_judges_new_signature(hall):
    lan, secretary = judge(hall), role(RoleName.SECRETARY, hall.contest.body)
    send(hall, lan, 0, "ky", "35", "36", "30")
    assert reopened(hall, secretary, " ").status_code == 422
    assert reopened(hall, lan).status_code == 404
    assert reopened(hall, secretary).status_code == 302
    assert "Cộng nhầm" in lan.get(path(hall)).content.decode()
    assert secretary.get(hall.points("skit/giam-khao/")).context["sheets"] == []
    assert send(hall, lan, 2, "ky", "35", "36", "31").status_code == 302
    assert totals() == ["31", "35", "36"]
    assert make.deeds()[-3:] == [
        "judging.own_sheet_signed",
        "judging.own_sheet_opened",
        "judging.own_sheet_signed",
    ]


def test_the_secretary_types_over_no_sheet_of_a_judges_own(hall):
    lan, secretary = judge(hall), role(RoleName.SECRETARY, hall.contest.body)
    send(hall, lan, 0, "ky", "35", "36", "30")
    data = hall.typed("1", "1", "1", judge="Nguyễn Thị Lan")
    assert secretary.post(hall.points("skit/giam-khao/phieu/"), data).status_code == 422
    assert totals() == ["30", "35", "36"]


def test_namesakes_have_a_sheet_each(hall):
    for who in (judge(hall), judge(hall)):
        assert send(hall, who, 0, "ky", "35", "36", "30").status_code == 302
    assert JudgeSheet.objects.values("judge_key").distinct().count() == 2


def test_a_judge_of_another_contest_has_no_sheet_here(hall):
    stranger = judge(stage())
    assert stranger.get(path(hall)).status_code == 404
    assert send(hall, stranger, 0, "ky", "35").status_code == 404
    assert not PointsSheet.objects.exists()


def combined(hall, who, reason=""):
    return who.post(hall.points("skit/giam-khao/"), {"seen": "0", "ly-do-chua-ky": reason})


def test_nothing_is_made_of_the_sheets_while_a_judge_has_not_signed(hall):
    lan, secretary = judge(hall), role(RoleName.SECRETARY, hall.contest.body)
    judge(hall, "Trần Văn Bình")
    send(hall, lan, 0, "ky", "35", "36", "30")
    refused = combined(hall, secretary, " ")
    assert (refused.status_code, "Trần Văn Bình" in refused.content.decode()) == (422, True)
    assert not PointsSheet.objects.exists()
    assert combined(hall, secretary, "Ốm, vắng mặt").status_code == 302
    assert make.deeds()[-1] == "judging.judges_left_out"


def test_a_judge_whose_signed_paper_was_typed_has_signed(hall):
    secretary = role(RoleName.SECRETARY, hall.contest.body)
    judge(hall, "Trần Văn Bình")
    data = hall.typed("35", "36", "30", judge="Trần văn Bình")
    assert secretary.post(hall.points("skit/giam-khao/phieu/"), data).status_code == 302
    assert combined(hall, secretary).status_code == 302


def test_the_home_of_a_judge_reads_all_sheets_at_once(hall, django_assert_max_num_queries):
    lan = judge(hall)
    send(hall, lan, 0, "luu", "35")
    with django_assert_max_num_queries(12):
        assert "Chưa ký" in lan.get("/giam-khao/").content.decode()
