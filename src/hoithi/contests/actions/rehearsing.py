"""Rehearsals (chạy thử): asked for by the organiser, played by the worker on a twin, cleared."""

import secrets
from datetime import datetime

from django.db import transaction

from hoithi.contests.facts import indexed, is_over, rulebook_of, written
from hoithi.contests.models import (
    Contest,
    ContestState,
    Rehearsal,
    RehearsalState,
    Round,
    RulebookVersion,
)
from hoithi.core.rehearsing import NotNow, Readiness, clear_at, not_now
from hoithi.core.rulebook.checks import open_points
from hoithi.core.rulebook.rehearsal import rounds_on_paper, with_try_round
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person

MOST_PEOPLE = 10_000
"""More false people than that are the matter of `hoithi contest simulate`."""


class NotToBeRehearsed(Refusal):
    """The contest cannot be rehearsed now."""

    def __init__(self, why: NotNow) -> None:
        super().__init__(why=why)
        self.why = why


class NoRehearsal(Refusal):
    """There is no rehearsal that could be ended: it was cleared already."""


@transaction.atomic
def rehearse(contest: Contest, people: int, *, by: Person, at: datetime) -> Rehearsal:
    """Asks the worker to let so many false people play the contest on a twin of it.

    Refuses a contest that is not prepared, opens within the hour, or is being rehearsed.
    """
    locked = Contest.objects.select_for_update().get(pk=contest.pk)
    opening = next_opening(locked, at)
    why = not_now(_readiness(locked, opening, at), at)
    if why or opening is None:
        raise NotToBeRehearsed(why or NotNow.UNDATED)
    asked = Rehearsal.objects.create(
        contest=locked,
        people=min(max(people, 1), MOST_PEOPLE),
        asked_by=by,
        asked_at=at,
        beat_at=at,
        clear_at=clear_at(opening, at),
    )
    journal.record("contests.rehearsed", locked, by=by, at=at, facts={"people": asked.people})
    return asked


def objection(contest: Contest, *, at: datetime) -> NotNow | None:
    """Why the contest cannot be rehearsed now; None where it can."""
    return not_now(_readiness(contest, next_opening(contest, at), at), at)


def next_opening(contest: Contest, at: datetime) -> datetime | None:
    """When the first round that is not over opens, or has opened, trials included; None where no
    such round has a time."""
    left = (one for one in contest.rounds.all() if not is_over(one, at))
    return min((one.opens_at for one in left if one.opens_at is not None), default=None)


def _readiness(contest: Contest, opening: datetime | None, at: datetime) -> Readiness:
    in_force = contest.versions.filter(effective_at__lte=at).order_by("-number").first()
    rules = rulebook_of(in_force) if in_force else None
    keys = {one.key for one in rounds_on_paper(rules)} if rules else set()
    on_paper = [one for one in contest.rounds.all() if one.key in keys]
    return Readiness(
        is_twin=contest.rehearses_id is not None,
        in_force=rules is not None,
        open_points=len(open_points(rules)) if rules else 0,
        rounds_on_paper=len(keys),
        first_opening=opening,
        is_running=contest.rehearsals.filter(cleared_at=None).exists(),
        is_over=bool(on_paper) and all(is_over(one, at) for one in on_paper),
    )


@transaction.atomic
def found_twin(rehearsal: Rehearsal, *, at: datetime) -> Contest:
    """The contest that the false people take: the same rules and times, and a round to try in.

    Nobody lists it and nothing of it is ever published; its address cannot be guessed.
    """
    contest = rehearsal.contest
    rules = rulebook_of(contest.versions.filter(effective_at__lte=at).latest("number"))
    rules = with_try_round(rules, at, rehearsal.clear_at)
    twin = Contest.objects.create(
        campaign=contest.campaign,
        body=contest.body,
        slug=f"chay-thu-{secrets.token_hex(8)}",
        title=contest.title,
        kind=contest.kind,
        rehearses=contest,
        created_by=rehearsal.asked_by,
        created_at=at,
    )
    version = RulebookVersion(contest=twin, number=1, effective_at=at, made_at=at)
    written(version, rules).save()
    for ordinal, stated in enumerate(rules.rounds, start=1):
        row = Round(contest=twin, key=stated.key, version=version)
        indexed(row, rules, stated, ordinal).save()
    Rehearsal.objects.filter(pk=rehearsal.pk).update(twin=twin)
    return twin


def open_twin(twin: Contest) -> None:
    """Lets the exam room see the twin, once its papers are sealed."""
    Contest.objects.filter(pk=twin.pk, rehearses__isnull=False).update(state=ContestState.ANNOUNCED)


@transaction.atomic
def end_rehearsal(contest: Contest, *, by: Person, at: datetime) -> None:
    """Ends the rehearsal: no false person does anything any more, and the worker clears it."""
    running = contest.rehearsals.select_for_update().filter(cleared_at=None)
    if not running.update(ended_at=at):
        raise NoRehearsal
    close_twins(contest)
    journal.record("contests.rehearsal_ended", contest, by=by, at=at)


def close_twins(contest: Contest) -> None:
    """Shuts the exam room for every twin of the contest."""
    contest.twins.update(state=ContestState.CANCELLED)


def has_cleared(rehearsal: Rehearsal, *, at: datetime) -> None:
    """Writes down that nothing false is left; what was counted stays as its record."""
    done = Rehearsal.objects.filter(pk=rehearsal.pk, cleared_at=None).update(cleared_at=at)
    if done:
        facts = {"people": rehearsal.people}
        journal.record("contests.rehearsal_cleared", rehearsal.contest, by=None, at=at, facts=facts)


def begin_run(rehearsal_id: int, *, at: datetime) -> Rehearsal | None:
    """A rehearsal whose play begins now, or again after a crash; None where nobody wants it."""
    wanted = Rehearsal.objects.filter(pk=rehearsal_id, ended_at=None, cleared_at=None)
    with transaction.atomic():
        found = (
            wanted.select_for_update(of=("self",))
            .filter(state__in=[RehearsalState.QUEUED, RehearsalState.PLAYING], clear_at__gt=at)
            .select_related("contest__body", "contest__campaign")
            .first()
        )
        if found is None:
            return None
        found.run += 1
        found.state, found.beat_at = RehearsalState.PLAYING, at
        found.save(update_fields=["run", "state", "beat_at"])
        return found


def still_wanted(rehearsal: Rehearsal, progress: list[object], *, at: datetime) -> bool:
    """Writes down how far the run is; whether it is to go on."""
    return bool(
        Rehearsal.objects.filter(
            pk=rehearsal.pk, run=rehearsal.run, ended_at=None, cleared_at=None, clear_at__gt=at
        ).update(progress=progress, beat_at=at)
    )


def finish_run(
    rehearsal: Rehearsal, state: RehearsalState, *, at: datetime, trouble: str = ""
) -> None:
    """Writes down how the run ended, unless another one has begun meanwhile."""
    played_at = at if state == RehearsalState.PLAYED else None
    Rehearsal.objects.filter(pk=rehearsal.pk, run=rehearsal.run).update(
        state=state, trouble=trouble, played_at=played_at, beat_at=at
    )
