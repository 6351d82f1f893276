"""What each judge gave becomes the points of the part, by the rule of the rulebook."""

from decimal import Decimal

import pytest

from hoithi.core.jury import TooFewJudges
from hoithi.judging import actions
from hoithi.judging.facts import Fault
from hoithi.judging.models import PointsSheet
from tests import make
from tests.judging.test_sheets import AT, cluster, stage, teams, typist

pytestmark = pytest.mark.django_db
__all__ = ["cluster", "stage", "teams", "typist"]


def totals(teams, *each):
    return {
        team: [Decimal(one) for one in given.split()]
        for team, given in zip(teams, each, strict=True)
    }


def test_the_mean_of_the_judges_is_entered(cluster, teams, typist):
    given = totals(teams, "35 36 36.5", "38 39 39")
    sheet = actions.enter_totals(cluster, "skit", given, by=typist, at=AT)
    lines = dict(sheet.lines.values_list("entrant", "points"))
    assert lines == {teams[0]: Decimal("35.8300"), teams[1]: Decimal("38.6700")}
    assert make.deeds()[-1] == "judging.totals_entered"


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        pytest.param("-1 30", Fault.BELOW_NOTHING, id="below nothing"),
        pytest.param("1000 30", Fault.ABOVE_MOST, id="above the most"),
        pytest.param("NaN 30", Fault.BELOW_NOTHING, id="no number"),
    ],
)
def test_what_no_judge_can_have_given_enters_nothing(cluster, teams, typist, given, fault):
    with pytest.raises(actions.SheetFaulty) as refused:
        actions.enter_totals(cluster, "skit", totals(teams, given, "30 30"), by=typist, at=AT)
    assert [one.fault for one in refused.value.faults] == [fault]
    assert not PointsSheet.objects.exists()


def test_an_entrant_without_a_judge_enters_nothing(cluster, teams, typist):
    with pytest.raises(TooFewJudges):
        actions.enter_totals(cluster, "skit", totals(teams, "", "30"), by=typist, at=AT)
    assert not PointsSheet.objects.exists()
