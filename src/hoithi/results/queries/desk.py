"""The desk of a result: candidates to be telephoned in order, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import contest_for
from hoithi.entries.models import Entrant
from hoithi.people import queries as people
from hoithi.people.models import Identity, Invitation, Person, RoleName
from hoithi.results.facts.snapshot import Head, SignShown, Statistics, TableShown
from hoithi.results.models import (
    Approval,
    Draft,
    Result,
    SignFinding,
    Verdict,
    Verification,
)
from hoithi.results.queries import drafts, stored
from hoithi.results.queries.calling import Calls, Candidate, calls
from hoithi.results.queries.unit_ties import (
    UnitTie,
    UnitToJudge,
    undecided_by_kind,
    undecided_units,
    unit_ties,
)
from hoithi.results.queries.unmarked import UnmarkedEssays, unmarked_essays
from hoithi.results.queries.watched import has_signs, known_signs

APPROVE = "results.approve"
"""The deed of an invitation to approve a prepared result."""
WORKERS = (RoleName.ORGANISER, RoleName.SECRETARY)
"""Who prepares, verifies and publishes."""
APPROVERS = (*WORKERS, RoleName.APPROVER)
READERS = (*APPROVERS, RoleName.AUDITOR)
_NAMED = 5
"""So many of those concerned by a sign are named on the desk; all are counted."""


class Missing(StrEnum):
    """What stands between the draft and its publication, in the order in which it is done."""

    DRAFT = "draft"
    FRESH_DRAFT = "fresh_draft"
    """Something was decided since: prepare again."""
    ESSAYS = "essays"
    """Essays were written whose marks do not count yet."""
    SIGNS = "signs"
    """The worker has not yet looked for signs of irregularity: nobody approves without them."""
    TIES = "ties"
    VERIFICATION = "verification"
    APPROVAL = "approval"
    PUBLICATION = "publication"


@dataclass(frozen=True)
class Concerned:
    """Somebody whom a sign is about, as the desk names people."""

    token: str
    name: str
    """Masked."""
    unit: str = ""
    """The unit one stands for, by its name of that time."""


@dataclass(frozen=True)
class SignAtDesk:
    """A sign of irregularity, the first of those concerned, and what was found about it."""

    sign: SignShown
    people: tuple[Concerned, ...]
    finding: SignFinding | None


@dataclass(frozen=True)
class Desk:
    """Everything the organiser needs between closing and publication."""

    contest: Contest
    round: Round | None
    draft: Draft | None
    missing: tuple[Missing, ...]
    head: Head | None = None
    tables: tuple[TableShown, ...] = ()
    statistics: Statistics | None = None
    calls: Calls = field(default_factory=Calls)
    signs: tuple[SignAtDesk, ...] = ()
    unit_ties: tuple[UnitTie, ...] = ()
    undecided_units: tuple[UnitToJudge, ...] = ()
    approvals: tuple[Approval, ...] = ()
    results: tuple[Result, ...] = ()
    comes_out_on_approval: bool = False
    publishes_at: datetime | None = None
    """From when the result may be seen, where a minute is set."""
    unmarked: tuple[UnmarkedEssays, ...] = ()
    has_verified: bool = False
    """Whether who looks has verified a candidate, and so cannot approve."""

    @property
    def candidates(self) -> list[Candidate]:
        """Everybody who takes a prize, in the order to be telephoned."""
        return [one for board in self.calls.boards for one in board.winners]

    @property
    def waits_for_judging(self) -> bool:
        """Whether the committee has still to give equal units their values."""
        return any(tie.is_open for tie in self.unit_ties)

    @property
    def waiting(self) -> list[Candidate]:
        """Those of them who have not been verified."""
        return [one for one in self.candidates if one.is_waiting]

    @property
    def signs_waiting(self) -> int:
        """Signs of irregularity that nobody has looked into."""
        return sum(one.finding is None for one in self.signs)

    @property
    def corrects(self) -> bool:
        """Whether what is published next corrects a final result, and so needs its reason."""
        return bool(self.results) and not self.results[-1].preliminary

    @property
    def published(self) -> Result | None:
        """The newest final result."""
        return next((r for r in reversed(self.results) if not r.preliminary), None)


def round_at_desk(
    person: Person, slug: str, round_key: str, *names: RoleName, at: datetime
) -> tuple[Contest, Round | None]:
    """The contest and round (empty key: the whole contest) the person may work on."""
    contest = contest_for(person, slug, *(names or READERS), at=at)
    if not round_key:
        return contest, None
    return contest, contest.rounds.select_related("contest", "version").get(key=round_key)


def draft_at_desk(
    person: Person, slug: str, round_key: str, *names: RoleName, at: datetime
) -> Draft:
    """The newest draft of a round the person may work on. Raises DoesNotExist without one."""
    contest, round_ = round_at_desk(person, slug, round_key, *names, at=at)
    draft = drafts.newest_draft(contest, round_)
    if draft is None:
        raise Draft.DoesNotExist
    return draft


def desk(person: Person, slug: str, round_key: str, *, at: datetime) -> Desk:
    """The desk of a round, or of the whole contest for an empty key."""
    contest, round_ = round_at_desk(person, slug, round_key, at=at)
    draft = drafts.newest_draft(contest, round_)
    results = Result.objects.filter(contest=contest, round=round_).order_by("number")
    if draft is None:
        return Desk(contest, round_, None, (Missing.DRAFT,), results=tuple(results))
    unmarked = unmarked_essays(draft)
    return Desk(
        contest=contest,
        round=round_,
        draft=draft,
        missing=_missing(draft, unmarked),
        unmarked=tuple(unmarked),
        head=stored.head(draft.pk),
        tables=tuple(stored.prize_tables(draft.pk)),
        statistics=stored.statistics(draft.pk),
        calls=calls(draft),
        signs=tuple(signs_judged(draft)),
        unit_ties=tuple(unit_ties(draft)),
        undecided_units=tuple(undecided_units(draft)),
        approvals=tuple(draft.approvals.select_related("person", "recorded_by", "document_file")),
        results=tuple(results),
        comes_out_on_approval=drafts.publishes_on_approval(draft),
        publishes_at=drafts.publishes_at(draft),
        has_verified=Verification.objects.filter(contest=contest, round=round_, by=person).exists(),
    )


def _missing(draft: Draft, unmarked: Sequence[UnmarkedEssays]) -> tuple[Missing, ...]:
    approved = draft.approvals.exists()
    open_ = {
        Missing.FRESH_DRAFT: drafts.is_stale(draft),
        Missing.ESSAYS: bool(unmarked),
        Missing.SIGNS: not has_signs(draft),
        Missing.TIES: bool(drafts.undecided(draft)),
        Missing.VERIFICATION: bool(drafts.unverified(draft)),
        Missing.APPROVAL: not approved,
        Missing.PUBLICATION: not Result.objects.filter(draft=draft, preliminary=False).exists(),
    }
    return tuple(step for step, is_open in open_.items() if is_open)


def signs_judged(draft: Draft) -> list[SignAtDesk]:
    """Every sign with the newest finding about it, if somebody has looked into it."""
    rows = SignFinding.objects.filter(contest=draft.contest_id, round=draft.round_id)
    found = {(row.sign, row.subject): row for row in rows.select_related("by").order_by("pk")}
    signs = known_signs(draft)
    wanted = {entrant for sign in signs for entrant in sign.entrants[:_NAMED]}
    named = Entrant.objects.filter(pk__in=wanted).values_list("pk", "token", "name", "unit__name")
    people = {pk: Concerned(token, name, unit or "") for pk, token, name, unit in named}
    return [
        SignAtDesk(
            sign,
            tuple(people[who] for who in sign.entrants[:_NAMED] if who in people),
            found.get((sign.kind, sign.subject)),
        )
        for sign in signs
    ]


def standing_of(draft: Draft, entrant: Entrant) -> dict[str, object]:
    """Line, number of the line from 1 and unit of an entrant; all empty where it is not ranked."""
    position, line = stored.places_of(draft.pk, [entrant.pk]).get(entrant.pk, (None, None))
    unit = stored.head(draft.pk).units[line.unit].name if line and line.unit >= 0 else ""
    return {"line": line, "number": None if position is None else position + 1, "unit": unit}


def candidate(
    person: Person, slug: str, round_key: str, token: str, *, at: datetime
) -> tuple[Draft, Entrant]:
    """A candidate by the token of its address, for somebody who may verify."""
    draft = draft_at_desk(person, slug, round_key, *WORKERS, at=at)
    return draft, Entrant.objects.select_related("identity").get(
        contest=draft.contest_id, token=token
    )


def candidate_identity(
    person: Person, slug: str, round_key: str, token: str, *, reason: str, at: datetime
) -> dict[str, str]:
    """What a candidate told the body, in the clear, with a journal row; only while one of these.

    Opens whom `identity_of_candidate` names; everybody else is answered as if
    there were no such entrant.
    """
    draft, entrant = candidate(person, slug, round_key, token, at=at)
    identity = identity_of_candidate(draft, entrant)
    return people.opened_identity(
        identity, by=person, reason=reason, at=at, contest_id=draft.contest_id
    )


def identity_of_candidate(draft: Draft, entrant: Entrant) -> Identity:
    """The sealed identity of a winner, a reserve, an equal at the last slot, or one unreached.

    Raises DoesNotExist for everybody else.
    """
    may_win = {winner.entrant for _, _, winner in drafts.winners(draft)}
    for table in stored.prize_tables(draft.pk):
        may_win.update(table.reserves, table.undecided)
    found = drafts.findings(draft.contest, draft.round).get(entrant.pk)
    if found is not None and found.verdict == Verdict.UNREACHED:
        may_win.add(entrant.pk)
    if entrant.pk not in may_win or entrant.identity is None:
        raise Entrant.DoesNotExist
    return entrant.identity


def may_work(person: Person, contest: Contest, *, at: datetime) -> bool:
    """Whether the person prepares, verifies and publishes results of the contest."""
    over = people.reach(person, *WORKERS, at=at)
    return over.covers(body_id=contest.body_id, contest_id=contest.pk)


def undecided_people(draft: Draft) -> list[int]:
    """The entrants between whom lots or the committee decide, as the desk numbers them from 1."""
    equals, _ = undecided_by_kind(stored.head(draft.pk), stored.prize_tables(draft.pk))
    return list(equals)


def draft_of_invitation(invitation: Invitation) -> Draft:
    """The draft that an invitation asks to approve. Raises DoesNotExist for another deed."""
    if invitation.deed != APPROVE:
        raise Draft.DoesNotExist
    return Draft.objects.select_related("contest__body", "round").get(pk=invitation.subject_id)


def tables_of(draft: Draft) -> list[TableShown]:
    """The prize tables of a draft with who takes what, names masked."""
    return stored.prize_tables(draft.pk)


def newest_result(person: Person, slug: str, round_key: str, *, at: datetime) -> Result:
    """The newest final result of a round, for somebody who may issue its certificates."""
    contest, round_ = round_at_desk(person, slug, round_key, *WORKERS, at=at)
    return Result.objects.filter(contest=contest, round=round_, preliminary=False).latest("number")
