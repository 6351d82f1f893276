"""Giving up a draft contest that nobody was told of."""

from datetime import datetime

from django.db import transaction

from hoithi.contests.actions import close_twins
from hoithi.contests.models import Contest, ContestState
from hoithi.entries.models import Entrant
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class ContestKnown(Refusal):
    """The contest was announced: people rely on it, and what it did is kept."""


class SomebodyEntered(Refusal):
    """People, teams or units are registered in the contest (`count`)."""


def objection(contest: Contest) -> Refusal | None:
    """Why the contest cannot be deleted; None where it can."""
    if contest.rehearses_id is not None or contest.state != ContestState.DRAFT:
        return ContestKnown()
    entered = Entrant.objects.filter(contest=contest).count()
    return SomebodyEntered(count=entered) if entered else None


@transaction.atomic
def delete_contest(contest: Contest, *, by: Person, at: datetime) -> None:
    """Takes a draft away: nobody sees it from now on, and the worker clears all that it had.

    Its rehearsal ends with it. The journal keeps who deleted it, and how it was called. Refuses a
    contest that was announced, and one in which anybody is registered.
    """
    locked = Contest.objects.select_for_update().get(pk=contest.pk)
    if why := objection(locked):
        raise why
    locked.rehearsals.filter(cleared_at=None, ended_at=None).update(ended_at=at)
    close_twins(locked)
    locked.state = ContestState.DELETED
    locked.save(update_fields=["state"])
    facts = {
        "name": locked.title,
        "slug": locked.slug,
        "version": locked.versions.count(),
        "count": locked.rounds.count(),
    }
    journal.record("contests.deleted", locked, by=by, at=at, facts=facts)
