"""Papers sat in a hall: typed by two who do not see one another, counted when they agree."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.results.models import Draft
from hoithi.results.queries import stored
from hoithi.sittings.models import Sitting, Submission, TypedSheet
from hoithi.sittings.queries.typed import paper_code
from tests import make
from tests.live import scene
from tests.live.scene import AT
from tests.sittings import make as make_rows
from tests.web_lists.steps import cells, lines_of
from tests.web_organiser.hall import GUEST, PERSON, Hall, hall_open
from tests.web_organiser.stage import PDF, role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hour():
    with clock.pinned(AT + timedelta(hours=2)):
        yield


@pytest.fixture
def hall() -> Hall:
    return hall_open()


@pytest.fixture
def first(hall) -> Client:
    return role(RoleName.SECRETARY, hall.contest.body)


@pytest.fixture
def second(hall) -> Client:
    return role(RoleName.ORGANISER, hall.contest.body)


def test_a_person_is_registered_on_the_spot_and_found_again(hall, first, second):
    there = hall.person(first)
    assert there.status_code == 302
    assert Entrant.objects.get(channel="paper").name == "Nguyễn V. A**"
    assert hall.person(second).url == there.url
    assert Entrant.objects.filter(channel="paper").count() == 1


def test_the_list_of_papers_is_taken_away_without_what_was_typed(hall, first, second):
    path = hall.person(first).url
    page = path.partition("bai/")[0]
    hall.typed(first, path)
    (row,) = lines_of(second.get(f"{page}danh-sach.csv"))
    assert (row[1], row[5]) == ("Nguyễn V. A**", "Chờ người thứ hai")
    assert cells(second.get(f"{page}danh-sach.xlsx"))[-1][1] == "Nguyễn V. A**"
    hall.typed(second, path)
    assert lines_of(second.get(f"{page}danh-sach.csv"))[0][5] == "Đã tính"


def test_two_equal_typings_count_and_the_first_is_never_shown(hall, first, second):
    path = hall.person(first).url
    assert hall.typed(first, path).status_code == 302
    assert not Submission.objects.exists()
    page = second.get(path, {"code": hall.code}).content.decode()
    assert 'value="A"' not in page
    assert 'value="A"' in first.get(path).content.decode()
    assert "Chờ người thứ hai" in second.get(hall.desk).content.decode()

    assert hall.typed(second, path).status_code == 302
    submission = Submission.objects.get()
    assert (submission.kind, submission.answers["1"]) == ("typed", 1)
    assert submission.submitted_at - submission.sitting.started_at == timedelta(minutes=12)
    assert "Đã tính" in first.get(hall.desk).content.decode()
    assert TypedSheet.objects.filter(counted_at=None).count() == 0


def test_unequal_typings_name_the_places_and_count_nothing(hall, first, second):
    path = hall.person(first).url
    hall.typed(first, path)
    answer = hall.typed(second, path, **{"cau-1": "B", "seconds": "30"})
    assert answer.status_code == 422
    shown = [(one.place, one.mine) for one in answer.context["differences"]]
    assert shown == [("Câu 1", "B"), ("Thời gian làm bài", "12 phút 30 giây")]
    assert "12 phút 0 giây" not in answer.content.decode()
    assert not Submission.objects.exists()
    assert "Hai lần nhập khác nhau" in first.get(hall.desk).content.decode()
    assert hall.typed(second, path).status_code == 302
    assert Submission.objects.count() == 1


def test_one_person_alone_counts_nothing_however_often(hall, first):
    path = hall.person(first).url
    for _ in range(2):
        assert hall.typed(first, path).status_code == 302
    assert (TypedSheet.objects.count(), Submission.objects.count()) == (1, 0)


def test_a_counted_sheet_is_typed_no_more(hall, first, second):
    path = hall.person(first).url
    hall.typed(first, path)
    hall.typed(second, path)
    again = hall.typed(first, path)
    assert again.status_code == 422
    assert "đã được hai người nhập trùng khớp" in again.content.decode()
    assert Sitting.objects.count() == 1


@pytest.mark.parametrize(
    ("box", "value", "sentence"),
    [
        ("cau-1", "Z", "Chỉ ghi chữ cái từ A đến"),
        ("cau-1", "AB", "Câu này chỉ chọn một"),
        ("cau-3", "AA", "Một chữ cái bị ghi hai lần"),
        ("minutes", "-1", ""),
        ("minutes", "", ""),
        ("began_at", "hôm qua", ""),
    ],
)
def test_bad_input_says_what_to_do_and_keeps_nothing(hall, first, box, value, sentence):
    answer = hall.typed(first, hall.person(first).url, **{box: value})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not TypedSheet.objects.exists()


@pytest.mark.parametrize("code", ["", "1", "9-9", "x-y", "9" * 40, "1-1'; --"])
def test_an_unknown_code_opens_no_sheet(hall, first, code):
    path = hall.person(first).url
    answer = first.get(path, {"code": code})
    assert "form" not in answer.context or "Câu trả lời" not in answer.content.decode()
    assert answer.status_code == (422 if code else 200)


def test_who_came_in_online_is_not_typed_over(hall, first):
    Entrant.objects.filter(name="Nguyễn V. A**").delete()
    hall.person(first)
    Entrant.objects.update(channel="online")
    answer = hall.person(first)
    assert answer.status_code == 422
    assert "đã đăng ký thi trên mạng" in answer.content.decode()


def test_a_missing_identity_is_told_field_by_field(hall, first):
    answer = first.post(f"{hall.desk}nguoi/", PERSON | {"full_name": ""})
    assert answer.status_code == 422
    assert "Mục này cần được điền" in answer.content.decode()
    assert not Entrant.objects.filter(channel="paper").exists()


def test_a_guest_compares_and_counts_what_was_ticked_once(hall, first):
    hall.typed(first, hall.person(first).url)
    link = first.post(f"{hall.desk}thu-moi/", GUEST).context["address"]
    path, guest = link.removeprefix("http://testserver"), Client()
    assert "Nguyễn V. A**" in guest.get(path).content.decode()
    assert guest.post(path, {}).status_code == 422
    sheet = TypedSheet.objects.get()
    assert guest.post(path, {"khop": [sheet.pk]}).status_code == 200
    sheet.refresh_from_db()
    assert sheet.confirmed_name == "Lê Thị Hoa, Phó Trưởng Ban (12/QĐ-UBND)"
    assert Submission.objects.count() == 1
    assert guest.post(path, {"khop": [sheet.pk]}).status_code == 422
    assert "sittings.typed_sheets_counted" in make.deeds()


def test_the_typist_is_no_guest(hall, first):
    hall.typed(first, hall.person(first).url)
    own = GUEST | {"full_name": "Người giữ vai trò secretary"}
    assert first.post(f"{hall.desk}thu-moi/", own).status_code == 422


def test_a_signed_sheet_closes_the_step_only_where_one_official_was_declared(hall, first):
    hall.typed(first, hall.person(first).url)
    scan = {"file": SimpleUploadedFile("bien-ban.pdf", PDF)}
    assert first.post(f"{hall.desk}bien-ban/", scan).status_code == 422
    hall.contest.one_official = True
    hall.contest.save()
    scan = {"file": SimpleUploadedFile("bien-ban.pdf", PDF)}
    assert first.post(f"{hall.desk}bien-ban/", scan).status_code == 302
    assert TypedSheet.objects.get().evidence is not None
    kept = first.get(f"{hall.desk}bien-ban/1/")
    assert b"".join(kept.streaming_content) == PDF
    assert Submission.objects.count() == 1


def test_lesser_colleagues_and_strangers_see_no_hall(hall, first):
    path = hall.person(first).url
    for who in (role(RoleName.AUDITOR, hall.contest.body), role(RoleName.SECRETARY, make.body())):
        for address in (hall.desk, f"{hall.desk}nguoi/", path):
            assert who.get(address).status_code == 404
        assert hall.typed(who, path).status_code == 404


def test_printed_papers_carry_their_codes_and_no_key(hall, first, second):
    assert first.get(f"{hall.desk}in-de/").status_code == 404
    page = second.post(f"{hall.desk}in-de/", {"number": 1})
    assert page.status_code == 200
    (paper,) = page.context["papers"]
    assert paper.code.startswith(f"{hall.paper.pool_id}-")
    assert f"Mã đề: {paper.code}" in page.content.decode()
    assert make.deeds()[-1] == "sittings.papers_printed"
    assert second.post(f"{hall.desk}in-de/", {"number": 100}).status_code == 422
    assert paper_code(hall.paper) == hall.code


@pytest.mark.parametrize("people", [1, 4])
def test_the_pages_ask_the_database_as_often_for_one_sheet_as_for_many(
    hall, first, people, django_assert_num_queries
):
    for number in range(people):
        path = hall.person(first, phone=f"091234567{number}").url
        assert hall.typed(first, path).status_code == 302
    link = first.post(f"{hall.desk}thu-moi/", GUEST).context["address"]
    with django_assert_num_queries(9):
        first.get(hall.desk)
    with django_assert_num_queries(4):
        Client().get(link.removeprefix("http://testserver"))


def test_a_paper_sheet_is_ranked_with_those_sat_online(hall, first, second):
    online = make_rows.sitting(scene.entrant(hall.contest, name="Trần T. B**"))
    make_rows.submission(online, make_rows.right_of(online.paper, hall.contest))
    right = make_rows.right_of(hall.paper, hall.contest)
    path = hall.person(first).url
    boxes = {f"cau-{place}": letters(answer) for place, answer in right.items()}
    for who in (first, second):
        assert hall.typed(who, path, **boxes | {"cau-8": ""}).status_code == 302

    with clock.pinned(AT + timedelta(days=10)):
        desk = f"/quan-tri/cuoc-thi/{hall.contest.slug}/ket-qua/week-1/"
        assert second.post(f"{desk}lap/").status_code == 302
    draft = Draft.objects.get()
    lines = [(line.name, line.sittings) for line in stored.lines(draft.pk, 0, 9)]
    assert sorted(lines) == [("Nguyễn V. A**", 1), ("Trần T. B**", 1)]


def letters(answer) -> str:
    """An answer as it stands on paper."""
    if isinstance(answer, str):
        return answer
    places = answer if isinstance(answer, list) else [answer]
    return "".join("ABCD"[place - 1] for place in places)
