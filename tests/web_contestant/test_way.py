"""The contestant's way without any script: page, entry, code, return, own attempts."""

import html
import re

import pytest

from hoithi.contests.actions import decide
from hoithi.contests.actions.deciding import Order
from hoithi.core.rounds import Change
from hoithi.core.rulebook.entry import EntryRules, Exclusion, IdentityField, IdentityKind
from hoithi.entries import actions
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.wording import moments
from tests import make
from tests.entries.make import AN, CHILD, contest, rulebook, unit

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    """What a person reads of a page."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())))


def enter(phone, here, answers=AN):
    return phone.post(f"/{here.slug}/du-thi/", answers)


def code_on(phone, here) -> str:
    found = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", text_of(phone.get(f"/{here.slug}/ma-du-thi/")))
    assert found
    return found.group()


def test_the_contest_page_says_what_one_must_know(phone, here):
    page = phone.get(f"/{here.slug}/")
    told = text_of(page)
    for words in ("UBND xã Hòa Sơn", "Tuần 1", "16h30 ngày 08/11/2026", "15 phút", "0208 1234 567"):
        assert words in told
    assert (
        f'property="og:title" content="{html.escape(here.title, quote=True)}"'
        in page.content.decode()
    )
    assert f"/{here.slug}/anh-xem-truoc.png" in page.content.decode()


def test_a_contest_that_is_not_announced_is_not_there(phone, here):
    here.state = "draft"
    here.save()
    assert phone.get(f"/{here.slug}/").status_code == 404


def test_entering_leads_to_the_code_and_then_to_the_paper(phone, here):
    answer = enter(phone, here)
    assert (answer.status_code, answer["Location"]) == (302, f"/{here.slug}/ma-du-thi/")
    assert phone.cookies[f"du-thi-{here.pk}"]["httponly"]
    code_on(phone, here)
    paper = phone.get(f"/{here.slug}/bai-thi/")
    assert paper.status_code == 200
    assert paper["Cache-Control"] == "private, no-store"
    assert phone.get(f"/{here.slug}/du-thi/")["Location"] == f"/{here.slug}/bai-thi/"


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(phone, here):
    answer = enter(phone, here, {**AN, "phone": "0203 222 333"})
    assert answer.status_code == 422
    assert "Đây là số cố định" in text_of(answer)
    assert 'value="Nguyễn Thị An"' in answer.content.decode()
    assert not Entrant.objects.exists()


def test_a_minor_is_asked_for_a_guardian_first(phone, here):
    first = enter(phone, here, {**AN, "birth_year": "2014"})
    assert "cha, mẹ hoặc người giám hộ" in text_of(first)
    assert enter(phone, here, CHILD).status_code == 302
    assert Entrant.objects.get().guardian_consented_at == make.AT


def test_a_second_entry_of_one_person_needs_the_code(phone, here, client):
    enter(phone, here)
    again = enter(client, here)
    assert again.status_code == 409
    assert "Thông tin này chưa mở được" in text_of(again)
    assert f"du-thi-{here.pk}" not in client.cookies


def test_whoever_is_excluded_is_told_by_which_rule(phone):
    rule = Exclusion(key="btc", who="Thành viên Ban Tổ chức")
    here = contest(rulebook(entry=EntryRules(unit=None, exclusions=(rule,))))
    named = [actions.Named("Nguyễn Thị An", birth_year="1985")]
    actions.exclude(here, rule, named, source="QĐ", by=make.person(), at=make.AT)
    answer = enter(phone, here)
    assert answer.status_code == 409
    assert "Thành viên Ban Tổ chức" in text_of(answer)


def test_one_returns_on_another_device_by_identity_and_code(phone, client, here):
    enter(phone, here)
    code = code_on(phone, here)
    answer = client.post(f"/{here.slug}/tro-lai/", {**AN, "code": code.lower()})
    assert answer["Location"] == f"/{here.slug}/cua-toi/"
    assert "Nguyễn T. A**" in text_of(client.get(f"/{here.slug}/cua-toi/"))


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param({**AN, "code": "22222222"}, id="wrong code"),
        pytest.param({**AN, "full_name": "Ai Đó", "code": "22222222"}, id="nobody"),
        pytest.param({**AN, "phone": "1", "code": "22222222"}, id="no telephone number"),
        pytest.param({}, id="nothing"),
    ],
)
def test_whatever_is_wrong_on_return_reads_the_same(phone, client, here, typed):
    enter(phone, here)
    answer = client.post(f"/{here.slug}/tro-lai/", typed)
    assert answer.status_code == 403
    assert "Thông tin này chưa mở được" in text_of(answer)


def test_a_device_forgets_on_demand(phone, here):
    enter(phone, here)
    phone.post(f"/{here.slug}/roi-may/")
    assert phone.get(f"/{here.slug}/cua-toi/")["Location"] == f"/{here.slug}/tro-lai/"


def test_a_unit_typed_without_diacritics_is_found_without_scripts(phone):
    body = make.body()
    for number in range(30):
        unit(f"Thôn {number}", of=body)
    school = unit("Trường THCS Hòa Sơn", of=body, kind="school")
    here = contest(of=body)
    assert phone.get(f"/{here.slug}/don-vi/?q=thcs hoa").json()["units"] == [
        {"id": school.unit_id, "name": "Trường THCS Hòa Sơn", "under": ""}
    ]
    assert enter(phone, here, {**AN, "unit_text": "truong thcs"}).status_code == 302
    assert Entrant.objects.get().unit == school


def test_several_units_of_what_was_typed_are_offered_to_choose(phone):
    body = make.body()
    for number in range(30):
        unit(f"Thôn {number}", of=body)
    answer = enter(phone, contest(of=body), {**AN, "unit_text": "thon 1"})
    assert answer.status_code == 422
    assert "Chọn trong các đơn vị tìm thấy" in text_of(answer)


def test_a_decision_stands_on_the_page_at_once(phone, here):
    one = here.rounds.get()
    order = Order(reason="Mất điện trên diện rộng")
    later = one.closes_at + (one.closes_at - one.opens_at)
    decide(one, Change.EXTEND, order=order, by=make.person(), at=make.AT, until=later)
    told = text_of(phone.get(f"/{here.slug}/"))
    assert f"gia hạn thời gian thi đến {moments.closing(later)}. Mất điện trên diện rộng" in told


def test_after_the_end_nobody_enters(phone, here):
    with clock.pinned(here.rounds.get().closes_at):
        assert enter(phone, here)["Location"] == f"/{here.slug}/"
        assert "Cuộc thi đã kết thúc" in text_of(phone.get(f"/{here.slug}/"))


def test_a_cancelled_contest_says_so(phone, here):
    order = Order(reason="Bão")
    decide(here.rounds.get(), Change.CANCEL, order=order, by=make.person(), at=make.AT)
    assert "Cuộc thi đã hủy" in text_of(phone.get(f"/{here.slug}/"))


def test_every_field_of_identity_can_be_asked_for(phone):
    fields = tuple(IdentityField(kind=kind) for kind in IdentityKind)
    here = contest(rulebook(entry=EntryRules(unit=None, fields=fields)))
    answer = phone.get(f"/{here.slug}/du-thi/")
    assert answer.status_code == 200
    assert all(
        f'name="{kind}"' in answer.content.decode() for kind in ("sex", "passport", "branch")
    )
