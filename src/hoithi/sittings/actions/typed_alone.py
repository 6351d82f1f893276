"""Typed sheets closed without a second typist: by a guest's comparison, or on signed paper."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from hoithi.contests.models import Round
from hoithi.core.vietnamese.text import words_key
from hoithi.entries.models import Entrant
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people import actions as people
from hoithi.people.models import Person
from hoithi.sittings.actions.typing import check_open, handed_in
from hoithi.sittings.models import TypedSheet
from hoithi.sittings.queries.typed import CONFIRM_TYPED, waiting_of


class NothingChosen(Refusal):
    """No sheet was ticked that waits for its second person."""


class GuestIsTypist(Refusal):
    """Who typed waiting sheets cannot be invited to compare them."""


class OfficialsEnough(Refusal):
    """The body has more than one official: a second person types, not a paper."""


def refuse_paper(round_: Round) -> None:
    """Refuses a signed sheet in the place of a second person where the body has more officials."""
    if not round_.contest.one_official:
        raise OfficialsEnough


def refuse_typist(round_: Round, full_name: str) -> None:
    """Refuses a guest of the name of somebody who typed a waiting sheet."""
    typists = {words_key(one.typed_by.full_name) for one in waiting_of(round_)}
    if words_key(full_name) in typists:
        raise GuestIsTypist


@transaction.atomic
def count_by_guest(token: str, chosen: Collection[int], *, at: datetime) -> list[TypedSheet]:
    """A guest has compared these sheets with the paper: they count. The link is used up."""
    invitation = people.use_invitation(token, CONFIRM_TYPED, at=at)
    round_ = Round.objects.select_related("contest").get(pk=invitation.subject_id)
    refuse_typist(round_, invitation.full_name)
    who = f"{invitation.full_name}, {invitation.post} ({invitation.decision})"[:250]
    sheets = _counted(round_, chosen, at=at)
    TypedSheet.objects.filter(pk__in=[one.pk for one in sheets]).update(confirmed_name=who)
    _record(round_, sheets, by=None, at=at, guest=who)
    return sheets


@transaction.atomic
def count_on_paper(
    round_: Round, evidence: StoredFile, *, by: Person, at: datetime
) -> list[TypedSheet]:
    """A body with one official closes the waiting sheets with a signed one; the result says so."""
    refuse_paper(round_)
    sheets = _counted(round_, {one.pk for one in waiting_of(round_)}, at=at)
    TypedSheet.objects.filter(pk__in=[one.pk for one in sheets]).update(evidence=evidence)
    _record(round_, sheets, by=by, at=at, file=evidence.pk)
    return sheets


def _counted(round_: Round, chosen: Collection[int], *, at: datetime) -> list[TypedSheet]:
    sheets = [one for one in waiting_of(round_) if one.pk in chosen]
    if not sheets:
        raise NothingChosen
    for sheet in sheets:
        locked = Entrant.objects.select_for_update().get(pk=sheet.entrant_id)
        check_open(locked, round_, sheet.part_key)
        handed_in(sheet, at=at)
    return sheets


def _record(
    round_: Round, sheets: Iterable[TypedSheet], *, by: Person | None, at: datetime, **how: object
) -> None:
    facts = {"sheets": [one.pk for one in sheets], **how}
    journal.record("sittings.typed_sheets_counted", round_, by=by, at=at, facts=facts)
