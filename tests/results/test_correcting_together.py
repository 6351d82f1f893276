"""Two people press at the same moment: one correction, one key, one result."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from hoithi.kit.refusals import Refusal
from hoithi.people.models import RoleName
from hoithi.results.actions.applying import apply, correction_of
from hoithi.results.actions.correcting import approve_correction
from hoithi.results.models import CorrectionState, Result
from tests import make
from tests.live.conftest import database as database  # the fixture of the room's tests
from tests.results.keys import AFTER, Week

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("database")]


def at_once(deeds):
    """Does everything in threads that start together; the names of what came of each."""
    start, told = Barrier(len(deeds)), []

    def run(deed):
        start.wait()
        try:
            deed()
            told.append("done")
        except Refusal as refusal:
            told.append(type(refusal).__name__)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(told)


def test_of_two_approvals_one_counts():
    week = Week()
    week.verify(1)
    week.published()
    correction = week.proposed()
    chiefs = [make.holder(RoleName.APPROVER, over=week.contest.body) for _ in range(4)]
    told = at_once(
        [lambda who=who: approve_correction(correction, by=who, at=AFTER) for who in chiefs]
    )
    assert told.count("done") == 1
    assert set(told) <= {"done", "CorrectionDecided", "PreviewStale"}
    assert week.version.keys.count() == 2
    approved = correction_of(correction.pk)
    assert approved.state == CorrectionState.APPROVED
    apply(approved, at=AFTER)
    assert Result.objects.filter(round=week.round).count() == 2
