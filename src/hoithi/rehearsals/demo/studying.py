"""The study set of the demonstration: part of the bank, public with its answers."""

from collections import Counter
from datetime import datetime

from hoithi.contests.models import Contest
from hoithi.people.models import RoleName
from hoithi.rehearsals.demo.founding import Founded
from hoithi.sittings.actions.releasing import release
from hoithi.study.actions import Terms
from hoithi.study.models import StudyRelease
from hoithi.study.queries import releasable

_OF_EACH_FIELD = 6


def release_for_study(founded: Founded, contest: Contest, *, at: datetime) -> StudyRelease:
    """The first questions of each field are released by the organiser."""
    bank = founded.body.banks.get()
    taken: Counter[str] = Counter()
    chosen = set()
    for version in releasable(bank, contest):
        if taken[version.field] < _OF_EACH_FIELD:
            taken[version.field] += 1
            chosen.add(version.question_id)
    terms = Terms(contest, at, "Thông báo số 05/TB-BTC")
    return release(bank, chosen, terms, by=founded.holder(RoleName.ORGANISER), at=at)
