"""The second word on a prepared result: of a person, of a guest, of a leader on paper."""

from datetime import date, datetime

import msgspec
from django.db import transaction

from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.people import actions as people
from hoithi.people.models import Person
from hoithi.results import queries
from hoithi.results.actions.refusals import (
    AlreadyApproved,
    DocumentMissing,
    DraftStale,
    EssaysUnmarked,
    OfficialsEnough,
    SecondPersonRequired,
    SignsUnsought,
    TiesUndecided,
    WinnersUnverified,
)
from hoithi.results.models import Approval, Draft, Verification
from hoithi.results.queries.desk import APPROVE
from hoithi.results.queries.unmarked import unmarked_essays
from hoithi.results.queries.watched import has_signs


class LeaderWord(msgspec.Struct, frozen=True, kw_only=True):
    """A leader's approval, as the signed document says it."""

    document_number: str
    document_date: date
    signer: str
    file: StoredFile


@transaction.atomic
def approve(draft: Draft, *, by: Person, at: datetime) -> Approval:
    """A second person approves. Refuses while anything is open, or who verified the candidates."""
    locked = _approvable(draft)
    verifiers = Verification.objects.filter(contest=locked.contest_id, round=locked.round_id)
    if by.pk in set(verifiers.values_list("by_id", flat=True)):
        raise SecondPersonRequired
    return _approved(Approval(draft=locked, person=by, recorded_by=by, at=at), by=by)


@transaction.atomic
def approve_by_guest(token: str, *, at: datetime) -> Approval:
    """Somebody named in a decision approves by a one-time link, which is used up."""
    invitation = people.use_invitation(token, APPROVE, at=at)
    locked = _approvable(Draft(pk=invitation.subject_id))
    who = f"{invitation.full_name}, {invitation.post} ({invitation.decision})"
    return _approved(Approval(draft=locked, invited_name=who[:250], at=at), by=None)


@transaction.atomic
def approve_by_document(draft: Draft, word: LeaderWord, *, by: Person, at: datetime) -> Approval:
    """Records a leader's approval from the signed document; leaders need no account."""
    locked = _approvable(draft)
    if not (word.document_number.strip() and word.signer.strip()):
        raise DocumentMissing
    approval = Approval(
        draft=locked,
        document_number=word.document_number,
        document_date=word.document_date,
        signer=word.signer,
        document_file=word.file,
        recorded_by=by,
        at=at,
    )
    return _approved(approval, by=by)


@transaction.atomic
def approve_on_paper(draft: Draft, paper: StoredFile, *, by: Person, at: datetime) -> Approval:
    """A body with one official closes the step with a signed sheet; the result says so."""
    locked = _approvable(draft)
    if not locked.contest.one_official:
        raise OfficialsEnough
    approval = Approval(draft=locked, document_file=paper, on_paper=True, recorded_by=by, at=at)
    return _approved(approval, by=by)


def _approvable(draft: Draft) -> Draft:
    locked = (
        Draft.objects.select_for_update(of=("self",)).select_related("contest").get(pk=draft.pk)
    )
    if locked.approvals.exists():
        raise AlreadyApproved
    if queries.is_stale(locked):
        raise DraftStale
    if essays := unmarked_essays(locked):
        raise EssaysUnmarked([one.title for one in essays])
    if not has_signs(locked):
        raise SignsUnsought
    if unverified := queries.unverified(locked):
        raise WinnersUnverified(people=len(unverified))
    if undecided := queries.undecided(locked):
        raise TiesUndecided(people=len(undecided))
    return locked


def _approved(approval: Approval, *, by: Person | None) -> Approval:
    approval.save(force_insert=True)
    draft = approval.draft
    facts = {
        "draft": draft.pk,
        "number": draft.number,
        "sha256": draft.sha256,
        "guest": approval.invited_name,
        "document": approval.document_number,
        "on_paper": approval.on_paper,
    }
    journal.record("results.approved", draft.contest, by=by, at=approval.at, facts=facts)
    return approval
