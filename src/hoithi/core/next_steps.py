"""What is to be done next in a contest: from the facts to one ordered list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from hoithi.core.key_waiting import KeyWaiting
from hoithi.core.rounds import RoundState
from hoithi.core.step_keys import BY_ITSELF, StepKey

_OVER = frozenset({RoundState.CLOSED, RoundState.CANCELLED})
_ORDER = {key: place for place, key in enumerate(StepKey)}


@dataclass(frozen=True)
class ResultFacts:
    """How far the result of a round has come."""

    is_prepared: bool = False
    is_stale: bool = False
    """Something was decided since it was prepared."""
    undecided: int = 0
    unverified: int = 0
    is_approved: bool = False
    visible_from: datetime | None = None
    """From when the newest final result is public; None before there is one."""
    has_certificates: bool = False
    corrects: bool = False
    """A final result is out, and something was decided since that changes it."""


@dataclass(frozen=True)
class RoundFacts:
    """A round as it stands."""

    key: str
    title: str
    state: RoundState
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    publishes_at: datetime | None = None
    publishes_on_approval: bool = False
    """Its result comes out as soon as it is approved: what it waits for is due now."""
    is_trial: bool = False
    needs_papers: bool = True
    is_sealed: bool = False
    seal_is_broken: bool = False
    """Its questions were changed under the seal, behind the application."""
    outdated: int = 0
    """Questions of its sealed papers whose document no longer holds."""
    papers_unseen: bool = False
    """Nobody has looked at a simulation of its papers."""
    by_hand: bool = False
    """Points of some part are entered from paper."""
    points_missing: int = 0
    """Parts from paper without a sheet of points."""
    points_unconfirmed: int = 0
    result: ResultFacts = ResultFacts()


@dataclass(frozen=True)
class ContestFacts:
    """A contest as it stands."""

    slug: str
    title: str
    contradictions: int = 0
    """Of the newest version of the rules."""
    open_points: int = 0
    has_draft: bool = False
    is_in_force: bool = False
    """Some version of the rules is in force."""
    is_announced: bool = False
    is_rehearsed: bool = False
    has_bank: bool = False
    to_review: int = 0
    corrections: int = 0
    """Requests to stand for another unit that wait."""
    remarks: int = 0
    """Remarks on results without an answer."""
    remarks_due: datetime | None = None
    """The day by which the oldest of them is to be answered."""
    keys_waiting: tuple[KeyWaiting, ...] = ()
    rounds: tuple[RoundFacts, ...] = ()


@dataclass(frozen=True)
class Step:
    """One line of the list: what, where, by when, and how many."""

    key: StepKey
    slug: str
    contest: str
    round_key: str = ""
    round_title: str = ""
    due: datetime | None = None
    count: int = 0
    is_overdue: bool = False
    corrects: bool = False
    """It is done about a result that is out already."""
    key_waiting: KeyWaiting | None = None

    @property
    def by_itself(self) -> bool:
        """Whether it happens at its moment without anybody's doing."""
        return self.key in BY_ITSELF


def next_steps(contests: Iterable[ContestFacts], at: datetime) -> list[Step]:
    """Everything to be done now in these contests: what is due first stands first.

    Steps due at the same moment stand in the order of a contest's life; what has no date comes
    last. A round shows what it waits for only, so the list stays short.
    """
    steps = [step for contest in contests for step in _of_contest(contest, at)]
    return sorted(steps, key=_urgency)


def _urgency(step: Step) -> tuple[bool, float, int, str]:
    return step.due is None, step.due.timestamp() if step.due else 0, _ORDER[step.key], step.slug


def _of_contest(contest: ContestFacts, at: datetime) -> Iterator[Step]:
    first = _first_opening(contest)
    for key, count in _preparations(contest):
        yield _step(key, contest, at, due=first, count=count)
    if not contest.is_in_force:
        return
    for round_ in contest.rounds:
        yield from (*_of_papers(contest, round_, at), *_of_state(contest, round_, at))
    yield from _requests(contest, at)


def _requests(contest: ContestFacts, at: datetime) -> Iterator[Step]:
    """What people ask over the whole contest."""
    if contest.corrections:
        due, count = _next_result(contest), contest.corrections
        yield _step(StepKey.DECIDE_CORRECTIONS, contest, at, due=due, count=count)
    if contest.remarks:
        due, count = contest.remarks_due, contest.remarks
        yield _step(StepKey.ANSWER_REMARKS, contest, at, due=due, count=count)
    for waiting in contest.keys_waiting:
        yield replace(_step(StepKey.APPROVE_KEY, contest, at, due=at), key_waiting=waiting)


def _next_result(contest: ContestFacts) -> datetime | None:
    """When the next result comes out, which counts people for the units they stand for then."""
    begun = {RoundState.OPEN, RoundState.PAUSED, RoundState.CLOSED}
    awaited = [r for r in contest.rounds if r.state in begun and not r.is_trial]
    moments = [r.publishes_at or r.closes_at for r in awaited if r.result.visible_from is None]
    return min((moment for moment in moments if moment is not None), default=None)


