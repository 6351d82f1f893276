"""From the upload of a plan to its campaign, on the screens."""

from datetime import date

import pytest

from hoithi.campaigns.models import Campaign, SpendingNorm
from hoithi.contests.models import JoinedContest
from hoithi.files.models import Errand
from hoithi.people.models import OrganisingBody, RoleName
from hoithi.plans.facts import understanding_of
from hoithi.plans.models import PlanDocument
from hoithi.web.jobs import run_errand
from tests import make
from tests.core.founding import texts
from tests.files.test_store import BOMB, PDF
from tests.web_campaigns.conftest import home, read, upload
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


def test_an_uploaded_plan_is_read_by_the_worker_and_can_then_be_reviewed(desk, organiser):
    answer = desk.post(home(organiser, "nap-van-ban/"), {"file": upload()})
    errand = Errand.objects.get()
    assert answer.url == f"/viec/{errand.token}/" or errand.token in answer.url
    run_errand.call(errand.pk)
    errand.refresh_from_db()
    document = PlanDocument.objects.get()
    assert (errand.state, errand.onward) == ("done", home(organiser, f"van-ban/{document.pk}/"))
    page = desk.get(errand.onward).content.decode()
    assert "Hội thi sân khấu hóa “Cán bộ một cửa giỏi” năm 2026" in page
    assert 'id="dong-8"' in page


def test_the_same_plan_again_leads_to_what_became_of_it(desk, organiser):
    document = read(organiser)
    again = desk.post(home(organiser, "nap-van-ban/"), {"file": upload()})
    assert again.url == home(organiser, f"van-ban/{document.pk}/")
    desk.post(home(organiser, f"van-ban/{document.pk}/lap-ke-hoach/"))
    again = desk.post(home(organiser, "nap-van-ban/"), {"file": upload()})
    assert again.url == home(organiser, f"{Campaign.objects.get().pk}/")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "kh.txt", "không có nội dung"),
        (BOMB, "kh.docx", "giải nén"),
        (PDF, "kh.docx", "PDF"),
        (b"MZ\x90\x00\x03", "kh.docx", "không"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            "mật khẩu",
        ),
    ],
)
def test_what_is_no_plan_is_refused_with_a_sentence(desk, organiser, data, name, words):
    answer = desk.post(home(organiser, "nap-van-ban/"), {"file": upload(data, name)})
    assert (answer.status_code, PlanDocument.objects.count()) == (422, 0)
    assert words.lower() in answer.content.decode().lower()


def test_one_button_founds_the_campaign_and_pressed_twice_founds_one(desk, organiser):
    document = read(organiser)
    address = home(organiser, f"van-ban/{document.pk}/lap-ke-hoach/")
    answer = desk.post(address, follow=True)
    again = desk.post(address)
    assert Campaign.objects.count() == 1
    assert "Hội thi sân khấu hóa" in answer.content.decode()
    assert again.status_code == 422
    assert "không lập thêm lần nữa" in again.content.decode()


def test_the_superiors_contest_is_created_or_left_for_later(desk, organiser):
    later, create = read(organiser, texts.SUPERIOR), read(organiser, texts.SUPERIOR + "\n")
    desk.post(home(organiser, f"van-ban/{later.pk}/lap-ke-hoach/"), {"superior": "later"})
    assert JoinedContest.objects.count() == 0
    desk.post(home(organiser, f"van-ban/{create.pk}/lap-ke-hoach/"), {"superior": "create"})
    joined = JoinedContest.objects.get()
    assert joined.contest.title.startswith("Cuộc thi trực tuyến")
    stood = joined.activity.campaign.superior_issuer
    assert stood
    assert f"Cuộc thi của {stood}, lập ở đây" in desk.get(home(organiser)).content.decode()
    where = home(organiser, f"{joined.activity.campaign_id}/hoat-dong/{joined.activity.key}/")
    assert f"{stood} (đơn vị lập ở đây để theo dõi)" in desk.get(where).content.decode()


def test_a_text_that_is_no_plan_founds_nothing(desk, organiser):
    page = desk.get(home(organiser, f"van-ban/{read(organiser, 'xin chào').pk}/")).content.decode()
    assert "Không nhận ra nội dung kế hoạch nào" in page
    assert "lap-ke-hoach/" not in page


