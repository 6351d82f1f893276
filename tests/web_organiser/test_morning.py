"""The page of the morning report, and what a superior body sees of a shared contest."""

from copy import copy

import pytest

from hoithi.core.vietnamese.moments import local_day
from hoithi.people.models import RoleName
from hoithi.results.actions.mornings import report_morning
from hoithi.sittings.models import Figure
from hoithi.sittings.queries.figures import ContestFigures, Counts
from tests import make
from tests.entries.make import unit
from tests.make import AT
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
LONG = "Trường Trung học phổ thông chuyên Nguyễn Thị Minh Khai thuộc Sở Giáo dục và Đào tạo"


def address(contest) -> str:
    return f"/quan-tri/cuoc-thi/{contest.slug}/bao-cao-sang/"


def test_before_the_first_morning_the_page_says_when(desk, contest):
    page = desk.get(address(contest)).content.decode()

    assert "báo cáo có sẵn lúc 07h00 mỗi sáng" in page


def test_picture_lines_and_a_line_for_each_unit(desk, contest, django_assert_num_queries):
    place = unit(LONG, of=contest.body, kind="school")
    figures = ContestFigures(Counts(3, 5, 4), {place.unit_id: Counts(3, 5, 4)})
    report_morning(contest, local_day(AT), figures, at=AT)

    with django_assert_num_queries(8):
        page = desk.get(address(contest)).content.decode()

    assert "1. Đến sáng 02/11: 3 người dự thi, 5 lượt thi." in page
    assert f"{LONG}: 3 người đã dự thi, 5 lượt" in page
    picture = desk.get(f"{address(contest)}2026-11-02.png", {"tai-ve": ""})
    assert (picture["Content-Type"], picture.content[:4]) == ("image/png", b"\x89PNG")
    assert "attachment" in picture["Content-Disposition"]


@pytest.mark.parametrize("day", ["2026-11-01", "2026-02-30", "khong-phai-ngay"])
def test_a_day_without_report_does_not_exist(desk, contest, day):
    report_morning(contest, local_day(AT), ContestFigures(), at=AT)

    assert desk.get(f"{address(contest)}{day}/").status_code == 404
    assert desk.get(f"{address(contest)}{day}.png").status_code == 404


@pytest.fixture
def province():
    return make.body("Ủy ban nhân dân tỉnh Thái Nguyên")


def shared(contest, organiser_desk, body) -> None:
    organiser_desk.post(f"/quan-tri/cuoc-thi/{contest.slug}/chia-se/", {"body": body.slug})


def test_the_province_sees_totals_where_a_contest_is_shared(desk, contest, province):
    figure(contest, "all", "", 12)
    figure(contest, "unit", "7", 12)
    figure(contest, "unit", "", 1)
    there = browser(make.holder(RoleName.ORGANISER, over=province))
    page = f"/quan-tri/{province.slug}/chia-se/"
    assert contest.title not in there.get(page).content.decode()

    shared(contest, desk, province)

    rows = there.get(page).context["rows"]
    assert [(one.pk, total.people, total.attempts, total.units) for one, total in rows] == [
        (contest.pk, 12, 24, 1)
    ]
    assert there.get(f"/quan-tri/cuoc-thi/{contest.slug}/").status_code == 404
    assert there.get(address(contest)).status_code == 404


def figure(contest, kind: str, key: str, people: int) -> None:
    Figure.objects.create(
        round=contest.rounds.get(key="week-1"),
        kind=kind,
        key=key,
        people=people,
        newcomers=people,
        sittings=people * 2,
        submitted=people,
        counted_at=AT,
    )


@pytest.mark.parametrize("role", [RoleName.QUESTION_WRITER, RoleName.JUDGE, RoleName.UNIT_CONTACT])
def test_lesser_roles_of_the_province_see_nothing(desk, contest, province, role):
    shared(contest, desk, province)
    there = browser(make.holder(role, over=province))

    assert there.get(f"/quan-tri/{province.slug}/chia-se/").status_code == 404


def test_who_works_on_one_contest_of_the_province_sees_nothing(desk, contest, province):
    shared(contest, desk, province)
    helper = make.person(of=province)
    make.role(helper, RoleName.ORGANISER, contest_id=contest.pk)

    assert browser(helper).get(f"/quan-tri/{province.slug}/chia-se/").status_code == 404


def test_sharing_is_taken_back_and_not_with_oneself(desk, contest, province):
    page = f"/quan-tri/cuoc-thi/{contest.slug}/chia-se/"
    shared(contest, desk, province)
    desk.post(page, {"body": province.slug, "thoi": "1"})
    assert not contest.shared_with.exists()

    answer = desk.post(page, {"body": contest.body.slug})
    assert (answer.status_code, contest.shared_with.exists()) == (422, False)
    assert make.deeds()[-2:] == ["contests.shared", "contests.unshared"]


@pytest.mark.parametrize("contests", [1, 3])
def test_the_number_of_queries_does_not_grow(
    contest, province, contests, django_assert_num_queries
):
    from_others = [contest, *(twin(contest, number) for number in range(1, contests))]
    for one in from_others:
        one.shared_with.add(province)
    there = browser(make.holder(RoleName.ORGANISER, over=province))

    with django_assert_num_queries(10):
        rows = there.get(f"/quan-tri/{province.slug}/chia-se/").context["rows"]

    assert len(rows) == contests


def twin(contest, number: int):
    made = copy(contest)
    made.pk, made.slug, made._state.adding = None, f"{contest.slug}-{number}", True
    made.save()
    return made