def _first_opening(contest: ContestFacts) -> datetime | None:
    """By when preparations must be done: the next opening, or one missed without papers."""
    running = {RoundState.OPEN, RoundState.PAUSED}
    missed = [r.opens_at for r in contest.rounds if r.state in running and not _has_papers(r)]
    coming = [r.opens_at for r in contest.rounds if r.state is RoundState.COMING]
    return min((moment for moment in missed or coming if moment is not None), default=None)


def _has_papers(round_: RoundFacts) -> bool:
    return round_.is_sealed or not round_.needs_papers


def _preparations(contest: ContestFacts) -> Iterator[tuple[StepKey, int]]:
    sits_papers = any(round_.needs_papers for round_ in contest.rounds)
    counted_rounds = [r for r in contest.rounds if not (r.is_trial and r.state in _OVER)]
    unopened = all(r.state in {RoundState.COMING, RoundState.UNDATED} for r in counted_rounds)
    is_sound = contest.is_in_force and not contest.open_points
    waiting = (
        (StepKey.RESOLVE, contest.contradictions),
        (StepKey.ANSWER, contest.open_points),
        (StepKey.PUT_IN_FORCE, contest.has_draft and not contest.contradictions),
        (StepKey.CHOOSE_BANK, sits_papers and not contest.has_bank),
        (StepKey.REVIEW, contest.to_review),
        (StepKey.ANNOUNCE, is_sound and not contest.is_announced),
        (
            StepKey.REHEARSE,
            is_sound and sits_papers and contest.has_bank and unopened and not contest.is_rehearsed,
        ),
    )
    counted = {StepKey.RESOLVE, StepKey.ANSWER, StepKey.REVIEW}
    yield from ((key, int(it) if key in counted else 0) for key, it in waiting if it)


def _of_papers(contest: ContestFacts, round_: RoundFacts, at: datetime) -> Iterator[Step]:
    is_coming = round_.state is RoundState.COMING and not round_.is_trial
    if is_coming and contest.has_bank and round_.needs_papers and round_.papers_unseen:
        yield _step(StepKey.SIMULATE, contest, at, round_, due=round_.opens_at)
    runs = round_.state in {RoundState.COMING, RoundState.OPEN, RoundState.PAUSED}
    if runs and contest.has_bank and not _has_papers(round_):
        yield _step(StepKey.SEAL, contest, at, round_, due=round_.opens_at)
    if runs and (count := round_.outdated):
        yield _step(StepKey.BASES_CHANGED, contest, at, round_, due=round_.opens_at, count=count)


def _of_state(contest: ContestFacts, round_: RoundFacts, at: datetime) -> Iterator[Step]:
    if round_.seal_is_broken and round_.result.visible_from is None:
        yield _step(StepKey.SEAL_BROKEN, contest, at, round_, due=at)
    if round_.state is RoundState.COMING and contest.is_announced and _has_papers(round_):
        yield _step(StepKey.OPENS, contest, at, round_, due=round_.opens_at)
    if round_.state is RoundState.PAUSED:
        yield _step(StepKey.RESUME, contest, at, round_, due=at)
    if round_.state is RoundState.OPEN and contest.is_announced:
        yield _step(StepKey.WATCH, contest, at, round_, due=round_.closes_at)
    # A plan may leave the day of a hall open; its points are entered all the same.
    is_held = round_.by_hand and round_.state is RoundState.UNDATED
    if (round_.state is RoundState.CLOSED or is_held) and not round_.is_trial:
        yield from _of_result(contest, round_, at)


def _of_result(contest: ContestFacts, round_: RoundFacts, at: datetime) -> Iterator[Step]:
    result, due = round_.result, round_.publishes_at or round_.closes_at
    if round_.publishes_on_approval:
        due = at
    if result.corrects:
        # The public reads what is no longer so: nothing else about this round comes before it.
        key, count = _before_publication(round_)
        yield replace(_step(key, contest, at, round_, due=at, count=count), corrects=True)
        return
    if result.visible_from is None:
        key, count = _before_publication(round_)
        yield _step(key, contest, at, round_, due=due, count=count)
        return
    if result.visible_from > at:
        yield _step(StepKey.APPEARS, contest, at, round_, due=result.visible_from)
    if not result.has_certificates:
        yield _step(StepKey.CERTIFICATES, contest, at, round_)


def _before_publication(round_: RoundFacts) -> tuple[StepKey, int]:
    result = round_.result
    waiting = (
        (StepKey.ENTER_POINTS, round_.points_missing),
        (StepKey.CONFIRM_POINTS, round_.points_unconfirmed),
        (StepKey.PREPARE, int(not result.is_prepared or result.is_stale)),
        (StepKey.SETTLE_TIES, result.undecided),
        (StepKey.TELEPHONE, result.unverified),
        (StepKey.APPROVE, int(not result.is_approved)),
    )
    return next(((key, count) for key, count in waiting if count), (StepKey.PUBLISH, 0))


def _step(
    key: StepKey,
    contest: ContestFacts,
    at: datetime,
    round_: RoundFacts | None = None,
    *,
    due: datetime | None = None,
    count: int = 0,
) -> Step:
    return Step(
        key=key,
        slug=contest.slug,
        contest=contest.title,
        round_key=round_.key if round_ else "",
        round_title=round_.title if round_ else "",
        due=due,
        count=count,
        is_overdue=due is not None and due < at and key not in BY_ITSELF,
    )
