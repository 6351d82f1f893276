"""What is found about candidates, lots drawn between equals, and signs looked into."""

from datetime import datetime

import msgspec
from django.db import transaction

from hoithi.contests.models import Contest, Round
from hoithi.entries.models import Entrant
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.people.models import Person, Unit
from hoithi.results.actions.refusals import LotIncomplete, NotACandidate, ReasonMissing
from hoithi.results.models import LotDrawing, SignFinding, Verdict, Verification


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What was found about a candidate; a reason is needed where the prize is not given."""

    verdict: Verdict
    reason: str = ""
    paper: StoredFile | None = None


@transaction.atomic
def verify(
    contest: Contest,
    round_: Round | None,
    entrant: Entrant,
    finding: Finding,
    *,
    by: Person,
    at: datetime,
) -> Verification:
    """Records what was found; the newest finding counts, all are kept.

    Not recognised: neither ranked nor counted for a unit in the next draft. Unreached: stays
    ranked and takes no prize. Both need a reason.
    """
    if finding.verdict != Verdict.VERIFIED and not finding.reason.strip():
        raise ReasonMissing
    if entrant.contest_id != contest.pk:
        raise NotACandidate
    said = msgspec.structs.asdict(finding)
    found = Verification.objects.create(
        contest=contest, round=round_, entrant=entrant, by=by, at=at, **said
    )
    why = {"verdict": finding.verdict, "reason": finding.reason}
    facts = {"entrant": entrant.pk, **_facts(round_), **why}
    journal.record("results.candidate_verified", contest, by=by, at=at, facts=facts)
    return found


def _facts(round_: Round | None) -> dict[str, object]:
    return {"round": round_.key if round_ else ""}


class Parting(msgspec.Struct, frozen=True, kw_only=True):
    """How equals were parted: entrants in their order, and by whom seen or why decided."""

    order: tuple[int, ...]
    of_units: bool = False
    """The numbers are those of units, equal in a collective ranking."""
    witnesses: str = ""
    """Who saw the lots drawn."""
    reason: str = ""
    """Why the committee decided so; empty where lots were drawn."""
    paper: StoredFile | None = None


@transaction.atomic
def part_equals(
    contest: Contest, round_: Round | None, parting: Parting, *, by: Person, at: datetime
) -> LotDrawing:
    """Records drawn lots or the committee's decision; the next draft is ranked by them."""
    order = list(parting.order)
    if parting.of_units:
        ours = Unit.objects.filter(pk__in=order).count()
    else:
        ours = Entrant.objects.filter(contest=contest, pk__in=order).count()
    if len(order) < 2 or len(set(order)) != len(order) or ours != len(order):
        raise LotIncomplete
    if not (parting.witnesses.strip() or parting.reason.strip()):
        raise ReasonMissing
    drawing = LotDrawing.objects.create(
        contest=contest,
        round=round_,
        order=order,
        of_units=parting.of_units,
        witnesses=parting.witnesses,
        reason=parting.reason,
        paper=parting.paper,
        by=by,
        at=at,
    )
    facts = {"order": order, **_facts(round_), "reason": parting.reason}
    journal.record("results.equals_parted", contest, by=by, at=at, facts=facts)
    return drawing


class SignWord(msgspec.Struct, frozen=True, kw_only=True):
    """What a person found about a sign of irregularity."""

    sign: str
    subject: str
    finding: str
    serious: bool


@transaction.atomic
def judge_sign(
    contest: Contest, round_: Round | None, word: SignWord, *, by: Person, at: datetime
) -> SignFinding:
    """Records what was found about a sign. Nothing else follows from it by itself."""
    if not word.finding.strip():
        raise ReasonMissing
    found = SignFinding.objects.create(
        contest=contest, round=round_, by=by, at=at, **msgspec.structs.asdict(word)
    )
    facts = {"sign": word.sign, "subject": word.subject, "serious": word.serious}
    journal.record("results.sign_judged", contest, by=by, at=at, facts=facts)
    return found
