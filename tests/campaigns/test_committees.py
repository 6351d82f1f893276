"""Committees: their lists as the decision has them."""

import pytest

from hoithi.campaigns import actions
from hoithi.campaigns.actions import MemberTwice, NameTaken, NewMember
from hoithi.campaigns.facts import PersonTold, person_of
from hoithi.campaigns.models import CommitteeKind
from hoithi.campaigns.queries.committees import committees_of, members_of
from hoithi.people.models import Identity
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT

pytestmark = pytest.mark.django_db
AN = NewMember("Nguyễn Thị An", "Chủ tịch UBND xã", "head", birth_year="1975")


@pytest.fixture
def founded():
    return campaign().campaign


@pytest.fixture
def by(founded):
    return make.person(of=founded.body)


@pytest.fixture
def committee(founded, by):
    return actions.add_committee(founded, "Ban Giám khảo", CommitteeKind.JURY, by=by, at=AT)


def names(committee) -> list[str]:
    return [one.full_name for one in members_of(committee)]


def added(committee, by, *told: NewMember):
    return [actions.add_member(committee, one, by=by, at=AT) for one in told]


def test_birth_and_telephone_are_sealed(committee, by):
    (member,) = added(committee, by, AN)
    assert person_of(member.full_name, member.post, member.identity) == PersonTold(
        "Nguyễn Thị An", "Chủ tịch UBND xã", "1975", ""
    )
    assert b"1975" not in bytes(member.identity.sealed)


def test_nobody_is_in_a_list_twice(committee, by):
    added(committee, by, AN)
    with pytest.raises(MemberTwice):
        added(committee, by, NewMember("NGUYỄN THỊ AN"))
    added(committee, by, NewMember("Nguyễn Thị An", "Giáo viên Trường THCS"))
    assert names(committee) == ["Nguyễn Thị An", "Nguyễn Thị An"]


def test_a_change_keeps_what_is_not_told_anew(committee, by):
    (member,) = added(committee, by, AN)
    told = NewMember("Nguyễn Thị Ân", "Phó Chủ tịch", "deputy", phone="0912345678")
    actions.change_member(member, told, by=by, at=AT)
    member.refresh_from_db()
    assert person_of(member.full_name, member.post, member.identity) == PersonTold(
        "Nguyễn Thị Ân", "Phó Chủ tịch", "1975", "0912345678"
    )
    assert Identity.objects.count() == 1


def test_lines_move_are_sorted_and_taken_out(committee, by):
    b, c, a = added(committee, by, NewMember("B B"), NewMember("C C", role="secretary"), AN)
    actions.move_member(c, -1, by=by, at=AT)
    actions.move_member(b, 9, by=by, at=AT)
    assert names(committee) == ["C C", "Nguyễn Thị An", "B B"]
    actions.sort_members(committee, by=by, at=AT)
    assert names(committee) == ["Nguyễn Thị An", "B B", "C C"]
    a.refresh_from_db()
    actions.remove_member(a, by=by, at=AT)
    assert names(committee) == ["B B", "C C"]
    assert not Identity.objects.exists()


def test_a_committee_does_not_take_the_name_of_another(committee, founded, by):
    told = ("Ban Tổ chức Hội nghị", CommitteeKind.JURY, "")
    with pytest.raises(NameTaken):
        actions.change_committee(committee, *told, by=by, at=AT)
    actions.change_committee(committee, "Tổ Giám khảo", "jury", "Chấm thi", by=by, at=AT)
    assert [row.committee.name for row in committees_of(founded)] == [
        "Ban Tổ chức Hội nghị",
        "Tổ Giám khảo",
    ]
