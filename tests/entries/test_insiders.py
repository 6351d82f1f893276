"""Members of committees on the list of those whom a contest excludes."""

import pytest

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.actions import NewMember
from hoithi.campaigns.models import CommitteeKind
from hoithi.core.rulebook.entry import EntryRules, Exclusion, ExclusionEffect
from hoithi.entries import actions
from hoithi.entries.actions.insiders import NobodyNew, exclude_insiders
from hoithi.entries.models import Entrant, ListedExclusion
from hoithi.entries.queries.doors import current_door
from hoithi.entries.queries.insiders import insiders_of, not_yet_listed, touched_among
from tests import make
from tests.entries.make import AN, contest, rulebook
from tests.make import AT

pytestmark = pytest.mark.django_db
JURY = Exclusion(key="gk", who="Ban Giám khảo", effect=ExclusionEffect.UNRANKED)
ORGANISERS = Exclusion(key="btc", who="Thành viên Ban Tổ chức")
ENTRY = EntryRules(unit=None, exclusions=(ORGANISERS, JURY))


@pytest.fixture
def here():
    return contest(rulebook(entry=ENTRY))


@pytest.fixture
def by(here):
    return make.person(of=here.body)


@pytest.fixture
def jury(here, by):
    told = (
        NewMember("Nguyễn Thị An", "Giáo viên", "head", birth_year="1985"),
        NewMember("Lê Văn Cường", "Chuyên viên"),
    )
    made = campaigns.add_committee(here.campaign, "Ban Giám khảo", CommitteeKind.JURY, by=by, at=AT)
    for one in told:
        campaigns.add_member(made, one, by=by, at=AT)
    return made


def names(members) -> list[str]:
    return [one.full_name for one in members]


def test_who_is_comparable_is_offered_and_then_listed(here, jury, by):
    (one,) = insiders_of(here, at=AT)
    assert (one.rule, names(one.new), names(one.listed), names(one.unknown)) == (
        JURY,
        ["Nguyễn Thị An"],
        [],
        ["Lê Văn Cường"],
    )
    assert not_yet_listed(here.campaign, at=AT) == [(here, 1)]
    assert exclude_insiders(here, {jury.pk: "gk"}, by=by, at=AT) == 1
    (one,) = insiders_of(here, at=AT)
    assert (names(one.new), names(one.listed)) == ([], ["Nguyễn Thị An"])
    with pytest.raises(NobodyNew):
        exclude_insiders(here, {jury.pk: "gk"}, by=by, at=AT)


def test_a_member_added_later_is_offered_at_once(here, jury, by):
    exclude_insiders(here, {jury.pk: "gk"}, by=by, at=AT)
    later = NewMember("Phạm Dũng", phone="0987654321")
    campaigns.add_member(jury, later, by=by, at=AT)
    assert not_yet_listed(here.campaign, at=AT) == [(here, 1)]


def test_the_list_names_the_decision_and_keeps_the_door(here, jury, by):
    jury.decision_number = "125/QĐ-UBND"
    jury.save()
    exclude_insiders(here, {jury.pk: "btc"}, by=by, at=AT)
    (row,) = ListedExclusion.objects.all()
    assert (row.source, row.effect) == ("Ban Giám khảo, Quyết định số 125/QĐ-UBND", "barred")
    with pytest.raises(actions.Barred):
        actions.enter(current_door(here, at=AT), AN, at=AT)


def test_who_took_part_already_is_shown_and_never_deleted(here, jury, by):
    entrant = actions.enter(current_door(here, at=AT), AN, at=AT).entrant
    (touched,) = touched_among(here, insiders_of(here, at=AT), at=AT)
    assert (touched.before, touched.after) == ("", "unranked")
    exclude_insiders(here, {jury.pk: "gk"}, by=by, at=AT)
    entrant.refresh_from_db()
    assert (Entrant.objects.count(), entrant.effect) == (1, "unranked")
    assert "entries.insiders_excluded" in make.deeds()


@pytest.mark.parametrize("chosen", [{}, {10**9: "gk"}, "unknown"])
def test_nothing_is_excluded_silently(here, jury, by, chosen):
    wanted = {jury.pk: "khong-co"} if chosen == "unknown" else chosen
    with pytest.raises(NobodyNew):
        exclude_insiders(here, wanted, by=by, at=AT)
    assert not ListedExclusion.objects.exists()


def test_rules_that_say_nothing_of_committees_offer_nobody(by):
    here = contest(rulebook(entry=EntryRules(unit=None)))
    made = campaigns.add_committee(here.campaign, "Ban Tổ chức", "organising", by=by, at=AT)
    campaigns.add_member(made, NewMember("Lê An", birth_year="1990"), by=by, at=AT)
    assert not_yet_listed(here.campaign, at=AT) == []
