"""Communes of today picked by their former district: dated, sourced, doubtful ones marked."""

from datetime import date

import pytest

from hoithi.contests.facts import rulebook_of
from hoithi.contests.queries import newest_version
from hoithi.core.rulebook.entry import EntryRules, UnitChoice
from hoithi.entries import queries
from hoithi.people.models import Unit, UnitSuccession, UnitVersion
from hoithi.people.queries.districts import Ground, successors_of_district
from tests import make
from tests.entries.make import contest, rulebook
from tests.web_lists.steps import address

pytestmark = pytest.mark.django_db
SINCE, NOW = date(2025, 7, 1), date(2026, 11, 2)


def unit(code, name, kind, *, above=None, ended=False):
    """A unit of the national register, of today or ended on 1 July 2025."""
    held = {"valid_to": SINCE} if ended else {"valid_from": None if kind == "province" else SINCE}
    row = Unit.objects.create(body=None, code=code)
    facts = {"kind": kind, "name": name, "search": f" {code}", "province": "51", "parent": above}
    UnitVersion.objects.create(unit=row, source="NQ 1677/NQ-UBTVQH15", **facts, **held)
    return row


def went(before, after, *, whole=True):
    """What an earlier unit went into."""
    facts = {"on": SINCE, "whole": whole, "source": "NQ 1677/NQ-UBTVQH15"}
    UnitSuccession.objects.create(before=before, after=after, **facts)


@pytest.fixture
def ground():
    """Huyện Bình Sơn: one clear commune, one shared with the next district."""
    top = unit("51", "Tỉnh Quảng Ngãi", "province")
    own = unit("524-x", "Huyện Bình Sơn", "rural_district", above=top, ended=True)
    other = unit("525-x", "Huyện Sơn Tịnh", "rural_district", above=top, ended=True)
    clear = unit("21040", "Xã Bình Sơn", "commune", above=top)
    shared = unit("21100", "Xã Thọ Phong", "commune", above=top)
    chau_o = unit("1-x", "Thị trấn Châu Ổ", "township", above=own, ended=True)
    went(chau_o, clear)
    went(unit("2-x", "Xã Bình Hiệp", "commune", above=own, ended=True), shared, whole=False)
    went(unit("3-x", "Xã Tịnh Thọ", "commune", above=other, ended=True), shared)
    return UnitVersion.objects.get(unit=own)


def test_each_commune_tells_what_it_took_over_and_from_where(ground):
    clear, shared = successors_of_district(ground, NOW)
    assert (clear.choice.version.name, clear.is_clear, clear.sources) == (
        "Xã Bình Sơn",
        True,
        ("NQ 1677/NQ-UBTVQH15",),
    )
    assert (shared.is_clear, shared.inside, shared.outside) == (
        False,
        (Ground("Xã Bình Hiệp, Huyện Bình Sơn", divided=True),),
        (Ground("Xã Tịnh Thọ, Huyện Sơn Tịnh", divided=False),),
    )


@pytest.mark.usefixtures("ground")
def test_the_ticked_ones_are_written_into_the_draft(desk, here):
    way = address(here, "the-le/theo-huyen-cu/?tinh=51&huyen=524-x")
    page = desk.get(way).content.decode()
    assert ("cần xem lại" in page, "một phần" in page, "1677" in page) == (True, True, True)
    sent = {"ban": newest_version(here).sha256, "ma": ["21040", "21100", "99999"]}
    assert desk.post(way, sent).status_code == 302
    assert rulebook_of(newest_version(here)).entry.unit.under == ("21040", "21100")
    assert desk.post(way, sent).status_code == 422


@pytest.mark.parametrize("path", ["entry", "title", "entry.unit.kinds", "x[", "parts[0]"])
def test_only_rules_that_name_units_can_be_filled(desk, here, path):
    assert desk.get(address(here, f"the-le/theo-huyen-cu/?o={path}")).status_code == 404


@pytest.mark.parametrize("day", ["2020-01-01", "x", "9999-99-99"])
def test_any_day_is_answered(desk, here, ground, day):
    way = f"the-le/theo-huyen-cu/?tinh=51&huyen={ground.unit.code}&ngay={day}"
    assert desk.get(address(here, way)).status_code == 200


@pytest.mark.parametrize(
    ("rule", "offered"),
    [
        pytest.param({"under": ("21040",)}, ["Xã Bình Sơn"], id="one commune is itself"),
        pytest.param({"under": ("51",)}, ["Xã Bình Sơn", "Xã Thọ Phong"], id="below a province"),
        pytest.param(
            {"under": ("51",), "kinds": ("province",)}, ["Tỉnh Quảng Ngãi"], id="a named kind"
        ),
    ],
)
@pytest.mark.usefixtures("ground")
def test_communes_that_are_picked_are_offered(rule, offered):
    made = contest(rulebook(entry=EntryRules(unit=UnitChoice(**rule))))
    units = queries.current_door(made, at=make.AT).units.values()
    assert sorted(one.name for one in units) == offered


def test_a_secretary_looks_and_a_stranger_does_not(here, secretary, stranger):
    page = address(here, "the-le/theo-huyen-cu/")
    assert [who.get(page).status_code for who in (secretary, stranger)] == [200, 404]
    assert [who.post(page, {"ma": "1"}).status_code for who in (secretary, stranger)] == [404, 404]
