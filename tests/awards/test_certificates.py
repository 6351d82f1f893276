"""Certificates: issued for a published result, verified by code, withdrawn with a reason."""

import pytest
from django.test import Client

from hoithi.awards import actions, facts, queries
from hoithi.awards.models import Certificate
from hoithi.kit import clock
from hoithi.people.facts import sealed_identity
from hoithi.people.models import RoleName
from hoithi.results.actions import publish_preliminary
from hoithi.results.actions.publishing import _publish
from hoithi.results.models import Result
from tests import make
from tests.results.boards import LATER, PUBLISHES, Board, contest, drafted

pytestmark = pytest.mark.django_db
NAMES = ["Nguyễn V. A**", "Trần T. B**"]


@pytest.fixture
def online():
    return contest()


@pytest.fixture
def official(online):
    return make.holder(RoleName.ORGANISER, over=online.body)


def publish(online, board, **fields):
    draft = drafted(online, online.rounds.get(key="week-1"), board)
    return _publish(draft, Result(facts={}, **fields), by=None, at=PUBLISHES)


def page(code):
    with clock.pinned(LATER):
        return Client().get(f"/xac-minh/{code}/").content.decode()


def test_a_certificate_is_found_by_its_code(online, official):
    (row,) = actions.issue(publish(online, Board(NAMES)), by=official, at=LATER)
    shown = page(row.code.lower())
    assert "Giấy chứng nhận có thật." in shown
    assert NAMES[0] in shown
    assert "giải Nhất – Giải cá nhân tuần – Tuần thứ Nhất" in shown


def test_issuing_again_makes_no_second_one(online, official):
    result = publish(online, Board(NAMES))
    actions.issue(result, by=official, at=LATER)
    assert actions.issue(result, by=official, at=LATER) == []
    assert Certificate.objects.count() == 1


def test_a_preliminary_result_gives_none(online, official):
    draft = drafted(online, online.rounds.get(key="week-1"), Board(NAMES))
    with pytest.raises(actions.ResultPreliminary):
        actions.issue(publish_preliminary(draft, at=PUBLISHES), by=official, at=LATER)


def test_a_withdrawn_certificate_says_so_with_the_reason(online, official):
    (row,) = actions.issue(publish(online, Board(NAMES)), by=official, at=LATER)
    with pytest.raises(actions.ReasonMissing):
        actions.withdraw(row, "  ", by=official, at=LATER)
    actions.withdraw(row, "Dự thi hộ người khác", by=official, at=LATER)
    assert "đã bị thu hồi" in page(row.code)
    assert "Dự thi hộ người khác" in page(row.code)
    with pytest.raises(actions.AlreadyWithdrawn):
        actions.withdraw(row, "Lần nữa", by=official, at=LATER)


def test_after_a_correction_the_old_certificate_says_so(online, official):
    (row,) = actions.issue(publish(online, Board(NAMES)), by=official, at=LATER)
    publish(online, Board(["Phạm T. D**"]), correction_reason="Sửa đáp án")
    assert "đã được điều chỉnh" in page(row.code)
    rows = queries.certificates_of(official, online.slug, "week-1", at=make.AT)
    assert queries.undeserved(rows) == [row]


def with_identity(online, result):
    winner = online.entrants.get(name=NAMES[0])
    identity, _ = sealed_identity(
        online.body_id, {"full_name": "Nguyễn Văn An"}, NAMES[0], PUBLISHES, None
    )
    identity.save()
    winner.identity = identity
    winner.save()
    return actions.issue(result, by=None, at=LATER)[0]


def test_a_contestant_fetches_the_own_certificate_and_no_other(online):
    row = with_identity(online, publish(online, Board(NAMES)))
    own, other = (online.entrants.get(name=name) for name in NAMES)
    data = queries.own_pdf(own, row.code, address="https://thi.example.vn", at=LATER)
    assert data[:5] == b"%PDF-"
    assert make.deeds()[-1] == "awards.certificate_fetched"
    with pytest.raises(Certificate.DoesNotExist):
        queries.own_pdf(other, row.code, address="https://thi.example.vn", at=LATER)


def test_the_batch_opens_names_with_a_trace_and_for_the_body_only(online, official):
    with_identity(online, publish(online, Board(NAMES)))
    data = queries.batch_pdf(official, online.slug, "week-1", address="https://x.vn", at=make.AT)
    assert data[:5] == b"%PDF-"
    assert make.deeds()[-1] == "people.identity_read"
    stranger = make.holder(RoleName.ORGANISER, over=make.body())
    with pytest.raises(online.DoesNotExist):
        queries.batch_pdf(stranger, online.slug, "week-1", address="https://x.vn", at=make.AT)


def test_a_withdrawn_one_is_issued_anew_with_a_reason_and_once(online, official):
    result = publish(online, Board(NAMES))
    (row,) = actions.issue(result, by=official, at=LATER)
    with pytest.raises(actions.ReasonMissing):
        actions.reissue(row, " ", by=official, at=LATER)
    again = actions.reissue(row, "In sai tên", by=official, at=LATER)

    row.refresh_from_db()
    assert (row.withdrawn_reason, again.replaces, again.code != row.code) == (
        "In sai tên",
        row,
        True,
    )
    assert "đã bị thu hồi" in page(row.code)
    assert "Giấy khác đã được cấp thay" in page(row.code)
    assert "Giấy chứng nhận có thật." in page(again.code)
    assert row.code in page(again.code)
    with pytest.raises(actions.AlreadyReplaced):
        actions.reissue(row, "Lần nữa", by=official, at=LATER)
    assert make.deeds()[-1] == "awards.certificate_reissued"


def test_a_withdrawn_one_does_not_come_back_by_issuing_again(online, official):
    result = publish(online, Board(NAMES))
    (row,) = actions.issue(result, by=official, at=LATER)
    actions.withdraw(row, "Dự thi hộ", by=official, at=LATER)
    assert actions.issue(result, by=official, at=LATER) == []


def test_who_lost_the_prize_gets_no_new_one(online, official):
    (row,) = actions.issue(publish(online, Board(NAMES)), by=official, at=LATER)
    publish(online, Board(["Phạm T. D**"]), correction_reason="Sửa đáp án")
    with pytest.raises(actions.PrizeLost):
        actions.reissue(row, "Mất giấy", by=official, at=LATER)


def test_the_printed_one_says_what_was_won_and_who_signs(online, official):
    result = publish(online, Board(NAMES))
    result.facts = {"signer": "Hoàng Văn Nam, Chủ tịch Ủy ban nhân dân xã", "document": "45/QĐ-BTC"}
    (row,) = actions.issue(result, by=official, at=LATER)
    row.result.facts = result.facts
    printed = facts.printable(row, "Nguyễn Văn An", address="https://thi.example.vn")
    assert (printed.prize, printed.signer, printed.decision) == (
        "Đạt giải Nhất – Giải cá nhân tuần – Tuần thứ Nhất",
        "Hoàng Văn Nam",
        "45/QĐ-BTC",
    )
