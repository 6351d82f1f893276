"""Asking agencies to nominate, their answers, and how these come into the list."""

from datetime import date, timedelta

import pytest

from hoithi.campaigns import actions
from hoithi.campaigns.actions import NewMember
from hoithi.campaigns.actions import nominations as deeds
from hoithi.campaigns.actions.accepting import accept
from hoithi.campaigns.actions.answering import (
    Answer,
    LinkUsed,
    NamedTwice,
    NobodyNamed,
    NothingToAccept,
    TooManyNominees,
    answer,
    send_back,
)
from hoithi.campaigns.facts import Addressee, PersonTold, PersonWrong, person_of
from hoithi.campaigns.models import AnswerWay, Nominee
from hoithi.campaigns.queries.committees import members_of
from hoithi.campaigns.queries.nominations import (
    link_token,
    named_in_table,
    nomination_of_link,
    nominations_of,
    nominees_of,
)
from hoithi.people.models import Identity
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT

pytestmark = pytest.mark.django_db
DEADLINE = date(2026, 11, 10)
AN = PersonTold("Nguyễn Thị An", "Phó Trưởng phòng", "1985", "0912345678")
BINH = PersonTold("Trần Văn Bình", "Chuyên viên", "1990")
CHI = PersonTold("Lê Thị Chi", "Hiệu trưởng")


@pytest.fixture
def committee():
    return campaign().campaign.committees.get()


@pytest.fixture
def by(committee):
    return make.person(of=committee.campaign.body)


@pytest.fixture
def request_row(committee, by):
    row = deeds.ask(committee, DEADLINE, by=by, at=AT)
    names = ("Phòng Văn hóa - Xã hội", "Trường THCS An Phú", "Công an xã")
    wish = deeds.Wish(2, "member", "01 lãnh đạo")
    deeds.ask_of(row, [Addressee(name) for name in names], wish, by=by, at=AT)
    return row


@pytest.fixture
def asked(request_row):
    return nominations_of(request_row)


def told(row, *people: PersonTold, at=AT, **more):
    return answer(row, Answer(people, **more), by=None, at=at)


def names(committee) -> list[str]:
    return [one.full_name for one in members_of(committee)]


def test_nobody_is_asked_twice_for_one_role(request_row, by):
    again = [Addressee("Công an xã"), Addressee("Ban CHQS xã")]
    made = deeds.ask_of(request_row, again, deeds.Wish(2), by=by, at=AT)
    assert [one.name for one in made] == ["Ban CHQS xã"]
    deeds.ask_of(request_row, again[:1], deeds.Wish(1, "secretary"), by=by, at=AT)
    assert [one.ordinal for one in nominations_of(request_row)] == [1, 2, 3, 4, 5]


def test_a_letter_needs_addressees_and_a_day_to_come(committee, request_row, by):
    with pytest.raises(deeds.NobodyAsked):
        deeds.ask_of(request_row, [], deeds.Wish(), by=by, at=AT)
    with pytest.raises(deeds.DeadlineOver):
        deeds.ask(committee, date(2026, 11, 1), by=by, at=AT)


@pytest.mark.parametrize(
    ("people", "reason", "refusal"),
    [
        ((), "", NobodyNamed),
        ((), "   ", NobodyNamed),
        ((AN, BINH, CHI), "", TooManyNominees),
        ((AN, PersonTold("NGUYỄN THỊ AN")), "", NamedTwice),
        ((PersonTold("An\x00"),), "", PersonWrong),
        ((PersonTold("Nguyễn An", birth_year="3000"),), "", PersonWrong),
        ((PersonTold("Nguyễn An", "x" * 201),), "", PersonWrong),
    ],
)
def test_an_answer_is_taken_whole_or_not_at_all(asked, people, reason, refusal):
    with pytest.raises(refusal):
        told(asked[0], *people, reason=reason)
    assert not Nominee.objects.exists()
    assert not Identity.objects.exists()


def test_answers_fill_the_list_in_the_order_of_the_letter(committee, asked, by):
    actions.add_member(committee, NewMember("Phạm Dũng", role="head"), by=by, at=AT)
    for row, people in ((asked[2], (CHI,)), (asked[0], (AN, BINH))):
        told(row, *people)
        accept([row], by=by, at=AT)
    assert names(committee) == ["Phạm Dũng", "Nguyễn Thị An", "Trần Văn Bình", "Lê Thị Chi"]
    with pytest.raises(NothingToAccept):
        accept(asked, by=by, at=AT)


def test_who_is_listed_by_hand_keeps_the_line(committee, asked, by):
    told_by_hand = NewMember("Nguyễn Thị An", role="head")
    actions.add_member(committee, told_by_hand, by=by, at=AT)
    told(asked[0], AN)
    assert accept([asked[0]], by=by, at=AT) == 0
    (member,) = members_of(committee)
    assert (member.role, person_of("", "", member.identity).birth_year) == ("head", "1985")
    told(asked[0], CHI)
    accept([asked[0]], by=by, at=AT)
    assert names(committee) == ["Nguyễn Thị An", "Lê Thị Chi"]


