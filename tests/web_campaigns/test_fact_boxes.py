"""What officials type in the review of a plan, and the codes that the records keep."""

import pytest
from django.core.exceptions import ValidationError

from hoithi.web.organiser.campaigns.fact_boxes import MomentBox, PercentBox, RankBox, VagueBox
from hoithi.web.organiser.campaigns.fact_forms import FactForm
from hoithi.wording.plan_codes import scope_said, vague_said
from hoithi.wording.plan_facts import GROUPS, fact_line
from tests.web_campaigns.conftest import home, read


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("25/10/2026", "2026-10-25"),
        ("5/3/2026", "2026-03-05"),
        ("25-10-2026 08:00", "2026-10-25T08:00"),
        ("25/10/2026, 8h", "2026-10-25T08:00"),
        ("26/10/2025 24:00", "2025-10-26T24:00"),
        ("25/10/2026 16 giờ 30 phút", "2026-10-25T16:30"),
    ],
)
def test_days_are_typed_as_they_are_written(typed, kept):
    box = MomentBox()
    assert box.clean(typed) == kept
    assert box.clean(box.prepare_value(kept)) == kept


@pytest.mark.parametrize(
    "typed", ["2026-10-25", "31/02/2026", "25/10", "25/10/2026 25:00", "25/10/2026 08:75", "mai"]
)
def test_what_is_no_day_is_refused_with_an_example(typed):
    with pytest.raises(ValidationError, match="25/10/2026"):
        MomentBox().clean(typed)


def test_a_day_without_hour_takes_none():
    with pytest.raises(ValidationError):
        MomentBox(with_hour=False).clean("25/10/2026 08:00")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Quý III/2026", "2026-Q3"),
        ("tháng 10/2026", "2026-10"),
        ("cuối tháng 12 năm 2026", "2026-12-end"),
        ("tuần 2 tháng 10/2026", "2026-10-W2"),
    ],
)
def test_times_that_are_no_day_are_typed_in_words(typed, kept):
    box = VagueBox()
    assert box.clean(typed) == kept
    assert box.clean(vague_said(kept)) == kept


@pytest.mark.parametrize("typed", ["sắp tới", "2026", "tháng 13/2026", "cuối tháng 12"])
def test_a_time_that_says_nothing_is_refused(typed):
    with pytest.raises(ValidationError, match="quý III/2026"):
        VagueBox().clean(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nhất", "nhat"),
        ("giải Nhì", "nhi"),
        ("GIẢI KHUYẾN KHÍCH", "khuyen_khich"),
        ("Tiểu phẩm xuất sắc nhất", "phu:Tiểu phẩm xuất sắc nhất"),
    ],
)
def test_prizes_are_typed_by_their_names(typed, kept):
    box = RankBox()
    assert box.clean(typed) == kept
    assert box.clean(box.prepare_value(kept)) == kept


def test_boxes_that_may_stay_empty_keep_nothing():
    assert [box(required=False).clean("") for box in (MomentBox, VagueBox, RankBox)] == [None] * 3


def test_scopes_say_their_rhythm():
    assert [scope_said(code) for code in ("individual:week", "final", "cluster:1")] == [
        "cá nhân, theo tuần",
        "chung kết",
        "cụm thi",
    ]


@pytest.mark.django_db
def test_the_review_groups_what_was_understood_and_counts_what_nobody_saw(desk, organiser):
    document = read(organiser)
    title = document.understood.get(field="title")
    page = home(organiser, f"van-ban/{document.pk}/")
    before = desk.get(page).content.decode()
    desk.post(f"{page}noi-dung/{title.pk}/", {"deed": "accept"})
    unseen = document.understood.filter(state="read", field__in=_HEAD).count()
    assert f"{unseen + 1} chưa xem" in before
    assert f"{unseen} chưa xem" in desk.get(page).content.decode()


_HEAD = {field for _label, fields in GROUPS[:1] for field in fields.split()}


@pytest.mark.parametrize(
    ("typed", "kept"), [("85", "85"), ("99,5%", "99.5"), ("0", "0"), ("100 %", "100")]
)
def test_a_share_is_kept_with_a_point(typed, kept):
    assert PercentBox().clean(typed) == kept


@pytest.mark.parametrize("typed", ["năm mươi", "-1", "100,5", "1e2", "1000", "50%%"])
def test_what_is_no_share_is_refused_as_percent(typed):
    with pytest.raises(ValidationError, match="phần trăm"):
        PercentBox().clean(typed)


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("25/10/2026", "24/10/2026", ["end"]),
        ("25/10/2026 08:00", "25/10/2026 07:00", ["end"]),
        ("25/10/2026 08:00", "25/10/2026", []),
        ("25/10/2026", "25/10/2026", []),
    ],
)
def test_a_period_that_ends_before_it_begins_is_refused(start, end, wrong):
    form = FactForm("periods", {"start": start, "end": end, "what": "Thi"})
    assert list(form.errors) == wrong


def test_days_before_an_event_are_below_nothing_and_counts_are_not():
    before = {"offset_days": "-7", "anchor": "Hội nghị", "what": "Gửi báo cáo"}
    prizes = FactForm("prizes", {"scope": "contest", "rank": "Nhất", "count": "-3"})
    assert list(FactForm("relative_deadlines", before).errors) == []
    assert list(prizes.errors) == ["count"]


def test_long_text_is_limited():
    form = FactForm("eligible", {"value": "x" * 2_001})
    assert list(form.errors) == ["value"]


@pytest.mark.parametrize(
    ("least", "wrong"),
    [("50", []), ("0", ["least"]), ("-5", ["least"]), ("50%", ["least"]), ("9" * 12, ["least"])],
)
def test_a_quota_may_be_a_number_of_people_of_each_unit(least, wrong):
    form = FactForm("quotas", {"least": least, "of": "mỗi thôn"})
    assert list(form.errors) == wrong
    if not wrong:
        assert fact_line("quotas", form.value({})) == "mỗi thôn: ít nhất 50 người"
