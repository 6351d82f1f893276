"""Judges' sheets are typed one by one, made into points by the rules, confirmed by a second."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from msgspec import structs

from hoithi.core.rulebook.parts import JuryRule
from hoithi.judging.models import JudgeSheet, PointsSheet
from hoithi.people.models import RoleName
from tests import make
from tests.documents.sheets import xlsx
from tests.results import boards
from tests.web_organiser.stage import TEAMS, Stage, role, stage, teams_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
PART = "skit/giam-khao/"
JUDGES = ("Nguyễn Thị Lan", "Trần Văn Hùng", "Lê Minh Đức")


@pytest.fixture
def hall():
    return stage()


def typist(hall):
    return role(RoleName.SECRETARY, hall.contest.body)


def typed(hall, who, judge, *points):
    return who.post(hall.points(f"{PART}phieu/"), hall.typed(*points, judge=judge))


def held(rule):
    parts = tuple(
        structs.replace(part, rule=rule) if part.key == "skit" else part
        for part in boards.BINH_SON.parts
    )
    contest = boards.contest(structs.replace(boards.BINH_SON, parts=parts))
    return Stage(contest, teams_in(contest, *TEAMS))


def test_the_mean_of_the_judges_counts_once_a_second_person_confirms(hall):
    who = typist(hall)
    for judge, points in zip(JUDGES, ("35 36 30", "36 38 30,5", "36,5 39 31"), strict=True):
        assert typed(hall, who, judge, *points.split()).status_code == 302
    page = who.get(hall.points(PART)).content.decode()
    assert all(judge in page for judge in JUDGES)
    assert "trung bình cộng điểm của các giám khảo" in page
    assert who.post(hall.points(PART), {"seen": "0"}).status_code == 302
    assert hall.counted() == []
    assert "Trần Văn Hùng: 38" in who.get(hall.sheet()).content.decode()
    assert hall.confirm(role(RoleName.APPROVER, hall.contest.body)).status_code == 302
    assert [points for _, _, points in hall.counted()] == ["30.5", "35.83", "37.67"]


@pytest.mark.parametrize(
    ("rule", "points"),
    [(JuryRule.MEAN_WITHOUT_EXTREMES, "12"), (JuryRule.SUM, "35.5")],
)
def test_the_rule_of_the_part_makes_the_points(rule, points):
    hall = held(rule)
    who = typist(hall)
    for judge, given in zip(JUDGES, ("10", "12", "13,5"), strict=True):
        typed(hall, who, judge, given)
    who.post(hall.points(PART), {"seen": "0"})
    (line,) = PointsSheet.objects.get().lines.all()
    assert str(line.points.normalize()) == points


def test_who_typed_a_judges_sheet_does_not_confirm_the_points(hall):
    who, second = typist(hall), typist(hall)
    typed(hall, second, JUDGES[0], "35")
    assert who.post(hall.points(PART), {"seen": "0"}).status_code == 302
    assert hall.confirm(second).status_code == 422
    assert hall.counted() == []


def test_a_judges_sheet_is_typed_over_kept_and_taken_out(hall):
    who = typist(hall)
    typed(hall, who, JUDGES[0], "35", "36")
    typed(hall, who, "nguyen thi  lan", "34", "36")
    typed(hall, who, "nguyen thi  lan", "34", "36")
    assert list(JudgeSheet.objects.values_list("judge", "number")) == [
        (JUDGES[0], 1),
        (JUDGES[0], 2),
    ]
    page = who.get(hall.points(f"{PART}phieu/"), {"giam-khao": JUDGES[0]}).content.decode()
    assert 'value="34"' in page
    gone = {"judge": JUDGES[0], "viec": "bo"}
    assert who.post(hall.points(f"{PART}phieu/"), gone).status_code == 302
    assert "Chưa có phiếu của giám khảo nào" in who.get(hall.points(PART)).content.decode()
    assert JudgeSheet.objects.count() == 3
    assert make.deeds()[-1] == "judging.judge_sheet_withdrawn"


@pytest.mark.parametrize("rule", [JuryRule.MEAN, JuryRule.SUM])
def test_a_missing_mark_is_told_and_never_summed_over(rule):
    hall = held(rule)
    who = typist(hall)
    typed(hall, who, JUDGES[0], "35", "36", "30")
    typed(hall, who, JUDGES[1], "35", "", "30")
    refused = who.post(hall.points(PART), {"seen": "0"})
    assert refused.status_code == 422
    assert TEAMS[1] in refused.content.decode()
    agreed = who.post(hall.points(PART), {"seen": "0", "thieu-phieu": "1"})
    assert agreed.status_code == (302 if rule is JuryRule.MEAN else 422)


@pytest.mark.parametrize(
    ("judge", "points"),
    [("", "35"), ("  ", "35"), (JUDGES[0], "400"), (JUDGES[0], "-1"), (JUDGES[0], "ba")],
)
def test_a_sheet_that_cannot_be_taken_changes_nothing(hall, judge, points):
    assert typed(hall, typist(hall), judge, points).status_code == 422
    assert not JudgeSheet.objects.exists()


def test_an_empty_sheet_is_no_sheet(hall):
    assert typed(hall, typist(hall), JUDGES[0]).status_code == 422
    assert not JudgeSheet.objects.exists()


def test_a_file_fills_the_boxes_and_records_nothing(hall):
    who = typist(hall)
    rows = xlsx([("Đội thi", "Điểm"), (TEAMS[0], 35.5), (TEAMS[1], 36)])
    path = hall.points(f"{PART}tu-tep/")
    read = who.post(path, {"tep": SimpleUploadedFile("gk.xlsx", rows), "judge": JUDGES[0]})
    page = read.content.decode()
    assert 'value="35,5"' in page
    assert JUDGES[0] in page
    assert not JudgeSheet.objects.exists()
    wrong = xlsx([("Đội thi", "Điểm"), ("Đội lạ", 35)])
    read = who.post(path, {"tep": SimpleUploadedFile("gk.xlsx", wrong), "judge": JUDGES[0]})
    assert read.status_code == 422
    assert "không có đội hoặc người này" in read.content.decode()


def test_all_sheets_are_taken_away_side_by_side(hall):
    who = typist(hall)
    for judge, points in zip(JUDGES, ("35", "36", "36,5"), strict=True):
        typed(hall, who, judge, points)
    table = who.get(hall.points(f"{PART}tong-hop.csv")).content.decode("utf-8-sig")
    heads, first = table.splitlines()[:2]
    names = "Lê Minh Đức,Trần Văn Hùng,Nguyễn Thị Lan"
    assert heads == f'"Đội thi, người dự thi",Đơn vị,{names},Điểm phần thi'
    assert first == f"{TEAMS[0]},,36.5000,36.0000,35.0000,35.83"


def test_a_part_without_a_jury_has_no_judges():
    contest = boards.contest(boards.BINH_SON)
    hall = Stage(contest)
    assert typist(hall).get(hall.points("khong-co/giam-khao/")).status_code == 422


def test_lesser_colleagues_and_strangers_type_no_sheet(hall):
    for who in (role(RoleName.AUDITOR, hall.contest.body), role(RoleName.SECRETARY, make.body())):
        assert who.get(hall.points(PART)).status_code == 404
        assert typed(hall, who, JUDGES[0], "35").status_code == 404
    assert not JudgeSheet.objects.exists()
