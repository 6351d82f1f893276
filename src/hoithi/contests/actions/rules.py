"""Writing the rules of a contest and putting a version in force."""

from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError

from hoithi.contests.actions.joining import carry_days
from hoithi.contests.facts import indexed, is_public, rulebook_of, state_at, written
from hoithi.contests.models import (
    Contest,
    ContestState,
    DecisionKind,
    Round,
    RoundDecision,
    RulebookVersion,
)
from hoithi.contests.queries import draft_version
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.checks import Finding, contradictions, open_points
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.founding import all_over, without_answered
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person

RUNNING = (RoundState.OPEN, RoundState.PAUSED)
UNOPENED = (RoundState.COMING, RoundState.UNDATED)


class RulebookContradicts(Refusal):
    """The rulebook contradicts itself; `findings` says where."""

    def __init__(self, found: list[Finding]) -> None:
        super().__init__(paths=[finding.path for finding in found])
        self.findings = found


class ContestNotReady(RulebookContradicts):
    """The plan leaves something open that must be answered before people can take part."""


class NothingToPutInForce(Refusal):
    """There is no draft of the rules."""


class ReasonMissing(Refusal):
    """A round is running or the contest is public: the rules change only with a reason."""


class RulesChangedMeanwhile(Refusal):
    """Somebody else changed the draft since the page was opened."""


class AllRoundsOver(Refusal):
    """Every round that counts is over: nobody could take part."""


class RoundInUse(Refusal):
    """The draft drops a round that has opened; `keys` names those."""

    def __init__(self, keys: list[str]) -> None:
        super().__init__()
        self.keys = keys


@transaction.atomic
def redraft(
    contest: Contest, rulebook: Rulebook, *, by: Person | None, at: datetime
) -> RulebookVersion:
    """Writes the rules being prepared; a draft may still contradict itself."""
    Contest.objects.select_for_update().get(pk=contest.pk)
    version = draft_version(contest)
    if version is None:
        last = contest.versions.order_by("-number").first()
        version = RulebookVersion(contest=contest, number=last.number + 1 if last else 1)
    version.made_by, version.made_at = by, at
    written(version, without_answered(rulebook)).save()
    journal.record(
        "contests.rules_drafted",
        contest,
        by=by,
        at=at,
        facts={"version": version.number, "sha256": version.sha256},
    )
    return version


@transaction.atomic
def put_in_force(
    contest: Contest,
    *,
    by: Person | None,
    at: datetime,
    reason: str = "",
    document_number: str = "",
    running_too: bool = False,
) -> RulebookVersion:
    """Makes the draft the rules from now on.

    Rounds that have not opened follow it; a running round keeps its own version unless
    `running_too`. While a round runs a reason is required and recorded as a decision; so it is
    for every change once the contest is public.
    """
    locked = Contest.objects.select_for_update().get(pk=contest.pk)
    version = _sound_draft(locked)
    running = [r for r in locked.rounds.all() if state_at(r, at) in RUNNING]
    if (running or is_public(locked)) and not reason.strip():
        raise ReasonMissing
    version.effective_at = at
    version.reason, version.decision_number = reason, document_number
    version.save()
    rulebook = rulebook_of(version)
    _index_rounds(locked, version, rulebook, running=running, running_too=running_too, at=at)
    locked.title, locked.kind = rulebook.title, rulebook.kind
    locked.save(update_fields=["title", "kind"])
    carry_days(locked, by=by, at=at)
    _record(locked, version, amends_running=bool(running), by=by, at=at)
    return version


def _sound_draft(contest: Contest) -> RulebookVersion:
    version = draft_version(contest)
    if version is None:
        raise NothingToPutInForce
    if found := contradictions(rulebook_of(version)):
        raise RulebookContradicts(found)
    return version


def _record(
    contest: Contest,
    version: RulebookVersion,
    *,
    amends_running: bool,
    by: Person | None,
    at: datetime,
) -> None:
    if amends_running and by:
        RoundDecision.objects.create(
            contest=contest,
            kind=DecisionKind.AMEND,
            reason=version.reason,
            document_number=version.decision_number,
            decided_by=by,
            decided_at=at,
        )
    facts = {"version": version.number, "sha256": version.sha256, "reason": version.reason}
    journal.record("contests.rules_in_force", contest, by=by, at=at, facts=facts)


def _index_rounds(
    contest: Contest,
    version: RulebookVersion,
    rulebook: Rulebook,
    *,
    running: list[Round],
    running_too: bool,
    at: datetime,
) -> None:
    rows = {row.key: row for row in contest.rounds.all()}
    _drop_rounds(
        [row for key, row in rows.items() if key not in {r.key for r in rulebook.rounds}], at
    )
    for ordinal, rules in enumerate(rulebook.rounds, start=1):
        row = rows.get(rules.key) or Round(contest=contest, key=rules.key)
        follows = row._state.adding or state_at(row, at) in UNOPENED
        if follows or (running_too and row in running):
            row.version = version
            indexed(row, rulebook, rules, ordinal).save()


def _drop_rounds(rows: list[Round], at: datetime) -> None:
    used = [row.key for row in rows if state_at(row, at) not in UNOPENED]
    if used:
        raise RoundInUse(keys=used)
    try:
        for row in rows:
            row.delete()
    except ProtectedError as error:
        raise RoundInUse(keys=[row.key for row in rows]) from error


@transaction.atomic
def announce(contest: Contest, *, by: Person | None, at: datetime) -> Contest:
    """Makes the contest's page public. Refuses while the plan's open questions are unanswered, and
    once every round that counts is over."""
    locked = Contest.objects.select_for_update().get(pk=contest.pk)
    version = locked.versions.filter(effective_at__isnull=False).order_by("-number").first()
    if version is None:
        raise NothingToPutInForce
    if unanswered := open_points(rulebook_of(version)):
        raise ContestNotReady(unanswered)
    if all_over(rulebook_of(version), at):
        raise AllRoundsOver
    locked.state = ContestState.ANNOUNCED
    locked.save(update_fields=["state"])
    journal.record("contests.announced", locked, by=by, at=at)
    return locked
