"""Putting rules in force on screen, reading versions, making the contest public."""

from datetime import date

import pytest

from hoithi.contests import actions
from hoithi.contests.actions import NewContest
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, DecisionKind
from hoithi.contests.queries import newest_version
from hoithi.core.rulebook.editing import remove_item, set_value
from tests.make import AT

pytestmark = pytest.mark.django_db


def address(contest, rest: str) -> str:
    return f"/quan-tri/cuoc-thi/{contest.slug}/{rest}"


def amended(contest, organiser, helpdesk="0208 111 222"):
    changed = set_value(rulebook_of(newest_version(contest)), "helpdesk", helpdesk)
    actions.redraft(contest, changed, by=organiser, at=AT)


def test_the_first_version_needs_no_reason(desk, organiser):
    new = NewContest(pattern="xa-2026", title="Mới", first_day=date(2026, 12, 1))
    contest = actions.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)

    asked = desk.get(address(contest, "the-le/ap-dung/")).content.decode()
    response = desk.post(address(contest, "the-le/ap-dung/"))

    assert ("Đây là bản đầu tiên" in asked, "Lý do điều chỉnh" in asked) == (True, False)
    assert response.url == address(contest, "")
    assert contest.rounds.count() == 4


def test_a_later_version_may_say_why(desk, contest, organiser):
    amended(contest, organiser)
    page = desk.get(address(contest, "the-le/ap-dung/")).content.decode()
    assert "Lý do điều chỉnh" in page


def test_a_card_is_headed_once(desk, contest):
    page = desk.get(address(contest, "the-le/muc/luot-thi/")).content.decode()
    cards = page[page.index("editor__cards") : page.index("editor__print")]
    assert cards.count("Số lượt thi<") == 1
    assert 'id="muc-attempts"' in cards
    assert 'aria-labelledby="muc-attempts"' in cards


def test_the_page_tells_what_changes_in_words(desk, contest, organiser):
    amended(contest, organiser)
    page = desk.get(address(contest, "the-le/ap-dung/"))

    changes = [(one.before, one.after) for one in page.context["changes"]]
    assert changes == [("không quy định", "0208 111 222")]
    assert "Tuần thứ Nhất đang mở" in page.content.decode()


def test_while_a_round_runs_reason_and_document_are_needed(desk, contest, organiser):
    amended(contest, organiser)

    refused = desk.post(address(contest, "the-le/ap-dung/"))
    sent = {"reason": "Đổi số điện thoại", "document_number": "15/TB-BTC"}
    taken = desk.post(address(contest, "the-le/ap-dung/"), sent)

    assert (refused.status_code, taken.status_code) == (422, 302)
    decision = contest.decisions.get()
    assert (decision.kind, decision.document_number) == (DecisionKind.AMEND, "15/TB-BTC")


def test_contradictory_rules_are_not_put_in_force(desk, contest, organiser):
    wrong = set_value(
        rulebook_of(newest_version(contest)), "rounds[1].window.closes", "2027-01-01T08:00"
    )
    actions.redraft(contest, wrong, by=organiser, at=AT)
    sent = {"reason": "x", "document_number": "1"}

    response = desk.post(address(contest, "the-le/ap-dung/"), sent)

    assert response.status_code == 422
    assert "mâu thuẫn" in response.content.decode()


def test_a_round_that_has_opened_cannot_be_dropped(desk, contest, organiser):
    without = remove_item(rulebook_of(newest_version(contest)), "rounds[1]")
    actions.redraft(contest, without, by=organiser, at=AT)

    response = desk.post(
        address(contest, "the-le/ap-dung/"), {"reason": "x", "document_number": "1"}
    )

    assert response.status_code == 422


@pytest.mark.parametrize(
    ("kind", "begins"), [("toml", b"format = 1"), ("json", b"{"), ("pdf", b"%PDF-")]
)
def test_every_version_is_taken_away_as_a_file(desk, contest, kind, begins):
    response = desk.get(address(contest, f"the-le/cac-ban/1.{kind}"))

    assert response.content.startswith(begins)
    assert f"ban-1.{kind}" in response["Content-Disposition"]
    assert desk.get(address(contest, f"the-le/cac-ban/9.{kind}")).status_code == 404


def test_versions_are_listed_with_their_hashes(desk, contest, organiser):
    amended(contest, organiser)
    page = desk.get(address(contest, "the-le/cac-ban/")).content.decode()

    assert all(version.sha256 in page for version in contest.versions.all())


def test_a_contest_with_open_questions_is_not_announced(desk, organiser):
    new = NewContest(pattern="binh-son-2024", title="Hội thi")
    contest = actions.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)
    actions.put_in_force(contest, by=organiser, at=AT)

    assert "chưa công khai được" in desk.get(address(contest, "cong-khai/")).content.decode()
    assert desk.post(address(contest, "cong-khai/")).status_code == 422
    assert Contest.objects.get().state == "draft"


def test_what_is_missing_is_listed_and_in_nobodys_way(desk, organiser):
    new = NewContest(pattern="xa-2026", title="Mới", first_day=date(2026, 12, 1))
    contest = actions.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)
    actions.put_in_force(contest, by=organiser, at=AT)

    page = desk.get(address(contest, "cong-khai/"))
    assert [one.sentence for one in page.context["lacking"]] == [
        "Chưa chọn ngân hàng câu hỏi.",
        "Chưa niêm phong đề của “Thi thử”, đợt mở sắp tới.",
        "Chưa có số điện thoại hỗ trợ người dự thi.",
        "Chưa chạy thử.",
    ]
    assert all(desk.get(one.href).status_code == 200 for one in page.context["lacking"])
    assert desk.post(address(contest, "cong-khai/")).status_code == 302


def test_a_contest_that_is_over_is_not_announced(desk, organiser):
    new = NewContest(pattern="xa-2026", title="Đã qua", first_day=date(2020, 3, 2))
    contest = actions.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)

    forced = desk.get(address(contest, "the-le/ap-dung/")).content.decode()
    desk.post(address(contest, "the-le/ap-dung/"))
    assert "Mọi đợt thi đã qua" in forced
    assert "Mọi đợt thi đã qua" in desk.get(address(contest, "cong-khai/")).content.decode()
    answer = desk.post(address(contest, "cong-khai/"))
    assert (answer.status_code, Contest.objects.get().state) == (422, "draft")


def test_after_an_import_the_page_says_whose_it_was_and_what_is_over(desk, organiser):
    new = NewContest(pattern="xa-2026", title="Mới", first_day=date(2026, 11, 3))
    contest = actions.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)
    foreign = set_value(rulebook_of(newest_version(contest)), "organiser", "UBND xã Bình Sơn")
    actions.redraft(contest, foreign, by=organiser, at=AT)

    page = desk.get(address(contest, "the-le/xem-lai/")).content.decode()
    assert "Chỗ cần xem" in page
    assert "“Thi thử” đã qua" in page
    assert "UBND xã Bình Sơn" in page
