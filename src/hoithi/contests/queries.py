"""Contests as somebody may see them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q, QuerySet

from hoithi.contests.facts import Decided, rulebook_of, state_at, stops_of, times_of
from hoithi.contests.models import (
    Contest,
    ContestState,
    DecisionKind,
    JoinedContest,
    Rehearsal,
    Round,
    RoundDecision,
    RulebookVersion,
)
from hoithi.core.attempts import Stop
from hoithi.core.rounds import RoundState, RoundTimes
from hoithi.core.rulebook.document import RoundScope, Rulebook
from hoithi.core.rulebook.windows import stated_end
from hoithi.people.models import OrganisingBody, Person, RoleName
from hoithi.people.queries import reach

STAFF = (
    RoleName.ADMINISTRATOR,
    RoleName.ORGANISER,
    RoleName.SECRETARY,
    RoleName.APPROVER,
    RoleName.AUDITOR,
)
"""Roles that see a contest from the inside; what they may do there is asked for by each deed."""
EDITORS = (RoleName.ORGANISER,)
AT_HOME = (*STAFF, RoleName.QUESTION_WRITER, RoleName.QUESTION_REVIEWER)
"""Roles whose work begins on the home of a body; what they see there is their own."""
PUBLIC_STATES = (ContestState.ANNOUNCED, ContestState.CLOSED)


def contest_for(person: Person, slug: str, *names: RoleName, at: datetime) -> Contest:
    """The contest of this address for somebody who holds one of the roles over it.

    Without names: any role that works on contests. Raises DoesNotExist for everybody else.
    """
    over = reach(person, *(names or STAFF), at=at)
    # Whoever holds a role over a contest holds it over the twin that rehearses it.
    reached = over.within("body", "id") | over.within("body", "rehearses_id")
    return _there().select_related("body", "campaign").get(reached, slug=slug)


def _there() -> QuerySet[Contest]:
    """Contests that were not deleted, nor their twins."""
    gone = Q(state=ContestState.DELETED) | Q(rehearses__state=ContestState.DELETED)
    return Contest.objects.exclude(gone)


def contests_of(person: Person, *, at: datetime) -> QuerySet[Contest]:
    """Contests the person works on, the newest first; rehearsals apart."""
    over = reach(person, *STAFF, at=at)
    return (
        _there()
        .filter(over.within("body", "id"), rehearses=None)
        .select_related("body")
        .order_by("-created_at")
    )


def shared_with_body(person: Person, slug: str, *, at: datetime) -> QuerySet[Contest]:
    """Contests of other bodies whose totals the body of this address sees, the newest first.

    For those who hold a role over the whole body; who works on one of its contests only sees
    nothing of others.
    """
    over = reach(person, *STAFF, at=at)
    shared = Contest.objects.filter(
        shared_with__slug=slug, shared_with__in=over.bodies, state__in=PUBLIC_STATES
    )
    return shared.select_related("body").prefetch_related("rounds").order_by("-created_at")


def body_over(person: Person, slug: str, *, at: datetime) -> OrganisingBody:
    """The body of this address, for somebody who holds a role over the whole of it."""
    return OrganisingBody.objects.get(reach(person, *STAFF, at=at).within("id"), slug=slug)


def announced(slug: str) -> Contest:
    """A public contest (or a rehearsal, for those who know its address)."""
    public = Contest.objects.select_related("body", "campaign").prefetch_related("rounds")
    return public.get(Q(state__in=PUBLIC_STATES), slug=slug)


def public_contests() -> QuerySet[Contest]:
    """What the front page lists: announced and closed contests, rehearsals left out."""
    return (
        Contest.objects.filter(state__in=PUBLIC_STATES, rehearses=None)
        .select_related("body")
        .prefetch_related("rounds")
        .order_by("state", "-created_at")
    )


def current_version(contest: Contest, *, at: datetime) -> RulebookVersion:
    """The version in force at that moment. Raises DoesNotExist before the first."""
    return contest.versions.filter(effective_at__lte=at).latest("number")


def counting_units(body: OrganisingBody, *, at: datetime) -> frozenset[str]:
    """Codes of the units whose staff counts hold, as the contests of a body say in their rules."""
    there = Contest.objects.filter(body=body, rehearses=None, versions__effective_at__lte=at)
    versions = (current_version(contest, at=at) for contest in there.distinct())
    return frozenset(code for one in versions for code in rulebook_of(one).entry.counted_by)


def draft_version(contest: Contest) -> RulebookVersion | None:
    """The version being written, if there is one."""
    return contest.versions.filter(effective_at=None).order_by("-number").first()


def newest_version(contest: Contest) -> RulebookVersion:
    """The version an organiser edits next: the draft, else the one in force."""
    return contest.versions.latest("number")


def rules_of_round(round_: Round, *, at: datetime) -> Rulebook:
    """The rules a round runs under: those it was prepared with, else those in force."""
    version = round_.version or current_version(round_.contest, at=at)
    return rulebook_of(version)


def times_within(round_: Round, *, at: datetime) -> RoundTimes:
    """The times of a round, with the next opening and the end of the contest that bound it.

    The end is what the rules in force state for the whole contest; rounds held side by side do
    not bound each other.
    """
    others = round_.contest.rounds.filter(cancelled_at=None).exclude(scope=RoundScope.TRIAL)
    openings = [one.opens_at for one in others.exclude(pk=round_.pk) if one.opens_at]
    closes_at = round_.closes_at
    in_force = version_in_force(round_.contest, at=at)
    return replace(
        times_of(round_),
        next_opens_at=min((o for o in openings if closes_at and o >= closes_at), default=None),
        contest_closes_at=stated_end(rulebook_of(in_force)) if in_force else None,
    )


def open_round(contest: Contest, *, at: datetime) -> Round | None:
    """The round that is open now; the earliest where several are."""
    rounds = contest.rounds.select_related("version")
    return next((r for r in rounds if state_at(r, at) is RoundState.OPEN), None)


def next_round(contest: Contest, *, at: datetime) -> Round | None:
    """The next round that will open."""
    coming = [r for r in contest.rounds.all() if state_at(r, at) is RoundState.COMING]
    return min(coming, key=lambda r: r.opens_at or at, default=None)


def round_for(person: Person, slug: str, key: str, *names: RoleName, at: datetime) -> Round:
    """A round of a contest that the person may work on in one of these roles."""
    contest = contest_for(person, slug, *names, at=at)
    return contest.rounds.select_related("contest__body", "version").get(key=key)


def decisions_shown(contest: Contest) -> QuerySet[RoundDecision]:
    """What was decided about rounds, newest first, as contestants see it at once."""
    return contest.decisions.select_related("round").order_by("-decided_at")


def pause_reasons(rounds: Collection[int]) -> dict[int, str]:
    """Why these rounds were paused last; no query for none."""
    if not rounds:
        return {}
    rows = RoundDecision.objects.filter(round__in=rounds, kind=DecisionKind.PAUSE)
    told = rows.order_by("decided_at", "pk").values_list("round_id", "reason")
    return dict(told)


def stops(rounds: Collection[int], *, at: datetime) -> dict[int, tuple[Stop, ...]]:
    """When the clocks of these rounds stood still; rounds without a stop are left out."""
    rows = RoundDecision.objects.filter(round__in=rounds).order_by("decided_at", "pk")
    decided: dict[int, list[Decided]] = {}
    fields = ("round_id", "kind", "stops_clock", "decided_at")
    for round_id, kind, stops_clock, decided_at in rows.values_list(*fields):
        if round_id is not None:
            decided.setdefault(round_id, []).append(Decided(kind, stops_clock, decided_at))
    found = {round_id: stops_of(each, at) for round_id, each in decided.items()}
    return {round_id: each for round_id, each in found.items() if each}


def bodies_of(person: Person, *names: RoleName, at: datetime) -> QuerySet[OrganisingBody]:
    """Bodies on whose contests or questions the person works in these roles, by name."""
    over = reach(person, *(names or AT_HOME), at=at)
    return (
        OrganisingBody.objects.filter(over.within("id", "contests__id")).order_by("name").distinct()
    )


def body_at_work(person: Person, slug: str, *, at: datetime) -> OrganisingBody:
    """The body of this address, for somebody who works on one of its contests."""
    return bodies_of(person, at=at).get(slug=slug)


def founding_body(person: Person, slug: str, *, at: datetime) -> OrganisingBody:
    """The body of this address, for somebody who may found contests of it."""
    return OrganisingBody.objects.get(reach(person, *EDITORS, at=at).within("id"), slug=slug)


@dataclass(frozen=True)
class Standing:
    """The versions of a contest's rules that matter now."""

    newest: RulebookVersion
    in_force: RulebookVersion | None

    @property
    def has_draft(self) -> bool:
        """A version waits to be put in force."""
        return self.newest.effective_at is None


