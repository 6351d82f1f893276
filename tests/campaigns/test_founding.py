"""A campaign is stored as it was understood, with all due dates worked out."""

from datetime import date

import pytest

from hoithi.campaigns.models import Holding, Task
from hoithi.campaigns.queries import board, campaigns_of, summaries
from tests import make
from tests.campaigns.make import campaign

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)


def test_everything_is_stored_with_its_due_days():
    founded = campaign().campaign
    falls = [(t.text, t.falls_first, t.falls_last) for t in founded.tasks.all()]
    assert falls == [
        ("Dự thảo bài phát biểu kết luận", date(2026, 12, 14), date(2026, 12, 24)),
        ("Dự thảo thông báo kết luận", date(2026, 12, 23), date(2027, 1, 2)),
        ("Đăng ký tham luận", date(2026, 11, 1), date(2026, 11, 1)),
        ("Chuẩn bị hội trường", None, None),
        ("Hội nghị tổ chức ngày nào?", None, None),
    ]


def test_the_page_tells_agencies_what_is_urgent_what_is_open_and_what_nobody_holds():
    founded = campaign().campaign
    shown = board(founded, today=TODAY)
    assert [(a.name, [(h.task.ordinal, h.leads) for h in rows]) for a, rows in shown.agencies] == [
        ("Phòng Văn hóa - Xã hội", [(1, True), (2, True), (3, False)]),
        ("Các trường học trên địa bàn xã", [(3, True)]),
    ]
    assert [(h.task.ordinal, h.urgency) for h in shown.soon] == [(3, "overdue")]
    assert [task.ordinal for task in shown.questions] == [5]
    assert [task.ordinal for task in shown.unheld] == [4]
    assert [one.name for one in shown.committees] == ["Ban Tổ chức Hội nghị"]


def test_the_list_tells_each_campaign_in_few_words():
    body = make.body()
    one, two = campaign(body).campaign, campaign(body).campaign
    campaign()
    assert list(campaigns_of(body)) == [two, one]
    told = summaries([one, two], today=TODAY)
    assert {(s.activities, s.tasks, s.questions, s.overdue) for s in told.values()} == {
        (1, 4, 1, 1)
    }


def test_the_journal_tells_of_the_founding():
    campaign()
    assert make.deeds() == ["campaigns.founded"]


@pytest.mark.parametrize("more", [1, 60])
def test_the_page_asks_a_constant_number_of_times(more, django_assert_num_queries):
    founded = campaign().campaign
    agency = founded.agencies.first()
    tasks = Task.objects.bulk_create(
        Task(campaign=founded, ordinal=10 + n, text=f"Việc {n}") for n in range(more)
    )
    Holding.objects.bulk_create(Holding(task=task, agency=agency) for task in tasks)
    with django_assert_num_queries(7):
        board(founded, today=TODAY)
