"""Saying that a body has one official only, so that signed paper closes what two would do."""

from datetime import datetime

from django.db import transaction

from hoithi.contests.models import Contest
from hoithi.journal import actions as journal
from hoithi.people.models import Person


@transaction.atomic
def declare_officials(
    contest: Contest, *, one_official: bool, reason: str, by: Person, at: datetime
) -> Contest:
    """Records whether one official alone runs the contest, and why; saying it again is no deed."""
    locked = Contest.objects.select_for_update().get(pk=contest.pk)
    if locked.one_official == one_official:
        return locked
    locked.one_official = one_official
    locked.save(update_fields=["one_official"])
    facts = {"one_official": one_official, "reason": reason}
    journal.record("contests.officials_declared", locked, by=by, at=at, facts=facts)
    return locked
