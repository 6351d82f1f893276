"""Sealed papers keep apart what the bank keeps apart."""

from itertools import pairwise

import pytest

from hoithi.questions.models import QuestionVersion
from hoithi.sittings.actions.pools import seal_pool
from tests import make
from tests.live import scene

pytestmark = pytest.mark.django_db


def test_no_sealed_paper_has_both_of_a_pair():
    contest = scene.contest()
    single = list(QuestionVersion.objects.filter(kind="single").order_by("pk"))
    multiple = list(QuestionVersion.objects.filter(kind="multiple").order_by("pk"))
    single[0].never_with = [multiple[0].question.code]
    single[0].save()
    round_ = contest.rounds.get()
    pool = seal_pool(round_, "paper", "", size=40, by=None, at=make.AT)
    pair = {single[0].pk, multiple[0].pk}
    papers = [{line[0] for line in paper.content} for paper in pool.papers.all()]
    assert not [paper for paper in papers if pair <= paper]
    assert any(first != second for first, second in pairwise(papers))
