"""Points from signed paper on the screens: typed, confirmed by another, locked, corrected."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.entries.models import Entrant
from hoithi.judging.models import Confirmation, PointsSheet, Retyping
from hoithi.people.models import RoleName
from tests import make
from tests.make import deeds
from tests.web_organiser.stage import PDF, TEAMS, role, stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall():
    return stage()


@pytest.fixture
def typist(hall):
    return role(RoleName.SECRETARY, hall.contest.body)


@pytest.fixture
def second(hall):
    return role(RoleName.ORGANISER, hall.contest.body)


def test_typed_by_one_confirmed_line_by_line_by_another(hall, typist, second):
    page = typist.get(hall.points("skit/")).content.decode()
    assert all(name in page for name in TEAMS)
    assert "Trình duyệt không giữ tệp" not in page
    ordered = ["Đội thị trấn Châu Ổ", "Đội xã Bình Đông", "Đội xã Bình Phước"]
    assert sorted(TEAMS, key=page.index) == ordered
    assert hall.enter(typist, "skit", "35,5", "38", "").status_code == 302
    assert hall.counted() == []

    assert "Đối chiếu từng dòng" in second.get(hall.sheet()).content.decode()
    assert second.post(hall.sheet("xac-nhan/"), {}).status_code == 422
    assert hall.confirm(second).status_code == 302
    expected = [("Đội xã Bình Phước", "skit", "35.5"), ("Đội xã Bình Đông", "skit", "38")]
    assert hall.counted() == sorted(expected)


def test_who_typed_is_offered_no_confirmation_and_gets_none(hall, typist):
    hall.enter(typist, "skit", "35", "38", "40")
    assert "không tự xác nhận được" in typist.get(hall.sheet()).content.decode()
    assert hall.confirm(typist).status_code == 422
    assert typist.post(hall.sheet("nhap-lai/"), hall.typed("35", "38", "40")).status_code == 422
    assert not Confirmation.objects.exists()


def test_a_second_blind_typing_shows_what_differs_and_counts_when_equal(hall, typist, second):
    hall.enter(typist, "skit", "35", "38", "40")
    assert 'value="35"' not in second.get(hall.sheet("nhap-lai/")).content.decode()

    unequal = second.post(hall.sheet("nhap-lai/"), hall.typed("35", "33", "40"))
    assert unequal.status_code == 422
    found = unequal.context["differences"]
    shown = [(one.entrant.name, int(one.first.points), int(one.second.points)) for one in found]
    assert shown == [("Đội xã Bình Đông", 38, 33)]
    assert hall.counted() == []

    assert second.post(hall.sheet("nhap-lai/"), hall.typed("35", "38", "40")).status_code == 302
    assert len(hall.counted()) == 3


def unlike(hall, typist, second) -> str:
    """Two typings that differ in one line; the field of that line."""
    hall.enter(typist, "skit", "35", "38", "40")
    second.post(hall.sheet("nhap-lai/"), hall.typed("35", "33", "40"))
    kept = Retyping.objects.get()
    assert kept.sheet == PointsSheet.objects.latest("pk")
    return f"chon-{Entrant.objects.get(name='Đội xã Bình Đông').pk}"


@pytest.mark.parametrize(("side", "points"), [("first", "38"), ("second", "33")])
def test_a_third_person_settles_what_two_typed_unlike(hall, typist, second, side, points):
    field = unlike(hall, typist, second)
    third = role(RoleName.ORGANISER, hall.contest.body)
    assert "Thống nhất điểm" in third.get(hall.sheet()).content.decode()
    assert third.get(hall.sheet("thong-nhat/")).status_code == 200
    assert third.post(hall.sheet("thong-nhat/"), {field: side}).status_code == 302
    assert ("Đội xã Bình Đông", "skit", points) in hall.counted()
    assert (len(hall.counted()), deeds()[-1]) == (3, "judging.sheet_confirmed")
    assert third.get(hall.sheet("thong-nhat/")).status_code == 404


@pytest.mark.parametrize("said", [{}, {"chon-9": "first"}, {"chon-x": "first"}, "third"])
def test_nothing_counts_before_every_unlike_line_is_settled(hall, typist, second, said):
    field = unlike(hall, typist, second)
    third = role(RoleName.ORGANISER, hall.contest.body)
    sent = {field: said} if isinstance(said, str) else said
    refused = third.post(hall.sheet("thong-nhat/"), sent)
    told = "mọi dòng hai lần nhập khác nhau" in refused.content.decode()
    assert (refused.status_code, told, hall.counted()) == (422, True, [])


def test_neither_typist_settles(hall, typist, second):
    field = unlike(hall, typist, second)
    for one in (typist, second):
        assert "nhờ người thứ ba" in one.get(hall.sheet("thong-nhat/")).content.decode()
        assert one.post(hall.sheet("thong-nhat/"), {field: "first"}).status_code == 422
    assert hall.counted() == []


def test_a_typing_that_was_mended_or_overtaken_is_settled_no_more(hall, typist, second):
    field = unlike(hall, typist, second)
    third = role(RoleName.ORGANISER, hall.contest.body)
    address = hall.sheet("thong-nhat/")
    hall.enter(typist, "skit", "35", "33", "40", seen=1)
    assert third.post(address, {field: "first"}).status_code == 422
    assert hall.counted() == []


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ("-1", "Điểm không được âm."),
        ("40,5", "Cao hơn điểm tối đa (40)."),
        ("ba mươi", "Không phải là số. Ghi như 35 hoặc 35,5."),
        ("1,23456", "Chỉ ghi tối đa 4 chữ số thập phân."),
        ("=30+5", "Không phải là số. Ghi như 35 hoặc 35,5."),
        ("NaN", "Không phải là số. Ghi như 35 hoặc 35,5."),
        ("٣٥", "Không phải là số. Ghi như 35 hoặc 35,5."),
        ("0" * 30 + "35", "Không phải là số. Ghi như 35 hoặc 35,5."),
    ],
)
def test_impossible_points_say_why_beside_the_line_and_keep_what_was_typed(
    hall, typist, points, sentence
):
    response = hall.enter(typist, "skit", "35", points, "")
    page = response.content.decode()
    assert (response.status_code, PointsSheet.objects.count()) == (422, 0)
    assert sentence in page
    assert 'value="35"' in page


def test_an_empty_form_enters_nothing(hall, typist):
    assert hall.enter(typist, "skit").status_code == 422
    assert not PointsSheet.objects.exists()


def test_a_double_click_is_one_sheet_and_an_overtaken_form_is_told(hall, typist, second):
    for _ in range(2):
        assert hall.enter(typist, "skit", "35", "38", "40").status_code == 302
    overtaken = hall.enter(second, "skit", "35", "38", "39")
    assert overtaken.status_code == 422
    assert "bảng điểm số 1 của phần này đã được ghi" in overtaken.content.decode()
    assert PointsSheet.objects.count() == 1


def test_points_that_count_change_only_with_reason_and_document(hall, typist, second):
    hall.enter(typist, "skit", "35", "38", "40")
    hall.confirm(second)
    page = typist.get(hall.points("skit/")).content.decode()
    assert "đã khóa" in page
    assert 'value="38"' in page

    assert hall.enter(typist, "skit", "36", "38", "40", seen=1).status_code == 422
    why = {"reason": "Cộng nhầm phiếu số 3", "document_number": "07/BB-BTC"}
    assert hall.enter(typist, "skit", "36", "38", "40", seen=1, **why).status_code == 302
    assert hall.counted()[0][2] != "36"
    assert "Thay đổi so với điểm" in second.get(hall.sheet()).content.decode()
    hall.confirm(second)
    assert ("Đội xã Bình Phước", "skit", "36") in hall.counted()[3:]


def test_the_signed_paper_is_kept_with_the_sheet_and_other_files_are_refused(hall, typist):
    scan = SimpleUploadedFile("phieu.pdf", PDF, "application/pdf")
    assert hall.enter(typist, "skit", "35", "38", "40", file=scan).status_code == 302
    response = typist.get(hall.sheet("phieu-da-ky/"))
    assert b"".join(response.streaming_content) == PDF
    for name, data in (("phieu.exe", b"MZ\x90\x00"), ("phieu.pdf", b"<html>x</html>")):
        file = SimpleUploadedFile(name, data)
        refused = hall.enter(typist, "knowledge", "20", "20", "20", file=file)
        assert refused.status_code == 422
    assert PointsSheet.objects.count() == 1


def test_colleagues_read_and_strangers_find_nothing(hall, typist):
    hall.enter(typist, "skit", "35", "38", "40")
    auditor = role(RoleName.AUDITOR, hall.contest.body)
    approver = role(RoleName.APPROVER, hall.contest.body)
    stranger = role(RoleName.SECRETARY, make.body())
    assert auditor.get(hall.sheet()).status_code == 200
    assert auditor.get(hall.points("skit/")).status_code == 404
    assert hall.confirm(auditor).status_code == 404
    assert stranger.get(hall.sheet()).status_code == 404
    assert hall.enter(stranger, "skit", "1", "1", "1").status_code == 404
    assert approver.get(hall.points("skit/")).status_code == 404
    assert hall.confirm(approver).status_code == 302


def test_a_part_that_is_not_entered_by_hand_is_refused(hall, typist):
    assert typist.get(hall.points("nothing/")).status_code == 422


@pytest.mark.parametrize("teams", [1, 30])
def test_the_pages_ask_the_database_as_often_for_one_team_as_for_many(
    teams, django_assert_num_queries
):
    hall = stage(*(f"Đội số {number}" for number in range(teams)))
    typist = role(RoleName.SECRETARY, hall.contest.body)
    hall.enter(typist, "skit", *["30"] * teams)
    with django_assert_num_queries(12):
        typist.get(hall.points("knowledge/"))
    with django_assert_num_queries(21):
        typist.get(hall.sheet())
    with django_assert_num_queries(9):
        typist.get(hall.points())
