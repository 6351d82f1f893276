"""Who comes in, who is refused, and that one person is in once."""

import pytest

from hoithi.core.entering.answers import FieldProblem
from hoithi.core.rulebook.entry import (
    EntrantKind,
    EntryRules,
    Exclusion,
    ExclusionEffect,
    Group,
    IdentityField,
    IdentityKind,
    Standing,
    UnitChoice,
)
from hoithi.entries import actions, queries
from hoithi.entries.actions.entering import store
from hoithi.entries.models import Entrant, TakenValue
from hoithi.people.facts import opened
from hoithi.people.models import Identity, IdentityIndex, RoleName
from hoithi.wording.entries import problem_sentence
from tests import make
from tests.entries.make import AN, CHILD, contest, rulebook, unit

pytestmark = pytest.mark.django_db
ALONE = EntryRules(unit=None)
WRITERS = Exclusion(key="to-de", who="Tổ biên soạn câu hỏi", roles=("question_writer",))
HOSTS = Exclusion(
    key="chu-tri", who="Văn phòng", effect=ExclusionEffect.UNRANKED, units=("van-phong",)
)


def enter(at_contest, answers, **facts):
    door = queries.current_door(at_contest, at=make.AT)
    return actions.enter(door, answers, at=make.AT, **facts)


def test_an_entrant_is_stored_with_a_masked_name_and_a_sealed_identity():
    entrant = enter(contest(rulebook(entry=ALONE)), AN).entrant
    stored = Entrant.objects.get()
    assert (stored.pk, stored.name, stored.birth_year) == (entrant.pk, "Nguyễn T. A**", 1985)
    assert stored.consented_at == make.AT
    assert opened(Identity.objects.get()) == {
        "full_name": "Nguyễn Thị An",
        "name": "nguyen thi an",
        "birth_year": "1985",
        "phone": "+84912345678",
    }
    assert {row.field for row in IdentityIndex.objects.all()} == {"name", "phone"}


def test_one_person_enters_once_however_typed():
    here = contest(rulebook(entry=ALONE))
    enter(here, AN)
    with pytest.raises(actions.AlreadyEntered):
        enter(here, {**AN, "full_name": "NGUYEN THI AN", "phone": "+84 912 345 678"})
    assert (Entrant.objects.count(), Identity.objects.count()) == (1, 1)


def test_the_same_person_may_enter_another_contest():
    one, other = (
        contest(rulebook(entry=ALONE)),
        contest(rulebook(entry=ALONE, key="khac", title="Khác")),
    )
    enter(one, AN)
    assert enter(other, AN).entrant.contest == other


def test_whoever_gives_nothing_right_is_told_field_by_field():
    here = contest()
    with pytest.raises(actions.EntryRefused) as refused:
        enter(here, {"full_name": "An 7", "birth_year": "1985", "consent": "yes"})
    assert list(refused.value.problems) == [
        FieldProblem("full_name", "characters"),
        FieldProblem("phone", "missing"),
        FieldProblem("unit", "unit_missing"),
    ]
    assert not Entrant.objects.exists()


def test_a_minor_comes_in_with_a_guardian():
    entrant = enter(contest(rulebook(entry=ALONE)), CHILD).entrant
    assert (entrant.guardian_consented_at, entrant.name) == (make.AT, "Lê B**")


def test_the_unit_and_its_group_are_kept_as_of_the_day():
    body = make.body()
    school = unit("Trường THCS Hòa Sơn", of=body, kind="school")
    groups = (
        Group(key="hoc-duong", title="Nhà trường", kinds_of_unit=("school",)),
        Group(key="dan", title="Nhân dân", kinds_of_unit=("thon",)),
    )
    rules = rulebook(groups=groups, entry=EntryRules(unit=UnitChoice(standings=(Standing.SCHOOL,))))
    entrant = enter(contest(rules, of=body), {**AN, "unit": str(school.unit_id)}).entrant
    assert (entrant.unit, entrant.group, entrant.standing) == (school, "hoc-duong", "school")


