"""A team after the last day of the rules comes in by a decision; a wrong one goes out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.entries.models import Entrant, LateDecision
from hoithi.judging.models import EnteredPoints
from hoithi.people.models import Identity, RoleName
from tests import make
from tests.documents.sheets import xlsx
from tests.results import boards
from tests.results.rows import unit
from tests.web_organiser.stage import CLUSTER, Stage, role, teams_in
from tests.web_organiser.test_entrants import AN, CU_LAO_DUNG, HEAD, address, secretary, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ALLOWED = {"reason": "Xã vừa sáp nhập, lập đội sau", "document_number": "15/BTC"}


@pytest.fixture
def stage():
    """Binh Son's plan names 30/5/2024; the tests are played in 2026."""
    return boards.contest(boards.BINH_SON)


@pytest.mark.parametrize("lacking", ["reason", "document_number"])
def test_a_team_after_the_last_day_needs_reason_and_document(stage, lacking):
    who = secretary(stage)
    page = who.get(address(stage)).content.decode()
    assert "Đã hết hạn đăng ký theo thể lệ (hết ngày 30/5/2024)" in page
    answer = who.post(address(stage), {"name": "Đội Hoa Sen"} | ALLOWED | {lacking: " "})
    assert answer.status_code == 422
    assert not Entrant.objects.exists()

    answer = who.post(address(stage), {"name": "Đội Hoa Sen"} | ALLOWED)
    assert answer.status_code == 302
    assert make.deeds()[-2:] == ["entries.registered", "entries.taken_late"]
    page = who.get(address(stage)).content.decode()
    assert "theo 15/BTC: Xã vừa sáp nhập, lập đội sau" in page


def test_a_file_after_the_last_day_is_taken_by_the_same_decision(stage):
    who = secretary(stage)
    file = SimpleUploadedFile("doi.xlsx", xlsx([("TT", "Đội thi"), (1, "Đội A"), (2, "Đội B")]))
    seen = who.post(address(stage, "tu-tep/"), {"tep": file})
    assert "Đã hết hạn đăng ký" in seen.content.decode()
    reference = {"tep": seen.context["table"].reference}
    assert who.post(address(stage, "nhan/"), reference).status_code == 422
    assert not Entrant.objects.exists()
    assert who.post(address(stage, "nhan/"), reference | ALLOWED).status_code == 302
    decided = LateDecision.objects.values_list("entrant__name", "document_number")
    assert sorted(decided) == [("Đội A", "15/BTC"), ("Đội B", "15/BTC")]


def test_before_the_last_day_nothing_more_is_asked():
    contest = boards.contest(boards.without_deadline(boards.BINH_SON))
    who = secretary(contest)
    assert "Hạn đăng ký" not in who.get(address(contest)).content.decode()
    assert who.post(address(contest), {"name": "Đội A"}).status_code == 302
    assert not LateDecision.objects.exists()


def test_a_team_registered_wrongly_is_taken_out_with_a_reason(stage):
    (token,) = teams_in(stage, "Đội ghi nhầm").values()
    who, path = secretary(stage), address(stage, f"{token}/xoa/")
    assert "nhật ký giữ tên, lý do" in who.get(path).content.decode()
    assert who.post(path, {"reason": " "}).status_code == 422
    assert Entrant.objects.count() == 1
    assert who.post(path, {"reason": "Ghi hai lần"}).status_code == 302
    assert not Entrant.objects.exists()
    assert make.deeds()[-1] == "entries.removed"
    assert who.post(path, {"reason": "Ghi hai lần"}).status_code == 404


def test_a_team_with_points_stays_and_the_page_says_why(stage):
    hall = Stage(stage, teams_in(stage, "Đội A"))
    who = secretary(stage)
    assert hall.enter(who, "skit", "30").status_code == 302
    path = address(stage, f"{hall.tokens['Đội A']}/xoa/")
    assert "“Đội A” đã có điểm nên không xóa được" in who.get(path).content.decode()
    answer = who.post(path, {"reason": "Ghi nhầm"})
    assert answer.status_code == 422
    assert "đã có điểm" in answer.content.decode()
    assert EnteredPoints.objects.filter(sheet__round__key=CLUSTER).count() == 1


def test_a_person_registered_wrongly_goes_with_the_identity():
    check = boards.contest(CU_LAO_DUNG)
    unit(check.body, "Xã An Thạnh 1", "commune")
    who = secretary(check)
    reference = {"tep": sent(check, who, HEAD, AN).context["table"].reference}
    assert who.post(address(check, "nhan/"), reference).status_code == 302
    token = Entrant.objects.get().token
    assert who.post(address(check, f"{token}/xoa/"), {"reason": "Nhầm người"}).status_code == 302
    assert (Entrant.objects.count(), Identity.objects.count()) == (0, 0)


def test_nobody_else_takes_out_anybody(stage):
    (token,) = teams_in(stage, "Đội A").values()
    online = boards.entrant(stage, "Người thi trên mạng")
    for who in (role(RoleName.AUDITOR, stage.body), role(RoleName.SECRETARY, make.body())):
        answer = who.post(address(stage, f"{token}/xoa/"), {"reason": "x"})
        assert answer.status_code == 404
    path = address(stage, f"{online.token}/xoa/")
    assert secretary(stage).post(path, {"reason": "x"}).status_code == 404
    assert Entrant.objects.count() == 2
