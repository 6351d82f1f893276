"""A sealed set of papers: what proves it, and how evenly it uses the bank."""

import pytest
from django.urls import reverse

from hoithi.questions import actions
from hoithi.questions.models import QuestionVersion
from hoithi.sittings.models import PaperPool
from hoithi.sittings.queries.evenness import sealed_evenness
from tests.questions import make as builders
from tests.web_organiser.test_bank_seal import before, contest, fill, organiser, round_, seal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("before")]
__all__ = ["before", "contest", "organiser", "round_"]


@pytest.fixture
def pool(organiser, contest, round_):
    fill(contest, round_.opens_at)
    seal(organiser, contest, round_)
    return PaperPool.objects.filter(round=round_).earliest("pk")


@pytest.fixture
def address(contest, round_, pool):
    return reverse("paper_set", args=[contest.slug, round_.key, pool.pk])


def test_the_page_states_seed_hash_and_every_question(organiser, address, pool):
    page = organiser.get(address).content.decode()
    questions = sealed_evenness(pool).found.questions
    assert pool.seed in page
    assert pool.sha256 in page
    assert "Số đề theo mức độ khó trung bình" in page
    assert page.count("<tr><td>") == len(questions)
    assert sum(one.drawn for one in questions) == sum(
        len(paper.content) for paper in pool.papers.all()
    )


def test_papers_of_versions_that_were_replaced_are_counted_too(organiser, address, pool):
    line = pool.papers.first().content[0]
    version = QuestionVersion.objects.select_related("question").get(pk=line[0])
    # Once its round has opened, a question may be changed again.
    later = pool.round.opens_at
    actions.write(version.question, builders.TEXT, builders.ANSWER, by=None, at=later)
    QuestionVersion.objects.filter(question=version.question, number=2).update(state="approved")
    assert organiser.get(address).status_code == 200


def test_a_set_of_another_round_is_not_there(organiser, contest, pool):
    other = contest.rounds.exclude(pk=pool.round_id).first()
    address = reverse("paper_set", args=[contest.slug, other.key, pool.pk])
    assert organiser.get(address).status_code == 404