def standings(contests: Iterable[Contest], *, at: datetime) -> dict[int, Standing]:
    """Newest version and version in force of each of these contests, in two queries."""
    rows = list(
        RulebookVersion.objects.filter(contest__in=[contest.pk for contest in contests])
        .order_by("contest_id", "number")
        .values_list("contest_id", "pk", "effective_at")
    )
    newest = {contest: pk for contest, pk, _ in rows}
    in_force = {contest: pk for contest, pk, since in rows if since is not None and since <= at}
    found = RulebookVersion.objects.in_bulk({*newest.values(), *in_force.values()})
    return {
        contest: Standing(found[pk], found[in_force[contest]] if contest in in_force else None)
        for contest, pk in newest.items()
    }


def last_rehearsal(contest: Contest) -> Rehearsal | None:
    """The rehearsal asked for last, cleared or not."""
    rows = contest.rehearsals.select_related("twin", "contest__body", "asked_by")
    return rows.order_by("-asked_at", "-pk").first()


def may_found(person: Person, body: OrganisingBody, *, at: datetime) -> bool:
    """Whether the person may found contests of the body."""
    return reach(person, *EDITORS, at=at).covers(body_id=body.pk)


def contests_at_desk(person: Person, body: OrganisingBody, *, at: datetime) -> QuerySet[Contest]:
    """The person's contests of one body with their rounds and rehearsals; cancelled ones last."""
    return (
        contests_of(person, at=at)
        .filter(body=body)
        .prefetch_related("rounds", "rehearsals")
        .order_by("-created_at")
    )