def test_a_whole_letter_is_accepted_in_its_order(
    committee, asked, by, django_assert_max_num_queries
):
    people = iter(["Ân", "Bình", "Cúc", "Dũng", "Giang", "Hà"])
    for row in reversed(asked):
        told(
            row,
            *(
                PersonTold(f"{'ABC'[row.ordinal - 1]} {next(people)}", "Công chức")
                for _ in range(2)
            ),
        )
    with django_assert_max_num_queries(50):
        assert accept(asked, by=by, at=AT) == 6
    assert [name[0] for name in names(committee)] == ["A", "A", "B", "B", "C", "C"]


def test_a_later_answer_replaces_and_what_was_named_before_stays_known(committee, asked, by):
    told(asked[0], AN, BINH)
    accept([asked[0]], by=by, at=AT)
    told(asked[0], CHI, BINH)
    assert names(committee) == ["Nguyễn Thị An", "Trần Văn Bình"]
    accept([asked[0]], by=by, at=AT)
    assert names(committee) == ["Lê Thị Chi", "Trần Văn Bình"]
    history = [(one.full_name, one.state) for one in nominees_of(asked[0])]
    assert history == [
        ("Lê Thị Chi", "taken"),
        ("Trần Văn Bình", "taken"),
        ("Nguyễn Thị An", "replaced"),
        ("Trần Văn Bình", "replaced"),
    ]


def test_an_answer_after_the_deadline_is_taken_with_its_mark(asked):
    assert told(asked[0], AN, at=AT + timedelta(days=8)).is_late is False
    assert told(asked[1], BINH, at=AT + timedelta(days=9)).is_late is True


def test_an_answer_is_sent_back_with_a_reason(asked, by):
    with pytest.raises(NothingToAccept):
        send_back(asked[0], "Cần lãnh đạo", by=by, at=AT)
    told(asked[0], AN)
    with pytest.raises(NobodyNamed):
        send_back(asked[0], " ", by=by, at=AT)
    send_back(asked[0], "Cần lãnh đạo", by=by, at=AT)
    with pytest.raises(NothingToAccept):
        accept([asked[0]], by=by, at=AT)
    assert [one.state for one in nominees_of(asked[0])] == ["replaced"]


def test_a_link_takes_one_answer_until_another_is_asked_for(asked, by):
    told(asked[0], AN, way=AnswerWay.LINK)
    with pytest.raises(LinkUsed):
        told(asked[0], BINH, way=AnswerWay.LINK)
    send_back(asked[0], "Cần lãnh đạo", by=by, at=AT)
    assert told(asked[0], BINH, way=AnswerWay.LINK).answers == 2


def test_who_can_name_nobody_says_why(asked):
    row = told(asked[0], reason="Đơn vị đang khuyết cán bộ", way=AnswerWay.TYPED)
    assert (row.state, row.reason) == ("nobody", "Đơn vị đang khuyết cán bộ")


def test_who_has_answered_stays_in_the_letter(asked, by):
    told(asked[0], AN)
    with pytest.raises(deeds.AlreadyAnswered):
        deeds.unask(asked[0], by=by, at=AT)
    deeds.unask(asked[1], by=by, at=AT)


def test_a_link_holds_until_its_day_and_until_the_next_one(asked, by):
    first = link_token(deeds.give_link(asked[0], by=by, at=AT))
    assert nomination_of_link(first, at=AT) == asked[0]
    second = link_token(deeds.give_link(asked[0], by=by, at=AT))
    for token, at in (
        (first, AT),
        (second, AT + timedelta(days=23)),
        (f"{second}x", AT),
        ("", AT),
        ("a:b", AT),
    ):
        with pytest.raises(type(asked[0]).DoesNotExist):
            nomination_of_link(token, at=at)
    assert nomination_of_link(second, at=AT + timedelta(days=21)) == asked[0]


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ([("Nguyễn Thị An", "Phó phòng", "1985", "0912345678")], []),
        ([("", "Phó phòng", "1985", "")], [5]),
        ([("Nguyễn An", "Phó phòng", "1985", "123")], [5]),
        ([("Nguyễn An", "Phó phòng", "", ""), ("NGUYỄN AN", "Phó phòng", "", "")], [6]),
        ([(f"Nguyễn {n}", "Phó phòng", "", "") for n in ("An", "Ba", "Ca")], [0]),
    ],
)
def test_a_table_is_doubted_by_line(rows, faults):
    lines = ["Họ và tên,Chức vụ,Năm sinh,Điện thoại"]
    lines += [",".join(row) for row in rows]
    data = "\n".join(["", "", "", *lines]).encode()
    read = named_in_table(data, "ds.csv", most=2, at=AT)
    assert sorted(read.faults) == faults


def test_a_member_taken_out_is_still_known_as_named(committee, asked, by):
    told(asked[0], AN)
    accept([asked[0]], by=by, at=AT)
    actions.remove_member(committee.members.get(), by=by, at=AT)
    (one,) = nominees_of(asked[0])
    assert (one.full_name, one.state, one.identity is None) == ("Nguyễn Thị An", "removed", False)
