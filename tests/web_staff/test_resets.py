"""An organiser prints a new slip; the journal names both, and the person is told."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from hoithi.files.models import Errand
from hoithi.journal.models import Entry
from hoithi.notices.models import Notice
from hoithi.people import actions
from hoithi.people.models import RoleName
from hoithi.web import jobs
from tests import make
from tests.entries.make import contest
from tests.make import AT
from tests.web_staff.test_sign_in import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


@pytest.fixture
def body():
    return make.body("UBND xã Hòa Sơn")


@pytest.fixture
def accounts(body):
    return f"/quan-tri/{body.slug}/tai-khoan/"


@pytest.fixture
def contact(body):
    made = make.person("Lê Thị Hoa", of=body)
    make.role(made, RoleName.UNIT_CONTACT, over=body)
    return made


@pytest.fixture
def organiser(body):
    made = make.person("Đỗ Văn Thường", of=body)
    make.role(made, RoleName.ORGANISER, over=body)
    return made


def printed(desk, page, *people) -> Errand | None:
    """What the worker made of these slips; nothing where none was asked for."""
    desk.post(f"{page}phieu.pdf", {"nguoi": [person.pk for person in people]})
    errand = Errand.objects.order_by("-pk").first()
    if errand is not None:
        jobs.run_errand.call(errand.pk)
        errand.refresh_from_db()
    return errand


def test_the_journal_says_who_reset_whose(signed_in, organiser, accounts, contact):
    desk = signed_in(organiser)
    assert "Quên mật khẩu: in phiếu mới" in desk.get(f"{accounts}{contact.pk}/").content.decode()
    errand = printed(desk, accounts, contact)
    row = Entry.objects.get(deed="people.account_reset")
    assert (errand.state, row.person_name, row.subject_id, row.facts) == (
        "done",
        "Đỗ Văn Thường",
        contact.pk,
        {"login": contact.login},
    )
    contact.refresh_from_db()
    assert not contact.has_usable_password()


def test_the_person_is_told_once_at_the_next_sign_in(
    client, signed_in, organiser, accounts, contact
):
    printed(signed_in(organiser), accounts, contact)
    link = actions.reset_account(contact, by=organiser, at=AT)
    page = client.get(f"/tai-khoan/phieu/{link.token}/").content.decode()
    assert "Phiếu do Đỗ Văn Thường lập lúc 10:00 02/11/2026." in page
    actions.use_sign_in_link(link.token, PASSWORD, at=AT)
    sent = {"login": contact.login, "password": PASSWORD}
    told = [client.post("/tai-khoan/dang-nhap/", sent, follow=True).content.decode()]
    client.post("/tai-khoan/thoat/")
    client.logout()
    told.append(client.post("/tai-khoan/dang-nhap/", sent, follow=True).content.decode())
    sentence = "Đỗ Văn Thường đã cấp lại phiếu đặt mật khẩu của tài khoản này lúc"
    assert [sentence in page for page in told] == [True, False]


def test_whoever_never_had_a_password_is_not_told(signed_in, organiser, accounts, contact):
    contact.set_unusable_password()
    contact.save()
    assert printed(signed_in(organiser), accounts, contact).state == "done"
    assert not Notice.objects.exists()


@pytest.mark.parametrize("name", [RoleName.ADMINISTRATOR, RoleName.APPROVER, RoleName.AUDITOR])
def test_accounts_above_or_beside_are_neither_offered_nor_reset(
    signed_in, organiser, accounts, body, name
):
    other = make.holder(name, over=body)
    Authenticator.objects.create(user=other, type="totp", data={"secret": "x"})
    desk = signed_in(organiser)
    shown = (
        desk.get(accounts).content.decode() + desk.get(f"{accounts}{other.pk}/").content.decode()
    )
    assert (f'value="{other.pk}"' in shown, "Quên mật khẩu: in" in shown) == (False, False)
    assert printed(desk, accounts, other) is None
    page = desk.get(accounts).content.decode()
    assert f"Phiếu của {other.full_name} do Quản trị đơn vị cấp lại." in page
    assert "people.account_reset" not in make.deeds()


def test_who_gains_a_role_above_before_the_worker_comes_keeps_the_password(
    signed_in, organiser, accounts, contact, body
):
    desk = signed_in(organiser)
    desk.post(f"{accounts}phieu.pdf", {"nguoi": contact.pk})
    make.role(contact, RoleName.APPROVER, over=body)
    jobs.run_errand.call(Errand.objects.get().pk)
    contact.refresh_from_db()
    assert contact.has_usable_password()


def test_an_organiser_of_one_contest_sees_and_resets_those_of_it_alone(
    signed_in, accounts, body, contact
):
    held = contest(of=body)
    desk_of_one, there = make.person("Bùi Văn Một", of=body), make.person("Trần Thị Đây", of=body)
    make.role(desk_of_one, RoleName.ORGANISER, over=body, contest_id=held.pk)
    make.role(there, RoleName.HELPER, over=body, contest_id=held.pk)
    desk = signed_in(desk_of_one)
    page = desk.get(accounts).content.decode()
    assert ("Trần Thị Đây" in page, "Lê Thị Hoa" in page) == (True, False)
    assert desk.get(f"{accounts}{contact.pk}/").status_code == 404
    assert printed(desk, accounts, contact) is None
    assert printed(desk, accounts, there).state == "done"
    given = desk.post(f"{accounts}{there.pk}/vai-tro/", {"name": "helper"})
    assert given.status_code == 422
    assert (
        f'href="{accounts}"' in desk.get(reverse("contest_desk", args=[held.slug])).content.decode()
    )