def test_facts_are_accepted_refused_corrected_and_added(desk, organiser):
    document = read(organiser)
    title = document.understood.get(field="title")
    page = home(organiser, f"van-ban/{document.pk}/")
    said = f"{page}noi-dung/{title.pk}/"
    assert desk.post(said, {"deed": "accept"}).url == f"{page}#noi-dung-{title.pk}"
    assert desk.get(said).status_code == 200
    desk.post(said, {"deed": "correct", "value": "Tổ chức Hội thi mới"})
    desk.post(f"{page}them/venues/", {"name": "Nhà văn hóa xã"})
    rows = document.understood.exclude(state="read").order_by("ordinal")
    assert [(row.field, row.state, list(row.value.values())[-1]) for row in rows] == [
        ("title", "corrected", "Tổ chức Hội thi mới"),
        ("venues", "added", "Nhà văn hóa xã"),
    ]


@pytest.mark.parametrize("field", ["page-dates", "doc-type", "khong-co"])
def test_what_is_only_read_is_not_added(desk, organiser, field):
    document = read(organiser)
    assert desk.get(home(organiser, f"van-ban/{document.pk}/them/{field}/")).status_code == 404


def test_a_day_that_is_none_is_refused_on_the_page(desk, organiser):
    document = read(organiser)
    address = home(organiser, f"van-ban/{document.pk}/them/prizes/")
    answer = desk.post(address, {"scope": "final", "rank": "nhat", "count": "hai"})
    assert answer.status_code == 422


@pytest.mark.parametrize("name", [RoleName.SECRETARY, RoleName.APPROVER, RoleName.AUDITOR])
def test_who_may_only_look_is_offered_no_button(organiser, name):
    document = read(organiser)
    client = browser(make.holder(name, over=organiser.body))
    page = client.get(home(organiser, f"van-ban/{document.pk}/")).content.decode()
    assert "lap-ke-hoach" not in page
    assert "noi-dung-" in page
    assert "them/venues" not in page


@pytest.mark.parametrize("text", [texts.CHECK, texts.FESTIVAL])
def test_the_review_asks_a_constant_number_of_times(
    desk, organiser, text, django_assert_num_queries
):
    document = read(organiser, text)
    address = home(organiser, f"van-ban/{document.pk}/")
    desk.get(address)
    with django_assert_num_queries(QUERIES):
        desk.get(address)


QUERIES = 10


def test_a_norm_that_the_body_entered_finds_prizes_over_it(desk, organiser):
    document = read(organiser)
    page = home(organiser, f"van-ban/{document.pk}/")
    before = desk.get(page).content.decode()
    SpendingNorm.objects.create(
        body=organiser.body,
        item="prize_collective",
        most=1,
        document="Nghị quyết số 9/2026/NQ-HĐND",
        article="khoản 2 Điều 3",
        since=date(2020, 1, 1),
    )
    shown = desk.get(page).content.decode()
    assert ("Nghị quyết số 9/2026/NQ-HĐND" in before, "Nghị quyết số 9/2026/NQ-HĐND" in shown) == (
        False,
        True,
    )


def test_a_plan_of_another_body_is_pointed_out(desk, organiser):
    document = read(organiser)
    page = home(organiser, f"van-ban/{document.pk}/")
    issuer = understanding_of(document.understood.all())[0].issuing_body.value
    for name, is_told in ((issuer.upper(), False), ("Ủy ban nhân dân xã Khác", True)):
        OrganisingBody.objects.filter(pk=organiser.body.pk).update(name=name)
        told = f"Văn bản do {issuer} ban hành, không phải {name}" in desk.get(page).content.decode()
        assert told is is_told


def test_a_contradiction_of_what_was_added_is_linked_to_it(desk, organiser):
    document = read(organiser)
    page = home(organiser, f"van-ban/{document.pk}/")
    period = {"start": "20/12/2026", "end": "21/12/2026", "what": "Thời gian chấm thi"}
    desk.post(f"{page}them/periods/", period)
    added = document.understood.get(state="added")
    added.value = added.value | {"end": "2026-12-10"}
    added.save()
    findings = desk.get(page).content.decode().split('id="dong-1"')[0]
    assert f'<a href="#noi-dung-{added.pk}">Nội dung bổ sung</a>' in findings
