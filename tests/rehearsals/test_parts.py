"""A rehearsal of a round with several papers plays all of them."""

from collections import Counter

from hoithi.contests.models import RehearsalState
from hoithi.results.models import Draft
from hoithi.results.queries import stored
from hoithi.sittings.models import Sitting
from tests import make
from tests.live.scene import SECOND
from tests.rehearsals.test_holding import held


def test_everybody_sits_every_paper_and_the_points_add_up(of_two_papers):
    made = held(of_two_papers, make.person(of=of_two_papers.body), 6)
    assert (made.state, made.trouble) == (RehearsalState.PLAYED, "")
    week = made.twin.rounds.get(key="week-1")
    parts = Sitting.objects.filter(round=week).values_list("part_key", flat=True)
    assert Counter(parts) == {"paper": 6, SECOND: 6}
    told = [(one["people"], one["sittings"], one["submissions"]) for one in made.progress]
    assert told[0] == (6, 12, 12)
    draft = Draft.objects.get(round=week)
    assert {int(one.most) for one in stored.lines(draft.pk, 0, 9)} == {16}
