"""Lists of exclusions, corrections of the unit, assisted places: each with its trace."""

import pytest

from hoithi.core.rulebook.entry import EntryRules, Exclusion
from hoithi.entries import actions, queries
from hoithi.entries.actions import corrections
from hoithi.entries.actions.excluding import LineProblem
from hoithi.entries.actions.places import close_place, open_place
from hoithi.entries.models import ListedExclusion
from hoithi.entries.queries.places import may_help, open_places
from hoithi.people.models import RoleName
from tests import make
from tests.entries.make import AN, contest, rulebook, unit

pytestmark = pytest.mark.django_db
RULE = Exclusion(key="btc", who="Ban Tổ chức")


@pytest.fixture
def organiser():
    return make.person()


@pytest.fixture
def listing():
    return contest(rulebook(entry=EntryRules(unit=None, exclusions=(RULE,))))


def test_a_list_is_taken_whole_or_not_at_all(listing, organiser):
    people = [
        actions.Named("Nguyễn Thị An", birth_year="1985"),
        actions.Named("Lê Bảo"),
        actions.Named("", phone="0912"),
    ]
    with pytest.raises(actions.ListRefused) as refused:
        actions.exclude(listing, RULE, people, source="QĐ", by=organiser, at=make.AT)
    assert refused.value.problems == (
        LineProblem(2, "birth_year", "birth_or_phone_missing"),
        LineProblem(3, "phone", "length"),
        LineProblem(3, "name", "missing"),
    )
    assert not ListedExclusion.objects.exists()


def test_a_list_taken_twice_is_not_doubled(listing, organiser):
    people = [actions.Named("Nguyễn Thị An", birth_year="1985")] * 2
    facts = {"source": "QĐ 12/QĐ-UBND", "by": organiser, "at": make.AT}
    assert len(actions.exclude(listing, RULE, people, **facts)) == 1
    assert actions.exclude(listing, RULE, people, **facts) == []
    assert ListedExclusion.objects.get().masked_name == "Nguyễn T. A**"


def test_whoever_is_taken_off_the_list_may_enter(listing, organiser):
    people = [actions.Named("Nguyễn Thị An", birth_year="1985")]
    (listed,) = actions.exclude(listing, RULE, people, source="QĐ", by=organiser, at=make.AT)
    actions.readmit(listed, reason="Đã thôi nhiệm vụ", by=organiser, at=make.AT)
    door = queries.current_door(listing, at=make.AT)
    assert actions.enter(door, AN, at=make.AT).entrant.effect == ""
    assert make.deeds()[-2:] == ["entries.excluded", "entries.readmitted"]


@pytest.fixture
def standing():
    """An entrant of Thôn Đông in a contest that also offers Thôn Tây."""
    body = make.body()
    east, west = unit("Thôn Đông", of=body), unit("Thôn Tây", of=body)
    door = queries.current_door(contest(of=body), at=make.AT)
    entrant = actions.enter(door, {**AN, "unit": str(east.unit_id)}, at=make.AT).entrant
    return door, entrant, west


def test_the_unit_is_changed_freely_before_the_first_sitting(standing):
    door, entrant, west = standing
    corrections.choose_unit(entrant, door, west.unit_id, at=make.AT)
    entrant.refresh_from_db()
    assert entrant.unit == west


def test_a_unit_that_is_not_offered_is_refused(standing):
    door, entrant, _ = standing
    with pytest.raises(corrections.UnitNotOffered):
        corrections.choose_unit(entrant, door, 10**9, at=make.AT)


def test_a_correction_is_asked_once_and_decided_once(standing, organiser):
    door, entrant, west = standing
    facts = {"reason": "Chọn nhầm", "at": make.AT}
    asked = corrections.ask_correction(entrant, door, west.unit_id, **facts)
    with pytest.raises(corrections.CorrectionWaiting):
        corrections.ask_correction(entrant, door, west.unit_id, **facts)
    corrections.decide_correction(asked, door, accept=True, by=organiser, at=make.AT)
    entrant.refresh_from_db()
    assert entrant.unit == west
    with pytest.raises(corrections.CorrectionDecided):
        corrections.decide_correction(asked, door, accept=False, by=organiser, at=make.AT)


def test_a_helper_opens_and_closes_a_place():
    here = contest()
    helper = make.holder(RoleName.HELPER, over=here.body)
    stranger = make.holder(RoleName.HELPER, over=make.body())
    assert may_help(helper, here, at=make.AT)
    assert not may_help(stranger, here, at=make.AT)
    place = open_place(here, "Nhà văn hóa thôn Đông", unit=None, helper=helper, at=make.AT)
    assert list(open_places(helper, here)) == [place]
    close_place(place, by=helper, at=make.AT)
    close_place(place, by=helper, at=make.AT)
    assert not open_places(helper, here).exists()
    assert make.deeds()[-2:] == ["entries.place_opened", "entries.place_closed"]
