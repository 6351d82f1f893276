"""What was decided stands on the contest's page: the newest in full, what is over folded away."""

from datetime import timedelta

import pytest

from hoithi.contests.actions import decide
from hoithi.contests.actions.deciding import Order
from hoithi.core.rounds import Change
from hoithi.kit import clock
from hoithi.web.contestant.announcements import announcements
from hoithi.web.templatetags.contestant import called
from tests import make
from tests.web_contestant.test_way import text_of

pytestmark = pytest.mark.django_db
LONG = "Mất điện trên diện rộng. " * 40


def decided(here, kind, reason, *, after, until=None):
    order = Order(reason=reason)
    at = make.AT + timedelta(minutes=after)
    return decide(here.rounds.get(), kind, order=order, by=make.person(), at=at, until=until)


def test_the_newest_is_told_in_full_and_those_before_are_folded(phone, here):
    decided(here, Change.PAUSE, "Mất điện", after=0)
    decided(here, Change.RESUME, LONG, after=1)
    with clock.pinned(make.AT + timedelta(minutes=2)):
        page = phone.get(f"/{here.slug}/").content.decode()
    head, _, earlier = page.partition("Các thông báo trước (1)")
    assert "thi tiếp." in head
    assert "Xem toàn văn thông báo" in head
    assert "Mất điện</p>" not in head
    assert "tạm dừng." in earlier


def test_more_time_is_no_news_once_the_round_has_closed(here):
    later = here.rounds.get().closes_at + timedelta(hours=1)
    decided(here, Change.EXTEND, "Nhiều người chưa vào được", after=0, until=later)
    during, after = (announcements(here, at=at) for at in (make.AT, later))
    assert (during.newest is None, len(during.earlier)) == (False, 0)
    assert (after.newest is None, len(after.earlier)) == (True, 1)


def test_an_early_closing_says_when(phone, here):
    until = make.AT + timedelta(minutes=10)
    decided(here, Change.CLOSE_EARLY, "Đủ người", after=0, until=until)
    assert "đóng sớm lúc " in text_of(phone.get(f"/{here.slug}/"))


@pytest.mark.parametrize(
    ("said", "link"),
    [
        ("0208 1234 567", 'href="tel:02081234567">0208 1234 567</a>'),
        ("Bà Hoa, +84 912 345 678 (giờ hành chính)", 'href="tel:+84912345678"'),
    ],
)
def test_a_telephone_can_be_dialled(said, link):
    assert link in called(said)
    assert "&lt;b&gt;" in called("<b>0208 1234 567")
