"""Organisers give one role on the screen of accounts: that of a helper."""

import pytest

from hoithi.entries.queries.places import helpers_of, may_help
from hoithi.people import queries
from hoithi.people.models import RoleName
from tests import make
from tests.entries.make import contest, unit
from tests.make import AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


@pytest.fixture
def body():
    return make.body("UBND xã Hòa Sơn")


@pytest.fixture
def desk(body, signed_in):
    """The organiser's browser; this organiser administers nothing."""
    return signed_in(make.holder(RoleName.ORGANISER, over=body))


@pytest.fixture
def accounts(body):
    return f"/quan-tri/{body.slug}/tai-khoan/"


@pytest.fixture
def hoa(body):
    return make.person("Lê Thị Hoa", of=body)


def roles(person):
    return [role.name for role in queries.roles_of(person, AT)]


def test_an_organiser_names_a_helper_and_takes_the_role_back(body, desk, accounts, hoa):
    page = f"{accounts}{hoa.pk}/"
    assert "Lê Thị Hoa" in desk.get(accounts).content.decode()
    given = desk.post(f"{page}vai-tro/", {"name": "helper", "decision": "12/QĐ-BTC"})
    assert (given["Location"], roles(hoa)) == (page, ["helper"])
    assert hoa in [role.person for role in helpers_of(contest(of=body), at=AT)]
    desk.post(f"/quan-tri/{body.slug}/vai-tro/{hoa.roles.get().pk}/thu-hoi/")
    traces = [deed for deed in make.deeds() if deed.startswith("people.role")]
    assert (roles(hoa), traces) == ([], ["people.role_granted", "people.role_revoked"])


def test_a_helper_may_be_of_one_unit(body, desk, accounts, hoa):
    thon = unit("Thôn Đông", of=body).unit
    desk.post(f"{accounts}{hoa.pk}/vai-tro/", {"name": "helper", "unit": thon.code})
    assert [(role.name, role.unit) for role in queries.roles_of(hoa, AT)] == [("helper", thon)]


@pytest.mark.parametrize("name", sorted(set(RoleName) - {RoleName.HELPER}))
def test_no_other_role_is_the_organisers_to_give(desk, accounts, hoa, name):
    page = f"{accounts}{hoa.pk}/"
    refused = desk.post(f"{page}vai-tro/", {"name": name})
    assert (refused.status_code, roles(hoa)) == (422, [])
    assert f'value="{name}"' not in desk.get(page).content.decode()


def test_roles_that_others_gave_stay(body, desk, accounts, hoa):
    role = make.role(hoa, RoleName.SECRETARY, over=body)
    assert "thu-hoi" not in desk.get(f"{accounts}{hoa.pk}/").content.decode()
    refused = desk.post(f"/quan-tri/{body.slug}/vai-tro/{role.pk}/thu-hoi/")
    assert (refused.status_code, roles(hoa)) == (422, ["secretary"])


def test_the_organiser_makes_and_closes_no_accounts(desk, accounts, hoa):
    shown = desk.get(accounts).content.decode() + desk.get(f"{accounts}{hoa.pk}/").content.decode()
    offered = ("Tạo tài khoản", "Ngừng tài khoản", "Mất điện thoại", "tu-tep")
    assert [text for text in offered if text in shown] == []
    made = desk.post(accounts, {"full_name": "Trần Ba"})
    closed = desk.post(f"{accounts}{hoa.pk}/ngung/")
    factor = desk.post(f"{accounts}{hoa.pk}/hai-lop/")
    assert (made.status_code, closed.status_code, factor.status_code) == (404, 404, 404)


def test_accounts_of_another_body_are_out_of_reach(desk, accounts):
    other = make.body()
    person = make.person(of=other)
    page = f"/quan-tri/{other.slug}/tai-khoan/"
    assert desk.get(page).status_code == 404
    assert desk.post(f"{page}{person.pk}/vai-tro/", {"name": "helper"}).status_code == 404
    assert desk.post(f"{accounts}{person.pk}/vai-tro/", {"name": "helper"}).status_code == 404


def test_a_helper_is_led_to_the_place_of_the_contest(body, signed_in, hoa):
    thon = unit("Thôn Đông", of=body).unit
    held = contest(of=body)
    contest(of=make.body())
    make.role(hoa, RoleName.HELPER, over=body, unit=thon)
    led = signed_in(hoa).get("/quan-tri/", follow=True)
    assert led.redirect_chain == [(f"/{held.slug}/diem-ho-tro/", 302)]
    assert led.status_code == 200


def test_a_helper_of_another_body_helps_only_there(body, hoa):
    other = make.body()
    make.role(hoa, RoleName.HELPER, over=other, unit=unit("Thôn Tây", of=other).unit)
    assert not may_help(hoa, contest(of=body), at=AT)
    assert may_help(hoa, contest(of=other), at=AT)