def test_the_relation_must_fit_the_unit_and_the_unit_must_be_known():
    body = make.body()
    thon = unit("Thôn Đông", of=body)
    unit("Trường THCS Hòa Sơn", of=body, kind="school")
    choice = UnitChoice(standings=(Standing.RESIDENCE, Standing.SCHOOL))
    here = contest(rulebook(entry=EntryRules(unit=choice)), of=body)
    with pytest.raises(actions.EntryRefused) as refused:
        enter(here, {**AN, "unit": str(thon.unit_id), "standing": "school"})
    told = [problem_sentence(one) for one in refused.value.problems]
    with pytest.raises(actions.EntryRefused) as unknown:
        enter(here, {**AN, "unit": "", "unit_text": "zzzzz"})
    told += [problem_sentence(one) for one in unknown.value.problems]
    assert told == [
        "Lý do này không hợp với “Thôn Đông”. Hãy chọn “Nơi cư trú” hoặc chọn đơn vị khác.",
        "Không tìm thấy đơn vị nào tên là “zzzzz”. Hãy gõ một phần tên rồi chọn trong danh sách.",
    ]


def test_a_listed_person_is_barred_by_birth_year_or_phone():
    entry = EntryRules(unit=None, exclusions=(WRITERS,))
    here, organiser = contest(rulebook(entry=entry)), make.person()
    from_list = [
        actions.Named("Nguyễn Thị An", birth_year="1985"),
        actions.Named("Lê Bảo", phone="0900000001"),
    ]
    actions.exclude(here, WRITERS, from_list, source="QĐ 12/QĐ-UBND", by=organiser, at=make.AT)
    for answers in (AN, {**AN, "full_name": "lê bảo", "phone": "0900000001"}):
        with pytest.raises(actions.Barred) as barred:
            enter(here, answers)
        assert barred.value.facts == {"who": "Tổ biên soạn câu hỏi"}
    assert enter(here, {**AN, "birth_year": "1986"}).entrant.effect == ""


def test_a_role_excludes_by_itself():
    entry = EntryRules(unit=None, exclusions=(WRITERS,))
    here = contest(rulebook(entry=entry))
    writer = make.person("Nguyễn Thị An")
    writer.phone = "0912 345 678"
    writer.save()
    make.role(writer, RoleName.QUESTION_WRITER, contest_id=here.pk)
    with pytest.raises(actions.Barred):
        enter(here, AN)


def test_people_of_the_hosting_unit_take_part_unranked():
    body = make.body()
    office = unit("Văn phòng", of=body, kind="office_division")
    here = contest(rulebook(entry=EntryRules(exclusions=(HOSTS,))), of=body)
    assert enter(here, {**AN, "unit": str(office.unit_id)}).entrant.effect == "unranked"


def test_a_unique_value_is_taken_once():
    fields = tuple(
        IdentityField(kind=kind, unique=kind is IdentityKind.PHONE)
        for kind in (IdentityKind.FULL_NAME, IdentityKind.BIRTH_YEAR, IdentityKind.PHONE)
    )
    here = contest(rulebook(entry=EntryRules(unit=None, fields=fields)))
    enter(here, AN)
    with pytest.raises(actions.AlreadyEntered):
        enter(here, {**AN, "full_name": "Trần Văn Bình"})
    assert (Entrant.objects.count(), TakenValue.objects.count()) == (1, 1)


def test_many_are_stored_at_once_and_storing_again_changes_nothing():
    here = contest(rulebook(entry=ALONE))
    door = queries.current_door(here, at=make.AT)
    prepared = [
        actions.prepare(door, {**AN, "full_name": name}, at=make.AT)
        for name in ("Lê An", "Lê Bình", "Lê An")
    ]
    assert store(prepared) == [True, True, False]
    assert store(prepared) == [True, True, False]
    assert (Entrant.objects.count(), Identity.objects.count()) == (2, 2)


def test_many_are_stored_with_few_queries(django_assert_num_queries):
    here = contest(rulebook(entry=ALONE))
    door = queries.current_door(here, at=make.AT)
    for number in (1, 3):
        prepared = [
            actions.prepare(door, {**AN, "phone": f"091234{number}00{n}"}, at=make.AT)
            for n in range(number)
        ]
        with django_assert_num_queries(5):
            assert all(store(prepared))


def test_preparing_asks_no_database(django_assert_num_queries):
    here = contest(rulebook(entry=ALONE))
    door = queries.current_door(here, at=make.AT)
    with django_assert_num_queries(0):
        actions.prepare(door, AN, at=make.AT)


def test_a_team_is_registered_by_the_secretariat_once():
    here, secretary = contest(), make.person()
    facts = {"unit": None, "by": secretary, "at": make.AT}
    team = actions.register(here, EntrantKind.TEAM, "Đội thi xã Bình Hải", **facts)
    assert (team.name, team.channel) == ("Đội thi xã Bình Hải", "secretariat")
    with pytest.raises(actions.AlreadyEntered):
        actions.register(here, EntrantKind.TEAM, "đội thi xã bình hải", **facts)
