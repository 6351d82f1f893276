"""A campaign is stored as it was understood, with all due dates worked out."""

from datetime import date

import pytest

from hoithi.campaigns.queries import campaigns_of, summaries
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
