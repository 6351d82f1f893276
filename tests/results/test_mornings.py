"""The report of a morning: made once, at its hour, from the counters, with yesterday's kept."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from hoithi.core.morning import UnitMorning, lines
from hoithi.people.models import StaffCount
from hoithi.results import jobs
from hoithi.results.facts.mornings import morning_of
from hoithi.results.models import MorningReport
from hoithi.sittings.actions.counting import count
from tests.entries.make import unit
from tests.live import scene
from tests.sittings.make import sitting

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 3, 0, 0, tzinfo=UTC)
"""07h00 of the day after the first opening."""
DAY = timedelta(days=1)


@pytest.fixture
def contest():
    """Open since Monday 08h00 until Sunday 24h00."""
    return scene.contest()


def work(at) -> None:
    for deed in jobs.due(at):
        deed()


def told(day: date) -> object:
    return morning_of(MorningReport.objects.get(day=day))


@pytest.mark.parametrize(
    ("at", "days"),
    [
        pytest.param(MORNING - timedelta(seconds=1), [], id="before seven"),
        pytest.param(MORNING, [date(2026, 11, 3)], id="at seven"),
        pytest.param(MORNING + timedelta(hours=9), [date(2026, 11, 3)], id="the worker was away"),
        pytest.param(MORNING - DAY, [], id="the morning of the opening"),
        pytest.param(MORNING + 6 * DAY, [date(2026, 11, 9)], id="the morning after the end"),
        pytest.param(MORNING + 7 * DAY, [], id="a day later"),
    ],
)
@pytest.mark.usefixtures("contest")
def test_a_report_is_made_at_its_hour(at, days):
    work(at)
    work(at)

    assert list(MorningReport.objects.values_list("day", flat=True)) == days
    assert all(bytes(one.picture).startswith(b"\x89PNG") for one in MorningReport.objects.all())


def test_a_body_is_reported_to_at_its_own_hour(contest):
    contest.body.reports_at = time(9, 30)
    contest.body.save()
    made = []
    for at in (MORNING, MORNING + timedelta(hours=2, minutes=29), MORNING + timedelta(hours=2.5)):
        work(at)
        made.append(MorningReport.objects.count())
    assert made == [0, 0, 1]


def test_yesterday_is_kept_so_that_the_change_is_real(contest):
    round_ = contest.rounds.get()
    east, west = unit("Thôn Đông", of=contest.body), unit("Thôn Tây", of=contest.body)
    for place, people in ((east, 2), (west, 4)):
        StaffCount.objects.create(
            body=contest.body,
            unit=place.unit,
            people=people,
            as_of=date(2026, 1, 1),
            supplier="Văn phòng",
        )
    first = scene.entrant(contest, unit=east)
    sitting(first)
    count(round_, at=MORNING)
    work(MORNING)
    sitting(first)
    sitting(scene.entrant(contest, unit=east))
    count(round_, at=MORNING + DAY)
    work(MORNING + DAY)

    assert told(date(2026, 11, 4)).units == (
        UnitMorning("Thôn Đông", 2, 3, expected=2, people_yesterday=1, code="thon-dong"),
        UnitMorning("Thôn Tây", 0, 0, expected=4, code="thon-tay"),
    )
    assert lines(told(date(2026, 11, 4))) == (
        "1. Đến sáng 04/11: 2 người dự thi, 3 lượt thi.",
        "2. So với sáng hôm trước: tăng 1 người, tăng 2 lượt.",
        "3. Đơn vị đạt 100%: 1/2 (Thôn Đông).",
        "4. Đơn vị chưa có người dự thi: 1/2 (Thôn Tây).",
        "5. Còn 4 ngày để dự thi.",
    )


def test_what_was_told_is_not_changed_by_what_comes_later(contest):
    work(MORNING)
    before = MorningReport.objects.values().get()
    sitting(scene.entrant(contest))
    count(contest.rounds.get(), at=MORNING)

    work(MORNING + timedelta(hours=3))

    assert MorningReport.objects.values().get() == before


def test_no_name_of_a_person_is_in_it(contest):
    place = unit("Thôn Đông", of=contest.body)
    sitting(scene.entrant(contest, unit=place, name="Nguyễn T. A**"))
    count(contest.rounds.get(), at=MORNING)
    work(MORNING)

    assert "Nguyễn" not in str(MorningReport.objects.get().facts)


def test_a_rehearsal_has_no_report(contest):
    twin = scene.contest()
    twin.rehearses = contest
    twin.save()
    work(MORNING)

    assert list(MorningReport.objects.values_list("contest", flat=True)) == [contest.pk]


def test_a_draft_has_no_report(contest):
    contest.state = "draft"
    contest.save()
    work(MORNING)

    assert not MorningReport.objects.exists()
