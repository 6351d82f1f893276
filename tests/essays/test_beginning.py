"""Whose essays get a number, and what of them is kept."""

from datetime import timedelta
from decimal import Decimal

import pytest

from hoithi.contests.models import Round
from hoithi.essays.actions.beginning import AlreadyBegun, NoEssays, RoundStillOpen, begin
from hoithi.essays.facts import hash_of
from hoithi.essays.models import Essay
from hoithi.essays.queries import essay_part
from hoithi.essays.queries.own import texts_of
from hoithi.sittings.models import Submission
from tests.entries.make import contest
from tests.essays.scene import AFTER, AT, STEM, Scene
from tests.make import deeds

pytestmark = pytest.mark.django_db


def test_the_first_by_the_other_questions_are_marked_and_equals_with_them():
    scene = Scene(top=2)
    kept = [scene.wrote("Bài một", right) for right in (2, 1, 1)]
    scene.wrote("Bài yếu", 0)
    marking = scene.marking
    assert {one.submission_id for one in marking.essays.all()} == {one.pk for one in kept}
    assert (marking.top, marking.border, marking.left_out) == (2, Decimal(1), 1)
    assert sorted(one.number for one in marking.essays.all()) == [1, 2, 3]
    assert deeds()[-1] == "essays.begun"


def test_an_essay_keeps_its_text_hash_words_and_lines():
    scene = Scene()
    scene.wrote("Dạ, cần lắng nghe người dân.", 2)
    essay = scene.marking.essays.get()
    assert (essay.words, essay.points) == (6, Decimal(2))
    assert essay.sha256 == hash_of("Dạ, cần lắng nghe người dân.")
    assert essay.lines == [
        ["q1-0", "Nêu đúng thực trạng", "4"],
        ["q1-1", "Giải pháp cụ thể", "6"],
    ]
    (text,) = texts_of(essay)
    assert (text.stem, text.text) == (STEM, "Dạ, cần lắng nghe người dân.")


def test_of_several_sittings_the_counted_one_is_marked():
    scene = Scene()
    first = scene.wrote("Lần đầu", 0)
    second = scene.wrote("Lần hai", 2)
    entrant = first.sitting.entrant
    type(second.sitting).objects.filter(pk=second.sitting_id).update(entrant=entrant, ordinal=2)
    assert [one.submission_id for one in scene.marking.essays.all()] == [second.pk]


def test_nothing_begins_while_somebody_may_still_write():
    scene = Scene()
    late = scene.wrote("Bài")
    with pytest.raises(RoundStillOpen):
        begin(scene.round, "essays", by=scene.head, at=AT)
    Submission.objects.filter(pk=late.pk).delete()
    with pytest.raises(RoundStillOpen):
        begin(scene.round, "essays", by=scene.head, at=AFTER)
    assert not Essay.objects.exists()


def test_it_begins_once_and_not_without_essays():
    scene = Scene()
    with pytest.raises(NoEssays):
        begin(scene.round, "essays", by=scene.head, at=AFTER)
    scene.wrote("Bài")
    assert scene.marking.essays.count() == 1
    with pytest.raises(AlreadyBegun):
        begin(scene.round, "essays", by=scene.head, at=AFTER + timedelta(days=1))


def test_other_parts_have_no_essays():
    for round_, key in ((Scene().round, "paper"), (contest().rounds.get(), "essays")):
        with pytest.raises(Round.DoesNotExist):
            essay_part(round_, key, at=AFTER)


def test_what_is_cleared_takes_its_essay_with_it():
    scene = Scene()
    kept = scene.wrote("Bài")
    assert scene.marking.essays.count() == 1
    kept.sitting.delete()
    assert not Essay.objects.exists()
