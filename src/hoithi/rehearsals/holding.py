"""Holds a rehearsal: a twin of the contest, a false crowd through the exam room, trial results."""

import logging
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from hoithi.contests import actions
from hoithi.contests.facts import is_over, rulebook_of
from hoithi.contests.models import Contest, ContestState, Rehearsal, RehearsalState, Round
from hoithi.core.rulebook.rehearsal import papers_in, rounds_on_paper
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.questions import actions as questions
from hoithi.rehearsals.clearing import clear_wholly
from hoithi.rehearsals.contestant import Deeds
from hoithi.rehearsals.playing import Cast, planned, play
from hoithi.rehearsals.simulate import AT_ONCE, BESIDE_REAL_PEOPLE
from hoithi.rehearsals.watching import RoundPlayed, Stopped, Watcher
from hoithi.results.actions import look_for_signs, prepare, prepare_overall
from hoithi.results.actions.refusals import NothingToRank, RoundsMissing
from hoithi.sittings.actions.closing import close_overdue_of
from hoithi.sittings.actions.counting import count
from hoithi.sittings.actions.rounds import seal_round
from hoithi.wording import sentence

log = logging.getLogger(__name__)

PAPERS = 60
LATER_SHARE = 0.6
"""Of those who took part in the first round so many come back for each later one."""
_AFTER = timedelta(days=1)
"""After a round's closing every sitting of it is over."""


@task()
def hold_rehearsal(rehearsal_id: int) -> None:
    """A task of the worker. Begun again after a crash, it clears what was left and starts over."""
    rehearsal = actions.begin_run(rehearsal_id, at=clock.now())
    if rehearsal is None:
        return
    try:
        with Watcher(rehearsal) as watcher:
            _held(rehearsal, watcher)
            watcher.tell()
    except Stopped:
        _finish(rehearsal, RehearsalState.STOPPED)
    except Refusal as refusal:
        with translation.override("vi"):
            _finish(rehearsal, RehearsalState.FAILED, sentence(refusal))
    except Exception:
        log.exception("A rehearsal failed")
        with translation.override("vi"):
            trouble = _("Hệ thống gặp lỗi khi chạy thử. Người quản trị xem được lỗi trong nhật ký.")
        _finish(rehearsal, RehearsalState.FAILED, trouble)
    else:
        _finish(rehearsal, RehearsalState.PLAYED)


def _finish(rehearsal: Rehearsal, state: RehearsalState, trouble: str = "") -> None:
    actions.finish_run(rehearsal, state, at=clock.now(), trouble=trouble)


def _held(rehearsal: Rehearsal, watcher: Watcher) -> None:
    """The whole rehearsal. Raises Stopped, and refuses what a real contest would be refused."""
    clear_wholly(rehearsal.contest)
    twin = _prepared(rehearsal, at=clock.now())
    for round_ in _rounds(twin):
        watcher.tell()
        watcher.check()
        _played(round_, rehearsal, watcher)
    _whole(twin)


def _prepared(rehearsal: Rehearsal, *, at: datetime) -> Contest:
    """The twin with its banks, its sealed papers, and its room open."""
    twin = actions.found_twin(rehearsal, at=at)
    for bank in rehearsal.contest.banks.all():
        questions.use_in(bank, twin, by=rehearsal.asked_by, at=at)
    rules = rulebook_of(twin.versions.get())
    for round_ in twin.rounds.select_related("contest", "version"):
        if round_.opens_at and papers_in(rules, round_.key) and not is_over(round_, at):
            seal_round(round_, by=rehearsal.asked_by, at=at, size=PAPERS)
    actions.open_twin(twin)
    return twin


def _rounds(twin: Contest) -> list[Round]:
    """The rounds that the crowd plays, in order; those without a time, and those that were over
    when the rehearsal began, cannot be played."""
    keys = {one.key for one in rounds_on_paper(rulebook_of(twin.versions.get()))}
    rows = twin.rounds.filter(key__in=keys, opens_at__isnull=False, closes_at__isnull=False)
    in_order = rows.select_related("contest__body", "version").order_by("ordinal")
    return [one for one in in_order if not is_over(one, twin.created_at)]


def _played(round_: Round, rehearsal: Rehearsal, watcher: Watcher) -> None:
    share = LATER_SHARE if watcher.rounds else 1.0
    seed = f"chay-thu-{rehearsal.contest_id}"
    round_.contest.refresh_from_db()
    prepared = planned(round_, Cast(rehearsal.people, share, seed), at=clock.now())
    told = RoundPlayed(round_.key, round_.title, len(prepared.crowd))
    watcher.rounds.append(told)

    def hear(deeds: Deeds) -> None:
        told.deeds = deeds
        watcher.check()

    play(prepared, told=hear, at_once=_at_once(clock.now()))
    told.stop_watch()
    watcher.check()
    _trial_result(round_)


def _at_once(at: datetime) -> int:
    """Few beside a real round that is open: the exam room is never slowed."""
    real = Q(contest__state=ContestState.ANNOUNCED, contest__rehearses=None)
    is_open = Round.objects.filter(real, opens_at__lte=at, closes_at__gt=at).exists()
    return BESIDE_REAL_PEOPLE if is_open else AT_ONCE


def _trial_result(round_: Round) -> None:
    """What stands ready a minute after the closing: figures, placings, prizes, signs."""
    after = (round_.closes_at or clock.now()) + _AFTER
    close_overdue_of(round_, after)
    count(round_, at=clock.now())
    try:
        look_for_signs(prepare(round_, at=after), at=after)
    except NothingToRank:
        log.info("A round of a rehearsal has nothing to rank")


def _whole(twin: Contest) -> None:
    try:
        prepare_overall(twin, at=clock.now())
    except (NothingToRank, RoundsMissing):
        # Rounds held in a hall have no false people, so the whole has no ranking either.
        log.info("The whole of a rehearsal has nothing to rank")