def may_edit(person: Person, contest: Contest, *, at: datetime) -> bool:
    """Whether the person may change the contest and its rules."""
    over = reach(person, *EDITORS, at=at)
    return over.covers(body_id=contest.body_id, contest_id=contest.pk)


def versions(contest: Contest) -> QuerySet[RulebookVersion]:
    """Every version of the rules, the newest first."""
    return contest.versions.select_related("made_by", "decision_file").order_by("-number")


def version_in_force(contest: Contest, *, at: datetime) -> RulebookVersion | None:
    """The version in force at that moment; None before the first."""
    return contest.versions.filter(effective_at__lte=at).order_by("-number").first()


def running_rounds(contest: Contest, *, at: datetime) -> list[Round]:
    """Rounds at which people may be sitting now."""
    running = {RoundState.OPEN, RoundState.PAUSED}
    return [round_ for round_ in contest.rounds.all() if state_at(round_, at) in running]


def joinable_contests(body: OrganisingBody) -> QuerySet[Contest]:
    """Contests that a campaign of the body may join: public ones, and drafts of its own."""
    open_ = Q(state__in=PUBLIC_STATES) | Q(body=body)
    rows = _there().filter(open_, rehearses=None).select_related("body")
    return rows.order_by("-created_at")


def stand_ins_of(body: OrganisingBody) -> dict[int, str]:
    """Campaigns that hold a superior's contest which the body keeps here by itself, with whose.

    Whose it is may be unknown: an empty name.
    """
    joined = JoinedContest.objects.filter(contest__body=body, activity__campaign__body=body)
    rows = joined.values_list("contest__campaign", "activity__campaign__superior_issuer")
    return dict(rows)
