"""Years that are slips of the keyboard: refused in every form, and no page breaks on them."""

from datetime import UTC, datetime

import pytest

from hoithi.contests.models import Contest
from hoithi.people.models import RoleName
from tests import make
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
ORDER = {"reason": "Mất điện diện rộng", "document_number": "16/TB-BTC"}
SAID = "Năm phải từ 2000 đến 2100"
FAR = ("0001-01-01", "1900-01-01", "2101-01-01", "9999-12-31")
SOON = "2026-11-05T08:00"


@pytest.mark.parametrize("day", FAR)
@pytest.mark.parametrize(
    ("rest", "field", "more"),
    [
        ("quyet-dinh/doi-gio-cong-bo/", "publishes_at", {"publication": "at"}),
        ("quyet-dinh/dong-som/", "publishes_at", {"publication": "at"}),
        ("quyet-dinh/dong-som/", "until", {"publication": "on_approval"}),
        ("quyet-dinh/gia-han/", "until", {}),
        ("to-chuc-lai/", "opens_at", {"closes_at": SOON}),
        ("to-chuc-lai/", "closes_at", {"opens_at": SOON}),
        ("to-chuc-lai/", "publishes_at", {"opens_at": SOON, "closes_at": SOON}),
    ],
)
def test_a_decision_about_a_round_refuses_them(desk, contest, rest, field, more, day):
    address = f"/quan-tri/cuoc-thi/{contest.slug}/dot/week-1/{rest}"
    answer = desk.post(address, {**ORDER, **more, field: f"{day}T23:59"})

    assert (answer.status_code, contest.decisions.count()) == (422, 0)
    assert SAID in answer.content.decode()


@pytest.mark.parametrize("day", FAR)
def test_founding_and_copying_refuse_them(desk, contest, day):
    pattern = {"pattern": "xa-2026", "title": "Cuộc thi mới", "first_day": day}
    found = desk.post(f"/quan-tri/{contest.body.slug}/cuoc-thi-moi/", pattern)
    copied = desk.post(f"/quan-tri/cuoc-thi/{contest.slug}/nhan-ban/", {"first_day": day})

    for answer in (found, copied):
        assert answer.status_code == 422
        assert SAID in answer.content.decode()
    assert Contest.objects.get() == contest


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("rest", ["the-moi-ngay/", ""])
def test_other_addresses_do_not_break_on_them(desk, contest, day, rest):
    base = f"/quan-tri/cuoc-thi/{contest.slug}/bao-cao-sang/{day}/{rest}"
    assert desk.get(base).status_code == 404


@pytest.mark.parametrize(
    "moment",
    [
        datetime(9999, 12, 31, 16, 59, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
    ],
)
def test_a_contest_that_has_such_a_moment_is_still_shown_and_corrected(desk, contest, moment):
    contest.rounds.filter(key="week-1").update(publishes_at=moment)
    base = f"/quan-tri/cuoc-thi/{contest.slug}"
    auditor = browser(make.holder(RoleName.AUDITOR, over=contest.body))
    inside = ["/", "/the-le/cac-ban/", "/dot/week-1/", "/dot/week-1/so-lieu/", "/ket-qua/week-1/"]
    inside += ["/dot/week-1/quyet-dinh/doi-gio-cong-bo/", "/dot/week-1/to-chuc-lai/"]
    public = [f"/{contest.slug}/{rest}" for rest in ("", "the-le/", "ket-qua/", "lich.ics")]
    shown = [f"/quan-tri/{contest.body.slug}/viec-can-lam/", "/", *(base + one for one in inside)]
    assert {one: desk.get(one).status_code for one in [*shown, *public]} == dict.fromkeys(
        [*shown, *public], 200
    )
    assert auditor.get(f"{base}/").status_code == 200

    sent = {**ORDER, "publication": "at", "publishes_at": "2026-11-30T09:15"}
    assert desk.post(f"{base}/dot/week-1/quyet-dinh/doi-gio-cong-bo/", sent).status_code == 302
    assert contest.rounds.get(key="week-1").publishes_at == datetime(
        2026, 11, 30, 2, 15, tzinfo=UTC
    )
