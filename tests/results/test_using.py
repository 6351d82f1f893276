"""A corrected key while other rounds use the question: told to officials, kept from others."""

from datetime import timedelta

import pytest
from django.urls import reverse

from hoithi.core.rulebook.document import Round as RoundRules
from hoithi.core.rulebook.document import Window
from hoithi.kit import clock
from hoithi.results.actions.applying import apply
from hoithi.results.actions.correcting import approve_correction
from hoithi.results.models import KeyCorrection, Result
from hoithi.results.queries.using import correction_behind, using_rounds
from hoithi.sittings.models import PaperPool
from tests.live import scene
from tests.results.keys import AFTER, Week
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
REASON = "Nghị định 61 đã được sửa đổi"
STEM = "Câu hỏi single"


class Two(Week):
    """The week has closed; another contest of the bank has a round that is open `AFTER` it."""

    def __init__(self, opens="2026-11-12T08:00", closes="2026-11-30T17:00"):
        super().__init__()
        later = RoundRules(
            key="week-1",
            title="Đợt sau",
            window=Window(opens=opens, closes=closes),
            publishes="2026-12-01T08:00",
        )
        other = scene.contest(scene.rules(rounds=(later,)))
        self.version.question.bank.contests.add(other)
        self.later = other.rounds.get()
        pool = PaperPool.objects.get(round=self.later)
        pool.papers.update(content=self.paper.content)

    def corrected(self, **more):
        """The correction approved and carried out."""
        made = self.proposed(**more)
        approve_correction(made, by=self.chief, at=AFTER)
        return apply(KeyCorrection.objects.get(pk=made.pk), at=AFTER)

    def notice(self, at=AFTER):
        """The public notice beside the newest result."""
        newest = Result.objects.filter(round=self.round).latest("number")
        with clock.pinned(at):
            page = browser(self.chief).get(
                f"/{self.contest.slug}/ket-qua/{self.round.key}/so-{newest.number}/dinh-chinh/"
            )
        return page.content.decode()


@pytest.fixture
def two():
    made = Two()
    made.verify(1)
    made.published()
    return made


def test_open_rounds_with_the_question_are_told_to_who_approves(two):
    correction = two.proposed()
    (found,) = using_rounds(correction, at=AFTER)
    assert (found.round, found.is_open, found.handed_in) == (two.later, True, 0)
    with clock.pinned(AFTER):
        shown = browser(two.chief).get(reverse("key_correction", args=[correction.pk]))
    assert "Đợt sau" in shown.content.decode()
    assert "không nêu câu hỏi, đáp án và lý do" in shown.content.decode()


def test_a_sealed_round_to_come_is_told_as_such():
    two = Two(opens="2026-11-25T08:00")
    (found,) = using_rounds(two.proposed(), at=AFTER)
    assert (found.round, found.is_open) == (two.later, False)


def test_once_it_is_over_it_is_no_other_round(two):
    correction = two.proposed()
    assert using_rounds(correction, at=AFTER + timedelta(days=30)) == []


def test_the_public_reads_question_key_and_reason_after_the_other_round(two):
    done = two.corrected()
    newest = Result.objects.filter(round=two.round).latest("number")
    assert newest.correction_reason == (
        "Đính chính đáp án một câu hỏi trong đề thi; nội dung nêu trong thông báo đính chính"
    )
    assert correction_behind(newest) == done
    early, late = two.notice(), two.notice(AFTER + timedelta(days=30))
    assert [(STEM in page, REASON in page) for page in (early, late)] == [
        (False, False),
        (True, True),
    ]
    assert "Đợt sau" in early
    assert done.version.question.code not in early + late


def test_the_result_links_the_one_before_and_the_notice(two):
    two.corrected()
    with clock.pinned(AFTER):
        page = browser(two.chief).get(f"/{two.contest.slug}/ket-qua/{two.round.key}/")
    shown, base = page.content.decode(), f"/{two.contest.slug}/ket-qua/{two.round.key}/"
    assert (f'href="{base}so-1/"' in shown, f'href="{base}dinh-chinh/"' in shown) == (True, True)


def test_a_result_without_a_corrected_key_has_no_notice(two):
    with clock.pinned(AFTER):
        page = browser(two.chief).get(
            f"/{two.contest.slug}/ket-qua/{two.round.key}/so-1/dinh-chinh/"
        )
    assert page.status_code == 404
