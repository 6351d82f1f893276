"""Results of a round of several papers: points add up, and what was left out is said."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from hoithi.results import actions
from hoithi.results.queries import stored
from hoithi.results.queries.explaining import line_sheet
from hoithi.wording.explaining import line_document
from tests.live import scene
from tests.live.scene import AT, SECOND
from tests.sittings.make import right_of, sitting, submission

pytestmark = pytest.mark.django_db


def handed_in(who, part, **facts):
    """A paper with everything right."""
    made = sitting(who, AT + timedelta(hours=who.sittings.count()), part_key=part)
    return submission(made, right_of(made.paper, who.contest), **facts)


def prepared(contest):
    week = contest.rounds.get()
    return actions.prepare(week, at=week.closes_at + timedelta(hours=1))


@pytest.fixture
def both_and_one():
    """Somebody who did both papers, and somebody who left the second one out."""
    contest = scene.contest(scene.two_papers())
    both, one = (scene.entrant(contest, name=name) for name in ("A**", "B**"))
    receipts = [handed_in(both, "paper").receipt, handed_in(both, SECOND).receipt]
    handed_in(one, "paper")
    return both, one, receipts


def test_points_of_the_papers_add_up_and_all_are_asked_for(both_and_one):
    both, one, _ = both_and_one
    draft = prepared(both.contest)
    lines = stored.lines(draft.pk, 0, 9)
    assert [(line.entrant, line.place, line.points, line.most) for line in lines] == [
        (both.pk, 1, 16, 16),
        (one.pk, 2, 8, 16),
    ]
    statistics = stored.statistics(draft.pk)
    assert (statistics.people, statistics.sittings, statistics.full_marks) == (2, 3, 1)


def test_the_sheet_names_the_paper_of_each_sitting_and_the_one_left_out(both_and_one):
    both, one, receipts = both_and_one
    draft = prepared(both.contest)
    whole, part = line_sheet(draft, both), line_sheet(draft, one)
    assert (whole.unsat, part.unsat) == ((), ("Bài nghị quyết",))
    table = line_document(whole, sha256="x").blocks[-1]
    assert table.headings[0] == "Bài thi"
    assert [row[:2] for row in table.rows] == [
        ("Bài pháp luật", receipts[0]),
        ("Bài nghị quyết", receipts[1]),
    ]
    said = [getattr(block, "text", "") for block in line_document(part, sha256="x").blocks]
    assert "Không làm (được tính 0 điểm): Bài nghị quyết." in said


def test_a_prediction_asked_in_the_second_paper_is_settled():
    rules = scene.two_papers()
    first, second = rules.parts
    parts = (replace(first, prediction=None), replace(second, prediction=scene.ASKED))
    contest = scene.contest(replace(rules, parts=parts))
    who = scene.entrant(contest)
    handed_in(who, "paper")
    handed_in(who, SECOND, prediction=7)
    (settled,) = stored.head(prepared(contest).pk).predicted
    assert (settled.target, settled.truth) == ("contestants", 1)
