"""Sealing papers: what is missing is said, a sealed round keeps its papers once it is open."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from hoithi.contests.models import Round
from hoithi.core.rulebook.formats import from_toml
from hoithi.kit import clock
from hoithi.questions import actions
from hoithi.questions.models import SealedQuestion
from hoithi.sittings.models import PaperPool
from tests import make
from tests.entries.make import contest as announced
from tests.make import deeds
from tests.questions import make as builders

EXAMPLES = Path(__file__).parents[2] / "examples"
DEMO = EXAMPLES / "questions" / "cchc-cds.csv"
pytestmark = pytest.mark.django_db


@pytest.fixture
def contest():
    rules = from_toml((EXAMPLES / "xa-2026.toml").read_bytes())
    return announced(rules, at=make.AT - timedelta(days=60))


@pytest.fixture
def round_(contest):
    return contest.rounds.exclude(opens_at=None).first()


@pytest.fixture
def before(round_):
    """A day before the round opens."""
    with clock.pinned(round_.opens_at - timedelta(days=1)):
        yield


@pytest.fixture
def organiser(client, contest):
    person = make.holder("organiser", over=contest.body)
    person.authenticator_set.create(type="totp", data={"secret": "x"})
    person.roles.update(since=contest.created_at - timedelta(days=999))
    client.force_login(person)
    return client


def fill(contest, at):
    """The demo bank, used in the contest."""
    bank = builders.bank(contest.body)
    data = DEMO.read_bytes()
    actions.import_questions(bank, data, DEMO.name, by=None, at=at, approved=True)
    actions.use_in(bank, contest, by=None, at=at)


def seal(client, contest, round_, **more):
    return client.post(reverse("bank_seal", args=[contest.slug]), {"round": round_.key, **more})


@pytest.mark.usefixtures("before")
def test_an_empty_bank_seals_nothing_and_says_what_is_missing(organiser, contest, round_):
    page = organiser.get(reverse("bank_seal", args=[contest.slug])).content.decode()
    assert "Thiếu " in page
    assert seal(organiser, contest, round_).status_code == 422
    assert not PaperPool.objects.exists()


@pytest.mark.usefixtures("before")
def test_a_sealed_round_is_sealed_again_with_a_reason_only(organiser, contest, round_):
    fill(contest, clock.now())
    assert seal(organiser, contest, round_).status_code == 302
    assert seal(organiser, contest, round_).status_code == 422
    assert seal(organiser, contest, round_, reason="Thay hai câu").status_code == 302

    assert not PaperPool.objects.filter(sha256="").exists()
    assert set(PaperPool.objects.values_list("number", flat=True)) == {1, 2}
    assert deeds().count("sittings.sealing_repeated") == 1


@pytest.mark.usefixtures("before")
def test_papers_of_an_open_round_stay(organiser, contest, round_):
    fill(contest, clock.now())
    seal(organiser, contest, round_)
    Round.objects.filter(pk=round_.pk).update(opens_at=clock.now())
    assert seal(organiser, contest, round_, reason="Muộn").status_code == 422


@pytest.mark.usefixtures("before")
def test_reading_a_sealed_bank_is_journaled(organiser, contest, round_):
    fill(contest, clock.now())
    bank = contest.banks.get()
    organiser.get(reverse("bank_detail", args=[bank.pk]))
    assert "sittings.sealed_bank_read" not in deeds()
    seal(organiser, contest, round_)
    organiser.get(reverse("bank_detail", args=[bank.pk]))
    assert deeds()[-1] == "sittings.sealed_bank_read"


@pytest.mark.usefixtures("before")
def test_what_is_read_once_the_round_is_over_is_no_reading_of_sealed_papers(
    organiser, contest, round_
):
    fill(contest, clock.now())
    bank = contest.banks.get()
    seal(organiser, contest, round_)
    Round.objects.filter(contest=contest).update(closes_at=clock.now())
    organiser.get(reverse("bank_detail", args=[bank.pk]))
    assert deeds()[-1] == "questions.read"


@pytest.mark.usefixtures("before")
def test_a_sealed_question_says_so_and_offers_no_change(organiser, contest, round_):
    fill(contest, clock.now())
    seal(organiser, contest, round_)
    version = SealedQuestion.objects.select_related("version").first().version
    page = organiser.get(reverse("question_detail", args=[version.pk])).content.decode()
    told = f"Câu này đã niêm phong cho {round_.title}."
    assert (told in page, "Sửa câu hỏi" in page, "Rút câu hỏi" in page) == (True, False, False)
    form = organiser.get(reverse("question_edit", args=[version.pk])).content.decode()
    assert told in form


@pytest.mark.usefixtures("before")
def test_sealed_papers_whose_document_ended_are_told_with_what_can_be_done(
    organiser, contest, round_
):
    fill(contest, clock.now())
    seal(organiser, contest, round_)
    pool = PaperPool.objects.filter(round=round_).first()
    set_page = reverse("paper_set", args=[contest.slug, round_.key, pool.pk])
    assert "đã hết hiệu lực hoặc được sửa đổi" not in organiser.get(set_page).content.decode()
    version = SealedQuestion.objects.exclude(version__document_key="").first().version
    builders.ended(version)
    for address in (set_page, reverse("bank_seal", args=[contest.slug])):
        page = organiser.get(address).content.decode()
        assert "dẫn văn bản đã hết hiệu lực hoặc được sửa đổi:" in page
        assert "mở niêm phong, ghi lý do" in page
    steps = organiser.get(reverse("contest_desk", args=[contest.slug])).content.decode()
    assert "Xem lại câu hỏi trong bộ đề đã niêm phong" in steps
