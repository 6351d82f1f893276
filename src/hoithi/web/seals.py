"""Telling the head and the approver of a round that its seal was found broken."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from hoithi.contests.queries import EDITORS
from hoithi.notices import actions as notices
from hoithi.notices.queries import was_told
from hoithi.people.models import Person, RoleName
from hoithi.people.queries.accounts import heads_of
from hoithi.questions.models import BankSeal
from hoithi.questions.queries.seals import broken_seals
from hoithi.wording.seals import broken_notice

_LATELY = timedelta(days=2)


def due(at: datetime) -> Iterable[Callable[[], object]]:
    """A deed for each seal found broken lately of which nobody was told yet."""
    for seal in broken_seals(at - _LATELY):
        if not was_told(_key(seal)):
            yield partial(tell_broken, seal, at=at)


def tell_broken(seal: BankSeal, *, at: datetime) -> int:
    """Tells whoever sealed, the organisers and the approvers, each once; how many they are."""
    round_ = seal.round
    contest = round_.contest
    heads = set(heads_of(contest.body, contest.pk, *EDITORS, at=at))
    approvers = set(heads_of(contest.body, contest.pk, RoleName.APPROVER, at=at)) - heads
    if seal.sealed_by and seal.sealed_by.is_active:
        heads.add(seal.sealed_by)
        approvers.discard(seal.sealed_by)
    _tell(seal, heads, reverse("bank_seal", args=[contest.slug]), at)
    _tell(seal, approvers, reverse("round_results", args=[contest.slug, round_.key]), at)
    return len(heads) + len(approvers)


def _tell(seal: BankSeal, people: Iterable[Person], link: str, at: datetime) -> None:
    body = seal.round.contest.body
    with translation.override(settings.LANGUAGE_CODE):
        text = broken_notice(seal)
    for person in people:
        notices.tell(person, text, body=body, at=at, link=link, key=_key(seal))


def _key(seal: BankSeal) -> str:
    return f"seal-broken-{seal.pk}"
