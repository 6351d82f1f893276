"""What the calendar asks of results: prepare after closing, publish at the set minute."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import Exists, F, Max, OuterRef, Q

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import PUBLIC_STATES, current_version, rules_of_round
from hoithi.core.rulebook.document import RoundScope, Rulebook, UnverifiedRule
from hoithi.core.rulebook.ranking import ContestTotal
from hoithi.core.rulebook.windows import awarded_once
from hoithi.results import queries
from hoithi.results.actions.applying import apply
from hoithi.results.actions.correcting import reckon_preview
from hoithi.results.actions.item_statistics import reckon_statistics
from hoithi.results.actions.mornings import report_morning
from hoithi.results.actions.preparing import prepare, prepare_overall
from hoithi.results.actions.publishing import publish, publish_preliminary
from hoithi.results.actions.refusals import AlreadyPublished, DraftStale
from hoithi.results.actions.storing import clear_abandoned
from hoithi.results.actions.watching import look_for_signs
from hoithi.results.models import CorrectedRound, CorrectionState, Draft, KeyCorrection, Result
from hoithi.results.queries import marks
from hoithi.results.queries.mornings import mornings_due
from hoithi.results.queries.watched import drafts_unwatched
from hoithi.sittings.queries.figures import contest_figures

Deed = Callable[[], object]
AFTER_CLOSING = timedelta(minutes=1)
"""So long after a round has closed its candidates stand ready."""
_COUNTED_AT_ONCE = 3


def due(at: datetime) -> Iterable[Deed]:
    """Deeds derived from rows: done twice, or late after a crash, they come to the same."""
    yield partial(clear_abandoned, at)
    yield from _corrections(at)
    for draft in drafts_unwatched():
        yield partial(look_for_signs, draft, at=at)
    for round_ in _rounds_unfinished(at):
        yield from _deeds(round_.contest, round_, at)
    for contest in _contests_over(at):
        yield from _deeds(contest, None, at)
    for round_ in _uncounted():
        yield partial(reckon_statistics, round_, at=at)
    for contest, day in mornings_due(at):
        yield partial(_report, contest, day, at)


def _corrections(at: datetime) -> Iterator[Deed]:
    """Corrections of keys to be reckoned for the second person, or to be carried out."""
    waiting = KeyCorrection.objects.filter(
        state__in=[CorrectionState.PREPARING, CorrectionState.APPROVED]
    ).select_related("version__question__bank", "base", "decided_by")
    for correction in waiting:
        if correction.state == CorrectionState.PREPARING:
            yield partial(reckon_preview, correction, at=at)
        else:
            yield partial(apply, correction, at=at)


def _uncounted() -> Iterable[Round]:
    """Rounds with a draft, or a corrected key, that is newer than their statistics; long after
    anybody sits there. A key that changes no result prepares no new draft."""
    newest = Max("drafts__prepared_at")
    drawn = Round.objects.filter(drafts__isnull=False, pools__isnull=False)
    corrected = CorrectedRound.objects.filter(
        round=OuterRef("pk"), correction__done_at__gt=OuterRef("statistics__made_at")
    )
    rows = drawn.annotate(newest=newest).filter(
        Q(statistics=None) | Q(statistics__made_at__lt=F("newest")) | Exists(corrected)
    )
    return rows.order_by("pk")[:_COUNTED_AT_ONCE]


def _rounds_unfinished(at: datetime) -> Iterable[Round]:
    """Rounds that closed a minute ago or longer and have no final result."""
    return (
        Round.objects.filter(
            contest__state__in=PUBLIC_STATES,
            contest__rehearses=None,
            closes_at__lte=at - AFTER_CLOSING,
            cancelled_at=None,
            clock_stopped=False,
        )
        .exclude(scope=RoundScope.TRIAL)
        .exclude(results__in=Result.objects.filter(preliminary=False))
        .select_related("contest__body", "version")
    )


def _contests_over(at: datetime) -> Iterator[Contest]:
    """Contests whose every round has its draft, and the whole no final result yet."""
    finished = Result.objects.filter(round=None, preliminary=False)
    found = Contest.objects.filter(
        state__in=PUBLIC_STATES, rehearses=None, drafts__round__isnull=False
    )
    for contest in found.exclude(results__in=finished).select_related("body").distinct():
        drafts = queries.round_drafts(contest)
        rules = rulebook_of(current_version(contest, at=at))
        if _has_whole(rules) and not queries.rounds_unprepared(contest, drafts):
            yield contest


def _has_whole(rulebook: Rulebook) -> bool:
    """Whether the rules give the contest as a whole a ranking, a collective ranking or a prize."""
    ranked = rulebook.overall.total is not ContestTotal.NONE
    return ranked or bool(rulebook.collectives) or any(map(awarded_once, rulebook.prizes))


def _deeds(contest: Contest, round_: Round | None, at: datetime) -> Iterator[Deed]:
    draft = queries.newest_draft(contest, round_)
    if draft is None or queries.is_stale(draft):
        if round_ is None:
            yield partial(prepare_overall, contest, at=at)
        elif marks.is_settled(round_):
            yield partial(prepare, round_, at=at)
        return
    if _publication_due(draft, at):
        yield partial(publish_in_time, draft, at=at)


def _publication_due(draft: Draft, at: datetime) -> bool:
    if queries.publishes_on_approval(draft):
        return draft.approvals.exists()
    moment = queries.publishes_at(draft)
    return moment is not None and moment <= at


def _report(contest: Contest, day: date, at: datetime) -> None:
    report_morning(contest, day, contest_figures(contest), at=at)


def publish_in_time(draft: Draft, *, at: datetime) -> Result | None:
    """Publishes what is approved; what is not, as the rules chose: a first list, or nothing.

    Another process may have published it a moment before: then there is nothing to do.
    """
    try:
        if draft.approvals.exists():
            return publish(draft, by=None, at=at)
        if _list_wanted(draft, at=at) and queries.last_result(draft) is None:
            return publish_preliminary(draft, at=at)
    except (AlreadyPublished, DraftStale):
        return None
    return None


def _list_wanted(draft: Draft, *, at: datetime) -> bool:
    """Whether the rules show an unverified list at the set minute."""
    if draft.round:
        rules = rules_of_round(draft.round, at=at)
    else:
        rules = rulebook_of(current_version(draft.contest, at=at))
    return rules.publication.unverified is UnverifiedRule.PRELIMINARY
